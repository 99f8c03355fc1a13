// What the fuzzers of the readers share: any bytes as a file, and what every stream of articles promises.
#pragma once

#include "corpus/reader.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <memory>

#include <sys/mman.h>
#include <unistd.h>

namespace whosaid::fuzz {

// A file in memory, which the readers open by its name.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view content) : descriptor_(memfd_create("input", MFD_CLOEXEC)) {
        const ssize_t written = write(descriptor_, content.data(), content.size());
        require(written == static_cast<ssize_t>(content.size()), "memory takes the input");
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { close(descriptor_); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

// `size`: of the input. Every article is sound, every error says something, and the stream ends.
inline void read_all(const Result<std::unique_ptr<corpus::ArticleStream>>& stream, std::size_t size) {
    if (!stream) {
        require(!stream.error().message.empty(), "an error says what is wrong");
        return;
    }
    std::size_t given = 0;
    for (auto each = (*stream)->next(); each; each = (*stream)->next()) {
        // Compressed input may hold a thousand times its size.
        require(++given <= 2000 * (size + 1), "a stream comes to its end");
        if (!*each) {
            require(!each->error().message.empty(), "an error says what is wrong");
            continue;
        }
        const Article& article = **each;
        require(!article.id.empty(), "every article has an id");
        for (const std::string& text :
             {article.id, article.outlet, article.title, article.author, article.text})
            require(!text::first_invalid(text), "what is read is valid UTF-8");
    }
    require(given > 0 || !(*stream)->take_warnings().empty(), "an input without an article is told");
}

}  // namespace whosaid::fuzz
