// The databases of one or several indexes as a reader sees them at one moment: articles and claims in step.
#pragma once

#include "index/query.hpp"
#include "index/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace whosaid::index {

struct Snapshot {
    std::vector<std::string> folders;         // one an index
    std::vector<Xapian::Database> of_folder;  // articles of one index
    Xapian::Database articles;                // of all
    Xapian::Database claims;                  // of all, with those made again in memory
    Xapian::Query stale;                      // claims that a crash left behind; empty: none
    std::uint64_t revision = 0;               // commits seen by all
    std::string name;                         // of all folders, for messages

    // `claim_query` without the stale ones.
    [[nodiscard]] Xapian::Query current(const Xapian::Query& claim_query) const;
};

// Opens folders that hold an index of this schema. A writer that is just between its two commits is waited
// for; what a crash left behind is made again in memory.
[[nodiscard]] Result<Snapshot> open_snapshot(const std::vector<std::string>& folders);

// First and last day, exact; none where no article has a date.
[[nodiscard]] DateRange dates_of(const Snapshot& snapshot);

// The id behind an article's key.
[[nodiscard]] Result<std::string> article_id(const Snapshot& snapshot, const std::string& key);
// The article with this key; the first index that holds it counts.
[[nodiscard]] Result<std::optional<StoredArticle>> find_article(const Snapshot& snapshot,
                                                                const std::string& key);

// index/search.cpp
[[nodiscard]] Result<SearchResult> search(const Snapshot& snapshot, const SearchRequest& request);
[[nodiscard]] Result<std::vector<ArticleHit>> candidates(const Snapshot& snapshot,
                                                         const corroboration::RetrievalQuery& query,
                                                         std::uint32_t limit);

}  // namespace whosaid::index
