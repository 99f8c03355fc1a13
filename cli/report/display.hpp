// Text for a character terminal: what may reach it, how many columns it takes, where a line may end.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

// `text` with nothing left that a terminal would obey: control characters (ESC, C1) become U+FFFD, explicit
// bidirectional embeddings and overrides disappear, invalid UTF-8 is repaired, and each run of white space
// and line breaks becomes one space, none at either end.
[[nodiscard]] std::string printable(std::string_view text);

// Columns taken by valid UTF-8: 2 for East Asian wide characters and emoji, 0 for combining marks and
// invisible format characters, 1 for the rest (Unicode's East_Asian_Width; terminals agree for most of it).
[[nodiscard]] std::size_t display_width(std::string_view text);

// The lines of `text` (as printable() leaves it), none wider than `width` columns, as spans of its bytes.
// Lines end at spaces, also beside wide characters, and within a word only where the word is wider than a
// whole line; marks stay with their base. Linear; width 0 counts as 1, and a wide character may then stand
// over.
[[nodiscard]] std::vector<Span> wrap(std::string_view text, std::size_t width);

// The first `columns` columns of `text`, at a word's end where one is near, followed by "..." when cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace whosaid::cli
