#include "cli/claims_text.hpp"

#include "cli/console.hpp"
#include "cli/json.hpp"
#include "cli/report/display.hpp"
#include "cli/report/wording.hpp"
#include "core/terms.hpp"

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

std::string claims_text(const Article& article, const std::vector<Claim>& claims, const TextStyle& style,
                        bool explain) {
    std::string out = article_head(article, style);
    if (claims.empty()) out += "  no claims found\n";
    for (std::size_t i = 0; i < claims.size(); ++i)
        out += claim_text(article, claims[i], i, style) + (explain ? decision_text(claims[i], style) : "");
    return out;
}

}  // namespace whosaid::cli
