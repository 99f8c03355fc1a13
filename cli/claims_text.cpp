#include "cli/claims_text.hpp"

#include "cli/console.hpp"
#include "cli/json.hpp"
#include "cli/report/display.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"
#include "core/text/segment.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// By how sure the source is: green, plain, yellow, faint.
std::string_view colour_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::confirmed:
            return "32";
        case Certainty::asserted:
            return "0";
        case Certainty::probable:
        case Certainty::possible:
            return "33";
        case Certainty::uncommitted:
            return "2";
    }
    return "0";
}

// "by the cue "hint at", frame clause; source by name; certainty by cue".
std::string decision_text(const Claim& claim, const TextStyle& style) {
    constexpr std::size_t indent = 6;
    const Decision& d = claim.decision;
    std::string out = "in the outlet's own voice";
    if (!claim.own_voice())
        out = fmt::format(
            "{}; content: {}; source: {}; certainty: {}",
            d.cue.empty() ? "a verb that the lexicon does not list" : fmt::format("cue: {}", d.cue),
            d.content, d.source, d.certainty);
    std::string lines;
    for (const Span line : wrap(out, style.width > indent ? style.width - indent : 1))
        lines += std::string(indent, ' ') + styled(line.of(out), "2", style.colour) + "\n";
    return lines;
}

}  // namespace

std::string indented(std::string_view text, std::size_t indent, const TextStyle& style) {
    const std::string shown = printable(text);
    std::string out;
    for (const Span line : wrap(shown, style.width > indent ? style.width - indent : 1))
        out += fmt::format("{}{}\n", std::string(indent, ' '), line.of(shown));
    return out;
}

std::string reason_text(const Reason& reason) {
    if (!reason.agrees) return "- " + difference(reason);
    if (reason.claim == reason.passage) return fmt::format("+ {}: {}", slot_name(reason.slot), reason.claim);
    return fmt::format("+ {}: {} is {}", slot_name(reason.slot), reason.claim, reason.passage);
}

std::string article_head(const Article& article, const TextStyle& style) {
    const std::string title = printable(article.title.empty() ? article.id : article.title);
    std::string out;
    for (const Span line : wrap(title, style.width))
        out += styled(line.of(title), "1", style.colour) + "\n";
    const std::string below =
        fmt::format("{} · {} · {}", article.outlet.empty() ? "unknown outlet" : printable(article.outlet),
                    date_or_undated(article.date), printable(article.id));
    return out + styled(below, "2", style.colour) + "\n";
}

std::string claim_text(const Article& article, const Claim& claim, std::size_t number,
                       const TextStyle& style) {
    constexpr std::size_t indent = 6;
    const Attribution attribution = attribution_of(article, claim);
    std::string head =
        fmt::format("  {:<3} {} [{}]", claim_id(number),
                    styled(printable(attribution.who), "1", style.colour), term(claim.source.kind));
    if (!attribution.act.empty()) head += fmt::format(" {}", printable(attribution.act));
    if (claim.recipient) head += fmt::format(" to {}", printable(claim.recipient->name));
    head += fmt::format(": {}", styled(term(claim.certainty), colour_of(claim.certainty), style.colour));
    if (claim.polarity == Polarity::denied) head += styled(", denied", "31", style.colour);
    if (claim.nested_in) head += fmt::format(", within {}", claim_id(*claim.nested_in));
    return head + "\n" + indented(content_of(article, claim), indent, style);
}

namespace {

// "(c2 possible, denied)"
std::string mark_of(const Claim& claim, std::size_t number) {
    return fmt::format("({} {}{})", claim_id(number), term(claim.certainty),
                       claim.polarity == Polarity::denied ? ", denied" : "");
}

// Text in which each byte has a colour, to be broken into lines afterwards.
class Marked {
  public:
    void add(std::string_view text, std::string_view colour) {
        text_ += text;
        colours_.resize(text_.size(), colour);
    }
    [[nodiscard]] std::string lines(const TextStyle& style) const {
        std::string out;
        for (const Span line : wrap(text_, style.width)) {
            for (std::uint32_t from = line.begin; from < line.end;) {
                std::uint32_t to = from;
                while (to < line.end && colours_[to] == colours_[from])
                    ++to;
                out += styled(std::string_view(text_).substr(from, to - from), colours_[from], style.colour);
                from = to;
            }
            out += "\n";
        }
        return out;
    }

