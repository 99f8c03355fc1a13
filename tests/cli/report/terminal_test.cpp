#include "cli/report/display.hpp"
#include "cli/report/report.hpp"
#include "cli/report/wording.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"

#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t widest(const std::string& page) {
    std::size_t columns = 0;
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);)
        columns = std::max(columns, display_width(line));
    return columns;
}

TEST(TerminalVerification, Golden) {
    tests::expect_golden("verification.txt", terminal_verification(fixture::disputed(), {}));
}

TEST(TerminalReport, Golden) {
    tests::expect_golden("report.txt", terminal_report(fixture::report(), {}));
}

TEST(TerminalVerification, TellsVerdictReasonAndSources) {
    const std::string page =
        printable(terminal_verification(fixture::disputed(), {}));  // without line breaks
    EXPECT_THAT(page, HasSubstr("DISPUTED: 2 independent origins report it, 1 contradicts it"));
    EXPECT_THAT(page, HasSubstr("number: the claim says 24, the passage says Nineteen"));
    EXPECT_THAT(page, HasSubstr("independence cannot be shown"));
    EXPECT_THAT(page, HasSubstr("not complete: shard 2 of 3"));
    EXPECT_THAT(page, HasSubstr("Volta Business Report (hardened to confirmed): same copy"));
    EXPECT_THAT(page, HasSubstr("unknown outlet, undated"));
}

TEST(TerminalVerification, FitsTheWidth) {
    for (const unsigned width : {40U, 60U, 80U, 132U}) {
        EXPECT_LE(widest(terminal_verification(fixture::disputed(), {false, width})), width);
        EXPECT_LE(widest(terminal_report(fixture::report(), {false, width})), width);
    }
}

TEST(TerminalVerification, EscapesOfAnArticleNeverReachTheTerminal) {
    for (const std::string& page :
         {terminal_verification(fixture::disputed(), {}), terminal_report(fixture::report(), {})}) {
        for (const char c : page)
            EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ');
        EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));
    }
    const std::string coloured = terminal_verification(fixture::disputed(), {true, 80});
    EXPECT_THAT(coloured, HasSubstr("\x1b[1;33mDISPUTED\x1b[0m"));
    EXPECT_THAT(coloured, Not(HasSubstr("\x1b[31mRescuers")));
}

TEST(TerminalVerification, ColourAddsEscapesAndNothingElse) {
    std::string coloured = terminal_verification(fixture::disputed(), {true, 80});
    std::string plain;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b') {
            i = coloured.find('m', i);
        } else {
            plain += coloured[i];
        }
    }
    EXPECT_EQ(plain, terminal_verification(fixture::disputed(), {}));
}

TEST(TerminalVerification, SaysWhatAnEmptyAnswerMeans) {
    Verification nothing;
    nothing.text = "The bridge is closed";
    EXPECT_THAT(terminal_verification(nothing, {}),
                HasSubstr("UNSUPPORTED: nothing found that reports or contradicts it"));
    nothing.coverage = "archive did not answer";
    EXPECT_THAT(terminal_verification(nothing, {}),
                HasSubstr("NOT COVERED: nothing found in what the index covers"));
}

TEST(TerminalReport, WithoutVerificationsListsTheClaims) {
    Report report = fixture::report();
    report.verifications.clear();
    const std::string page = terminal_report(report, {});
    EXPECT_THAT(page, HasSubstr("8 claims\n"));
    EXPECT_THAT(page, HasSubstr("inside claim 3"));
}

TEST(TerminalReport, AnEmptyReportIsAPage) {
    EXPECT_FALSE(terminal_report({}, {}).empty());
    EXPECT_FALSE(terminal_verification({}, {}).empty());
}

TEST(Wording, VerdictSentences) {
    struct Row {
        Verdict verdict;
        std::uint32_t pro;
        std::uint32_t contra;
        const char* sentence;
    };
    const Row table[] = {
        {Verdict::corroborated, 2, 0, "2 independent origins report it, none contradicts it"},
        {Verdict::single_source, 1, 0, "1 origin reports it, none contradicts it"},
        {Verdict::disputed, 1, 3, "1 origin reports it, 3 contradict it"},
        {Verdict::contradicted, 0, 1, "no origin reports it, 1 contradicts it"},
        {Verdict::unsupported, 0, 0, "nothing found that reports or contradicts it"},
    };
    for (const Row& row : table) {
        Verification verification;
        verification.verdict = row.verdict;
        verification.origins_for = row.pro;
        verification.origins_against = row.contra;
        EXPECT_EQ(verdict_sentence(verification), row.sentence);
    }
}

TEST(Wording, Grades) {
    EXPECT_EQ(grade_meaning("F6"), "source reliability cannot be judged; truth cannot be judged");
    EXPECT_EQ(grade_meaning("B1"), "usually reliable source; confirmed by independent sources");
    EXPECT_EQ(grade_meaning("Z9"), "");
    EXPECT_EQ(grade_meaning(""), "");
}

TEST(Wording, Anonymity) {
    EXPECT_EQ(
        anonymity_words({AnonymousClass::government, 2, "of the energy ministry", "", "fear of reprisal"}),
        "government; 2 people; of the energy ministry; reason given: fear of reprisal");
    EXPECT_EQ(anonymity_words({}), "no reason given for anonymity");
}

}  // namespace
}  // namespace whosaid::cli
