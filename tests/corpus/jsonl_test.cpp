#include "tests/corpus/support.hpp"

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using testing::ids;
using ::testing::IsEmpty;
using testing::Read;
using testing::read;
using ::testing::StartsWith;

// One article with a date, so that nothing is told of it.
std::string article(const std::string& id) {
    return fmt::format(R"({{"id": "{}", "date": "2026-01-28", "text": "Rain fell."}})", id);
}

TEST(JsonLines, EveryFieldIsRead) {
    const Read got = read("feed.jsonl",
                          R"({"id": "a/1", "outlet": "Harbour Wire", "date": "2026-01-28", "title": "Rain",)"
                          R"("url": "https://example.org/1", "author": "A. Writer", "extra": [{"id": "no"}],)"
                          R"("text": "Rain fell.\r\n\r\nCaf\u00e9s shut. \ud83d\udcf0"})");
    ASSERT_EQ(got.articles.size(), 1U);
    const Article& a = got.articles[0];
    EXPECT_EQ(a.id, "a/1");
    EXPECT_EQ(a.outlet, "Harbour Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-01-28");
    EXPECT_EQ(a.title, "Rain");
    EXPECT_EQ(a.url, "https://example.org/1");
    EXPECT_EQ(a.author, "A. Writer");
    EXPECT_EQ(a.text, "Rain fell.\r\n\r\nCaf\xC3\xA9s shut. \xF0\x9F\x93\xB0");
    EXPECT_THAT(got.errors, IsEmpty());
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(JsonLines, ABrokenLineIsAnErrorAndTheRestGoesOn) {
    const Read got = read("feed.jsonl", article("a") + "\n{\"id\": \"b\", \"text\n\n  \r\n[1]\n" +
                                            article("c") + "\n7\n{} {}\n" + article("d"));
    EXPECT_THAT(ids(got), ElementsAre("a", "c", "d"));
    const std::string hint = "; an article is one object with \"id\" and \"text\"; it is left out";
    EXPECT_THAT(got.errors, ElementsAre("feed.jsonl:2: it is not valid JSON, from byte 18 on" + hint,
                                        "feed.jsonl:5: it is not a JSON object" + hint,
                                        "feed.jsonl:7: it is not a JSON object" + hint,
                                        "feed.jsonl:8: it is not valid JSON, from byte 4 on" + hint));
}

TEST(JsonLines, AFirstLineThatLooksLikeTheStartOfMoreIsALineByItself) {
    const Read got = read("feed.jsonl", "{\n" + article("b"));
    EXPECT_THAT(ids(got), ElementsAre("b"));
    EXPECT_THAT(got.errors, ElementsAre(StartsWith("feed.jsonl:1: it is not valid JSON")));
}

TEST(JsonLines, WindowsLineEndsAMarkAndNoLastLineEndAreFine) {
    const Read got = read("feed.jsonl", "\xEF\xBB\xBF" + article("a") + "\r\n" + article("b"));
    EXPECT_THAT(ids(got), ElementsAre("a", "b"));
    EXPECT_THAT(got.errors, IsEmpty());
}

TEST(JsonLines, WithoutAnyArticleItIsAnError) {
    const std::string error = ": it is empty; an article is an object with \"id\" and \"text\"";
    EXPECT_THAT(read("feed.jsonl", "").errors, ElementsAre("feed.jsonl" + error));
    EXPECT_THAT(read("feed.jsonl", "\n \r\n").errors, ElementsAre("feed.jsonl" + error));
    EXPECT_THAT(read("feed.json", " [ ]\n").errors, ElementsAre("feed.json" + error));
}

TEST(JsonLines, ATextMustBeThere) {
    const Read got =
        read("feed.jsonl", "{\"id\": \"a\"}\n{\"text\": null}\n{\"text\": [\"x\"]}\n{\"text\": \" \\n\"}\n");
    EXPECT_THAT(got.errors, ElementsAre("feed.jsonl:1: it has no \"text\"; the article is left out",
                                        "feed.jsonl:2: it has no \"text\"; the article is left out",
                                        "feed.jsonl:3: its \"text\" is no string; the article is left out",
                                        "feed.jsonl:4: its \"text\" is empty; the article is left out"));
}

TEST(JsonLines, WithoutAnIdTheFilesNameServes) {
    const std::string bare = R"({"date": "2026-01-28", "text": "x"})";
    const std::string null = R"({"id": null, "date": "2026-01-28", "text": "x"})";
    EXPECT_THAT(ids(read("feed.x.jsonl", bare)), ElementsAre("feed.x"));
    EXPECT_THAT(ids(read("feed.jsonl", bare + "\n" + null + "\n" + article("c") + "\n" + bare)),
                ElementsAre("feed", "feed:2", "c", "feed:4"));
}

TEST(JsonLines, FieldsOfAnotherTypeAreToldAndLeftOut) {
    const Read got = read(
        "feed.jsonl",
        R"({"id": 7, "date": "2026-01-28", "outlet": 3, "author": ["A", "B"], "title": null, "text": "x"})"
        "\n"
        R"({"id": {"a": 1}, "text": "x"})"
        "\n"
        R"({"id": "c", "date": 1769590800, "text": "x"})"
        "\n"
        R"({"id": "d", "date": [1], "text": "x"})");
    ASSERT_THAT(ids(got), ElementsAre("7", "c", "d"));
    EXPECT_EQ(got.articles[0].author, "");
    EXPECT_THAT(
        got.errors,
        ElementsAre(
            "feed.jsonl:2: its \"id\" is neither a string nor a whole number; the article is left out"));
    const std::string hint = "; write it as \"2026-01-28\"; the article is taken without a date";
    EXPECT_THAT(got.warnings,
                ElementsAre("feed.jsonl:1: \"outlet\" is no string; the article is taken without it",
                            "feed.jsonl:1: \"author\" is no string; the article is taken without it",
                            "feed.jsonl:3: the date \"1769590800\" cannot be read" + hint,
                            "feed.jsonl:4: \"date\" is no string" + hint));
}

TEST(JsonLines, AnUnknownDateIsToldAndTheArticleTaken) {
    const Read got = read("feed.jsonl",
                          "\n"
                          R"({"id": "a", "date": "soon", "text": "x"})"
                          "\n"
                          R"({"id": "b", "date": "28 January 2026", "text": "x"})");
    ASSERT_THAT(ids(got), ElementsAre("a", "b"));
    EXPECT_FALSE(got.articles[0].date);
    EXPECT_EQ(to_string(got.articles[1].date.value()), "2026-01-28");
    EXPECT_THAT(got.warnings,
                ElementsAre("feed.jsonl:2: the date \"soon\" cannot be read; write it as \"2026-01-28\"; "
                            "the article is taken without a date"));
}

TEST(JsonLines, MissingDatesAreToldOnceAndCounted) {
    const Read got = read("feed.jsonl", article("a") +
                                            "\n"
                                            R"({"id": "b", "text": "x"})"
                                            "\n"
                                            R"({"id": "c", "date": "", "text": "x"})"
                                            "\n"
                                            R"({"id": "d", "date": null, "text": "x"})");
    EXPECT_THAT(ids(got), ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(
        got.warnings,
        ElementsAre("feed.jsonl:2: the article has no date; times such as \"on Monday\" in it stay open",
                    "feed.jsonl: 2 more articles have no date"));
}

TEST(JsonLines, OfAKeyThatStandsTwiceTheLastCounts) {
    const Read got =
        read("feed.jsonl", R"({"id": "a", "date": "2026-01-28", "text": "x", "text": "y", "b": 1, "b": 2})");
    EXPECT_EQ(got.articles.at(0).text, "y");
    EXPECT_THAT(got.warnings,
                ElementsAre("feed.jsonl:1: \"text\" stands more than once; the last one counts"));
}

TEST(JsonLines, WhatNoTextMayHoldIsMendedAndTold) {
    const Read got = read("feed.jsonl", article("a") + "\n" +
                                            R"({"id": "b", "date": "2026-01-28", "text": "caf)"
                                            "\xE9"
                                            R"( \ud800 \u0000"})");
    EXPECT_EQ(got.articles.at(1).text, "caf\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD");
    EXPECT_THAT(
        got.warnings,
        ElementsAre(StartsWith("feed.jsonl:2: byte 47 of the line is no valid text (3 places in all)")));
    const Read nul =
        read("feed.jsonl", R"({"id": "a", "date": "2026-01-28", "text": "a)" + std::string(1, '\0') + "b\"}");
    EXPECT_EQ(nul.articles.at(0).text,
              "a\xEF\xBF\xBD"
              "b");
}

