// Days and calendar intervals as the rest of the program needs them: ISO 8601 in, ISO 8601 out.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid {

using Date = std::chrono::year_month_day;  // always ok() where it stands in our types

// "2026-01-28"; also the date of a timestamp ("2026-01-28T09:00:00Z", "2026-01-28 09:00"). Anything else:
// nullopt.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] std::string to_string(Date date);  // "2026-01-28"
[[nodiscard]] Date plus_days(Date date, int days);
[[nodiscard]] int days_between(Date from, Date to);  // to − from

// First and last day covered by a time value as TimeExpression::value writes them: 2026-01-28, 2026-02,
// 2026-W05, 2026-Q1, 2026-H2, 2017, 201X (decade), intervals "a/b" of these; an open end "2017/.." has the
// far end nullopt. Times of day ("2026-01-28T09:30") count as their day. Durations (P3D) and unknown forms:
// nullopt.
struct DateRange {
    std::optional<Date> first;
    std::optional<Date> last;
};
[[nodiscard]] std::optional<DateRange> days_of(std::string_view value);

}  // namespace whosaid
