#include "tests/bench/clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

namespace whosaid::bench {
namespace {

double seconds(clockid_t clock) {
    std::timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

double thread_seconds() {
    return seconds(CLOCK_THREAD_CPUTIME_ID);
}

double process_seconds() {
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

double percentile(std::vector<double> values, double p) {
    if (values.empty()) return 0;
    const double rank = std::ceil(p * static_cast<double>(values.size()));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

void show(std::string_view name, double value) {
    fmt::print("{} {}\n", name, value >= 1000 ? fmt::format("{:.0f}", value) : fmt::format("{:.4g}", value));
    std::fflush(stdout);
}

}  // namespace whosaid::bench
