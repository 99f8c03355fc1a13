#include "core/corroboration/words.hpp"

#include <unicode/uchar.h>

namespace whosaid::corroboration {
namespace {

constexpr UChar32 right_single_quote = 0x2019;

// The code point at `position`, which moves past it; the text is valid UTF-8.
UChar32 code_point(std::string_view text, std::uint32_t& position) {
    const auto byte = [&] { return static_cast<unsigned char>(text[position++]); };
    const UChar32 lead = byte();
    if (lead < 0x80) return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    UChar32 c = lead & (0x3f >> more);
    for (int i = 0; i < more && position < text.size(); ++i)
        c = (c << 6) | (byte() & 0x3f);
    return c;
}

void append(std::string& out, UChar32 c) {
    const auto put = [&](UChar32 byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | (c >> 6));
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3f));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

bool alphanumeric(UChar32 c) {
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

}  // namespace

std::vector<PlainWord> plain_words(std::string_view text, Span range) {
    std::vector<PlainWord> words;
    const std::uint32_t end = range.end;
    std::uint32_t position = range.begin;
    bool open = false;
    while (position < end) {
        const std::uint32_t at = position;
        const UChar32 c = code_point(text, position);
        if (alphanumeric(c)) {
            if (!open) {
                words.push_back({{at, 0}, {}, u_isupper(c) != 0, u_isdigit(c) != 0});
                open = true;
            }
            append(words.back().folded, u_foldCase(c, U_FOLD_CASE_DEFAULT));
            words.back().span.end = position;
            continue;
        }
        if (!open) continue;
        // Joined inside a word only: an apostrophe between letters, a comma or point between digits.
        std::uint32_t ahead = position;
        const bool more = ahead < end;
        const UChar32 next = more ? code_point(text, ahead) : 0;
        const bool apostrophe = (c == '\'' || c == right_single_quote) && u_isalpha(next) != 0;
        const bool grouping = c == ',' && words.back().number && u_isdigit(next) != 0;
        const bool decimal = c == '.' && words.back().number && u_isdigit(next) != 0;
        if (decimal) words.back().folded += '.';
        if (!apostrophe && !grouping && !decimal) open = false;
    }
    return words;
}

}  // namespace whosaid::corroboration
