#include "cli/report/report.hpp"
#include "core/text/utf8.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"
#include "tests/newsroom.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whosaid::cli {
namespace {

using nlohmann::json;

TEST(WebAnnotation, Golden) {
    tests::expect_golden("report.web-annotation.jsonld", web_annotation_report(fixture::report(), {}));
}

TEST(WebAnnotation, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::unsound_web_annotation(web_annotation_report(report, {})), "") << name;
}

// Both selectors find the same words, whatever comes before them.
TEST(WebAnnotation, SelectorsFindTheWordsInTheArticle) {
    const Report report = fixture::report();
    const text::CodePoints points(report.article.text);
    std::size_t targets = 0;
    const auto check = [&](const json& target) {
        ++targets;
        const json& quote = target["selector"][0];
        const json& position = target["selector"][1];
        const std::uint32_t begin = points.byte(position["start"]);
        const std::uint32_t end = points.byte(position["end"]);
        EXPECT_EQ(quote["exact"], report.article.text.substr(begin, end - begin));
        const std::string around = quote["prefix"].get<std::string>() + quote["exact"].get<std::string>() +
                                   quote["suffix"].get<std::string>();
        EXPECT_NE(report.article.text.find(around), std::string::npos) << around;
        EXPECT_EQ(target["source"], "https://mercury.example/meridian?id=7&full=1");
    };
    const json collection = json::parse(web_annotation_report(report, {}));
    for (const json& item : collection["first"]["items"]) {
        if (item["target"].is_object()) {
            check(item["target"]);
        } else {
            for (const json& target : item["target"])
                check(target);
        }
    }
    EXPECT_EQ(targets, 9U + 7U);  // one claim is in two pieces, one has no source span
}

TEST(WebAnnotation, ClaimsAreClassifiedByTheVocabulary) {
    Report report = fixture::report();
    report.verifications[0].highest_certainty =
        Certainty::possible;  // of the evidence: no class of the claim
    const json collection = json::parse(web_annotation_report(report, {}));
    std::vector<std::string> classes;
    for (const json& body : collection["first"]["items"][0]["body"]) {
        if (body["purpose"] == "classifying") classes.push_back(body["source"]);
    }
    EXPECT_THAT(classes,
                testing::ElementsAre("urn:x-whosaid:source-kind:person", "urn:x-whosaid:cue-class:speech",
                                     "urn:x-whosaid:form:indirect", "urn:x-whosaid:certainty:confirmed",
                                     "urn:x-whosaid:polarity:affirmed", "urn:x-whosaid:verdict:disputed"));
}

}  // namespace
}  // namespace whosaid::cli
