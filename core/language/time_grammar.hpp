// The grammar of time expressions: what stands at a word of a sentence, and which days it means.
#pragma once

#include "core/language/forms.hpp"
#include "core/language/named_date.hpp"
#include "core/language/periods.hpp"
#include "core/language/tense.hpp"
#include "core/language/time_words.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace whosaid::language {

struct TimePhrase {
    std::size_t begin = 0;  // words [begin, end), no preposition among them
    std::size_t end = 0;
    // A date by its parts, perhaps with the end of a range; or days already known.
    std::optional<NamedDate> from = std::nullopt;
    std::optional<NamedDate> to = std::nullopt;
    std::optional<Stretch> days = std::nullopt;
};

class TimeGrammar {
  public:
    // `reference`: the last period that the paragraph has named, for "that day" and "the next day".
    TimeGrammar(const Forms& forms, std::optional<Date> published, std::optional<Period> reference);

    // The longest expression that starts at the word, ranges included. Relative ones need the publication
    // date.
    [[nodiscard]] std::optional<TimePhrase> at(std::size_t i) const;
    // The days it means, as the verb that governs it places them.
    [[nodiscard]] std::optional<Stretch> days(const TimePhrase& phrase) const;

  private:
    using Tail = std::pair<int, std::size_t>;  // a year, and the word behind it

    [[nodiscard]] std::optional<TimePhrase> single(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> core(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> range(TimePhrase first) const;

    [[nodiscard]] std::optional<TimePhrase> numeric(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> month_first(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> day_first(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> weekday_first(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> day_in_brackets(std::size_t begin, std::size_t bracket,
                                                            std::optional<unsigned> weekday) const;
    [[nodiscard]] std::optional<TimePhrase> year_alone(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> decade(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> part_of_year(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> part_of_month(std::size_t i, int ordinal) const;
    [[nodiscard]] std::optional<TimePhrase> counted(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> day_word(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> related(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> article(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> edge(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> staged(std::size_t i) const;
    [[nodiscard]] std::optional<TimePhrase> referring(std::size_t begin, std::size_t unit, int step) const;
    [[nodiscard]] std::optional<TimePhrase> weekend(std::size_t begin, std::size_t end, int step,
                                                    bool named) const;

    [[nodiscard]] std::string_view form(std::size_t i) const;  // without "mid-" and an abbreviation's stop
    [[nodiscard]] TimeWord word(std::size_t i) const { return time_word(form(i)); }
    [[nodiscard]] bool is_unit(std::size_t i, TimeUnit unit) const;
    [[nodiscard]] bool capital(std::size_t i) const;
    [[nodiscard]] bool names_month(std::size_t i) const;
    [[nodiscard]] bool names_weekday(std::size_t i) const;
    [[nodiscard]] bool superlative_before(std::size_t i) const;
    [[nodiscard]] bool counts_nouns(std::size_t i) const;
    [[nodiscard]] std::optional<unsigned> day_number(std::size_t i) const;
    [[nodiscard]] std::optional<int> year_number(std::size_t i) const;
    [[nodiscard]] bool plausible_year(std::size_t i, int year) const;
    [[nodiscard]] std::optional<Tail> year_behind(std::size_t i) const;

    [[nodiscard]] std::optional<TimePhrase> this_period(std::size_t begin, std::size_t end, Grain grain,
                                                        int step = 0) const;
    [[nodiscard]] std::optional<TimePhrase> rolling(std::size_t begin, std::size_t end, double count,
                                                    TimeUnit unit, int step) const;

    const Forms& forms_;
    std::optional<Date> published_;
    std::optional<Period> reference_;
};

}  // namespace whosaid::language
