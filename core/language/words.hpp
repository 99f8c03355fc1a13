// What is known of single English words: how common they are, how WordNet relates them, and how alike their
// use is (word vectors). One immutable table in the binary, made by core/language/train/word_table.cpp;
// MODEL.md tells from what.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace whosaid::language {

using WordId = std::uint32_t;

enum class WordRelation : std::uint8_t {
    synonym,     // share one of their first senses
    antonym,     // rise and fall
    derivation,  // invite and invitation, Egypt and Egyptian
    broader,     // the first names a kind of the second: sedan, car
    part_of,     // the first lies in the second: Cairo, Egypt
};
struct RelatedWord {
    WordId word = 0;
    WordRelation relation = WordRelation::synonym;
};

// `lemma` in lower case; several words are joined by "_" ("call_in", "new_delhi"). nullopt: not in the table.
[[nodiscard]] std::optional<WordId> word_id(std::string_view lemma);
[[nodiscard]] std::string_view word_of(WordId word);

// 0 (the commonest words) to 1 (rare words, and those the table does not know): the rank in a large corpus of
// news, on a logarithmic scale.
[[nodiscard]] double rarity(std::string_view lemma);

// The table's relations that start from `word`, in order of the words.
[[nodiscard]] std::span<const RelatedWord> related_words(WordId word);
// Whether a relation holds from a to b, or, but for `broader` and `part_of`, from b to a.
[[nodiscard]] bool related(WordId a, WordId b, WordRelation relation);

// Adds `weight` times the word's vector, of length 1, to `sum`, which is empty at first.
// Words without a vector add nothing.
void add_vector(WordId word, double weight, std::vector<double>& sum);

// Cosine of the vectors, −1 to 1; 0 where one of the words has none.
[[nodiscard]] double likeness(WordId a, WordId b);

}  // namespace whosaid::language
