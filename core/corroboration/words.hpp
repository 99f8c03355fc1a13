// The words of a text as comparison of copies sees them: case folded, punctuation dropped.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

struct PlainWord {
    Span span;             // in the text, without surrounding punctuation
    std::string folded;    // case folded; apostrophes and the commas inside numbers left out
    bool capital = false;  // its first letter is upper case
    bool number = false;   // begins with a digit
};

// Runs of letters and digits, apostrophes and digit-group commas inside them joined. Linear in the range.
[[nodiscard]] std::vector<PlainWord> plain_words(std::string_view text, Span range);

}  // namespace whosaid::corroboration
