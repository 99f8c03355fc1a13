// The readers on any bytes, by what these look like.
#include "tests/fuzz/articles.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const whosaid::fuzz::MemoryFile file(whosaid::fuzz::bytes(data, size));
    whosaid::fuzz::read_all(whosaid::corpus::open(file.path()), size);
    return 0;
}
