// How claims are numbered wherever they are shown.
#pragma once

#include <cstddef>
#include <string>

namespace whosaid::cli {

// "c1" for number 0.
[[nodiscard]] inline std::string claim_id(std::size_t number) {
    return "c" + std::to_string(number + 1);
}

}  // namespace whosaid::cli
