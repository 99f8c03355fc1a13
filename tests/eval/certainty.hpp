// How near scores of factuality come to those that readers gave.
#pragma once

#include "tests/eval/gold_predicates.hpp"

#include <string>
#include <vector>

namespace whosaid::eval {

// Mean absolute error and Pearson's r, to standard error.
void show_certainty(const std::string& what, const std::vector<GoldPredicate>& gold,
                    const std::vector<double>& scores);

}  // namespace whosaid::eval
