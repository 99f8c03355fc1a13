// Calendar periods: days, weeks, months ... decades, as time expressions name them.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace whosaid::language {

enum class Grain : std::uint8_t { day, week, month, quarter, half, year, decade };

struct Period {
    Grain grain = Grain::day;
    Date first;  // its first day; ISO weeks start on Monday
    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] Period period_of(Date date, Grain grain);  // the one that holds the day
[[nodiscard]] Date last_day(const Period& period);
// The period `count` further on (back where negative); nullopt outside the years 1 to 9999.
[[nodiscard]] std::optional<Period> shifted(const Period& period, int count);
// 2026-01-28, 2026-W05, 2026-02, 2026-Q1, 2026-H1, 2026, 202X.
[[nodiscard]] std::string iso(const Period& period);

// From the first day of one period to the last of another; the same twice: just that period.
struct Stretch {
    Period from;
    Period to;
};
[[nodiscard]] std::string iso(const Stretch& stretch);  // "2026-02", "2026-02-03/2026-02-05"

}  // namespace whosaid::language
