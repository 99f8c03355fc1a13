// Characters as inputs write them: code points, references of XML and HTML ("&#8212;", "&mdash;"), and texts
// in the encodings of before UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::corpus {

// Adds a code point in the form of UTF-8; also half of a surrogate pair, which UTF-8 forbids, so that whoever
// checks the UTF-8 finds it.
void append(std::uint32_t code_point, std::string& out);

struct Reference {
    // What it stands for: NUL, surrogates and numbers beyond Unicode are U+FFFD; 128 to 159, which are
    // controls that nobody means, count as Windows-1252.
    char32_t character = 0;
    std::size_t size = 0;  // bytes, from "&" to ";"
};

// The reference at the start of `text`; nullopt where there is none or its name is not one of HTML 4 and XML.
[[nodiscard]] std::optional<Reference> reference_at(std::string_view text);

// `bytes` in the encoding of that name (IANA's or a common alias, any case) as UTF-8; what it does not define
// becomes U+FFFD. Latin-1 and ASCII are read as Windows-1252, which they mostly are. nullopt: an unknown
// name, or one of Unicode, whose bytes are no others' business.
[[nodiscard]] std::optional<std::string> decoded(std::string_view bytes, std::string_view encoding);

}  // namespace whosaid::corpus
