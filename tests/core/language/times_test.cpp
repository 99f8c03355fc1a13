#include "core/language/times.hpp"

#include "core/language/analyse.hpp"
#include "tests/sanitized.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

// "words=value; words=value" of the times in `text`.
std::string times_of(std::string_view text, std::optional<Date> date) {
    std::string result;
    for (const TimeExpression& time : analyse(text, date).times) {
        if (!result.empty()) result += "; ";
        result += std::string(time.span.of(text)) + "=" + time.value;
    }
    return result;
}

struct Row {
    std::string_view sentence;
    std::string_view times;
};

// Everything here is read as published on Wednesday, 28 January 2026.
const std::optional<Date> wednesday = parse_date("2026-01-28");

void expect(const std::vector<Row>& rows) {
    for (const Row& row : rows)
        EXPECT_EQ(times_of(row.sentence, wednesday), row.times) << row.sentence;
}

TEST(Times, ReadsDatesWrittenOut) {
    expect({
        {"The ferry was launched on 28 January 2026.", "28 January 2026=2026-01-28"},
        {"The ferry was launched on January 28, 2026, in Split.", "January 28, 2026=2026-01-28"},
        {"The note is dated Jan. 28, 2026.", "Jan. 28, 2026=2026-01-28"},
        {"Version 3 went up on 2026-01-28 without notice.", "2026-01-28=2026-01-28"},
        {"The stamp reads 28.01.2026 in red ink.", "28.01.2026=2026-01-28"},
        {"It was signed on 28/01/2026 in Lima.", "28/01/2026=2026-01-28"},
        {"It was signed on 03/04/2026 in Lima.", ""},  // March or April
        {"The lease ended on the 3rd of May 2025.", "the 3rd of May 2025=2025-05-03"},
        {"They met on Tuesday, January 13, 2026.", "Tuesday, January 13, 2026=2026-01-13"},
        {"They met on Tuesday 13 January.", "Tuesday 13 January=2026-01-13"},
        {"OSLO, Jan 27 (Nordlys) - The bridge was closed.", "Jan 27=2026-01-27"},
        {"The bridge was closed on 30 February 2025.", ""},
    });
}

TEST(Times, ReadsMonthsYearsAndDecades) {
    expect({
        {"The plant was opened in February 2019.", "February 2019=2019-02"},
        {"The plant was opened in May 2019.", "May 2019=2019-05"},
        {"The plant was opened in 2017.", "2017=2017"},
        {"The 2024 election was close.", "2024=2024"},
        {"The school was founded in 1857.", "1857=1857"},
        {"The pier dates from the 1990s.", "the 1990s=199X"},
        {"Rents rose through the mid-1990s.", "the mid-1990s=199X"},
        {"The song comes from the '60s.", "the '60s=196X"},
        {"The 2024/25 season was their best.", "2024/25 season=2024/2025"},
        {"The outbreak of 2023-24 was worse.", "2023-24=2023/2024"},
        {"She was consul from 2014 to 2017.", "2014 to 2017=2014/2017"},
        {"Between 2019 and 2021 nothing was built.", "2019 and 2021=2019/2021"},
        {"The law was in force 1939-45.", "1939-45=1939/1945"},
    });
}

TEST(Times, PlacesMonthsByTense) {
    expect({
        {"The minister will visit in February.", "February=2026-02"},
        {"The minister visited in February.", "February=2025-02"},
        {"The harvest failed in October.", "October=2025-10"},
        {"The hearing is expected in November.", "November=2026-11"},
        {"The talks could resume by March.", "March=2026-03"},
        {"The dam collapsed in mid-March.", "mid-March=2025-03"},
        {"The strike began on 12 December.", "12 December=2025-12-12"},
        {"The strike will begin on 12 December.", "12 December=2026-12-12"},
        {"The vote was held on January 20.", "January 20=2026-01-20"},
        {"Voters went to the polls in March last year.", "March last year=2025-03"},
        {"The tower will be finished in May next year.", "May next year=2027-05"},
        {"He resigned last March.", "last March=2025-03"},
        {"The road will open next January.", "next January=2027-01"},
        {"It rained all through late December.", "late December=2025-12"},
    });
}

TEST(Times, PlacesWeekdaysByTense) {
    expect({
        {"The council voted on Tuesday.", "Tuesday=2026-01-27"},
        {"The council will vote on Tuesday.", "Tuesday=2026-02-03"},
        {"The council voted on Wednesday.", "Wednesday=2026-01-28"},
        {"The council will vote on Wednesday.", "Wednesday=2026-01-28"},
        {"The boat sank on Tuesday night.", "Tuesday night=2026-01-27"},
        {"The boat sank last Wednesday.", "last Wednesday=2026-01-21"},
        {"The boat will sail next Wednesday.", "next Wednesday=2026-02-04"},
        {"The mayor will resign this Friday.", "this Friday=2026-01-30"},
        {"The mayor resigned on Tuesday last week.", "Tuesday last week=2026-01-20"},
        {"The panel will meet on Thursday next week.", "Thursday next week=2026-02-05"},
        {"The panel will decide on Monday week.", "Monday week=2026-02-09"},
        {"Crews searched from Sunday to Tuesday.", "Sunday to Tuesday=2026-01-25/2026-01-27"},
        {"Buses will stop on Monday (2), the union said.", "Monday (2)=2026-02-02"},
        {"Buses stopped yesterday (27).", "yesterday (27)=2026-01-27"},
        {"Shops were busy on Black Friday.", ""},
        {"The market was held every Saturday.", ""},
    });
}

