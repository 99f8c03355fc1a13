// What no text may hold, replaced by U+FFFD: bytes that are no UTF-8, NUL, half of a surrogate pair in a
// JSON escape.
#pragma once

#include "core/types.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace whosaid::corpus {

// What was replaced in a text: how often, and where first.
struct Mended {
    std::size_t places = 0;
    std::uint64_t line = 0;  // 1-based, within the text
    std::size_t byte = 0;    // 1-based, within that line
    bool foreign = false;    // bytes that are no UTF-8 were among them: perhaps another encoding

    // What was mended, as the user is told: `first_line` is the line of `file` on which the text begins.
    [[nodiscard]] Error warning(const std::string& file, std::uint64_t first_line) const;
};

// Mends `text` where it stands; cheap where there is nothing to mend.
[[nodiscard]] Mended mend(std::string& text);
// The same for a piece of JSON, where escapes too may spell what no text may hold.
[[nodiscard]] Mended mend_json(std::string& json);

}  // namespace whosaid::corpus
