// A claim beside a passage: which slot decides, and which differences decide nothing. Sentences of our own.
#include "core/corroboration/compare.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

Analysed text(std::string words) {
    Article article;
    article.text = std::move(words);
    article.outlet = "Harbour Wire";
    article.date = Date{std::chrono::year{2025} / 3 / 12};  // a Wednesday
    return analysed(std::move(article));
}

struct Row {
    const char* name;
    const char* claim;
    const char* passage;
    Slot slot;
    std::optional<bool> agrees;  // none: the slot gives no reason at all
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.claim << " / " << row.passage;
}

class Slots : public testing::TestWithParam<Row> {};

TEST_P(Slots, Decide) {
    const Row& row = GetParam();
    const Analysed claim = text(row.claim);
    const Analysed passage = text(row.passage);
    const Comparison comparison = compare(claim, passage, 0, passage.statements.size());
    std::optional<bool> agrees;
    for (const Reason& reason : comparison.reasons) {
        if (reason.slot == row.slot) agrees = agrees.value_or(true) && reason.agrees;
    }
    EXPECT_EQ(agrees, row.agrees);
    // A slot that differs never lets the passage support the claim.
    if (agrees == false) {
        EXPECT_NE(comparison.stance, Stance::supports);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Of, Slots,
    testing::Values(
        Row{"NumberDiffers", "The flood killed 14 people.", "The flood killed 11 people.", Slot::number,
            false},
        Row{"NumberInWords", "The flood killed eleven people.", "The flood killed 11 people.", Slot::number,
            true},
        Row{"NumberAbout", "About 500 people fled the town.", "Some 490 people fled the town.", Slot::number,
            true},
        Row{"NumberUnderALimit", "At least 40 people fled the town.",
            "The flood drove 52 people from the town.", Slot::number, true},
        Row{"NumberOverALimit", "Fewer than 40 people fled the town.",
            "The flood drove 52 people from the town.", Slot::number, false},
        Row{"NumberInAnotherUnit", "The blackout lasted two days.", "The blackout lasted 48 hours.",
            Slot::number, true},
        Row{"NumberInAnotherUnitDiffers", "The blackout lasted two days.", "The blackout lasted six hours.",
            Slot::number, false},
        Row{"NumberOfOtherThings", "The council closed 12 schools.", "The council hired 300 teachers.",
            Slot::number, std::nullopt},
        Row{"NumberDenied", "Nine people died in the fire.",
            "The coroner counted the people who died in the fire: not nine people, as was first reported.",
            Slot::number, false},
        Row{"SingleIsOne", "A single suspect was held.", "Police held four suspects.", Slot::number, false},
        Row{"DateDiffers", "The bridge closed on Monday.", "The bridge closed on Tuesday.", Slot::date,
            false},
        Row{"DateInAnotherForm", "The bridge closed on 11 March 2025.", "The bridge closed on Tuesday.",
            Slot::date, true},
        Row{"Negation", "The minister resigned.", "The minister did not resign.", Slot::polarity, false},
        Row{"NobodyIsNegation", "Guests fell ill at the hotel.", "Nobody fell ill at the hotel.",
            Slot::polarity, false},
        Row{"NoBeforeANoun", "No prime minister has visited the island.",
            "A prime minister has visited the island.", Slot::polarity, false},
        Row{"NegationOnBothSides", "The minister did not resign.", "The minister has not resigned.",
            Slot::polarity, std::nullopt},
        Row{"Antonym", "The government raised the fuel tax.", "The government lowered the fuel tax.",
            Slot::status, false},
        Row{"TimesOfOtherLengthAreOfOtherThings",
            "The minister visited Lagos for the first time in nine years.",
            "The minister visited Lagos two days ahead of the president.", Slot::number, std::nullopt},
        Row{"KinAreNoOpposites", "The brother of the mayor owns the shop.",
            "The sister of the mayor owns the shop.", Slot::status, std::nullopt}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Compare, KnowsNothingOfEachOtherAsUnrelated) {
    const Analysed claim = text("The central bank of Norway cut its key rate.");
    const Analysed passage = text("Three hikers were found alive in the Andes.");
    EXPECT_EQ(compare(claim, passage, 0, passage.statements.size()).stance, Stance::unrelated);
}

TEST(Compare, TheSameWordsSupport) {
    const Analysed claim = text("The flood killed 11 people in Lagos.");
    const Analysed passage = text("The flood killed 11 people in Lagos.");
    EXPECT_EQ(compare(claim, passage, 0, passage.statements.size()).stance, Stance::supports);
}

TEST(Compare, SpansOfReasonsHoldTheirWords) {
    const Analysed claim = text("The flood killed 14 people.");
    const Analysed passage = text("Rain fell all night. The flood killed 11 people.");
    const Comparison comparison = compare(claim, passage, 0, passage.statements.size());
    ASSERT_FALSE(comparison.reasons.empty());
    for (const Reason& reason : comparison.reasons) {
        if (reason.claim_span) {
            EXPECT_EQ(reason.claim_span->of(claim.article.text), reason.claim);
        }
        if (reason.passage_span) {
            EXPECT_EQ(reason.passage_span->of(passage.article.text), reason.passage);
        }
    }
}

TEST(Compare, AnEmptyClaimOrPassageSaysNothing) {
    const Analysed empty = text("");
    const Analysed full = text("The flood killed 11 people.");
    EXPECT_NE(compare(full, empty, 0, empty.statements.size()).stance, Stance::supports);
    EXPECT_NE(compare(empty, full, 0, full.statements.size()).stance, Stance::supports);
    EXPECT_NE(compare(empty, empty, 0, empty.statements.size()).stance, Stance::supports);
}

TEST(Compare, TurnedStancesAreThoseOfWhoDenies) {
    EXPECT_EQ(turned(Stance::supports), Stance::contradicts);
    EXPECT_EQ(turned(Stance::contradicts), Stance::supports);
    EXPECT_EQ(turned(Stance::discusses), Stance::discusses);
    EXPECT_EQ(turned(Stance::unrelated), Stance::unrelated);
}

// What is subject or object in one sentence of the claim is nothing to the predicate of another, whose words
// are fewer.
TEST(Compare, RolesStayWithinASentenceOfTheClaim) {
    const Analysed claim = text(
        "Police closed the bridge over the northern river near the old harbour of Orsa on Tuesday. The mayor "
        "apologised.");
    const Analysed passage = text(
        "Police closed the bridge over the northern river near the old harbour of Orsa on Tuesday, and the "
        "mayor "
        "apologised.");
    EXPECT_NE(compare(claim, passage, 0, passage.statements.size()).stance, Stance::contradicts);
}

}  // namespace
}  // namespace whosaid::corroboration
