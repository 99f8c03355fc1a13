// One invented article with everything a report writer stumbles over, and reports made from it by hand.
#pragma once

#include "cli/report/report.hpp"

#include <string>
#include <utility>
#include <vector>

namespace whosaid::cli::fixture {

// Claims in every certainty, one nested in another, two that overlap, one in two pieces, one in the outlet's
// own voice, one over two paragraphs; evidence in every stance, with copies, anonymous sources, no date, no
// outlet, emoji, right-to-left text, control characters and a hostile title and address.
[[nodiscard]] Report report();

// Reports that are hard to write, by name: that one; hostile words in every field; nothing at all; an article
// without date, outlet, title or named source; claims without verifications; 2,000 claims; crowded().
[[nodiscard]] std::vector<std::pair<std::string, Report>> odd_reports();
// The one with hostile words: what no document may hold, or must escape, and what a spreadsheet would
// compute.
[[nodiscard]] Report hostile();

// One claim with more evidence than a drawing has room for: origins in several scripts, long names with and
// without spaces, copies, months and single days apart, undated, on both sides.
[[nodiscard]] Report crowded();

// The verification of one claim by itself: disputed, with reasons.
[[nodiscard]] Verification disputed();

}  // namespace whosaid::cli::fixture
