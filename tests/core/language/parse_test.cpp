// Tags, lemmas and trees that attribution relies on, on sentences of our own; and what holds for any text.
#include "core/language/analyse.hpp"
#include "core/language/labels.hpp"

#include <ctime>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

// "dependent relation head" by forms; the first word of a form counts, "ROOT" is the root.
std::string arc(std::string_view text, const Sentence& sentence, std::string_view dependent) {
    for (const Word& word : sentence.words) {
        if (word.span.of(text) != dependent) continue;
        const std::string_view head =
            word.head < 0 ? "ROOT" : sentence.words[static_cast<std::size_t>(word.head)].span.of(text);
        return std::string(dependent) + " " + std::string(name_of(word.relation)) + " " + std::string(head);
    }
    return std::string(dependent) + " is no word";
}

struct Row {
    const char* name;
    const char* text;
    std::vector<const char*> arcs;
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.text;
}

class Parse : public testing::TestWithParam<Row> {};

TEST_P(Parse, FindsTheArcs) {
    const Row& row = GetParam();
    const Document document = parse(row.text);
    ASSERT_EQ(document.sentences.size(), 1U);
    for (const std::string expected : row.arcs) {
        const std::string dependent = expected.substr(0, expected.find(' '));
        EXPECT_EQ(arc(row.text, document.sentences.front(), dependent), expected);
    }
}

INSTANTIATE_TEST_SUITE_P(
    News, Parse,
    testing::Values(
        Row{"ClauseWithoutThat",
            "Officials said the bridge was closed on Monday.",
            {"said root ROOT", "Officials nsubj said", "closed ccomp said", "bridge nsubj:pass closed"}},
        Row{"ClauseWithThat",
            "Okello denied that the money was missing.",
            {"denied root ROOT", "Okello nsubj denied", "missing ccomp denied", "that mark missing"}},
        Row{"InvertedSaid",
            "“The harbour will reopen in May,” said Ifeoma Adeyemi, the minister.",
            {"Ifeoma nsubj said", "Adeyemi flat Ifeoma", "minister appos Ifeoma", "will aux reopen"}},
        Row{"AccordingTo",
            "The bridge was unsafe, according to Reuters.",
            {"unsafe root ROOT", "according case Reuters", "Reuters obl unsafe", "bridge nsubj unsafe"}},
        Row{"PassiveAgent",
            "He was arrested by the police on Monday.",
            {"arrested root ROOT", "He nsubj:pass arrested", "was aux:pass arrested",
             "police obl:agent arrested"}},
        Row{"OpenClause",
            "The company declined to comment on the strike.",
            {"declined root ROOT", "company nsubj declined", "comment xcomp declined", "to mark comment"}},
        Row{"RelativeClause",
            "The engineer who inspected the bridge resigned.",
            {"resigned root ROOT", "engineer nsubj resigned", "inspected acl:relcl engineer",
             "who nsubj inspected"}},
        Row{"Recipient",
            "He told Harbour Wire the talks had failed.",
            {"told root ROOT", "He nsubj told", "Wire iobj told", "failed ccomp told"}},
        Row{"Negation",
            "Police have not confirmed the arrests.",
            {"confirmed root ROOT", "have aux confirmed", "not advmod confirmed", "arrests obj confirmed"}},
        Row{"NoBeforeANoun", "No prime minister has visited the island.", {"No det minister"}},
        Row{"Apposition",
            "Amina Diallo, the energy minister, said no decision had been taken.",
            {"said root ROOT", "Amina nsubj said", "minister appos Amina", "taken ccomp said"}},
        Row{"Possessive",
            "Kenya's president warned of a shortage.",
            {"warned root ROOT", "Kenya nmod:poss president", "'s case Kenya", "shortage obl warned"}},
        Row{"Coordination",
            "Mr Tanaka resigned and left the country.",
            {"resigned root ROOT", "left conj resigned", "and cc left", "country obj left"}}),
    [](const auto& row) { return row.param.name; });

struct LemmaRow {
    const char* name;
    const char* text;
    const char* form;
    const char* lemma;
    const char* xpos;
};
void PrintTo(const LemmaRow& row, std::ostream* out) {
    *out << row.text;
}

class Lemma : public testing::TestWithParam<LemmaRow> {};

TEST_P(Lemma, IsOfItsTag) {
    const LemmaRow& row = GetParam();
    const Document document = parse(row.text);
    ASSERT_FALSE(document.sentences.empty());
    for (const Word& word : document.sentences.front().words) {
        if (word.span.of(row.text) != row.form) continue;
        EXPECT_EQ(word.lemma, row.lemma);
        EXPECT_EQ(word.xpos, row.xpos);
        return;
    }
    ADD_FAILURE() << row.form << " is no word";
}

