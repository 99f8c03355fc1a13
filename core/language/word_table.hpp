// The bytes of the word table: what core/language/train/word_table.cpp writes and core/language/words.cpp
// reads.
//
// Little-endian. A header of six 32-bit numbers (magic, version, words, dimensions, bytes of the names,
// relations); then, an item a word in the order of the names: where each name ends in the names (32 bits);
// the names themselves, sorted; rarity in 255ths (8 bits); where each word's relations end (32 bits); the
// relations (32 bits each: word · 8 + kind); the vectors, `dimensions` signed bytes a word, of length 127 or
// all 0.
#pragma once

#include <cstdint>

namespace whosaid::language {

inline constexpr std::uint32_t word_table_magic = 0x54575357;  // "WSWT"
inline constexpr std::uint32_t word_table_version = 1;
inline constexpr std::uint32_t word_table_relation_bits = 3;

}  // namespace whosaid::language
