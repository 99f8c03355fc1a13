#include "core/text/abbreviations.hpp"
#include "core/text/characters.hpp"
#include "core/text/segment.hpp"

#include <algorithm>
#include <array>

namespace whosaid::text {
namespace {

using namespace std::string_view_literals;

// How far any rule looks back or ahead: longer words are none of those it asks for, and the bound keeps
// hostile text linear.
constexpr std::size_t longest_word = 32;

// Words that open a sentence after an abbreviation which may also stand before a capital ("U.S. President").
constexpr std::array openers{
    "a"sv,         "about"sv,   "according"sv, "after"sv,   "all"sv,     "although"sv, "an"sv,
    "and"sv,       "as"sv,      "asked"sv,     "at"sv,      "before"sv,  "both"sv,     "but"sv,
    "by"sv,        "critics"sv, "despite"sv,   "during"sv,  "earlier"sv, "even"sv,     "for"sv,
    "from"sv,      "he"sv,      "her"sv,       "his"sv,     "how"sv,     "however"sv,  "i"sv,
    "if"sv,        "in"sv,      "instead"sv,   "it"sv,      "its"sv,     "last"sv,     "many"sv,
    "meanwhile"sv, "most"sv,    "my"sv,        "neither"sv, "no"sv,      "none"sv,     "not"sv,
    "nothing"sv,   "now"sv,     "officials"sv, "on"sv,      "once"sv,    "one"sv,      "or"sv,
    "our"sv,       "police"sv,  "several"sv,   "she"sv,     "since"sv,   "so"sv,       "some"sv,
    "still"sv,     "that"sv,    "the"sv,       "their"sv,   "then"sv,    "there"sv,    "these"sv,
    "they"sv,      "this"sv,    "those"sv,     "though"sv,  "to"sv,      "two"sv,      "under"sv,
    "until"sv,     "we"sv,      "what"sv,      "when"sv,    "where"sv,   "whether"sv,  "while"sv,
    "who"sv,       "why"sv,     "with"sv,      "yet"sv,     "you"sv};
static_assert(std::is_sorted(openers.begin(), openers.end()));

// Verbs that carry a quoted question or exclamation on: “Will he come?” Mara Voss asked.
constexpr std::array reporting_verbs{
    "added"sv,   "adds"sv,    "asked"sv,   "asks"sv,  "cried"sv,    "exclaimed"sv, "inquired"sv,
    "joked"sv,   "quipped"sv, "read"sv,    "reads"sv, "replied"sv,  "said"sv,      "says"sv,
    "shouted"sv, "told"sv,    "tweeted"sv, "urged"sv, "wondered"sv, "wrote"sv,     "yelled"sv};
static_assert(std::is_sorted(reporting_verbs.begin(), reporting_verbs.end()));

template <class Table>
bool holds(const Table& table, std::string_view word) {
    return std::binary_search(table.begin(), table.end(), word);
}

// Reads one paragraph from left to right and decides at each terminator.
class Splitter {
  public:
    Splitter(std::string_view text, Span paragraph)
        : text_(text.substr(0, paragraph.end)), paragraph_(paragraph) {}

    std::vector<Span> run() {
        std::vector<Span> result;
        std::size_t start = skip_space(paragraph_.begin);
        casual_ = is_lower(character_at(text_, start).value);
        std::size_t at = start;
        while (at < text_.size()) {
            const Character c = character_at(text_, at);
            if (!is_terminator(c.value)) {
                at += c.size;
                continue;
            }
            const std::size_t end = end_of_sentence(start, at);
            if (end == 0) {
                at = after_spaced_terminators(at);
                continue;
            }
            push(result, start, end);
            start = at = skip_space(end);
        }
        push(result, start, text_.size());
        return result;
    }

  private:
    void push(std::vector<Span>& result, std::size_t begin, std::size_t end) const {
        while (end > begin) {
            const Character c = character_before(text_, end);
            if (!is_space(c.value)) break;
            end -= c.size;
        }
        if (end > begin)
            result.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    std::size_t skip_space(std::size_t at) const {
        while (at < text_.size()) {
            const Character c = character_at(text_, at);
            if (!is_space(c.value)) break;
            at += c.size;
        }
        return at;
    }

    std::size_t after_terminators(std::size_t at) const {
        while (at < text_.size()) {
            const Character c = character_at(text_, at);
            if (!is_terminator(c.value)) break;
            at += c.size;
        }
        return at;
    }

    // The same with spaces between them, as in ". . .".
    std::size_t after_spaced_terminators(std::size_t at) const {
        std::size_t end = after_terminators(at);
        for (;;) {
            const std::size_t next = skip_space(end);
            const std::size_t further = after_terminators(next);
            // ". 5" is no run, nor is ". .NET".
            if (further == next || (further < text_.size() && !is_space(character_at(text_, further).value) &&
                                    !is_closing(character_at(text_, further).value)))
                return end;
            end = further;
        }
    }

    // The word whose first byte is `at`; empty where there is none or it is longer than any rule's.
    std::string_view word_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size()) {
            const Character c = character_at(text_, end);
            if (!is_letter(c.value)) break;
            end += c.size;
            if (end - at > longest_word) return {};
        }
        return text_.substr(at, end - at);
    }

