// A copy laid open: what both have, what only one has, where the credit stands.
#include "core/corroboration/overlap.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article(std::string text) {
    Article out;
    out.text = std::move(text);
    return out;
}

std::vector<std::string> texts(const std::vector<Span>& spans, const Article& of) {
    std::vector<std::string> out;
    out.reserve(spans.size());
    for (const Span span : spans)
        out.emplace_back(span.of(of.text));
    return out;
}

const Article wire = article(
    "The harbour of Quellmar reopened on Monday after an eleven-day strike. Some 40 ships had been waiting "
    "outside. Dockers voted by a narrow margin to go back. Nobody was hurt.");
const Article copy = article(
    "QUELLMAR (Andes Wire) \xE2\x80\x94 The harbour of Quellmar reopened on Monday, after an eleven-day "
    "strike. Shopkeepers put out flags and the mayor bought a round. Dockers voted by a narrow margin to go "
    "back. No one objected.");

TEST(Overlap, TheLongestSharedPassagesStandInBoth) {
    const Overlap found = overlap(copy, wire);
    ASSERT_EQ(found.longest.size(), 2U);
    // Punctuation and case apart; the dateline is no part of the copy.
    EXPECT_EQ(found.longest[0].copy.of(copy.text),
              "The harbour of Quellmar reopened on Monday, after an eleven-day strike");
    EXPECT_EQ(found.longest[0].first.of(wire.text),
              "The harbour of Quellmar reopened on Monday after an eleven-day strike");
    EXPECT_EQ(found.longest[0].words, 12U);
    EXPECT_EQ(found.longest[1].copy.of(copy.text), "Dockers voted by a narrow margin to go back");
}

TEST(Overlap, SentencesOfOneAloneAreAddedOrLeftOut) {
    const Overlap found = overlap(copy, wire);
    EXPECT_THAT(texts(found.added, copy),
                ElementsAre("Shopkeepers put out flags and the mayor bought a round.", "No one objected."));
    EXPECT_THAT(texts(found.left_out, wire),
                ElementsAre("Some 40 ships had been waiting outside.", "Nobody was hurt."));
}

TEST(Overlap, TheSameTextAddsNothing) {
    const Overlap found = overlap(wire, wire);
    ASSERT_EQ(found.longest.size(), 1U);
    EXPECT_EQ(found.longest[0].copy, found.longest[0].first);
    EXPECT_THAT(found.added, IsEmpty());
    EXPECT_THAT(found.left_out, IsEmpty());
    const Article brief = article("He declined.");
    EXPECT_THAT(overlap(brief, brief).added, IsEmpty());
}

TEST(Overlap, EmptyAndHostileTexts) {
    EXPECT_THAT(overlap(article(""), wire).longest, IsEmpty());
    EXPECT_EQ(overlap(article(""), wire).left_out.size(), 4U);
    EXPECT_THAT(overlap(article(std::string(1 << 20, '"')), wire).added, IsEmpty());
    std::string same;
    std::string turns;
    for (int i = 0; i < 100'000; ++i) {
        same += "go ";
        turns += i % 2 == 0 ? "stop " : "go ";
    }
    EXPECT_EQ(overlap(article(same), article(same)).longest.size(), 1U);
    EXPECT_THAT(overlap(article(turns), article(same)).longest, IsEmpty());
}

TEST(CreditLine, IsTheNoticeElseTheSentenceThatNamesTheAgency) {
    const Article told = article("Rain fell. The dam held, Andes Wire reported. Andes Wire is old.");
    EXPECT_EQ(credit_line(copy, "Andes Wire")->of(copy.text), "QUELLMAR (Andes Wire) \xE2\x80\x94");
    EXPECT_EQ(credit_line(told, "Andes Wire")->of(told.text), "The dam held, Andes Wire reported.");
    EXPECT_FALSE(credit_line(told, "Harbour Wire"));
    EXPECT_FALSE(credit_line(told, ""));
}

}  // namespace
}  // namespace whosaid::corroboration
