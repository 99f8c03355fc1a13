#include "corpus/bytes.hpp"

#include "corpus/characters.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace whosaid::corpus {
namespace {

constexpr std::size_t chunk_bytes = 1U << 16U;

gzFile gz(void* file) {
    return static_cast<gzFile>(file);
}

Error unreadable(const std::string& name, const std::string& why) {
    return {ErrorCode::bad_input, "it cannot be read: " + why, "", name, 0};
}

enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big };

// By the byte order mark; without one by the NULs that half of the bytes of western text in UTF-16 are.
Encoding encoding_of(std::string_view first) {
    if (first.starts_with("\xFF\xFE")) return Encoding::utf16_little;
    if (first.starts_with("\xFE\xFF")) return Encoding::utf16_big;
    constexpr std::size_t sample = 512;
    const std::string_view seen = first.substr(0, sample);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    const std::size_t units = seen.size() / 2;
    if (even == 0 && odd > units / 2) return Encoding::utf16_little;
    if (odd == 0 && even > units / 2) return Encoding::utf16_big;
    return Encoding::utf8;
}

}  // namespace

void Utf16Decoder::unit(std::uint16_t value, std::string& out) {
    const bool low = value >= 0xDC00 && value <= 0xDFFF;
    if (high_ != 0) {
        if (low) {
            append(0x10000U + ((high_ - 0xD800U) << 10U) + (value - 0xDC00U), out);
            high_ = 0;
            return;
        }
        append(high_, out);
        high_ = 0;
    }
    if (value >= 0xD800 && value <= 0xDBFF) {
        high_ = value;
    } else {
        append(value, out);
    }
}

void Utf16Decoder::decode(std::string_view bytes, std::string& out) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!odd_) {
            byte_ = byte;
        } else {
            unit(static_cast<std::uint16_t>(big_endian_ ? byte_ << 8U | byte : byte << 8U | byte_), out);
        }
        odd_ = !odd_;
    }
}

void Utf16Decoder::finish(std::string& out) {
    if (high_ != 0) append(high_, out);
    if (odd_) out += '\xFF';  // half a unit: as little UTF-8 as it is UTF-16
    high_ = 0;
    odd_ = false;
}

void Bytes::Close::operator()(void* file) const {
    gzclose_r(gz(file));
}

Result<Bytes> Bytes::open(const std::filesystem::path& path) {
    const bool standard_input = path == "-";
    Bytes out(standard_input ? "standard input" : path.string());
    const int descriptor = standard_input ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                          : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return tl::unexpected(unreadable(out.name_, std::strerror(errno)));
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(descriptor);
        return tl::unexpected(unreadable(out.name_, "it is a folder"));
    }
    gzFile file = gzdopen(descriptor, "rb");
    if (file == nullptr) {
        ::close(descriptor);
        return tl::unexpected(unreadable(out.name_, "out of memory"));
    }
    out.file_.reset(file);
    gzbuffer(file, chunk_bytes);
    out.raw_.resize(chunk_bytes);
    return out;
}

void Bytes::begin(std::string_view first) {
    const Encoding encoding = encoding_of(first);
    if (encoding != Encoding::utf8) utf16_ = std::make_unique<Utf16Decoder>(encoding == Encoding::utf16_big);
}

Result<void> Bytes::fill() {
    gzFile file = gz(file_.get());
    const int count = gzread(file, raw_.data(), static_cast<unsigned>(raw_.size()));
    const int reason = errno;
    int code = Z_OK;
    const std::string problem = gzerror(file, &code);
    // A compressed file that is cut off gives what it has, then an end that remembers its error.
    if (count < 0 || (count == 0 && code == Z_BUF_ERROR)) {
        const std::string why =
            code == Z_ERRNO ? std::strerror(reason) : "its compression is broken: " + problem;
        ended_ = true;
        return tl::unexpected(unreadable(name_, why));
    }
    const std::string_view raw(raw_.data(), static_cast<std::size_t>(count));
    const bool first = total_ == 0;
    if (first) begin(raw);
    total_ += raw.size();
    ended_ = raw.empty();
    ready_.clear();
    begin_ = 0;
    if (!utf16_) {
        ready_ = raw;
    } else if (ended_) {
        utf16_->finish(ready_);
    } else {
        utf16_->decode(raw, ready_);
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (first && ready_.starts_with(mark)) begin_ = mark.size();
    return {};
}

Result<std::string_view> Bytes::peek() {
    while (begin_ == ready_.size() && !ended_) {
        if (auto filled = fill(); !filled) return tl::unexpected(filled.error());
    }
    return std::string_view(ready_).substr(begin_);
}

std::uint64_t Bytes::position() const {
    const auto stored = gzoffset(gz(file_.get()));
    return stored < 0 ? total_ : static_cast<std::uint64_t>(stored);  // pipes do not know
}

}  // namespace whosaid::corpus
