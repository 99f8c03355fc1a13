#include "corpus/publication_date.hpp"

#include <gtest/gtest.h>

namespace whosaid::corpus {
namespace {

std::string day(std::string_view text) {
    const std::optional<Date> date = publication_date(text);
    return date ? to_string(*date) : "none";
}

TEST(PublicationDate, UnderstandsWhatNewsroomsAndFeedsWrite) {
    for (const std::string_view text : {"2026-01-28",
                                        "2026-01-28T23:30:00-05:00",
                                        "2026-01-28 09:00",
                                        " 2026-01-28\n",
                                        "20260128",
                                        "20260128T090000Z",
                                        "2026/01/28",
                                        "2026.1.28",
                                        "28 January 2026",
                                        "28 Jan 2026",
                                        "28th January, 2026",
                                        "Jan 28, 2026",
                                        "Jan. 28, 2026",
                                        "January 28th 2026",
                                        "JANUARY 28, 2026",
                                        "Wednesday, January 28, 2026",
                                        "the 28th of January 2026",
                                        "Wed, 28 Jan 2026 09:00:00 GMT",
                                        "Wed, 28 Jan 2026 09:00:00 +0530",
                                        "28 Jan 26 09:00 EST",
                                        "Wed Jan 28 09:00:00 2026",
                                        "Wed Jan 28 09:00:00 UTC 2026",
                                        "Wed Jan 28 09:00:00 +0000 2026",
                                        "28-Jan-2026",
                                        "2026 January 28",
                                        "28.01.2026",
                                        "28/01/2026",
                                        "01/28/2026",
                                        "28-01-2026",
                                        "January 28, 2026 at 9:00 am",
                                        "28 January 2026, 09:00 IST",
                                        "January 28, 2026 | 9:00 AM",
                                        "28 January 2026 09:00:00.123 -05:00"})
        EXPECT_EQ(day(text), "2026-01-28") << text;
    EXPECT_EQ(day("Sept. 3, 1999"), "1999-09-03");
    EXPECT_EQ(day("Tues, 3 May 94 10:00 GMT"), "1994-05-03");
    EXPECT_EQ(day("03/03/2026"), "2026-03-03");
    EXPECT_EQ(day("03.04.2026"), "2026-04-03");
}

TEST(PublicationDate, RefusesWhatIsNoDayOrMayBeTwo) {
    for (const std::string_view text : {"",
                                        " ",
                                        "soon",
                                        "2026",
                                        "2026-01",
                                        "January 2026",
                                        "28 January",
                                        "30 February 2026",
                                        "2026-02-30",
                                        "03/04/2026",
                                        "28/01/26",
                                        "32.01.2026",
                                        "99999999",
                                        "Jan Feb 2026",
                                        "28 January 2026 or so",
                                        "1/2",
                                        "28 January 20261",
                                        "28 1 January 2026",
                                        "12:30",
                                        "28 January 2026 12:",
                                        "-",
                                        "28 January 2026 12:30 +"})
        EXPECT_EQ(day(text), "none") << text;
    EXPECT_EQ(day(std::string(1'000'000, '1')), "none");
    EXPECT_EQ(day("28 January " + std::string(60, '9')), "none");
}

}  // namespace
}  // namespace whosaid::corpus
