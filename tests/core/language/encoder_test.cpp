#include "core/language/encoder.hpp"

#include "core/language/embedded.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

using Texts = Encoder::Texts;

const std::vector<Texts> several{
    {"The dam will open in May.", "Engineers said the dam would be opened in May.", "Dam nears its end."},
    {"Nine people were hurt.", "", ""},
    {"", "", ""},
    {"The minister resigned.", "\"I am going nowhere,\" the minister said on Tuesday.", ""},
};

std::size_t best(const Encoder::Scores& scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

TEST(Encoder, OfTheProgramIsWhole) {
    const Result<Encoder> encoder = Encoder::read(embedded::encoder());
    ASSERT_TRUE(encoder) << to_string(encoder.error());
}

TEST(Encoder, RejectsDamagedBytes) {
    const std::string_view whole = embedded::encoder();
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 37)
        EXPECT_FALSE(Encoder::read(whole.substr(0, length))) << length;
    EXPECT_FALSE(Encoder::read(whole.substr(0, whole.size() - 1)));
    EXPECT_FALSE(Encoder::read(std::string(whole) + '\0'));
    for (const std::size_t place : {0U, 4U, 8U, 12U, 16U}) {
        std::string bytes(whole);
        bytes[place] = static_cast<char>(bytes[place] + 1);
        const Result<Encoder> encoder = Encoder::read(bytes);
        ASSERT_FALSE(encoder) << place;
        EXPECT_NE(encoder.error().message.find("damaged"), std::string::npos);
        EXPECT_FALSE(encoder.error().hint.empty());
    }
}

TEST(Encoder, SaysTheSameOfAPairAloneAndAmongOthers) {
    const auto together = encoder().judge(several);
    ASSERT_EQ(together.size(), several.size());
    for (std::size_t i = 0; i < several.size(); ++i)
        EXPECT_EQ(encoder().judge({&several[i], 1}).front(), together[i]) << i;
    EXPECT_TRUE(encoder().judge({}).empty());
}

TEST(Encoder, TellsSupportFromContradiction) {
    const std::vector<Texts> texts{
        {"The bridge was closed on Monday.", "The bridge was shut on Monday, police said.", ""},
        {"Nine miners were killed.", "Four miners died, the company said.", ""},
        {"The central bank raised interest rates.", "The central bank cut interest rates on Thursday.", ""},
        {"The striker signed for Lowick.", "Rain is expected in the north on Friday.", ""},
    };
    const auto scores = encoder().judge(texts);
    EXPECT_EQ(best(scores[0]), 0U);
    EXPECT_NE(best(scores[1]), 0U);
    EXPECT_EQ(best(scores[2]), 1U);
    EXPECT_GE(best(scores[3]), 2U);
}

TEST(Encoder, ReadsTheBeginningsOfLongTexts) {
    std::string much;
    for (int i = 0; i < 100'000; ++i)
        much += "and the bridge was closed, ";
    const std::string more = much + "or not.";
    const std::vector<Texts> texts{{much, much, much}, {more, more, more}};
    const auto scores = encoder().judge(texts);
    EXPECT_EQ(scores[0], scores[1]);
}

TEST(Encoder, PlacesLikeTextsNearEachOther) {
    const std::vector<std::string_view> texts{"The bridge over the river was shut to traffic.",
                                              "Vehicles may not cross the river bridge.",
                                              "The striker signed a new contract.", ""};
    const auto places = encoder().place(texts);
    ASSERT_EQ(places.size(), texts.size());
    const auto likeness = [&](std::size_t a, std::size_t b) {
        return std::inner_product(places[a].begin(), places[a].end(), places[b].begin(), 0.0F);
    };
    EXPECT_GT(likeness(0, 1), likeness(0, 2) + 0.2F);
    EXPECT_NEAR(likeness(0, 0), 1, 1e-4);
    EXPECT_EQ(encoder().place({&texts[1], 1}).front(), places[1]);  // whatever stands beside it
}

}  // namespace
}  // namespace whosaid::language
