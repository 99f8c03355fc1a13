// Single characters of UTF-8 text: decoding at a byte offset, and the classes that segmentation asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace whosaid::text {

struct Character {
    char32_t value = 0;      // U+FFFD where the bytes are no valid UTF-8
    std::uint32_t size = 0;  // bytes; 0 past the end of the text
};

// The character that starts at byte `at`, or the one that ends there.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_letter(char32_t c);  // letters and the marks that combine with them
[[nodiscard]] bool is_digit(char32_t c);   // decimal digits of any script
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_space(char32_t c);  // white space, zero-width and no-break space included
[[nodiscard]] bool is_apostrophe(char32_t c);
[[nodiscard]] bool is_hyphen(char32_t c);  // "-" and its Unicode twins, no dashes
[[nodiscard]] bool is_dash(char32_t c);    // en and em dash, horizontal bar
[[nodiscard]] bool is_opening(
    char32_t c);  // quotation marks and brackets that open; straight quotes are both
[[nodiscard]] bool is_closing(char32_t c);     // the same, closing
[[nodiscard]] bool is_quote(char32_t c);       // any quotation mark, straight or curly, single ones included
[[nodiscard]] bool is_terminator(char32_t c);  // ends a sentence: . ! ? and their like

// `text` in lower case, as far as single characters go (no locale, no special casing).
[[nodiscard]] std::string lower(std::string_view text);
void append_lower(std::string_view text, std::string& out);

}  // namespace whosaid::text
