#include "index/date_cover.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace whosaid::index {
namespace {

Date day(const char* iso) {
    return *parse_date(iso);
}

TEST(DateCover, TakesTheLargestUnits) {
    using Terms = std::vector<std::string>;
    EXPECT_EQ(date_cover(day("2026-01-28"), day("2026-01-28")), Terms{"D20260128"});
    EXPECT_EQ(date_cover(day("2026-02-01"), day("2026-02-28")), Terms{"M202602"});
    EXPECT_EQ(date_cover(day("2024-02-01"), day("2024-02-28")).size(), 28U);  // a leap year's is longer
    EXPECT_EQ(date_cover(day("2025-12-31"), day("2027-02-01")),
              (Terms{"D20251231", "Y2026", "M202701", "D20270201"}));
    EXPECT_EQ(date_cover(day("2026-01-01"), day("2026-12-30")).size(), 11U + 30U);
    EXPECT_TRUE(date_cover(day("2026-01-02"), day("2026-01-01")).empty());
}

TEST(DateCover, CoversExactlyTheRange) {
    std::mt19937 random(7);
    const Date origin = day("2019-01-01");
    for (int round = 0; round < 60; ++round) {
        const int first = static_cast<int>(random() % 1500);
        const int last = first + static_cast<int>(random() % 800);
        const auto cover = date_cover(plus_days(origin, first), plus_days(origin, last));
        for (int i = 0; i < 2400; ++i) {
            const auto terms = date_terms(plus_days(origin, i));
            const auto matches = std::ranges::count_if(terms, [&](const std::string& each) {
                return std::ranges::find(cover, each) != cover.end();
            });
            ASSERT_EQ(matches, i >= first && i <= last ? 1 : 0) << round << ' ' << i;
        }
    }
}

}  // namespace
}  // namespace whosaid::index
