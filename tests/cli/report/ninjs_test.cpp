#include "cli/report/report.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"
#include "tests/newsroom.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whosaid::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST(Ninjs, Golden) {
    tests::expect_golden("report.ninjs.json", ninjs_report(fixture::report(), {}));
    tests::expect_golden("report.ninjs-3.1.json", ninjs_3_report(fixture::report(), {}));
}

TEST(Ninjs, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports()) {
        EXPECT_EQ(tests::unsound_ninjs(ninjs_report(report, {})), "") << name;
        EXPECT_EQ(tests::unsound_ninjs_3(ninjs_3_report(report, {})), "") << name;
    }
}

TEST(Ninjs, IsValidWhateverIsReported) {
    if (const std::string why = tests::no_validation(); !why.empty()) GTEST_SKIP() << why;
    for (const auto& [name, report] : fixture::odd_reports()) {
        EXPECT_EQ(tests::ninjs_violation(ninjs_report(report, {})), "") << name;
        EXPECT_EQ(tests::ninjs_3_violation(ninjs_3_report(report, {})), "") << name;
    }
}

TEST(Ninjs, ClaimsAreDataInExtra) {
    const json item = json::parse(ninjs_report(fixture::report(), {}));
    const json& claim = item["extra"]["claims"][0];
    EXPECT_EQ(claim["id"], "c1");
    EXPECT_EQ(claim["speaker"], "Ines Okafor");
    EXPECT_EQ(claim["source"], "The Vale Mercury");
    EXPECT_EQ(claim["attribution"], "person");
    EXPECT_EQ(claim["verb"], "confirmed");
    EXPECT_EQ(claim["certainty"], "confirmed");
    EXPECT_EQ(claim["confidence"], 88);
    EXPECT_EQ(claim["corroboration"], "disputed");
    EXPECT_EQ(claim["independent_sources"], 2);
    EXPECT_EQ(item["extra"]["claims"][3]["nested_in"], "c3");
    EXPECT_EQ(item["extra"]["run"]["index_revision"], "42");
}

TEST(Ninjs, SubjectsAreCodesOfTheVocabulary) {
    const json item = json::parse(ninjs_report(fixture::report(), {}));
    const json disputed{{"code", "disputed"}, {"name", "Disputed"}, {"scheme", "urn:x-whosaid:verdict:"}};
    EXPECT_THAT(item["subject"], testing::Contains(disputed));
}

TEST(Ninjs, TextCannotBecomeMarkup) {
    const json item = json::parse(ninjs_report(fixture::report(), {}));
    const std::string html = item["body_html"];
    EXPECT_THAT(html, HasSubstr("lifeboats &lt;b&gt;at all&lt;/b&gt; &amp; why"));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("javascript:")));
    EXPECT_THAT(html, HasSubstr("Verdict: disputed; 2 independent origins report it, 1 contradicts it."));
}

TEST(Ninjs, OneLineIsOneLine) {
    NewsroomStyle style;
    style.one_line = true;
    const std::string line = ninjs_report(fixture::report(), style);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_EQ(json::parse(line), json::parse(ninjs_report(fixture::report(), {})));
}

}  // namespace
}  // namespace whosaid::cli
