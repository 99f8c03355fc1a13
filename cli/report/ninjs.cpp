// News in JSON. The 1.x layout, as content management systems read it: the claims as data in `extra`, which
// the standard does not know and they keep, and the verdicts as subjects. And strict 3.1, where each claim is
// an associated item of its own, and so is the article.
#include "cli/claim_id.hpp"
#include "cli/json.hpp"
#include "cli/report/html_builder.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/sentences.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr int routine = 5;  // urgency, from 1 to 9

std::string body_html(const Report& report) {
    Html html;
    for (const Paragraph& paragraph : paragraphs(report)) {
        html.raw("<p");
        if (paragraph.kind == Paragraph::Kind::claim)
            html.raw(" id=\"c").number(paragraph.claim + 1).raw("\"");
        html.raw(" class=\"").text(name_of(paragraph.kind)).raw("\">");
        const std::string words = paragraph.words();
        std::string_view rest = words;
        for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            html.text(rest.substr(0, end)).raw("<br>");
            rest.remove_prefix(end + 1);
        }
        html.text(rest).raw("</p>\n");
    }
    return html.take();
}

std::string body_text(const Report& report) {
    std::string out;
    for (const Paragraph& paragraph : paragraphs(report))
        out += paragraph.words() + "\n";
    return out;
}

std::string capitalised(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

// A code of the vocabulary, and what it is called.
struct Code {
    std::string_view scheme;
    std::string_view code;
    std::string name;
    friend bool operator<(const Code& a, const Code& b) {
        return std::pair(a.scheme, a.code) < std::pair(b.scheme, b.code);
    }
};

// The verdicts and certainties of the claims, each once.
std::set<Code> codes_of(const Report& report) {
    std::set<Code> out;
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        const std::string_view certainty = term(report.claims[i].certainty);
        out.insert({"certainty", certainty, "Certainty: " + std::string(certainty)});
        if (const Verification* verification = verification_of(report, i)) {
            out.insert({"verdict", term(verification->verdict),
                        capitalised(std::string(verdict_name(*verification)))});
        }
    }
    return out;
}

// ---- 1.x

// The name of a property as members of `extra.claims` have it.
std::string member_name(std::string_view property) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 4> renamed{Pair{"source-kind", "attribution"}, Pair{"cue", "verb"},
                                          Pair{"verdict", "corroboration"},
                                          Pair{"origins-for", "independent_sources"}};
    for (const auto& [ours, theirs] : renamed) {
        if (ours == property) return std::string(theirs);
    }
    std::string out(property);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

bool may_repeat(std::string_view property) {
    return property == "event-time" || property == "difference" || property == "differing-slot";
}

Json evidence_json(const Verification& verification) {
    Json out = Json::array();
    for (const Evidence* evidence : articles_of(verification)) {
        Json each{{"relation", term(evidence->stance)},
                  {"article", xml_text(evidence->article)},
                  {"outlet", xml_text(outlet_name(*evidence))},
                  {"title", xml_text(evidence->title)}};
        if (evidence->date) each["date"] = to_string(*evidence->date);
        if (const auto href = safe_href(evidence->url)) each["url"] = *href;
        out.push_back(std::move(each));
    }
    return out;
}

Json claim_json(const Report& report, std::size_t index, const Sources& sources) {
    const Claim& claim = report.claims[index];
    Json out{{"id", claim_id(index)},
             {"text", xml_text(content_of(report.article, claim))},
             {"speaker", sources.of(index).name},
             {"source", outlet_of(report.article)}};
    for (const Property& property : properties(report, index)) {
        Json value =
            property.kind == Property::Kind::count ? Json(std::stoul(property.value)) : Json(property.value);
        const std::string name = member_name(property.name);
        if (may_repeat(property.name)) {
            if (!out.contains(name)) out[name] = Json::array();
            out[name].push_back(std::move(value));
        } else {
            out[name] = std::move(value);
        }
    }
    out["confidence"] = confidence_percent(claim);
    if (const Verification* verification = verification_of(report, index))
        out["evidence"] = evidence_json(*verification);
    return out;
}

