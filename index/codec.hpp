// An article with its claim table as bytes, for the data of its document, and back.
//
// One version byte, a checksum (32 bits) of what follows, then fields in order: numbers as base-128 varints,
// strings with their length, spans as begin and size, a claim's optional parts behind one byte of flags.
#pragma once

#include "index/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace whosaid::index {

[[nodiscard]] std::string encoded(const Article& article, const std::vector<Claim>& claims);

// nullopt: another version, damaged or cut bytes. What comes back is sound: spans lie in the text,
// enumerators and nested_in in their range, dates exist. Never allocates more than a few times the size of
// `bytes`.
[[nodiscard]] std::optional<StoredArticle> decoded(std::string_view bytes);

// FNV-1a, 64 bits (Fowler, Noll and Vo), for keys, fingerprints and checksums: damage, not malice.
[[nodiscard]] constexpr std::uint64_t hash(std::string_view bytes,
                                           std::uint64_t seed = 14695981039346656037ULL) {
    for (const char c : bytes)
        seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return seed;
}

// Big-endian bytes, so that their order is the number's.
[[nodiscard]] std::string big_endian(std::uint64_t value, std::size_t bytes);

}  // namespace whosaid::index
