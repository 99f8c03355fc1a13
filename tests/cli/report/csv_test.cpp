#include "cli/report/item.hpp"
#include "cli/report/report.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"
#include "tests/newsroom.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;

std::string whole(const Report& report) {
    return csv_header() + csv_rows(report, {});
}

TEST(Csv, Golden) {
    tests::expect_golden("report.csv", whole(fixture::report()));
}

TEST(Csv, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports()) {
        const std::string csv = whole(report);
        EXPECT_EQ(tests::unsound_csv(csv), "") << name;
        EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(csv, '\n')), report.claims.size() + 1) << name;
    }
}

TEST(Csv, CellsThatASpreadsheetWouldComputeAreText) {
    Report report = fixture::report();
    for (const char* title : {"=SUM(A1:A9)", "+1 555 0100", "-3 degrees", "@handle", "\t=1+1", " \r\n-1"}) {
        report.article.title = title;
        const std::string words = std::string(title).substr(std::string(title).find_first_not_of(" \t\r\n"));
        EXPECT_THAT(csv_rows(report, {}), HasSubstr(",'" + words + ","));
    }
    report.article.title = "=HYPERLINK(\"http://a.example\",\"x\")";
    EXPECT_THAT(csv_rows(report, {}), HasSubstr(R"x(,"'=HYPERLINK(""http://a.example"",""x"")",)x"));
}

TEST(Csv, EveryPropertyHasAColumn) {
    const std::string header = csv_header();
    const Report report = fixture::hostile();
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        for (const Property& property : properties(report, i))
            EXPECT_THAT(header, HasSubstr("," + std::string(property.name) + ","));
    }
    for (const auto& [name, value] : run_facts(report.run))
        EXPECT_THAT(header, HasSubstr("," + std::string(name)));
}

TEST(Csv, ValuesThatRepeatShareACell) {
    Report report = fixture::report();
    report.claims[0].times = {{{0, 5}, "2026-03-03"}, {{0, 5}, "2026-Q1"}};
    EXPECT_THAT(csv_rows(report, {}), HasSubstr(",2026-03-03; 2026-Q1,"));
}

}  // namespace
}  // namespace whosaid::cli
