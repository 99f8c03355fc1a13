// schema.org in JSON-LD, the exchange format of fact-check databases: a Claim for each claim, and a
// ClaimReview for those alone that a person has marked as reviewed. What the program finds is no review.
#include "cli/claim_id.hpp"
#include "cli/json.hpp"
#include "cli/report/display.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/sentences.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t longest_claim_reviewed = 75;  // characters, as the databases take it

Json named(std::string_view type, const std::string& name) {
    return {{"@type", type}, {"name", name}};
}

Json software(const RunRecord& run) {
    Json out = named("SoftwareApplication", std::string(provider));
    const std::string program = xml_text(run.program);  // "whosaid 0.1.0"
    out["softwareVersion"] = program.substr(program.rfind(' ') + 1);
    return out;
}

Json article_json(const std::string& title, const std::string& outlet, const std::string& url,
                  const std::optional<Date>& date) {
    Json out{{"@type", "NewsArticle"}, {"headline", xml_text(title)}};
    if (const auto href = safe_href(url)) out["url"] = *href;
    if (date) out["datePublished"] = to_string(*date);
    out["publisher"] = named("Organization", xml_text(outlet));
    return out;
}

// Who makes the claim. A document makes none; it is what the claim is based on.
void add_author(Json& claim, const Sources::Entry& source) {
    switch (source.source->kind) {
        case SourceKind::document:
            claim["isBasedOn"] = named("CreativeWork", source.name);
            return;
        case SourceKind::anonymous:
            claim["author"] = named("Person", source.name + " (unnamed)");
            claim["author"]["description"] =
                xml_text(source.source->anonymity ? anonymity_words(*source.source->anonymity) : "");
            return;
        case SourceKind::person:
            claim["author"] = named("Person", source.name);
            if (!source.source->description.empty())
                claim["author"]["jobTitle"] = xml_text(source.source->description);
            return;
        case SourceKind::organisation:
        case SourceKind::media:
            claim["author"] = named("Organization", source.name);
            return;
    }
}

Json claim_json(const Report& report, std::size_t index, const Sources& sources, const std::string& guid,
                const Json& first_appearance) {
    Json out{{"@type", "Claim"},
             {"@id", guid + "#" + claim_id(index)},
             {"identifier", claim_id(index)},
             {"text", xml_text(content_of(report.article, report.claims[index]))},
             {"description", verdict_words(report, index)}};
    add_author(out, sources.of(index));
    if (report.article.date) out["datePublished"] = to_string(*report.article.date);
    out["firstAppearance"] = first_appearance;
    Json appearances = Json::array();
    if (const Verification* verification = verification_of(report, index)) {
        for (const Evidence* evidence : articles_of(*verification)) {
            if (evidence->stance != Stance::supports) continue;
            appearances.push_back(article_json(evidence->title.empty() ? evidence->article : evidence->title,
                                               outlet_name(*evidence), evidence->url, evidence->date));
        }
    }
    if (!appearances.empty()) out["appearance"] = std::move(appearances);
    out["claimInterpreter"] = named("Organization", std::string(provider));
    out["isPartOf"] = {{"@id", guid}};
    return out;
}

Json review_json(const Report& report, const Review& review, std::size_t number, const std::string& guid) {
    const std::string claim = fmt::format("{}#{}", guid, claim_id(review.claim));
    Json out{{"@type", "ClaimReview"},
             {"@id", fmt::format("{}#review-{}-{}", guid, claim_id(review.claim), number)},
             {"claimReviewed", shortened(printable(content_of(report.article, report.claims[review.claim])),
                                         longest_claim_reviewed)},
             {"author", named("Organization", xml_text(review.reviewer))},
             {"itemReviewed", {{"@id", claim}}},
             {"reviewRating", {{"@type", "Rating"}, {"alternateName", xml_text(review.rating)}}}};
    if (const auto href = safe_href(review.url)) out["url"] = *href;
    if (review.date) out["datePublished"] = to_string(*review.date);
    return out;
}

// The report as a work: what it is about, and how it was made.
Json report_json(const Report& report, const Identity& item, const Json& article) {
    Json parts = Json::array();
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        parts.push_back({{"@id", item.guid + "#" + claim_id(i)}});
    return {{"@type", "CreativeWork"},
            {"@id", item.guid},
            {"name", headline(report.article)},
            {"description", editors_note(report)},
            {"version", std::to_string(item.version)},
            {"dateCreated", item.created},
            {"inLanguage", language},
            {"usageInfo", usage_terms},
            {"about", article},
            {"hasPart", std::move(parts)}};
}

Json run_json(const Report& report, const Identity& item, const Vocabulary& vocabulary) {
    Json facts = Json::array();
    for (const auto& [name, value] : run_facts(report.run)) {
        facts.push_back({{"@type", "PropertyValue"},
                         {"propertyID", vocabulary.term("property", name)},
                         {"name", name},
                         {"value", value}});
    }
    return {{"@type", "CreateAction"},
            {"instrument", software(report.run)},
            {"endTime", item.created},
            {"object", std::move(facts)},
            {"result", {{"@id", item.guid}}}};
}

}  // namespace

std::string json_ld_report(const Report& report, const NewsroomStyle& style) {
    const Article& article = report.article;
    const Identity item = identity(report, style.vocabulary);
    const Sources sources(report);
    const Json source = article_json(title_of(article), outlet_of(article), article.url, article.date);
    Json graph = Json::array({report_json(report, item, source), run_json(report, item, style.vocabulary)});
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        graph.push_back(claim_json(report, i, sources, item.guid, source));
    for (std::size_t i = 0; i < report.reviews.size(); ++i)
        graph.push_back(review_json(report, report.reviews[i], i + 1, item.guid));
    return json_text({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}, style.one_line);
}

}  // namespace whosaid::cli