INSTANTIATE_TEST_SUITE_P(
    Words, Lemma,
    testing::Values(LemmaRow{"Irregular", "He said the talks went well.", "went", "go", "VBD"},
                    LemmaRow{"Doubled", "The ship stopped at dawn.", "stopped", "stop", "VBD"},
                    LemmaRow{"SilentE", "They were hoping for rain.", "hoping", "hope", "VBG"},
                    LemmaRow{"Plural", "Two ministries denied it.", "ministries", "ministry", "NNS"},
                    LemmaRow{"UnknownVerb", "The firm greenlit and rebadged the car.", "rebadged", "rebadge",
                             "VBD"},
                    LemmaRow{"CliticVerb", "She said it's over.", "'s", "be", "VBZ"},
                    LemmaRow{"CurlyClitic", "She said it’s over.", "’s", "be", "VBZ"},
                    LemmaRow{"Possessive", "The court's ruling stands.", "'s", "'s", "POS"},
                    LemmaRow{"Negation", "The mayor didn't resign.", "n't", "not", "RB"},
                    LemmaRow{"CurlyNegation", "The mayor didn’t resign.", "n’t", "not", "RB"},
                    LemmaRow{"Name", "Nairobi waited.", "Nairobi", "nairobi", "NNP"}),
    [](const auto& row) { return row.param.name; });

// One root, and every word below it.
void expect_tree(const Sentence& sentence) {
    std::size_t roots = 0;
    const auto size = sentence.words.size();
    std::vector<char> reached(size);
    for (std::size_t i = 0; i < size; ++i) {
        const Word& word = sentence.words[i];
        roots += word.head < 0;
        EXPECT_EQ(word.head < 0, word.relation == Relation::root);
        EXPECT_LT(word.head, static_cast<std::int64_t>(size));
        // Up to the root or a word that has reached it; a way longer than the sentence is a cycle.
        std::vector<std::size_t> way;
        for (auto at = static_cast<std::int64_t>(i);
             at >= 0 && reached[static_cast<std::size_t>(at)] == 0 && way.size() <= size;
             at = sentence.words[static_cast<std::size_t>(at)].head)
            way.push_back(static_cast<std::size_t>(at));
        ASSERT_LE(way.size(), size);
        for (const std::size_t at : way)
            reached[at] = 1;
    }
    EXPECT_EQ(roots, 1U);
}

TEST(ParseOfAnything, IsATreeWithOneRoot) {
    for (const char* text :
         {"said said said said said", ") ( ) ) “ “ ” , , ; : — — …", "a", "?!", "5 5 5 % $ € 12:30 1,000.5",
          "THE THE THE OF OF AND AND TO TO", "хорошо сказал 东京 says العربية said", "x\xF0\x9F\x99\x82y z",
          "According according to to according , , by by by that that that who who"}) {
        const Document document = parse(text);
        ASSERT_FALSE(document.sentences.empty()) << text;
        for (const Sentence& sentence : document.sentences)
            expect_tree(sentence);
    }
}

std::string endless(std::size_t words) {
    static constexpr const char* of[] = {"the ", "minister ", "said ", "that ", "prices ",
                                         "and ", "(",         "fell ", "by ",   "who "};
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
        text += of[(i * i + i / 7) % std::size(of)];
    return text;
}

double seconds_for(const std::string& text) {
    const std::clock_t begin = std::clock();
    const Document document = parse(text);
    EXPECT_EQ(document.sentences.size(), 1U);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(ParseOfAnything, TakesTimeLinearInTheLengthOfOneSentence) {
    (void)parse("The models are read at their first use.");
    const double tenth = seconds_for(endless(10'000));
    EXPECT_LT(seconds_for(endless(100'000)),
              40 * tenth + 0.1);  // ten times the words; a hundred were quadratic
    expect_tree(parse(endless(100'000)).sentences.front());
}

TEST(ParseOfAnything, IsTheSameTwice) {
    const char* text = "The envoy, who arrived late, said talks would go on. “No comment,” she added.";
    const Document a = parse(text);
    const Document b = parse(text);
    ASSERT_EQ(a.sentences.size(), b.sentences.size());
    for (std::size_t s = 0; s < a.sentences.size(); ++s) {
        for (std::size_t w = 0; w < a.sentences[s].words.size(); ++w) {
            EXPECT_EQ(a.sentences[s].words[w].head, b.sentences[s].words[w].head);
            EXPECT_EQ(a.sentences[s].words[w].lemma, b.sentences[s].words[w].lemma);
        }
    }
}

}  // namespace
}  // namespace whosaid::language
