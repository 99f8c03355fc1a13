// Countries by the words that stand for them: capitals ("Cairo has asked"), adjectives and peoples ("the
// Egyptians"), by WordNet; names as ICU displays them in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// All that ICU displays, in the order of their codes.
[[nodiscard]] const std::vector<std::string>& country_names();

// "egypt", "Great Britain" → "Egypt", "United Kingdom". nullopt: no country of today.
[[nodiscard]] std::optional<std::string> country_named(std::string_view name);

// "New Delhi" → "India": of national capitals alone.
[[nodiscard]] std::optional<std::string> country_of_capital(std::string_view city);

// "Paraguayan", "Paraguayans" → "Paraguay". nullopt also where the word may mean people of two countries.
[[nodiscard]] std::optional<std::string> country_of_people(std::string_view adjective);

// "bolivia" → "Bolivian". Empty where WordNet knows none, or one that another country shares.
[[nodiscard]] std::string adjective_of_country(std::string_view country);

}  // namespace whosaid::language
