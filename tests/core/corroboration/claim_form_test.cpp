// Claims that are no good claims, beside good ones that must not be taken for them. Sentences of our own.
#include "core/corroboration/claim_form.hpp"

#include "core/terms.hpp"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ClaimForm form(std::string words) {
    Article article;
    article.text = std::move(words);
    article.date = Date{std::chrono::year{2026} / 3 / 4};
    return claim_form(analysed(std::move(article)));
}

std::string notes(const ClaimForm& form) {
    std::string out;
    for (const ClaimNote note : form.notes)
        out.append(out.empty() ? "" : " ").append(term(note));
    return out;
}

struct Row {
    const char* name;
    const char* claim;
    const char* notes;
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.claim;
}

class ClaimForms : public testing::TestWithParam<Row> {};

TEST_P(ClaimForms, AreTold) {
    EXPECT_EQ(notes(form(GetParam().claim)), GetParam().notes);
}

INSTANTIATE_TEST_SUITE_P(
    Of, ClaimForms,
    testing::Values(
        Row{"Plain", "The dam at Kwaresh failed on Monday.", ""},
        Row{"PlainOfAPast", "The fire at the mill killed 11 workers.", ""},
        Row{"PlainAttributed", "Police said that the fire killed 11 workers.", ""},
        Row{"PlainRelative", "The man who led the strike has left the country.", ""},
        Row{"PlainHeadline", "Three hikers found alive in the Andes", ""},
        Row{"PlainDead", "Ten people dead in a mill fire in Kisumu", ""},
        Row{"PlainTwoObjects", "The minister visited Cairo and Alexandria.", ""},
        Row{"PlainTwoVerbs", "The minister visited Cairo and met the president.", ""},
        Row{"PlainReported", "The bridge, police said, was closed on Monday.", ""},
        Row{"PlainWhat", "What the minister said was false.", ""},
        Row{"PlainWill", "Ruta Okello signed the will on Monday.", ""},
        Row{"PlainMust", "The company was ordered to pay a fine.", ""},
        Row{"PlainOpinionOfOthers", "Ruta Okello said the plan was shameful.", ""},
        Row{"PlainNames", "Orsa ferry struck a rock off Lindholm.", ""},
        Row{"Question", "Did the dam at Kwaresh fail?", "question"},
        Row{"QuestionWithoutItsMark", "did the dam at Kwaresh fail", "question"},
        Row{"QuestionByWord", "Why was the bridge closed?", "question"},
        Row{"QuestionTag", "The dam failed, didn't it?", "question"},
        Row{"Order", "Close the bridge at once.", "order"},
        Row{"OrderNot", "Do not close the bridge.", "order"},
        Row{"OrderPlease", "Please check whether the dam failed.", "order"},
        Row{"SingleWord", "Flood", "no-statement"}, Row{"NameAlone", "Ruta Okello", "no-statement"},
        Row{"NameWithPlace", "The Kwaresh dam in Nigeria", "no-statement"},
        Row{"Foreign", "La ministre a annonc\xC3\xA9 mardi la fermeture du pont.", "foreign-language"},
        Row{"ForeignLetters",
            "\xD0\x9C\xD0\xBE\xD1\x81\xD1\x82 \xD0\xB7\xD0\xB0\xD0\xBA\xD1\x80\xD1\x8B\xD0\xBB\xD0\xB8 "
            "\xD0\xB2 "
            "\xD0\xBF\xD0\xBE\xD0\xBD\xD0\xB5\xD0\xB4\xD0\xB5\xD0\xBB\xD1\x8C\xD0\xBD\xD0\xB8\xD0\xBA.",
            "foreign-language"},
        Row{"Future", "The Orsa ferry will sail again on 9 March.", "future"},
        Row{"FutureOfWhatIsOver", "The Orsa ferry will sail again on 9 February.", ""},
        Row{"FutureByItsDay", "The Orsa ferry sails again on 9 March.", "future"},
        Row{"FutureDue", "The ferry is due to sail again.", "future"},
        Row{"FutureGoing", "The ministry is going to close the bridge.", "future"},
        Row{"FutureHeadline", "Egypt envoy to visit Cairo", "future"},
        Row{"FutureHeadlineOfAName", "Okello to visit Cairo in April", "future"},
        Row{"PlainExpectedToHave", "Ten people are expected to have died in the fire.", ""},
        Row{"PlainGoingTo", "The minister is going to Cairo.", ""},
        Row{"FutureAttributed", "Police say the dam will fail.", "future"},
        Row{"FutureOfThePast", "The ferry was due to sail in January 2026.", ""},
        Row{"Opinion", "The minister's plan is shameful.", "opinion"},
        Row{"OpinionShould", "The government should close the bridge.", "opinion"},
        Row{"OpinionFirstPerson", "I think the dam failed.", "opinion"},
        Row{"OpinionBest", "Okello is the best minister of the country.", "opinion"},
        Row{"Several", "The dam failed on Monday, and police arrested two engineers.", "several-claims"},
        Row{"SeveralSentences", "The dam failed on Monday. Police arrested two engineers.", "several-claims"},
        Row{"SeveralWithAPronoun", "The minister resigned and she left the country.", "several-claims"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(ClaimForm, ClausesSideBySideArePartsThatStandByThemselves) {
    EXPECT_THAT(form("The dam failed on Monday, and police arrested two engineers.").parts,
                ElementsAre("The dam failed on Monday", "police arrested two engineers."));
    EXPECT_THAT(form("The dam failed on Monday; police arrested two engineers.").parts,
                ElementsAre("The dam failed on Monday", "police arrested two engineers."));
    EXPECT_THAT(form("The dam failed on Monday. Police arrested two engineers.").parts,
                ElementsAre("The dam failed on Monday.", "Police arrested two engineers."));
    EXPECT_THAT(form("The minister resigned and she left the country.").parts, IsEmpty());
    EXPECT_THAT(form("Did the dam fail, and did police arrest two engineers?").parts, IsEmpty());
    EXPECT_THAT(form("The dam failed on Monday.").parts, IsEmpty());
}

TEST(ClaimForm, ALongTextIsNotSplit) {
    EXPECT_THAT(form("The dam failed; police arrested two engineers, and the minister resigned.").parts,
                ElementsAre("The dam failed", "police arrested two engineers", "the minister resigned."));
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += "The dam failed and police arrested two engineers. ";
    const ClaimForm found = form(many);
    EXPECT_EQ(notes(found), "several-claims");
    EXPECT_THAT(found.parts, IsEmpty());
}

TEST(ClaimForm, TellsTheLanguage) {
    EXPECT_EQ(form("La ministre a annonc\xC3\xA9 mardi la fermeture du pont.").language, "French");
    EXPECT_EQ(form("The dam failed.").language, "");
}

TEST(ClaimForm, ATextWithoutWordsHoldsNone) {
    EXPECT_FALSE(holds_words(""));
    EXPECT_FALSE(holds_words(" ... \xE2\x80\x9C?!\xE2\x80\x9D\n"));
    EXPECT_TRUE(holds_words("9"));
    EXPECT_EQ(notes(form("...")), "no-statement");
    EXPECT_EQ(notes(form("")), "no-statement");
}

}  // namespace
}  // namespace whosaid::corroboration
