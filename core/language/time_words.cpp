#include "core/language/time_words.hpp"

#include <algorithm>
#include <array>

namespace whosaid::language {
namespace {

struct Entry {
    std::string_view form;
    TimeWord word;
};

constexpr TimeWord of(TimeWordKind kind, int value = 0) {
    return {kind, value};
}

constexpr TimeWord of(TimeUnit unit) {
    return {TimeWordKind::unit, static_cast<int>(unit)};
}

using Kind = TimeWordKind;

constexpr auto entries = std::to_array<Entry>({
    {"afternoon", of(Kind::day_part)},
    {"apr", of(Kind::short_month, 4)},
    {"april", of(Kind::month, 4)},
    {"aug", of(Kind::short_month, 8)},
    {"august", of(Kind::month, 8)},
    {"beginning", of(Kind::edge)},
    {"close", of(Kind::edge)},
    {"coming", of(Kind::relation, 1)},
    {"current", of(Kind::relation, 0)},
    {"day", of(TimeUnit::day)},
    {"days", of(TimeUnit::day)},
    {"dec", of(Kind::short_month, 12)},
    {"decade", of(TimeUnit::decade)},
    {"decades", of(TimeUnit::decade)},
    {"december", of(Kind::month, 12)},
    {"earlier", of(Kind::stage)},
    {"early", of(Kind::stage)},
    {"end", of(Kind::edge)},
    {"evening", of(Kind::day_part)},
    {"feb", of(Kind::short_month, 2)},
    {"february", of(Kind::month, 2)},
    {"fortnight", of(TimeUnit::fortnight)},
    {"fortnights", of(TimeUnit::fortnight)},
    {"fri", of(Kind::short_weekday, 5)},
    {"friday", of(Kind::weekday, 5)},
    {"hour", of(TimeUnit::hour)},
    {"hours", of(TimeUnit::hour)},
    {"jan", of(Kind::short_month, 1)},
    {"january", of(Kind::month, 1)},
    {"jul", of(Kind::short_month, 7)},
    {"july", of(Kind::month, 7)},
    {"jun", of(Kind::short_month, 6)},
    {"june", of(Kind::month, 6)},
    {"last", of(Kind::relation, -1)},
    {"late", of(Kind::stage)},
    {"later", of(Kind::stage)},
    {"mar", of(Kind::short_month, 3)},
    {"march", of(Kind::month, 3)},
    {"may", of(Kind::month, 5)},
    {"mid", of(Kind::stage)},
    {"middle", of(Kind::edge)},
    {"minute", of(TimeUnit::minute)},
    {"minutes", of(TimeUnit::minute)},
    {"mon", of(Kind::short_weekday, 1)},
    {"monday", of(Kind::weekday, 1)},
    {"month", of(TimeUnit::month)},
    {"months", of(TimeUnit::month)},
    {"morning", of(Kind::day_part)},
    {"next", of(Kind::relation, 1)},
    {"night", of(Kind::day_part)},
    {"nov", of(Kind::short_month, 11)},
    {"november", of(Kind::month, 11)},
    {"oct", of(Kind::short_month, 10)},
    {"october", of(Kind::month, 10)},
    {"past", of(Kind::relation, -1)},
    {"preceding", of(Kind::relation, -1)},
    {"previous", of(Kind::relation, -1)},
    {"quarter", of(TimeUnit::quarter)},
    {"quarters", of(TimeUnit::quarter)},
    {"sat", of(Kind::short_weekday, 6)},
    {"saturday", of(Kind::weekday, 6)},
    {"sep", of(Kind::short_month, 9)},
    {"sept", of(Kind::short_month, 9)},
    {"september", of(Kind::month, 9)},
    {"start", of(Kind::edge)},
    {"sun", of(Kind::short_weekday, 7)},
    {"sunday", of(Kind::weekday, 7)},
    {"this", of(Kind::relation, 0)},
    {"thu", of(Kind::short_weekday, 4)},
    {"thur", of(Kind::short_weekday, 4)},
    {"thurs", of(Kind::short_weekday, 4)},
    {"thursday", of(Kind::weekday, 4)},
    {"today", of(Kind::day, 0)},
    {"tomorrow", of(Kind::day, 1)},
    {"tonight", of(Kind::day, 0)},
    {"tue", of(Kind::short_weekday, 2)},
    {"tues", of(Kind::short_weekday, 2)},
    {"tuesday", of(Kind::weekday, 2)},
    {"wed", of(Kind::short_weekday, 3)},
    {"wednesday", of(Kind::weekday, 3)},
    {"week", of(TimeUnit::week)},
    {"weekend", of(TimeUnit::weekend)},
    {"weekends", of(TimeUnit::weekend)},
    {"weeks", of(TimeUnit::week)},
    {"year", of(TimeUnit::year)},
    {"years", of(TimeUnit::year)},
    {"yesterday", of(Kind::day, -1)},
});
static_assert(std::is_sorted(entries.begin(), entries.end(),
                             [](const Entry& a, const Entry& b) { return a.form < b.form; }));

}  // namespace

TimeWord time_word(std::string_view form) {
    const auto* at =
        std::lower_bound(entries.begin(), entries.end(), form,
                         [](const Entry& entry, std::string_view key) { return entry.form < key; });
    return at != entries.end() && at->form == form ? at->word : TimeWord{};
}

}  // namespace whosaid::language
