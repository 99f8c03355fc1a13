// How certainty, date and side of a claim moved from passage to passage, and where a carrier hardened it.
#pragma once

#include "core/corroboration/analysed.hpp"
#include "core/corroboration/evidence.hpp"

#include <memory>
#include <span>
#include <vector>

namespace whosaid::corroboration {

// The evidence of `verification` in order of publication (undated last; on one day an original before its
// copies, then by id), each with its moves. `articles`: those compared with; evidence whose article is not
// among them has neither times nor copies.
//
// What a passage moved from is, in this order: the passage of another copy of the same article that it is
// most like; the latest passage of the same origin on an earlier day (on one day nobody can tell which was
// first); for what the outlet says in its own voice, the same words of a source in the same article that is
// less sure. Quadratic in the evidence of one claim.
[[nodiscard]] std::vector<TimelineEntry> timeline(const Verification& verification,
                                                  std::span<const std::shared_ptr<const Analysed>> articles);

}  // namespace whosaid::corroboration