  private:
    std::string text_;
    std::vector<std::string_view> colours_;
};

struct Piece {
    Span span;
    std::size_t claim = 0;
    bool last = false;  // of its claim
};

// Pieces of claims that stand in no other's, in order and none over another.
std::vector<Piece> outer_pieces(const std::vector<Claim>& claims) {
    std::vector<Piece> pieces;
    for (std::size_t c = 0; c < claims.size(); ++c) {
        if (claims[c].nested_in) continue;
        for (const Span span : claims[c].content)
            pieces.push_back({span, c, span == claims[c].content.back()});
    }
    std::ranges::stable_sort(pieces, {}, [](const Piece& p) { return p.span.begin; });
    std::vector<Piece> apart;
    for (const Piece& piece : pieces) {
        if (apart.empty() || apart.back().span.end <= piece.span.begin) apart.push_back(piece);
    }
    return apart;
}

}  // namespace

std::string marked_article(const Article& article, const std::vector<Claim>& claims, const TextStyle& style) {
    std::string out = article_head(article, style);
    const std::vector<Piece> pieces = outer_pieces(claims);
    auto piece = pieces.begin();
    constexpr std::string_view plain = "0";
    for (const Span paragraph : text::paragraphs(article.text)) {
        Marked marked;
        std::uint32_t at = paragraph.begin;
        const auto blank = [&](std::uint32_t i) { return i > paragraph.begin && article.text[i - 1] == ' '; };
        const auto add = [&](Span span, std::string_view colour) {
            std::string shown = printable(span.of(article.text));
            if (shown.empty()) return;
            if (blank(span.begin) || (span.begin < span.end && article.text[span.begin] == ' '))
                marked.add(" ", plain);
            marked.add(shown, colour);
        };
        for (; piece != pieces.end() && piece->span.begin < paragraph.end; ++piece) {
            const Claim& claim = claims[piece->claim];
            const std::string_view colour = colour_of(claim.certainty);
            add({at, piece->span.begin}, plain);
            if (blank(piece->span.begin)) marked.add(" ", plain);
            marked.add("[" + printable(piece->span.of(article.text)) + "]", colour);
            if (piece->last) {
                std::string mark = mark_of(claim, piece->claim);
                for (std::size_t inner = 0; inner < claims.size(); ++inner) {
                    if (claims[inner].nested_in == piece->claim) mark += mark_of(claims[inner], inner);
                }
                marked.add(mark, colour);
            }
            at = piece->span.end;
        }
        add({at, paragraph.end}, plain);
        out += "\n" + marked.lines(style);
    }
    return out;
}

std::string claims_table(const Article& article, const std::vector<Claim>& claims, const TextStyle& style) {
    struct Column {
        std::string_view head;
        std::size_t width;
    };
    constexpr std::size_t least_content = 20;
    constexpr auto columns =
        std::to_array<Column>({{"claim", 5}, {"certainty", 12}, {"source", 24}, {"cue", 14}});
    std::size_t taken = 0;
    for (const Column& column : columns)
        taken += column.width + 1;
    const std::size_t rest = style.width > taken + least_content ? style.width - taken : least_content;
    const auto cell = [](const std::string& text, std::size_t width) {
        const std::string cut = shortened(printable(text), width);
        return cut + std::string(width - std::min(width, display_width(cut)) + 1, ' ');
    };
    std::string head;
    for (const Column& column : columns)
        head += cell(std::string(column.head), column.width);
    std::string out = article_head(article, style) + styled(head + "content", "2", style.colour) + "\n";
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        std::string cue;
        for (const Span span : claim.cue)
            cue += (cue.empty() ? "" : " ... ") + std::string(span.of(article.text));
        const std::string certainty =
            std::string(claim.polarity == Polarity::denied ? "denied" : term(claim.certainty));
        out += cell(claim_id(i), columns[0].width) +
               styled(cell(certainty, columns[1].width), colour_of(claim.certainty), style.colour) +
               cell(claim.source.name, columns[2].width) + cell(cue, columns[3].width) +
               shortened(printable(content_of(article, claim)), rest) + "\n";
    }
    return out;
}

std::string claims_text(const Article& article, const std::vector<Claim>& claims, const TextStyle& style,
                        bool explain) {
    std::string out = article_head(article, style);
    if (claims.empty()) out += "  no claims found\n";
    for (std::size_t i = 0; i < claims.size(); ++i)
        out += claim_text(article, claims[i], i, style) + (explain ? decision_text(claims[i], style) : "");
    return out;
}

}  // namespace whosaid::cli
