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

struct OwnClause {
    Span span;
    std::uint32_t head = 0;
};

bool finite_clause(const Tree& tree, std::uint32_t predicate) {
    const auto is_finite = [&](std::uint32_t i) {
        const std::string_view x = tree.word(i).xpos;
        return x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD";
    };
    return is_finite(predicate) || std::ranges::any_of(tree.dependents(predicate), [&](std::uint32_t d) {
               const Relation r = tree.word(d).relation;
               return (r == Relation::aux || r == Relation::aux_pass || r == Relation::cop) && is_finite(d);
           });
}

// The main clauses of a sentence that hold none of its cues, without what hangs on them and does.
std::vector<OwnClause> own_clauses(const Tree& tree, const std::vector<std::uint32_t>& cues) {
    std::vector<std::uint32_t> predicates;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.word(i).relation == Relation::root) predicates.push_back(i);
    }
    for (std::size_t p = 0; p < predicates.size(); ++p) {
        for (const std::uint32_t d : tree.dependents(predicates[p])) {
            if (tree.word(d).relation == Relation::conj || tree.word(d).relation == Relation::parataxis)
                predicates.push_back(d);
        }
    }
    std::vector<OwnClause> clauses;
    for (const std::uint32_t p : predicates) {
        if (std::ranges::find(cues, p) != cues.end() || !finite_clause(tree, p) ||
            !tree.dependent(p, {Relation::nsubj, Relation::nsubj_pass, Relation::csubj}))
            continue;
        std::vector<std::uint32_t> words = tree.subtree(p);
        for (const std::uint32_t d : tree.dependents(p)) {
            const Relation r = tree.word(d).relation;
            const bool apart =
                r == Relation::conj || r == Relation::parataxis || r == Relation::cc || r == Relation::punct;
            const bool cued = std::ranges::any_of(cues, [&](std::uint32_t c) { return tree.below(c, d); });
            if (!apart && !cued) continue;
            const auto rest = tree.subtree(d);
            std::erase_if(words, [&](std::uint32_t w) { return std::ranges::binary_search(rest, w); });
        }
        // The run of words around the predicate.
        const auto at = static_cast<std::size_t>(std::ranges::find(words, p) - words.begin());
        std::size_t first = at;
        std::size_t last = at;
        const auto next_to = [&](std::uint32_t a, std::uint32_t b) {
            for (std::uint32_t i = a + 1; i < b; ++i) {
                if (tree.word(i).upos != Upos::punct) return false;
            }
            return true;
        };
        while (first > 0 && next_to(words[first - 1], words[first]))
            --first;
        while (last + 1 < words.size() && next_to(words[last], words[last + 1]))
            ++last;
        constexpr std::size_t least_words = 3;
        if (last - first + 1 < least_words) continue;
        clauses.push_back({{tree.word(words[first]).span.begin, tree.word(words[last]).span.end}, p});
    }
    return clauses;
}

}  // namespace

std::vector<OwnStatement> own_statements(std::string_view, const Document& document, const Trees& trees,
                                         const std::vector<Attribution>& attributions,
                                         const std::vector<text::Quotation>& quotations) {
    std::vector<Span> covered;
    std::vector<std::vector<std::uint32_t>> cues(document.sentences.size());  // words, a list a sentence
    for (const Attribution& a : attributions) {
        covered.insert(covered.end(), a.content.begin(), a.content.end());
        if (a.cue_word) cues[a.cue_word->sentence].push_back(a.cue_word->word);
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
        const double confidence =
            std::min(0.95, 0.4 + 0.1 * std::min(names, 3U) + 0.1 * std::min(numbers, 2U));
        if (!cues[s].empty()) {
            // A clause of its own beside one that attributes: "Six have died, and nurses fear it is cholera".
            for (const OwnClause& own : own_clauses(tree, cues[s])) {
                if (uncovered(own.span, merged) * 2 < own.span.size()) continue;
                result.push_back({own.span, {s, own.head}, confidence - 0.1});
            }
            continue;
        }
        if (uncovered(sentence.span, merged) * 2 < sentence.span.size()) continue;
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
        result.push_back({{tree.word(first).span.begin, tree.word(last).span.end}, {s, head}, confidence});
    }
    return result;
}

}  // namespace whosaid::attribution
