#include "core/language/time_grammar.hpp"

#include "core/language/numbers.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace whosaid::language {
namespace {

using Kind = TimeWordKind;

constexpr std::string_view mid_prefix = "mid-";

// Counts beyond this are no time that a calendar knows.
constexpr double largest_count = 5000;

TimePhrase named(std::size_t begin, std::size_t end, const NamedDate& date) {
    return {begin, end, date, std::nullopt, std::nullopt};
}

TimePhrase known(std::size_t begin, std::size_t end, const Stretch& days) {
    return {begin, end, std::nullopt, std::nullopt, days};
}

std::optional<TimePhrase> known(std::size_t begin, std::size_t end, const std::optional<Period>& period) {
    if (!period) return std::nullopt;
    return known(begin, end, Stretch{*period, *period});
}

// Calendar steps of a unit: "two fortnights" are four weeks.
struct Step {
    Grain grain;
    int size;
};
std::optional<Step> step_of(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::day:
            return Step{Grain::day, 1};
        case TimeUnit::week:
            return Step{Grain::week, 1};
        case TimeUnit::fortnight:
            return Step{Grain::week, 2};
        case TimeUnit::month:
            return Step{Grain::month, 1};
        case TimeUnit::quarter:
            return Step{Grain::quarter, 1};
        case TimeUnit::year:
            return Step{Grain::year, 1};
        case TimeUnit::decade:
            return Step{Grain::year, 10};
        case TimeUnit::minute:
        case TimeUnit::hour:
        case TimeUnit::weekend:
            break;
    }
    return std::nullopt;
}

// The calendar's own periods: "this week", "last decade".
std::optional<Grain> grain_of(TimeUnit unit) {
    if (unit == TimeUnit::decade) return Grain::decade;
    const auto step = step_of(unit);
    return step && step->size == 1 ? std::optional(step->grain) : std::nullopt;
}