TEST(JsonLines, HostileNestingIsAnErrorAndCostsNothing) {
    const std::string deep(5'000'000, '[');
    const Read got =
        read("feed.jsonl", R"({"id": "a", "text": "x", "more": )" + deep + "\n" + deep + "\n" + article("b"));
    EXPECT_THAT(ids(got), ElementsAre("b"));
    EXPECT_THAT(got.errors, ElementsAre(StartsWith("feed.jsonl:1: it is nested more than 100 deep"),
                                        StartsWith("feed.jsonl:2: it is not a JSON object")));
}

TEST(JsonLines, TooLongALineIsAnErrorAndTheRestGoesOn) {
    const std::string huge = R"({"id": "a", "text": ")" + std::string(3 * largest_article, 'x') + "\"}";
    const Read got = read("feed.jsonl", huge + "\n" + article("b"));
    EXPECT_THAT(ids(got), ElementsAre("b"));
    EXPECT_THAT(
        got.errors,
        ElementsAre("feed.jsonl:1: it is larger than 32 MB, the most one article may take; it is left out"));
    const Read array = read("feed.json", "[" + huge + ",\n" + article("b") + "]");
    EXPECT_THAT(ids(array), ElementsAre("b"));
    EXPECT_THAT(
        array.errors,
        ElementsAre("feed.json:1: it is larger than 32 MB, the most one article may take; it is left out"));
}

