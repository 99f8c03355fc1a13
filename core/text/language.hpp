// Which language a text is in, as far as it matters here: the program reads English alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whosaid::text {

// The name ("French") of the language that most of `text` is in, where that surely is not English; else
// empty. By Compact Language Detector 2, which looks at letters and their sequences; texts of less than
// `shortest` bytes tell too little, and of long ones the beginning is enough. Valid UTF-8.
[[nodiscard]] std::string foreign_language(std::string_view text, std::size_t shortest = 200);

}  // namespace whosaid::text
