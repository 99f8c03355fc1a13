// The evidence for and against a claim as it stood from day to day, a lane an origin: what a chart of it is
// drawn from.
#pragma once

#include "core/corroboration/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whosaid::cli {

// Passages that say the same with the same certainty on the same day. Pointers are into the Verification.
struct Moment {
    std::optional<Date> date;  // none: undated
    Stance stance = Stance::supports;
    Certainty certainty = Certainty::asserted;
    std::vector<const Evidence*> passages;  // an article once each
};

struct Lane {
    std::string name;             // of the origin, as origin_name() has it
    bool anonymous = false;       // its independence cannot be shown
    std::vector<Moment> moments;  // by day, undated last; on one day an original before its copies
};

// One lane for each origin that takes a side, be it both in turn; those heard first come first.
[[nodiscard]] std::vector<Lane> lanes_of(const Verification& verification);

}  // namespace whosaid::cli
