// Learns the weights of core/attribution/factuality from predicates that readers judged.
#pragma once

#include "tests/eval/gold_predicates.hpp"

#include <map>
#include <string>
#include <vector>

namespace whosaid::eval {

struct FactualityModel {
    double bias = 0;
    std::map<std::string, double> weights;  // by the feature's name
};

[[nodiscard]] FactualityModel learned_factuality(const std::vector<GoldPredicate>& predicates);

// The score of each predicate by what the other folds teach; a document lies in one fold.
[[nodiscard]] std::vector<double> cross_validated(const std::vector<GoldPredicate>& predicates);

}  // namespace whosaid::eval