    // The word before `at`, full stops inside it included ("p.m" before the last stop of "p.m.").
    std::string_view word_before(std::size_t start, std::size_t at) const {
        std::size_t begin = at;
        while (begin > start) {
            const Character c = character_before(text_, begin);
            if (!is_letter(c.value) && !is_digit(c.value) && c.value != '.' && c.value != '&') break;
            begin -= c.size;
            if (at - begin > longest_word) return {};
        }
        return text_.substr(begin, at - begin);
    }

    // End of the sentence that the terminator at `at` closes; 0 where it closes none.
    std::size_t end_of_sentence(std::size_t start, std::size_t at) const {
        const std::size_t stop = after_spaced_terminators(at);
        std::size_t end = stop;
        bool quoted = false;
        while (end < text_.size()) {
            const Character c = character_at(text_, end);
            if (!is_closing(c.value)) break;
            quoted = quoted || is_quote(c.value);
            end += c.size;
        }
        const std::size_t next = skip_space(end);
        if (next >= text_.size()) return text_.size();

        const bool single_stop = stop == at + 1 && text_[at] == '.';
        const char32_t last = character_before(text_, stop).value;
        const bool ideographic = last == U'。' || last == U'！' || last == U'？';
        if (next == end && !ideographic)
            return single_stop && end == stop && joined_sentences(start, at) ? end : 0;

        // What the next sentence would start with, behind its opening quotation marks and brackets.
        std::size_t first = next;
        while (first < text_.size() && is_opening(character_at(text_, first).value))
            first += character_at(text_, first).size;
        const char32_t initial = character_at(text_, first).value;
        if (is_lower(initial) && !small_start(start, at, stop, end, first)) return 0;
        if (first == next && !is_letter(initial) && !is_digit(initial) && end == stop && !is_upper(initial)) {
            // A dash or a comma carries the sentence on: "Acme Inc. - the maker - ...".
            if (is_dash(initial) || is_hyphen(initial) || initial == ',' || initial == ';' || initial == ':')
                return 0;
        }
        if (quoted && (last == '?' || last == '!') && first == next && reporting_follows(next)) return 0;
        if (single_stop && end == stop && !stop_ends(start, at, next, first)) return 0;
        return end;
    }

    // Whether a sentence starts with the small letter at `first`: a web address, a sentence in a text without
    // capitals, or one that opens as few words but a sentence's do behind an ordinary word.
    bool small_start(std::size_t start, std::size_t at, std::size_t stop, std::size_t end,
                     std::size_t first) const {
        const std::string_view rest = text_.substr(first);
        if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
            return true;
        const bool ellipsis = text_[at] == '.' && stop > at + 1;
        if (end != stop || ellipsis) return false;
        if (casual_) return true;
        const std::string_view before = word_before(start, at);
        return before.size() > 2 && abbreviation(before) == Abbreviation::none &&
               std::all_of(before.begin(), before.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
               text_[at] == '.' && holds(openers, word_at(first));
    }

    // "...the dam.The ministry": a stop without a space between two ordinary words.
    bool joined_sentences(std::size_t start, std::size_t at) const {
        const std::string_view before = word_before(start, at);
        const std::string_view after = word_at(at + 1);
        if (before.size() < 3 || after.size() < 2) return false;
        const auto all_lower = [](std::string_view word) {
            return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        };
        return all_lower(before) && after[0] >= 'A' && after[0] <= 'Z' && all_lower(after.substr(1)) &&
               holds(openers, lower(after));
    }

    // Whether a verb of saying follows one to four capitalised words: the quotation's own reporting clause.
    bool reporting_follows(std::size_t at) const {
        for (int words = 0; words < 5; ++words) {
            const std::string_view word = word_at(at);
            if (word.empty()) return false;
            if (words > 0 && holds(reporting_verbs, lower(word))) return true;
            if (!is_upper(character_at(word, 0).value)) return false;
            if (words == 0 && word != "He" && word != "She" && holds(openers, lower(word))) return false;
            at += word.size();
            if (at >= text_.size() || text_[at] != ' ') return false;
            ++at;
        }
        return false;
    }

    // Whether the single full stop at `at` ends a sentence although an abbreviation may need it. `next` is
    // where the rest starts, `first` its first letter behind quotation marks.
    bool stop_ends(std::size_t start, std::size_t at, std::size_t next, std::size_t first) const {
        const std::string_view word = word_before(start, at);
        if (word.empty()) return true;
        const bool digit_follows = is_digit(character_at(text_, first).value);
        // "1. The first point": the number of a list item.
        if (word.data() == text_.data() + start && std::all_of(word.begin(), word.end(), is_ascii_digit)) {
            return false;
        }
        const bool quotation_follows = first != next && is_quote(character_at(text_, next).value) &&
                                       is_upper(character_at(text_, first).value);
        const bool opener_follows = quotation_follows || holds(openers, lower(word_at(first)));
        const Character initial = character_at(word, 0);
        if (initial.size == word.size() && is_upper(initial.value)) {
            // "J. Doe" and "John F. Doe", but "vitamin B. The"; "I" is a word as well.
            return opener_follows || (initial.value == 'I' && !digit_follows);
        }
        if (is_dotted(word)) {
            const std::string lowered = lower(word);
            if (lowered == "a.m" || lowered == "p.m") return !digit_follows && !is_time_word(word_at(first));
            if (lowered == "e.g" || lowered == "i.e") return false;
            return opener_follows;
        }
        switch (abbreviation(word)) {
            case Abbreviation::title:
                return false;
            case Abbreviation::number:
            case Abbreviation::month:
                return !digit_follows && (opener_follows || !is_upper(initial.value));
            case Abbreviation::other:
                return opener_follows;
            case Abbreviation::none:
                return true;
        }
        return true;
    }

    static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

    // Words that follow a time of day: "5 p.m. Tuesday", "9 a.m. EST".
    static bool is_time_word(std::string_view word) {
        constexpr std::array words{"april"sv,   "august"sv,   "december"sv, "february"sv, "friday"sv,
                                   "january"sv, "july"sv,     "june"sv,     "march"sv,    "may"sv,
                                   "monday"sv,  "november"sv, "october"sv,  "saturday"sv, "september"sv,
                                   "sunday"sv,  "thursday"sv, "tuesday"sv,  "wednesday"sv};
        static_assert(std::is_sorted(words.begin(), words.end()));
        const bool capitals =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals && word.size() >= 2 && word.size() <= 5) return true;  // a time zone
        return holds(words, lower(word));
    }

