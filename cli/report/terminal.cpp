#include "cli/report/display.hpp"
#include "cli/report/page.hpp"
#include "cli/report/report.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t passage_columns = 1200;  // a longer passage is cut
constexpr std::size_t brief_columns = 150;     // the same in the brief evidence of an article's report

Look look_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::corroborated:
            return Look::good;
        case Verdict::single_source:
        case Verdict::disputed:
            return Look::warn;
        case Verdict::contradicted:
            return Look::bad;
        case Verdict::unsupported:
            return Look::bold;
    }
    return Look::plain;
}

std::string heading_of_stance(std::string_view side, std::size_t origins) {
    return fmt::format("{}: {}", side, counted(origins, "origin"));
}

Words carrier_line(const Evidence& evidence) {
    Words words(outlet_name(evidence), Look::bold);
    words.add(fmt::format(", {}", date_or_undated(evidence.date)));
    words.add(fmt::format(", {}", term(evidence.certainty)));
    return words;
}

void print_origin(Page& page, std::size_t number, const OriginGroup& group) {
    Words header(origin_name(group), Look::bold);
    if (group.kind) header.add(fmt::format(", {}", kind_name(*group.kind)));
    if (const std::string rated = reliability_words(group.reliability); !rated.empty())
        header.add(fmt::format(", {}", rated));
    if (group.anonymous) header.add(" - independence cannot be shown", Look::warn);
    page.paragraph(fmt::format("{:>3}. ", number), 5, header);
    if (!group.description.empty()) page.paragraph(5, Words(group.description, Look::dim));
    for (const Passage& passage : group.passages) {
        const Evidence& evidence = *passage.evidence;
        page.blank();
        Words carrier = carrier_line(evidence);
        carrier.add(fmt::format(" [{}]", evidence.article), Look::dim);
        page.paragraph(5, carrier);
        page.quoted(6, evidence.text, passage_columns);
        for (const Reason& reason : evidence.reasons) {
            if (!reason.agrees) page.paragraph("     ! ", 7, Words(difference(reason), Look::bad));
        }
        const std::string agreed = agreements(evidence);
        if (!agreed.empty()) page.paragraph("     = ", 7, Words("agrees on " + agreed, Look::dim));
        if (evidence.copy_of) {
            page.paragraph(5, Words("copy of " + *evidence.copy_of, Look::dim));
        }
        if (!evidence.url.empty()) page.paragraph(5, Words(evidence.url, Look::dim));
        if (!passage.copies.empty())
            page.paragraph(5,
                           Words(fmt::format("also carried by {}: same copy", carriers(passage)), Look::dim));
    }
}

void print_side(Page& page, std::string_view side, const std::vector<OriginGroup>& groups) {
    if (groups.empty()) return;
    page.blank();
    page.heading(Words(heading_of_stance(side, groups.size()), Look::bold));
    std::size_t number = 0;
    for (const OriginGroup& group : groups) {
        if (number > 0) page.blank();
        print_origin(page, ++number, group);
    }
}

// The passages that merely touch the claim, as a count an outlet.
void print_discussing(Page& page, const Verification& verification) {
    std::map<std::string, std::size_t> passages;
    std::vector<std::string> order;
    for (const Evidence& evidence : verification.evidence) {
        if (evidence.stance != Stance::discusses) continue;
        const std::string name = outlet_name(evidence);
        if (++passages[name] == 1) order.push_back(name);
    }
    if (order.empty()) return;
    std::size_t total = 0;
    for (std::string& name : order) {
        const std::size_t number = passages[name];
        total += number;
        if (number > 1) name += fmt::format(" ({})", number);
    }
    page.blank();
    page.paragraph(0, Words(fmt::format("Touching on it without saying so or otherwise: {}, {}.",
                                        counted(total, "passage"), joined(order, ", ")),
                            Look::dim));
}

void print_why(Page& page, const Verification& verification, const std::vector<OriginGroup>& pro) {
    const std::vector<Deciding> against = deciding(verification);
    std::string_view label = "why";
    for (const Deciding& reason : against) {
        Words words(reason.difference);
        words.add(fmt::format(" ({})", reason.origin), Look::dim);
        page.entry(label, words);
        label = "";
    }
    if (!pro.empty()) {
        std::vector<std::string> names;
        names.reserve(pro.size());
        for (const OriginGroup& group : pro)
            names.push_back(origin_name(group));
        page.entry(label, Words("said by " + joined(names, "; ")));
    }
}

Words verdict_line(const Verification& verification) {
    std::string name(verdict_name(verification));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return Words(name, look_of(verification.verdict)).add(": " + verdict_sentence(verification));
}

// The best passage of one side in three lines at most: "+ Harbour Wire, 2025-03-06, Hisham Nawar:".
void print_brief(Page& page, std::string_view mark, const std::vector<OriginGroup>& groups) {
    if (groups.empty()) return;
    const OriginGroup& group = groups.front();
    const Evidence& evidence = *group.passages.front().evidence;
    Words header = carrier_line(evidence);
    if (!group.name.empty() && group.name != evidence.outlet)
        header.add(fmt::format(", from {}", group.name));
    page.paragraph(fmt::format("     {} ", mark), 7, header);
    page.quoted(8, evidence.text, brief_columns);
    for (const Reason& reason : evidence.reasons) {
        if (!reason.agrees) page.paragraph(7, Words(difference(reason), Look::bad));
    }
}

