// Numbers in digits and words: "1,50,000", "2.4 million", "twenty-three", "half a dozen", "two and a half",
// "two-thirds".
#pragma once

#include "core/language/forms.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace whosaid::language {

struct Number {
    double value = 0;       // finite
    std::size_t end = 0;    // word behind the number
    double scale = 1;       // of "2.4 million": 1e6; lends itself to the lower end of "2 to 3 million"
    bool digits = false;    // written in digits
    bool fraction = false;  // "a third", "two-thirds", "half"
};

// The number that starts at word `at`, with its multiplier. Ordinals, clock times, dates, vague numbers ("a
// few hundred") and a lone "a" are none; "one" is one, since only its surroundings tell the pronoun.
[[nodiscard]] std::optional<Number> number_at(const Forms& forms, std::size_t at);

// The value of digits as newspapers group them: "51,000", "1,50,000", "2.4"; nullopt for anything else and
// for more digits than any quantity has.
[[nodiscard]] std::optional<double> digits_value(std::string_view form);

// 1 to 31 of "first", "21st", "third"; nullopt for other words.
[[nodiscard]] std::optional<int> ordinal_value(std::string_view form);

}  // namespace whosaid::language
