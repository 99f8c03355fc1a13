#include "cli/clock.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <fmt/chrono.h>

namespace whosaid::cli {

Date today() {
    return Date(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

std::string now() {
    std::int64_t seconds = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view digits(fixed);
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc() && end == digits.data() + digits.size()) seconds = value;
    }
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

}  // namespace whosaid::cli
