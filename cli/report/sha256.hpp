// SHA-256 (FIPS 180-4), for what browsers are told to trust.
#pragma once

#include <string>
#include <string_view>

namespace whosaid::cli {

// In base64, as a Content-Security-Policy has it: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=" of "abc".
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace whosaid::cli
