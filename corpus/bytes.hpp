// The bytes of one input as UTF-8, whatever holds them: a file or standard input, gzip-compressed or not,
// UTF-8 or UTF-16.
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corpus {

// UTF-16 to UTF-8, piece by piece. Half of a surrogate pair comes out as the three bytes that UTF-8 forbids
// for it, so that whoever checks the UTF-8 finds it.
class Utf16Decoder {
  public:
    explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}
    void decode(std::string_view bytes, std::string& out);
    void finish(std::string& out);  // what waited for its other half

  private:
    void unit(std::uint16_t value, std::string& out);

    bool big_endian_;
    bool odd_ = false;  // the first byte of a unit waits in byte_
    unsigned char byte_ = 0;
    std::uint16_t high_ = 0;  // a high surrogate that waits for the low one; 0: none
};

class Bytes {
  public:
    // "-": standard input. Errors: bad_input with the reason.
    [[nodiscard]] static Result<Bytes> open(const std::filesystem::path& path);

    // What is at hand, without taking it: at least one byte, empty at the end. Valid until the next call.
    [[nodiscard]] Result<std::string_view> peek();
    void take(std::size_t count) { begin_ += count; }  // at most what `peek` gave
    [[nodiscard]] std::uint64_t position() const;      // in the input as it is stored, compressed or not
    [[nodiscard]] const std::string& name() const { return name_; }  // for messages

  private:
    struct Close {
        void operator()(void* file) const;
    };
    explicit Bytes(std::string name) : name_(std::move(name)) {}
    [[nodiscard]] Result<void> fill();
    void begin(std::string_view first);  // the encoding, by the first bytes

    std::string name_;
    std::unique_ptr<void, Close> file_;  // zlib's gzFile, which reads uncompressed files too
    std::vector<char> raw_;
    std::string ready_;      // UTF-8
    std::size_t begin_ = 0;  // of what is not taken in ready_
    std::uint64_t total_ = 0;
    std::unique_ptr<Utf16Decoder> utf16_;  // none: UTF-8
    bool ended_ = false;
};

}  // namespace whosaid::corpus
