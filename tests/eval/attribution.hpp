// Attributions of annotated stories: who said what, matched by the overlap of contents.
#pragma once

#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <cstddef>
#include <vector>

namespace whosaid::eval {

// Analyses every article and shows the figures; prints the first `errors` cases that went wrong.
void attribution_figures(const std::vector<Story>& all, std::size_t errors, Figures& figures);

}  // namespace whosaid::eval
