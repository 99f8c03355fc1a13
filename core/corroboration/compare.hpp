// A claim against a passage: do they say the same, the opposite, or merely touch?
#pragma once

#include "core/corroboration/evidence.hpp"
#include "core/corroboration/reading.hpp"
#include "core/corroboration/stance.hpp"

#include <vector>

namespace whosaid::corroboration {

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
                                 std::size_t last, const Method& method = thorough());

// The comparison of what is laid, where it is known to bear on the claim with probability `bears`, and then
// to have its stance as `stances` tells.
[[nodiscard]] Comparison taken_to_bear(const Analysed& claim, const Analysed& passage, const Laid& laid,
                                       double bears, Distribution stances);

// The stance of somebody who denies what has this stance.
[[nodiscard]] Stance turned(Stance stance);

// The stance of the passage by its first voice.
[[nodiscard]] Stance voiced_stance(const Comparison& comparison, const Analysed& passage);

// The reading of the words themselves, where somebody denies them.
[[nodiscard]] Reading of_the_words(Reading reading, const Analysed& claim, const Analysed& passage,
                                   const Laid& laid);

// Whether the words have the opposite stance to the text that tells them: somebody denies them, in the claim
// or in the passage, and not in both.
[[nodiscard]] bool tells_denied_words(const Analysed& claim, const Analysed& passage,
                                      const std::vector<std::uint32_t>& voices);

}  // namespace whosaid::corroboration
