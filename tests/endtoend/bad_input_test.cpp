// Inputs that are wrong in one way or another: what is told of them, and that the others go on.
#include "tests/endtoend/fixture.hpp"

#include <unistd.h>

namespace whosaid::endtoend {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int some_inputs_failed = 3;

class BadInput : public EndToEnd {
  protected:
    void SetUp() override {
        static_cast<void>(
            write("good.jsonl", line("good", "Harbour Wire", "2026-03-02", "Ferry",
                                     "The ferry sails again, harbour master Lena Brandt said on Monday.")));
    }
    // Indexes the bad file together with the good one.
    [[nodiscard]] Outcome index(const std::string& bad) const {
        return run({"index", bad, "good.jsonl", "--format", "json"});
    }
    // Ids of the articles in the index.
    [[nodiscard]] std::vector<std::string> indexed() const {
        std::vector<std::string> out;
        for (const Json& hit : lines({"search", "ferry OR rain", "--format", "jsonl"}))
            out.push_back(hit["article"]);
        std::ranges::sort(out);
        return out;
    }
};

TEST_F(BadInput, InvalidUtf8IsMendedAndTold) {
    static_cast<void>(
        write("latin.txt", "The caf\xE9s stay shut.\nRain fell, the mayor\x92s office said.\n"));
    const Outcome outcome = index("latin.txt");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(
        outcome.err,
        HasSubstr("whosaid: latin.txt:1: warning: byte 8 of the line is no valid text (2 places in all)"));
    EXPECT_THAT(indexed(), ElementsAre("good", "latin"));
    EXPECT_EQ(lines({"read", "latin.txt"}).at(0)["text"],
              "The caf\xEF\xBF\xBDs stay shut.\nRain fell, the mayor\xEF\xBF\xBDs office said.\n");
}

TEST_F(BadInput, AnEmptyFileIsAnError) {
    for (const char* name : {"empty.txt", "empty.jsonl", "empty.json"}) {
        static_cast<void>(write(name, ""));
        const Outcome outcome = index(name);
        EXPECT_EQ(outcome.status, some_inputs_failed);
        EXPECT_THAT(outcome.err, HasSubstr(std::string("whosaid: ") + name + ": it is empty"));
        EXPECT_EQ(Json::parse(outcome.out)["unreadable"], 1);
    }
    EXPECT_THAT(indexed(), ElementsAre("good"));
}

TEST_F(BadInput, ABrokenLineIsAnErrorAndTheGoodOnesAroundItAreTaken) {
    static_cast<void>(write("feed.jsonl", line("first", "", "2026-03-01", "", "Rain fell.") +
                                              "{\"id\": \"broken\", \"text\": \n" +
                                              line("last", "", "2026-03-01", "", "Rain fell again.")));
    const Outcome outcome = index("feed.jsonl");
    EXPECT_EQ(outcome.status, some_inputs_failed);
    EXPECT_THAT(outcome.err, HasSubstr("whosaid: feed.jsonl:2: it is not valid JSON"));
    EXPECT_THAT(indexed(), ElementsAre("first", "good", "last"));
}

TEST_F(BadInput, AMissingDateIsTold) {
    static_cast<void>(
        write("feed.jsonl", "\n{\"id\": \"undated\", \"text\": \"Rain fell on Monday, Ana Ruiz said.\"}\n"));
    const Outcome outcome = index("feed.jsonl");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("whosaid: feed.jsonl:2: warning: the article has no date"));
    EXPECT_THAT(indexed(), ElementsAre("good", "undated"));
    EXPECT_EQ(lines({"claims", "feed.jsonl", "--format", "jsonl"}).at(0)["date"], nullptr);
}

TEST_F(BadInput, AFutureDateIsTold) {
    static_cast<void>(write("feed.jsonl", line("soon", "", "2999-01-01", "", "Rain fell.")));
    const Outcome outcome = index("feed.jsonl");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(
        outcome.err,
        HasSubstr("whosaid: feed.jsonl: warning: the date of \"soon\", 2999-01-01, is in the future"));
    EXPECT_THAT(indexed(), ElementsAre("good", "soon"));
}

TEST_F(BadInput, AnUnknownDateFormatIsToldAndOthersAreUnderstood) {
    static_cast<void>(
        write("feed.jsonl", line("a", "", "the ides of March", "", "Rain fell.") +
                                line("b", "", "Mon, 02 Mar 2026 09:00:00 +0100", "", "Rain fell again.")));
    const Outcome outcome = index("feed.jsonl");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err,
                HasSubstr("whosaid: feed.jsonl:1: warning: the date \"the ides of March\" cannot be read"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("feed.jsonl:2")));
    const std::vector<Json> articles = lines({"read", "feed.jsonl"});
    EXPECT_EQ(articles.at(0)["date"], nullptr);
    EXPECT_EQ(articles.at(1)["date"], "2026-03-02");
    EXPECT_THAT(indexed(), ElementsAre("a", "b", "good"));
}

TEST_F(BadInput, AnArticleInAnotherLanguageIsToldAndKeptForSearchAlone) {
    static_cast<void>(
        write("feed.jsonl", line("pont", "", "2026-03-02", "",
                                 "La ministre des Transports a déclaré mardi que le pont resterait fermé "
                                 "jusqu'au printemps. Selon deux "
                                 "responsables du port, les travaux ont pris du retard, et personne ne sait "
                                 "encore combien ils coûteront.") +
                                line("rain", "", "2026-03-02", "", "Rain fell, Ana Ruiz said.")));
    const Outcome outcome = index("feed.jsonl");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("whosaid: feed.jsonl: warning: \"pont\" is in French, not English"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("\"rain\" is in")));
    EXPECT_THAT(indexed(), ElementsAre("good", "rain"));
    EXPECT_EQ(lines({"search", "printemps", "--format", "jsonl"}).size(), 1U);
    const std::vector<Json> articles = lines({"claims", "feed.jsonl", "--format", "jsonl"});
    EXPECT_TRUE(articles.at(0)["claims"].empty());
    EXPECT_FALSE(articles.at(1)["claims"].empty());
}

