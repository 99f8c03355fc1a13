// What the writer and the readers of an index share: where its databases lie, and how they are kept in step.
#pragma once

#include "index/store.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace whosaid::index {

[[nodiscard]] std::filesystem::path articles_folder(const std::filesystem::path& index);
[[nodiscard]] std::filesystem::path claims_folder(const std::filesystem::path& index);

// The number of commits a database has seen; 0 for a new one.
[[nodiscard]] std::uint64_t generation(const Xapian::Database& database);
inline constexpr const char* generation_key = "generation";
inline constexpr const char* outlet_key = "outlet:";  // followed by the folded name

// The articles that `generation` wrote: those whose claims a crash may have left behind.
[[nodiscard]] Result<std::vector<StoredArticle>> written_by(const Xapian::Database& articles,
                                                            std::uint64_t generation,
                                                            const std::string& folder);

// The article in a document's data; error no_index where the data is damaged.
[[nodiscard]] Result<StoredArticle> stored_article(const std::string& data, const std::string& folder);

// The key of an article's or a claim's document: the rest of its term with this prefix.
[[nodiscard]] std::string key_of(const Xapian::Document& document, const std::string& prefix);

}  // namespace whosaid::index
