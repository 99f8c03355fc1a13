// What a desk knows of its sources, beyond what articles tell: other names, how reliable they have been, and
// which outlets belong to one house.
#pragma once

#include <string>
#include <vector>

namespace whosaid::corroboration {

// The Admiralty scale's letters: A completely reliable to E unreliable; F cannot be judged.
inline constexpr char unrated = 'F';

struct DeskSource {
    std::string name;
    std::vector<std::string> aliases;  // other names of the same source
    char reliability = unrated;
};

// A house whose outlets share their newsroom.
struct Publisher {
    std::string name;
    std::vector<std::string> outlets;
};

struct Desk {
    std::vector<DeskSource> sources;    // no name stands in two of them
    std::vector<Publisher> publishers;  // nor an outlet in two of these
};

}  // namespace whosaid::corroboration
