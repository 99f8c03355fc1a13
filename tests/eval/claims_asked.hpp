// The claims of annotated stories, each with the articles that it may be judged by.
#pragma once

#include "core/corroboration/analysed.hpp"
#include "tests/eval/stories.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace whosaid::eval {

// Stories whose articles are candidates for all their claims, as those of one index are.
using Pool = std::vector<Story>;

// What is learned from, by paths: a pool a folder, and files of claim pairs.
struct Sources {
    std::vector<Pool> pools;
    std::vector<std::string> pairs;
};
[[nodiscard]] Sources sources(const std::vector<std::string>& paths);

struct AskedClaim {
    const GoldClaim& gold;
    std::size_t group = 0;  // the number of its story, counted over all pools
    const corroboration::Analysed& claim;
    const std::vector<const corroboration::Analysed*>& candidates;  // published by then, of all its pool
};
void each_claim(const std::vector<Pool>& pools, const std::function<void(const AskedClaim&)>& visit);

}  // namespace whosaid::eval
