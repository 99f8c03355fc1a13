// One invented article with everything a report writer stumbles over, and reports made from it by hand.
#pragma once

#include "cli/report/report.hpp"

#include <string>
#include <string_view>

namespace whosaid::cli::fixture {

// Claims in every certainty, one nested in another, two that overlap, one in two pieces, one in the outlet's
// own voice, one over two paragraphs; evidence in every stance, with copies, anonymous sources, no date, no
// outlet, emoji, right-to-left text, control characters and a hostile title and address.
[[nodiscard]] Report report();

// The verification of one claim by itself: disputed, with reasons.
[[nodiscard]] Verification disputed();

// Compares `actual` with the file NAME of tests/golden; with WHOSAID_UPDATE_GOLDEN=1 in the environment
// writes the file instead, for a person to look at the difference before it is committed.
void expect_golden(const std::string& name, const std::string& actual);

}  // namespace whosaid::cli::fixture
