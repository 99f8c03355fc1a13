// Units of measure and currencies: spellings of the news to one name each.
#pragma once

#include "core/language/forms.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::language {

struct UnitPhrase {
    std::string name;     // "km", "km/h", "%", "USD", "hour"
    std::size_t end = 0;  // word behind it
};

// The unit that starts at word `at`: "per cent", "kilometres an hour", "°C", "Australian dollars".
[[nodiscard]] std::optional<UnitPhrase> unit_at(const Forms& forms, std::size_t at);

// ISO 4217 code of a sign or code before the number: "$", "US$", "Rs", "EUR"; empty: none. `written` as in
// the text, since codes are capitals.
[[nodiscard]] std::string_view currency_before(std::string_view written);

// What a unit of measure is of another of its kind: 1 mile is 1609.344 m, 1 week 7 days.
struct Measure {
    std::string_view of;
    double factor = 1;
};
// Of units by their name here; a unit that has no others of its kind is its own measure.
[[nodiscard]] Measure measure_of(std::string_view unit);

// Singular of a plural noun by its ending; for words that came without a lemma.
[[nodiscard]] std::string singular(std::string_view plural);

}  // namespace whosaid::language
