#include "core/text/abbreviations.hpp"
#include "core/text/characters.hpp"
#include "core/text/segment.hpp"

#include <algorithm>
#include <array>

namespace whosaid::text {
namespace {

using namespace std::string_view_literals;

// Prefixes that UD English leaves on their word; any other hyphen stands apart ("US|-|based", "co-founder").
constexpr std::array prefixes{"a"sv,     "ante"sv,  "anti"sv,  "bi"sv,    "co"sv,     "contra"sv, "counter"sv,
                              "cross"sv, "cyber"sv, "de"sv,    "e"sv,     "eco"sv,    "ex"sv,     "extra"sv,
                              "hyper"sv, "i"sv,     "infra"sv, "inter"sv, "intra"sv,  "macro"sv,  "mega"sv,
                              "meta"sv,  "micro"sv, "mid"sv,   "mini"sv,  "mis"sv,    "mono"sv,   "multi"sv,
                              "neo"sv,   "non"sv,   "out"sv,   "over"sv,  "pan"sv,    "para"sv,   "poly"sv,
                              "post"sv,  "pre"sv,   "pro"sv,   "proto"sv, "pseudo"sv, "psycho"sv, "quasi"sv,
                              "re"sv,    "semi"sv,  "sub"sv,   "super"sv, "supra"sv,  "trans"sv,  "tri"sv,
                              "u"sv,     "ultra"sv, "un"sv,    "under"sv, "uni"sv,    "wi"sv,     "x"sv};
static_assert(std::is_sorted(prefixes.begin(), prefixes.end()));

// Domains that mark "acme.com" as one token.
constexpr std::array domains{"ai"sv,   "asia"sv, "au"sv, "biz"sv, "ca"sv,  "cn"sv, "co"sv,  "com"sv,
                             "de"sv,   "edu"sv,  "eu"sv, "fr"sv,  "gov"sv, "il"sv, "in"sv,  "info"sv,
                             "int"sv,  "io"sv,   "ir"sv, "it"sv,  "jp"sv,  "me"sv, "mil"sv, "net"sv,
                             "news"sv, "org"sv,  "pk"sv, "ru"sv,  "tv"sv,  "uk"sv, "us"sv,  "za"sv};
static_assert(std::is_sorted(domains.begin(), domains.end()));

constexpr std::array clitics{"'d"sv, "'ll"sv, "'m"sv, "'re"sv, "'s"sv, "'ve"sv};

// Words that are two in UD: where the second begins.
struct Contraction {
    std::string_view word;
    std::size_t cut;
};
constexpr std::array contractions{
    Contraction{"arent", 3}, Contraction{"cannot", 3}, Contraction{"cant", 2},     Contraction{"couldnt", 5},
    Contraction{"didnt", 3}, Contraction{"doesnt", 4}, Contraction{"dont", 2},     Contraction{"gimme", 3},
    Contraction{"gonna", 3}, Contraction{"gotta", 3},  Contraction{"hasnt", 3},    Contraction{"havent", 4},
    Contraction{"isnt", 2},  Contraction{"lemme", 3},  Contraction{"shouldnt", 6}, Contraction{"wanna", 3},
    Contraction{"wasnt", 3}, Contraction{"wont", 2},   Contraction{"wouldnt", 5}};
constexpr std::size_t longest_contraction = 8;

// Endings of file names that make "notes.doc" one token.
constexpr std::array file_endings{"csv"sv,  "doc"sv,  "docx"sv, "exe"sv, "gif"sv,  "htm"sv, "html"sv,
                                  "jpeg"sv, "jpg"sv,  "mp3"sv,  "mp4"sv, "pdf"sv,  "php"sv, "png"sv,
                                  "ppt"sv,  "pptx"sv, "txt"sv,  "xls"sv, "xlsx"sv, "xml"sv, "zip"sv};
static_assert(std::is_sorted(file_endings.begin(), file_endings.end()));

// Faces, the longest first.
constexpr std::array faces{":-)"sv, ":-("sv, ";-)"sv, ":-/"sv, ":-P"sv, ":-D"sv, ":)"sv,
                           ":("sv,  ";)"sv,  "(:"sv,  ":D"sv,  ":P"sv,  ":/"sv};

// No rule needs more of a word than this; the bound keeps hostile text linear.
constexpr std::size_t longest_lookahead = 80;

class Tokenizer {
  public:
    Tokenizer(std::string_view text, Span sentence)
        : text_(text.substr(0, sentence.end)), at_(sentence.begin) {}

