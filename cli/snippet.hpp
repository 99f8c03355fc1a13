// The piece of a text that shows why a query found it.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

// The words of a query that may stand in a text: operators and fields left out, case folded.
[[nodiscard]] std::vector<std::string> query_words(std::string_view query);

struct Snippet {
    std::string text;         // a piece of the text, printable, "..." where it is cut
    std::vector<Span> words;  // of `text`: the words of the query and other forms of them
};
// About `width` bytes around the first place where most of `words` stand close together; the beginning where
// none does.
[[nodiscard]] Snippet snippet(std::string_view text, const std::vector<std::string>& words,
                              std::size_t width);
// The snippet's text, its words in bold where `colour`.
[[nodiscard]] std::string highlighted(const Snippet& snippet, bool colour);

}  // namespace whosaid::cli
