#include "core/date.hpp"

#include <gtest/gtest.h>

namespace whosaid {
namespace {

std::string range(std::string_view value) {
    const auto r = days_of(value);
    if (!r) return "none";
    return (r->first ? to_string(*r->first) : "..") + " " + (r->last ? to_string(*r->last) : "..");
}

TEST(Date, ReadsIsoDatesAndTimestamps) {
    EXPECT_EQ(to_string(*parse_date("2026-01-28")), "2026-01-28");
    EXPECT_EQ(to_string(*parse_date("2026-01-28T09:30:00Z")), "2026-01-28");
    EXPECT_EQ(to_string(*parse_date("2026-01-28 09:30")), "2026-01-28");
}

TEST(Date, RefusesWhatIsNoDate) {
    for (const char* bad :
         {"", "2026", "2026-13-01", "2026-02-30", "28.01.2026", "2026-01-28x", "Jan 28 2026"}) {
        EXPECT_FALSE(parse_date(bad)) << bad;
    }
}

TEST(Date, CountsDays) {
    EXPECT_EQ(to_string(plus_days(*parse_date("2024-02-28"), 2)), "2024-03-01");
    EXPECT_EQ(days_between(*parse_date("2025-12-31"), *parse_date("2026-01-02")), 2);
}

TEST(Date, GivesTheDaysOfEachKindOfValue) {
    EXPECT_EQ(range("2026-01-28"), "2026-01-28 2026-01-28");
    EXPECT_EQ(range("2026-01-28T09:30"), "2026-01-28 2026-01-28");
    EXPECT_EQ(range("2026-02"), "2026-02-01 2026-02-28");
    EXPECT_EQ(range("2026-W05"), "2026-01-26 2026-02-01");
    EXPECT_EQ(range("2020-W53"), "2020-12-28 2021-01-03");
    EXPECT_EQ(range("2026-Q1"), "2026-01-01 2026-03-31");
    EXPECT_EQ(range("2026-H2"), "2026-07-01 2026-12-31");
    EXPECT_EQ(range("2017"), "2017-01-01 2017-12-31");
    EXPECT_EQ(range("201X"), "2010-01-01 2019-12-31");
    EXPECT_EQ(range("2017/.."), "2017-01-01 ..");
    EXPECT_EQ(range("2017/2019-03"), "2017-01-01 2019-03-31");
    EXPECT_EQ(range("P3D"), "none");
    EXPECT_EQ(range("2026-Q5"), "none");
    EXPECT_EQ(range("../.."), "none");
}

}  // namespace
}  // namespace whosaid
