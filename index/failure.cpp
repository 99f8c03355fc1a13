#include "index/failure.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace whosaid::index {
namespace {

// Xapian keeps the system's reason as text alone.
bool names_errno(const Xapian::Error& error, int number) {
    const char* reason = error.get_error_string();
    return reason != nullptr &&
           std::string_view(reason) == std::strerror(number);  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

std::string rebuild_hint(const std::string& folder) {
    return fmt::format("build it anew from the articles: whosaid index --index {}.new ARTICLES", folder);
}

Error failure(const Xapian::Error& error, const std::string& folder) {
    const std::string type = error.get_type();
    const char* reason = error.get_error_string();
    const std::string detail =
        reason != nullptr ? fmt::format("{}: {}", error.get_msg(), reason) : error.get_msg();
    if (type == "DatabaseLockError") {
        return {ErrorCode::index_locked, "another program is writing this index",
                "wait until it is done, or write to another index", folder, 0};
    }
    if (names_errno(error, ENOSPC) || names_errno(error, EFBIG) || names_errno(error, EDQUOT)) {
        return {ErrorCode::failed, fmt::format("no space left to write the index ({})", detail),
                "free some space and run it again: what was committed is whole", folder, 0};
    }
    if (names_errno(error, EACCES) || names_errno(error, EPERM) || names_errno(error, EROFS)) {
        return {ErrorCode::no_index, fmt::format("no right to open the index ({})", detail),
                "ask its owner, or give yourself the rights to the folder and its files", folder, 0};
    }
    if (type == "DatabaseModifiedError") {
        return {ErrorCode::failed, "the index was written faster than it could be read", "try again", folder,
                0};
    }
    if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" || type == "DatabaseVersionError" ||
        type == "DatabaseNotFoundError" || type == "SerialisationError") {
        return {ErrorCode::no_index, fmt::format("the index is damaged ({})", detail), rebuild_hint(folder),
                folder, 0};
    }
    return {ErrorCode::failed, fmt::format("the index failed: {} ({})", detail, type), "", folder, 0};
}

Error failure(const std::exception& error, const std::string& folder) {
    return {ErrorCode::failed, fmt::format("the index failed: {}", error.what()), "", folder, 0};
}

}  // namespace whosaid::index
