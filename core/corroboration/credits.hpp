// Credit notices: the lines by which an article says whose copy it carries.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

struct Credits {
    std::vector<std::string> agencies;  // as written, in order, each once: "PTI", "Harbour Wire"
    // Datelines and credit lines, in order, apart from each other: no part of the copy itself. A credit
    // inside a sentence ("..., Harbour Wire reported") names an agency but is no notice.
    std::vector<Span> notices;
};

// Datelines ("NAIROBI (Harbour Wire) —") in the first paragraphs; "(PTI)", "— Harbour Wire", "with inputs
// from X", "published from a syndicated feed" in the last; "X reported", "told X", "according to X" of
// agencies anywhere. `text` is valid UTF-8. Linear.
[[nodiscard]] Credits credits(std::string_view text);

// "The Harbour Wire" and "harbour wire" are one outlet: case, punctuation and the article left out.
[[nodiscard]] std::string outlet_key(std::string_view name);

}  // namespace whosaid::corroboration
