#include "index/databases.hpp"
#include "index/document.hpp"
#include "index/failure.hpp"
#include "index/manifest.hpp"
#include "index/schema.hpp"
#include "index/snapshot.hpp"

#include <algorithm>
#include <mutex>
#include <system_error>

#include <fmt/format.h>

namespace whosaid::index {
namespace {

namespace fs = std::filesystem;

constexpr int attempts = 10;       // while a writer overtakes
constexpr std::size_t block = 64;  // articles read at a time by `each`

std::uint64_t bytes_in(const std::string& folder) {
    std::uint64_t bytes = 0;
    std::error_code code;
    for (fs::recursive_directory_iterator each(folder, code), end; !code && each != end;
         each.increment(code)) {
        std::error_code gone;  // a writer may replace files meanwhile
        const std::uintmax_t size = each->is_regular_file(gone) ? each->file_size(gone) : 0;
        if (!gone) bytes += size;
    }
    return bytes;
}

std::uint64_t count(const Xapian::Database& database, const Xapian::Query& query) {
    if (query.empty()) return 0;
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

std::vector<std::pair<std::string, std::uint64_t>> outlets(const Snapshot& snapshot) {
    std::vector<std::pair<std::string, std::uint64_t>> out;
    const std::string prefix(field("outlet").prefix);
    for (auto each = snapshot.articles.allterms_begin(prefix); each != snapshot.articles.allterms_end(prefix);
         ++each) {
        std::string name = (*each).substr(prefix.size());
        for (const Xapian::Database& articles : snapshot.of_folder) {
            const std::string written = articles.get_metadata(outlet_key + name);
            if (written.empty()) continue;
            name = written;
            break;
        }
        out.emplace_back(std::move(name), each.get_termfreq());
    }
    std::ranges::sort(out, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return out;
}

}  // namespace

struct Reader::State {
    std::mutex mutex;  // one database handle serves one thread at a time
    std::string generator;
    Snapshot snapshot;

    // Runs `work` on the snapshot; on a newer one where a writer has overwritten this one.
    template <class Work>
    auto on_snapshot(Work work) -> decltype(work(snapshot)) {
        const std::lock_guard lock(mutex);
        return guarded(snapshot.name, [&]() -> decltype(work(snapshot)) {
            for (int i = 1;; ++i) {
                try {
                    return work(snapshot);
                } catch (const Xapian::DatabaseModifiedError&) {
                    if (i == attempts) throw;
                }
                auto newer = open_snapshot(snapshot.folders);
                if (!newer) return tl::unexpected(newer.error());
                snapshot = std::move(*newer);
            }
        });
    }
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::vector<std::string>& locations) {
    if (locations.empty()) {
        return tl::unexpected(
            Error{ErrorCode::no_index, "no index is named", "name one with --index", "", 0});
    }
    auto state = std::make_unique<State>();
    for (const std::string& each : locations) {
        auto manifest = guarded(each, [&] { return read_manifest(each); });
        if (!manifest) return tl::unexpected(manifest.error());
        state->generator = std::move(manifest->generator);
    }
    auto snapshot = open_snapshot(locations);
    if (!snapshot) return tl::unexpected(snapshot.error());
    state->snapshot = std::move(*snapshot);
    return Reader(std::move(state));
}

Result<std::optional<StoredArticle>> Reader::find(const std::string& id) const {
    return state_->on_snapshot([&](const Snapshot& now) { return find_article(now, article_key(id)); });
}

Result<std::vector<ArticleHit>> Reader::candidates(const corroboration::RetrievalQuery& query,
                                                   std::uint32_t limit) const {
    return state_->on_snapshot([&](const Snapshot& now) { return index::candidates(now, query, limit); });
}

Result<SearchResult> Reader::search(const SearchRequest& request) const {
    return state_->on_snapshot([&](const Snapshot& now) { return index::search(now, request); });
}

Result<void> Reader::each(const std::function<bool(const StoredArticle&)>& visit) const {
    const std::string prefix = article_term("");
    std::optional<std::string> last;  // term
    while (true) {
        // A block at a time, so that the visitor may ask this reader other things.
        auto articles = state_->on_snapshot([&](const Snapshot& now) -> Result<std::vector<StoredArticle>> {
            std::vector<StoredArticle> found;
            std::string reached;
            auto term = now.articles.allterms_begin(prefix);
            if (last) term.skip_to(*last);
            if (last && term != now.articles.allterms_end(prefix) && *term == *last) ++term;
            for (; term != now.articles.allterms_end(prefix) && found.size() < block; ++term) {
                reached = *term;
                auto stored = find_article(now, reached.substr(prefix.size()));
                if (!stored) return tl::unexpected(stored.error());
                if (*stored) found.push_back(std::move(**stored));
            }
            if (!found.empty()) last = reached;
            return found;
        });
        if (!articles) return tl::unexpected(articles.error());
        if (articles->empty()) return {};
        for (const StoredArticle& each : *articles) {
            if (!visit(each)) return {};
        }
    }
}

Result<std::vector<corroboration::Sketch>> Reader::sketches() const {
    std::vector<corroboration::Sketch> sketches;
    auto done = each([&](const StoredArticle& stored) {
        sketches.push_back(corroboration::sketch(stored.article));
        return true;
    });
    if (!done) return tl::unexpected(done.error());
    return sketches;
}

Result<Info> Reader::info() const {
    return state_->on_snapshot([&](const Snapshot& now) -> Result<Info> {
        Info info;
        info.schema = fmt::format("{}", schema_version);
        info.generator = state_->generator;
        info.articles = now.articles.get_doccount();
        info.claims = now.claims.get_doccount() - count(now.claims, now.stale);
        for (const std::string& each : now.folders)
            info.bytes += bytes_in(each);
        info.revision = now.revision;
        const DateRange dates = dates_of(now);
        info.first_date = dates.first;
        info.last_date = dates.last;
        info.outlets = outlets(now);
        return info;
    });
}

}  // namespace whosaid::index
