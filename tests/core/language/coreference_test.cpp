// Who pronouns mean, on sentences of our own, as the whole analysis reads them.
#include "core/language/coreference.hpp"

#include "core/language/analyse.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

struct Row {
    std::string_view text;
    std::string_view pronoun;     // its last occurrence as a word is asked for
    std::string_view antecedent;  // head word of the mention, or the name of the entity; "": nobody
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.text << " | " << row.pronoun;
}

// What the last word `pronoun` is resolved to: the entity's name, else the head word of the mention.
std::string meant(std::string_view text, std::string_view pronoun) {
    const Document document = analyse(text, std::nullopt);
    const auto answers = resolve_pronouns(text, document);
    const auto form = [&](std::uint32_t sentence, std::uint32_t word) {
        return document.sentences[sentence].words[word].span.of(text);
    };
    for (auto a = answers.rbegin(); a != answers.rend(); ++a) {
        if (form(a->sentence, a->word) != pronoun) continue;
        if (a->entity) return document.entities[*a->entity].name;
        return std::string(form(a->antecedent_sentence, a->antecedent_word));
    }
    return {};
}

class Pronouns : public testing::TestWithParam<Row> {};

TEST_P(Pronouns, MeanTheirAntecedent) {
    const Row& row = GetParam();
    EXPECT_EQ(meant(row.text, row.pronoun), row.antecedent);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Pronouns,
    testing::Values(Row{"Mr Daniel Okoro resigned on Monday. He gave no reason.", "He", "Daniel Okoro"},
                    Row{"Mrs Helen Marsh met Mr Peter Lang in Geneva. She left early.", "She", "Helen Marsh"},
                    Row{"Mrs Helen Marsh met Mr Peter Lang in Geneva. He left early.", "He", "Peter Lang"},
                    Row{"Mr Peter Lang praised Mr Omar Saleh. He smiled.", "He", "Peter Lang"},
                    Row{"Mr Peter Lang praised him.", "him", ""},
                    Row{"Mr Omar Saleh arrived late. Mr Peter Lang thanked him.", "him", "Omar Saleh"},
                    Row{"Mr Peter Lang blamed himself.", "himself", "Peter Lang"},
                    Row{"Mrs Helen Marsh sold her house.", "her", "Helen Marsh"},
                    Row{"Mrs Helen Marsh spoke first. She was calm. Then she sat down.", "she",
                        "Helen Marsh"}));

INSTANTIATE_TEST_SUITE_P(
    Nouns, Pronouns,
    testing::Values(Row{"The spokeswoman declined to comment. She hung up.", "She", "spokeswoman"},
                    Row{"The chairman arrived at noon. He looked tired.", "He", "chairman"},
                    Row{"The actress thanked the director. She wept.", "She", "actress"},
                    Row{"The minister resigned. He gave no reason.", "He", "minister"},
                    Row{"A woman called the police. Her car was gone.", "Her", "woman"},
                    Row{"The king greeted the queen. He bowed.", "He", "king"},
                    Row{"The king greeted the queen. She bowed.", "She", "queen"},
                    Row{"The boy lost his shoe.", "his", "boy"},
                    Row{"The lawyer is a woman. The judge thanked her.", "her", "lawyer"}));

INSTANTIATE_TEST_SUITE_P(
    ThingsAndMany, Pronouns,
    testing::Values(Row{"The bridge was closed on Friday. It needs repairs.", "It", "bridge"},
                    Row{"The residents fled. They lost everything.", "They", "residents"},
                    Row{"The ship lost its anchor.", "its", "ship"},
                    Row{"The workers packed their tools.", "their", "workers"},
                    Row{"The doctor found a key. It was rusty.", "It", "key"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Pronouns,
    testing::Values(Row{"Mr Omar Saleh retired. In his speech, Mr Peter Lang was kind.", "his", "Peter Lang"},
                    Row{"The founder of the club, Mrs Helen Marsh, retired. She was tired.", "She",
                        "Helen Marsh"}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, Pronouns,
    testing::Values(Row{"Mr Omar Saleh resigned. “He was tired,” Mr Peter Lang said.", "He", "Omar Saleh"},
                    Row{"Mr Omar Saleh resigned. Mr Peter Lang said: “He was tired.”", "He", "Omar Saleh"}));

TEST(PronounAnswers, TellHowSureTheyAreAndWhy) {
    const std::string_view text = "Mrs Helen Marsh coughed. She left.";
    const auto sole = resolve_pronouns(text, analyse(text, std::nullopt));
    ASSERT_EQ(sole.size(), 1U);
    EXPECT_EQ(sole.front().sieve, "only candidate");

    const std::string_view rivals_text = "Mr Peter Lang praised Mr Omar Saleh. He smiled.";
    const auto rivals = resolve_pronouns(rivals_text, analyse(rivals_text, std::nullopt));
    ASSERT_EQ(rivals.size(), 1U);
    EXPECT_EQ(rivals.front().sieve, "salience");
    EXPECT_GE(rivals.front().confidence, 0.5);
    EXPECT_LT(rivals.front().confidence, sole.front().confidence);
}

TEST(PronounAnswers, ComeForAnyText) {
    EXPECT_TRUE(resolve_pronouns("", analyse("", std::nullopt)).empty());
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "he she it they ";
    const Document document = analyse(text, std::nullopt);
    for (const Antecedent& a : resolve_pronouns(text, document)) {
        const Span pronoun = document.sentences[a.sentence].words[a.word].span;
        const Span antecedent = document.sentences[a.antecedent_sentence].words[a.antecedent_word].span;
        EXPECT_NE(antecedent.begin, pronoun.begin);
    }
}

}  // namespace
}  // namespace whosaid::language
