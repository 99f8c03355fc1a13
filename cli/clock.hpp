// The one place that reads the clock.
#pragma once

#include "core/date.hpp"

#include <string>

namespace whosaid::cli {

[[nodiscard]] Date today();  // UTC
// Now in UTC, "2026-02-01T09:30:00Z"; the time of $SOURCE_DATE_EPOCH where that is set.
[[nodiscard]] std::string now();

}  // namespace whosaid::cli
