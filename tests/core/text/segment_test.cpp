#include "core/text/segment.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> pieces(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::string> result;
    result.reserve(spans.size());
    for (const Span& span : spans)
        result.emplace_back(span.of(text));
    return result;
}

Span whole(std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}

std::vector<std::string> sentences_of(std::string_view text) {
    return pieces(text, sentences(text, whole(text)));
}

// Tokens joined by "|".
std::string tokens_of(std::string_view text) {
    std::string result;
    for (const std::string& piece : pieces(text, tokens(text, whole(text)))) {
        if (!result.empty()) result += '|';
        result += piece;
    }
    return result;
}

TEST(Paragraphs, AreLinesWithoutTheirSpaces) {
    const std::string_view text = "  First one. \r\n\r\n\tSecond\u00A0one\n \n\u2028third";
    EXPECT_THAT(pieces(text, paragraphs(text)), ElementsAre("First one.", "Second\u00A0one", "third"));
    EXPECT_THAT(paragraphs(""), IsEmpty());
    EXPECT_THAT(paragraphs(" \n \n"), IsEmpty());
}

// The parameter is a text whose sentences are separated by " | ".
class Sentences : public testing::TestWithParam<std::string_view> {};

TEST_P(Sentences, AreSplitAtTheBars) {
    std::vector<std::string> expected;
    std::string text;
    std::string_view rest = GetParam();
    while (true) {
        const std::size_t bar = rest.find(" | ");
        expected.emplace_back(rest.substr(0, bar));
        text += rest.substr(0, bar);
        if (bar == std::string_view::npos) break;
        text += ' ';
        rest.remove_prefix(bar + 3);
    }
    EXPECT_EQ(sentences_of(text), expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, Sentences,
    testing::Values(
        "The dam held. | Nobody was hurt.", "Will it hold? | Yes! | It will.",
        "Gen. Ruta Okello met Mr. Pell and Dr. J. B. Ames on Jan. 5 in St. Olave.",
        "The U.S. Senate voted. | He left the U.S. | The vote was close.",
        "It opens at 9 a.m. Monday and closes at 5 p.m. | Visitors queue early.",
        "Ferrow Inc. said so. | It hired Brandt Corp. | The rest is known.",
        "“Will it hold?” she asked. | “It will,” he said.", "“Why now?” Mara Voss asked. | No one knew.",
        "“We are ready. | We will go,” said Orlin. | Others doubt it.", "\"It is over.\" | The crowd left.",
        "Prices rose 3.5 percent to $4.20. | Wages fell.", "He paused... then went on. | The end...",
        "The plan (see p. 4) is old. | (It dates to 1990.) | So what?", "1. Open the valve. | 2. Close it.",
        "Sales fell at Oxley Ltd., which is based in Leeds.", "Yahoo! said it would appeal.",
        "He said no. | Officials agreed.", "Nothing ends here", "See No. 5 below.",
        "It was over. . . | The crowd left.", "we left early. | nobody knew why? | i did.",
        "The mill closed. | the owners had left by then.", "Read it there. | https://example.org/mill",
        "The U.S government agreed. | It paid."));

TEST(SentencesEdge, JoinedWordsAreSplitAtTheStop) {
    EXPECT_THAT(sentences_of("The dam held.The ministry said so."),
                ElementsAre("The dam held.", "The ministry said so."));
}

struct Tokens {
    std::string_view text;
    std::string_view tokens;
};
class TokensOf : public testing::TestWithParam<Tokens> {};
TEST_P(TokensOf, FollowTheTreebanks) {
    EXPECT_EQ(tokens_of(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    All, TokensOf,
    testing::Values(
        Tokens{"They don't, can't and won’t.", "They|do|n't|,|ca|n't|and|wo|n’t|."},
        Tokens{"Israel's and the workers' case: it’s theirs",
               "Israel|'s|and|the|workers|'|case|:|it|’s|theirs"},
        Tokens{"She cannot; they're gonna", "She|can|not|;|they|'re|gon|na"},
        Tokens{"It cost $2.4m, or 38% of £51,000.", "It|cost|$|2.4|m|,|or|38|%|of|£|51,000|."},
        Tokens{"US$5 and Rs. 300 crore", "US$|5|and|Rs.|300|crore"},
        Tokens{"the US-based co-founder's anti-graft, non-profit well-being",
               "the|US|-|based|co-founder|'s|anti-graft|,|non-profit|well|-|being"},
        Tokens{"In the U.S. Gen. J. Pell, of Acme Inc., left at 5 p.m.",
               "In|the|U.S.|Gen.|J.|Pell|,|of|Acme|Inc.|,|left|at|5|p.m|."},
        Tokens{"See https://example.org/a,b?c=1. Mail a.b@example.org, or acme.com.",
               "See|https://example.org/a,b?c=1|.|Mail|a.b@example.org|,|or|acme.com|."},
        Tokens{"“We—he and I—won”—so… 'fine'...", "“|We|—|he|and|I|—|won|”|—|so|…|'|fine|'|..."},
        Tokens{"(the 20th, in the 1990s and '60s)", "(|the|20th|,|in|the|1990s|and|'60s|)"},
        Tokens{"10-15 people, 2026-01-28, 10:30, 9/11, 555-0134",
               "10|-|15|people|,|2026-01-28|,|10:30|,|9/11|,|555-0134"},
        Tokens{"AT&T and/or O'Neil at 5 o'clock?!", "AT&T|and|/|or|O'Neil|at|5|o'clock|?!"},
        Tokens{"RAVENHOLM, Jan. 28 (Harbour Wire) -- A", "RAVENHOLM|,|Jan.|28|(|Harbour|Wire|)|--|A"},
        Tokens{"@mara #dam 漢字 naïve", "@mara|#dam|漢字|naïve"}, Tokens{"  ", ""},
        Tokens{"2.1. Open the file notes.doc or Plan.PDF", "2.1.|Open|the|file|notes.doc|or|Plan.PDF"},
        Tokens{"See acme.com/mill/2026, acme.com/a.", "See|acme.com/mill/2026|,|acme.com/a|."},
        Tokens{"dont say it wont :) ;-) +++", "do|nt|say|it|wo|nt|:)|;-)|+++"},
        Tokens{"the U.S government", "the|U.S|government"},
        Tokens{"(as follows:) 3 :) <3 years", "(|as|follows|:|)|3|:)|<|3|years"}, Tokens{"'", "'"}));

// Tokens and sentences cover all but spaces, in order, whatever the text.
TEST(Segmentation, CoversHostileText) {
    const std::vector<std::string> units = {"a",  "“",   "'",  "1-",   "a.",  "?!",  "1a",   "'s",
                                            "@a", "n't", ".)", "\xFF", "(\"", "a'b", "www.", "é"};
    for (const std::string& unit : units) {
        std::string text;
        for (int i = 0; i < 20000; ++i)
            text += unit;
        std::size_t covered = 0;
        for (const Span& sentence : sentences(text, whole(text))) {
            EXPECT_EQ(sentence.begin, covered) << unit;
            for (const Span& token : tokens(text, sentence)) {
                ASSERT_EQ(token.begin, covered) << unit;
                ASSERT_GT(token.end, token.begin) << unit;
                covered = token.end;
            }
            EXPECT_EQ(sentence.end, covered) << unit;
        }
        EXPECT_EQ(covered, text.size()) << unit;
    }
}

TEST(Datelines, EndAtTheirDashOrColon) {
    const auto rest = [](std::string_view text) {
        const auto end = dateline_end(text, {0, static_cast<std::uint32_t>(text.size())});
        return std::string(text.substr(end));
    };
    EXPECT_EQ(rest("NAIROBI (Harbour Wire) — The dam held."), " The dam held.");
    EXPECT_EQ(rest("CAIRO, March 6 — The dam held."), " The dam held.");
    EXPECT_EQ(rest("NEW DELHI: The dam held."), " The dam held.");
    EXPECT_EQ(rest("ST. JOHN'S, Newfoundland -- The dam held."), " The dam held.");
    EXPECT_EQ(rest("PORT-AU-PRINCE - The dam held."), " The dam held.");
}

TEST(Datelines, AreNotMadeOfOtherOpenings) {
    for (const std::string_view text :
         {"The dam held — for now.", "NATO said: the dam held.", "I — for one — stayed.",
          "US-based firms left.", "\"NO,\" he said — and left.", "Kofi Mensah: the dam held.", "NAIROBI", "",
          "AB (open bracket"}) {
        EXPECT_EQ(dateline_end(text, {0, static_cast<std::uint32_t>(text.size())}), 0U) << text;
    }
}

}  // namespace
}  // namespace whosaid::text
