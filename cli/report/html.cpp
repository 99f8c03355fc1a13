#include "cli/report/display.hpp"
#include "cli/report/html_builder.hpp"
#include "cli/report/html_charts.hpp"
#include "cli/report/html_style.hpp"
#include "cli/report/links.hpp"
#include "cli/report/marks.hpp"
#include "cli/report/report.hpp"
#include "cli/report/sha256.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t passage_columns = 2000;  // a longer passage is cut

// The sign beside each verdict's colour, for those who do not see the colour.
std::string_view sign_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::corroborated:
            return "\xE2\x9C\x93";  // check mark
        case Verdict::single_source:
            return "\xE2\x97\x90";  // circle, half black
        case Verdict::disputed:
            return "\xE2\x89\xA0";  // not equal
        case Verdict::contradicted:
            return "\xE2\x9C\x97";  // ballot cross
        case Verdict::unsupported:
            return "?";
    }
    return "";
}

void write_chip(Html& html, Verdict verdict, std::string_view words) {
    html.raw("<span class=\"chip ").text(term(verdict)).raw("\"><span class=\"sign\" aria-hidden=\"true\">");
    html.text(sign_of(verdict)).raw("</span> ").text(words).raw("</span>");
}

// The same, leading to the first claim that has the verdict.
void write_chip_link(Html& html, const VerdictCount& count) {
    html.raw("<a href=\"#e").number(count.first + 1).raw("\">");
    write_chip(html, count.verdict, count.words);
    html.raw("</a>");
}

std::string heading_of(const Article& article) {
    const std::string title = printable(article.title.empty() ? article.id : article.title);
    return title.empty() ? "untitled article" : title;
}

// `words` in isolation from the direction of what surrounds them, linked where `url` is fit for it.
void write_link(Html& html, std::string_view url, std::string_view words) {
    const auto href = safe_href(url);
    if (href) html.raw("<a rel=\"noopener noreferrer nofollow\" href=\"").text(*href).raw("\">");
    html.raw("<bdi>").text(printable(words)).raw("</bdi>");
    if (href) html.raw("</a>");
}

// ---- the article with its claims marked

class ArticleText {
  public:
    explicit ArticleText(const Report& report)
        : report_(report), steps_(mark_up(report.article.text, report.claims)) {
        for (const MarkStep& step : steps_) {
            if (step.kind == MarkStep::Kind::label && step.piece == 0) labelled_.push_back(step.claim);
        }
        std::sort(labelled_.begin(), labelled_.end());
        headline_ends_ = headline_end();
    }

    [[nodiscard]] bool labelled(std::uint32_t claim) const {
        return std::binary_search(labelled_.begin(), labelled_.end(), claim);
    }
    // The title, with its marks where the text begins with it.
    void write_headline(Html& html) const {
        if (headline_ends_ == 0) {
            const Article& article = report_.article;
            html.text(heading_of(article));
        }
        for (std::size_t i = 1; i + 1 < headline_ends_; ++i)
            write(html, steps_[i]);
    }
    void write_body(Html& html) const {
        for (std::size_t i = headline_ends_; i < steps_.size(); ++i)
            write(html, steps_[i]);
    }