TEST(JsonArray, IsReadObjectByObject) {
    const std::string pretty =
        "{\n  \"id\": \"b [1], {\\\"2\\\"}\",\n  \"date\": \"2026-01-28\",\n  \"text\": \"x\"\n}";
    EXPECT_THAT(ids(read("feed.json", "[" + article("a") + "," + pretty + " ,\n" + article("c") + "]\n")),
                ElementsAre("a", R"(b [1], {"2"})", "c"));
    EXPECT_THAT(ids(read("feed.json", pretty)), ElementsAre(R"(b [1], {"2"})"));
    EXPECT_THAT(ids(read("feed.json", pretty + "\n" + article("c"))), ElementsAre(R"(b [1], {"2"})", "c"));
    EXPECT_THAT(ids(read("feed.json", article("a") + "\n" + article("b"))), ElementsAre("a", "b"));
}

TEST(JsonArray, WhatIsBrokenWithinAnObjectCostsNoOther) {
    const Read got =
        read("feed.json", "[\n" + article("a") + ",\n{\"id\": nought, \"text\": \"]}\"},\n7, \"x, y\",\n" +
                              article("b") + "\n]");
    EXPECT_THAT(ids(got), ElementsAre("a", "b"));
    EXPECT_THAT(got.errors, ElementsAre(StartsWith("feed.json:3: it is not valid JSON, from byte 9 on"),
                                        StartsWith("feed.json:4: it is not a JSON object"),
                                        StartsWith("feed.json:4: it is not a JSON object")));
}

TEST(JsonArray, AFileThatIsCutOffIsTold) {
    const Read between = read("feed.json", "[" + article("a") + ",\n");
    EXPECT_THAT(ids(between), ElementsAre("a"));
    EXPECT_THAT(
        between.errors,
        ElementsAre(
            "feed.json:2: the array has no end; the file may be cut off; what stands before is taken"));
    const Read within = read("feed.json", "[" + article("a") + ",\n{\"id\": \"b\", \"text\": \"x");
    EXPECT_THAT(ids(within), ElementsAre("a"));
    EXPECT_THAT(within.errors, ElementsAre(StartsWith("feed.json:2: it is not valid JSON")));
}

}  // namespace
}  // namespace whosaid::corpus
