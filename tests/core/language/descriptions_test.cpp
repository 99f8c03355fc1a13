#include "core/language/descriptions.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

struct Tagged {
    std::string_view form;
    Upos upos;
    std::int32_t head;  // 1-based as in CoNLL-U; 0: the root
    Relation relation;
    std::string_view xpos = "NN";
};

struct Named {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t entity;
    EntityType type = EntityType::person;
};

// A text of one paragraph, sentence by sentence with gold trees and names.
struct Example {
    std::string text;
    Document document;

    Example& sentence(const std::vector<Tagged>& words, const std::vector<Named>& names) {
        Sentence sentence;
        const auto start = static_cast<std::uint32_t>(text.size());
        for (const Tagged& word : words) {
            const auto begin = static_cast<std::uint32_t>(text.size());
            text += word.form;
            Word w;
            w.span = {begin, static_cast<std::uint32_t>(text.size())};
            w.upos = word.upos;
            w.xpos = word.xpos;
            w.relation = word.relation;
            w.head = word.head - 1;
            sentence.words.push_back(w);
            text += ' ';
        }
        sentence.span = {start, static_cast<std::uint32_t>(text.size() - 1)};
        const auto index = static_cast<std::uint32_t>(document.sentences.size());
        for (const Named& name : names) {
            const Span span{sentence.words[name.first].span.begin, sentence.words[name.last].span.end};
            document.mentions.push_back({span, index, name.first, name.last, name.type, name.entity});
            if (document.entities.size() <= name.entity) document.entities.resize(name.entity + 1);
            document.entities[name.entity].type = name.type;
        }
        document.sentences.push_back(std::move(sentence));
        document.paragraphs = {{0, static_cast<std::uint32_t>(text.size() - 1)}};
        return *this;
    }

    std::string description(std::size_t entity = 0) {
        describe_entities(text, document);
        return document.entities.at(entity).description;
    }

    Gender gender(std::size_t entity = 0) {
        gender_from_pronouns(text, document);
        return document.entities.at(entity).gender;
    }
};

TEST(Descriptions, ReadsTheOfficeBeforeAName) {
    Example example;
    example.sentence({{"Energy", Upos::propn, 2, Relation::compound, "NNP"},
                      {"Minister", Upos::propn, 3, Relation::nmod_desc, "NNP"},
                      {"Kofi", Upos::propn, 5, Relation::nsubj, "NNP"},
                      {"Mensah", Upos::propn, 3, Relation::flat, "NNP"},
                      {"resigned", Upos::verb, 0, Relation::root, "VBD"}},
                     {{2, 3, 0}});
    EXPECT_EQ(example.description(), "Energy Minister");
}

TEST(Descriptions, ReadsATitleInsideTheMention) {
    Example example;
    example.sentence({{"Governor", Upos::propn, 2, Relation::nmod_desc, "NNP"},
                      {"Ruta", Upos::propn, 4, Relation::nsubj, "NNP"},
                      {"Okello", Upos::propn, 2, Relation::flat, "NNP"},
                      {"resigned", Upos::verb, 0, Relation::root, "VBD"}},
                     {{0, 2, 0}});
    EXPECT_EQ(example.description(), "Governor");
}

TEST(Descriptions, ReadsAnAppositionBehindTheName) {
    Example example;
    example.sentence({{"Reuven", Upos::propn, 10, Relation::nsubj, "NNP"},
                      {"Azar", Upos::propn, 1, Relation::flat, "NNP"},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"Israel", Upos::propn, 6, Relation::nmod_poss, "NNP"},
                      {"'s", Upos::part, 4, Relation::case_, "POS"},
                      {"Ambassador", Upos::propn, 1, Relation::appos, "NNP"},
                      {"to", Upos::adp, 8, Relation::case_, "IN"},
                      {"India", Upos::propn, 6, Relation::nmod, "NNP"},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"smiled", Upos::verb, 0, Relation::root, "VBD"}},
                     {{0, 1, 0}, {3, 3, 1, EntityType::place}, {7, 7, 2, EntityType::place}});
    EXPECT_EQ(example.description(), "Israel 's Ambassador to India");
    EXPECT_EQ(example.description(1), "");
}

