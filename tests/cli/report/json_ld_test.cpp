#include "cli/report/report.hpp"
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

std::vector<json> of_type(const std::string& text, const char* type) {
    std::vector<json> out;
    const json document = json::parse(text);
    for (const json& node : document["@graph"]) {
        if (node["@type"] == type) out.push_back(node);
    }
    return out;
}

TEST(JsonLd, Golden) {
    Report report = fixture::report();
    report.reviews = {{0, "Mostly true", "North Desk", "https://desk.example/17", parse_date("2026-03-09")}};
    tests::expect_golden("report.jsonld", json_ld_report(report, {}));
}

TEST(JsonLd, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::unsound_json_ld(json_ld_report(report, {})), "") << name;
}

TEST(JsonLd, AClaimHasWhoWhereAndWhatIsKnown) {
    const std::vector<json> claims = of_type(json_ld_report(fixture::report(), {}), "Claim");
    ASSERT_EQ(claims.size(), 8U);
    EXPECT_EQ(claims[0]["text"], "24 passengers were taken off the ferry Meridian");
    EXPECT_EQ(claims[0]["author"]["@type"], "Person");
    EXPECT_EQ(claims[0]["author"]["jobTitle"], "Harbour master");
    EXPECT_EQ(claims[0]["firstAppearance"]["publisher"]["name"], "The Vale Mercury");
    EXPECT_EQ(claims[0]["appearance"].size(), 4U);
    EXPECT_EQ(claims[2]["author"]["name"], "two officials briefed on the rescue (unnamed)");
    EXPECT_EQ(claims[4]["author"]["@type"], "Organization");
}

TEST(JsonLd, OnlyWhatAPersonReviewedIsAReview) {
    Report report = fixture::report();
    EXPECT_TRUE(of_type(json_ld_report(report, {}), "ClaimReview").empty());
    report.reviews = {{3, "Not proven", "North Desk", "https://desk.example/17", parse_date("2026-03-09")}};
    const std::vector<json> reviews = of_type(json_ld_report(report, {}), "ClaimReview");
    ASSERT_EQ(reviews.size(), 1U);
    EXPECT_EQ(reviews[0]["itemReviewed"]["@id"], "urn:x-whosaid:report:vale-mercury%2Fmeridian#c4");
    EXPECT_EQ(reviews[0]["reviewRating"]["alternateName"], "Not proven");
    EXPECT_EQ(reviews[0]["author"]["name"], "North Desk");
    EXPECT_EQ(reviews[0]["url"], "https://desk.example/17");
    EXPECT_EQ(reviews[0]["datePublished"], "2026-03-09");
    report.article.text.replace(report.claims[3].content[0].begin, 3, std::string(200, 'x'));
    report.claims[3].content[0].end += 197;
    EXPECT_LE(
        of_type(json_ld_report(report, {}), "ClaimReview")[0]["claimReviewed"].get<std::string>().size(),
        75U);
}

TEST(JsonLd, ADocumentIsNoAuthor) {
    Report report = fixture::report();
    report.claims[0].source.kind = SourceKind::document;
    const json claim = of_type(json_ld_report(report, {}), "Claim")[0];
    EXPECT_FALSE(claim.contains("author"));
    EXPECT_EQ(claim["isBasedOn"]["name"], "Ines Okafor");
}

}  // namespace
}  // namespace whosaid::cli
