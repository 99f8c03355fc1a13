#include "core/language/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace whosaid::language {
namespace {

struct Entry {
    std::string_view form;
    double value;
};

template <std::size_t N>
constexpr bool sorted(const std::array<Entry, N>& table) {
    return std::is_sorted(table.begin(), table.end(),
                          [](const Entry& a, const Entry& b) { return a.form < b.form; });
}

template <std::size_t N>
std::optional<double> find(const std::array<Entry, N>& table, std::string_view form) {
    const auto* at =
        std::lower_bound(table.begin(), table.end(), form,
                         [](const Entry& entry, std::string_view key) { return entry.form < key; });
    if (at == table.end() || at->form != form) return std::nullopt;
    return at->value;
}

constexpr auto cardinals = std::to_array<Entry>({
    {"eight", 8},    {"eighteen", 18}, {"eighty", 80}, {"eleven", 11},    {"fifteen", 15}, {"fifty", 50},
    {"five", 5},     {"forty", 40},    {"four", 4},    {"fourteen", 14},  {"nine", 9},     {"nineteen", 19},
    {"ninety", 90},  {"one", 1},       {"seven", 7},   {"seventeen", 17}, {"seventy", 70}, {"six", 6},
    {"sixteen", 16}, {"sixty", 60},    {"ten", 10},    {"thirteen", 13},  {"thirty", 30},  {"three", 3},
    {"twelve", 12},  {"twenty", 20},   {"two", 2},     {"zero", 0},
});
static_assert(sorted(cardinals));

// Multipliers written out; "hundred" and "dozen" among them.
constexpr auto scales = std::to_array<Entry>({
    {"billion", 1e9},
    {"bn", 1e9},
    {"cr", 1e7},
    {"crore", 1e7},
    {"crores", 1e7},
    {"dozen", 12},
    {"hundred", 100},
    {"lakh", 1e5},
    {"lakhs", 1e5},
    {"million", 1e6},
    {"mln", 1e6},
    {"mn", 1e6},
    {"thousand", 1000},
    {"trillion", 1e12},
    {"trn", 1e12},
});
static_assert(sorted(scales));

// Multipliers of one or two letters count only where they touch their digits: "2.4m", "50k".
constexpr auto glued_scales = std::to_array<Entry>({{"b", 1e9}, {"k", 1000}, {"m", 1e6}, {"tn", 1e12}});
static_assert(sorted(glued_scales));

constexpr auto parts = std::to_array<Entry>({
    {"eighth", 8},
    {"eighths", 8},
    {"fifth", 5},
    {"fifths", 5},
    {"fourth", 4},
    {"fourths", 4},
    {"half", 2},
    {"halves", 2},
    {"quarter", 4},
    {"quarters", 4},
    {"seventh", 7},
    {"sevenths", 7},
    {"sixth", 6},
    {"sixths", 6},
    {"tenth", 10},
    {"tenths", 10},
    {"third", 3},
    {"thirds", 3},
});
static_assert(sorted(parts));

constexpr auto fraction_signs = std::to_array<Entry>({{"¼", 0.25}, {"½", 0.5}, {"¾", 0.75}});
static_assert(sorted(fraction_signs));

constexpr auto ordinals = std::to_array<Entry>({
    {"eighteenth", 18}, {"eighth", 8},       {"eleventh", 11},   {"fifteenth", 15},  {"fifth", 5},
    {"first", 1},       {"fourteenth", 14},  {"fourth", 4},      {"nineteenth", 19}, {"ninth", 9},
    {"second", 2},      {"seventeenth", 17}, {"seventh", 7},     {"sixteenth", 16},  {"sixth", 6},
    {"tenth", 10},      {"third", 3},        {"thirteenth", 13}, {"thirtieth", 30},  {"twelfth", 12},
    {"twentieth", 20},
});
static_assert(sorted(ordinals));

// No quantity of the news has more digits; longer runs are identifiers.
constexpr std::size_t longest_digits = 24;

// Words behind which a touching "m" are metres: "400m inland".
bool extent(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"above", "away",    "below",  "deep",   "dash", "final", "freestyle", "from",
         "high",  "hurdles", "inland", "inside", "long", "north", "of",        "off",
         "race",  "relay",   "south",  "sprint", "tall", "wide"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
  public:
    explicit Reader(const Forms& forms) : forms_(forms) {}

    [[nodiscard]] std::optional<Number> read(std::size_t at) const {
        if (vague(at)) return std::nullopt;
        if (auto number = part_of_one(at)) return number;
        if (auto number = digits(at)) return number;
        return words(at);
    }

  private:
    // "several hundred", "a few thousand": the word before says that nobody counted.
    [[nodiscard]] bool vague(std::size_t at) const {
        return find(scales, forms_[at]) && forms_.one_of(at - 1, {"few", "several", "many", "some", "per"});
    }

    // Whether "m" behind the number means metres, not millions: "400m inland", "150m (500ft)", "the 200m
    // final".
    [[nodiscard]] bool metres(double value, std::size_t at) const {
        constexpr auto races =
            std::to_array<double>({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000});
        const std::string_view next = forms_[at + 1];
        if (extent(next)) return true;
        if (next == "(" && forms_.one_of(at + 3, {"ft", "feet"})) return true;
        const bool sum = forms_.one_of(at - 2, {"$", "£", "€", "₹", "rs", "us$", "a$"});
        const bool counts = forms_.lower_word(at + 1) && next.ends_with('s');
        const bool people = next == "people";
        return !sum && !counts && !people && std::find(races.begin(), races.end(), value) != races.end();
    }

    // The multipliers from `number.end` on: "lakh", "lakh crore", "m".
    void take_scales(Number& number) const {
        for (int count = 0; count < 2; ++count) {
            std::size_t at = number.end;
            if (forms_.hyphen(at)) ++at;  // "a 5-million-dollar deal"
            auto scale = find(scales, forms_[at]);
            if (!scale && count == 0 && number.digits && at == number.end && forms_.touches(at)) {
                scale = find(glued_scales, forms_[at]);
                if (scale && forms_[at] == "m" && metres(number.value, at)) scale.reset();
            }
            if (!scale || (count > 0 && *scale < 1000)) return;
            number.value *= *scale;
            number.scale *= *scale;
            number.end = at + 1;
        }
    }

    // "and a half", "½" behind the whole number.
    void take_half(Number& number) const {
        if (const auto sign = find(fraction_signs, forms_[number.end]); sign && forms_.touches(number.end)) {
            number.value += *sign;
            ++number.end;
        } else if (forms_[number.end] == "and" && forms_.one_of(number.end + 1, {"a", "one"})) {
            const std::size_t half = number.end + 2;
            if (forms_[half] == "half") {
                number.value += 0.5;
                number.end = half + 1;
            } else if (forms_[half] == "quarter") {
                number.value += 0.25;
                number.end = half + 1;
            }
        }
    }

    [[nodiscard]] std::optional<Number> digits(std::size_t at) const {
        const auto value = digits_value(forms_[at]);
        if (!value) return std::nullopt;
        Number number{*value, at + 1, 1, true, false};
        take_half(number);
        take_scales(number);
        return number;
    }

    // "half", "half a million", "a third", "two-thirds", "three quarters".
    [[nodiscard]] std::optional<Number> part_of_one(std::size_t at) const {
        const std::string_view form = forms_[at];
        if (const auto sign = find(fraction_signs, form)) return Number{*sign, at + 1, 1, false, true};
        if (form == "half") {
            std::size_t next = at + 1;
            if (forms_.hyphen(next)) ++next;
            if (forms_.one_of(next, {"a", "an"})) {
                ++next;
                if (forms_.hyphen(next)) ++next;
                if (const auto scale = find(scales, forms_[next]))
                    return Number{0.5 * *scale, next + 1, *scale, false, false};
                return Number{0.5, next, 1, false, false};  // "half an hour"
            }
            if (forms_[next] == "dozen") return Number{6, next + 1, 1, false, false};
            if (forms_.one_of(next, {"of", "the", "its", "their", "his", "her", "that", "those", "all"}))
                return Number{0.5, at + 1, 1, false, true};
            return std::nullopt;
        }
        const auto cardinal = find(cardinals, form);
        const bool article = form == "a" || form == "an";
        if (!article && !(cardinal && *cardinal > 0 && *cardinal < 20)) return std::nullopt;
        const double count = cardinal.value_or(1);
        std::size_t next = at + 1;
        const bool hyphenated = forms_.hyphen(next);
        if (hyphenated) ++next;
        const std::string_view name = forms_[next];
        const auto part = find(parts, name);
        if (!part || *part <= count) return std::nullopt;
        const bool plural = name.back() == 's';
        if (plural != (count > 1)) return std::nullopt;
        // "a third of", "by a quarter": an ordinal would have its noun behind it ("a third man").
        const bool bounded = forms_[next + 1] == "of" || hyphenated || plural ||
                             forms_.one_of(at - 1, {"by", "about", "nearly", "almost", "roughly", "over",
                                                    "than", "least", "around", "only"});
        if (!bounded) return std::nullopt;
        return Number{count / *part, next + 1, 1, false, true};
    }

    [[nodiscard]] std::optional<Number> words(std::size_t at) const {
        double total = 0;
        double group = 0;  // below the next multiplier
        double last_scale = 1;
        std::size_t i = at;
        bool any = false;
        if (forms_.one_of(i, {"a", "an"})) {
            if (forms_[i + 1] == "couple") {
                const std::size_t end = i + (forms_[i + 2] == "of" ? 3 : 2);
                return Number{2, end, 1, false, false};
            }
            if (forms_[i + 1] == "single") return Number{1, i + 2, 1, false, false};
            if (!find(scales, forms_[i + 1])) return std::nullopt;
            group = 1;
            ++i;
        } else if (!find(cardinals, forms_[i])) {
            return std::nullopt;
        }
        for (constexpr std::size_t longest = 24; i < at + longest; any = true) {
            std::size_t next = i;
            const bool joined = any && forms_.hyphen(next);
            if (joined) ++next;
            const bool linked = any && !joined && forms_[next] == "and";
            if (linked) ++next;
            const std::string_view form = forms_[next];
            if (const auto value = find(cardinals, form)) {
                // "twenty-three" and "hundred five" go together, "five six" and "twenty thirty" do not.
                const bool tens = any && static_cast<int>(group) % 100 >= 20 &&
                                  static_cast<int>(group) % 10 == 0 && *value > 0 && *value < 10;
                const bool fits = group == 0 ? total == 0 || *value > 0
                                             : tens || (static_cast<int>(group) % 100 == 0 && *value < 100);
                if (!fits || (linked && tens) || (linked && group == 0 && last_scale == 1)) break;
                group += *value;
            } else if (const auto scale = find(scales, form); scale && !linked && (any || group > 0)) {
                if (*scale == 100 || *scale == 12) {
                    if (group == 0 || group >= 100) break;
                    group *= *scale;
                } else if (group > 0) {
                    if (total > 0 && *scale >= last_scale) break;
                    total += group * *scale;
                    group = 0;
                    last_scale = *scale;
                } else if (total > 0) {
                    total *= *scale;  // "lakh crore"
                    last_scale = *scale;
                } else {
                    break;
                }
            } else {
                break;
            }
            i = next + 1;
        }
        if (!any) return std::nullopt;
        Number number{total + group, i, total > 0 ? last_scale : 1, false, false};
        if (total == 0) {
            take_half(number);
            if (number.value != group) take_scales(number);  // "two and a half million"
        }
        return number;
    }

    const Forms& forms_;
};

}  // namespace

