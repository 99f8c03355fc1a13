#include "cli/report/item.hpp"

#include "cli/claim_id.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// Seconds since 1970 of "2026-03-10T09:30:00Z".
std::int64_t seconds_of(std::string_view made_at) {
    const auto date = parse_date(made_at);
    if (!date) return 0;
    const auto number = [&](std::size_t at) -> std::int64_t {
        if (made_at.size() < at + 2) return 0;
        const char tens = made_at[at];
        const char ones = made_at[at + 1];
        const bool digits = tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9';
        return digits ? (tens - '0') * 10 + (ones - '0') : 0;
    };
    const std::int64_t days = std::chrono::sys_days(*date).time_since_epoch().count();
    return ((days * 24 + number(11)) * 60 + number(14)) * 60 + number(17);
}

std::string date_time(std::int64_t seconds) {
    const std::int64_t days = seconds / 86'400;
    const std::int64_t rest = seconds % 86'400;
    const Date date = std::chrono::sys_days(std::chrono::days(days));
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(date), rest / 3600, rest / 60 % 60, rest % 60);
}

Identity made_at(const RunRecord& run, std::string guid) {
    const std::int64_t made = seconds_of(run.made_at);
    return {std::move(guid), std::max<std::int64_t>(made, 1), date_time(made)};
}

class PropertyList {
  public:
    void code(std::string_view name, std::string_view scheme, std::string_view value) {
        list_.push_back({Property::Kind::code, name, scheme, std::string(value)});
    }
    void text(std::string_view name, std::string_view value) {
        std::string words = xml_text(value);
        if (!words.empty()) list_.push_back({Property::Kind::text, name, {}, std::move(words)});
    }
    void count(std::string_view name, std::uint32_t number) {
        list_.push_back({Property::Kind::count, name, {}, std::to_string(number)});
    }
    [[nodiscard]] std::vector<Property> take() { return std::move(list_); }

  private:
    std::vector<Property> list_;
};

void add_anonymity(PropertyList& list, const Anonymity& anonymity) {
    list.code("anonymous-class", "anonymous-class", term(anonymity.group));
    if (anonymity.number > 0) list.count("anonymous-number", anonymity.number);
    list.text("anonymous-institution", anonymity.institution);
    list.text("anonymous-access", anonymity.access);
    list.text("anonymity-reason", anonymity.reason);
}

void add_claim(PropertyList& list, const Report& report, const Claim& claim) {
    list.code("source-kind", "source-kind", term(claim.source.kind));
    list.text("source-description", claim.source.description);
    if (claim.source.anonymity) add_anonymity(list, *claim.source.anonymity);
    if (claim.recipient) list.text("recipient", claim.recipient->name);
    if (!claim.cue.empty()) list.text("cue", attribution_of(report.article, claim).act);
    list.code("cue-class", "cue-class", term(claim.cue_class));
    list.code("form", "form", term(claim.form));
    list.code("certainty", "certainty", term(claim.certainty));
    list.code("polarity", "polarity", term(claim.polarity));
    if (claim.nested_in) list.text("nested-in", claim_id(*claim.nested_in));
    for (const TimeExpression& time : claim.times)
        list.text("event-time", time.value);
}

void add_verdict(PropertyList& list, const Verification& verification) {
    list.code("verdict", "verdict", term(verification.verdict));
    list.count("origins-for", verification.origins_for);
    list.count("origins-against", verification.origins_against);
    list.count("named-origins", verification.named_origins);
    list.count("anonymous-origins", verification.anonymous_origins);
    if (verification.highest_certainty)
        list.code("highest-certainty", "certainty", term(*verification.highest_certainty));
    list.text("admiralty-grade", verification.grade);
    if (verification.as_of) list.text("as-of", to_string(*verification.as_of));
    list.text("coverage", verification.coverage);
    for (const Deciding& reason : deciding(verification)) {
        list.code("differing-slot", "slot", term(reason.slot));
        list.text("difference", reason.difference);
    }
}

}  // namespace

