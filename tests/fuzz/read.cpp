// The readers on any bytes: every article they give is sound, every error says something, and they end.
#include "corpus/reader.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace {

// A file in memory, which the readers open by its name.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view content) : descriptor_(memfd_create("input", MFD_CLOEXEC)) {
        const ssize_t written = write(descriptor_, content.data(), content.size());
        whosaid::fuzz::require(written == static_cast<ssize_t>(content.size()), "memory takes the input");
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { close(descriptor_); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using whosaid::fuzz::require;
    const MemoryFile file(whosaid::fuzz::bytes(data, size));
    const auto stream = whosaid::corpus::open(file.path());
    if (!stream) {
        require(!stream.error().message.empty(), "an error says what is wrong");
        return 0;
    }
    std::size_t given = 0;
    for (auto each = (*stream)->next(); each; each = (*stream)->next()) {
        // Compressed input may hold a thousand times its size.
        require(++given <= 2000 * (size + 1), "a stream comes to its end");
        if (!*each) {
            require(!each->error().message.empty(), "an error says what is wrong");
            continue;
        }
        const whosaid::Article& article = **each;
        require(!article.id.empty(), "every article has an id");
        for (const std::string& text : {article.id, article.outlet, article.title, article.text}) {
            require(!whosaid::text::first_invalid(text), "what is read is valid UTF-8");
        }
    }
    require(given > 0, "an input without an article is an error");
    static_cast<void>((*stream)->take_warnings());
    return 0;
}
