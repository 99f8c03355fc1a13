// A copy laid beside the article it is taken from: what they share word for word, and what only one of them
// says.
#pragma once

#include "core/article.hpp"
#include "core/types.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

// The same words in the same order, punctuation and case apart.
struct SharedPassage {
    Span copy;   // in the copy's text
    Span first;  // in the other's
    std::size_t words = 0;
};

struct Overlap {
    std::vector<SharedPassage> longest;  // longest first, apart from each other; five at most
    std::vector<Span> added;     // sentences of the copy of which the other has less than half, in order
    std::vector<Span> left_out;  // the same of the other
};

// Credit notices are no part of either text. Of texts longer than 20 000 words the beginning is looked at.
[[nodiscard]] Overlap overlap(const Article& copy, const Article& first);

// Where the article credits the agency: the notice that names it, else the first sentence that does.
[[nodiscard]] std::optional<Span> credit_line(const Article& article, std::string_view agency);

}  // namespace whosaid::corroboration
