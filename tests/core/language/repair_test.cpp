// Repaired trees stay trees, whatever tags and tree come in.
#include "core/language/repair.hpp"

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

struct Sample {
    std::string_view lemma;
    Upos upos;
    std::string_view xpos;
};
// What the repairs look for.
constexpr auto samples = std::to_array<Sample>({
    {"say", Upos::verb, "VBD"},     {"tell", Upos::verb, "VBD"},     {"find", Upos::verb, "VBN"},
    {"add", Upos::verb, "VBG"},     {"announce", Upos::verb, "VBZ"}, {"doubt", Upos::noun, "NNS"},
    {"minister", Upos::noun, "NN"}, {"report", Upos::noun, "NN"},    {"Ada", Upos::propn, "NNP"},
    {"she", Upos::pron, "PRP"},     {"that", Upos::sconj, "IN"},     {"because", Upos::sconj, "IN"},
    {"who", Upos::pron, "WP"},      {"whose", Upos::pron, "WP$"},    {",", Upos::punct, ","},
    {"(", Upos::punct, "-LRB-"},    {"-", Upos::punct, "HYPH"},      {"''", Upos::punct, "''"},
    {"no", Upos::intj, "UH"},       {"close", Upos::adj, "JJ"},      {"in", Upos::adp, "IN"},
    {"have", Upos::aux, "VBD"},     {"fetchly", Upos::adv, "RB"},    {"the", Upos::det, "DT"},
});
constexpr auto relations = std::to_array<Relation>(
    {Relation::acl,   Relation::acl_relcl, Relation::advcl,     Relation::appos,      Relation::aux,
     Relation::case_, Relation::cc,        Relation::ccomp,     Relation::conj,       Relation::flat,
     Relation::mark,  Relation::nmod,      Relation::nsubj,     Relation::nsubj_pass, Relation::obj,
     Relation::obl,   Relation::obl_npmod, Relation::parataxis, Relation::punct,      Relation::xcomp});

Sentence random_sentence(std::mt19937& random) {
    Sentence sentence;
    const std::size_t size = 2 + random() % 14;
    std::vector<std::uint32_t> order(size);
    for (std::uint32_t i = 0; i < size; ++i)
        order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    sentence.words.resize(size);
    for (std::uint32_t i = 0; i < size; ++i) {
        const Sample& sample = samples[random() % samples.size()];
        Word& w = sentence.words[order[i]];
        w.span = {order[i] * 2, order[i] * 2 + 1};
        w.lemma = sample.lemma;
        w.upos = sample.upos;
        w.xpos = sample.xpos;
        w.relation = i == 0 ? Relation::root : relations[random() % relations.size()];
        w.head = i == 0 ? -1 : static_cast<std::int32_t>(order[random() % i]);
    }
    return sentence;
}

bool leads_to_root(const Sentence& sentence, std::size_t word) {
    for (std::size_t step = 0; step <= sentence.words.size(); ++step) {
        const std::int32_t head = sentence.words[word].head;
        if (head < 0) return true;
        word = static_cast<std::size_t>(head);
    }
    return false;
}

TEST(Repair, KeepsATree) {
    std::mt19937 random(11);
    constexpr int sentences = 200000;
    for (int i = 0; i < sentences; ++i) {
        Sentence sentence = random_sentence(random);
        repair(sentence);
        int roots = 0;
        for (std::size_t w = 0; w < sentence.words.size(); ++w) {
            roots += sentence.words[w].head < 0 ? 1 : 0;
            ASSERT_TRUE(leads_to_root(sentence, w)) << "sentence " << i << ", word " << w;
        }
        ASSERT_EQ(roots, 1) << "sentence " << i;
    }
}

}  // namespace
}  // namespace whosaid::language
