#include "index/date_cover.hpp"

#include "index/schema.hpp"

#include <fmt/format.h>

namespace whosaid::index {

std::array<std::string, 3> date_terms(Date date) {
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    return {fmt::format("{}{:04}", year_prefix, year), fmt::format("{}{:04}{:02}", month_prefix, year, month),
            fmt::format("{}{:04}{:02}{:02}", day_prefix, year, month, static_cast<unsigned>(date.day()))};
}

std::vector<std::string> date_cover(Date first, Date last) {
    using namespace std::chrono;
    std::vector<std::string> terms;
    while (first <= last) {
        const auto [year_term, month_term, day_term] = date_terms(first);
        const Date year_end = first.year() / December / 31;
        const Date month_end = first.year() / first.month() / std::chrono::last;
        Date end = first;
        if (first.month() == January && first.day() == std::chrono::day{1} && year_end <= last) {
            terms.push_back(year_term);
            end = year_end;
        } else if (first.day() == std::chrono::day{1} && month_end <= last) {
            terms.push_back(month_term);
            end = month_end;
        } else {
            terms.push_back(day_term);
        }
        first = plus_days(end, 1);
    }
    return terms;
}

}  // namespace whosaid::index
