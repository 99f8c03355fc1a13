// A file that is there whole or not at all.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>

namespace whosaid::cli {

// A file that is written bit by bit beside `path`, and gets that name when it is whole. What is never
// finished is removed.
class OutputFile {
  public:
    // Where `path` exists it is an error, or replaced with `force`.
    [[nodiscard]] static Result<OutputFile> create(const std::string& path, bool force);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    ~OutputFile();

    [[nodiscard]] Result<void> write(std::string_view text);
    [[nodiscard]] Result<void> finish();

  private:
    OutputFile() = default;
    std::string path_;
    std::string temporary_;  // empty: finished, or moved from
    int descriptor_ = -1;
    bool force_ = false;
};

// Writes `text` beside `path` first, then gives it its name. Where `path` exists it is an error, or replaced
// with `force`.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view text, bool force);
// The error that write_file would give for an existing file, before any work is done.
[[nodiscard]] Result<void> may_write(const std::string& path, bool force);
// The error of a folder in which no file can be made.
[[nodiscard]] Result<void> may_write_in(const std::string& folder);

// `id` as the name of a file that stays in its folder: all but letters, digits and "-._~" as %XX, a long one
// cut, with a digest of the whole. Different ids have different names.
[[nodiscard]] std::string file_name(std::string_view id);

}  // namespace whosaid::cli
