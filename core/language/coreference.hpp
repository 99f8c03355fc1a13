// Who is meant by a personal pronoun of the third person: he, she, it, they, in all their forms.
//
// One pass over the text keeps the persons and things spoken of so far, names and common nouns alike, and
// ranks those that a pronoun may stand for by salience (Lappin & Leass 1994): nearness, grammatical role, how
// often and how they were mentioned. What gender, number or binding (no pronoun stands for another argument
// of its own verb) forbids is no candidate.
#pragma once

#include "core/language/document.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::language {

struct Antecedent {
    std::uint32_t sentence = 0;  // of the pronoun
    std::uint32_t word = 0;      // the pronoun, by its index in the sentence
    // Head word of the nearest mention that is no pronoun; where the chain holds pronouns alone, its last.
    std::uint32_t antecedent_sentence = 0;
    std::uint32_t antecedent_word = 0;
    std::optional<std::uint32_t>
        entity;              // index into Document::entities, where somebody or something named is meant
    double confidence = 0;   // 0 to 1: how far ahead of the next candidate it is
    std::string_view sieve;  // what decided: "reflexive", "subject ahead", "only candidate", "salience"
};

// In order of the text; pronouns without a candidate, and "it" as a mere placeholder ("it rains"), are left
// out. Linear in the length of the text: no pronoun looks back further than a fixed number of mentions.
[[nodiscard]] std::vector<Antecedent> resolve_pronouns(std::string_view text, const Document& document);

}  // namespace whosaid::language
