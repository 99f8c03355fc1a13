// Articles that carry the same copy: wire copy, light rewrites, cut versions.
#pragma once

#include "core/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

// What of an article decides copies, small enough to keep for every article of an index.
struct Sketch {
    std::string id;
    std::string outlet;
    std::optional<Date> date;
    std::vector<std::string> credits;  // agencies credited in notices and datelines: "PTI", "Harbour Wire"
    // Sorted hashes of word 3-grams, credit notices left out; bit 0 marks one that holds a number, bit 1 one
    // inside a quotation. The same on every machine, so they may be kept.
    std::vector<std::uint64_t> shingles;
};
[[nodiscard]] Sketch sketch(const Article& article);

// Terms two articles must share at least one of to be copies (bands of a min-hash): for a search index to
// propose pairs.
[[nodiscard]] std::vector<std::uint64_t> bands(const Sketch& sketch);

// Share of the passage's shingles that the article of `whole` has too, 0 to 1.
[[nodiscard]] double shared_part(std::string_view passage, const Sketch& whole);

struct CopyEvidence {
    std::string article;  // the copy
    std::string first;    // of whom
    double shared = 0;    // share of the shorter text's shingles found in the longer, 0 to 1
    std::string credit;   // the credit line that names the agency; may be empty
};

struct CopyGroup {
    std::vector<std::string> articles;  // ids; the original first, then by date and id
    std::vector<CopyEvidence> evidence;
};

// Groups of two or more among `sketches`, ordered by their first article. Near-linear through `bands`.
[[nodiscard]] std::vector<CopyGroup> copies(const std::vector<Sketch>& sketches);

}  // namespace whosaid::corroboration