Json extra_json(const Report& report, const Sources& sources) {
    Json claims = Json::array();
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        claims.push_back(claim_json(report, i, sources));
    Json run = Json::object();
    for (const auto& [name, value] : run_facts(report.run))
        run[member_name(name)] = value;
    Json out{{"claims", std::move(claims)}, {"run", std::move(run)}};
    for (const auto& [name, value] : article_facts(report.article))
        out[member_name(name)] = value;
    return out;
}

Json infosources_json(const Report& report, const Sources& sources, const Vocabulary& vocabulary) {
    Json out = Json::array({{{"name", outlet_of(report.article)}, {"rel", "medium"}}});
    for (const Sources::Entry& entry : sources.list()) {
        out.push_back({{"name", entry.name},
                       {"rel", "speaker"},
                       {"scheme", vocabulary.scheme("source")},
                       {"code", percent_encoded(entry.code)}});
    }
    return out;
}

// ---- 3.1

std::string run_words(const RunRecord& run) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : run_facts(run))
        parts.push_back(fmt::format("{} {}", name, value));
    return joined(parts, ", ");
}

Json info_source(std::string_view role, const std::string& name) {
    return {{"role", role}, {"name", name}};
}

Json speaker_json(const Sources::Entry& entry, const Vocabulary& vocabulary) {
    Json out = info_source("speaker", entry.name);
    out["uri"] = vocabulary.term("source", entry.code);
    return out;
}

// Links to the articles of the evidence that have an address.
Json trust_indicators(const Verification& verification, const Vocabulary& vocabulary) {
    Json out = Json::array();
    for (const Evidence* evidence : articles_of(verification)) {
        const auto href = safe_href(evidence->url);
        if (!href) continue;
        out.push_back({{"role", vocabulary.term("relation", term(evidence->stance))},
                       {"title", xml_text(fmt::format("{}: {}", outlet_name(*evidence), evidence->title))},
                       {"href", *href}});
    }
    return out;
}

Json associated_claim(const Report& report, std::size_t index, const Sources& sources, const Identity& item,
                      const Vocabulary& vocabulary) {
    const Claim& claim = report.claims[index];
    Json subjects = Json::array();
    for (const Property& property : properties(report, index)) {
        Json subject{{"rel", property.name}, {"name", property.value}};
        if (property.kind == Property::Kind::code)
            subject["uri"] = vocabulary.term(property.scheme, property.value);
        subjects.push_back(std::move(subject));
    }
    // The extractor's confidence that this is a claim with this source; the source's certainty is a subject.
    subjects.push_back({{"rel", "claim"},
                        {"name", claim_id(index)},
                        {"uri", vocabulary.term("claim", claim_id(index))},
                        {"creator", provider},
                        {"confidence", confidence_percent(claim)}});
    Json out{{"name", claim_id(index)},
             {"uri", item.guid + "#" + claim_id(index)},
             {"rel", "claim"},
             {"type", "component"},
             {"version", std::to_string(item.version)},
             {"versionCreated", item.created},
             {"bodies", Json::array({{{"role", "claim"},
                                      {"contentType", "text/plain"},
                                      {"value", xml_text(content_of(report.article, claim))}}})},
             {"descriptions", Json::array({{{"role", "verdict"},
                                            {"contentType", "text/plain"},
                                            {"value", verdict_words(report, index)}}})},
             {"subjects", std::move(subjects)},
             {"infoSources", Json::array({speaker_json(sources.of(index), vocabulary),
                                          info_source("medium", outlet_of(report.article))})}};
    if (const Verification* verification = verification_of(report, index)) {
        if (Json links = trust_indicators(*verification, vocabulary); !links.empty())
            out["trustIndicators"] = std::move(links);
    }
    return out;
}

