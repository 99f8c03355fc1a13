// What a sentence shows of a predicate's factuality, as named features: what a linear model weighs.
//
// Read off the tree: the predicate's own clause (auxiliaries, negations, conjunction, adverbs, determiners),
// then the predicates above it, step by step: "g." the first, "h." the second, "i." any higher, "v." the
// first verb above a noun. The cue lexicon tells what a verb above commits its subject to.
#pragma once

#include "core/attribution/factuality.hpp"
#include "core/language/tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whosaid::attribution {

// In the names of features that hold a word of the text: there are many of these, and few examples of each.
inline constexpr char lexical_mark = '~';

struct FactualityFeatures {
    std::vector<std::string> names;  // each once, sorted
    FactualitySigns signs;
};

// Looks at a bounded number of words.
[[nodiscard]] FactualityFeatures factuality_features(const language::Tree& tree, std::uint32_t predicate);

}  // namespace whosaid::attribution
