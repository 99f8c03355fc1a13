#include "core/attribution/extract.hpp"

#include "core/attribution/certainty.hpp"
#include "core/attribution/frames.hpp"
#include "core/attribution/own_voice.hpp"
#include "core/attribution/resolution.hpp"

#include <algorithm>

namespace whosaid::attribution {
namespace {

using language::Document;

bool letter(std::string_view text, std::uint32_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC3;
}

// Direct where every letter of the content is quoted, mixed where some are.
Form form_of(std::string_view text, const std::vector<Span>& content,
             const std::vector<text::Quotation>& quotations) {
    bool quoted = false;
    bool plain = false;
    for (const Span piece : content) {
        auto q = std::lower_bound(quotations.begin(), quotations.end(), piece.begin,
                                  [](const text::Quotation& x, std::uint32_t p) { return x.span.end <= p; });
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
            while (q != quotations.end() && q->span.end <= i)
                ++q;
            const bool inside = q != quotations.end() && q->span.begin <= i;
            if (!letter(text, i) || text.substr(i, 2) == "\xE2\x80") continue;
            (inside ? quoted : plain) = true;
        }
    }
    return quoted ? (plain ? Form::mixed : Form::direct) : Form::indirect;
}

bool inside(const std::vector<Span>& content, Span span) {
    return std::any_of(content.begin(), content.end(), [&](Span c) { return c.contains(span); });
}

// The part of `items` (sorted by span) that lies in the content.
template <class T>
std::vector<T> within(const std::vector<T>& items, const std::vector<Span>& content) {
    std::vector<T> result;
    for (const Span piece : content) {
        auto at = std::lower_bound(items.begin(), items.end(), piece.begin,
                                   [](const T& x, std::uint32_t p) { return x.span.begin < p; });
        for (; at != items.end() && at->span.begin < piece.end; ++at) {
            if (piece.contains(at->span)) result.push_back(*at);
        }
    }
    return result;
}

void add_contents(const Document& document, Claim& claim) {
    claim.times = within(document.times, claim.content);
    claim.quantities = within(document.quantities, claim.content);
    for (const auto& m : within(document.mentions, claim.content)) {
        const auto& entity = document.entities[m.entity];
        claim.entities.push_back({m.span, entity.name, entity.type});
    }
}

// How a claim stands to another of the same content: what is cited lies within what reports it.
enum class Reporting : std::uint8_t { cited, plain, according };

struct Extracted {
    Claim claim;
    Reporting reporting = Reporting::plain;
};

// Each claim's innermost surrounding claim: the one whose content holds its cue and content. By a stack over
// the claims in order of their content, so long articles stay linear but for the depth of nesting.
void nest(std::vector<Extracted>& all) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        Claim& claim = all[i].claim;
        std::erase_if(open, [&](std::uint32_t o) {
            return all[o].claim.content.back().end <= claim.content.front().begin;
        });
        if (!claim.cue.empty()) {
            for (auto o = open.rbegin(); o != open.rend(); ++o) {
                if (inside(all[*o].claim.content, claim.cue.front()) &&
                    inside(all[*o].claim.content, claim.content.front())) {
                    claim.nested_in = *o;
                    break;
                }
            }
        }
        // One content reported twice: by whom it is cited, and "according to" whom it is.
        for (const std::uint32_t o : open) {
            Claim& other = all[o].claim;
            if (other.content != claim.content || claim.nested_in || other.nested_in) continue;
            if (all[i].reporting < all[o].reporting) claim.nested_in = o;
            if (all[o].reporting < all[i].reporting) other.nested_in = i;
        }
        open.push_back(i);
        if (open.size() > 64) open.erase(open.begin());
    }
}

// What somebody says that he himself believes is one claim, and so is what he says that anybody wants: the
// attitude is part of what is said. Leaves such inner claims out; what is nested in them moves out by one.
void drop_inner_attitudes(std::vector<Extracted>& all) {
    constexpr auto dropped = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> place(all.size());
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const Claim& claim = all[i].claim;
        const bool attitude =
            claim.nested_in && (claim.cue_class == CueClass::intention ||
                                (claim.cue_class == CueClass::thought &&
                                 claim.source.name == all[*claim.nested_in].claim.source.name));
        place[i] = attitude ? dropped : kept++;
    }
    // Outwards to the first that stays: an outer claim stands before what is nested in it, or cites it.
    std::vector<std::optional<std::uint32_t>> outers;
    for (const Extracted& each : all) {
        auto outer = each.claim.nested_in;
        while (outer && place[*outer] == dropped)
            outer = all[*outer].claim.nested_in;
        outers.push_back(outer ? std::optional(place[*outer]) : std::nullopt);
    }
    std::vector<Extracted> result;
    result.reserve(kept);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (place[i] == dropped) continue;
        result.push_back(std::move(all[i]));
        result.back().claim.nested_in = outers[i];
    }
    all = std::move(result);
}

}  // namespace

std::vector<Claim> extract(const Article& article, const Document& document) {
    const std::string_view text = article.text;
    Trees trees;
    trees.reserve(document.sentences.size());
    for (const auto& sentence : document.sentences)
        trees.emplace_back(sentence);
    const auto quotations = text::quotations(text, document.paragraphs);
    const auto attributions = find_attributions(text, document, trees, quotations);
    const auto sources = resolve_sources(article, document, trees, attributions);

    std::vector<Extracted> extracted;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        const Attribution& a = attributions[i];
        Claim claim;
        claim.content = a.content;
        claim.source = sources[i].source;
        claim.cue = a.cue_spans;
        claim.cue_class = a.cue.cue_class;
        if (a.recipient) claim.recipient = name_recipient(article, document, trees, *a.recipient);
        const Commitment c = commitment(text, document, trees, a, claim.source.kind);
        claim.certainty = c.certainty;
        claim.polarity = c.polarity;
        claim.form = form_of(text, claim.content, quotations);
        claim.confidence =
            a.rule == "clause" || a.rule.starts_with("quotation") || a.rule == "according to" ? 0.9 : 0.7;
        claim.decision = {a.cue.lemma, a.rule, sources[i].sieve, c.rule};
        add_contents(document, claim);
        const Reporting reporting = a.cited                    ? Reporting::cited
                                    : a.rule == "according to" ? Reporting::according
                                                               : Reporting::plain;
        extracted.push_back({std::move(claim), reporting});
    }
    for (const OwnStatement& statement : own_statements(text, document, trees, attributions, quotations)) {
        Claim claim;
        claim.content = {statement.content};
        claim.source.name = article.outlet;
        claim.source.kind = SourceKind::media;
        const Commitment c = wording(text, trees[statement.head.sentence], statement.head.word);
        claim.certainty = std::max(c.certainty, Certainty::asserted);
        if (statement.content.of(text).ends_with('?')) claim.certainty = Certainty::uncommitted;
        claim.confidence = statement.confidence;
        add_contents(document, claim);
        extracted.push_back({std::move(claim), Reporting::plain});
    }
    // Order of the text; an outer claim before what is nested in it.
    std::stable_sort(extracted.begin(), extracted.end(), [](const Extracted& a, const Extracted& b) {
        const auto& first = a.claim.content;
        const auto& second = b.claim.content;
        if (first.front().begin != second.front().begin) return first.front().begin < second.front().begin;
        return first.back().end > second.back().end;
    });
    nest(extracted);
    drop_inner_attitudes(extracted);
    std::vector<Claim> claims;
    claims.reserve(extracted.size());
    for (Extracted& e : extracted)
        claims.push_back(std::move(e.claim));
    return claims;
}

}  // namespace whosaid::attribution