std::optional<Number> number_at(const Forms& forms, std::size_t at) {
    return Reader(forms).read(at);
}

std::optional<double> digits_value(std::string_view form) {
    if (form.empty() || form.size() > longest_digits || form.front() < '0' || form.front() > '9')
        return std::nullopt;
    if (form.size() > 1 && form[0] == '0' && form[1] != '.') return std::nullopt;  // "007"
    const std::size_t point = form.find('.');
    const std::string_view whole = form.substr(0, point);
    std::string plain;
    // Groups of two or three between commas, the last of three; the first may be shorter.
    std::size_t group = 0;
    bool grouped = false;
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        if (i == whole.size() || whole[i] == ',') {
            const bool last = i == whole.size();
            if (grouped && (last ? group != 3 : group != 2 && group != 3)) return std::nullopt;
            if (!last && (group == 0 || group > 3)) return std::nullopt;
            grouped = grouped || !last;
            group = 0;
        } else if (whole[i] >= '0' && whole[i] <= '9') {
            plain += whole[i];
            ++group;
        } else {
            return std::nullopt;
        }
    }
    if (point != std::string_view::npos) plain += form.substr(point);
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
    return value;
}

std::optional<int> ordinal_value(std::string_view form) {
    if (const auto value = find(ordinals, form)) return static_cast<int>(*value);
    if (form.size() < 3 || form.size() > 4) return std::nullopt;
    const std::string_view suffix = form.substr(form.size() - 2);
    if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
    const auto value = digits_value(form.substr(0, form.size() - 2));
    if (!value || *value < 1 || *value > 31) return std::nullopt;
    return static_cast<int>(*value);
}

}  // namespace whosaid::language
