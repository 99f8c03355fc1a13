#include "cli/snippet.hpp"

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(QueryWords, OperatorsAndFieldsAreNotLookedFor) {
    EXPECT_THAT(query_words("dam AND (breach OR leak) NOT rumour"),
                ElementsAre("dam", "breach", "leak", "rumour"));
    EXPECT_THAT(query_words("outlet:\"Harbour Wire\" dam date:2026-01..2026-02"), ElementsAre("dam"));
    EXPECT_THAT(query_words("title:\"rate cut\" NEAR/3 bank"), ElementsAre("rate", "cut", "bank"));
    EXPECT_THAT(query_words("\"He said: go\""), ElementsAre("he", "said", "go"));
    EXPECT_TRUE(query_words("").empty());
}

TEST(Snippet, ShowsThePlaceWhereTheWordsAre) {
    const std::string text =
        std::string(600, 'x') + " Engineers saw the dam breaching on Monday. " + std::string(600, 'y');
    const Snippet piece = snippet(text, {"dam", "breach"}, 60);
    EXPECT_THAT(piece.text, HasSubstr("the dam breaching on Monday"));
    EXPECT_THAT(piece.text, testing::StartsWith("... "));
    EXPECT_THAT(piece.text, testing::EndsWith(" ..."));
    ASSERT_EQ(piece.words.size(), 2U);
    EXPECT_EQ(piece.words[0].of(piece.text), "dam");
    EXPECT_EQ(piece.words[1].of(piece.text), "breaching");
}

TEST(Snippet, PrefersWordsTogetherToTheFirstOne) {
    const std::string far = "A dam. " + std::string(300, 'z') + " The dam began its breach.";
    EXPECT_THAT(snippet(far, {"dam", "breach"}, 80).text, HasSubstr("began its breach"));
}

TEST(Snippet, WithoutWordsIsTheBeginning) {
    const Snippet piece = snippet("Rain fell in Leh.\n\nIt stopped.", {"dam"}, 200);
    EXPECT_EQ(piece.text, "Rain fell in Leh. It stopped.");
    EXPECT_TRUE(piece.words.empty());
}

TEST(Snippet, HostileTextStaysShort) {
    EXPECT_EQ(snippet("", {"dam"}, 100).text, "");
    EXPECT_LT(snippet(std::string(1'000'000, 'a'), {"dam"}, 100).text.size(), 300U);
    EXPECT_LT(snippet(std::string(1'000'000, '.'), {"dam"}, 100).text.size(), 300U);
}

TEST(Highlighted, MarksTheWordsOnlyInColour) {
    const Snippet piece = snippet("The dam broke.", {"dam"}, 100);
    EXPECT_EQ(highlighted(piece, false), "The dam broke.");
    EXPECT_EQ(highlighted(piece, true), "The \x1b[1mdam\x1b[0m broke.");
}

}  // namespace
}  // namespace whosaid::cli