  private:
    // Steps taken by a first paragraph that is the title; 0 where there is none.
    [[nodiscard]] std::size_t headline_end() const {
        if (report_.article.title.empty()) return 0;
        std::string words;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (steps_[i].kind == MarkStep::Kind::text) words += steps_[i].span.of(report_.article.text);
            if (steps_[i].kind == MarkStep::Kind::paragraph_end) {
                return printable(words) == printable(report_.article.title) ? i + 1 : 0;
            }
        }
        return 0;
    }

    void write(Html& html, const MarkStep& step) const {
        switch (step.kind) {
            case MarkStep::Kind::paragraph_begin:
                html.raw("<p dir=\"auto\">");
                break;
            case MarkStep::Kind::paragraph_end:
                html.raw("</p>\n");
                break;
            case MarkStep::Kind::label:
                write_label(html, step);
                break;
            case MarkStep::Kind::open:
                html.raw("<span class=\"mark ").text(term(report_.claims[step.claim].certainty)).raw("\">");
                break;
            case MarkStep::Kind::close:
                html.raw("</span>");
                break;
            case MarkStep::Kind::text:
                html.text(step.span.of(report_.article.text));
                break;
        }
    }

    // "3" and the verdict's sign, a link to the evidence; its name tells a screen reader the whole.
    void write_label(Html& html, const MarkStep& step) const {
        const Claim& claim = report_.claims[step.claim];
        const bool judged = step.claim < report_.verifications.size();
        const Verdict verdict = judged ? report_.verifications[step.claim].verdict : Verdict::unsupported;
        const std::size_t number = step.claim + 1;
        html.raw("<span class=\"tie\"><a class=\"label ").text(term(verdict)).raw("\"");
        if (step.piece == 0) html.raw(" id=\"c").number(number).raw("\"");
        html.raw(" href=\"#e").number(number).raw("\" aria-label=\"Claim ").number(number);
        if (step.piece > 0) html.raw(", continued");
        html.raw(": ").text(printable(attribution_of(report_.article, claim).who));
        html.raw(", ").text(term(claim.certainty));
        if (judged) html.raw("; ").text(verdict_name(report_.verifications[step.claim]));
        html.raw("\">").number(number);
        if (judged) html.raw("<span class=\"sign\">").text(sign_of(verdict)).raw("</span>");
        html.raw("</a>\xE2\x81\xA0</span>");  // no line break between the label and its words
    }

    const Report& report_;
    std::vector<MarkStep> steps_;
    std::vector<std::uint32_t> labelled_;  // sorted
    std::size_t headline_ends_ = 0;
};

// ---- the evidence

void write_source(Html& html, const Evidence& evidence) {
    html.raw("<b><bdi>").text(printable(outlet_name(evidence))).raw("</bdi></b>, ");
    write_date(html, evidence.date);
    html.raw(", ").text(term(evidence.certainty));
    html.raw(", ");
    write_link(html, evidence.url, evidence.title.empty() ? evidence.article : evidence.title);
}

void write_quote(Html& html, const Evidence& evidence) {
    html.raw("<blockquote");
    if (const auto href = safe_href(evidence.url)) html.raw(" cite=\"").text(*href).raw("\"");
    html.raw("><p dir=\"auto\">").text(shortened(printable(evidence.text), passage_columns));
    html.raw("</p></blockquote>\n");
}

