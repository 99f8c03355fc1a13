#include "cli/report/html_charts.hpp"

#include "cli/report/display.hpp"
#include "cli/report/groups.hpp"
#include "cli/report/lanes.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// Units of the drawings, which the page scales to about a pixel each: as wide as a phone's screen has room
// for.
constexpr std::size_t width = 340;
constexpr std::size_t line_height = 15;

std::string_view side_class(Stance stance) {
    return stance == Stance::supports ? "pro" : "contra";
}
std::string_view side_words(Stance stance) {
    return stance == Stance::supports ? "for it" : "against it";
}

// An SVG that names itself, `chart` a letter for its ids. Ends with </svg>, which the caller writes.
void begin_svg(Html& html, char chart, std::size_t number, std::size_t height, std::string_view title,
               std::string_view description) {
    const std::string id = fmt::format("{}{}", chart, number);
    html.raw("<svg class=\"drawing\" role=\"img\" viewBox=\"0 0 ").number(width).raw(" ").number(height);
    html.raw("\" aria-labelledby=\"").text(id).raw("t ").text(id).raw("d\">\n<title id=\"").text(id);
    html.raw("t\">").text(title).raw("</title>\n<desc id=\"").text(id).raw("d\">").text(description);
    html.raw("</desc>\n");
}

// A name in a drawing: as many lines of as many columns at most; what is beyond the last one is cut.
std::vector<std::string> lines_of(std::string_view words, std::size_t columns, std::size_t most) {
    std::vector<std::string> out;
    for (const Span line : wrap(words, columns)) {
        if (out.size() + 1 == most && line.end < words.size()) {
            out.push_back(shortened(words.substr(line.begin), columns));
            break;
        }
        out.emplace_back(line.of(words));
    }
    return out;
}

// ---- origins

struct Carrier {
    std::string name;  // printable
    bool copy = false;
};
struct Node {
    std::string name;  // printable
    Stance stance = Stance::supports;
    bool anonymous = false;
    std::vector<Carrier> carriers;  // an article once each
};

std::vector<Node> nodes_of(const Verification& verification) {
    std::vector<Node> out;
    for (const Stance stance : {Stance::supports, Stance::contradicts}) {
        for (const OriginGroup& group : by_origin(verification, stance)) {
            Node& node = out.emplace_back();
            node.name = printable(origin_name(group));
            node.stance = stance;
            node.anonymous = group.anonymous;
            std::set<std::string_view> articles;
            const auto add = [&](const Evidence& evidence) {
                if (articles.insert(evidence.article).second)
                    node.carriers.push_back({printable(outlet_name(evidence)), evidence.copy_of.has_value()});
            };
            for (const Passage& passage : group.passages) {
                add(*passage.evidence);
                for (const Evidence* copy : passage.copies)
                    add(*copy);
            }
        }
    }
    return out;
}

// "For it: Ines Okafor, in Harbour Wire, as a copy in NBT World Service."
std::string described(const std::vector<Node>& nodes) {
    std::vector<std::string> out;
    for (const Node& node : nodes) {
        std::vector<std::string> where{node.name};
        for (const Carrier& carrier : node.carriers)
            where.push_back((carrier.copy ? "as a copy in " : "in ") + carrier.name);
        out.push_back(fmt::format("{}{}: {}.", side_words(node.stance), node.anonymous ? ", unnamed" : "",
                                  joined(where, ", ")));
        out.back().front() = node.stance == Stance::supports ? 'F' : 'A';
    }
    return joined(out, " ");
}

// Columns from the left: an origin's sign and name, a trunk with its branches, names of outlets.
constexpr std::size_t sign_at = 8;
constexpr std::size_t name_at = 22;
constexpr std::size_t trunk_at = 174;
constexpr std::size_t carrier_at = 184;
constexpr std::size_t carrier_name_at = 198;
constexpr std::size_t name_columns = 20;
constexpr std::size_t name_lines = 3;

// Plus or minus in a disc; in a broken ring where the origin is unnamed.
void write_sign(Html& html, Stance stance, bool anonymous, std::size_t x, std::size_t y) {
    html.raw("<circle class=\"").text(anonymous ? "unnamed" : "named").raw("\" cx=\"").number(x);
    html.raw("\" cy=\"").number(y).raw("\" r=\"7\"/>\n<path class=\"stroke\" d=\"M").number(x - 4);
    html.raw(" ").number(y).raw("h8");
    if (stance == Stance::supports) html.raw("m-4 -4v8");
    html.raw("\"/>\n");
}

