#include "index/snapshot.hpp"

#include "index/databases.hpp"
#include "index/document.hpp"
#include "index/failure.hpp"
#include "index/schema.hpp"

#include <charconv>
#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whosaid::index {
namespace {

// A writer's second commit follows its first within a second or two; a crash never ends.
constexpr int tries = 25;
constexpr std::chrono::milliseconds pause{20};

struct Pair {
    Xapian::Database articles;
    Xapian::Database claims;
    std::uint64_t articles_generation = 0;
    std::uint64_t claims_generation = 0;
};

// Claims first: they are committed last, so the articles are never behind.
Pair open_pair(const std::string& folder) {
    Pair pair;
    for (int i = 0; i < tries; ++i) {
        if (i > 0) std::this_thread::sleep_for(pause);
        pair.claims = Xapian::Database(claims_folder(folder).string());
        pair.claims_generation = generation(pair.claims);
        pair.articles = Xapian::Database(articles_folder(folder).string());
        pair.articles_generation = generation(pair.articles);
        if (pair.articles_generation == pair.claims_generation) break;
    }
    return pair;
}

// Makes the claims of the last generation again, in memory.
Result<void> recover(const Pair& pair, const std::string& folder, Snapshot& snapshot) {
    if (pair.articles_generation != pair.claims_generation + 1) {
        throw Xapian::DatabaseCorruptError("articles and claims do not belong together");
    }
    const auto stored = written_by(pair.articles, pair.articles_generation, folder);
    if (!stored) return tl::unexpected(stored.error());
    Xapian::WritableDatabase memory("", Xapian::DB_BACKEND_INMEMORY);
    std::vector<std::string> left_behind;
    for (const StoredArticle& each : *stored) {
        left_behind.push_back(article_of_claim_term(article_key(each.article.id)));
        for (Xapian::Document& claim : claim_documents(each.article, each.claims)) {
            claim.add_boolean_term(std::string(recovered_prefix));
            memory.add_document(claim);
        }
    }
    const Xapian::Query theirs(Xapian::Query::OP_OR, left_behind.begin(), left_behind.end());
    snapshot.stale |=
        Xapian::Query(Xapian::Query::OP_AND_NOT, theirs, Xapian::Query(std::string(recovered_prefix)));
    snapshot.claims.add_database(memory);
    return {};
}

// The last term under `prefix`, of terms that are `prefix` and `digits` digits; there is no walking back.
std::string last_term(const Xapian::Database& database, const std::string& prefix) {
    std::string last;
    for (auto each = database.allterms_begin(prefix); each != database.allterms_end(prefix); ++each)
        last = *each;
    return last;
}

}  // namespace

Xapian::Query Snapshot::current(const Xapian::Query& claim_query) const {
    return stale.empty() ? claim_query : Xapian::Query(Xapian::Query::OP_AND_NOT, claim_query, stale);
}

Result<Snapshot> open_snapshot(const std::vector<std::string>& folders) {
    Snapshot snapshot;
    snapshot.folders = folders;
    snapshot.name = fmt::format("{}", fmt::join(folders, ", "));
    for (const std::string& folder : folders) {
        auto added = guarded(folder, [&]() -> Result<void> {
            const Pair pair = open_pair(folder);
            snapshot.articles.add_database(pair.articles);
            snapshot.claims.add_database(pair.claims);
            snapshot.of_folder.push_back(pair.articles);
            snapshot.revision += pair.articles_generation;
            if (pair.articles_generation == pair.claims_generation) return {};
            return recover(pair, folder, snapshot);
        });
        if (!added) return tl::unexpected(added.error());
    }
    return snapshot;
}

DateRange dates_of(const Snapshot& snapshot) {
    const std::string days(day_prefix);
    const auto first = snapshot.articles.allterms_begin(days);
    if (first == snapshot.articles.allterms_end(days)) return {};
    const std::string year = last_term(snapshot.articles, std::string(year_prefix)).substr(1);
    const std::string month = last_term(snapshot.articles, std::string(month_prefix) + year).substr(1);
    const std::string day = last_term(snapshot.articles, days + month).substr(1);
    const auto date = [](const std::string& digits) {
        return parse_date(
            fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
    };
    return {date((*first).substr(1)), date(day)};
}

Result<std::optional<StoredArticle>> find_article(const Snapshot& snapshot, const std::string& key) {
    const std::string term = article_term(key);
    for (std::size_t i = 0; i < snapshot.of_folder.size(); ++i) {
        const Xapian::Database& articles = snapshot.of_folder[i];
        const auto found = articles.postlist_begin(term);
        if (found == articles.postlist_end(term)) continue;
        auto stored = stored_article(articles.get_document(*found, Xapian::DOC_ASSUME_VALID).get_data(),
                                     snapshot.folders[i]);
        if (!stored) return tl::unexpected(stored.error());
        return std::move(*stored);
    }
    return std::optional<StoredArticle>();
}

Result<std::string> article_id(const Snapshot& snapshot, const std::string& key) {
    if (!shortened(key)) return key;
    auto stored = find_article(snapshot, key);
    if (!stored) return tl::unexpected(stored.error());
    return *stored ? (*stored)->article.id : key;
}

}  // namespace whosaid::index
