// CPU time, which other programs on the machine disturb less than the time on the wall.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace whosaid::bench {

[[nodiscard]] double thread_seconds();   // CPU time of this thread
[[nodiscard]] double process_seconds();  // CPU time of all threads

// The value that a share `p` (0 to 1) of `values` does not exceed; 0 of none. Nearest rank.
[[nodiscard]] double percentile(std::vector<double> values, double p);

// "name value", four significant digits.
void show(std::string_view name, double value);

}  // namespace whosaid::bench