// A square for an article, hollow for a copy.
void write_carrier(Html& html, bool copy, std::size_t x, std::size_t y) {
    html.raw("<rect class=\"").text(copy ? "copy" : "own").raw("\" x=\"").number(x).raw("\" y=\"");
    html.number(y - 4).raw("\" width=\"8\" height=\"8\"/>\n");
}

// The drawings of origins, put together before their height is known.
class Branches {
  public:
    // Draws at `top`, returns where the next can begin.
    std::size_t draw(const Node& node, std::size_t top) {
        const std::size_t middle = top + line_height - 4;
        const std::size_t shown =
            node.carriers.size() <= most_carriers ? node.carriers.size() : most_carriers - 1;
        Html names;  // over the links, whose ends they cover
        std::size_t left = top;
        for (const std::string& line : lines_of(node.name, name_columns, name_lines))
            write_name(names, line, name_at, trunk_at - 4, left += line_height);
        shapes_.raw("<g class=\"").text(side_class(node.stance)).raw("\">\n");
        std::size_t right = top;
        std::size_t last = middle;
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) right += 3;
            last = right + line_height - 4;
            branch(last, node.carriers[i].copy);
            for (const std::string& line : lines_of(node.carriers[i].name, name_columns, name_lines))
                write_name(names, line, carrier_name_at, width, right += line_height);
        }
        if (shown < node.carriers.size()) {
            write_name(names, fmt::format("and {} more", node.carriers.size() - shown), carrier_name_at,
                       width, right += line_height + 3);
        }
        shapes_.raw("<path class=\"link\" d=\"M").number(sign_at).raw(" ").number(middle).raw("H");
        shapes_.number(trunk_at).raw("V").number(last).raw("\"/>\n");
        write_sign(shapes_, node.stance, node.anonymous, sign_at, middle);
        shapes_.append(names).raw("</g>\n");
        return std::max(left, right) + 10;
    }
    void caption(std::string_view words, std::size_t y) {
        shapes_.raw("<text class=\"soft\" x=\"0\" y=\"").number(y).raw("\">").text(words).raw("</text>\n");
    }
    [[nodiscard]] Html take() { return std::move(shapes_); }

  private:
    static constexpr std::size_t most_carriers = 8;

    // In a viewport of its own, so that a wide one ends at its column.
    static void write_name(Html& html, std::string_view words, std::size_t from, std::size_t to,
                           std::size_t y) {
        html.raw("<svg x=\"").number(from).raw("\" y=\"").number(y - line_height).raw("\" width=\"");
        html.number(to - from).raw("\" height=\"20\"><text x=\"2\" y=\"").number(line_height);
        html.raw("\">").text(words).raw("</text></svg>\n");
    }
    void branch(std::size_t y, bool copy) {
        shapes_.raw("<path class=\"link\" d=\"M").number(trunk_at).raw(" ").number(y).raw("H");
        shapes_.number(carrier_at).raw("\"/>\n");
        write_carrier(shapes_, copy, carrier_at, y);
    }

    Html shapes_;
};

// ---- the timeline

// Where the tracks of a timeline begin and end, and what stands above their line or below it.
constexpr std::size_t track_begin = 14;
constexpr std::size_t track_end = width - 8;
constexpr std::size_t step = 5;  // of certainty, a block and the gap after it
constexpr std::size_t side_height = 5 * step + 2;
constexpr std::size_t mark_width = 6;
constexpr std::size_t mark_gap = 9;             // from mark to mark at least
constexpr std::size_t letter = 7;               // width of a letter, rather too much
constexpr std::size_t day_width = 10 * letter;  // of a day's name
constexpr std::size_t most_lanes = 12;
constexpr std::size_t most_moments = 24;  // of a lane, so that its marks find room

// How many blocks a mark has: 5 for what is confirmed, 1 for what the source leaves open.
std::size_t blocks(Certainty certainty) {
    return Terms<Certainty>::values.size() - static_cast<std::size_t>(certainty);
}