TEST_F(BadInput, ALongArticleIsTaken) {
    constexpr std::size_t size = sanitized ? 500'000 : 10'000'000;
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i)
        text += "Rain fell for day " + std::to_string(i) +
                ", the mayor of Orsa said. Nobody was hurt, according to police.\n\n";
    static_cast<void>(write("long.txt", text));
    const Outcome outcome = index("long.txt");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(Json::parse(outcome.out)["articles"], 2);
    EXPECT_THAT(indexed(), ElementsAre("good", "long"));
}

TEST_F(BadInput, ATooLongArticleIsAnError) {
    static_cast<void>(write("huge.txt", "x"));
    std::filesystem::resize_file(path("huge.txt"), 5'000'000'000);  // sparse
    const Outcome outcome = index("huge.txt");
    EXPECT_EQ(outcome.status, some_inputs_failed);
    EXPECT_THAT(outcome.err, HasSubstr("whosaid: huge.txt: it is larger than 32 MB"));
    EXPECT_THAT(indexed(), ElementsAre("good"));
}

TEST_F(BadInput, WhatIsNotThereOrNotReadableIsAnError) {
    for (const char* name : {"missing.jsonl", "paper.pdf", "lost.txt"}) {
        static_cast<void>(write("paper.pdf", "%PDF-1.7"));
        std::error_code ignored;
        std::filesystem::create_symlink("nowhere", path("lost.txt"), ignored);
        const Outcome outcome = index(name);
        EXPECT_EQ(outcome.status, some_inputs_failed);
        EXPECT_THAT(outcome.err, HasSubstr(std::string("whosaid: ") + name + ": "));
    }
    EXPECT_THAT(indexed(), ElementsAre("good"));
}

TEST_F(BadInput, EveryCommandThatReadsArticlesTellsTheSame) {
    static_cast<void>(write("feed.jsonl", "{\n" + line("kept", "", "2026-03-01", "", "Rain fell.")));
    for (const char* command : {"read", "claims"}) {
        const Outcome outcome = run({command, "feed.jsonl", "good.jsonl", "--format", "jsonl"});
        EXPECT_EQ(outcome.status, some_inputs_failed);
        EXPECT_THAT(outcome.err, HasSubstr("whosaid: feed.jsonl:1: it is not valid JSON"));
        EXPECT_THAT(outcome.out, HasSubstr("\"id\":\"kept\""));
        EXPECT_THAT(outcome.out, HasSubstr("\"id\":\"good\""));
    }
}

TEST_F(BadInput, ReportTakesOneArticleAndNoMore) {
    ASSERT_EQ(run({"index", "good.jsonl"}).status, 0);
    static_cast<void>(write("two.jsonl", line("a", "", "2026-03-01", "", "Rain fell.") +
                                             line("b", "", "2026-03-01", "", "Rain fell.")));
    static_cast<void>(write("broken.jsonl", "{"));
    static_cast<void>(write("empty.txt", ""));
    for (const char* name : {"two.jsonl", "broken.jsonl", "empty.txt", "no-such-id"}) {
        const Outcome outcome = run({"report", name});
        EXPECT_EQ(outcome.status, some_inputs_failed) << name;
        EXPECT_THAT(outcome.err, HasSubstr(std::string("whosaid: ") + name));
        EXPECT_THAT(outcome.out, IsEmpty());
    }
}

TEST_F(BadInput, BrokenLinesOfClaimsAndPairsAreErrorsAndTheRestGoesOn) {
    ASSERT_EQ(run({"index", "good.jsonl"}).status, 0);
    static_cast<void>(write("claims.jsonl",
                            "{\"id\": \"a\", \"text\": \"The ferry sails again.\"}\n{\"id\": \"b\"}\n{\"id\n"
                            "{\"id\": \"c\", \"text\": \"It rained.\", \"as_of\": \"soon\"}\n"
                            "{\"id\": \"d\", \"text\": \"It rained.\"}\n"));
    const Outcome verified = run({"verify", "--claims", "claims.jsonl", "--format", "jsonl"});
    EXPECT_EQ(verified.status, some_inputs_failed);
    for (const char* place : {"claims.jsonl:2: ", "claims.jsonl:3: ", "claims.jsonl:4: "})
        EXPECT_THAT(verified.err, HasSubstr(place));
    EXPECT_EQ(std::ranges::count(verified.out, '\n'), 2);
    static_cast<void>(
        write("pairs.jsonl",
              "{\"claim\": \"x\"}\n{\"claim\": \"It rained.\", \"evidence\": \"It did not rain.\"}\n"));
    const Outcome compared = run({"compare", "--pairs", "pairs.jsonl", "--format", "jsonl"});
    EXPECT_EQ(compared.status, some_inputs_failed);
    EXPECT_THAT(compared.err, HasSubstr("pairs.jsonl:1: "));
    EXPECT_EQ(std::ranges::count(compared.out, '\n'), 1);
}

}  // namespace
}  // namespace whosaid::endtoend