    std::vector<Span> run() {
        tokens_.reserve((text_.size() - at_) / 5);
        while (at_ < text_.size()) {
            const Character c = at(at_);
            if (is_space(c.value)) {
                at_ += c.size;
                continue;
            }
            if (address() || face()) continue;
            if (is_digit(c.value)) {
                if (!list_number()) number();
            } else if (is_letter(c.value)) {
                word();
            } else {
                symbol(c);
            }
        }
        return std::move(tokens_);
    }

  private:
    Character at(std::size_t i) const { return character_at(text_, i); }
    bool word_character(std::size_t i) const { return is_letter(at(i).value) || is_digit(at(i).value); }
    bool digit_at(std::size_t i) const { return is_digit(at(i).value); }

    void token(std::size_t end) {
        if (end > at_) tokens_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
        at_ = end;
    }

    std::size_t run_of(std::size_t i, bool (*member)(char32_t)) const {
        while (i < text_.size()) {
            const Character c = at(i);
            if (!member(c.value)) break;
            i += c.size;
        }
        return i;
    }

    bool starts_with(std::string_view prefix) const {
        if (text_.size() - at_ < prefix.size()) return false;
        for (std::size_t i = 0; i < prefix.size(); ++i) {
            const char c = text_[at_ + i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != prefix[i]) return false;
        }
        return true;
    }

    // Web and mail addresses, handles and hashtags at the current place.
    bool address() {
        const char c = text_[at_];
        if ((c == 'h' || c == 'H') && (starts_with("http://") || starts_with("https://"))) return url();
        if ((c == 'w' || c == 'W') && starts_with("www.")) return url();
        if ((c == '@' || c == '#') && is_letter(at(at_ + 1).value)) {
            std::size_t end = at_ + 1;
            while (end < text_.size() && (word_character(end) || text_[end] == '_'))
                end += at(end).size;
            token(end);
            return true;
        }
        return mail();
    }

    // Apart from the words on both sides: ":)", but not in "(as follows:)".
    bool face() {
        const char c = text_[at_];
        if (c != ':' && c != ';' && c != '(') return false;
        const char32_t before = character_before(text_, at_).value;
        if (at_ > 0 && (is_letter(before) || is_digit(before))) return false;
        for (const std::string_view face : faces) {
            const std::size_t end = at_ + face.size();
            if (text_.substr(at_, face.size()) != face) continue;
            if (end < text_.size() && (word_character(end) || text_[end] == '/')) continue;
            token(end);
            return true;
        }
        return false;
    }

    bool url() {
        std::size_t end = at_;
        while (end < text_.size()) {
            const Character c = at(end);
            if (is_space(c.value) || c.value == '"' || c.value == '<' || c.value == '>' || c.value == U'”')
                break;
            end += c.size;
        }
        // Punctuation at its end belongs to the sentence.
        while (end > at_ + 1 && ".,;:!?)]'"sv.find(text_[end - 1]) != std::string_view::npos)
            --end;
        token(end);
        return true;
    }

    bool mail() {
        const auto local = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                   c == '_' || c == '-' || c == '+';
        };
        std::size_t end = at_;
        while (end < text_.size() && local(text_[end]) && end - at_ < longest_lookahead)
            ++end;
        if (end == at_ || end + 1 >= text_.size() || text_[end] != '@' || !local(text_[end + 1]))
            return false;
        const std::size_t host = end + 1;
        end = host;
        while (end < text_.size() && local(text_[end]) && end - host < longest_lookahead)
            ++end;
        while (end > host && (text_[end - 1] == '.' || text_[end - 1] == '-'))
            --end;
        token(end);
        return true;
    }

    // "2." and "2.1." that open a sentence and have text behind them.
    bool list_number() {
        if (!tokens_.empty()) return false;
        std::size_t end = run_of(at_, is_digit);
        while (end + 1 < text_.size() && text_[end] == '.' && digit_at(end + 1) && end - at_ < 8)
            end = run_of(end + 1, is_digit);
        if (end - at_ > 8 || end + 1 >= text_.size() || text_[end] != '.' || text_[end + 1] != ' ' ||
            ends_sentence(end + 1))
            return false;
        token(end + 1);
        return true;
    }

    // "51,000", "2.5", "10:30", "9/11", "2026-01-28", "555-0134", "20th", "1990s"; a unit behind it stands
    // apart.
    void number() {
        std::size_t end = run_of(at_, is_digit);
        bool hyphens = false;
        while (end + 1 < text_.size() && digit_at(end + 1)) {
            const char c = text_[end];
            if (c == ',' || c == '.' || c == ':' || c == '/') {
                end = run_of(end + 1, is_digit);
            } else if (c == '-' && !hyphens && hyphenated_digits(end)) {
                hyphens = true;
                end = hyphenated_digits_end(end);
            } else {
                break;
            }
        }
        const std::size_t letters = run_of(end, is_letter);
        if (letters > end && digit_at(letters)) {
            end = run_of(letters, is_letter_or_digit);  // a code: "3G4b"
        } else if (letters > end && letters - end <= 2) {
            const std::string suffix = lower(text_.substr(end, letters - end));
            if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "s")
                end = letters;
        }
        token(end);
    }

