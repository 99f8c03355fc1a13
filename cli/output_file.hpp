// A file that is there whole or not at all.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>

namespace whosaid::cli {

// Writes `text` beside `path` first, then gives it its name. Where `path` exists it is an error, or replaced
// with `force`.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view text, bool force);
// The error that write_file would give for an existing file, before any work is done.
[[nodiscard]] Result<void> may_write(const std::string& path, bool force);

}  // namespace whosaid::cli
