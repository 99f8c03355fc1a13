// Abbreviations written with a full stop, and what they say about the end of a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace whosaid::text {

enum class Abbreviation : std::uint8_t {
    none,
    title,   // a name follows ("Gen.", "Mr."): never ends a sentence
    number,  // a number follows ("No.", "pp."): ends one only before no digit
    month,   // "Jan.": a day or year follows as a rule
    other,   // may end a sentence ("Inc.", "etc.")
};

// `word` as written, without its final full stop.
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

// Letters with full stops between them: "U.S", "p.m", "J.K" (the final full stop left out).
[[nodiscard]] bool is_dotted(std::string_view word);

}  // namespace whosaid::text
