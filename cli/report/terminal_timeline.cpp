#include "cli/report/page.hpp"
#include "cli/report/report.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t passage_columns = 600;

char sign_of(Stance stance) {
    return stance == Stance::supports ? '+' : stance == Stance::contradicts ? '-' : '.';
}

Look look_of(Stance stance) {
    return stance == Stance::supports ? Look::good : stance == Stance::contradicts ? Look::bad : Look::dim;
}

std::string times_text(std::size_t number) {
    return number == 1 ? "once" : number == 2 ? "twice" : fmt::format("{} times", number);
}

// "4 passages by 3 origins, 2026-01-28 to 2026-02-03; hardened twice, once by the carrier; reversed once".
std::string summary(const std::vector<TimelineEntry>& entries) {
    std::set<std::string> origins;
    std::array<std::size_t, Terms<MoveKind>::values.size()> moves{};
    std::size_t by_carrier = 0;
    for (const TimelineEntry& entry : entries) {
        origins.insert(entry.evidence.origin.empty() ? entry.evidence.article : entry.evidence.origin);
        for (const Move& move : entry.moves) {
            ++moves.at(static_cast<std::size_t>(move.kind));
            if (move.kind == MoveKind::hardened && move.carrier) ++by_carrier;
        }
    }
    std::string out =
        fmt::format("{} by {}", counted(entries.size(), "passage"), counted(origins.size(), "origin"));
    const auto dated = [](const TimelineEntry& entry) { return entry.evidence.date.has_value(); };
    const auto first = std::find_if(entries.begin(), entries.end(), dated);
    const auto last = std::find_if(entries.rbegin(), entries.rend(), dated);
    if (first != entries.end()) {
        out += ", " + to_string(*first->evidence.date);
        if (first->evidence.date != last->evidence.date) out += " to " + to_string(*last->evidence.date);
    }
    const auto tell = [&](MoveKind kind, std::string_view words) {
        const std::size_t number = moves.at(static_cast<std::size_t>(kind));
        if (number == 0) return;
        out += fmt::format("; {} {}", words, times_text(number));
        if (kind == MoveKind::hardened && by_carrier > 0)
            out += number == by_carrier ? ", by the carrier"
                                        : fmt::format(", {} by the carrier", times_text(by_carrier));
    };
    tell(MoveKind::hardened, "hardened");
    tell(MoveKind::softened, "softened");
    tell(MoveKind::reversed, "reversed");
    tell(MoveKind::date_changed, "date changed");
    return out;
}

// A column a passage, a row a certainty; nothing where a single one, or more than the page has room for.
void print_chart(Page& page, const std::vector<TimelineEntry>& entries) {
    constexpr std::size_t label = 16;
    constexpr std::size_t column = 4;
    if (entries.size() < 2 || label + entries.size() * column > page.width()) return;
    for (std::size_t c = 0; c < Terms<Certainty>::values.size(); ++c) {
        const auto certainty = static_cast<Certainty>(c);
        std::string line = fmt::format("  {:<{}}", term(certainty), label - 2);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Evidence& evidence = entries[i].evidence;
            line += evidence.certainty == certainty
                        ? fmt::format("{:<{}}", fmt::format("{}{}", sign_of(evidence.stance), i + 1), column)
                        : std::string(column, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        page.line(line);
    }
    page.paragraph(2,
                   Words("+ supports it, - contradicts it, . touches on it; later to the right", Look::dim));
    page.blank();
}

void print_move(Page& page, const Move& move) {
    constexpr std::size_t margin = 5;
    const auto show = [&](char mark, const std::string& words, Look look) {
        page.paragraph(fmt::format("{:{}}{} ", "", margin, mark), margin + 2, Words(words, look));
    };
    switch (move.kind) {
        case MoveKind::first_report:
            show('*', "first report by this origin", Look::plain);
            return;
        case MoveKind::hardened:
        case MoveKind::softened: {
            const bool hardened = move.kind == MoveKind::hardened;
            std::string words =
                fmt::format("{} from {} to {} since {}", term(move.kind), move.from, move.to, move.since);
            if (move.carrier) words += ", by the carrier";
            show(hardened ? '^' : 'v', words, hardened ? Look::warn : Look::plain);
            return;
        }
        case MoveKind::reversed:
            show('!', fmt::format("reversed: {} it in {}, now {} it", move.from, move.since, move.to),
                 Look::bad);
            return;
        case MoveKind::date_changed:
            show('~', fmt::format("date changed from {} to {} since {}", move.from, move.to, move.since),
                 Look::warn);
            return;
    }
}

void print_entry(Page& page, std::size_t number, const TimelineEntry& entry) {
    const Evidence& evidence = entry.evidence;
    Words header(date_or_undated(evidence.date), Look::bold);
    header.add(fmt::format(", {}", outlet_name(evidence)), Look::bold);
    header.add(fmt::format(", {}", term(evidence.certainty)));
    header.add(",").add(
        fmt::format(" {} it", evidence.stance == Stance::discusses ? std::string_view("touches on")
                                                                   : term(evidence.stance)),
        look_of(evidence.stance));
    header.add(fmt::format(" [{}]", evidence.article), Look::dim);
    page.paragraph(fmt::format("{:>3}. ", number), 5, header);
    Words source(evidence.source.name.empty() ? "somebody unnamed" : evidence.source.name);
    source.add(fmt::format(", {}", kind_name(evidence.source.kind)), Look::dim);
    if (!evidence.origin.empty() && evidence.origin != evidence.source.name)
        source.add(fmt::format("; origin: {}", evidence.origin), Look::dim);
    if (const std::string rated = reliability_words(evidence.reliability); !rated.empty())
        source.add(fmt::format("; {}", rated), Look::dim);
    page.paragraph(5, source);
    page.quoted(6, evidence.text, passage_columns);
    if (!entry.times.empty()) {
        std::vector<std::string> times;
        for (const TimeExpression& time : entry.times) {
            const Span within{time.span.begin - evidence.span.begin, time.span.end - evidence.span.begin};
            times.push_back(fmt::format("{} = {}", within.of(evidence.text), time.value));
        }
        page.paragraph(5, Words("when: " + joined(times, ", "), Look::dim));
    }
    for (const Move& move : entry.moves)
        print_move(page, move);
}

}  // namespace

std::string terminal_timeline(const Verification& verification, const std::vector<TimelineEntry>& entries,
                              const TextStyle& style) {
    Page page(style);
    page.paragraph(0, Words("Timeline", Look::dim));
    page.paragraph(2, Words(verification.text, Look::bold));
    page.blank();
    if (verification.as_of)
        page.entry("as of", Words(to_string(*verification.as_of) + ", later articles do not count"));
    if (verification.coverage != "complete")
        page.entry("coverage", Words("not complete: " + verification.coverage, Look::bad));
    for (const ClaimNote note : verification.notes)
        page.entry("note", Words(note_sentence(note, verification), Look::warn));
    if (verification.as_of || verification.coverage != "complete" || !verification.notes.empty())
        page.blank();
    if (entries.empty()) {
        page.paragraph(0, Words("Nothing found that reports, contradicts or touches on it."));
        return page.take();
    }
    page.paragraph(0, Words(summary(entries) + "."));
    page.blank();
    print_chart(page, entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0) page.blank();
        print_entry(page, i + 1, entries[i]);
    }
    return page.take();
}

}  // namespace whosaid::cli
