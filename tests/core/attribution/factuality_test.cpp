// How sure an author is of a predicate, on sentences of our own.
#include "core/attribution/factuality.hpp"

#include "core/attribution/factuality_features.hpp"
#include "core/language/analyse.hpp"

#include <algorithm>
#include <ctime>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::attribution {
namespace {

struct Row {
    const char* name;
    const char* text;
    const char* predicate;  // its last occurrence
    double least, most;
    bool FactualitySigns::*sign = nullptr;  // one that must be seen
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.predicate << " in: " << row.text;
}

Factuality of(std::string_view text, std::string_view predicate) {
    const language::Document document = language::parse(text);
    EXPECT_EQ(document.sentences.size(), 1U);
    const language::Sentence& sentence = document.sentences.front();
    const auto at = static_cast<std::uint32_t>(text.rfind(predicate));
    const auto word = std::find_if(sentence.words.begin(), sentence.words.end(),
                                   [&](const language::Word& w) { return w.span.begin == at; });
    EXPECT_NE(word, sentence.words.end()) << predicate;
    if (word == sentence.words.end()) return {};
    return factuality(language::Tree(sentence), static_cast<std::uint32_t>(word - sentence.words.begin()));
}

class FactualityOf : public testing::TestWithParam<Row> {};

TEST_P(FactualityOf, LiesInTheRange) {
    const Row& row = GetParam();
    const Factuality found = of(row.text, row.predicate);
    EXPECT_GE(found.score, row.least);
    EXPECT_LE(found.score, row.most);
    if (row.sign != nullptr) {
        EXPECT_TRUE(found.signs.*row.sign);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Plain, FactualityOf,
    testing::Values(Row{"Past", "The ferry sank near the harbour on Monday.", "sank", 2.5, 3},
                    Row{"Passive", "Two engineers were arrested at the border.", "arrested", 2.5, 3},
                    Row{"Perfect", "The council has approved the new budget.", "approved", 2.5, 3},
                    Row{"Reported", "Okello said the bridge collapsed on Sunday.", "collapsed", 2, 3,
                        &FactualitySigns::reported},
                    Row{"Saying", "Okello said the bridge collapsed on Sunday.", "said", 2.5, 3},
                    Row{"EventNoun", "The explosion destroyed a warehouse in the port.", "explosion", 2.3, 3},
                    Row{"Managed", "The crew managed to close the valve.", "close", 1.2, 3}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Negation, FactualityOf,
    testing::Values(
        Row{"Not", "The minister did not sign the treaty.", "sign", -3, -1, &FactualitySigns::negated},
        Row{"Never", "The company never paid the fine.", "paid", -3, 0, &FactualitySigns::negated},
        Row{"Nobody", "Nobody survived the crash.", "survived", -3, -0.3, &FactualitySigns::negated},
        Row{"No", "There was no agreement on prices.", "agreement", -3, 0.5, &FactualitySigns::negated},
        Row{"Without", "The delegation left without meeting the president.", "meeting", -3, 0.8,
            &FactualitySigns::negated},
        Row{"Failed", "The two sides failed to agree on a date.", "agree", -3, 0.5,
            &FactualitySigns::negated},
        Row{"Refused", "The union refused to accept the offer.", "accept", -3, 0.5,
            &FactualitySigns::negated},
        Row{"Denied", "The mayor denied that he took the money.", "took", -3, 1.6, &FactualitySigns::negated},
        Row{"NotSaid", "The spokesman did not say that the plant would close.", "say", -3, -0.5,
            &FactualitySigns::negated},
        Row{"NoLonger", "The airline no longer flies to the island.", "flies", -3, 0.8,
            &FactualitySigns::negated},
        Row{"NotWanted", "The farmers did not want to sell the land.", "sell", -3, 0.5,
            &FactualitySigns::negated},
        Row{"NotOnly", "The storm not only flooded the town but also cut the railway.", "flooded", 1.5, 3},
        Row{"NoOffer", "The company received no offer.", "received", -3, 1.3, &FactualitySigns::negated}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Open, FactualityOf,
    testing::Values(
        Row{"If", "If the bank raises rates, builders will suffer.", "raises", -0.5, 1.8,
            &FactualitySigns::conditional},
        Row{"Then", "The strike would end if the firm paid more.", "end", -0.5, 2.1,
            &FactualitySigns::conditional},
        Row{"Unless", "Teachers will walk out unless the ministry pays them.", "pays", -1, 1.6,
            &FactualitySigns::conditional},
        Row{"May", "The central bank may cut rates in June.", "cut", 0, 1.6, &FactualitySigns::modal},
        Row{"Could", "The dam could burst at any moment.", "burst", 0, 1.6, &FactualitySigns::modal},
        Row{"Should", "The government should resign, the editors wrote.", "resign", -0.5, 1.8,
            &FactualitySigns::modal},
        Row{"Likely", "The court is likely to reject the appeal.", "reject", 0, 2.2, &FactualitySigns::modal},
        Row{"Question", "Did the minister resign?", "resign", -1, 1.5, &FactualitySigns::questioned},
        Row{"Whether", "Investigators asked whether the captain slept.", "slept", -1, 2,
            &FactualitySigns::questioned},
        Row{"Hope", "Residents hope the school reopens soon.", "reopens", -0.5, 2.5,
            &FactualitySigns::wanted},
        Row{"Want", "The party wants to abolish the tax.", "abolish", -0.5, 1.8, &FactualitySigns::wanted},
        Row{"Urge", "She urged the factory to hire more women.", "hire", -0.5, 1.8, &FactualitySigns::wanted},
        Row{"Plan", "The airline plans to open a route to Lima.", "open", 0, 2.2, &FactualitySigns::wanted},
        Row{"Demand", "Protesters demanded an inquiry.", "inquiry", -0.5, 2.5, &FactualitySigns::wanted},
        Row{"Will", "The president will visit the valley on Friday.", "visit", 1, 2.8,
            &FactualitySigns::future},
        Row{"Nested", "Officials said they expect the king to invite the envoys.", "invite", 0, 2.2},
        Row{"Conjunct", "The firm may sell its ships and close the yard.", "close", 0, 1.8,
            &FactualitySigns::modal}),
    [](const auto& row) { return row.param.name; });

// What is open lies between what is so and what is not, whatever the weights.
TEST(Factuality, KeepsTheOrder) {
    const double so = of("The board dismissed the director.", "dismissed").score;
    const double future = of("The board will dismiss the director.", "dismiss").score;
    const double open = of("The board may dismiss the director.", "dismiss").score;
    const double not_so = of("The board did not dismiss the director.", "dismiss").score;
    EXPECT_GT(so, future);
    EXPECT_GT(future, open);
    EXPECT_GT(open, not_so);
}

TEST(Factuality, SaysNothingOfWhatANegatedReportHolds) {
    EXPECT_FALSE(of("The envoy did not say that talks had begun.", "begun").signs.negated);
}

TEST(Factuality, NegationsCancelEachOther) {
    EXPECT_FALSE(of("The mayor did not fail to sign the order.", "sign").signs.negated);
}

TEST(FactualityFeatures, AreSortedAndEachThereOnce) {
    const language::Document document =
        language::parse("Okello said the two firms may meet and sign the contract if no strike is called.");
    const language::Tree tree(document.sentences.front());
    for (std::uint32_t word = 0; word < tree.size(); ++word) {
        const std::vector<std::string> names = factuality_features(tree, word).names;
        EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
        EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
    }
}

// "Farmers stored grain in case roads closed", with the tree that Universal Dependencies gives it.
TEST(Factuality, InCaseIsACondition) {
    using language::Relation;
    using language::Upos;
    language::Sentence sentence;
    const auto add = [&](const char* lemma, Upos upos, const char* xpos, std::int32_t head,
                         Relation relation) {
        language::Word word;
        word.upos = upos;
        word.xpos = xpos;
        word.lemma = lemma;
        word.head = head;
        word.relation = relation;
        sentence.words.push_back(word);
    };
    add("farmer", Upos::noun, "NNS", 1, Relation::nsubj);
    add("store", Upos::verb, "VBD", -1, Relation::root);
    add("grain", Upos::noun, "NN", 1, Relation::obj);
    add("in", Upos::sconj, "IN", 6, Relation::mark);
    add("case", Upos::noun, "NN", 3, Relation::fixed);
    add("road", Upos::noun, "NNS", 6, Relation::nsubj);
    add("close", Upos::verb, "VBD", 1, Relation::advcl);
    EXPECT_TRUE(factuality(language::Tree(sentence), 6).signs.conditional);
}

// Seconds for every predicate of a sentence in which `count` clauses hang on one verb.
double seconds_for(std::uint32_t count) {
    language::Sentence sentence;
    for (std::uint32_t i = 0; i < count; ++i) {
        language::Word word;
        word.upos = language::Upos::verb;
        word.xpos = "VB";
        word.lemma = "go";
        word.head = i == 0 ? -1 : 0;
        word.relation = i == 0 ? language::Relation::root : language::Relation::ccomp;
        sentence.words.push_back(word);
    }
    const language::Tree tree(sentence);
    const std::clock_t begin = std::clock();
    for (std::uint32_t i = 0; i < count; ++i)
        EXPECT_LE(factuality(tree, i).score, 3);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(Factuality, OfAllWordsOfOneLongSentenceTakesLinearTime) {
    const double tenth = seconds_for(5'000);
    EXPECT_LT(seconds_for(50'000), 40 * tenth + 0.1);  // ten times the words; a hundred were quadratic
}

}  // namespace
}  // namespace whosaid::attribution
