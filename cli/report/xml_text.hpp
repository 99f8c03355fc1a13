// Text that may stand in an XML 1.0 document, before a library escapes it.
#pragma once

#include <string>
#include <string_view>

namespace whosaid::cli {

// `text` with invalid UTF-8 repaired and all characters left out that XML 1.0 forbids or discourages:
// controls but tab and line breaks, U+FFFE and U+FFFF.
[[nodiscard]] std::string xml_characters(std::string_view text);

// The same with each run of white space as one space, none at either end.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace whosaid::cli
