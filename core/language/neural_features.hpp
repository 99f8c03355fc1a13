// What the neural parser reads of a word: itself, its beginning and ending, its shape. Training asks for the
// same through whosaid-sentences, so that a row of an embedding means the same to both.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace whosaid::language {

// Sizes of the tables that beginnings, endings and shapes are hashed to.
inline constexpr std::uint32_t suffix3_rows = 8192;
inline constexpr std::uint32_t suffix2_rows = 1024;
inline constexpr std::uint32_t prefix3_rows = 4096;
inline constexpr std::uint32_t shape_rows = 512;

// The form under which the vocabulary knows a normal form (normal_form() of features.hpp): in lower case,
// every digit a zero.
[[nodiscard]] std::string vocabulary_form(std::string_view normal_form);

struct NeuralFeatures {
    std::uint32_t word = 0;                                          // key_of(hash_of(vocabulary form))
    std::uint32_t suffix3 = 0, suffix2 = 0, prefix3 = 0, shape = 0;  // rows; of the vocabulary form's bytes
};
[[nodiscard]] NeuralFeatures neural_features(std::string_view normal_form);

}  // namespace whosaid::language
