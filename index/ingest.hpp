// Many articles into an index: n analysers, one writer. What comes out does not depend on the number of
// threads.
#pragma once

#include "index/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace whosaid::index {

struct IngestCounts {
    std::uint64_t articles = 0;   // added or replaced
    std::uint64_t unchanged = 0;  // skipped: the index held them already
    std::uint64_t claims = 0;
    std::uint64_t words = 0;
    std::uint64_t text_bytes = 0;
};

// `next` is called from one thread and gives the next article, nullopt at the end; `progress` is called from
// the same thread after each article is written or skipped. Articles are written in the order `next` gave
// them. Commits at the end.
[[nodiscard]] Result<IngestCounts> ingest(Writer& writer, const std::function<std::optional<Article>()>& next,
                                          unsigned threads,
                                          const std::function<void(const IngestCounts&)>& progress);

}  // namespace whosaid::index
