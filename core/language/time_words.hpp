// Words that time expressions are made of: months, weekdays, units and the like, as one sorted table.
#pragma once

#include <cstdint>
#include <string_view>

namespace whosaid::language {

enum class TimeWordKind : std::uint8_t {
    none,
    month,        // value 1 to 12
    short_month,  // an abbreviation: a date only beside a number or with its full stop
    weekday,      // value as in ISO 8601: Monday 1 to Sunday 7
    short_weekday,
    unit,      // value: a TimeUnit
    day,       // yesterday, today, tomorrow, tonight, overnight; value: days from the publication
    day_part,  // morning ... night
    relation,  // last, next, this ...; value −1, 0, 1
    edge,      // beginning, end, middle of something
    stage,     // early, late, mid: part of the expression, not of its value
};

enum class TimeUnit : std::uint8_t {
    minute,
    hour,
    day,
    weekend,
    week,
    fortnight,
    month,
    quarter,
    year,
    decade
};

struct TimeWord {
    TimeWordKind kind = TimeWordKind::none;
    int value = 0;
};

[[nodiscard]] TimeWord time_word(std::string_view form);  // lower case, without an abbreviation's full stop

}  // namespace whosaid::language
