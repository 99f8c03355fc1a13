// The data files that the build puts into the program as they are (CMake: whosaid_embed).
#pragma once

#include <string_view>

namespace whosaid::language::embedded {

[[nodiscard]] std::string_view words();     // model/words.bin, the word table
[[nodiscard]] std::string_view language();  // model/language.bin, the trained models
[[nodiscard]] std::string_view network();   // model/network.bin, the neural parser
[[nodiscard]] std::string_view encoder();   // model/encoder.bin, the cross-encoder

// SHA-256 in hexadecimal digits over those of all four.
[[nodiscard]] std::string_view digest();

}  // namespace whosaid::language::embedded
