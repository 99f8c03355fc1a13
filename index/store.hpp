// The index: two Xapian databases, articles and claims, under one manifest. See index/schema.hpp for what
// they hold.
//
// Xapian stays inside index/*.cpp; each of its exceptions becomes an Error with a hint for the user.
#pragma once

#include "core/analysis.hpp"
#include "core/corroboration/copies.hpp"
#include "core/corroboration/query.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::index {

struct StoredArticle {
    Article article;
    std::vector<Claim> claims;
};

// An article made ready for the databases, off the writer's thread.
class Prepared {
  public:
    Prepared();
    Prepared(Prepared&&) noexcept;
    Prepared& operator=(Prepared&&) noexcept;
    ~Prepared();
    struct Documents;
    std::unique_ptr<Documents> documents;  // defined in index/document.hpp
};
[[nodiscard]] Prepared prepare(const Article& article, const std::vector<Claim>& claims,
                               const corroboration::Sketch& sketch);

// Bytes of text between two commits: what a crash costs. Larger batches make the commits
// themselves slower.
inline constexpr std::size_t usual_batch_bytes = 4'000'000;

// The one writer of an index. An article and its claims are atomic: after any crash both are there or
// neither, in the old version or the new.
class Writer {
  public:
    // Creates the index where there is none. Errors: no_index (a file, another schema, unreadable),
    // index_locked.
    [[nodiscard]] static Result<Writer> open(const std::filesystem::path& folder,
                                             std::size_t batch_bytes = usual_batch_bytes);
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();  // without commit: what came after the last commit is dropped

    // True where the index holds this very article, analysed by this version of the program.
    [[nodiscard]] Result<bool> unchanged(const Article& article) const;
    // Adds the article, replacing one of the same id. Commits by itself after each batch.
    [[nodiscard]] Result<void> put(Prepared prepared);
    [[nodiscard]] Result<void> commit();

  private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

struct ArticleHit {
    std::string id;
    double weight = 0;  // BM25, for the order alone
};

enum class Order : std::uint8_t { relevance, date };

struct SearchRequest {
    std::string query;    // words, "phrases", NEAR, AND OR NOT, wildcards, and the fields of schema.hpp
    bool claims = false;  // claims rather than articles
    Order order = Order::relevance;
    std::uint32_t offset = 0;
    std::uint32_t limit = 10;
};
struct SearchHit {
    std::string article;
    std::optional<std::uint32_t> claim;  // index into the article's claims, where claims were asked for
    double weight = 0;
};
struct SearchResult {
    std::uint64_t estimated_total = 0;
    std::vector<SearchHit> hits;
    std::string explanation;  // the parsed query, for --explain
};

struct Info {
    std::string schema;     // schema version of the index
    std::string generator;  // program version that wrote it last
    std::uint64_t articles = 0;
    std::uint64_t claims = 0;
    std::uint64_t bytes = 0;  // on disk
    std::uint64_t revision = 0;
    std::optional<Date> first_date;
    std::optional<Date> last_date;
    std::vector<std::pair<std::string, std::uint64_t>>
        outlets;  // articles an outlet, most first, then by name
};

// Reads one or several indexes as one; a snapshot that stays whole while a writer goes on.
class Reader {
  public:
    // Locations: folders (DIR), later stubs and tcp://HOST:PORT. Error no_index where one is missing,
    // unreadable or of another schema.
    [[nodiscard]] static Result<Reader> open(const std::vector<std::string>& locations);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    [[nodiscard]] Result<std::optional<StoredArticle>> find(const std::string& id) const;
    // Articles that may bear on a claim, best first, at most `limit`.
    [[nodiscard]] Result<std::vector<ArticleHit>> candidates(const corroboration::RetrievalQuery& query,
                                                             std::uint32_t limit) const;
    [[nodiscard]] Result<SearchResult> search(const SearchRequest& request) const;
    // Every article in order of id; stops where the callback gives false.
    [[nodiscard]] Result<void> each(const std::function<bool(const StoredArticle&)>& visit) const;
    // The sketch of every article, for `copies`.
    [[nodiscard]] Result<std::vector<corroboration::Sketch>> sketches() const;
    [[nodiscard]] Result<Info> info() const;

  private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace whosaid::index
