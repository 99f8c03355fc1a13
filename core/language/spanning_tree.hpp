// The best tree over scored arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace whosaid::language {

// `scores`: words × (words + 1), row by row; scores[w][h] is what it is worth that word `w` (from 0) hangs on
// word h − 1, or on the root where h is 0. Gives the head of each word, −1: the root, so that the sum is
// greatest among trees of exactly one word at the root (Chu and Liu, 1965; Edmonds, 1967). Cubic in the
// number of words at worst, quadratic where the best heads form a tree, as they mostly do.
[[nodiscard]] std::vector<std::int32_t> spanning_tree(const float* scores, std::size_t words);

}  // namespace whosaid::language