TEST(Times, ReadsTheCalendarAroundThePublication) {
    expect({
        {"She arrived yesterday.", "yesterday=2026-01-27"},
        {"She arrived yesterday evening.", "yesterday evening=2026-01-27"},
        {"The gates open today.", "today=2026-01-28"},
        {"The gates will open tomorrow morning.", "tomorrow morning=2026-01-29"},
        {"The gates will open the day after tomorrow.", "the day after tomorrow=2026-01-30"},
        {"The barn burned down last night.", "last night=2026-01-27"},
        {"The barn burned down this morning.", "this morning=2026-01-28"},
        {"The river rose overnight.", "overnight=2026-01-27/2026-01-28"},
        {"The price fell last week.", "last week=2026-W04"},
        {"The inquiry will report later this week.", "later this week=2026-W05"},
        {"The inquiry will report next month.", "next month=2026-02"},
        {"Sales fell last month.", "last month=2025-12"},
        {"Sales fell last quarter.", "last quarter=2025-Q4"},
        {"The tax was raised last year.", "last year=2025"},
        {"The tax will rise early next year.", "early next year=2027"},
        {"Three hamlets were cut off over the weekend.", "the weekend=2026-01-24/2026-01-25"},
        {"More snow will fall over the weekend.", "the weekend=2026-01-31/2026-02-01"},
        {"The fair will be held next weekend.", "next weekend=2026-02-07/2026-02-08"},
        {"The runway should reopen later in the year.", "later in the year=2026"},
        {"The figures should be out by the end of the year.", "the end of the year=2026"},
        {"Wages will be frozen until year-end.", "year-end=../2026"},
        {"The report is due by the end of March.", "the end of March=2026-03"},
    });
}

TEST(Times, CountsFromThePublication) {
    expect({
        {"The tunnel was sealed three days ago.", "three days ago=2026-01-25"},
        {"The tunnel was sealed a week ago.", "a week ago=2026-W04"},
        {"The tunnel was sealed two months ago.", "two months ago=2025-11"},
        {"The tunnel was sealed 20 years ago.", "20 years ago=2006"},
        {"The tunnel was sealed a decade ago.", "a decade ago=2016"},
        {"The tunnel will be sealed in two weeks.", "two weeks=2026-W07"},
        {"The tunnel was sealed in two weeks.", ""},
        {"The tunnel will be sealed two days from now.", "two days from now=2026-01-30"},
        {"More rain is likely in the next two weeks.", "the next two weeks=2026-01-28/2026-02-11"},
        {"Guests may stay for the next week.", "the next week=2026-01-28/2026-02-04"},
        {"Over the past three months rents fell.", "the past three months=2025-10/2026-01"},
        {"Over the past year rents fell.", "the past year=2025/2026"},
        {"It will be the first such visit in nine years.", ""},
    });
}

TEST(Times, ReadsPartsOfYearsAndMonths) {
    expect({
        {"Prices dropped in the June quarter.", "the June quarter=2025-Q2"},
        {"Prices will rise in the June quarter.", "the June quarter=2026-Q2"},
        {"Profit fell in the third quarter of 2025.", "the third quarter of 2025=2025-Q3"},
        {"Profit fell in the fourth quarter.", "the fourth quarter=2025-Q4"},
        {"Third-quarter profit fell.", "Third-quarter=2025-Q3"},
        {"Profit fell in Q3 2025.", "Q3 2025=2025-Q3"},
        {"Profit will fall in the 2026 second quarter.", "2026 second quarter=2026-Q2"},
        {"Exports fell in the first half of 2026.", "the first half of 2026=2026-H1"},
        {"Exports will fall in the second half of the year.", "the second half of the year=2026-H2"},
        {"The team scored in the first half.", ""},
        {"The envoy will travel in the second half of May.", "the second half of May=2026-05-16/2026-05-31"},
        {"The envoy will travel in the last week of February.",
         "the last week of February=2026-02-22/2026-02-28"},
    });
}