    static bool is_letter_or_digit(char32_t c) { return is_letter(c) || is_digit(c); }

    std::size_t hyphenated_digits_end(std::size_t hyphen) const {
        std::size_t end = hyphen;
        while (end < text_.size() && end - hyphen < longest_lookahead && (digit_at(end) || text_[end] == '-'))
            end += at(end).size;
        while (text_[end - 1] == '-')
            --end;
        return end;
    }

    // Telephone numbers and ISO dates keep their hyphens, ranges ("10-15", "2019-2021") do not.
    bool hyphenated_digits(std::size_t hyphen) const {
        const std::size_t end = hyphenated_digits_end(hyphen);
        const std::string_view rest = text_.substr(hyphen + 1, end - hyphen - 1);
        const std::size_t before = hyphen - at_;
        if (rest.find('-') != std::string_view::npos) return end - at_ <= 24;
        return before == 3 && rest.size() == 4;
    }

    void word() {
        // "U.S.", "J.", "p.m.": letters with stops between them.
        if (const std::size_t end = dotted_end(); end > at_) return token(end);
        std::size_t end = run_of(at_, is_letter_or_digit);
        while (end < text_.size()) {
            const std::size_t longer = continued(end);
            if (longer == end) break;
            end = longer;
        }
        if (end < text_.size() && text_[end] == '.' && keeps_stop(end)) return token(end + 1);
        split_word(end);
    }

    // End of the word if it goes on behind its letters up to `end`, else `end`.
    std::size_t continued(std::size_t end) const {
        const Character c = at(end);
        const std::size_t next = end + c.size;
        const std::string_view part = text_.substr(at_, end - at_);
        if (c.value == '_') return run_of(next, is_letter_or_digit);
        if (c.value == '$' && part.size() <= 2 && all_upper(part)) return next;  // "US$"
        if (next >= text_.size() || !word_character(next)) return end;
        const std::size_t further = run_of(next, is_letter_or_digit);
        if (is_apostrophe(c.value)) return clitic_length(end) > 0 || negation(end) ? end : further;
        if (is_hyphen(c.value)) {
            return part.size() <= longest_lookahead && is_prefix(part) ? further : end;
        }
        if (c.value == '.') {
            const bool domain = further - next <= 4 && std::binary_search(domains.begin(), domains.end(),
                                                                          text_.substr(next, further - next));
            const bool file =
                further - next <= 4 && std::binary_search(file_endings.begin(), file_endings.end(),
                                                          lower(text_.substr(next, further - next)));
            if (file) return further;
            if (!domain || !is_lower(at(next).value)) return end;
            return further < text_.size() && text_[further] == '/' ? end_of_path(further) : further;
        }
        if (c.value == '&') {  // "AT&T", "R&D"
            return part.size() <= 4 && further - next <= 3 && all_upper(part) && is_upper(at(next).value)
                       ? further
                       : end;
        }
        return end;
    }

    // "acme.com/news/today": the address up to a space or a mark of the sentence.
    std::size_t end_of_path(std::size_t end) const {
        const std::size_t start = end;
        while (end < text_.size() && end - start < longest_lookahead &&
               (word_character(end) || "/-_.~%?=&#"sv.find(text_[end]) != std::string_view::npos))
            end += at(end).size;
        while (end > start && ".?-"sv.find(text_[end - 1]) != std::string_view::npos)
            --end;
        return end;
    }

    bool is_prefix(std::string_view part) const {
        const std::size_t hyphen = part.rfind('-');
        const std::string last = lower(hyphen == std::string_view::npos ? part : part.substr(hyphen + 1));
        return hyphen == std::string_view::npos && std::binary_search(prefixes.begin(), prefixes.end(), last);
    }

