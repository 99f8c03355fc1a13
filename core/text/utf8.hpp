// UTF-8 in, code points out: validation, repair, and the one place where byte offsets become code points.
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::text {

// Byte offset of the first byte that is not valid UTF-8 (surrogates and overlong forms count as invalid).
[[nodiscard]] std::optional<std::size_t> first_invalid(std::string_view bytes);

// `bytes` with each invalid byte sequence replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view bytes);

// Byte offsets to code point offsets and back, for one text: a checkpoint every 256 bytes, so a lookup is
// short.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text);
    [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;  // code points before `byte`
    [[nodiscard]] std::uint32_t byte(
        std::uint32_t code_point) const;                        // the inverse; past the end: the text's size
    [[nodiscard]] std::uint32_t size() const { return size_; }  // code points in all

  private:
    std::string_view text_;  // must outlive this
    std::vector<std::uint32_t> checkpoints_;
    std::uint32_t size_ = 0;
};

}  // namespace whosaid::text
