#include "index/words.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::index {
namespace {

std::vector<std::string> all(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    for (Words words(text); words.next(word);)
        out.push_back(words.stop_word() ? "-" + word : word);
    return out;
}

TEST(Words, AreFoldedAndCutWhereTheyShould) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
        {"", {}},
        {" ,.;— ", {}},
        {"Rain fell", {"rain", "fell"}},
        {"Israel's port, the ports' cranes", {"israel", "port", "-the", "ports", "cranes"}},
        {"Israel’s don’t O'Neill", {"israel", "-dont", "oneill"}},
        {"51,000 and 3.5% in 2019,2020", {"51000", "-and", "3.5", "-in", "2019", "2020"}},
        {"1,234,567 1,23", {"1234567", "1", "23"}},
        {"The U.S. told us. US", {"-the", "us", "told", "-us", "us"}},
        {"at 5 p.m. He left", {"-at", "5", "pm", "-he", "left"}},
        {"cease-fire", {"cease", "fire"}},
        {"São Tomé, ŁÓDŹ, Straße, ﬁne", {"sao", "tome", "łodz", "strasse", "fine"}},
        {"IT and it", {"it", "-and", "-it"}},
        {"end.Next x.y.z", {"end", "next", "xyz"}},
    };
    for (const auto& [text, words] : cases)
        EXPECT_EQ(all(text), words) << text;
}

TEST(Words, LongOnesArePassedOver) {
    EXPECT_EQ(all("a" + std::string(64, 'b') + " short"), std::vector<std::string>{"short"});
    EXPECT_EQ(all(std::string(64, 'b')).size(), 1U);
    EXPECT_TRUE(all(std::string(1'000'000, 'x')).empty());
    std::string accents;
    for (int i = 0; i < 100'000; ++i)
        accents += "é";
    EXPECT_TRUE(all(accents).empty());
}

TEST(Words, BrokenBytesDoNoHarm) {
    for (const std::string text : {"\xff\xfe", "\xc3", "a\xe2\x82", "\xf0\x9f\x98", "\x80\x80 z"}) {
        EXPECT_LE(all(text).size(), 2U);
    }
}

TEST(Folded, IsOneValueOfLimitedLength) {
    EXPECT_EQ(folded("  Rate & Yield   Weekly "), "rate yield weekly");
    EXPECT_EQ(folded("--"), "");
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "seven77 ";
    const std::string cut = folded(many);
    EXPECT_LE(cut.size(), 200U);
    EXPECT_TRUE(cut.ends_with("seven77"));
}

}  // namespace
}  // namespace whosaid::index
