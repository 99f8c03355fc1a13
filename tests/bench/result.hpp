// Errors of the program's parts end a benchmark.
#pragma once

#include "core/types.hpp"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace whosaid::bench {

// The value of a Result; throws std::runtime_error with the message of its error.
template <class T>
T value_of(Result<T> result) {
    if (!result) throw std::runtime_error(to_string(result.error()));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace whosaid::bench
