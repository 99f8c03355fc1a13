#include "core/language/periods.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace whosaid::language {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

int year_of(Date date) {
    return static_cast<int>(date.year());
}

unsigned month_of(Date date) {
    return static_cast<unsigned>(date.month());
}

int months_in(Grain grain) {
    switch (grain) {
        case Grain::month:
            return 1;
        case Grain::quarter:
            return 3;
        case Grain::half:
            return 6;
        case Grain::year:
            return 12;
        case Grain::decade:
            return 120;
        case Grain::day:
        case Grain::week:
            break;
    }
    return 0;
}

std::string iso_week(Date monday) {
    // A week belongs to the year of its Thursday.
    const Date thursday = plus_days(monday, 3);
    const int week = days_between(Date{thursday.year() / 1 / 1}, thursday) / 7 + 1;
    return fmt::format("{:04}-W{:02}", year_of(thursday), week);
}

}  // namespace

Period period_of(Date date, Grain grain) {
    if (grain == Grain::day) return {grain, date};
    if (grain == Grain::week) {
        const std::chrono::weekday weekday{sys_days{date}};
        return {grain, plus_days(date, 1 - static_cast<int>(weekday.iso_encoding()))};
    }
    const int size = months_in(grain);
    const int months = year_of(date) * 12 + static_cast<int>(month_of(date)) - 1;
    const int start = months / size * size;
    return {grain, Date{year{start / 12}, month{static_cast<unsigned>(start % 12 + 1)}, day{1}}};
}

Date last_day(const Period& period) {
    switch (period.grain) {
        case Grain::day:
            return period.first;
        case Grain::week:
            return plus_days(period.first, 6);
        default:
            return plus_days(Date{period.first + std::chrono::months{months_in(period.grain)}}, -1);
    }
}

std::optional<Period> shifted(const Period& period, int count) {
    constexpr int widest = 4'000'000;  // days in ten thousand years, rounded up
    if (std::abs(count) > widest) return std::nullopt;
    Date first = period.first;
    if (period.grain == Grain::day || period.grain == Grain::week) {
        first = plus_days(first, period.grain == Grain::day ? count : 7 * count);
    } else {
        const int months = year_of(first) * 12 + static_cast<int>(month_of(first)) - 1;
        const long long moved = months + static_cast<long long>(count) * months_in(period.grain);
        if (moved < 12 || moved >= 120'000) return std::nullopt;
        first = Date{year{static_cast<int>(moved / 12)}, month{static_cast<unsigned>(moved % 12 + 1)},
                     first.day()};
    }
    if (year_of(first) < 1 || year_of(first) > 9999) return std::nullopt;
    return Period{period.grain, first};
}

std::string iso(const Period& period) {
    const int y = year_of(period.first);
    const unsigned m = month_of(period.first);
    switch (period.grain) {
        case Grain::day:
            return to_string(period.first);
        case Grain::week:
            return iso_week(period.first);
        case Grain::month:
            return fmt::format("{:04}-{:02}", y, m);
        case Grain::quarter:
            return fmt::format("{:04}-Q{}", y, (m + 2) / 3);
        case Grain::half:
            return fmt::format("{:04}-H{}", y, m < 7 ? 1 : 2);
        case Grain::year:
            return fmt::format("{:04}", y);
        case Grain::decade:
            return fmt::format("{:03}X", y / 10);
    }
    return {};
}

std::string iso(const Stretch& stretch) {
    return stretch.from == stretch.to ? iso(stretch.from) : iso(stretch.from) + "/" + iso(stretch.to);
}

}  // namespace whosaid::language