// From day to place.
class Scale {
  public:
    Scale(const std::vector<Lane>& lanes, const std::optional<Date>& published) {
        std::size_t undated = 0;
        for (const Lane& lane : lanes) {
            std::size_t here = 0;
            for (const Moment& moment : lane.moments) {
                if (moment.date) days_.insert(*moment.date);
                if (!moment.date) ++here;
            }
            undated = std::max(undated, here);
        }
        if (undated > 0) undated_at_ = track_end - std::max(undated * mark_gap, letter * 7);
        moved_ = days_.size() > 1;
        first_ = moved_ ? *days_.begin() : Date{};
        last_ = moved_ ? *days_.rbegin() : Date{};
        if (moved_ && published) {
            first_ = std::min(first_, *published);
            last_ = std::max(last_, *published);
        }
    }
    [[nodiscard]] bool moved() const { return moved_; }
    [[nodiscard]] const std::set<Date>& days() const { return days_; }
    [[nodiscard]] std::size_t undated_at() const { return undated_at_; }  // 0: all have dates
    // Where the first and the last day stand: their names fit in around them.
    [[nodiscard]] static std::size_t begin() { return day_width / 2 + 2; }
    [[nodiscard]] std::size_t end() const {
        return (undated_at_ > 0 ? undated_at_ - mark_gap : width) - day_width / 2;
    }
    [[nodiscard]] std::size_t at(Date day) const {
        const auto span = static_cast<std::size_t>(days_between(first_, last_));
        return begin() + static_cast<std::size_t>(days_between(first_, day)) * (end() - begin()) / span;
    }

  private:
    std::set<Date> days_;
    Date first_;
    Date last_;
    std::size_t undated_at_ = 0;
    bool moved_ = false;
};

struct Mark {
    const Moment* moment = nullptr;
    std::size_t x = 0;  // of its middle
};

// The marks of a lane, moved apart where their days are closer than marks can stand.
std::vector<Mark> marks_of(const Lane& lane, const Scale& scale) {
    std::vector<Mark> dated;
    std::vector<Mark> undated;
    for (const Moment& moment : lane.moments) {
        if (moment.date && dated.size() < most_moments) dated.push_back({&moment, scale.at(*moment.date)});
        if (!moment.date)
            undated.push_back({&moment, scale.undated_at() + mark_gap / 2 + undated.size() * mark_gap});
    }
    for (std::size_t i = 1; i < dated.size(); ++i)
        dated[i].x = std::max(dated[i].x, dated[i - 1].x + mark_gap);
    std::size_t limit = scale.end();
    for (auto mark = dated.rbegin(); mark != dated.rend(); ++mark) {
        mark->x = std::min(mark->x, limit);
        limit = mark->x - mark_gap;
    }
    dated.insert(dated.end(), undated.begin(), undated.end());
    return dated;
}

std::string outlets_of(const Moment& moment) {
    std::vector<std::string> out;
    for (const Evidence* evidence : moment.passages)
        out.push_back(outlet_name(*evidence));
    return printable(joined(out, ", "));
}

// Blocks above the line for, below it against.
void write_blocks(Html& html, Stance stance, Certainty certainty, std::size_t x, std::size_t line) {
    html.raw("<path class=\"blocks\" d=\"");
    for (std::size_t i = 0; i < blocks(certainty); ++i) {
        html.raw("M").number(x - mark_width / 2).raw(" ");
        html.number(stance == Stance::supports ? line - (i + 1) * step : line + 2 + i * step);
        html.raw("h").number(mark_width).raw("v4h-").number(mark_width).raw("z");
    }
    html.raw("\"/>");
}

void write_mark(Html& html, const Mark& mark, std::size_t line) {
    const Moment& moment = *mark.moment;
    html.raw("<g class=\"").text(side_class(moment.stance)).raw("\"><title>");
    html.text(fmt::format("{}: {}, {}; {}", date_or_undated(moment.date), side_words(moment.stance),
                          term(moment.certainty), outlets_of(moment)));
    html.raw("</title>");
    write_blocks(html, moment.stance, moment.certainty, mark.x, line);
    html.raw("</g>\n");
}

// The certainties beside their marks, each where it differs from the mark before and there is room for it.
void write_certainties(Html& html, const std::vector<Mark>& marks, std::size_t line) {
    const auto said = [](const Mark& mark) { return std::pair(mark.moment->stance, mark.moment->certainty); };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!marks[i].moment->date || (i > 0 && said(marks[i]) == said(marks[i - 1]))) continue;
        const std::string_view words = term(marks[i].moment->certainty);
        const std::size_t needed = mark_width + words.size() * letter;
        const std::size_t room_after = (i + 1 < marks.size() ? marks[i + 1].x : width) - marks[i].x;
        const std::size_t room_before = marks[i].x - (i > 0 ? marks[i - 1].x : 0);
        const bool after = room_after >= needed;
        if (!after && room_before < needed) continue;
        html.raw("<text class=\"soft\" x=\"")
            .number(after ? marks[i].x + mark_width : marks[i].x - mark_width);
        html.raw("\" y=\"").number(marks[i].moment->stance == Stance::supports ? line - 4 : line + 12);
        if (!after) html.raw("\" text-anchor=\"end");
        html.raw("\">").text(words).raw("</text>\n");
    }
}

bool takes(const Lane& lane, Stance stance) {
    return std::any_of(lane.moments.begin(), lane.moments.end(),
                       [stance](const Moment& moment) { return moment.stance == stance; });
}

