// Outputs that a person has looked at and found right, kept under tests/golden: a change of them is seen, and
// either a mistake or meant. Renew them all, look at the difference, commit it with the change:
//
//   WHOSAID_RENEW_GOLDEN=1 ctest --preset dev -R Golden
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace whosaid::tests {

// Compares `actual` with the file `name` of tests/golden, byte for byte.
inline void expect_golden(const std::string& name, const std::string& actual) {
    const std::string path = std::string(WHOSAID_SOURCE_DIR) + "/tests/golden/" + name;
    const char* renew = std::getenv("WHOSAID_RENEW_GOLDEN");
    if (renew != nullptr && std::string_view(renew) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << path << " is missing; WHOSAID_RENEW_GOLDEN=1 writes it";
    const std::string expected{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto [left, right] = std::ranges::mismatch(expected, actual);
    if (left == expected.end() && right == actual.end()) return;
    const auto line = [](const std::string& text, std::string::const_iterator at) {
        const auto place = static_cast<std::size_t>(at - text.begin());
        const std::size_t begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
        return text.substr(begin, text.find('\n', place) - begin);
    };
    ADD_FAILURE() << "tests/golden/" << name << " differs, first in line "
                  << 1 + std::count(expected.begin(), left, '\n') << ":\n  " << line(expected, left)
                  << "\nis now\n  " << line(actual, right)
                  << "\nif that is meant, renew it: see tests/golden.hpp";
}

}  // namespace whosaid::tests
