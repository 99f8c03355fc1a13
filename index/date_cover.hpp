// A range of days as few date terms: whole years, then whole months, then days.
#pragma once

#include "core/date.hpp"

#include <array>
#include <string>
#include <vector>

namespace whosaid::index {

// The terms of one day: Y2026, M202601, D20260128.
[[nodiscard]] std::array<std::string, 3> date_terms(Date date);

// Terms whose days are exactly [first, last]; empty where last lies before first. From the left, the largest
// unit that begins there and ends within; at most 2·30 days, 2·11 months and the years between.
[[nodiscard]] std::vector<std::string> date_cover(Date first, Date last);

}  // namespace whosaid::index