// Draws a lane at `top`, returns where the next can begin.
std::size_t write_lane(Html& html, const Lane& lane, const Scale& scale, std::size_t top) {
    constexpr std::size_t columns = 44;
    for (const std::string& words : lines_of(printable(lane.name), columns, 2)) {
        top += line_height;
        html.raw("<text class=\"lane\" x=\"0\" y=\"").number(top - 3).raw("\">").text(words).raw("</text>\n");
    }
    const bool pro = takes(lane, Stance::supports);
    const bool contra = takes(lane, Stance::contradicts);
    const std::size_t line = top + (pro ? side_height : 2);
    html.raw("<path class=\"track\" d=\"M").number(track_begin).raw(" ").number(line).raw("H");
    html.number(scale.end() + mark_gap);
    if (scale.undated_at() > 0)
        html.raw("M").number(scale.undated_at()).raw(" ").number(line).raw("H").number(track_end);
    html.raw("\"/>\n");
    if (pro) html.raw("<path class=\"pro stroke\" d=\"M1 ").number(line - 8).raw("h8m-4 -4v8\"/>\n");
    if (contra) html.raw("<path class=\"contra stroke\" d=\"M1 ").number(line + 8).raw("h8\"/>\n");
    const std::vector<Mark> marks = marks_of(lane, scale);
    for (const Mark& mark : marks)
        write_mark(html, mark, line);
    write_certainties(html, marks, line);
    return line + (contra ? side_height : 2) + 8;
}

void write_day(Html& html, std::string_view words, std::size_t x, std::string_view anchor, std::size_t y) {
    html.raw("<text class=\"soft\" text-anchor=\"").text(anchor).raw("\" x=\"").number(x);
    html.raw("\" y=\"").number(y).raw("\">").text(words).raw("</text>\n");
}

// The days under the lanes: a tick each, first and last by name, between them those that find room.
void write_days(Html& html, const Scale& scale, std::size_t y) {
    html.raw("<path class=\"axis\" d=\"M").number(track_begin).raw(" ").number(y).raw("H");
    html.number(scale.end() + mark_gap);
    for (const Date day : scale.days())
        html.raw("M").number(scale.at(day)).raw(" ").number(y).raw("v5");
    html.raw("\"/>\n");
    constexpr std::size_t room = day_width + letter;
    const std::size_t last = scale.at(*scale.days().rbegin());
    std::size_t free = 0;  // from here on nothing is written
    for (const Date day : scale.days()) {
        const std::size_t x = scale.at(day);
        if (x < free || (x != last && x + room > last && free > 0)) continue;
        write_day(html, to_string(day), x, "middle", y + line_height + 3);
        free = x + room;
    }
    if (scale.undated_at() > 0) write_day(html, "undated", scale.undated_at(), "start", y + line_height + 3);
}

void write_table(Html& html, const std::vector<Lane>& lanes) {
    std::vector<std::pair<const Lane*, const Moment*>> rows;
    for (const Lane& lane : lanes) {
        for (const Moment& moment : lane.moments)
            rows.emplace_back(&lane, &moment);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        const auto day = [](const Moment& moment) {
            return std::tuple(!moment.date, moment.date.value_or(Date{}));
        };
        return day(*a.second) < day(*b.second);
    });
    html.raw(
        "<details>\n<summary>The same as a table</summary>\n<table>\n<thead><tr><th scope=\"col\">Day</th>"
        "<th scope=\"col\">Origin</th><th scope=\"col\">Says</th><th scope=\"col\">In</th></tr></thead>\n"
        "<tbody>\n");
    for (const auto& [lane, moment] : rows) {
        html.raw("<tr><td>");
        write_date(html, moment->date);
        html.raw("</td><td><bdi>")
            .text(printable(lane->name))
            .raw("</bdi></td><td>")
            .text(side_words(moment->stance))
            .raw(", ");
        html.text(term(moment->certainty)).raw("</td><td><bdi>").text(outlets_of(*moment));
        html.raw("</bdi></td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n</details>\n");
}

}  // namespace

