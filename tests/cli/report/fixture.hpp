// One invented article with everything a report writer stumbles over, and reports made from it by hand.
#pragma once

#include "cli/report/report.hpp"

namespace whosaid::cli::fixture {

// Claims in every certainty, one nested in another, two that overlap, one in two pieces, one in the outlet's
// own voice, one over two paragraphs; evidence in every stance, with copies, anonymous sources, no date, no
// outlet, emoji, right-to-left text, control characters and a hostile title and address.
[[nodiscard]] Report report();

// The verification of one claim by itself: disputed, with reasons.
[[nodiscard]] Verification disputed();

}  // namespace whosaid::cli::fixture