TEST(Times, JoinsRangesAndLeavesOpenEnds) {
    expect({
        {"The camp will run from 3 to 5 February.", "3 to 5 February=2026-02-03/2026-02-05"},
        {"The camp will run on February 3-5.", "February 3-5=2026-02-03/2026-02-05"},
        {"Cheese sold between April 7 and May 12 was recalled.", "April 7 and May 12=2025-04-07/2025-05-12"},
        {"The canal will be closed between March and May.", "March and May=2026-03/2026-05"},
        {"Records covering November 2024 to March 2025 are lost.",
         "November 2024 to March 2025=2024-11/2025-03"},
        {"Records covering November to March 2025 are lost.", "November to March 2025=2024-11/2025-03"},
        {"It has been empty since 2017.", "2017=2017/.."},
        {"It has been empty since last month.", "last month=2025-12/.."},
        {"It has been empty since Monday.", "Monday=2026-01-26/.."},
        {"It will be empty until March 3.", "March 3=../2026-03-03"},
        {"Sales fell on Friday to December levels.", "Friday=2026-01-23; December=2025-12"},
    });
}

TEST(Times, RefersToWhatTheParagraphNamed) {
    expect({
        {"The contract was awarded in February 2024. A memo of February 9 that year warned of it.",
         "February 2024=2024-02; February 9 that year=2024-02-09"},
        {"A test on 9 October was bad. The letter came on the 14th. The market opened the next day.",
         "9 October=2025-10-09; the 14th=2025-10-14; the next day=2025-10-15"},
        {"He was arrested on January 5. The same day his brother fled.",
         "January 5=2026-01-05; The same day=2026-01-05"},
        {"The drain was dug up in October 2023 and repaired that November.",
         "October 2023=2023-10; November=2023-11"},
        {"It began in 2020.\n\nThat day nobody came.", "2020=2020"},
    });
}

TEST(Times, KnowsOrdinaryWords) {
    expect({
        {"They may march for a second time.", ""},
        {"May I ask who they are?", ""},
        {"Theresa May said nothing.", ""},
        {"The March on the capital was peaceful.", ""},
        {"June Harper said nothing.", ""},
        {"The Sun, a tabloid, said nothing.", ""},
        {"Some 2000 people came and 2500 left.", ""},
        {"The firm paid $2020 for lot 2019.", ""},
        {"The second man fled on the third floor.", ""},
        {"It was only a matter of time, day after day.", ""},
        {"The road is 2010 metres long.", ""},
        {"In May 22 people drowned.", "May=2025-05"},
    });
}

TEST(Times, KeepsOnlyAbsoluteOnesWithoutAPublicationDate) {
    EXPECT_EQ(times_of("On Tuesday the mayor said that the bridge of 1987 would close on 3 May 2026.", {}),
              "1987=1987; 3 May 2026=2026-05-03");
    EXPECT_EQ(times_of("Yesterday, last week, three days ago, in March and by the end of the year.", {}), "");
    EXPECT_EQ(times_of("It was sold in May 2024; that month nobody asked.", {}),
              "May 2024=2024-05; that month=2024-05");
}

TEST(Times, GivesValuesThatTheCalendarReads) {
    const std::string_view text =
        "On Tuesday, in February, last week, since 2017, until Friday, in the 1990s, over the weekend, "
        "between "
        "March and May, in the June quarter, in the first half of 2026, from 3 to 5 February and overnight.";
    const auto times = analyse(text, wednesday).times;
    ASSERT_EQ(times.size(), 12U);
    for (const TimeExpression& time : times)
        EXPECT_TRUE(days_of(time.value)) << time.value;
}

// Texts that no newspaper prints end soon and stay within the calendar.
TEST(Times, SurvivesHostileTexts) {
    const auto repeated = [](std::string_view piece, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < (tests::sanitized ? count / 10 : count); ++i)
            text += piece;
        return text;
    };
    const std::vector<std::string> texts{
        repeated("9", 1'000'000),
        repeated("2017 ", 100'000),
        repeated("end of the end of ", 50'000),
        repeated("early late mid-", 50'000),
        repeated("the last the next ", 50'000),
        repeated("Tuesday to ", 100'000),
        repeated("between March and ", 50'000),
        repeated("99999999999 years ago ", 20'000),
        "5000 decades ago, 4999 years ago, in the next 5000 decades, 0000-00-00, 9999-12-31, 31 June 9999",
    };
    for (const std::string& text : texts) {
        std::uint32_t last = 0;
        for (const TimeExpression& time : analyse(text, wednesday).times) {
            ASSERT_LE(last, time.span.begin);
            last = time.span.end;
            ASSERT_LE(last, text.size());
            ASSERT_TRUE(days_of(time.value)) << time.value;
        }
    }
}

TEST(Times, StaysWithinTheCalendarOnItsFirstAndLastDays) {
    for (const char* day : {"0000-01-01", "0001-01-01", "9999-12-31"}) {
        const std::string_view text =
            "Yesterday and tomorrow, last year and next year, last weekend and next weekend, on Friday, in "
            "June, "
            "three years ago, two decades ago, the next two weeks, last decade, overnight and Monday week.";
        for (const TimeExpression& time : analyse(text, parse_date(day)).times)
            EXPECT_TRUE(days_of(time.value)) << day << ' ' << time.value;
    }
}

}  // namespace
}  // namespace whosaid::language