    std::string_view text_;  // up to the paragraph's end
    Span paragraph_;
    bool casual_ = false;  // begins small, as messages do that care for no capitals: its sentences may too
};

bool breaks_line(char32_t c) {
    return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::vector<Span> paragraphs(std::string_view text) {
    std::vector<Span> result;
    std::size_t begin = text.size();  // of the current paragraph; text.size(): none yet
    std::size_t end = 0;
    const auto close = [&] {
        if (end > begin)
            result.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = text.size();
    };
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (breaks_line(c.value)) {
            close();
        } else if (!is_space(c.value)) {
            begin = std::min(begin, at);
            end = at + c.size;
        }
        at += c.size;
    }
    close();
    return result;
}

std::uint32_t dateline_end(std::string_view text, Span paragraph) {
    constexpr std::uint32_t longest = 90;  // bytes
    const std::uint32_t end = std::min(paragraph.end, paragraph.begin + longest);
    bool bracket = false;
    bool place = false;         // a word in capitals opens it
    bool capitals_only = true;  // outside of brackets
    std::uint32_t at = paragraph.begin;
    while (at < end) {
        const Character c = character_at(text, at);
        const std::uint32_t next = at + std::max<std::uint32_t>(c.size, 1);
        if (c.value == U'(' && place && !bracket) {
            bracket = true;
        } else if (c.value == U')' && bracket) {
            bracket = false;
        } else if (bracket) {
            // the agency's name, whatever it is
        } else if (place && (is_dash(c.value) || (is_hyphen(c.value) && text.substr(at - 1, 1) == " "))) {
            const bool double_hyphen = is_hyphen(c.value) && text.substr(next, 1) == "-";
            const std::uint32_t past = next + (double_hyphen ? 1 : 0);
            return past < paragraph.end && is_space(character_at(text, past).value) ? past : paragraph.begin;
        } else if (c.value == U':') {
            const bool told = place && capitals_only && next < paragraph.end && text[next] == ' ';
            return told ? next : paragraph.begin;
        } else if (is_letter(c.value)) {
            // The words: capitals for the place, a capital first for a month or a country.
            std::uint32_t stop = at;
            std::size_t letters = 0;
            bool upper = true;
            for (Character w = c; stop < end && is_letter(w.value); w = character_at(text, stop)) {
                upper = upper && is_upper(w.value);
                ++letters;
                stop += std::max<std::uint32_t>(w.size, 1);
            }
            if (!is_upper(c.value)) return paragraph.begin;
            if (at == paragraph.begin && (!upper || letters < 2)) return paragraph.begin;
            place = true;
            capitals_only = capitals_only && upper;
            at = stop;
            continue;
        } else if (!is_space(c.value) && !is_digit(c.value) && !is_apostrophe(c.value) &&
                   !is_hyphen(c.value) && c.value != U',' && c.value != U'.' && c.value != U'/') {
            return paragraph.begin;
        }
        at = next;
    }
    return paragraph.begin;
}

std::vector<Span> sentences(std::string_view text, Span paragraph) {
    const std::uint32_t opening = dateline_end(text, paragraph);
    if (opening == paragraph.begin) return Splitter(text, paragraph).run();
    std::vector<Span> all{{paragraph.begin, opening}};
    std::uint32_t rest = opening;
    while (rest < paragraph.end && is_space(character_at(text, rest).value))
        rest += character_at(text, rest).size;
    const std::vector<Span> others = Splitter(text, {rest, paragraph.end}).run();
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

}  // namespace whosaid::text
