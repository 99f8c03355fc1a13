#include "cli/report/display.hpp"
#include "cli/report/report.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t narrowest = 40;  // below this, lines are longer than the terminal rather than torn
constexpr std::size_t passage_columns = 1200;  // a longer passage is cut
constexpr std::size_t brief_columns = 150;     // the same in the brief evidence of an article's report

constexpr std::string_view left_quote = "\xE2\x80\x9C";
constexpr std::string_view right_quote = "\xE2\x80\x9D";

enum class Look : std::uint8_t { plain, bold, dim, good, warn, bad };

std::string_view escape_of(Look look) {
    switch (look) {
        case Look::plain:
            return "";
        case Look::bold:
            return "\x1b[1m";
        case Look::dim:
            return "\x1b[2m";
        case Look::good:
            return "\x1b[1;32m";
        case Look::warn:
            return "\x1b[1;33m";
        case Look::bad:
            return "\x1b[1;31m";
    }
    return "";
}

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

// Words in several looks that are wrapped as one text. Whatever is added becomes printable here, so nothing
// of an article reaches the terminal by another way.
class Words {
  public:
    Words() = default;
    explicit Words(std::string_view words, Look look = Look::plain) { add(words, look); }

    Words& add(std::string_view words, Look look = Look::plain) {
        const std::string clean = printable(words);
        if (clean.empty()) return *this;
        if (!text_.empty() && words.front() == ' ') text_ += ' ';
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_ += clean;
        runs_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, look});
        return *this;
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    struct Run {
        Span span;
        Look look = Look::plain;
    };
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

  private:
    std::string text_;
    std::vector<Run> runs_;  // in order, apart from single spaces between them
};

class Page {
  public:
    explicit Page(const TextStyle& style)
        : colour_(style.colour), width_(std::max<std::size_t>(style.width, narrowest)) {}

    void blank() { out_ += '\n'; }

    // Wraps `words`, the first line behind `first`, the others behind as many spaces as `rest`.
    void paragraph(std::string_view first, std::size_t rest, const Words& words) {
        const std::size_t margin = std::max(display_width(first), rest);
        const std::vector<Span> lines = wrap(words.text(), width_ > margin ? width_ - margin : 1);
        std::size_t run = 0;
        bool is_first = true;
        for (const Span line : lines) {
            if (is_first) {
                out_ += first;
            } else {
                out_.append(rest, ' ');
            }
            is_first = false;
            styled(line, words, run);
            out_ += '\n';
        }
    }
    void paragraph(std::size_t margin, const Words& words) {
        paragraph(std::string(margin, ' '), margin, words);
    }
    // "  label       words", wrapped under the words.
    void entry(std::string_view label, const Words& words) {
        if (!words.empty()) paragraph(fmt::format("  {:<10}  ", label), 14, words);
    }
    void heading(const Words& words) {
        paragraph(0, words);
        out_.append(width_, '-');
        out_ += '\n';
    }
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    // The bytes of `line`, in the looks of the runs that cover it; `run` goes on from line to line.
    void styled(Span line, const Words& words, std::size_t& run) {
        if (!colour_) {
            out_ += line.of(words.text());
            return;
        }
        std::uint32_t at = line.begin;
        while (at < line.end && run < words.runs().size()) {
            const Words::Run& current = words.runs()[run];
            if (current.span.end <= at) {
                ++run;
                continue;
            }
            const std::uint32_t begin = std::clamp(current.span.begin, at, line.end);
            const std::uint32_t end = std::min(current.span.end, line.end);
            out_ += Span{at, begin}.of(words.text());
            if (begin < end) {
                const std::string_view escape = escape_of(current.look);
                out_ += escape;
                out_ += Span{begin, end}.of(words.text());
                if (!escape.empty()) out_ += "\x1b[0m";
            }
            at = std::max(begin, end);
        }
    }

    bool colour_;
    std::size_t width_;
    std::string out_;
};

// A passage between quotation marks that hang left of it; one that brings its own keeps those.
void quoted(Page& page, std::size_t margin, std::string_view passage, std::size_t columns) {
    const std::string text = shortened(printable(passage), columns);
    if (text.size() > 1 && text.starts_with('"') && text.ends_with('"')) {
        page.paragraph(std::string(margin - 1, ' ') + '"', margin, Words(text.substr(1)));
    } else if (text.starts_with(left_quote) && text.ends_with(right_quote)) {
        page.paragraph(std::string(margin - 1, ' ').append(left_quote), margin,
                       Words(text.substr(left_quote.size())));
    } else {
        page.paragraph(std::string(margin - 1, ' ') + '"', margin, Words(text + '"'));
    }
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
    if (group.anonymous) header.add(" - independence cannot be shown", Look::warn);
    page.paragraph(fmt::format("{:>3}. ", number), 5, header);
    if (!group.description.empty()) page.paragraph(5, Words(group.description, Look::dim));
    for (const Passage& passage : group.passages) {
        const Evidence& evidence = *passage.evidence;
        page.blank();
        Words carrier = carrier_line(evidence);
        carrier.add(fmt::format(" [{}]", evidence.article), Look::dim);
        page.paragraph(5, carrier);
        quoted(page, 6, evidence.text, passage_columns);
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
    std::string name(verdict_name(verification.verdict));
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
    quoted(page, 8, evidence.text, brief_columns);
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
    quoted(page, 6, content_of(report.article, claim), passage_columns);
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
    const auto number_of = verdict_counts(report);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (number_of.at(i) > 0) {
            counts.push_back(fmt::format("{} {}", number_of.at(i), verdict_name(verdicts.at(i))));
        }
    }
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
