// The manifest: a few lines "key: value" that say what a folder is, before any database is opened.
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace whosaid::index {

struct Manifest {
    std::uint32_t schema = 0;
    std::string generator;  // "whosaid 0.1.0": the program that wrote the index last
};

// Error no_index: the folder is missing, a file, no index, not to be read, or of another schema version.
[[nodiscard]] Result<Manifest> read_manifest(const std::filesystem::path& folder);
// Durable once it returns: written beside, synced, renamed.
[[nodiscard]] Result<void> write_manifest(const std::filesystem::path& folder, const Manifest& manifest);
// This program's.
[[nodiscard]] Manifest current_manifest();

}  // namespace whosaid::index
