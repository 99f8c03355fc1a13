// Text to Document: sentences, words, tags, trees, names, entities, times and quantities, by the models in
// the binary.
#pragma once

#include "core/language/document.hpp"

#include <optional>
#include <string_view>

namespace whosaid::language {

// `text` must be valid UTF-8 (text::first_invalid). Relative times are resolved against `date`; without one
// they keep no value and are left out. Never fails: any text gives a Document, in time linear in its length.
[[nodiscard]] Document analyse(std::string_view text, std::optional<Date> date);

// The lower-level step: sentences, words, tags and trees alone (Document's names, times and numbers stay
// empty).
[[nodiscard]] Document parse(std::string_view text);

}  // namespace whosaid::language
