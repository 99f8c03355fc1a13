#include "index/query.hpp"

#include "cli/verify.hpp"
#include "core/date.hpp"
#include "index/ingest.hpp"
#include "index/snapshot.hpp"
#include "index/words.hpp"
#include "tests/bench/articles.hpp"
#include "tests/bench/clock.hpp"
#include "tests/bench/modes.hpp"
#include "tests/bench/result.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whosaid::bench {
namespace {

constexpr std::uint64_t usual_claims = 100'000;
constexpr std::uint64_t trial = 1000;  // articles after which there must be claims
constexpr std::size_t queries = 300;   // of each kind
constexpr std::size_t words_a_query = 8;
constexpr std::uint32_t hits = 10;
constexpr std::uint32_t candidates = 50;

// An index with about so many claims.
void fill(const std::filesystem::path& folder, const std::vector<std::string>& paths, std::uint64_t claims) {
    Articles source(paths);
    index::Writer writer = value_of(index::Writer::open(folder));
    index::IngestCounts reached;
    const auto next = [&]() -> std::optional<Article> {
        if (reached.claims >= claims) return std::nullopt;
        if (reached.claims == 0 && reached.articles >= trial)
            throw std::runtime_error("the analysis finds no claims in these articles");
        return source.next();
    };
    reached = value_of(index::ingest(writer, next, std::thread::hardware_concurrency(),
                                     [&](const index::IngestCounts& now) { reached = now; }));
    show("articles", static_cast<double>(reached.articles));
    show("claims", static_cast<double>(reached.claims));
}

struct Example {
    std::vector<std::string> words;  // of a claim's content, without stop words
    std::string content;
    std::string source;
    std::optional<Date> date;
};

// Claims spread evenly over the index, those with too few words passed over.
std::vector<Example> examples(const index::Reader& reader, std::uint64_t claims) {
    const std::uint64_t step = std::max<std::uint64_t>(claims / (2 * queries), 1);
    std::vector<Example> out;
    std::uint64_t number = 0;
    const auto visit = [&](const index::StoredArticle& stored) {
        for (const Claim& claim : stored.claims) {
            if (number++ % step != 0 || claim.content.empty()) continue;
            Example example{{},
                            std::string(claim.content.front().of(stored.article.text)),
                            claim.source.name,
                            stored.article.date};
            std::string word;
            for (index::Words words(example.content); words.next(word);) {
                if (!words.stop_word()) example.words.push_back(word);
            }
            if (example.words.size() < words_a_query) continue;
            example.words.resize(words_a_query);
            out.push_back(std::move(example));
        }
        return out.size() < queries;
    };
    value_of(reader.each(visit));
    if (out.empty()) throw std::runtime_error("no claim is long enough to ask for");
    return out;
}

std::string any_word(const Example& example) {
    return fmt::format("{}", fmt::join(example.words, " OR "));
}
std::string three_words(const Example& example) {
    return fmt::format("{} {} {}", example.words[0], example.words[3], example.words[7]);
}
std::string words_of_source(const Example& example) {
    return fmt::format("({}) source:\"{}\"", any_word(example), index::folded(example.source));
}
std::string words_of_year(const Example& example) {
    const int year = example.date ? static_cast<int>(example.date->year()) : 2020;
    return fmt::format("({}) date:{}", any_word(example), year);
}

struct Kind {
    std::string_view name;
    std::string (*query)(const Example&);
};
constexpr Kind kinds[] = {{"8 words OR", any_word},
                          {"3 words AND", three_words},
                          {"8 words OR, of a source", words_of_source},
                          {"8 words OR, of a year", words_of_year}};

double total(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void show_times(std::string_view name, const std::vector<double>& seconds) {
    show(fmt::format("{}, p50 ms", name), 1000 * percentile(seconds, 0.5));
    show(fmt::format("{}, p95 ms", name), 1000 * percentile(seconds, 0.95));
}

// What a search takes, and what Xapian takes to match the query that it comes down to.
void compare(const Kind& kind, const std::vector<Example>& all, const index::Reader& reader,
             const index::Snapshot& snapshot) {
    index::QueryContext context;
    context.claims = true;
    context.dates = index::dates_of(snapshot);
    std::vector<double> ours;
    std::vector<double> bare;
    for (const Example& example : all) {
        const index::SearchRequest request{kind.query(example), true, index::Order::relevance, 0, hits};
        const Xapian::Query query = value_of(index::parse_query(request.query, context));
        const auto ask = [&] { static_cast<void>(value_of(reader.search(request))); };
        const auto match = [&] {
            Xapian::Enquire enquire(snapshot.claims);
            enquire.set_query(query);
            static_cast<void>(enquire.get_mset(0, hits));
        };
        ask();  // warm
        match();
        const double begin = thread_seconds();
        ask();
        const double middle = thread_seconds();
        match();
        ours.push_back(middle - begin);
        bare.push_back(thread_seconds() - middle);
    }
    show_times(fmt::format("search, {}", kind.name), ours);
    show_times(fmt::format("bare Xapian, {}", kind.name), bare);
    show(fmt::format("search / bare Xapian, {}", kind.name), total(ours) / total(bare));
}

}  // namespace

void query(const Settings& settings) {
    const tests::TemporaryFolder folder;
    const std::string location = (folder / "index").string();
    const std::uint64_t claims = settings.limit == 0 ? usual_claims : settings.limit;
    fill(location, settings.paths.empty() ? large_corpus() : settings.paths, claims);

    const index::Reader reader = value_of(index::Reader::open({location}));
    const index::Snapshot snapshot = value_of(index::open_snapshot({location}));
    const std::vector<Example> all = examples(reader, claims);
    for (const Kind& kind : kinds)
        compare(kind, all, reader, snapshot);

    const corroboration::Desk desk;
    cli::Verifier verifier(reader, {}, candidates, cli::method(false, 2), desk);
    std::vector<double> verified;
    for (const Example& example : all) {
        Article claim;
        claim.id = "claim";
        claim.text = example.content;
        claim.date = example.date;
        const double begin = thread_seconds();
        static_cast<void>(value_of(verifier.verify(std::move(claim))));
        verified.push_back(thread_seconds() - begin);
    }
    show_times(fmt::format("verify, {} candidates", candidates), verified);
}

}  // namespace whosaid::bench
