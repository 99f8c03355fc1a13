// The annotated claim pairs of tests/eval/pairs (GUIDE.md there).
#pragma once

#include "core/article.hpp"
#include "core/corroboration/evidence.hpp"

#include <string>
#include <vector>

namespace whosaid::eval {

struct GoldPair {
    std::string id;
    Article claim;  // dated as the passage
    Article passage;
    Stance stance = Stance::unrelated;
    std::string slot;  // what decides
};

// All pairs of the files, in their order. Throws what reading throws: evaluation data is trusted.
[[nodiscard]] std::vector<GoldPair> gold_pairs(const std::vector<std::string>& paths);

}  // namespace whosaid::eval
