// Evidence as a reader takes it in: by stance, then by origin, each passage once with its copies folded under
// it.
#pragma once

#include "core/corroboration/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whosaid::cli {

// A passage and the articles that carry the same copy of it. Pointers are into the Verification grouped.
struct Passage {
    const Evidence* evidence = nullptr;
    std::vector<const Evidence*> copies;  // an article once each
};

struct OriginGroup {
    std::string name;                // empty: unknown
    std::optional<SourceKind> kind;  // where the evidence tells it
    std::string description;
    bool anonymous = false;  // its independence cannot be shown
    char reliability = 'F';  // by the desk's own file: Admiralty, A to F
    std::vector<Passage> passages;
};

// The origins of the evidence of one stance, in the order of their first passage. Evidence without an origin
// forms one group an article: what is unknown never merges.
[[nodiscard]] std::vector<OriginGroup> by_origin(const Verification& verification, Stance stance);

}  // namespace whosaid::cli
