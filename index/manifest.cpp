#include "index/manifest.hpp"

#include "index/failure.hpp"
#include "index/schema.hpp"

#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace whosaid::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "whosaid index";
constexpr std::size_t longest_manifest = 64 * 1024;

std::string reason(int number) {
    return std::generic_category().message(number);
}

// A file descriptor that closes itself.
class File {
  public:
    File(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] bool write_synced(std::string_view bytes) const {
        while (descriptor_ >= 0 && !bytes.empty()) {
            const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) return false;
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return synced();
    }
    [[nodiscard]] bool synced() const { return descriptor_ >= 0 && ::fsync(descriptor_) == 0; }

  private:
    int descriptor_;
};

Error not_an_index(const fs::path& folder, std::string message, std::string hint) {
    return {ErrorCode::no_index, std::move(message), std::move(hint), folder.string(), 0};
}

}  // namespace

Manifest current_manifest() {
    return {schema_version, "whosaid " WHOSAID_VERSION};
}

Result<Manifest> read_manifest(const fs::path& folder) {
    const std::string make = fmt::format("make one with: whosaid index --index {} ARTICLES", folder.string());
    std::error_code code;
    const fs::file_status status = fs::status(folder, code);
    if (status.type() == fs::file_type::not_found) {
        return tl::unexpected(not_an_index(folder, "there is no index here", make));
    }
    if (code) return tl::unexpected(not_an_index(folder, "cannot open the index: " + code.message(), ""));
    if (!fs::is_directory(status)) {
        return tl::unexpected(
            not_an_index(folder, "this is a file, not an index", "name the folder that holds the index"));
    }
    std::ifstream file(folder / "manifest", std::ios::binary);
    if (!file) {
        const int number = errno;
        if (number == EACCES) {
            return tl::unexpected(not_an_index(folder, "no right to open the index: " + reason(number),
                                               "ask its owner, or give yourself the rights to it"));
        }
        return tl::unexpected(not_an_index(folder, "this folder is not a whosaid index", make));
    }
    std::string text(longest_manifest, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));

    std::istringstream lines(text);
    std::string line;
    if (!std::getline(lines, line) || line != first_line) {
        return tl::unexpected(
            not_an_index(folder, "the manifest of this folder is not that of a whosaid index", make));
    }
    Manifest manifest;
    while (std::getline(lines, line)) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) continue;
        const std::string_view key = std::string_view(line).substr(0, colon);
        const std::string_view value = std::string_view(line).substr(colon + 2);
        if (key == "generator") manifest.generator = value;
        if (key == "schema") {
            const auto [end, wrong] =
                std::from_chars(value.data(), value.data() + value.size(), manifest.schema);
            if (wrong != std::errc() || end != value.data() + value.size()) manifest.schema = 0;
        }
    }
    if (manifest.schema != schema_version) {
        return tl::unexpected(
            not_an_index(folder,
                         fmt::format("this index has schema {}, written by {}; this program "
                                     "reads schema {}",
                                     manifest.schema,
                                     manifest.generator.empty() ? "an unknown program" : manifest.generator,
                                     schema_version),
                         rebuild_hint(folder.string())));
    }
    return manifest;
}

Result<void> write_manifest(const fs::path& folder, const Manifest& manifest) {
    const std::string text =
        fmt::format("{}\nschema: {}\ngenerator: {}\n", first_line, manifest.schema, manifest.generator);
    const fs::path beside = folder / "manifest.tmp";
    const bool written = File(beside, O_WRONLY | O_CREAT | O_TRUNC).write_synced(text) &&
                         ::rename(beside.c_str(), (folder / "manifest").c_str()) == 0 &&
                         File(folder, O_RDONLY | O_DIRECTORY).synced();
    if (!written) {
        return tl::unexpected(Error{ErrorCode::failed, "cannot write the manifest: " + reason(errno),
                                    "see that there is space and that the folder may be written",
                                    folder.string(), 0});
    }
    return {};
}

}  // namespace whosaid::index
