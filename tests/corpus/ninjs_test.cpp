#include "tests/corpus/support.hpp"

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids;
using ::testing::IsEmpty;
using testing::Read;
using testing::read;
using ::testing::StartsWith;

TEST(Ninjs, EveryFieldOfVersion1IsRead) {
    const Read got =
        read("item.json", R"({"uri": "urn:orsa:1", "type": "text", "versioncreated": "2026-03-02T08:15:00Z",
 "firstcreated": "2026-03-01T08:15:00Z", "pubstatus": "usable", "headline": "Ferry aground", "byline": "By Ada Lund",
 "source": "Orsa Wire", "copyrightholder": "Other", "body_text": "Lost.",
 "body_xhtml": "<p>The ferry ran aground.</p>\n<p>Nobody was hurt &mdash; <b>so far</b>.</p>"})");
    ASSERT_EQ(got.articles.size(), 1U);
    const Article& a = got.articles[0];
    EXPECT_EQ(a.id, "urn:orsa:1");
    EXPECT_EQ(a.outlet, "Orsa Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-03-02");
    EXPECT_EQ(a.title, "Ferry aground");
    EXPECT_EQ(a.author, "Ada Lund");
    EXPECT_EQ(a.url, "");
    EXPECT_EQ(a.text, "The ferry ran aground.\n\nNobody was hurt \u2014 so far.");
    EXPECT_THAT(got.errors, IsEmpty());
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(Ninjs, EveryFieldOfVersion3IsRead) {
    const Read got =
        read("item.json", R"({"uri": "https://orsa.example/1", "versionCreated": "2026-03-02T08:15:00Z",
 "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry aground"}], "by": "Ada Lund",
 "infoSources": [{"role": "medium", "name": "Orsa Wire"}],
 "bodies": [{"role": "text", "contentType": "text/plain", "value": "Plain."},
            {"role": "html5", "contentType": "text/html", "value": "<html><head><title>x</title></head><body><p>Rain fell.<p>Sun."}]})");
    const Article& a = got.articles.at(0);
    EXPECT_EQ(a.url, "https://orsa.example/1");
    EXPECT_EQ(a.outlet, "Orsa Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-03-02");
    EXPECT_EQ(a.title, "Ferry aground");
    EXPECT_EQ(a.author, "Ada Lund");
    EXPECT_EQ(a.text, "Rain fell.\n\nSun.");
}

TEST(Ninjs, BodiesOfAnyNameAndKindAreTaken) {
    const auto text = [](std::string_view members) {
        return read("item.json",
                    fmt::format(R"({{"uri": "a", "versioncreated": "2026-03-02", {}}})", members))
            .articles.at(0)
            .text;
    };
    EXPECT_EQ(text(R"("body_main": "Rain fell.\n\nSun.")"), "Rain fell.\n\nSun.");
    EXPECT_EQ(text(R"("body_text": "Rain fell.", "body_html": " ")"), "Rain fell.");
    EXPECT_EQ(text(R"("bodies": [{"value": "<p>Rain fell.</p>"}])"), "Rain fell.");
    EXPECT_EQ(text(R"("bodies": [{"role": "nitf", "contenttype": "text/vnd.IPTC.NITF",
        "value": "<nitf><body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content><p>Rain fell.</p></body.content></body></nitf>"}])"),
              "Rain fell.");
    EXPECT_EQ(text(R"("bodies": [7, {"value": null}, {"role": "text", "value": "Rain fell."}])"),
              "Rain fell.");
}

TEST(Ninjs, StandsAmongOurOwnInLinesAndArrays) {
    const std::string ninjs = R"({"uri": "n", "versioncreated": "2026-03-02", "body_text": "Rain fell."})";
    const std::string ours = R"({"id": "o", "uri": "x", "date": "2026-03-02", "text": "Sun."})";
    EXPECT_THAT(ids(read("feed.jsonl", ninjs + "\n" + ours)), ElementsAre("n", "o"));
    EXPECT_THAT(ids(read("feed", "[" + ours + ",\n" + ninjs + "]")), ElementsAre("o", "n"));
}

TEST(Ninjs, ItemsThatAreNoArticlesArePassedOver) {
    const Read got = read("feed.jsonl", R"({"uri": "p", "type": "picture", "pubstatus": "usable"}
{"uri": "a", "type": "text", "versioncreated": "2026-03-02", "body_text": "Rain fell."}
{"uri": "b", "type": "text", "pubstatus": "usable"}
{"uri": "c", "pubstatus": "canceled", "body_text": "Sun."})");
    EXPECT_THAT(ids(got), ElementsAre("a"));
    EXPECT_THAT(got.errors, ElementsAre("feed.jsonl:3: it has no text; the article is left out"));
    EXPECT_THAT(got.warnings,
                ElementsAre("feed.jsonl:4: its status is \"canceled\"; the article is left out"));
    const Read none = read("item.json", R"({"uri": "p", "type": "video"})");
    EXPECT_THAT(none.errors, IsEmpty());
    EXPECT_THAT(none.warnings,
                ElementsAre(StartsWith("item.json: it holds no article, only an item of other kinds")));
}

TEST(Ninjs, WithoutParticularsTheFilesNameIsTheId) {
    const Read got =
        read("item.json", R"({"uri": 7, "headline": ["x"], "byline": {}, "body_text": "Rain fell."})");
    EXPECT_THAT(ids(got), ElementsAre("item"));
    EXPECT_THAT(got.warnings, ElementsAre(HasSubstr("no date")));
}

TEST(Ninjs, HostileObjectsAreErrorsOrCostNothing) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<div>";
    const std::string many = "[" + std::string(8'000'000, '[') + "]";
    std::string flat = "[[]";
    for (int i = 0; i < 3'000'000; ++i)
        flat += ",[]";
    const Read got =
        read("feed.jsonl", R"({"uri": "a", "body_html": ")" + deep + "\"}\n" + R"({"uri": "b", "bodies": )" +
                               many + "}\n" + R"({"uri": "c", "bodies": )" + flat + "]}\n" +
                               R"({"uri": "d", "versioncreated": "2026-03-02", "body_text": "Sun."})");
    EXPECT_THAT(ids(got), ElementsAre("d"));
    EXPECT_THAT(got.errors,
                ElementsAre("feed.jsonl:1: it is nested more than 500 deep; the article is left out",
                            StartsWith("feed.jsonl:2: it is nested more than 100 deep"),
                            "feed.jsonl:3: it has no text; the article is left out"));
}

TEST(Ninjs, AClaimReportOfBeforeItCarriedTheArticleIsAnError) {
    const Read got =
        read("r.json", R"({"uri": "r", "profile": "claim-report", "body_html": "<p class=\"claim\">x</p>"})");
    EXPECT_THAT(
        got.errors,
        ElementsAre(
            "r.json:1: it is a claim report without the text of its article; the article is left out"));
}

}  // namespace
}  // namespace whosaid::corpus
