#include "cli/report/display.hpp"

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>

namespace whosaid::cli {
namespace {

constexpr UChar32 zero_width_joiner = 0x200D;
constexpr UChar32 emoji_presentation = 0xFE0F;

// One code point of `text` at `at`, which moves past it. `text` is valid UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
    const text::Character character = text::character_at(text, at);
    at += character.size;
    return static_cast<UChar32>(character.value);
}

bool reorders(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool blank(UChar32 c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::size_t width_of(UChar32 c) {
    if (c < 0x300) return 1;                   // Latin: the common case, and no combining marks in it
    if (c == emoji_presentation) return 1;     // widens the narrow sign before it
    if (c >= 0x1160 && c <= 0x11FF) return 0;  // vowels and finals of Hangul join the initial before them
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

bool closes(UChar32 c) {
    const auto type = u_charType(c);
    return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || type == U_OTHER_PUNCTUATION;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string repaired;
    if (text::first_invalid(text)) {
        repaired = text::repaired(text);
        text = repaired;
    }
    std::string out;
    out.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const UChar32 c = next(text, at);
        if (blank(c)) {
            space = true;
            continue;
        }
        if (reorders(c)) continue;
        if (space && !out.empty()) out += ' ';
        space = false;
        if (u_charType(c) == U_CONTROL_CHAR) {
            out += "\xEF\xBF\xBD";
        } else {
            out += text.substr(begin, at - begin);
        }
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();)
        columns += width_of(next(text, at));
    return columns;
}

std::vector<Span> wrap(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 1);
    std::vector<Span> lines;
    std::size_t begin = 0;          // of the line
    std::size_t columns = 0;        // from begin
    std::size_t break_end = 0;      // where the line ends if broken at the last opportunity; begin: none
    std::size_t break_next = 0;     // where the next line then begins
    std::size_t break_columns = 0;  // columns from begin to break_next
    UChar32 previous = 0;
    const auto add = [&](std::size_t end) {
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const UChar32 c = next(text, at);
        const std::size_t w = width_of(c);
        const bool joined = w == 0 || c == emoji_presentation || previous == zero_width_joiner;
        if (here > begin && !joined && c != ' ' && previous != ' ' && (w == 2 || width_of(previous) == 2) &&
            !closes(c)) {
            break_end = break_next = here;
            break_columns = columns;
        }
        while (columns + w > width && c != ' ' && !joined && here > begin) {
            if (break_end <= begin) {
                break_end = break_next = here;
                break_columns = columns;
            }
            add(break_end);
            begin = break_next;
            columns -= break_columns;
            break_end = break_next = begin;
        }
        columns += w;
        if (c == ' ') {
            break_end = here;
            break_next = at;
            break_columns = columns;
        }
        previous = c;
    }
    if (begin < text.size()) add(text.size());
    return lines;
}

std::string shortened(std::string_view text, std::size_t columns) {
    constexpr std::string_view ellipsis = "...";
    const std::size_t room = columns > ellipsis.size() ? columns - ellipsis.size() : 0;
    std::size_t used = 0;
    std::size_t fits = 0;      // bytes that leave room for the ellipsis
    std::size_t word_end = 0;  // the last word's end among them
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const UChar32 c = next(text, at);
        used += width_of(c);
        if (used > columns) {
            const std::size_t cut = word_end * 2 > fits ? word_end : fits;
            return std::string(text.substr(0, cut)).append(ellipsis);
        }
        if (used <= room) {
            fits = at;
            if (c == ' ') word_end = here;
        }
    }
    return std::string(text);
}

}  // namespace whosaid::cli
