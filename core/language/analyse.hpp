// Text to Document: sentences, words, tags, trees, names, entities, times and quantities, by the models in
// the binary.
#pragma once

#include "core/language/document.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace whosaid::language {

// The neural parser reads better, the linear one several times as fast (train/MODEL.md has the figures).
enum class Parser : std::uint8_t { neural, linear };

// `text` must be valid UTF-8 (text::first_invalid). Relative times are resolved against `date`; without one
// they keep no value and are left out. Never fails: any text gives a Document, in time linear in its length.
[[nodiscard]] Document analyse(std::string_view text, std::optional<Date> date,
                               Parser parser = Parser::neural);

// The lower-level step: sentences, words, tags, trees, and names as the tagger sees them (the Document's
// entities, times and numbers stay empty).
[[nodiscard]] Document parse(std::string_view text, Parser parser = Parser::neural);

}  // namespace whosaid::language
