// The small types that every room shares: spans, errors, results.
//
// Offsets are bytes into an article's own UTF-8 text, half-open [begin, end). They become Unicode code points
// at the JSON edge alone (text::CodePoints). Nothing here or anywhere in core prints, aborts or reads a
// clock.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace whosaid {

struct Span {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;    // bytes, one past the last

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(Span other) const {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
        return text.substr(begin, end > begin ? end - begin : 0);
    }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// What went wrong, in the terms that decide the exit status (SPEC: exit status 1 to 5).
enum class ErrorCode : std::uint8_t {
    failed,        // 1: anything that has no code of its own
    usage,         // 2: wrong options or arguments
    bad_input,     // 3: an article or line that cannot be read; the other inputs go on
    no_index,      // 4: an index that is missing, unreadable or of another schema
    index_locked,  // 5: another writer holds the index
};

struct Error {
    ErrorCode code = ErrorCode::failed;
    std::string message;     // what is wrong, in one sentence without a final full stop
    std::string hint;        // what the user can do next; may be empty
    std::string file;        // the file, folder or address concerned; may be empty
    std::uint64_t line = 0;  // 1-based line in `file`; 0 where there is none
};

// "file:line: message; hint", leaving out what is empty.
[[nodiscard]] std::string to_string(const Error& error);
[[nodiscard]] int exit_status(ErrorCode code);

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace whosaid