    static bool all_upper(std::string_view word) {
        return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    // End of "U.S." or of an initial ("J."), its last stop included; at_ where there is none.
    std::size_t dotted_end() const {
        std::size_t end = at_;
        std::size_t letters = 0;
        while (end < text_.size() && letters < longest_lookahead) {
            const Character c = at(end);
            if (!is_letter(c.value) || end + c.size >= text_.size() || text_[end + c.size] != '.') break;
            end += c.size + 1;
            ++letters;
        }
        if (letters == 0) return at_;
        const bool letter_follows = is_letter(at(end).value);
        if (letters == 1 && letter_follows && is_upper(at(at_).value) && is_upper(at(end).value) &&
            !word_character(end + at(end).size)) {
            return end + at(end).size;  // "U.S government"
        }
        if (letters == 1) {
            const bool initial = is_upper(at(at_).value) && !letter_follows && !ends_sentence(end);
            return initial ? end : at_;
        }
        if (letter_follows) {
            // "U.S.A" without its last stop, or a name behind initials ("J.R.Smith").
            const std::size_t further = run_of(end, is_letter_or_digit);
            return further == end + at(end).size ? further : end;
        }
        return ends_sentence(end) && !is_upper(at(at_).value) ? end - 1 : end;
    }

    // Whether nothing but closing quotation marks and brackets follows.
    bool ends_sentence(std::size_t i) const {
        for (int closers = 0; i < text_.size(); ++closers) {
            const Character c = at(i);
            if (closers > 4 || !(is_closing(c.value) || is_space(c.value))) return false;
            i += c.size;
        }
        return true;
    }

    bool keeps_stop(std::size_t end) const {
        return !ends_sentence(end + 1) && !word_character(end + 1) &&
               abbreviation(text_.substr(at_, end - at_)) != Abbreviation::none;
    }

    // Length of the clitic that starts with the apostrophe at `i`; 0 where there is none.
    std::size_t clitic_length(std::size_t i) const {
        const Character apostrophe = at(i);
        const std::size_t end = run_of(i + apostrophe.size, is_letter_or_digit);
        if (end - i > apostrophe.size + 2) return 0;
        std::string clitic = "'";
        append_lower(text_.substr(i + apostrophe.size, end - i - apostrophe.size), clitic);
        return std::find(clitics.begin(), clitics.end(), clitic) != clitics.end() ? end - i : 0;
    }

    // Whether the apostrophe at `i` stands in "n't".
    bool negation(std::size_t i) const {
        const std::size_t t = i + at(i).size;
        return i > at_ && t < text_.size() && (text_[i - 1] == 'n' || text_[i - 1] == 'N') &&
               (text_[t] == 't' || text_[t] == 'T') && !word_character(t + 1);
    }

    // The word up to `end` as one token or two, and the clitic that follows it.
    void split_word(std::size_t end) {
        const Character c = at(end);
        if (is_apostrophe(c.value) && c.size > 0) {
            if (negation(end)) {
                if (end - 1 > at_) token(end - 1);
                return token(at_ + 1 + c.size + 1);
            }
            if (const std::size_t length = clitic_length(end); length > 0) {
                token(end);
                return token(at_ + length);
            }
        }
        if (end - at_ <= longest_contraction) {
            const std::string whole = lower(text_.substr(at_, end - at_));
            for (const Contraction& contraction : contractions) {
                if (whole == contraction.word) {
                    token(at_ + contraction.cut);
                    return token(end);
                }
            }
        }
        token(end);
    }

    void symbol(Character c) {
        // Runs of one kind are one token: "...", "--", "?!", "''".
        const auto runs = [](char32_t value) {
            return value == '.' || value == '-' || value == '*' || value == '=' || value == '_' ||
                   value == '+' || value == '<' || value == '>' || value == '~' || value == '#';
        };
        std::size_t end = at_ + c.size;
        if (runs(c.value)) {
            while (end < text_.size() && at(end).value == c.value)
                end += c.size;
        } else if (c.value == '!' || c.value == '?') {
            while (end < text_.size() && (text_[end] == '!' || text_[end] == '?'))
                ++end;
        } else if ((c.value == '\'' || c.value == '`') && end < text_.size() && at(end).value == c.value) {
            end += c.size;
        } else if (is_apostrophe(c.value)) {
            if (const std::size_t length = clitic_length(at_);
                length > 0 && (!tokens_.empty() && tokens_.back().end == at_)) {
                return token(at_ + length);  // behind a quotation mark or digit: "1960"'s"
            }
            // "'60s", "'98": years without their century.
            if (digit_at(end) && (tokens_.empty() || tokens_.back().end < at_)) {
                const std::size_t digits = run_of(end, is_digit);
                if (digits - end == 2) return token(run_of(digits, is_letter));
            }
        }
        token(end);
    }

    std::string_view text_;  // up to the sentence's end
    std::size_t at_;
    std::vector<Span> tokens_;
};

}  // namespace

std::vector<Span> tokens(std::string_view text, Span sentence) {
    return Tokenizer(text, sentence).run();
}

}  // namespace whosaid::text
