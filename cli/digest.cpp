#include "cli/digest.hpp"

#include "index/codec.hpp"

#include <fmt/format.h>

namespace whosaid::cli {

std::string digest(std::string_view bytes) {
    return fmt::format("fnv1a64:{:016x}", index::hash(bytes));
}

}  // namespace whosaid::cli
