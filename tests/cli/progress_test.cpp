#include "cli/progress.hpp"

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

ProgressState half_way() {
    ProgressState state;
    state.articles = 1204;
    state.unchanged = 12;
    state.words = 400'000;
    state.bytes_read = 5'000'000;
    state.bytes_total = 10'000'000;
    state.elapsed = seconds(4);
    return state;
}

TEST(Progress, NumbersAreGrouped) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(12'345'678), "12,345,678");
}

TEST(Progress, DurationsChangeUnits) {
    EXPECT_EQ(duration_text(seconds(0)), "0 s");
    EXPECT_EQ(duration_text(seconds(59)), "59 s");
    EXPECT_EQ(duration_text(seconds(125)), "2:05 min");
    EXPECT_EQ(duration_text(seconds(3729)), "1:02:09 h");
    EXPECT_EQ(duration_text(seconds(-3)), "0 s");
}

TEST(Progress, TellsRatesAndTimeLeftByBytes) {
    EXPECT_EQ(progress_text(half_way()),
              "1,204 articles (12 unchanged), 301 articles/s, 100,000 words/s, 4 s left");
}

TEST(Progress, WithoutATotalNoTimeLeftIsTold) {
    ProgressState state = half_way();
    state.bytes_total = 0;
    EXPECT_EQ(progress_text(state), "1,204 articles (12 unchanged), 301 articles/s, 100,000 words/s");
    EXPECT_EQ(progress_bar(state, 20), "1,204 articles (12 u");
}

TEST(Progress, BarKeepsItsWidth) {
    const std::string wide = progress_bar(half_way(), 120);
    EXPECT_THAT(wide, HasSubstr("[============            ]  50% 1,204 articles"));
    for (unsigned width = 1; width < 130; ++width)
        EXPECT_LE(progress_bar(half_way(), width).size(), width) << width;
}

TEST(Progress, MoreBytesThanExpectedIsStillAllOfThem) {
    ProgressState state = half_way();
    state.bytes_read = 20'000'000;
    EXPECT_THAT(progress_bar(state, 120), HasSubstr("100% "));
    EXPECT_THAT(progress_text(state), HasSubstr(", 0 s left"));
}

TEST(Progress, ZeroTimeIsNoDivisionByZero) {
    ProgressState state = half_way();
    state.elapsed = {};
    EXPECT_THAT(progress_text(state), HasSubstr("articles/s"));
}

TEST(Pace, IsDueAtOnceThenEveryInterval) {
    Pace pace(std::chrono::milliseconds(100));
    const auto start = std::chrono::steady_clock::time_point() + seconds(10);
    EXPECT_TRUE(pace.due(start));
    EXPECT_FALSE(pace.due(start + std::chrono::milliseconds(99)));
    EXPECT_TRUE(pace.due(start + std::chrono::milliseconds(100)));
}

}  // namespace
}  // namespace whosaid::cli