std::optional<int> number_of_digits(std::string_view form, std::size_t least, std::size_t most) {
    if (form.size() < least || form.size() > most) return std::nullopt;
    int value = 0;
    for (const char c : form) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> valid(int y, int m, int d) {
    if (y < 1 || m < 1 || d < 1) return std::nullopt;
    const Date date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                    std::chrono::day{static_cast<unsigned>(d)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// "2026-01-28", "28.01.2026", "28/01/2026"; where day and month could change places: nullopt.
std::optional<Date> date_in_digits(std::string_view form) {
    if (form.size() == 10 && form[4] == '-') return parse_date(form);
    const std::size_t first = form.find_first_of("./");
    if (first == std::string_view::npos || form.size() > 10) return std::nullopt;
    const std::size_t second = form.find(form[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto a = number_of_digits(form.substr(0, first), 1, 2);
    const auto b = number_of_digits(form.substr(first + 1, second - first - 1), 1, 2);
    const auto y = number_of_digits(form.substr(second + 1), 4, 4);
    if (!a || !b || !y) return std::nullopt;
    if (form[first] == '.' || *a > 12 || *a == *b) return valid(*y, *b, *a);
    return *b > 12 ? valid(*y, *a, *b) : std::nullopt;
}

bool plural_noun(const Forms& forms, std::size_t i) {
    const std::string_view form = forms[i];
    if (!forms.lower_word(i)) return false;
    const std::string_view tag = forms.sentence().words[i].xpos;
    if (!tag.empty()) return tag == "NNS";
    return form == "people" || form == "men" || form == "women" || form == "children" ||
           (form.size() > 3 && form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us"));
}

}  // namespace

TimeGrammar::TimeGrammar(const Forms& forms, std::optional<Date> published, std::optional<Period> reference)
    : forms_(forms), published_(published), reference_(reference) {}

// "the first visit in nine years" looks back.
bool TimeGrammar::superlative_before(std::size_t i) const {
    constexpr std::size_t reach = 12;
    for (std::size_t back = 1; back <= reach && back <= i; ++back) {
        if (forms_.sentence().words[i - back].xpos == "JJS" ||
            forms_.one_of(i - back, {"biggest", "first", "highest", "largest", "lowest", "only", "worst"}))
            return true;
    }
    return false;
}

// Whether a noun or adjective follows, which an ordinal would belong to: "on the 14th floor".
bool TimeGrammar::counts_nouns(std::size_t i) const {
    if (!forms_.lower_word(i)) return false;
    return !forms_.one_of(i, {"a",    "after", "an",   "and", "as",   "at",    "before", "but", "by",  "for",
                              "from", "he",    "her",  "his", "in",   "it",    "its",    "or",  "she", "that",
                              "the",  "their", "they", "to",  "when", "where", "which",  "with"});
}

// ---- words --------------------------------------------------------------------------------------------

std::string_view TimeGrammar::form(std::size_t i) const {
    std::string_view bare = forms_.bare(i);
    if (bare.size() > mid_prefix.size() && bare.starts_with(mid_prefix))
        bare.remove_prefix(mid_prefix.size());
    return bare;
}

bool TimeGrammar::is_unit(std::size_t i, TimeUnit unit) const {
    const TimeWord w = word(i);
    return w.kind == Kind::unit && w.value == static_cast<int>(unit);
}

bool TimeGrammar::capital(std::size_t i) const {
    std::string_view written = forms_.written(i);
    if (forms_.bare(i).starts_with(mid_prefix)) written.remove_prefix(mid_prefix.size());
    return text::is_upper(text::character_at(written, 0).value);
}

std::optional<unsigned> TimeGrammar::day_number(std::size_t i) const {
    std::string_view digits = forms_[i];
    if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
    if (const auto ordinal = ordinal_value(digits)) return static_cast<unsigned>(*ordinal);
    const auto value = number_of_digits(digits, 1, 2);
    if (!value || *value < 1 || *value > 31) return std::nullopt;
    return static_cast<unsigned>(*value);
}

std::optional<int> TimeGrammar::year_number(std::size_t i) const {
    const auto value = number_of_digits(form(i), 4, 4);
    return value && *value >= 1000 && *value < 2200 ? value : std::nullopt;
}

// Months are names and words besides: "may", "march", "June Smith", "Sept".
bool TimeGrammar::names_month(std::size_t i) const {
    const TimeWord w = word(i);
    if ((w.kind != Kind::month && w.kind != Kind::short_month) || !capital(i)) return false;
    if (day_number(i + 1) || year_number(i + 1) || day_number(i - 1)) return true;
    if (forms_[i].starts_with(mid_prefix)) return true;
    const bool introduced =
        forms_.one_of(i - 1, {"after", "before", "between", "by",      "during", "early", "end",
                              "every", "from",   "in",      "last",    "late",   "mid",   "next",
                              "of",    "since",  "this",    "through", "till",   "to",    "until"});
    if (w.kind == Kind::short_month) return forms_[i].ends_with('.');
    if (introduced) return true;
    const bool listed =
        (forms_.one_of(i - 1, {"and", "or", ",", "-", "–"})) && word(i - 2).kind == Kind::month;
    if (listed) return true;
    if (w.value == 3 || w.value == 5) return false;
    // "June Smith" is a person, "June Tuesday" nothing.
    const bool name_follows = forms_.capital(i + 1) && word(i + 1).kind == Kind::none;
    return !name_follows;
}

bool TimeGrammar::names_weekday(std::size_t i) const {
    const TimeWord w = word(i);
    if (!forms_.capital(i)) return false;
    if (forms_.one_of(
            i - 1, {"ash", "black", "bloody", "cyber", "easter", "every", "each", "good", "palm", "super"}))
        return false;
    if (w.kind == Kind::weekday) return true;
    return w.kind == Kind::short_weekday &&
           (forms_[i].ends_with('.') || day_number(i + 1) || names_month(i + 1));
}

// The year behind a month, quarter or half: "2026", ", 2026", "of 2026", "last year", "that year".
std::optional<TimeGrammar::Tail> TimeGrammar::year_behind(std::size_t i) const {
    if (const auto year = year_number(i)) return Tail{*year, i + 1};
    std::size_t at = forms_.one_of(i, {"of", ","}) ? i + 1 : i;
    if (at > i) {
        if (const auto year = year_number(at); year && !plural_noun(forms_, at + 1))
            return Tail{*year, at + 1};
        if (forms_[i] == ",") return std::nullopt;
    }
    if (forms_[at] == "the" && is_unit(at + 1, TimeUnit::year)) {
        if (!published_ || at == i) return std::nullopt;
        return Tail{static_cast<int>(published_->year()), at + 2};
    }
    if (forms_[at] == "that" || (forms_[at] == "the" && forms_[at + 1] == "same")) {
        if (forms_[at] == "the") ++at;
        if (!reference_ || !is_unit(at + 1, TimeUnit::year)) return std::nullopt;
        return Tail{static_cast<int>(reference_->first.year()), at + 2};
    }
    const TimeWord relation = word(at);
    if (relation.kind != Kind::relation || !is_unit(at + 1, TimeUnit::year) || !published_)
        return std::nullopt;
    return Tail{static_cast<int>(published_->year()) + relation.value, at + 2};
}

// ---- absolute dates -----------------------------------------------------------------------------------

std::optional<TimePhrase> TimeGrammar::numeric(std::size_t i) const {
    if (const auto date = date_in_digits(forms_[i])) return known(i, i + 1, Period{Grain::day, *date});
    return std::nullopt;
}

std::optional<TimePhrase> TimeGrammar::month_first(std::size_t i) const {
    if (!names_month(i)) return std::nullopt;
    NamedDate date;
    date.month = static_cast<unsigned>(word(i).value);
    if (forms_[i - 1] == "that" && reference_) {
        const auto period = resolve(date, reference_->first, Direction::future);
        return known(i, i + 1, period);
    }
    if (forms_[i + 1] == "quarter") {
        date.quarter = (*date.month + 2) / 3;  // named by its last month, as in Australia
        date.month.reset();
        TimePhrase phrase = named(i, i + 2, date);
        if (const auto year = year_behind(i + 2)) {
            phrase.from->year = year->first;
            phrase.end = year->second;
        }
        return phrase;
    }
    std::size_t next = i + 1;
    const auto first_day = day_number(next);
    // "in May 22 people died" counts people: a day would have "on" before its month, or the year behind it.
    const bool counts = forms_[i - 1] == "in" && !(forms_[next + 1] == "," && year_number(next + 2));
    if (!first_day || counts) {
        TimePhrase phrase = named(i, next, date);
        if (const auto year = year_behind(next); year && forms_[next] != ",") {
            phrase.from->year = year->first;
            phrase.end = year->second;
        }
        return phrase;
    }
    date.day = first_day;
    ++next;
    std::optional<unsigned> last_day;
    const bool between = forms_[i - 1] == "between";
    if (forms_.dash(next) || forms_.one_of(next, {"to", "through", "until"}) ||
        (between && forms_[next] == "and")) {
        last_day = day_number(next + 1);
        if (last_day && *last_day > *first_day) {
            next += 2;
        } else {
            last_day.reset();
        }
    }
    if (const auto year = year_behind(next)) {
        date.year = year->first;
        next = year->second;
    }
    TimePhrase phrase = named(i, next, date);
    if (last_day) {
        phrase.to = date;
        phrase.to->day = last_day;
    }
    return phrase;
}

// "28 January 2026", "the 28th of January", "18-20 May", "between 10 and 22 January".
std::optional<TimePhrase> TimeGrammar::day_first(std::size_t i) const {
    const auto first_day = day_number(i);
    if (!first_day) return std::nullopt;
    NamedDate date;
    date.day = first_day;
    std::size_t next = i + 1;
    std::optional<unsigned> last_day;
    if (forms_.dash(next) || forms_.one_of(next, {"to", "and", "or", "until"})) {
        last_day = day_number(next + 1);
        if (!last_day || *last_day <= *first_day) return std::nullopt;
        next += 2;
    }
    if (forms_[next] == "of" && ordinal_value(forms_[next - 1])) ++next;
    const TimeWord month = word(next);
    if ((month.kind != Kind::month && month.kind != Kind::short_month) || !capital(next)) return std::nullopt;
    date.month = static_cast<unsigned>(month.value);
    ++next;
    if (const auto year = year_behind(next)) {
        date.year = year->first;
        next = year->second;
    }
    TimePhrase phrase = named(i, next, date);
    if (last_day) {
        phrase.to = date;
        phrase.to->day = last_day;
    }
    return phrase;
}

std::optional<TimePhrase> TimeGrammar::weekday_first(std::size_t i) const {
    if (!names_weekday(i)) return std::nullopt;
    NamedDate date;
    date.weekday = static_cast<unsigned>(word(i).value);
    std::size_t next = i + 1;
    if (auto bracketed = day_in_brackets(i, next, date.weekday)) return bracketed;
    if (word(next).kind == Kind::day_part) ++next;
    std::size_t at = forms_[next] == "," ? next + 1 : next;
    if (forms_[at] == "the" && day_number(at + 1)) ++at;
    auto full = month_first(at);
    if (!full || !full->from->day) full = day_first(at);
    if (full && full->from && full->from->day && !full->to) {
        full->begin = i;
        full->from->weekday = date.weekday;
        return full;
    }
    if (forms_[next] == "week" && next == i + 1) {  // "Wednesday week": a week after Wednesday
        if (!published_) return std::nullopt;
        const Date day = weekday_beside(plus_days(*published_, 6), *date.weekday, 1);
        return known(i, next + 1, Period{Grain::day, day});
    }
    // "Tuesday last week", "Friday of this week".
    at = forms_[next] == "of" ? next + 1 : next;
    if (const TimeWord relation = word(at);
        relation.kind == Kind::relation && is_unit(at + 1, TimeUnit::week)) {
        if (!published_) return std::nullopt;
        const auto week = shifted(period_of(*published_, Grain::week), relation.value);
        if (!week) return std::nullopt;
        const Date day = plus_days(week->first, static_cast<int>(*date.weekday) - 1);
        return known(i, at + 2, Period{Grain::day, day});
    }
    return named(i, next, date);
}

// "Monday (23)", "today (4)": the day of the month in brackets, as South Asian newspapers write it.
std::optional<TimePhrase> TimeGrammar::day_in_brackets(std::size_t begin, std::size_t bracket,
                                                       std::optional<unsigned> weekday) const {
    const auto day = day_number(bracket + 1);
    if (!published_ || !day || forms_[bracket] != "(" || forms_[bracket + 2] != ")") return std::nullopt;
    constexpr int farthest = 20;
    for (int distance = 0; distance <= farthest; ++distance) {
        for (const int step : {-distance, distance}) {
            const Date date = plus_days(*published_, step);
            const bool fits = static_cast<unsigned>(date.day()) == *day &&
                              (!weekday || weekday_beside(plus_days(date, -1), *weekday, 1) == date);
            if (fits) return known(begin, bracket + 3, Period{Grain::day, date});
        }
    }
    return std::nullopt;
}

// Whether a number of four digits counts years rather than things.
bool TimeGrammar::plausible_year(std::size_t i, int year) const {
    if (forms_[i].starts_with(mid_prefix)) return true;
    const bool glued_before =
        forms_.touches(i) && !forms_.one_of(i - 1, {"(", "[", "–", "-", "—", "‘", "“", "\"", "'", "/"});
    const bool hyphen_before = forms_.hyphen(i - 1) && !year_number(i - 2) && word(i - 2).kind == Kind::none;
    const bool glued_behind = forms_.touches(i + 1) && (forms_.lower_word(i + 1) || forms_.capital(i + 1) ||
                                                        forms_.one_of(i + 1, {"%", "°"}));
    if (glued_before || hyphen_before || glued_behind) return false;
    if (forms_.one_of(i - 1, {"$",       "£",    "€",      "₹",    "¥",       "#",     "rs",
                              "rs.",     "no",   "no.",    "nos.", "lot",     "lots",  "number",
                              "numbers", "page", "flight", "room", "highway", "block", "model"}))
        return false;
    if (number_at(forms_, i) && number_at(forms_, i)->end > i + 1) return false;  // "2000 million"
    const bool placed = forms_.one_of(i - 1, {"after", "before", "by", "during", "early", "in", "late", "mid",
                                              "since", "until", "till", "year"});
    if (year < 1900 || year >= 2100) {
        return forms_.one_of(i - 1, {"in", "since", "year"}) && !forms_.lower_word(i + 1);
    }
    if (placed) return true;
    const bool possessed =
        forms_.one_of(i - 1, {"the", "a", "its", "their", "his", "her", "our", "this", "'s", "’s"});
    return possessed || !plural_noun(forms_, i + 1);
}

std::optional<TimePhrase> TimeGrammar::year_alone(std::size_t i) const {
    const std::string_view digits = form(i);
    // Seasons and business years: "2024/25", "2023-24".
    if (digits.size() >= 7 && digits[4] == '/') {
        const auto from = number_of_digits(digits.substr(0, 4), 4, 4);
        const auto to = number_of_digits(digits.substr(5), 2, 4);
        if (!from || !to || digits.size() == 8) return std::nullopt;
        const int last = *to < 100 ? *from / 100 * 100 + *to : *to;
        if (*from < 1900 || *from >= 2100 || last != *from + 1) return std::nullopt;
        const std::size_t end = forms_[i + 1] == "season" ? i + 2 : i + 1;
        NamedDate first;
        first.year = *from;
        NamedDate second;
        second.year = last;
        return TimePhrase{i, end, first, second, std::nullopt};
    }
    const auto year = year_number(i);
    if (!year || !plausible_year(i, *year)) return std::nullopt;
    TimePhrase phrase = named(i, i + 1, NamedDate{});
    phrase.from->year = *year;
    // "the 2026 first quarter"
    if (auto quarter = part_of_year(i + 1); quarter && quarter->from && !quarter->from->year) {
        quarter->begin = i;
        quarter->from->year = *year;
        return quarter;
    }
    if (forms_.hyphen(i + 1)) {
        const auto last = number_of_digits(forms_[i + 2], 2, 2);
        if (last && *last > *year % 100) {
            phrase.to = NamedDate{};
            phrase.to->year = *year / 100 * 100 + *last;
            phrase.end = forms_[i + 3] == "season" ? i + 4 : i + 3;
        }
    }
    return phrase;
}

// "1990s", "mid-1990s", "'60s".
std::optional<TimePhrase> TimeGrammar::decade(std::size_t i) const {
    std::string_view digits = form(i);
    if (!digits.ends_with("0s")) return std::nullopt;
    digits.remove_suffix(1);
    std::optional<int> year = number_of_digits(digits, 4, 4);
    if (!year) {
        for (const std::string_view apostrophe : {"'", "’", "‘"}) {
            if (!digits.starts_with(apostrophe)) continue;
            const auto short_year = number_of_digits(digits.substr(apostrophe.size()), 2, 2);
            if (short_year && *short_year >= 20) year = 1900 + *short_year;
        }
    }
    if (!year || *year < 1000 || *year >= 2200) return std::nullopt;
    const std::size_t begin = forms_[i - 1] == "the" ? i - 1 : i;
    return known(begin, i + 1, period_of(Date{std::chrono::year{*year} / 1 / 1}, Grain::decade));
}

// "third quarter", "Q3 2026", "first half of 2026", "second half of May", "first week of March".
std::optional<TimePhrase> TimeGrammar::part_of_year(std::size_t i) const {
    NamedDate date;
    std::size_t next = i + 1;
    const std::string_view code = forms_[i];
    if (code.size() == 2 && code[1] >= '1' && code[1] <= '4' && forms_.capital(i)) {
        const auto number = static_cast<unsigned>(code[1] - '0');
        if (code[0] == 'q') date.quarter = number;
        if (code[0] == 'h' && number <= 2) date.half = number;
    } else {
        const bool last = code == "last" || code == "final";
        const auto ordinal = last ? std::optional(0) : ordinal_value(code);
        if (!ordinal) return std::nullopt;
        if (forms_.hyphen(next)) ++next;
        if (!last && *ordinal <= 4 && forms_[next] == "quarter")
            date.quarter = static_cast<unsigned>(*ordinal);
        if (!last && *ordinal <= 2 && forms_[next] == "half") date.half = static_cast<unsigned>(*ordinal);
        if (forms_[next + 1] == "of" && names_month(next + 2)) return part_of_month(i, *ordinal);
        ++next;
    }
    if (!date.quarter && !date.half) return std::nullopt;
    const auto year = year_behind(next);
    if (year) {
        date.year = year->first;
        next = year->second;
    } else if (date.half) {
        return std::nullopt;  // a match has halves too
    }
    return named(i, next, date);
}

// `ordinal` 0 stands for the last one.
std::optional<TimePhrase> TimeGrammar::part_of_month(std::size_t i, int ordinal) const {
    const std::size_t part = forms_.hyphen(i + 1) ? i + 2 : i + 1;
    auto month = month_first(part + 2);
    if (!month || !month->from || !month->from->month || month->from->day) return std::nullopt;
    const auto period = resolve(*month->from, published_, direction_at(forms_, i));
    if (!period) return month;
    const Date first = period->first;
    const Date last = last_day(*period);
    const auto stretch = [&](Date from, Date to) {
        return known(i, month->end, Stretch{{Grain::day, from}, {Grain::day, to}});
    };
    if (forms_[part] == "half" && ordinal == 1) return stretch(first, plus_days(first, 14));
    if (forms_[part] == "half" && ordinal == 2) return stretch(plus_days(first, 15), last);
    if (forms_[part] == "week" && ordinal == 0) return stretch(plus_days(last, -6), last);
    if (forms_[part] == "week" && ordinal <= 4) {
        return stretch(plus_days(first, 7 * (ordinal - 1)), plus_days(first, 7 * ordinal - 1));
    }
    return std::nullopt;
}

// ---- relative dates -----------------------------------------------------------------------------------

std::optional<TimePhrase> TimeGrammar::this_period(std::size_t begin, std::size_t end, Grain grain,
                                                   int step) const {
    if (!published_) return std::nullopt;
    return known(begin, end, shifted(period_of(*published_, grain), step));
}

// "the past three months", "the next two weeks": from here back, or on.
std::optional<TimePhrase> TimeGrammar::rolling(std::size_t begin, std::size_t end, double count,
                                               TimeUnit unit, int step) const {
    auto size = step_of(unit);
    if (!size || !published_ || step == 0 || count < 1 || count > largest_count || count != std::floor(count))
        return std::nullopt;
    if (size->grain == Grain::week) size = Step{Grain::day, 7 * size->size};
    const Period here = period_of(*published_, size->grain);
    const auto there = shifted(here, step * size->size * static_cast<int>(count));
    if (!there) return std::nullopt;
    return known(begin, end, step < 0 ? Stretch{*there, here} : Stretch{here, *there});
}

std::optional<TimePhrase> TimeGrammar::weekend(std::size_t begin, std::size_t end, int step,
                                               bool named_by_relation) const {
    if (!published_) return std::nullopt;
    const Period week = period_of(*published_, Grain::week);
    int weeks = step;
    if (!named_by_relation || step == 0) {
        // On Saturdays and Sundays "the weekend" is the one that is on.
        const bool on = days_between(week.first, *published_) >= 5;
        const bool ahead = direction_at(forms_, begin) == Direction::future || named_by_relation;
        weeks = on || ahead ? 0 : -1;
    }
    const auto at = shifted(week, weeks);
    if (!at) return std::nullopt;
    return known(begin, end,
                 Stretch{{Grain::day, plus_days(at->first, 5)}, {Grain::day, plus_days(at->first, 6)}});
}

// "three days ago", "a week ago", "two weeks from now", "in two weeks" of what is to come.
std::optional<TimePhrase> TimeGrammar::counted(std::size_t i) const {
    double count = 1;
    std::size_t unit = i + 1;
    if (const auto number = number_at(forms_, i)) {
        count = number->value;
        unit = number->end;
    } else if (!forms_.one_of(i, {"a", "an"})) {
        return std::nullopt;
    }
    const TimeWord w = word(unit);
    if (w.kind != Kind::unit) return std::nullopt;
    const auto size = step_of(static_cast<TimeUnit>(w.value));
    if (!size || count < 1 || count > largest_count || count != std::floor(count)) return std::nullopt;
    const int steps = static_cast<int>(count) * size->size;
    if (forms_[unit + 1] == "ago") return this_period(i, unit + 2, size->grain, -steps);
    if (forms_[unit + 1] == "from" && forms_.one_of(unit + 2, {"now", "today"}))
        return this_period(i, unit + 3, size->grain, steps);
    if (forms_[i - 1] == "in" && !forms_.one_of(unit + 1, {"of", "'", "’", "-", "–"}) &&
        !superlative_before(i) && direction_at(forms_, i) == Direction::future)
        return this_period(i, unit + 1, size->grain, steps);
    return std::nullopt;
}

std::optional<TimePhrase> TimeGrammar::day_word(std::size_t i) const {
    if (auto bracketed = day_in_brackets(i, i + 1, std::nullopt)) return bracketed;
    const std::size_t end = word(i + 1).kind == Kind::day_part ? i + 2 : i + 1;
    return this_period(i, end, Grain::day, word(i).value);
}

// Behind "last", "this", "next" and their like.
std::optional<TimePhrase> TimeGrammar::related(std::size_t i) const {
    int step = word(i).value;
    const bool definite = forms_[i - 1] == "the";
    const std::size_t begin = definite ? i - 1 : i;
    std::size_t next = i + 1;
    bool rolls = forms_[i] == "past" || (definite && step < 0);
    if (forms_[i] == "this" && word(next).kind == Kind::relation) {  // "this past week", "this coming Friday"
        step = word(next).value;
        rolls = false;
        ++next;
    }
    if (const auto number = number_at(forms_, next)) {
        const TimeWord unit = word(number->end);
        if (unit.kind != Kind::unit) return std::nullopt;
        return rolling(begin, number->end + 1, number->value, static_cast<TimeUnit>(unit.value), step);
    }
    const TimeWord w = word(next);
    const std::size_t end = next + 1;
    switch (w.kind) {
        case Kind::unit: {
            const auto unit = static_cast<TimeUnit>(w.value);
            if (forms_[next].ends_with('s') || forms_[i] == "preceding") return std::nullopt;
            if (unit == TimeUnit::weekend) return weekend(begin, end, step, true);
            // "the next day" counts from the day that the text speaks of.
            const bool ahead = definite && forms_[i] == "next";
            if (ahead && forms_.one_of(begin - 1, {"for", "in", "over", "within"}))
                return rolling(begin, end, 1, unit, step);
            if (unit == TimeUnit::day || ahead || forms_[i] == "previous")
                return definite && forms_[i] != "last" ? referring(begin, next, step) : std::nullopt;
            if (rolls) return rolling(begin, end, 1, unit, step);
            if (const auto grain = grain_of(unit)) return this_period(begin, end, *grain, step);
            return std::nullopt;
        }
        case Kind::day_part:  // "last night", "this morning"
            if (step > 0 || definite) return std::nullopt;
            return this_period(begin, end, Grain::day, step);
        case Kind::weekday: {
            if (!names_weekday(next) || !published_) return std::nullopt;
            const auto weekday = static_cast<unsigned>(w.value);
            const std::size_t after = word(end).kind == Kind::day_part ? end + 1 : end;
            if (step == 0) {  // "this Friday" is ahead, unless told as past
                NamedDate date;
                date.weekday = weekday;
                const bool past = direction_at(forms_, i) == Direction::past;
                return known(begin, after,
                             resolve(date, published_, past ? Direction::past : Direction::future));
            }
            return known(begin, after, Period{Grain::day, weekday_beside(*published_, weekday, step)});
        }
        case Kind::month: {
            if (!names_month(next) || !published_) return std::nullopt;
            NamedDate date;
            date.month = static_cast<unsigned>(w.value);
            date.year = static_cast<int>(published_->year());
            const auto now = static_cast<unsigned>(published_->month());
            if (step < 0 && *date.month >= now) --*date.year;
            if (step > 0 && *date.month <= now) ++*date.year;
            return named(begin, end, date);
        }
        default:
            return std::nullopt;
    }
}

// "that day", "the same week", "the next day": from the last period named, if it is as fine as the unit.
std::optional<TimePhrase> TimeGrammar::referring(std::size_t begin, std::size_t unit, int step) const {
    const TimeWord w = word(unit);
    if (w.kind != Kind::unit || !reference_) return std::nullopt;
    const auto grain = grain_of(static_cast<TimeUnit>(w.value));
    if (!grain || reference_->grain > *grain || forms_[unit].ends_with('s')) return std::nullopt;
    return known(begin, unit + 1, shifted(period_of(reference_->first, *grain), step));
}

std::optional<TimePhrase> TimeGrammar::article(std::size_t i) const {
    const std::size_t next = i + 1;
    if (is_unit(next, TimeUnit::weekend)) return weekend(i, next + 1, 0, false);
    if (forms_[next] == "same") return referring(i, next + 1, 0);
    if (forms_[next] == "following") return referring(i, next + 1, 1);
    if (forms_[next] == "day" && forms_.one_of(next + 1, {"before", "after"})) {
        const bool before = forms_[next + 1] == "before";
        if (forms_[next + 2] == (before ? "yesterday" : "tomorrow"))
            return this_period(i, next + 3, Grain::day, before ? -2 : 2);
        return std::nullopt;
    }
    std::optional<TimePhrase> phrase;
    switch (word(next).kind) {
        case Kind::relation:
            phrase = part_of_year(next);
            if (!phrase) phrase = related(next);
            break;
        case Kind::edge:
            phrase = edge(next);
            break;
        case Kind::stage:
            phrase = decade(next + 1);
            break;
        default:
            phrase = part_of_year(next);
            if (!phrase) phrase = decade(next);
            if (!phrase && forms_[next + 1] == "quarter") phrase = month_first(next);
            if (!phrase) phrase = day_first(next);
            // "on the 14th": of the month that the text speaks of, else of this one.
            if (!phrase && ordinal_value(forms_[next]) && day_number(next) && !counts_nouns(next + 1) &&
                forms_.one_of(i - 1, {"on", "until", "till", "by", "since", "from"}) && published_) {
                const Date of =
                    reference_ && reference_->grain <= Grain::month ? reference_->first : *published_;
                const Date day{of.year(), of.month(), std::chrono::day{*day_number(next)}};
                if (!day.ok()) return std::nullopt;
                return known(i, next + 1, Period{Grain::day, day});
            }
            break;
    }
    if (phrase) phrase->begin = i;
    return phrase;
}

// "end of March", "the start of the year", "year-end", "end-March".
std::optional<TimePhrase> TimeGrammar::edge(std::size_t i) const {
    std::size_t next = i + 1;
    if (forms_.hyphen(next)) {
        ++next;
    } else if (forms_[next] == "of") {
        ++next;
        if (forms_[next] == "the") ++next;
        const TimeWord unit = word(next);
        const bool current = unit.kind == Kind::unit && unit.value > static_cast<int>(TimeUnit::weekend);
        if (current && forms_[next - 1] == "the") {
            const auto grain = grain_of(static_cast<TimeUnit>(unit.value));
            return grain ? this_period(i, next + 1, *grain) : std::nullopt;
        }
    } else {
        return std::nullopt;
    }
    auto phrase = core(next);
    if (phrase) phrase->begin = i;
    return phrase;
}

// "early next year", "late January", "later this week", "later in the year".
std::optional<TimePhrase> TimeGrammar::staged(std::size_t i) const {
    std::size_t next = i + 1;
    if (forms_.hyphen(next)) ++next;
    if (forms_[next] == "in" && forms_[next + 1] == "the") {
        const TimeWord unit = word(next + 2);
        if (unit.kind != Kind::unit || unit.value < static_cast<int>(TimeUnit::week)) return std::nullopt;
        const auto grain = grain_of(static_cast<TimeUnit>(unit.value));
        return grain ? this_period(i, next + 3, *grain) : std::nullopt;
    }
    auto phrase = core(next);
    if (phrase) phrase->begin = i;
    return phrase;
}

// ---- putting together ---------------------------------------------------------------------------------

// Expressions without another inside them.
std::optional<TimePhrase> TimeGrammar::core(std::size_t i) const {
    const std::string_view word_form = form(i);
    if (word_form.empty()) return std::nullopt;
    const bool digit = word_form.front() >= '0' && word_form.front() <= '9';
    if (digit) {
        if (auto phrase = numeric(i)) return phrase;
        if (auto phrase = day_first(i)) return phrase;
        if (auto phrase = decade(i)) return phrase;
        if (auto phrase = year_alone(i)) return phrase;
        return counted(i);
    }
    switch (word(i).kind) {
        case Kind::month:
        case Kind::short_month:
            return month_first(i);
        case Kind::weekday:
        case Kind::short_weekday:
            return weekday_first(i);
        case Kind::day:
            return day_word(i);
        case Kind::relation:
            return related(i);
        default:
            break;
    }
    if (auto phrase = decade(i)) return phrase;
    if (auto phrase = part_of_year(i)) return phrase;
    return counted(i);
}

std::optional<TimePhrase> TimeGrammar::single(std::size_t i) const {
    if (forms_[i] == "the") return article(i);
    if (forms_[i] == "overnight") {
        // The night before publication, or the one behind it.
        if (!published_ || forms_.sentence().words[i].upos == Upos::adj) return std::nullopt;
        const bool ahead = direction_at(forms_, i) == Direction::future;
        const Date first = ahead ? *published_ : plus_days(*published_, -1);
        return known(i, i + 1, Stretch{{Grain::day, first}, {Grain::day, plus_days(first, 1)}});
    }
    if (forms_[i] == "that") return referring(i, i + 1, 0);
    switch (word(i).kind) {
        case Kind::edge:
            return edge(i);
        case Kind::stage:
            return staged(i);
        case Kind::unit:  // "year-end"
            if (forms_.hyphen(i + 1) && forms_[i + 2] == "end") {
                const auto grain = grain_of(static_cast<TimeUnit>(word(i).value));
                return grain ? this_period(i, i + 3, *grain) : std::nullopt;
            }
            return std::nullopt;
        default:
            return core(i);
    }
}

// "between March and May", "April 7 to May 12", "2014–2017".
std::optional<TimePhrase> TimeGrammar::range(TimePhrase first) const {
    const bool between = forms_[first.begin - 1] == "between";
    const std::size_t link = first.end;
    const bool linked = between
                            ? forms_[link] == "and"
                            : forms_.one_of(link, {"to", "through", "until", "till"}) || forms_.dash(link);
    if (!linked || first.to) return first;
    const auto second = single(link + 1);
    if (!second || second->to || second->begin != link + 1) return first;
    if (first.from && second->from) {
        const auto as_fine = [](const NamedDate& a, const NamedDate& b) {
            return a.day.has_value() == b.day.has_value() && a.weekday.has_value() == b.weekday.has_value();
        };
        if (!as_fine(*first.from, *second->from)) return first;  // "revised on Friday to March figures"
        first.to = second->from;
        first.end = second->end;
        if (!first.from->year && first.to->year && first.from->month && first.to->month) {
            const bool turn = *first.from->month > *first.to->month;
            first.from->year = *first.to->year - (turn ? 1 : 0);
        }
    } else if (!forms_.dash(link)) {
        const auto from = days(first);
        const auto to = days(*second);
        if (!from || !to || days_between(from->from.first, to->to.first) <= 0) return first;
        return known(first.begin, second->end, Stretch{from->from, to->to});
    }
    return first;
}

std::optional<TimePhrase> TimeGrammar::at(std::size_t i) const {
    auto phrase = single(i);
    if (!phrase) return std::nullopt;
    return range(*phrase);
}

std::optional<Stretch> TimeGrammar::days(const TimePhrase& phrase) const {
    if (phrase.days) return phrase.days;
    if (!phrase.from) return std::nullopt;
    const bool since = forms_[phrase.begin - 1] == "since";
    const Direction direction = since ? Direction::past : direction_at(forms_, phrase.begin);
    const auto from = resolve(*phrase.from, published_, direction);
    if (!from) return std::nullopt;
    if (!phrase.to) return Stretch{*from, *from};
    // The end of a range is the first such day behind its start.
    NamedDate end = *phrase.to;
    if (!end.year && phrase.from->year) end.year = static_cast<int>(from->first.year());
    auto to = resolve(end, from->first, Direction::future);
    if (to && !phrase.to->year && days_between(from->first, to->first) < 0 && end.year) {
        ++*end.year;
        to = resolve(end, from->first, Direction::future);
    }
    if (!to || days_between(from->first, to->first) < 0) return std::nullopt;
    return Stretch{*from, *to};
}

}  // namespace whosaid::language
