#include "core/language/named_date.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace whosaid::language {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

// News gives the year of a day that is further away than this; where the tense would put it there although
// the other year has it nearby, the tense was read wrongly.
constexpr int far_days = 300;
constexpr int near_days = 45;

unsigned weekday_of(Date date) {
    return weekday{sys_days{date}}.iso_encoding();
}

std::optional<Period> in_year(const NamedDate& name, int y) {
    if (y < 1 || y > 9999) return std::nullopt;
    const auto starting = [&](Grain grain, unsigned m) {
        return Period{grain, Date{year{y} / month{m} / day{1}}};
    };
    if (name.day && name.month) {
        const Date date{year{y} / month{*name.month} / day{*name.day}};
        if (!date.ok()) return std::nullopt;
        return Period{Grain::day, date};
    }
    if (name.month) return starting(Grain::month, *name.month);
    if (name.quarter) return starting(Grain::quarter, *name.quarter * 3 - 2);
    if (name.half) return starting(Grain::half, *name.half * 6 - 5);
    return starting(Grain::year, 1);
}

// The same name in the years around the publication date.
class Candidates {
  public:
    Candidates(const NamedDate& name, Date published) : published_(published) {
        const int y = static_cast<int>(published.year());
        for (int candidate = y - 1; candidate <= y + 1; ++candidate)
            take(in_year(name, candidate));
        if (!name.weekday) return;
        // "Friday, May 5": the weekday tells the year, where it fits one.
        for (const auto& period : periods_) {
            if (period && weekday_of(period->first) == *name.weekday) only_ = period;
        }
    }

    [[nodiscard]] std::optional<Period> choose(Direction direction) const {
        if (only_) return only_;
        const auto near = nearest();
        if (direction == Direction::unknown || !near) return near;
        std::optional<Period> chosen;
        for (const auto& period : periods_) {
            if (!period) continue;
            if (direction == Direction::past && days_between(published_, period->first) <= 0) chosen = period;
            if (direction == Direction::future && days_between(published_, last_day(*period)) >= 0 && !chosen)
                chosen = period;
        }
        if (!chosen) return near;
        if (chosen->grain == Grain::day && distance(*chosen) > far_days && distance(*near) < near_days)
            return near;
        return chosen;
    }

  private:
    void take(std::optional<Period> period) { periods_.at(count_++) = period; }

    [[nodiscard]] int distance(const Period& period) const {
        const int to_first = days_between(published_, period.first);
        const int to_last = days_between(published_, last_day(period));
        if (to_first <= 0 && to_last >= 0) return 0;
        return std::min(std::abs(to_first), std::abs(to_last));
    }

    [[nodiscard]] std::optional<Period> nearest() const {
        std::optional<Period> best;
        for (const auto& period : periods_) {
            if (period && (!best || distance(*period) < distance(*best))) best = period;
        }
        return best;
    }

    Date published_;
    std::array<std::optional<Period>, 3> periods_;
    std::size_t count_ = 0;
    std::optional<Period> only_;
};

}  // namespace

Date weekday_beside(Date date, unsigned weekday, int step) {
    const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(date)) + 7) % 7;
    if (step > 0) return plus_days(date, ahead == 0 ? 7 : ahead);
    return plus_days(date, ahead - 7);
}

std::optional<Period> resolve(const NamedDate& name, std::optional<Date> published, Direction direction) {
    if (name.year) return in_year(name, *name.year);
    if (!published) return std::nullopt;
    if (name.month || name.quarter || name.half) return Candidates(name, *published).choose(direction);
    if (!name.weekday) return std::nullopt;
    // News published on a Tuesday means that day by "on Tuesday".
    const bool ahead = direction == Direction::future;
    const Date beside = plus_days(*published, ahead ? -1 : 1);
    return Period{Grain::day, weekday_beside(beside, *name.weekday, ahead ? 1 : -1)};
}

}  // namespace whosaid::language
