#include "core/attribution/own_voice.hpp"

#include <algorithm>

namespace whosaid::attribution {
namespace {

using language::Document;
using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;

// Bytes of `span` that the sorted, disjoint `covered` leaves free.
std::uint32_t uncovered(Span span, const std::vector<Span>& covered) {
    std::uint32_t left = span.size();
    auto at = std::lower_bound(covered.begin(), covered.end(), span.begin,
                               [](Span s, std::uint32_t p) { return s.end <= p; });
    for (; at != covered.end() && at->begin < span.end; ++at) {
        left -= std::min(at->end, span.end) - std::max(at->begin, span.begin);
    }
    return left;
}

bool finite(const Tree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const std::string_view x = tree.word(i).xpos;
        if (x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD") return true;
    }
    return false;
}

}  // namespace

std::vector<OwnStatement> own_statements(std::string_view, const Document& document, const Trees& trees,
                                         const std::vector<Attribution>& attributions,
                                         const std::vector<text::Quotation>& quotations) {
    std::vector<Span> covered;
    std::vector<char> has_cue(document.sentences.size());
    for (const Attribution& a : attributions) {
        covered.insert(covered.end(), a.content.begin(), a.content.end());
        if (a.cue_word) has_cue[a.cue_word->sentence] = true;
    }
    for (const auto& q : quotations)
        covered.push_back(q.span);
    std::sort(covered.begin(), covered.end());
    std::vector<Span> merged;
    for (const Span s : covered) {
        if (!merged.empty() && s.begin <= merged.back().end) {
            merged.back().end = std::max(merged.back().end, s.end);
        } else {
            merged.push_back(s);
        }
    }

    std::vector<OwnStatement> result;
    std::size_t mention = 0;
    std::size_t quantity = 0;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const Tree& tree = trees[s];
        std::uint32_t names = 0;
        while (mention < document.mentions.size() && document.mentions[mention].sentence < s)
            ++mention;
        while (mention < document.mentions.size() && document.mentions[mention].sentence == s)
            ++mention, ++names;
        std::uint32_t numbers = 0;
        while (quantity < document.quantities.size() &&
               document.quantities[quantity].span.begin < sentence.span.end)
            ++quantity, ++numbers;
        if (tree.size() < 4 || !finite(tree)) continue;
        const std::uint32_t free = uncovered(sentence.span, merged);
        // With a cue, source and cue are free of any content: only a long rest is a statement of its own.
        if (has_cue[s] || free * 2 < sentence.span.size()) continue;
        std::uint32_t first = 0;
        std::uint32_t last = tree.size() - 1;
        while (first < last && tree.word(first).upos == Upos::punct)
            ++first;
        while (last > first && tree.word(last).upos == Upos::punct)
            --last;
        std::uint32_t head = first;
        for (std::uint32_t i = first; i <= last; ++i) {
            if (tree.word(i).relation == Relation::root) head = i;
        }
        OwnStatement statement;
        statement.content = {tree.word(first).span.begin, tree.word(last).span.end};
        statement.head = {s, head};
        statement.confidence = std::min(0.95, 0.4 + 0.1 * std::min(names, 3U) + 0.1 * std::min(numbers, 2U));
        result.push_back(statement);
    }
    return result;
}

}  // namespace whosaid::attribution
