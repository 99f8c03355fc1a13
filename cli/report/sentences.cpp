#include "cli/report/sentences.hpp"

#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

Paragraph plain(Paragraph::Kind kind, std::size_t claim, std::string_view words) {
    Paragraph out;
    out.kind = kind;
    out.claim = claim;
    out.lead = xml_text(words);
    return out;
}

std::string article_words(const Report& report) {
    const Article& article = report.article;
    std::vector<std::string> where{outlet_of(article), date_or_undated(article.date)};
    if (!article.author.empty()) where.push_back("by " + article.author);
    if (const auto href = safe_href(article.url)) where.push_back(*href);
    return fmt::format("{}: {}. {}.", title_of(article), joined(where, ", "), summary(report));
}

Paragraph claim_words(const Report& report, std::size_t index) {
    const Claim& claim = report.claims[index];
    const Attribution attribution = attribution_of(report.article, claim);
    const std::string act = xml_text(attribution.act);
    Paragraph out;
    out.kind = Paragraph::Kind::claim;
    out.claim = index;
    out.lead = fmt::format("Claim {}. ", index + 1);
    out.speaker = xml_text(attribution.who);
    out.act = act.empty() ? std::string(": ") : fmt::format(" {}: ", act);
    out.content = xml_text(content_of(report.article, claim));
    out.tail = fmt::format(" (Certainty: {}{})", term(claim.certainty),
                           claim.polarity == Polarity::denied ? "; denied" : "");
    return out;
}

std::string evidence_words(const char* side, const OriginGroup& group, const Passage& passage) {
    const Evidence& evidence = *passage.evidence;
    std::vector<std::string> where{outlet_name(evidence), date_or_undated(evidence.date)};
    if (const auto href = safe_href(evidence.url)) where.push_back(*href);
    std::string words = fmt::format("{}: {}{}, in {}; certainty: {}. {}", side, origin_name(group),
                                    group.anonymous ? " (independence cannot be shown)" : "",
                                    joined(where, ", "), term(evidence.certainty), evidence.text);
    for (const Reason& reason : evidence.reasons) {
        if (!reason.agrees) words += fmt::format(" [{}]", difference(reason));
    }
    if (!passage.copies.empty()) words += fmt::format(" [same copy in {}]", carriers(passage));
    return words;
}

void add_evidence(std::vector<Paragraph>& out, const Verification& verification, Stance stance,
                  std::size_t claim) {
    const char* side = stance == Stance::supports ? "For" : "Against";
    for (const OriginGroup& group : by_origin(verification, stance)) {
        for (const Passage& passage : group.passages)
            out.push_back(plain(Paragraph::Kind::evidence, claim, evidence_words(side, group, passage)));
    }
}

// The article's own paragraphs, which empty lines part.
void add_article(std::vector<Paragraph>& out, const Article& article) {
    const std::size_t heading = out.size();
    Paragraph current;
    current.kind = Paragraph::Kind::article;
    const auto end_paragraph = [&] {
        if (!current.lead.empty()) out.push_back(current);
        current.lead.clear();
    };
    for (std::string_view rest = article.text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line = xml_text(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) {
            end_paragraph();
        } else {
            current.lead += (current.lead.empty() ? "" : "\n") + line;
        }
    }
    end_paragraph();
    if (out.size() == heading) return;
    const std::string words =
        fmt::format("The article, {}, {}:", outlet_of(article), date_or_undated(article.date));
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(heading), plain(Paragraph::Kind::heading, 0, words));
}

}  // namespace

std::string verdict_words(const Report& report, std::size_t claim) {
    const Source& by = report.claims[claim].source;
    std::vector<std::string> source{std::string(kind_name(by.kind))};
    if (!by.description.empty()) source.push_back(by.description);
    if (by.anonymity) source.push_back(anonymity_words(*by.anonymity));
    std::string words = fmt::format(
        "Source: {}, {} ({}). Certainty: {}.", attribution_of(report.article, report.claims[claim]).who,
        joined(source, ", "), outlet_of(report.article), term(report.claims[claim].certainty));
    if (const Verification* verification = verification_of(report, claim)) {
        words +=
            fmt::format(" Verdict: {}; {}.", verdict_name(*verification), verdict_sentence(*verification));
        const std::string origins = sourcing(*verification);
        if (!origins.empty()) words += fmt::format(" Sources: {}.", origins);
        const std::string meaning = grade_meaning(verification->grade);
        if (!meaning.empty()) words += fmt::format(" Grade: {}, {}.", verification->grade, meaning);
    }
    return xml_text(words);
}

std::vector<Paragraph> paragraphs(const Report& report) {
    std::vector<Paragraph> out{plain(Paragraph::Kind::summary, 0, article_words(report))};
    for (const std::string& gap : gaps_in_coverage(report))
        out.push_back(plain(Paragraph::Kind::coverage, 0, "The index could not be asked completely: " + gap));
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        out.push_back(claim_words(report, i));
        out.push_back(plain(Paragraph::Kind::verdict, i, verdict_words(report, i)));
        if (const Verification* verification = verification_of(report, i)) {
            add_evidence(out, *verification, Stance::supports, i);
            add_evidence(out, *verification, Stance::contradicts, i);
        }
    }
    add_article(out, report.article);
    return out;
}

const char* name_of(Paragraph::Kind kind) {
    switch (kind) {
        case Paragraph::Kind::summary:
            return "summary";
        case Paragraph::Kind::coverage:
            return "coverage";
        case Paragraph::Kind::claim:
            return "claim";
        case Paragraph::Kind::verdict:
            return "verdict";
        case Paragraph::Kind::evidence:
            return "evidence";
        case Paragraph::Kind::heading:
            return "heading";
        case Paragraph::Kind::article:
            return "article";
    }
    return "";
}

}  // namespace whosaid::cli
