// Dates as texts name them, by some of their parts, and the period that such a name means.
#pragma once

#include "core/language/periods.hpp"
#include "core/language/tense.hpp"

#include <optional>

namespace whosaid::language {

// Parts that the text gives; a day comes with its month, and at most one of month, quarter and half is set.
struct NamedDate {
    std::optional<int> year = std::nullopt;
    std::optional<unsigned> month = std::nullopt;
    std::optional<unsigned> day = std::nullopt;
    std::optional<unsigned> quarter = std::nullopt;
    std::optional<unsigned> half = std::nullopt;
    std::optional<unsigned> weekday = std::nullopt;  // ISO 8601: Monday 1 to Sunday 7
};

// A name without its year means the last such period begun by the publication date, or the next not yet over,
// as `direction` says; the nearest where it says nothing, except that a bare weekday is then taken as past.
// nullopt: no such day, or a part is missing and there is no publication date.
[[nodiscard]] std::optional<Period> resolve(const NamedDate& name, std::optional<Date> published,
                                            Direction direction);

// The weekday's nearest day strictly before (step −1) or after (step +1) `date`.
[[nodiscard]] Date weekday_beside(Date date, unsigned weekday, int step);

}  // namespace whosaid::language
