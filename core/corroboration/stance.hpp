// A claim laid beside a passage, item by item, and what follows for the stance.
//
// Items of the claim are aligned with items of the passage; features tell how much is covered and which slots
// differ; logistic regression, learned from annotated pairs and stories (stance_weights.hpp),
// makes probabilities of them. A slot that plainly differs overrules it.
#pragma once

#include "core/corroboration/analysed.hpp"
#include "core/corroboration/evidence.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

// What a claim's item met in the passage.
struct Alignment {
    const Item* claim = nullptr;
    const Item* passage = nullptr;  // nullptr: nothing
    double similarity = 0;          // 0 to 1, the passage item's strength included
    bool opposite = false;          // antonyms
    bool conflict = false;          // quantities or times of the same thing that cannot both be
};

enum class Feature : std::uint8_t {
    bias,
    tokens,        // share of all the claim's words, common ones too, that the passage has
    matched,       // weight of what is met, names and numbers included: how much speaks for one matter
    likeness,      // cosine of the two texts, as sums of their words' vectors
    length,        // of the claim, in items
    words,         // share of the claim's content words met, by weight
    words_exact,   // the same, by the same word or a form of it
    names,         // share of its names met in the passage itself
    names_known,   // the same, names known from around it counted in part
    no_names,      // the claim has none
    rarest_unmet,  // weight of the weightiest word not met
    numbered,      // the claim counts something
    number_met,
    number_conflict,
    number_unmet,
    time_met,
    time_conflict,
    time_unmet,
    predicate,       // similarity of the claim's main predicate to what it met
    negation,        // one of the two is negated, so far as the predicate was met
    negative_claim,  // words of negation on one side alone
    negative_passage,
    opposite,         // antonyms, by how much else is met
    roles_agree,      // subject met as subject, object as object
    roles_swapped,    // subject met as object or the other way round
    place_conflict,   // a place not met, where the passage has another
    person_conflict,  // the same of persons and bodies
    uncommitted,      // the passage's certainty, one of them 1
    possible,
    probable,
    hedged_claim,  // the claim itself is hedged
    question,
    condition,
    speaker_met,      // the claim tells who said so, and the passage is by the same
    speaker_other,    // by another
    plain_claim,      // the claim tells nobody's words
    exclusive_claim,  // "only", "all", "first", on one side alone
    exclusive_passage,
    direction,         // one speaks of more, the other of less
    planned,           // the claim tells as done what the passage tells as to come
    passage_rest,      // share of the passage's own matter that the claim does not touch
    covered_negation,  // products with how much is covered
    covered_number,
    covered_time,
    covered_hedge,
    covered,  // words and names together, squared
    count
};
constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);
using Features = std::array<double, feature_count>;

constexpr std::size_t stance_count = 4;  // in the order of Stance
using Distribution = std::array<double, stance_count>;

// What an encoder makes of claim and passage as texts.
struct Reading {
    Distribution stances{0, 0, 0, 1};  // read together: the probability of each
    double likeness = 0;               // read by themselves: cosine
    double behind = 0;                 // how far that lies behind the likest passage of the same claim
};

struct Laid {
    std::vector<Alignment> alignments;  // one an item of the claim
    Features features{};
    // The passage's claims by which it speaks of the matter, innermost; none: the outlet's own words. Stance
    // is that of the words: a voice that denies them turns it round.
    std::vector<std::uint32_t> voices;
};

// `claim` beside the sentences [first, last) of `passage`.
[[nodiscard]] Laid lay(const Analysed& claim, const Analysed& passage, std::size_t first, std::size_t last);

// The stance of a passage that was picked for the claim: several sentences, which somebody found worth
// comparing. Learned from annotated pairs.
[[nodiscard]] Distribution judge(const Features& features);

// The stance of one sentence that was found in articles and bears on the claim. Learned from annotated
// stories, where support is commoner and sentences lean on their neighbours.
[[nodiscard]] Distribution judge_found(const Features& features);

// A sentence laid beside the claim, and of which article it is (any number that tells articles apart, from
// 0).
struct LaidSentence {
    Laid laid;
    std::size_t article = 0;
    std::size_t sentence = 0;
};

// How a sentence stands among all that a claim is laid beside.
struct Standing {
    double share = 1;    // of the largest Feature::matched
    double place = 1;    // 1 / place in the order of Feature::matched
    double article = 1;  // how much of the claim the whole article meets, as a share of the best article
    double words = 1;    // of the largest Feature::words
    double tokens = 1;   // of the largest Feature::tokens
};
constexpr std::size_t standing_count = 5;
[[nodiscard]] std::array<double, standing_count> values(Standing standing);
// One for each sentence, in their order.
[[nodiscard]] std::vector<Standing> standings(const std::vector<LaidSentence>& sentences);

// The probability that a sentence, of all sentences of the articles found, bears on the claim.
[[nodiscard]] double bearing(const Features& features, Standing standing);

// So unlike each other that names in common say nothing; among annotated evidence one sentence in twenty is.
[[nodiscard]] bool on_another_matter(const Reading& reading);

// What a reading weighs by: the logarithms of its probabilities, then its likeness and how far that is
// behind.
constexpr std::size_t reading_count = stance_count + 2;
[[nodiscard]] std::array<double, reading_count> values(const Reading& reading);

// What is learned for one stance where the passage has been read as well.
struct ReadWeights {
    Features features{};
    std::array<double, standing_count> standing{};
    std::array<double, reading_count> reading{};
};
using ReadModel = std::array<ReadWeights, stance_count>;  // in the order of Stance

// The stance of the words of a passage picked for the claim (found: of a sentence that was found, where
// "unrelated" stands for all that is no evidence).
[[nodiscard]] Distribution judge_read(const ReadModel& model, const Features& features, Standing standing,
                                      const Reading& reading);
[[nodiscard]] const ReadModel& read_pairs_model();
[[nodiscard]] const ReadModel& read_found_model();

}  // namespace whosaid::corroboration
