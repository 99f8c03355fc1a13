#include "index/databases.hpp"

#include "index/codec.hpp"
#include "index/document.hpp"
#include "index/failure.hpp"

#include <charconv>

namespace whosaid::index {

std::filesystem::path articles_folder(const std::filesystem::path& index) {
    return index / "articles";
}
std::filesystem::path claims_folder(const std::filesystem::path& index) {
    return index / "claims";
}

std::uint64_t generation(const Xapian::Database& database) {
    const std::string text = database.get_metadata(generation_key);
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<StoredArticle> stored_article(const std::string& data, const std::string& folder) {
    std::optional<StoredArticle> stored = decoded(data);
    if (!stored) {
        return tl::unexpected(Error{ErrorCode::no_index,
                                    "the index is damaged: an article cannot be read back",
                                    rebuild_hint(folder), folder, 0});
    }
    return std::move(*stored);
}

Result<std::vector<StoredArticle>> written_by(const Xapian::Database& articles, std::uint64_t generation,
                                              const std::string& folder) {
    const std::string term = generation_term(generation);
    std::vector<StoredArticle> found;
    for (auto each = articles.postlist_begin(term); each != articles.postlist_end(term); ++each) {
        Result<StoredArticle> stored = stored_article(articles.get_document(*each).get_data(), folder);
        if (!stored) return tl::unexpected(stored.error());
        found.push_back(std::move(*stored));
    }
    return found;
}

std::string key_of(const Xapian::Document& document, const std::string& prefix) {
    Xapian::TermIterator term = document.termlist_begin();
    term.skip_to(prefix);
    if (term == document.termlist_end() || !(*term).starts_with(prefix)) return {};
    return (*term).substr(prefix.size());
}

}  // namespace whosaid::index
