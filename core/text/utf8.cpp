#include "core/text/utf8.hpp"

namespace whosaid::text {
namespace {

// Length of the valid UTF-8 sequence at `pos`, 0 where there is none (RFC 3629: no overlong forms, no
// surrogates).
std::size_t sequence_length(std::string_view s, std::size_t pos) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(i < s.size() ? s[i] : 0); };
    const auto continuation = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned char a = at(pos);
    if (a < 0x80) return 1;
    if (a < 0xC2) return 0;
    if (a < 0xE0) return continuation(pos + 1) ? 2 : 0;
    if (a < 0xF0) {
        if (!continuation(pos + 1) || !continuation(pos + 2)) return 0;
        if (a == 0xE0 && at(pos + 1) < 0xA0) return 0;
        if (a == 0xED && at(pos + 1) > 0x9F) return 0;
        return 3;
    }
    if (a < 0xF5) {
        if (!continuation(pos + 1) || !continuation(pos + 2) || !continuation(pos + 3)) return 0;
        if (a == 0xF0 && at(pos + 1) < 0x90) return 0;
        if (a == 0xF4 && at(pos + 1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

constexpr std::uint32_t checkpoint_bytes = 256;

bool starts_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t n = sequence_length(bytes, i);
        if (n == 0) return i;
        i += n;
    }
    return std::nullopt;
}

std::string repaired(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t n = sequence_length(bytes, i);
        if (n > 0) {
            out.append(bytes, i, n);
            i += n;
            continue;
        }
        // One replacement for the bad byte and the continuation bytes that belong to nothing else.
        out += "\xEF\xBF\xBD";
        ++i;
        while (i < bytes.size() && !starts_code_point(bytes[i]))
            ++i;
    }
    return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
    checkpoints_.reserve(text.size() / checkpoint_bytes + 1);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (i % checkpoint_bytes == 0) checkpoints_.push_back(size_);
        if (starts_code_point(text[i])) ++size_;
    }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
    if (byte >= text_.size()) return size_;
    const std::uint32_t block = byte / checkpoint_bytes;
    std::uint32_t count = checkpoints_[block];
    for (std::uint32_t i = block * checkpoint_bytes; i < byte; ++i) {
        if (starts_code_point(text_[i])) ++count;
    }
    return count;
}

std::uint32_t CodePoints::byte(std::uint32_t code_point) const {
    if (code_point >= size_) return static_cast<std::uint32_t>(text_.size());
    std::size_t low = 0;
    std::size_t high = checkpoints_.size();
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (checkpoints_[middle] <= code_point ? low : high) = middle;
    }
    std::uint32_t count = checkpoints_[low];
    auto i = static_cast<std::uint32_t>(low * checkpoint_bytes);
    while (i < text_.size()) {
        if (starts_code_point(text_[i])) {
            if (count == code_point) break;
            ++count;
        }
        ++i;
    }
    return i;
}

}  // namespace whosaid::text
