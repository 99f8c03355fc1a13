// Multinomial logistic regression on standardised features with an L2 penalty, by full-batch gradient descent
// with Adam (Kingma and Ba, 2015) from zero: deterministic. Folds never share a group: a passage or a story.
#pragma once

#include <cstddef>
#include <vector>

namespace whosaid::eval {

struct Example {
    std::vector<double> features;  // the first is 1
    std::size_t label = 0;
    std::size_t group = 0;  // its passage or story
};
using Examples = std::vector<Example>;
using Weights = std::vector<std::vector<double>>;  // a row a label, for the features as they are

struct Judged {
    std::vector<double> probabilities;
    std::size_t gold = 0;
};

inline constexpr std::size_t folds = 6;  // a group's fold is its number modulo this

[[nodiscard]] std::vector<double> probabilities(const Weights& weights, const std::vector<double>& features);
// `penalty`: how strongly weights are held near zero.
[[nodiscard]] Weights learned(const Examples& examples, std::size_t labels, double penalty);
// Those of the other folds.
[[nodiscard]] Examples without(const Examples& examples, std::size_t fold);
// Every example, judged by what the other folds teach.
[[nodiscard]] std::vector<Judged> cross_validated(const Examples& examples, std::size_t labels,
                                                  double penalty);

}  // namespace whosaid::eval
