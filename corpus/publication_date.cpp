#include "corpus/publication_date.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace whosaid::corpus {
namespace {

constexpr std::size_t longest = 80;  // bytes; no date is longer

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 4> ordinals{"st", "nd", "rd", "th"};
constexpr std::array<std::string_view, 6> fillers{"at", "on", "of", "the", "am", "pm"};

struct Token {
    enum class Kind : std::uint8_t { number, word, mark } kind = Kind::mark;
    std::string_view text;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// Runs of figures, runs of letters, and single marks; spaces only part them.
std::vector<Token> tokens(std::string_view lower) {
    std::vector<Token> out;
    std::size_t at = 0;
    while (at < lower.size()) {
        const auto run = [&](bool (*belongs)(char)) {
            std::size_t end = at;
            while (end < lower.size() && belongs(lower[end]))
                ++end;
            return end - at;
        };
        if (const std::size_t figures = run(is_digit); figures > 0) {
            out.push_back({Token::Kind::number, lower.substr(at, figures)});
            at += figures;
        } else if (const std::size_t letters = run(is_letter); letters > 0) {
            out.push_back({Token::Kind::word, lower.substr(at, letters)});
            at += letters;
        } else {
            if (lower[at] != ' ' && lower[at] != '\t')
                out.push_back({Token::Kind::mark, lower.substr(at, 1)});
            ++at;
        }
    }
    return out;
}

// The place among `names` of the one that `word` is or shortens, with three letters or more.
template <std::size_t n>
std::optional<unsigned> named(const std::array<std::string_view, n>& names, std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    const auto found =
        std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

int value_of(std::string_view figures) {
    int value = 0;
    for (const char c : figures)
        value = value * 10 + (c - '0');
    return value;
}

// RFC 2822, 4.3: two figures of a year.
int whole_year(std::string_view figures) {
    constexpr int turn = 50;
    const int value = value_of(figures);
    if (figures.size() != 2) return value;
    return value + (value < turn ? 2000 : 1900);
}

std::optional<Date> checked(int year, unsigned month, unsigned day) {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return date;
}

// Day, month and year in figures alone, parted by one kind of mark; a time after them.
std::optional<Date> in_figures(const std::vector<Token>& all) {
    constexpr std::size_t parts = 5;
    if (all.size() < parts) return std::nullopt;
    const std::array numbers{all[0], all[2], all[4]};
    if (std::ranges::any_of(numbers, [](const Token& t) { return t.kind != Token::Kind::number; }))
        return std::nullopt;
    const std::string_view mark = all[1].text;
    if (mark != all[3].text || (mark != "/" && mark != "." && mark != "-")) return std::nullopt;
    if (numbers[0].text.size() == 4)
        return checked(value_of(numbers[0].text), static_cast<unsigned>(value_of(numbers[1].text)),
                       static_cast<unsigned>(value_of(numbers[2].text)));
    if (numbers[2].text.size() != 4) return std::nullopt;
    const int year = value_of(numbers[2].text);
    const auto first = static_cast<unsigned>(value_of(numbers[0].text));
    const auto second = static_cast<unsigned>(value_of(numbers[1].text));
    // Only with points the day is first everywhere.
    if (mark == "." || first == second) return checked(year, second, first);
    const auto day_first = checked(year, second, first);
    const auto month_first = checked(year, first, second);
    if (day_first && month_first) return std::nullopt;
    return day_first ? day_first : month_first;
}

// A date with the name of its month, whatever the order; weekday, time and zone are passed over.
class Worded {
  public:
    explicit Worded(const std::vector<Token>& all) : all_(all) {}

    std::optional<Date> read() {
        while (at_ < all_.size()) {
            if (!step()) return std::nullopt;
            ++at_;
        }
        if (!year_ || !month_ || !day_) return std::nullopt;
        return checked(*year_, *month_, *day_);
    }

  private:
    [[nodiscard]] bool is_mark(std::size_t at, std::string_view mark) const {
        return at < all_.size() && all_[at].text == mark;
    }

    bool step() {
        const Token& token = all_[at_];
        switch (token.kind) {
            case Token::Kind::number:
                return number(token.text);
            case Token::Kind::word:
                return word(token.text);
            case Token::Kind::mark:
                return mark(token.text);
        }
        return false;
    }

    bool word(std::string_view text) {
        if (const std::optional<unsigned> month = named(months, text)) {
            if (month_) return false;
            month_ = *month + 1;
            return true;
        }
        constexpr std::size_t longest_zone = 5;
        return named(weekdays, text) || among(ordinals, text) || among(fillers, text) ||
               (timed_ && text.size() <= longest_zone);
    }

    bool number(std::string_view figures) {
        if (is_mark(at_ + 1, ":")) {
            timed_ = true;
            while (is_mark(at_ + 1, ":") || is_mark(at_ + 1, "."))
                at_ += 2;
            return at_ < all_.size();
        }
        if (figures.size() <= 2 && !day_) {
            day_ = static_cast<unsigned>(value_of(figures));
            return true;
        }
        if (year_ || (figures.size() != 4 && figures.size() != 2)) return false;
        year_ = whole_year(figures);
        return true;
    }

    bool mark(std::string_view mark) {
        // After a time a sign begins the zone's offset: "+0530", "-05:00".
        if (timed_ && (mark == "+" || mark == "-")) {
            ++at_;
            if (is_mark(at_ + 1, ":")) at_ += 2;
            return at_ < all_.size();
        }
        constexpr std::string_view passed_over = ",.-/()|";
        return passed_over.find(mark) != std::string_view::npos;
    }

    const std::vector<Token>& all_;
    std::size_t at_ = 0;
    std::optional<int> year_;
    std::optional<unsigned> month_;
    std::optional<unsigned> day_;
    bool timed_ = false;
};

}  // namespace

std::optional<Date> publication_date(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos || text.size() > longest) return std::nullopt;
    text = text.substr(begin, text.find_last_not_of(blank) - begin + 1);
    if (const std::optional<Date> iso = parse_date(text)) return iso;
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    constexpr std::size_t compact = 8;  // 20260128
    const std::vector<Token> all = tokens(lower);
    if (!all.empty() && all[0].kind == Token::Kind::number && all[0].text.size() == compact &&
        (all.size() == 1 || all[1].text == "t")) {
        const std::string_view figures = all[0].text;
        return checked(value_of(figures.substr(0, 4)), static_cast<unsigned>(value_of(figures.substr(4, 2))),
                       static_cast<unsigned>(value_of(figures.substr(6, 2))));
    }
    if (const std::optional<Date> date = in_figures(all)) return date;
    return Worded(all).read();
}

}  // namespace whosaid::corpus
