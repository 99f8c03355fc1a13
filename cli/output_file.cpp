#include "cli/output_file.hpp"

#include "cli/digest.hpp"
#include "cli/report/vocabulary.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

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

Result<void> may_write_in(const std::string& folder) {
    std::error_code code;
    const auto wrong = [&](const char* what, int number) {
        return tl::unexpected(failed(folder, what, number));
    };
    if (!std::filesystem::exists(folder, code))
        return wrong("the folder cannot be used", code ? code.value() : ENOENT);
    if (!std::filesystem::is_directory(folder, code)) return wrong("the folder cannot be used", ENOTDIR);
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return wrong("the folder cannot be written", errno);
    return {};
}

std::string file_name(std::string_view id) {
    constexpr std::size_t longest = 180;  // leaves room for an ending and a temporary name in 255 bytes
    std::string out = percent_encoded(id);
    if (out.starts_with('.')) out.replace(0, 1, "%2E");  // neither hidden nor a way out
    if (out.starts_with('-')) out.replace(0, 1, "%2D");  // nor an option
    if (out.size() > longest) {
        std::string sum = digest(id);
        out = out.substr(0, longest) + "~" + sum.substr(sum.find(':') + 1);
    }
    return out;
}

Result<OutputFile> OutputFile::create(const std::string& path, bool force) {
    if (auto allowed = may_write(path, force); !allowed) return tl::unexpected(allowed.error());
    OutputFile out;
    out.path_ = path;
    out.force_ = force;
    std::string temporary = path + ".XXXXXX";
    out.descriptor_ = ::mkstemp(temporary.data());
    if (out.descriptor_ < 0) return tl::unexpected(failed(path, "it cannot be written", errno));
    out.temporary_ = std::move(temporary);
    return out;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      force_(other.force_) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(temporary_, other.temporary_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(force_, other.force_);
    return *this;
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<void> OutputFile::write(std::string_view text) {
    if (!write_all(descriptor_, text)) return tl::unexpected(failed(path_, "it cannot be written", errno));
    return {};
}

Result<void> OutputFile::finish() {
    constexpr mode_t usual = 0666;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    bool whole = ::fchmod(descriptor_, usual & ~mask) == 0 && ::fsync(descriptor_) == 0;
    int number = errno;
    if (::close(std::exchange(descriptor_, -1)) != 0 && whole) {
        whole = false;
        number = errno;
    }
    // link() refuses where a file of that name came up meanwhile; rename() replaces it.
    const bool named = whole && (force_ ? ::rename(temporary_.c_str(), path_.c_str()) == 0
                                        : ::link(temporary_.c_str(), path_.c_str()) == 0);
    if (whole && !named) number = errno;
    if (!named || !force_) ::unlink(temporary_.c_str());
    temporary_.clear();
    if (named) return {};
    if (whole && number == EEXIST) return tl::unexpected(exists(path_));
    return tl::unexpected(failed(path_, "it cannot be written", number));
}

Result<void> write_file(const std::string& path, std::string_view text, bool force) {
    Result<OutputFile> file = OutputFile::create(path, force);
    if (!file) return tl::unexpected(file.error());
    if (auto written = file->write(text); !written) return written;
    return file->finish();
}

}  // namespace whosaid::cli