TEST(Descriptions, StopsAtARelativeClause) {
    Example example;
    example.sentence({{"Harlow", Upos::propn, 9, Relation::nsubj, "NNP"},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"the", Upos::det, 4, Relation::det, "DT"},
                      {"engineer", Upos::noun, 1, Relation::appos},
                      {"who", Upos::pron, 6, Relation::nsubj, "WP"},
                      {"built", Upos::verb, 4, Relation::acl_relcl, "VBD"},
                      {"it", Upos::pron, 6, Relation::obj, "PRP"},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"left", Upos::verb, 0, Relation::root, "VBD"}},
                     {{0, 0, 0}});
    EXPECT_EQ(example.description(), "engineer");
}

TEST(Descriptions, ReadsTheNounThatANameIsInAppositionTo) {
    Example example;
    example.sentence({{"Her", Upos::pron, 2, Relation::nmod_poss, "PRP$"},
                      {"lawyer", Upos::noun, 6, Relation::nsubj},
                      {",", Upos::punct, 4, Relation::punct, ","},
                      {"Dana", Upos::propn, 2, Relation::appos, "NNP"},
                      {",", Upos::punct, 4, Relation::punct, ","},
                      {"agreed", Upos::verb, 0, Relation::root, "VBD"}},
                     {{3, 3, 0}});
    EXPECT_EQ(example.description(), "lawyer");
}

TEST(Descriptions, TakesOnlyWhatAPersonCanBe) {
    Example example;
    example.sentence({{"the", Upos::det, 2, Relation::det, "DT"},
                      {"memory", Upos::noun, 5, Relation::nsubj},
                      {",", Upos::punct, 4, Relation::punct, ","},
                      {"Dana", Upos::propn, 2, Relation::appos, "NNP"},
                      {"faded", Upos::verb, 0, Relation::root, "VBD"}},
                     {{3, 3, 0}});
    EXPECT_EQ(example.description(), "");
}

TEST(Descriptions, ReadsWhatABodyIs) {
    Example example;
    example.sentence({{"Marjan", Upos::propn, 6, Relation::nsubj, "NNP"},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"a", Upos::det, 4, Relation::det, "DT"},
                      {"supplier", Upos::noun, 1, Relation::appos},
                      {",", Upos::punct, 1, Relation::punct, ","},
                      {"paid", Upos::verb, 0, Relation::root, "VBD"}},
                     {{0, 0, 0, EntityType::organisation}});
    EXPECT_EQ(example.description(), "supplier");
}

TEST(Descriptions, KnowsThatFormsOfAddressDescribeNobody) {
    Example example;
    example.sentence({{"Mrs.", Upos::propn, 2, Relation::nmod_desc, "NNP"},
                      {"Vale", Upos::propn, 5, Relation::nsubj, "NNP"},
                      {",", Upos::punct, 2, Relation::punct, ","},
                      {"61", Upos::num, 2, Relation::appos, "CD"},
                      {"waved", Upos::verb, 0, Relation::root, "VBD"}},
                     {{1, 1, 0}});
    EXPECT_EQ(example.description(), "");
}

TEST(Gender, ComesFromPronounsThatLeaveNoChoice) {
    const std::vector<Tagged> names_ada{{"Ada", Upos::propn, 2, Relation::nsubj, "NNP"},
                                        {"left", Upos::verb, 0, Relation::root, "VBD"}};
    const std::vector<Tagged> she{{"She", Upos::pron, 2, Relation::nsubj, "PRP"},
                                  {"smiled", Upos::verb, 0, Relation::root, "VBD"}};
    Example one;
    EXPECT_EQ(one.sentence(names_ada, {{0, 0, 0}}).sentence(she, {}).sentence(she, {}).gender(),
              Gender::female);

    const std::vector<Tagged> two_names{{"Ada", Upos::propn, 2, Relation::nsubj, "NNP"},
                                        {"met", Upos::verb, 0, Relation::root, "VBD"},
                                        {"Ben", Upos::propn, 2, Relation::obj, "NNP"}};
    Example two;
    two.sentence(two_names, {{0, 0, 0}, {2, 2, 1}}).sentence(she, {});
    EXPECT_EQ(two.gender(0), Gender::unknown);
    EXPECT_EQ(two.gender(1), Gender::unknown);

    const std::vector<Tagged> quoted{{"“", Upos::punct, 3, Relation::punct, "``"},
                                     {"She", Upos::pron, 3, Relation::nsubj, "PRP"},
                                     {"lies", Upos::verb, 0, Relation::root, "VBZ"},
                                     {"”", Upos::punct, 3, Relation::punct, "''"}};
    Example speech;
    EXPECT_EQ(speech.sentence(names_ada, {{0, 0, 0}}).sentence(quoted, {}).gender(), Gender::unknown);
}

}  // namespace
}  // namespace whosaid::language
