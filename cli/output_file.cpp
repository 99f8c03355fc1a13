#include "cli/output_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whosaid::cli {
namespace {

Error failed(const std::string& path, const char* what, int number) {
    return {ErrorCode::failed, std::string(what) + ": " + std::strerror(number),
            "check that the folder exists, can be written and has room", path, 0};
}

Error exists(const std::string& path) {
    return {ErrorCode::failed, "the file exists and is kept", "choose another name, or give --force", path,
            0};
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<void> may_write(const std::string& path, bool force) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return tl::unexpected(Error{ErrorCode::failed, "it is a folder", "name a file in it", path, 0});
    if (!force && std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return tl::unexpected(exists(path));
    return {};
}

Result<void> write_file(const std::string& path, std::string_view text, bool force) {
    if (auto allowed = may_write(path, force); !allowed) return allowed;
    std::string temporary = path + ".XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0) return tl::unexpected(failed(path, "it cannot be written", errno));
    constexpr mode_t usual = 0666;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    bool whole =
        write_all(descriptor, text) && ::fchmod(descriptor, usual & ~mask) == 0 && ::fsync(descriptor) == 0;
    int number = errno;
    if (::close(descriptor) != 0 && whole) {
        whole = false;
        number = errno;
    }
    // link() refuses where a file of that name came up meanwhile; rename() replaces it.
    const bool named = whole && (force ? ::rename(temporary.c_str(), path.c_str()) == 0
                                       : ::link(temporary.c_str(), path.c_str()) == 0);
    if (whole && !named) number = errno;
    if (!named || !force) ::unlink(temporary.c_str());
    if (named) return {};
    if (whole && number == EEXIST) return tl::unexpected(exists(path));
    return tl::unexpected(failed(path, "it cannot be written", number));
}

}  // namespace whosaid::cli
