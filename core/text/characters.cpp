#include "core/text/characters.hpp"

#include <unicode/uchar.h>

namespace whosaid::text {
namespace {

constexpr Character replacement{0xFFFD, 1};

bool continues(unsigned char c) {
    return (c & 0xC0U) == 0x80U;
}

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append(char32_t c, std::string& out) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
    const char32_t first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (size == 0 || at + size > text.size()) return replacement;
    char32_t value = first & (0x7FU >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        if (!continues(static_cast<unsigned char>(text[at + i]))) return replacement;
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    return {value, size};
}

Character character_before(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return {};
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && continues(static_cast<unsigned char>(text[start])))
        --start;
    const Character c = character_at(text, start);
    return start + c.size == at ? c : replacement;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c);
    constexpr std::uint32_t letters_and_marks = U_GC_L_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & letters_and_marks) != 0;
}

bool is_digit(char32_t c) {
    return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
    return c == 0xA0 || c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == U'’' || c == U'‘' || c == '`' || c == U'´' || c == U'ʼ';
}

bool is_hyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_dash(char32_t c) {
    return c >= 0x2012 && c <= 0x2015;
}

bool is_opening(char32_t c) {
    switch (c) {
        case '"':
        case '\'':
        case '`':
        case '(':
        case '[':
        case '{':
        case U'“':
        case U'‘':
        case U'„':
        case U'‚':
        case U'«':
            return true;
        default:
            return false;
    }
}

bool is_closing(char32_t c) {
    switch (c) {
        case '"':
        case '\'':
        case ')':
        case ']':
        case '}':
        case U'”':
        case U'’':
        case U'»':
            return true;
        default:
            return false;
    }
}

bool is_quote(char32_t c) {
    switch (c) {
        case '"':
        case '\'':
        case '`':
        case U'“':
        case U'”':
        case U'„':
        case U'‘':
        case U'’':
        case U'‚':
        case U'«':
        case U'»':
            return true;
        default:
            return false;
    }
}

bool is_terminator(char32_t c) {
    switch (c) {
        case '.':
        case '!':
        case '?':
        case U'…':
        case U'。':
        case U'！':
        case U'？':
        case U'؟':
        case U'।':
            return true;
        default:
            return false;
    }
}

void append_lower(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            ++i;
            continue;
        }
        const Character c = character_at(text, i);
        append(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), out);
        i += c.size;
    }
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_lower(text, out);
    return out;
}

}  // namespace whosaid::text
