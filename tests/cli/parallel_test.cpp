#include "cli/parallel.hpp"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

std::vector<std::string> labelled(int count, unsigned threads, int stop_after = -1) {
    int given = 0;
    std::vector<std::string> out;
    in_order<int, std::string>(
        [&]() -> std::optional<int> { return given < count ? std::optional(given++) : std::nullopt; },
        [](int& number) { return "n" + std::to_string(number); },
        [&](std::string& label) {
            out.push_back(label);
            return stop_after < 0 || static_cast<int>(out.size()) < stop_after;
        },
        threads);
    return out;
}

TEST(InOrder, ResultsComeInTheOrderOfTheItemsWhateverTheThreads) {
    const std::vector<std::string> one = labelled(1000, 1);
    ASSERT_EQ(one.size(), 1000U);
    EXPECT_EQ(one.front(), "n0");
    EXPECT_EQ(one.back(), "n999");
    for (const unsigned threads : {2U, 3U, 8U})
        EXPECT_EQ(labelled(1000, threads), one) << threads;
}

TEST(InOrder, NoItemsNoResults) {
    EXPECT_TRUE(labelled(0, 1).empty());
    EXPECT_TRUE(labelled(0, 4).empty());
}

TEST(InOrder, StopsWhenNobodyWantsMore) {
    EXPECT_EQ(labelled(1000, 4, 3).size(), 3U);
}

TEST(InOrder, WhatWorkThrowsIsThrownToTheCaller) {
    int given = 0;
    const auto next = [&]() -> std::optional<int> {
        return given < 20 ? std::optional(given++) : std::nullopt;
    };
    const auto work = [](int& number) {
        if (number == 7) throw std::runtime_error("seven");
        return number;
    };
    std::vector<int> seen;
    const auto emit = [&](int& number) {
        seen.push_back(number);
        return true;
    };
    EXPECT_THROW((in_order<int, int>(next, work, emit, 4)), std::runtime_error);
    EXPECT_THAT(seen, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6));
}

}  // namespace
}  // namespace whosaid::cli