// The article as an item of its own, whose words are in the report's bodies.
Json associated_article(const Article& article, const Identity& item) {
    Json ids = Json::array({{{"role", "article"}, {"value", xml_text(article.id)}}});
    if (!article.url.empty()) ids.push_back({{"role", "article-url"}, {"value", xml_text(article.url)}});
    Json out{{"name", "article"},
             {"uri", item.guid + "#article"},
             {"rel", "article"},
             {"type", "text"},
             {"version", std::to_string(item.version)},
             {"versionCreated", item.created},
             {"altIds", std::move(ids)}};
    if (article.date) out["contentCreated"] = to_string(*article.date) + "T00:00:00Z";
    if (!article.title.empty())
        out["headlines"] = Json::array({{{"role", "main"}, {"value", xml_text(article.title)}}});
    if (!article.author.empty()) out["by"] = xml_text(article.author);
    if (!article.outlet.empty())
        out["infoSources"] = Json::array({info_source("medium", xml_text(article.outlet))});
    return out;
}

}  // namespace

std::string ninjs_report(const Report& report, const NewsroomStyle& style) {
    const Article& article = report.article;
    const Identity item = identity(report, style.vocabulary);
    const Sources sources(report);
    Json subjects = Json::array();
    for (const Code& each : codes_of(report)) {
        subjects.push_back(
            {{"code", each.code}, {"name", each.name}, {"scheme", style.vocabulary.scheme(each.scheme)}});
    }
    Json out{{"uri", item.guid},
             {"guid", item.guid},
             {"type", "text"},
             {"mimetype", "text/html"},
             {"profile", "claim-report"},
             {"version", std::to_string(item.version)},
             {"versioncreated", item.created},
             {"firstcreated", item.created},
             {"pubstatus", "usable"},
             {"urgency", routine},
             {"language", language},
             {"headline", headline(article)},
             {"slugline", slugline(article)},
             {"byline", provider},
             {"source", outlet_of(article)},
             {"copyrightholder", outlet_of(article)},
             {"usageterms", usage_terms},
             {"ednote", editors_note(report)},
             {"description_text", summary(report)},
             {"body_html", body_html(report)},
             {"body_text", body_text(report)},
             {"infosource", infosources_json(report, sources, style.vocabulary)},
             {"subject", std::move(subjects)},
             {"keywords", Json::array({"claim-report"})},
             {"extra", extra_json(report, sources)}};
    return json_text(out, style.one_line);
}

std::string ninjs_3_report(const Report& report, const NewsroomStyle& style) {
    const Article& article = report.article;
    const Identity item = identity(report, style.vocabulary);
    const Sources sources(report);
    Json infosources = Json::array({info_source("medium", outlet_of(article))});
    for (const Sources::Entry& entry : sources.list())
        infosources.push_back(speaker_json(entry, style.vocabulary));
    Json subjects = Json::array();
    for (const Code& each : codes_of(report)) {
        subjects.push_back({{"name", each.name},
                            {"rel", each.scheme},
                            {"uri", style.vocabulary.term(each.scheme, each.code)}});
    }
    Json associated = Json::array();
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        associated.push_back(associated_claim(report, i, sources, item, style.vocabulary));
    associated.push_back(associated_article(article, item));
    const Json out{
        {"standard",
         {{"name", "ninjs"},
          {"version", "3.1"},
          {"schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}}},
        {"uri", item.guid},
        {"type", "text"},
        {"profile", "claim-report"},
        {"version", std::to_string(item.version)},
        {"versionCreated", item.created},
        {"firstCreated", item.created},
        {"pubStatus", "usable"},
        {"urgency", routine},
        {"language", language},
        {"headlines", Json::array({{{"role", "main"}, {"value", headline(article)}}})},
        {"slugline", slugline(article)},
        {"by", provider},
        {"copyrightHolder", outlet_of(article)},
        {"usageTerms", usage_terms},
        {"edNote", fmt::format("{} Made by: {}.", editors_note(report), run_words(report.run))},
        {"descriptions",
         Json::array({{{"role", "summary"}, {"contentType", "text/plain"}, {"value", summary(report)}}})},
        {"bodies",
         Json::array({{{"role", "main"}, {"contentType", "text/html"}, {"value", body_html(report)}},
                      {{"role", "text"}, {"contentType", "text/plain"}, {"value", body_text(report)}}})},
        {"infoSources", std::move(infosources)},
        {"subjects", std::move(subjects)},
        {"altIds", Json::array({{{"role", "article"}, {"value", xml_text(article.id)}}})},
        {"associations", std::move(associated)}};
    return json_text(out, style.one_line);
}

}  // namespace whosaid::cli