void print_claim(Page& page, const Report& report, std::size_t number) {
    const Claim& claim = report.claims[number];
    const Attribution attribution = attribution_of(report.article, claim);
    Words header(attribution.who, Look::bold);
    if (!attribution.act.empty()) header.add(" " + attribution.act);
    std::vector<std::string> notes{std::string(term(claim.certainty))};
    if (claim.polarity == Polarity::denied) notes.emplace_back("denied");
    if (claim.nested_in) notes.push_back(fmt::format("inside claim {}", *claim.nested_in + 1));
    header.add(fmt::format(" [{}]", joined(notes, ", ")), Look::dim);
    page.paragraph(fmt::format("{:>3}. ", number + 1), 5, header);
    if (claim.source.anonymity) {
        page.paragraph(5, Words("unnamed: " + anonymity_words(*claim.source.anonymity), Look::dim));
    }
    page.quoted(6, content_of(report.article, claim), passage_columns);
    if (number >= report.verifications.size()) return;

    const Verification& verification = report.verifications[number];
    Words verdict = verdict_line(verification);
    verdict.add(fmt::format(" ({})", verification.grade), Look::dim);
    page.paragraph(5, verdict);
    const std::vector<OriginGroup> pro = by_origin(verification, Stance::supports);
    const std::vector<OriginGroup> contra = by_origin(verification, Stance::contradicts);
    print_brief(page, "+", pro);
    print_brief(page, "-", contra);
    std::size_t carriers = 0;
    for (const auto* side : {&pro, &contra}) {
        for (const OriginGroup& group : *side) {
            for (const Passage& passage : group.passages)
                carriers += 1 + passage.copies.size();
        }
    }
    const std::size_t shown = (pro.empty() ? 0U : 1U) + (contra.empty() ? 0U : 1U);
    if (carriers > shown) {
        page.paragraph(7, Words("and " + counted(carriers - shown, "more passage"), Look::dim));
    }
}

std::string run_line(const RunRecord& run) {
    std::string line = fmt::format("{}: index of {}, revision {}", run.program,
                                   counted(run.articles, "article"), run.revision);
    if (!run.made_at.empty()) line += ", made " + run.made_at;
    if (!run.options.empty()) line += ", options " + joined(run.options, " ");
    if (!run.lexicon.empty()) line += ", lexicon " + run.lexicon;
    if (!run.model.empty()) line += ", model " + run.model;
    return line;
}

}  // namespace

std::string terminal_verification(const Verification& verification, const TextStyle& style) {
    Page page(style);
    const std::vector<OriginGroup> pro = by_origin(verification, Stance::supports);
    const std::vector<OriginGroup> contra = by_origin(verification, Stance::contradicts);

    page.paragraph(0, Words(verification.id.empty() ? "Claim" : "Claim " + verification.id, Look::dim));
    page.paragraph(2, Words(verification.text, Look::bold));
    page.blank();
    page.paragraph(0, verdict_line(verification));
    page.blank();
    for (const ClaimNote note : verification.notes)
        page.entry("note", Words(note_sentence(note, verification), Look::warn));
    print_why(page, verification, pro);
    page.entry("sources", Words(sourcing(verification)));
    if (verification.highest_certainty) {
        page.entry("certainty", Words(fmt::format("at most \"{}\": {}", term(*verification.highest_certainty),
                                                  certainty_meaning(*verification.highest_certainty))));
    }
    page.entry("grade", Words(fmt::format("{}: {}", verification.grade, grade_meaning(verification.grade))));
    if (verification.as_of) {
        page.entry("as of", Words(to_string(*verification.as_of) + ", later articles do not count"));
    }
    if (verification.coverage != "complete") {
        page.entry("coverage", Words("not complete: " + verification.coverage, Look::bad));
    }
    print_side(page, "For it", pro);
    print_side(page, "Against it", contra);
    print_discussing(page, verification);
    return page.take();
}

std::string terminal_report(const Report& report, const TextStyle& style) {
    Page page(style);
    const Article& article = report.article;
    page.paragraph(0, Words(article.title.empty() ? article.id : article.title, Look::bold));
    Words origin(article.outlet.empty() ? "unknown outlet" : article.outlet);
    origin.add(fmt::format(", {}", date_or_undated(article.date)));
    if (!article.author.empty()) origin.add(", by " + article.author);
    page.paragraph(0, origin);
    if (!article.url.empty()) page.paragraph(0, Words(article.url, Look::dim));

    std::vector<std::string> counts;
    for (VerdictCount& each : verdict_counts(report))
        counts.push_back(std::move(each.words));
    page.blank();
    std::string summary = counted(report.claims.size(), "claim");
    if (!counts.empty()) summary += ": " + joined(counts, ", ");
    page.paragraph(0, Words(summary));
    for (const std::string& gap : gaps_in_coverage(report)) {
        page.paragraph(0, Words("Coverage is not complete: " + gap, Look::bad));
    }
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        page.blank();
        print_claim(page, report, i);
    }
    page.blank();
    page.paragraph(0, Words(run_line(report.run), Look::dim));
    return page.take();
}

}  // namespace whosaid::cli
