// Reading and writing the little-endian bytes of model files. A reader that has run past its end stays failed
// and gives zeros, so that a loader can read on and ask once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace whosaid::language {

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool finished() const { return ok_ && rest_.empty(); }

    std::string_view take(std::size_t count) {
        if (count > rest_.size()) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint8_t byte() {
        const std::string_view b = take(1);
        return b.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(b.front());
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            value |= static_cast<std::uint32_t>(byte()) << shift;
        return value;
    }
    // Seven bits a byte, the lowest first; the highest bit says that more follow.
    std::uint32_t varint() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const std::uint8_t b = byte();
            value |= static_cast<std::uint32_t>(b & 0x7fU) << shift;
            if (b < 0x80) return value;
        }
        ok_ = false;
        return value;
    }
    std::string_view section() { return take(number()); }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

inline void write_number(std::string& out, std::size_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(value >> shift & 0xffU);
}

inline void write_varint(std::string& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7)
        out += static_cast<char>(0x80U | (value & 0x7fU));
    out += static_cast<char>(value);
}

}  // namespace whosaid::language
