#include "index/ingest.hpp"

#include "core/analysis.hpp"
#include "index/document.hpp"
#include "tests/bench/articles.hpp"
#include "tests/bench/clock.hpp"
#include "tests/bench/modes.hpp"
#include "tests/bench/result.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace whosaid::bench {
namespace {

constexpr std::uint64_t usual_articles = 1000;
// Articles prepared at a time, off the clock: memory stays flat.
constexpr std::uint64_t block = 200;

// Two databases as an index has them, with nothing that makes them safe: no ids looked up, no generations.
class Bare {
  public:
    explicit Bare(const std::filesystem::path& folder)
        : articles_((folder / "articles").string(), Xapian::DB_CREATE),
          claims_((folder / "claims").string(), Xapian::DB_CREATE) {}

    void put(const index::Prepared& prepared) {
        articles_.add_document(prepared.documents->article);
        for (const Xapian::Document& claim : prepared.documents->claims)
            claims_.add_document(claim);
        pending_bytes_ += prepared.documents->bytes;
        if (pending_bytes_ >= index::usual_batch_bytes) commit();
    }
    void commit() {
        articles_.commit();
        claims_.commit();
        pending_bytes_ = 0;
    }

  private:
    Xapian::WritableDatabase articles_;
    Xapian::WritableDatabase claims_;
    std::size_t pending_bytes_ = 0;
};

// CPU seconds that `put` takes for `count` prepared articles, and `finish` after them.
template <class Put, class Finish>
double seconds_writing(const std::vector<std::string>& paths, std::uint64_t count, Put put, Finish finish) {
    Articles source(paths);
    double seconds = 0;
    for (std::uint64_t done = 0; done < count;) {
        std::vector<index::Prepared> prepared;
        for (; prepared.size() < block && done < count; ++done) {
            const Article article = source.next();
            prepared.push_back(
                index::prepare(article, analyse(article).claims, corroboration::sketch(article)));
        }
        const double begin = process_seconds();
        for (index::Prepared& each : prepared)
            put(each);
        seconds += process_seconds() - begin;
    }
    const double begin = process_seconds();
    finish();
    return seconds + process_seconds() - begin;
}

}  // namespace

void ingest(const Settings& settings) {
    const std::vector<std::string> paths = settings.paths.empty() ? large_corpus() : settings.paths;
    const std::uint64_t count = settings.limit == 0 ? usual_articles : settings.limit;
    const tests::TemporaryFolder folder;

    Articles source(paths);
    index::Writer whole = value_of(index::Writer::open(folder / "whole"));
    std::uint64_t given = 0;
    const auto next = [&]() -> std::optional<Article> {
        return given++ < count ? std::optional(source.next()) : std::nullopt;
    };
    const double begin = process_seconds();
    const index::IngestCounts counts = value_of(index::ingest(whole, next, 1, {}));
    const double whole_seconds = process_seconds() - begin;

    index::Writer writer = value_of(index::Writer::open(folder / "writer"));
    const double writer_seconds = seconds_writing(
        paths, count, [&](index::Prepared& each) { value_of(writer.put(std::move(each))); },
        [&] { value_of(writer.commit()); });

    std::filesystem::create_directory(folder / "bare");
    Bare bare(folder / "bare");
    const double bare_seconds = seconds_writing(
        paths, count, [&](const index::Prepared& each) { bare.put(each); }, [&] { bare.commit(); });

    const auto articles = static_cast<double>(counts.articles);
    show("articles", articles);
    show("claims", static_cast<double>(counts.claims));
    show("text bytes", static_cast<double>(counts.text_bytes));
    show("whole ingest, articles/s", articles / whole_seconds);
    show("whole ingest, words/s", static_cast<double>(counts.words) / whole_seconds);
    show("writer alone, articles/s", articles / writer_seconds);
    show("bare Xapian, articles/s", articles / bare_seconds);
    show("writer alone, time / bare Xapian", writer_seconds / bare_seconds);
    show("whole ingest, time / bare Xapian", whole_seconds / bare_seconds);
}

}  // namespace whosaid::bench
