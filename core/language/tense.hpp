// Whether a clause speaks of the past or of what is to come, as far as its verbs tell.
#pragma once

#include "core/language/forms.hpp"

#include <cstddef>
#include <cstdint>

namespace whosaid::language {

enum class Direction : std::uint8_t { unknown, past, future };

// For a time expression that starts at word `at`: from the nearest verb before it, else behind it, with that
// verb's auxiliaries. The tree's governor was measured too and places fewer dates right: parsers hang time
// expressions on the verb of saying. Looks at a bounded number of words.
[[nodiscard]] Direction direction_at(const Forms& forms, std::size_t at);

}  // namespace whosaid::language
