// Digests that tell versions of a text apart: for records and state, against damage and change, not malice.
#pragma once

#include <string>
#include <string_view>

namespace whosaid::cli {

// "fnv1a64:" and 16 hexadecimal digits.
[[nodiscard]] std::string digest(std::string_view bytes);

}  // namespace whosaid::cli
