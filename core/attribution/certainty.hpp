// How sure a source shows itself, and whether it affirms or denies: the cue and the wording of the content
// together, the weaker deciding (the scale of the claim model).
#pragma once

#include "core/attribution/frames.hpp"
#include "core/claim.hpp"

#include <string_view>

namespace whosaid::attribution {

struct Commitment {
    Certainty certainty = Certainty::asserted;
    Polarity polarity = Polarity::affirmed;
    std::string_view rule;  // what decided, for explanations
};

// What the wording of a clause leaves of certainty, by its main predicate `head`: modals, adverbs, raising
// predicates
// ("is likely to", "is expected to"), conditions, questions.
[[nodiscard]] Commitment wording(std::string_view text, const language::Tree& tree, std::uint32_t head);

[[nodiscard]] Commitment commitment(std::string_view text, const language::Document& document,
                                    const Trees& trees, const Attribution& attribution, SourceKind source);

}  // namespace whosaid::attribution
