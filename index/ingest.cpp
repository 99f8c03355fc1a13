#include "index/ingest.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace whosaid::index {
namespace {

// Articles read ahead of the writer: enough to keep every analyser busy past a long article, few enough to
// stay in memory.
constexpr std::size_t ahead_each_thread = 8;
constexpr std::size_t ahead_bytes = 64'000'000;

struct Job {
    Article article;
    bool done = false;
    Prepared prepared;
    std::uint64_t claims = 0;
    std::uint64_t words = 0;
    std::optional<Error> error;
};

Error failed(const Article& article, const char* what) {
    return {ErrorCode::failed, "the article \"" + article.id + "\" could not be analysed: " + what, "", "",
            0};
}

void analyse_into(Job& job) {
    try {
        const Analysis analysis = analyse(job.article);
        for (const language::Sentence& each : analysis.document.sentences)
            job.words += each.words.size();
        job.claims = analysis.claims.size();
        job.prepared = prepare(job.article, analysis.claims, corroboration::sketch(job.article));
    } catch (const std::exception& error) {
        job.error = failed(job.article, error.what());
    } catch (...) {
        job.error = failed(job.article, "unknown error");
    }
}

// Jobs in the order they were given: analysers take the first that nobody has, the writer the first of all.
class Line {
  public:
    explicit Line(unsigned threads) {
        for (unsigned i = 0; i < threads; ++i)
            analysers_.emplace_back([this] { work(); });
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
        for (std::thread& each : analysers_)
            each.join();
    }

    void add(Article article) {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::make_unique<Job>());
        jobs_.back()->article = std::move(article);
        changed_.notify_all();
    }
    // Waits until the first job is done and takes it out.
    [[nodiscard]] std::unique_ptr<Job> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return jobs_.front()->done; });
        std::unique_ptr<Job> job = std::move(jobs_.front());
        jobs_.pop_front();
        --taken_;
        return job;
    }

  private:
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return closed_ || taken_ < jobs_.size(); });
            if (closed_) return;
            Job& job = *jobs_[taken_++];
            lock.unlock();
            analyse_into(job);
            lock.lock();
            job.done = true;
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Job>> jobs_;
    std::size_t taken_ = 0;  // jobs that an analyser has or had
    bool closed_ = false;
    std::vector<std::thread> analysers_;
};

// What is in the line, by id and in bytes.
struct Ahead {
    std::unordered_map<std::string, std::size_t> ids;
    std::size_t articles = 0;
    std::size_t bytes = 0;

    void add(const Article& article) {
        ++ids[article.id];
        ++articles;
        bytes += article.text.size();
    }
    void remove(const Article& article) {
        if (--ids[article.id] == 0) ids.erase(article.id);
        --articles;
        bytes -= article.text.size();
    }
};

Result<IngestCounts> run(Writer& writer, const std::function<std::optional<Article>()>& next,
                         unsigned threads, const std::function<void(const IngestCounts&)>& progress) {
    threads = std::max(threads, 1U);
    IngestCounts counts;
    Ahead ahead;
    Line line(threads);
    bool more = true;
    while (true) {
        while (more && ahead.articles < threads * ahead_each_thread && ahead.bytes < ahead_bytes) {
            std::optional<Article> article = next();
            if (!article) {
                more = false;
                break;
            }
            // Another version of it may be on its way: then only its turn tells whether it changed.
            if (!ahead.ids.contains(article->id)) {
                const Result<bool> known = writer.unchanged(*article);
                if (!known) return tl::unexpected(known.error());
                if (*known) {
                    ++counts.unchanged;
                    if (progress) progress(counts);
                    continue;
                }
            }
            ahead.add(*article);
            line.add(std::move(*article));
        }
        if (ahead.articles == 0) break;
        const std::unique_ptr<Job> job = line.take();
        ahead.remove(job->article);
        if (job->error) return tl::unexpected(*job->error);
        const Result<bool> known = writer.unchanged(job->article);
        if (!known) return tl::unexpected(known.error());
        if (*known) {
            ++counts.unchanged;
        } else {
            if (auto put = writer.put(std::move(job->prepared)); !put) return tl::unexpected(put.error());
            ++counts.articles;
            counts.claims += job->claims;
            counts.words += job->words;
            counts.text_bytes += job->article.text.size();
        }
        if (progress) progress(counts);
    }
    if (auto done = writer.commit(); !done) return tl::unexpected(done.error());
    return counts;
}

}  // namespace

Result<IngestCounts> ingest(Writer& writer, const std::function<std::optional<Article>()>& next,
                            unsigned threads, const std::function<void(const IngestCounts&)>& progress) {
    try {
        return run(writer, next, threads, progress);
    } catch (const std::exception& error) {
        return tl::unexpected(
            Error{ErrorCode::failed, std::string("indexing stopped: ") + error.what(), "", "", 0});
    }
}

}  // namespace whosaid::index
