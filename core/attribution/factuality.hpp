// Factuality: how sure the author of a sentence is that what one of its predicates names happened or is so.
//
// After Saurí and Pustejovsky (2009) and Lee et al. (2015): one number from −3 (surely did not happen) over 0
// (left open) to +3 (surely happened), for verbs, nouns and adjectives alike. A linear model over what the
// tree shows (factuality_features.hpp), its weights learned by `whosaid-eval learn-factuality`.
#pragma once

#include "core/language/tree.hpp"

#include <cstdint>

namespace whosaid::attribution {

// What bears on the predicate, from its own clause or from a predicate above it.
struct FactualitySigns {
    bool negated = false;      // "did not sign", "no deal", "failed to sign", "denied signing"
    bool conditional = false;  // "if they sign", and what then follows
    bool modal = false;        // "may sign", "is likely to sign", "perhaps"
    bool questioned = false;   // "will they sign?", "whether they sign"
    bool wanted = false;       // hoped for, planned, ordered, asked for: "wants to sign"
    bool future = false;       // "will sign"
    bool reported = false;     // somebody said so
};

struct Factuality {
    double score = 0;  // −3 to 3
    FactualitySigns signs;
};

// Of the word `predicate`. Looks at a bounded number of words.
[[nodiscard]] Factuality factuality(const language::Tree& tree, std::uint32_t predicate);

}  // namespace whosaid::attribution