void write_passage(Html& html, const Passage& passage) {
    const Evidence& evidence = *passage.evidence;
    html.raw("<figure>\n<figcaption>");
    write_source(html, evidence);
    if (evidence.copy_of) html.raw(", copy of <bdi>").text(printable(*evidence.copy_of)).raw("</bdi>");
    html.raw("</figcaption>\n");
    write_quote(html, evidence);
    const std::string agreed = agreements(evidence);
    const bool differs = std::any_of(evidence.reasons.begin(), evidence.reasons.end(),
                                     [](const Reason& reason) { return !reason.agrees; });
    if (differs || !agreed.empty()) {
        html.raw("<ul class=\"slots\">\n");
        for (const Reason& reason : evidence.reasons) {
            if (reason.agrees) continue;
            html.raw("<li class=\"differs\">");
            write_with_dates(html, printable(difference(reason)));
            html.raw("</li>\n");
        }
        if (!agreed.empty()) {
            html.raw("<li class=\"agrees\">agrees on ");
            write_with_dates(html, printable(agreed));
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
    html.raw("</figure>\n");
    if (passage.copies.empty()) return;
    html.raw("<details>\n<summary>Also carried by ").text(printable(carriers(passage)));
    html.raw(": same copy</summary>\n<ul>\n");
    for (const Evidence* copy : passage.copies) {
        html.raw("<li>");
        write_source(html, *copy);
        html.raw("</li>\n");
    }
    html.raw("</ul>\n</details>\n");
}

void write_origin(Html& html, const OriginGroup& group) {
    html.raw("<li>\n<p class=\"origin\"><strong><bdi>").text(printable(origin_name(group)));
    html.raw("</bdi></strong>");
    if (group.kind || !group.description.empty()) {
        html.raw(" <span class=\"kind\">");
        if (group.kind) html.text(kind_name(*group.kind));
        if (group.kind && !group.description.empty()) html.raw(", ");
        if (!group.description.empty()) html.raw("<bdi>").text(printable(group.description)).raw("</bdi>");
        html.raw("</span>");
    }
    if (const std::string rated = reliability_words(group.reliability); !rated.empty())
        html.raw(" <span class=\"kind\">").text(rated).raw("</span>");
    if (group.anonymous) html.raw(" <span class=\"unproven\">independence cannot be shown</span>");
    html.raw("</p>\n");
    for (const Passage& passage : group.passages)
        write_passage(html, passage);
    html.raw("</li>\n");
}

void write_side(Html& html, const Verification& verification, Stance stance) {
    const std::vector<OriginGroup> groups = by_origin(verification, stance);
    if (groups.empty()) return;
    const bool pro = stance == Stance::supports;
    html.raw("<h4>").text(pro ? "For it: " : "Against it: ").text(counted(groups.size(), "origin"));
    html.raw("</h4>\n<ol class=\"origins ").text(pro ? "for" : "against").raw("\">\n");
    for (const OriginGroup& group : groups)
        write_origin(html, group);
    html.raw("</ol>\n");
}

void write_discussing(Html& html, const Verification& verification) {
    const auto discusses = [](const Evidence& evidence) { return evidence.stance == Stance::discusses; };
    const auto number = std::count_if(verification.evidence.begin(), verification.evidence.end(), discusses);
    if (number == 0) return;
    html.raw("<details>\n<summary>").text(counted(static_cast<std::uint64_t>(number), "passage"));
    html.text(number == 1 ? " touches" : " touch")
        .raw(" on it without saying so or otherwise</summary>\n<ul>\n");
    for (const Evidence& evidence : verification.evidence) {
        if (!discusses(evidence)) continue;
        html.raw("<li>");
        write_source(html, evidence);
        write_quote(html, evidence);
        html.raw("</li>\n");
    }
    html.raw("</ul>\n</details>\n");
}

void write_why(Html& html, const Verification& verification) {
    html.raw("<dl class=\"why\">\n");
    const auto row = [&](std::string_view label, std::string_view words) {
        if (words.empty()) return;
        html.raw("<div><dt>").text(label).raw("</dt><dd>");
        write_with_dates(html, printable(words));
        html.raw("</dd></div>\n");
    };
    for (const Deciding& reason : deciding(verification)) {
        row("Difference", fmt::format("{} ({})", reason.difference, reason.origin));
    }
    row("Sources", sourcing(verification));
    if (verification.highest_certainty) {
        row("Certainty",
            fmt::format("at most \xE2\x80\x9C{}\xE2\x80\x9D: {}", term(*verification.highest_certainty),
                        certainty_meaning(*verification.highest_certainty)));
    }
    row("Grade", fmt::format("{}: {}", verification.grade, grade_meaning(verification.grade)));
    if (verification.as_of) row("As of", to_string(*verification.as_of));
    if (verification.coverage != "complete") row("Coverage", "not complete: " + verification.coverage);
    html.raw("</dl>\n");
}

// What is known of the claim besides its words, as the items of one line.
void write_facts(Html& html, const Report& report, const Claim& claim) {
    html.raw("<ul class=\"facts\">\n<li><b class=\"sample ").text(term(claim.certainty)).raw("\">");
    html.text(term(claim.certainty)).raw("</b></li>\n");
    const auto item = [&](std::string_view words) {
        if (words.empty()) return;
        html.raw("<li>");
        write_with_dates(html, printable(words));
        html.raw("</li>\n");
    };
    if (claim.polarity == Polarity::denied) html.raw("<li><b>denied</b></li>\n");
    item(kind_name(claim.source.kind));
    item(claim.source.description);
    if (claim.source.anonymity) item(anonymity_words(*claim.source.anonymity));
    if (claim.form == Form::direct) item("in the source's own words");
    if (claim.form == Form::mixed) item("partly in the source's own words");
    if (claim.recipient) item("said to " + claim.recipient->name);
    for (const TimeExpression& time : claim.times) {
        item(fmt::format("{} = {}", time.span.of(report.article.text), time.value));
    }
    if (claim.nested_in) {
        html.raw("<li>inside <a href=\"#e").number(*claim.nested_in + 1).raw("\">claim ");
        html.number(*claim.nested_in + 1).raw("</a></li>\n");
    }
    html.raw("</ul>\n");
}

void write_claim(Html& html, const Report& report, const ArticleText& article, std::uint32_t index) {
    const Claim& claim = report.claims[index];
    const std::size_t number = index + 1;
    const Attribution attribution = attribution_of(report.article, claim);
    html.raw("<li class=\"claim\" id=\"e").number(number).raw("\">\n<div class=\"claim-head\">");
    if (article.labelled(index)) {
        html.raw("<a class=\"number\" href=\"#c").number(number).raw("\" aria-label=\"Claim ").number(number);
        html.raw(": back to the article\">").number(number).raw("</a>");
    } else {
        html.raw("<span class=\"number\">").number(number).raw("</span>");
    }
    html.raw("<h3><bdi>").text(printable(attribution.who)).raw("</bdi> <span class=\"act\">");
    html.text(printable(attribution.act)).raw("</span></h3>");
    const bool judged = index < report.verifications.size();
    if (judged) {
        const Verification& verification = report.verifications[index];
        write_chip(html, verification.verdict, verdict_name(verification));
    }
    html.raw("</div>\n<p class=\"content\" dir=\"auto\">");
    html.text(shortened(printable(content_of(report.article, claim)), passage_columns)).raw("</p>\n");
    write_facts(html, report, claim);
    if (judged) {
        const Verification& verification = report.verifications[index];
        std::string finding = verdict_sentence(verification);
        finding.front() = finding.front() == 'n' ? 'N' : finding.front();
        html.raw("<p class=\"finding\">").text(finding).raw(".</p>\n");
        write_why(html, verification);
        write_origins_chart(html, verification, number);
        write_timeline_chart(html, verification, report.article.date, number);
        write_side(html, verification, Stance::supports);
        write_side(html, verification, Stance::contradicts);
        write_discussing(html, verification);
    }
    html.raw("</li>\n");
}

// ---- the page around them

void write_head(Html& html, const Article& article) {
    html.raw(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
    html.text(sha256_base64(html_style));  // this one and no other
    html.raw(
        "'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Who said it: ");
    html.text(heading_of(article));
    html.raw("</title>\n<style>").raw(html_style).raw("</style>\n</head>\n");
}

void write_legend(Html& html) {
    html.raw("<ul class=\"legend\" aria-label=\"How sure the source shows itself\">\n");
    for (const std::string_view name : Terms<Certainty>::values)
        html.raw("<li><span class=\"sample ").text(name).raw("\">").text(name).raw("</span></li>\n");
    html.raw("</ul>\n");
}

// What the lines, signs and drawings say, folded away: who reads reports daily knows.
void write_key(Html& html) {
    html.raw(
        "<details class=\"key\">\n<summary>How to read this</summary>\n<div>\n<section>\n"
        "<h2>The line under a claim</h2>\n<p>How sure the source shows itself, by its words alone.</p>\n"
        "<dl>\n");
    for (std::size_t i = 0; i < Terms<Certainty>::values.size(); ++i) {
        const auto certainty = static_cast<Certainty>(i);
        html.raw("<dt><span class=\"sample ").text(term(certainty)).raw("\">").text(term(certainty));
        html.raw("</span></dt><dd>").text(certainty_meaning(certainty)).raw("</dd>\n");
    }
    html.raw(
        "</dl>\n</section>\n<section>\n<h2>The sign beside its number</h2>\n<p>What other articles say. A "
        "source "
        "may be sure and alone, or hesitant and confirmed.</p>\n<dl>\n");
    for (std::size_t i = 0; i < Terms<Verdict>::values.size(); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        html.raw("<dt>");
        write_chip(html, verdict, verdict_name(verdict));
        html.raw("</dt><dd>").text(verdict_meaning(verdict)).raw("</dd>\n");
    }
    html.raw(
        "</dl>\n</section>\n<section>\n<h2>Origins and days</h2>\n<p>Articles that carry the same copy, or "
        "quote "
        "the same source, count as one origin.</p>\n");
    write_charts_key(html);
    html.raw(
        "<p>The grade is the Admiralty scale: a letter for the source, a number for the information; F and 6 "
        "mean that there is no basis to judge, not that it is false.</p>\n</section>\n</div>\n</details>\n");
}

void write_masthead(Html& html, const Report& report, const ArticleText& text) {
    const Article& article = report.article;
    html.raw(
        "<header class=\"page masthead\">\n<p class=\"kicker\">Who said it, and who else reports it</p>\n"
        "<h1 dir=\"auto\">");
    text.write_headline(html);
    html.raw("</h1>\n<p class=\"byline\">");
    html.raw("<bdi>")
        .text(article.outlet.empty() ? "unknown outlet" : printable(article.outlet))
        .raw("</bdi>, ");
    write_date(html, article.date);
    if (!article.author.empty()) html.raw(", by <bdi>").text(printable(article.author)).raw("</bdi>");
    if (!article.url.empty()) {
        html.raw("<br>");
        write_link(html, article.url, article.url);
    }
    html.raw("</p>\n<div class=\"tally\"><strong>").text(counted(report.claims.size(), "claim"));
    html.raw("</strong>");
    for (const VerdictCount& each : verdict_counts(report)) {
        html.raw("\n");
        write_chip_link(html, each);
    }
    html.raw("</div>\n");
    for (const std::string& gap : gaps_in_coverage(report)) {
        html.raw("<p class=\"alert\" role=\"note\">The index could not be asked completely: ");
        html.text(printable(gap)).raw("</p>\n");
    }
    write_key(html);
    html.raw("</header>\n");
}

void write_record(Html& html, const RunRecord& run) {
    html.raw(
        "<footer class=\"page record\" aria-labelledby=\"made\">\n<h2 id=\"made\">How this was made</h2>\n"
        "<p>By a program that reads and compares texts: it can be wrong about any of them. The passages are "
        "there to be read.</p>\n<dl>\n");
    const auto row = [&](std::string_view label, std::string_view words) {
        if (words.empty()) return;
        html.raw("<dt>").text(label).raw("</dt><dd>");
        write_with_dates(html, printable(words));
        html.raw("</dd>\n");
    };
    row("Made by", run.program);
    row("Made at", run.made_at);
    row("Index", fmt::format("{}, revision {}", counted(run.articles, "article"), run.revision));
    row("Schema", run.schema);
    row("Options", joined(run.options, " "));
    row("Lexicon", run.lexicon);
    row("Models", run.model);
    html.raw("</dl>\n</footer>\n");
}

}  // namespace

std::string html_report(const Report& report) {
    Html html;
    const ArticleText article(report);
    write_head(html, report.article);
    html.raw("<body>\n<a class=\"skip\" href=\"#claims\">To the claims and their evidence</a>\n");
    write_masthead(html, report, article);
    html.raw(
        "<main class=\"page columns\">\n<section class=\"article\" tabindex=\"0\" "
        "aria-labelledby=\"article\">\n<h2 id=\"article\">The article</h2>\n");
    if (!report.claims.empty()) write_legend(html);
    article.write_body(html);
    html.raw(
        "</section>\n<section class=\"claims\" aria-labelledby=\"claims\">\n"
        "<h2 id=\"claims\" tabindex=\"-1\">Claims and evidence</h2>\n");
    if (report.claims.empty()) {
        html.raw(
            "<p class=\"nothing\">No claim was found in this article: nobody is said to say anything.</p>\n");
    } else {
        html.raw("<ol>\n");
        for (std::uint32_t i = 0; i < report.claims.size(); ++i)
            write_claim(html, report, article, i);
        html.raw("</ol>\n");
    }
    html.raw("</section>\n</main>\n");
    write_record(html, report.run);
    html.raw("</body>\n</html>\n");
    return html.take();
}

}  // namespace whosaid::cli
