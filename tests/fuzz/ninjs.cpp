// The reader of JSON, with seeds of ninjs, on any bytes.
#include "corpus/formats.hpp"
#include "tests/fuzz/articles.hpp"

#include <utility>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const whosaid::fuzz::MemoryFile file(whosaid::fuzz::bytes(data, size));
    auto bytes = whosaid::corpus::Bytes::open(file.path());
    whosaid::fuzz::require(bytes.has_value(), "memory can be read");
    whosaid::fuzz::read_all(
        whosaid::corpus::read_json(std::move(*bytes), "fuzz", whosaid::corpus::JsonLayout::free), size);
    return 0;
}
