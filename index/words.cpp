#include "index/words.hpp"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace whosaid::index {
namespace {

constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_value = 200;

// English function words: they carry grammar, not matter. Contractions as Words writes them. Sorted.
constexpr auto stop_words = std::to_array<std::string_view>(
    {"a",      "about",   "after",  "again",  "all",     "also",    "am",    "an",      "and",     "any",
     "are",    "arent",   "as",     "at",     "be",      "because", "been",  "before",  "being",   "between",
     "both",   "but",     "by",     "can",    "could",   "did",     "didnt", "do",      "does",    "doesnt",
     "doing",  "dont",    "during", "each",   "few",     "for",     "from",  "further", "had",     "hadnt",
     "has",    "hasnt",   "have",   "havent", "having",  "he",      "hed",   "hell",    "her",     "here",
     "hers",   "herself", "hes",    "him",    "himself", "his",     "how",   "i",       "id",      "if",
     "im",     "in",      "into",   "is",     "isnt",    "it",      "itd",   "itll",    "its",     "itself",
     "ive",    "just",    "may",    "me",     "might",   "more",    "most",  "must",    "my",      "myself",
     "no",     "nor",     "not",    "of",     "off",     "on",      "once",  "only",    "or",      "other",
     "our",    "ours",    "out",    "over",   "own",     "same",    "shall", "she",     "shes",    "should",
     "so",     "some",    "such",   "than",   "that",    "the",     "their", "theirs",  "them",    "then",
     "there",  "these",   "they",   "theyll", "theyre",  "theyve",  "this",  "those",   "through", "to",
     "too",    "under",   "until",  "up",     "us",      "very",    "was",   "wasnt",   "we",      "were",
     "werent", "weve",    "what",   "when",   "where",   "which",   "while", "who",     "whom",    "whose",
     "why",    "will",    "with",   "wont",   "would",   "wouldnt", "you",   "youd",    "youll",   "your",
     "youre",  "yours",   "youve"});
static_assert(std::ranges::is_sorted(stop_words));

struct CodePoint {
    UChar32 value = -1;  // negative past the end
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The text is valid; what is not becomes U+FFFD, which is no word, or some other letter.
CodePoint code_point(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {-1, at, at};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, at, at + 1};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC0 || at + size > text.size()) return {0xFFFD, at, at + 1};
    auto value = static_cast<UChar32>(first & (0x7FU >> size));
    for (std::size_t i = at + 1; i < at + size; ++i) {
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
    }
    return {value, at, at + size};
}

bool is_digit(UChar32 c) {
    return c >= '0' && c <= '9';
}

bool is_word(UChar32 c) {
    if (c < 0) return false;
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019;
}

// Whether the comma before `at` groups thousands: exactly three digits follow it.
bool groups_thousands(std::string_view text, std::size_t at) {
    for (std::size_t i = at; i < at + 3; ++i) {
        if (!is_digit(code_point(text, i).value)) return false;
    }
    return !is_word(code_point(text, at + 3).value);
}

// The folded form of a word with letters beyond ASCII: canonical, caseless, accents off.
std::string folded_word(const std::string& word) {
    struct Normalizers {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    };
    static const Normalizers normalizers;
    UErrorCode status = normalizers.status;
    if (U_FAILURE(status)) return word;
    const icu::UnicodeString parts = normalizers.apart->normalize(
        normalizers.fold->normalize(icu::UnicodeString::fromUTF8(word), status), status);
    if (U_FAILURE(status)) return word;
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 c = parts.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
    }
    std::string out;
    bare.toUTF8String(out);
    return out;
}

}  // namespace

bool Words::next(std::string& word) {
    while (true) {
        CodePoint c = code_point(text_, at_);
        while (c.value >= 0 && !is_word(c.value))
            c = code_point(text_, c.end);
        at_ = c.end;
        if (c.value < 0) return false;
        word.clear();
        bool ascii = true;
        bool capitals = true;
        bool too_long = false;
        std::size_t letters = 0;  // since the last dot of an acronym
        while (true) {
            ascii = ascii && c.value < 0x80;
            capitals = capitals && (u_isupper(c.value) != 0 || is_digit(c.value));
            too_long = too_long || word.size() + (c.end - c.begin) > longest_word;
            if (!too_long) word.append(text_, c.begin, c.end - c.begin);
            ++letters;
            at_ = c.end;
            const CodePoint mark = code_point(text_, at_);
            if (is_word(mark.value)) {
                c = mark;
                continue;
            }
            const CodePoint after = code_point(text_, mark.end);
            if (!is_word(after.value)) break;
            const bool last = !is_word(code_point(text_, after.end).value);
            if (is_apostrophe(mark.value)) {
                if (last && (after.value == 's' || after.value == 'S')) {
                    at_ = after.end;
                    break;
                }
            } else if (is_digit(c.value) && is_digit(after.value)) {
                if (mark.value != '.' && !(mark.value == ',' && groups_thousands(text_, after.begin))) break;
                if (mark.value == '.') word += '.';
            } else if (mark.value == '.' && letters == 1 && last) {
                letters = 0;
            } else {
                break;
            }
            c = after;
        }
        if (too_long) continue;
        const bool several = word.size() > 1;
        if (ascii) {
            for (char& each : word) {
                if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
            }
        } else {
            word = folded_word(word);
            if (word.empty() || word.size() > longest_word) continue;
        }
        stop_ = !(capitals && several) && std::ranges::binary_search(stop_words, std::string_view(word));
        return true;
    }
}

std::string folded(std::string_view text) {
    std::string out;
    std::string word;
    for (Words words(text); words.next(word);) {
        if (out.size() + 1 + word.size() > longest_value) break;
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

}  // namespace whosaid::index
