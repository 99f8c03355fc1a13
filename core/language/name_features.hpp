// What the name finder looks at: a word, the run of capitalised words that it stands in, and where the tree
// hangs that run. Training and analysis share it.
#pragma once

#include "core/language/document.hpp"
#include "core/language/features.hpp"
#include "core/language/model.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid::language {

// One word of a tagged and parsed sentence as the name finder sees it.
struct NameWord {
    TokenHashes hashes;
    FeatureHash tag = 0;
    FeatureHash kind = 0;     // what the tables know of it: a title, a role, a body, a medium, a country
    FeatureHash outside = 0;  // the word that its run depends on, and how
    // Its run: capitalised words one behind the other, "of", "for", "and" and particles between them
    // included. A word in no run is its own.
    std::uint32_t run_first = 0;
    std::uint32_t run_last = 0;
};
[[nodiscard]] std::vector<NameWord> name_words(std::string_view text, const Model& model,
                                               const Sentence& sentence);

// For the label of word `i`; `last` and `before` are the hashes of the two labels before it (0: none).
void name_features(const std::vector<NameWord>& words, std::size_t i, FeatureHash last, FeatureHash before,
                   FeatureList& out);

}  // namespace whosaid::language
