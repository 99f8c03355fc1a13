#include "core/language/spanning_tree.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

using Heads = std::vector<std::int32_t>;

// The sum of the tree's scores; nullopt where the heads are no tree of one root.
std::optional<double> worth(const Heads& heads, const std::vector<float>& scores) {
    const std::size_t words = heads.size();
    double sum = 0;
    std::size_t roots = 0;
    for (std::size_t w = 0; w < words; ++w) {
        roots += heads[w] < 0;
        sum += scores[w * (words + 1) + static_cast<std::size_t>(heads[w] + 1)];
        auto at = static_cast<std::int32_t>(w);
        for (std::size_t steps = 0; at >= 0; at = heads[static_cast<std::size_t>(at)]) {
            if (++steps > words) return std::nullopt;
        }
    }
    if (roots != 1) return std::nullopt;
    return sum;
}

// Every assignment of heads, the slow and obvious way.
double best_worth(std::size_t words, const std::vector<float>& scores) {
    std::optional<double> best;
    Heads heads(words, -1);
    for (;;) {
        const auto sum = worth(heads, scores);
        if (sum && (!best || *sum > *best)) best = sum;
        std::size_t w = 0;
        while (w < words && heads[w] + 1 == static_cast<std::int32_t>(words))
            heads[w++] = -1;
        if (w == words) return *best;
        ++heads[w];
    }
}

TEST(SpanningTree, IsTheBestOfAllTrees) {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const std::size_t words = 1 + random() % 5;
        std::vector<float> scores(words * (words + 1));
        for (float& score : scores)
            score = static_cast<float>(static_cast<int>(random() % 200)) - 100;
        const Heads heads = spanning_tree(scores.data(), words);
        const auto sum = worth(heads, scores);
        ASSERT_TRUE(sum) << "no tree of one root, " << words << " words";
        EXPECT_DOUBLE_EQ(*sum, best_worth(words, scores));
    }
}

TEST(SpanningTree, HasOneRootThoughTwoScoreHigher) {
    // root 9 for both words; 1 for each other
    const std::vector<float> scores{9, 0, 1, 8, 1, 0};
    EXPECT_EQ(spanning_tree(scores.data(), 2), (Heads{-1, 0}));
}

TEST(SpanningTree, BreaksCirclesWithinCircles) {
    constexpr std::size_t words = 120;
    std::vector<float> scores(words * (words + 1), 0);
    for (std::size_t w = 0; w < words; ++w)  // pairs that prefer each other, and pairs of pairs
        scores[w * (words + 1) + (w ^ 1U) + 1] = 50;
    for (std::size_t w = 0; w + 2 < words; w += 2)
        scores[w * (words + 1) + (w ^ 2U) + 1] = 20;
    EXPECT_TRUE(worth(spanning_tree(scores.data(), words), scores));
}

}  // namespace
}  // namespace whosaid::language
