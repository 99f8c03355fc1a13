// Quotations of a text: what stands between quotation marks, over sentences and paragraphs.
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid::text {

struct Quotation {
    Span span;                    // with its marks
    std::uint32_t paragraph = 0;  // index into the paragraphs handed in
    bool closed = true;           // false: the paragraph ends inside it
    bool continues_last = false;  // the last paragraph ended inside a quotation which this one takes up again
};

// Outermost quotations in order of the text. Marks: “ ” „ « » " ‘ ’ ' and `` ''. An apostrophe is told from a
// closing mark by its neighbours; a quotation never crosses a paragraph, since every paragraph of a longer
// one opens anew.
[[nodiscard]] std::vector<Quotation> quotations(std::string_view text, const std::vector<Span>& paragraphs);

}  // namespace whosaid::text
