// A claim against a passage: do they say the same, the opposite, or merely touch?
#pragma once

#include "core/analysis.hpp"
#include "core/corroboration/copies.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/corroboration/items.hpp"

#include <vector>

namespace whosaid::corroboration {

// A text with its analysis: a claim to be checked (an Article whose text is the claim, dated as_of), or an
// article.
struct Analysed {
    Article article;
    Analysis analysis;
    std::vector<Statement> statements;  // one a sentence
    Sketch sketch;
};
[[nodiscard]] Analysed analysed(Article article);

struct Comparison {
    Stance stance = Stance::unrelated;
    double score = 0;  // probability of the stance, 0 to 1
    std::vector<Reason> reasons;
    // The passage's claims by which it speaks of the matter, innermost; none: the outlet's own words.
    std::vector<std::uint32_t> voices;
};

// Compares `claim` with the sentences [first, last) of `passage`. The stance is that of the passage's words:
// by a voice that denies them (Polarity::denied) it is the opposite, see `turned`.
[[nodiscard]] Comparison compare(const Analysed& claim, const Analysed& passage, std::size_t first,
                                 std::size_t last);

// The stance of somebody who denies what has this stance.
[[nodiscard]] Stance turned(Stance stance);

// The stance of the passage by its first voice.
[[nodiscard]] Stance voiced_stance(const Comparison& comparison, const Analysed& passage);

}  // namespace whosaid::corroboration
