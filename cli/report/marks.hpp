// An article's text cut up for marking its claims: paragraphs, and within them marks that open, close and
// nest properly, whatever the claims' spans do.
#pragma once

#include "core/claim.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid::cli {

struct MarkStep {
    enum class Kind : std::uint8_t { paragraph_begin, paragraph_end, label, open, close, text };
    Kind kind = Kind::text;
    std::uint32_t claim = 0;  // index, for label, open, close
    std::uint32_t piece = 0;  // which span of the claim's content, for label
    Span span;                // of the text, for text
};

// Paragraphs are what line breaks separate, white space at their ends left out. Each piece of a claim's
// content gets one label where it begins and is open up to its end; where marks cross, the later one is
// closed and opened again, as all are at a paragraph's end. At most `deepest` are open at a time: a piece
// beyond that keeps its label only. Spans outside the text or within a character are cut to fit. Linear but
// for sorting.
inline constexpr std::size_t deepest = 6;
[[nodiscard]] std::vector<MarkStep> mark_up(std::string_view text, const std::vector<Claim>& claims);

}  // namespace whosaid::cli
