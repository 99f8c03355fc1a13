#include "core/language/wordpieces.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

constexpr std::size_t enough = 50;

class WordpiecesTest : public testing::Test {
  protected:
    std::vector<std::string> split(std::string_view text, std::size_t most = enough) const {
        std::vector<std::string> out;
        for (const std::uint32_t number : pieces_.split(text, most))
            out.emplace_back(names_.at(number));
        return out;
    }
    using Pieces = std::vector<std::string>;

    std::vector<std::string_view> names_{"[PAD]", "[UNK]", "minister", "mini", "##ster", "##s",
                                         "##er",  "de",    "##nied",   "cafe", "'",      "\"",
                                         ".",     "5",     "##0",      "中"};
    Wordpieces pieces_{names_};
};

TEST_F(WordpiecesTest, TakesTheLongestPieces) {
    EXPECT_EQ(split("ministers denied"), (Pieces{"minister", "##s", "de", "##nied"}));
    EXPECT_EQ(split("minier"), (Pieces{"mini", "##er"}));
}

TEST_F(WordpiecesTest, KnowsNoCaseAndNoAccents) {
    EXPECT_EQ(split("Café CAFE\u0301"), (Pieces{"cafe", "cafe"}));
}

TEST_F(WordpiecesTest, SetsPunctuationApart) {
    EXPECT_EQ(split("\"Minister's.\""), (Pieces{"\"", "minister", "'", "[UNK]", ".", "\""}));
    EXPECT_EQ(split("50"), (Pieces{"5", "##0"}));
    EXPECT_EQ(split("cafe中cafe"), (Pieces{"cafe", "中", "cafe"}));
}

TEST_F(WordpiecesTest, GivesAWordItCannotPutTogetherAsUnknown) {
    EXPECT_EQ(split("minix de"), (Pieces{"[UNK]", "de"}));
    EXPECT_EQ(split(std::string(101, 'd') + " de"), (Pieces{"[UNK]", "de"}));
}

TEST_F(WordpiecesTest, LeavesOutControlsAndTakesAnySpace) {
    EXPECT_EQ(split("de\u200b\u0007nied"), (Pieces{"de", "##nied"}));
    EXPECT_EQ(split("de\u00a0de\n\tde"), (Pieces{"de", "de", "de"}));
    EXPECT_EQ(split(""), Pieces{});
    EXPECT_EQ(split(" \n"), Pieces{});
}

TEST_F(WordpiecesTest, StopsAtWhatIsAskedFor) {
    EXPECT_EQ(split("ministers denied", 3), (Pieces{"minister", "##s", "de"}));
    EXPECT_EQ(split("ministers", 0), Pieces{});
    std::string much;
    for (int i = 0; i < 2'000'000; ++i)
        much += "de ";
    EXPECT_EQ(split(much, 4), (Pieces{"de", "de", "de", "de"}));
    std::string endless;
    endless.resize(50'000'000, 'x');
    EXPECT_EQ(split(endless, 4), Pieces{"[UNK]"});
}

TEST_F(WordpiecesTest, SurvivesBrokenBytes) {
    EXPECT_EQ(split("de \xff\xc3 de \xe4"), (Pieces{"de", "de"}));
}

}  // namespace
}  // namespace whosaid::language
