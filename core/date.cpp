#include "core/date.hpp"

#include <fmt/format.h>

namespace whosaid {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

// The decimal number in exactly text[pos, pos + length), or nullopt.
std::optional<int> digits(std::string_view text, std::size_t pos, std::size_t length) {
    if (pos + length > text.size()) return std::nullopt;
    int value = 0;
    for (char c : text.substr(pos, length)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Date last_of(year y, month m) {
    return Date{y / m / std::chrono::last};
}

// Monday of ISO week `week`: week 1 holds 4 January.
Date monday_of_week(year y, int week) {
    const sys_days fourth{y / std::chrono::January / 4};
    const std::chrono::weekday wd{fourth};
    return Date{fourth - days{static_cast<int>(wd.iso_encoding()) - 1} + days{7 * (week - 1)}};
}

std::optional<DateRange> single(std::string_view v) {
    if (v.size() >= 10) {
        const auto d = parse_date(v);
        if (!d) return std::nullopt;
        return DateRange{d, d};
    }
    if (v.size() == 4 && v[3] == 'X') {
        const auto decade = digits(v, 0, 3);
        if (!decade) return std::nullopt;
        return DateRange{Date{year{*decade * 10} / 1 / 1}, Date{year{*decade * 10 + 9} / 12 / 31}};
    }
    const auto y = digits(v, 0, 4);
    if (!y) return std::nullopt;
    const year yy{*y};
    if (v.size() == 4) return DateRange{Date{yy / 1 / 1}, Date{yy / 12 / 31}};
    if (v[4] != '-') return std::nullopt;
    if (v.size() == 7 && v[5] == 'Q') {
        const auto q = digits(v, 6, 1);
        if (!q || *q < 1 || *q > 4) return std::nullopt;
        const month first{static_cast<unsigned>(*q * 3 - 2)};
        return DateRange{Date{yy / first / 1}, last_of(yy, first + std::chrono::months{2})};
    }
    if (v.size() == 7 && v[5] == 'H') {
        const auto h = digits(v, 6, 1);
        if (!h || *h < 1 || *h > 2) return std::nullopt;
        return *h == 1 ? DateRange{Date{yy / 1 / 1}, Date{yy / 6 / 30}}
                       : DateRange{Date{yy / 7 / 1}, Date{yy / 12 / 31}};
    }
    if (v.size() == 8 && v[5] == 'W') {
        const auto w = digits(v, 6, 2);
        if (!w || *w < 1 || *w > 53) return std::nullopt;
        const Date monday = monday_of_week(yy, *w);
        return DateRange{monday, plus_days(monday, 6)};
    }
    if (v.size() == 7) {
        const auto m = digits(v, 5, 2);
        if (!m || *m < 1 || *m > 12) return std::nullopt;
        const month mm{static_cast<unsigned>(*m)};
        return DateRange{Date{yy / mm / 1}, last_of(yy, mm)};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
    const auto y = digits(iso, 0, 4);
    const auto m = digits(iso, 5, 2);
    const auto d = digits(iso, 8, 2);
    if (!y || !m || !d) return std::nullopt;
    const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date plus_days(Date date, int count) {
    return Date{sys_days{date} + days{count}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

std::optional<DateRange> days_of(std::string_view value) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return single(value);
    const auto open_end = [](std::string_view part) { return part == ".." || part.empty(); };
    const auto from = value.substr(0, slash);
    const auto to = value.substr(slash + 1);
    DateRange range;
    if (!open_end(from)) {
        const auto r = single(from);
        if (!r) return std::nullopt;
        range.first = r->first;
    }
    if (!open_end(to)) {
        const auto r = single(to);
        if (!r) return std::nullopt;
        range.last = r->last;
    }
    if (!range.first && !range.last) return std::nullopt;
    return range;
}

}  // namespace whosaid