void write_origins_chart(Html& html, const Verification& verification, std::size_t number) {
    constexpr std::size_t most_nodes = 12;
    std::vector<Node> nodes = nodes_of(verification);
    std::set<std::string_view> articles;
    for (const Evidence& evidence : verification.evidence) {
        if (evidence.stance == Stance::supports || evidence.stance == Stance::contradicts)
            articles.insert(evidence.article);
    }
    if (articles.size() < 2) return;
    const std::size_t left_out = nodes.size() - std::min(nodes.size(), most_nodes);
    nodes.resize(nodes.size() - left_out);

    Branches branches;
    std::size_t top = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i == 0 || nodes[i].stance != nodes[i - 1].stance) {
            branches.caption(side_words(nodes[i].stance), top + line_height - 3);
            top += line_height + 3;
        }
        top = branches.draw(nodes[i], top);
    }
    if (left_out > 0) {
        branches.caption(fmt::format("and {}, listed below", counted(left_out, "origin")),
                         top + line_height - 3);
        top += line_height + 3;
    }
    html.raw(
        "<figure class=\"chart\">\n<figcaption>Origins, and the articles that carry them</figcaption>\n");
    begin_svg(html, 'o', number, top, "Origins, and the articles that carry them", described(nodes));
    html.append(branches.take());
    html.raw("</svg>\n</figure>\n");
}

void write_timeline_chart(Html& html, const Verification& verification, const std::optional<Date>& published,
                          std::size_t number) {
    const std::vector<Lane> lanes = lanes_of(verification);
    const Scale scale(lanes, published);
    if (!scale.moved()) return;
    const std::size_t shown = std::min(lanes.size(), most_lanes);

    Html shapes;
    std::size_t top = published ? line_height + 2 : 0;
    for (std::size_t i = 0; i < shown; ++i)
        top = write_lane(shapes, lanes[i], scale, top);
    if (shown < lanes.size()) {
        write_day(shapes, fmt::format("and {} in the table", counted(lanes.size() - shown, "origin")), 0,
                  "start", top + line_height - 3);
        top += line_height + 9;
    }
    write_days(shapes, scale, top);

    html.raw("<figure class=\"chart\">\n<figcaption>Certainty and side, day by day</figcaption>\n");
    begin_svg(html, 't', number, top + line_height + 8, "Certainty and side, day by day",
              fmt::format("{} from {} to {}; the table after it has every passage.",
                          counted(lanes.size(), "origin"), to_string(*scale.days().begin()),
                          to_string(*scale.days().rbegin())));
    if (published) {
        const std::size_t x = scale.at(*published);
        const bool right = x > width / 2;
        html.raw("<path class=\"published\" d=\"M").number(x).raw(" ").number(line_height + 2).raw("V");
        html.number(top).raw("\"/>\n");
        write_day(html, "this article", right ? x + 3 : x - 3, right ? "end" : "start", line_height - 3);
    }
    html.append(shapes);
    html.raw("</svg>\n");
    write_table(html, lanes);
    html.raw("</figure>\n");
}

void write_charts_key(Html& html) {
    const auto row = [&](std::string_view label, const Html& shapes, std::string_view words) {
        html.raw("<dt><svg class=\"drawing glyph\" role=\"img\" viewBox=\"0 0 40 32\" aria-label=\"")
            .text(label);
        html.raw("\">\n").append(shapes).raw("</svg></dt><dd>").text(words).raw("</dd>\n");
    };
    constexpr std::size_t left = 10;
    constexpr std::size_t right = 30;
    constexpr std::size_t middle = 16;
    const auto pair = [&](const auto& one, const auto& other) {
        Html shapes;
        shapes.raw("<g class=\"pro\">");
        one(shapes);
        shapes.raw("</g><g class=\"contra\">");
        other(shapes);
        shapes.raw("</g>\n");
        return shapes;
    };
    const auto signs = [&](bool anonymous) {
        return pair([&](Html& to) { write_sign(to, Stance::supports, anonymous, left, middle); },
                    [&](Html& to) { write_sign(to, Stance::contradicts, anonymous, right, middle); });
    };
    const auto carriers = [&](bool copy) {
        return pair([&](Html& to) { write_carrier(to, copy, left - 4, middle); },
                    [&](Html& to) { write_carrier(to, copy, right - 4, middle); });
    };
    html.raw("<dl>\n");
    row("Plus and minus", signs(false), "an origin that reports the claim, one that contradicts it");
    row("The same in broken rings", signs(true), "unnamed people, whose independence cannot be shown");
    row("Filled squares", carriers(false), "articles that have it from the origin");
    row("Hollow squares", carriers(true), "articles that carry a copy of another");
    row("Blocks above and below a line",
        pair([&](Html& to) { write_blocks(to, Stance::supports, Certainty::confirmed, left, middle + 12); },
             [&](Html& to) {
                 write_blocks(to, Stance::contradicts, Certainty::possible, right, middle - 12);
             }),
        "how sure the passage is, from one block for uncommitted to five for confirmed; above the line for "
        "the "
        "claim, below it against");
    html.raw("</dl>\n");
}

}  // namespace whosaid::cli
