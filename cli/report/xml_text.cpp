#include "cli/report/xml_text.hpp"

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace whosaid::cli {
namespace {

bool allowed(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;
    return (c < 0x7F || c > 0x9F) && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string xml_characters(std::string_view text) {
    std::string repaired;
    if (text::first_invalid(text)) {
        repaired = text::repaired(text);
        text = repaired;
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const text::Character character = text::character_at(text, at);
        if (allowed(character.value)) out += text.substr(at, character.size);
        at += character.size;
    }
    return out;
}

std::string xml_text(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    std::string out;
    out.reserve(text.size());
    bool space = false;
    for (const char c : xml_characters(text)) {
        if (white.find(c) != std::string_view::npos) {
            space = true;
            continue;
        }
        if (space && !out.empty()) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

}  // namespace whosaid::cli