Identity identity(const Report& report, const Vocabulary& vocabulary) {
    return made_at(report.run, vocabulary.term("report", report.article.id));
}

Identity identity(const RunRecord& run, const Vocabulary& vocabulary, std::string_view name) {
    return made_at(run, vocabulary.term("package", name));
}

std::string title_of(const Article& article) {
    return xml_text(article.title.empty() ? article.id : article.title);
}

std::string headline(const Article& article) {
    return "Claim report: " + title_of(article);
}

std::string outlet_of(const Article& article) {
    return article.outlet.empty() ? "unknown outlet" : xml_text(article.outlet);
}

std::string slugline(const Article& article) {
    constexpr std::size_t longest = 40;
    return "claims-" + slug(title_of(article), longest);
}

std::string summary(const Report& report) {
    std::vector<std::string> parts;
    for (VerdictCount& each : verdict_counts(report))
        parts.push_back(std::move(each.words));
    const std::string claims = counted(report.claims.size(), "claim");
    return parts.empty() ? claims : fmt::format("{}: {}", claims, joined(parts, ", "));
}

std::string editors_note(const Report& report) {
    std::string note = summary(report) + ". Machine-made; check before use.";
    for (const std::string& gap : gaps_in_coverage(report))
        note += " Coverage is not complete: " + gap + ".";
    return xml_text(note);
}

std::vector<std::pair<std::string_view, std::string>> run_facts(const RunRecord& run) {
    std::vector<std::pair<std::string_view, std::string>> facts{
        {"program", xml_text(run.program)},
        {"index-schema", xml_text(run.schema)},
        {"index-revision", std::to_string(run.revision)},
        {"index-articles", std::to_string(run.articles)},
        {"options", xml_text(joined(run.options, " "))},
        {"lexicon", xml_text(run.lexicon)},
        {"model", xml_text(run.model)},
    };
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

std::vector<std::pair<std::string_view, std::string>> article_facts(const Article& article) {
    std::vector<std::pair<std::string_view, std::string>> facts{
        {"article", xml_text(article.id)},
        {"article-outlet", xml_text(article.outlet)},
        {"article-date", article.date ? to_string(*article.date) : ""},
        {"article-title", xml_text(article.title)},
        {"article-url", xml_text(article.url)},
        {"article-author", xml_text(article.author)},
    };
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

Sources::Sources(const Report& report) {
    constexpr std::size_t longest_code = 60;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        const Claim& claim = report.claims[i];
        const std::string name = xml_text(attribution_of(report.article, claim).who);
        const auto [found, is_new] = index_.try_emplace({claim.source.kind, name}, list_.size());
        if (is_new) {
            const std::string base = slug(name, longest_code);
            std::string code = base;
            for (std::size_t n = 2; !taken.insert(code).second; ++n)
                code = fmt::format("{}-{}", base, n);
            list_.push_back({code, name, &claim.source, {}});
        }
        list_[found->second].claims.push_back(i);
        of_claim_.push_back(found->second);
    }
}

int confidence_percent(const Claim& claim) {
    const double confidence = std::isfinite(claim.confidence) ? std::clamp(claim.confidence, 0.0, 1.0) : 0.0;
    return static_cast<int>(std::lround(confidence * 100));
}

std::vector<Property> properties(const Report& report, std::size_t claim) {
    PropertyList list;
    add_claim(list, report, report.claims[claim]);
    if (const Verification* verification = verification_of(report, claim)) add_verdict(list, *verification);
    return list.take();
}

const Verification* verification_of(const Report& report, std::size_t claim) {
    return claim < report.verifications.size() ? &report.verifications[claim] : nullptr;
}

std::vector<const Evidence*> articles_of(const Verification& verification) {
    std::vector<const Evidence*> out;
    std::set<std::pair<Stance, std::string_view>> seen;
    for (const Evidence& evidence : verification.evidence) {
        if (seen.emplace(evidence.stance, evidence.article).second) out.push_back(&evidence);
    }
    return out;
}

}  // namespace whosaid::cli
