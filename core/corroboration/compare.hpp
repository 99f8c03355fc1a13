// A claim against a passage: do they say the same, the opposite, or merely touch?
#pragma once

#include "core/analysis.hpp"
#include "core/corroboration/evidence.hpp"

#include <vector>

namespace whosaid::corroboration {

// A text with its analysis: a claim to be checked (an Article whose text is the claim, dated as_of), or an
// article.
struct Analysed {
    Article article;
    Analysis analysis;
};
[[nodiscard]] Analysed analysed(Article article);

struct Comparison {
    Stance stance = Stance::unrelated;
    double score = 0;  // probability of the stance, 0 to 1
    std::vector<Reason> reasons;
};

// Compares `claim` with the sentences [first, last) of `passage`.
[[nodiscard]] Comparison compare(const Analysed& claim, const Analysed& passage, std::size_t first,
                                 std::size_t last);

}  // namespace whosaid::corroboration
