#include "cli/command/command.hpp"
#include "cli/digest.hpp"
#include "cli/export_state.hpp"
#include "cli/interrupt.hpp"
#include "cli/output_file.hpp"
#include "cli/parallel.hpp"
#include "cli/progress.hpp"
#include "cli/report/package.hpp"
#include "cli/report/wording.hpp"
#include "cli/reporting.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned text_width = 80;
constexpr std::chrono::seconds state_interval{10};  // what a crash makes go out twice

const char* ending_of(ReportForm form) {
    switch (form) {
        case ReportForm::text:
            return ".txt";
        case ReportForm::html:
            return ".html";
        case ReportForm::newsml_g2:
        case ReportForm::nitf:
            return ".xml";
        case ReportForm::json:
        case ReportForm::ninjs:
        case ReportForm::ninjs_3:
            return ".json";
        case ReportForm::json_ld:
        case ReportForm::web_annotation:
            return ".jsonld";
        case ReportForm::csv:
            return ".csv";
    }
    return "";
}

// The ids of the articles asked for, each once.
Result<std::vector<std::string>> chosen(const index::Reader& reader, const ExportOptions& options) {
    std::vector<std::string> ids;
    if (!options.ids.empty()) {
        std::set<std::string> seen;
        for (const std::string& id : options.ids) {
            if (seen.insert(id).second) ids.push_back(id);
        }
        return ids;
    }
    if (!options.query.empty()) {
        index::SearchRequest request;
        request.query = options.query;
        request.limit = std::numeric_limits<std::uint32_t>::max();
        const Result<index::SearchResult> found = reader.search(request);
        if (!found) return tl::unexpected(found.error());
        for (const index::SearchHit& hit : found->hits)
            ids.push_back(hit.article);
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }
    const Result<void> all = reader.each([&](const index::StoredArticle& stored) {
        ids.push_back(stored.article.id);
        return true;
    });
    if (!all) return tl::unexpected(all.error());
    return ids;
}

// What became of one article, before anything is written.
struct Made {
    std::string id;
    std::string revision;
    std::string bytes;
    Report report;  // without its claims and evidence, which `bytes` hold
    std::size_t reviews = 0;
    bool sent_before = false;
    std::optional<Error> refused;  // of this article alone
    std::optional<Error> stopped;  // of the index
};

class Export {
  public:
    Export(Context& context, Reporter& reporter, std::optional<ExportState>& state)
        : context_(context),
          options_(context.options.exporting),
          reporter_(reporter),
          state_(state),
          package_(options_.making.to, options_.making.newsroom, reporter.run(), package_name()) {}

    Result<Outcome> run(const std::vector<std::string>& ids) {
        const InterruptWatch watch;
        // Articles are taken side by side; where they are few, so are their claims.
        claim_threads_ = static_cast<unsigned>(
            std::max<std::size_t>(context_.options.threads / std::max<std::size_t>(ids.size(), 1), 1));
        std::size_t next = 0;
        in_order<std::string, Made>(
            [&]() -> std::optional<std::string> {
                if (next == ids.size() || InterruptWatch::asked()) return std::nullopt;
                return ids[next++];
            },
            [&](const std::string& id) { return made(id); },
            [&](Made& made) {
                const bool goes_on = take(made);
                show(ids.size());
                return goes_on;
            },
            context_.options.threads);
        context_.console.status({});
        const bool interrupted = InterruptWatch::asked();
        if (!stopped_ && !interrupted) finish_package();
        // What is out is remembered, whatever else went wrong.
        if (state_ && exported_ > 0 && (options_.package.empty() || package_is_out_)) {
            if (const auto saved = state_->save(); !saved && !stopped_) stopped_ = saved.error();
        }
        if (stopped_) return tl::unexpected(*stopped_);
        if (interrupted && !options_.package.empty()) {
            return tl::unexpected(Error{ErrorCode::failed, "interrupted; no package was written",
                                        "run the same command again", "", 0});
        }
        context_.console.message(summary());
        if (interrupted) {
            return tl::unexpected(Error{ErrorCode::failed, "interrupted; what is counted above is out",
                                        "run the same command again to go on", "", 0});
        }
        return failed_ == 0 ? Outcome::done : Outcome::inputs_failed;
    }

  private:
    // The same articles asked for make the next version of the same package.
    [[nodiscard]] std::string package_name() const {
        if (options_.query.empty() && options_.ids.empty()) return "all";
        return digest(options_.query + "\n" + joined(options_.ids, "\n"));
    }
    [[nodiscard]] std::string path_of(const std::string& id) const {
        return (std::filesystem::path(options_.folder) / (file_name(id) + ending_of(options_.making.to)))
            .string();
    }

    // Called by several threads.
    Made made(const std::string& id) {
        Made out;
        out.id = id;
        Result<std::optional<index::StoredArticle>> stored = context_.reader->find(id);
        if (!stored) {
            out.stopped = stored.error();
            return out;
        }
        if (!*stored) {
            out.refused = Error{ErrorCode::bad_input, "no article of the index has this id",
                                "whosaid search finds ids", id, 0};
            return out;
        }
        out.revision = revision_of((*stored)->article);
        out.sent_before = state_ && state_->sent(id, out.revision);
        if (out.sent_before) return out;
        if (options_.package.empty()) {
            if (const auto allowed = may_write(path_of(id), options_.force); !allowed) {
                out.refused = allowed.error();
                return out;
            }
        }
        Result<Reported> reported = reporter_.report(std::move((*stored)->article), false, claim_threads_);
        if (!reported) {
            out.stopped = reported.error();
            return out;
        }
        const Making& making = options_.making;
        out.bytes = options_.package.empty()
                        ? written(*reported, making.to, making.newsroom, {false, text_width})
                        : packaged(*reported, making.to, making.newsroom);
        out.reviews = reported->report.reviews.size();
        out.report.article = std::move(reported->report.article);
        out.report.article.text.clear();
        out.report.run = std::move(reported->report.run);
        return out;
    }

    // Writes what was made; false: no use in going on.
    bool take(Made& made) {
        ++done_;
        if (made.stopped) {
            stopped_ = made.stopped;
            return false;
        }
        if (made.sent_before) {
            ++sent_before_;
            return true;
        }
        if (made.refused) {
            refuse(*made.refused);
            return true;
        }
        if (!options_.package.empty()) {
            if (auto written = add_to_package(made); !written) {
                stopped_ = written.error();
                return false;
            }
        } else if (auto written = write_file(path_of(made.id), made.bytes, options_.force); !written) {
            refuse(written.error());
            return true;
        }
        ++exported_;
        reviews_ += made.reviews;
        if (!state_) return true;
        state_->add(made.id, made.revision);
        if (options_.package.empty() && state_pace_.due(Clock::now())) {
            if (auto saved = state_->save(); !saved) {
                stopped_ = saved.error();
                return false;
            }
        }
        return true;
    }

    Result<void> add_to_package(const Made& made) {
        if (!file_) {  // only now: an export of nothing makes no file
            Result<OutputFile> file = OutputFile::create(options_.package, options_.force);
            if (!file) return tl::unexpected(file.error());
            file_ = std::move(*file);
            if (auto begun = file_->write(package_.begin()); !begun) return begun;
        }
        package_.add(made.report);
        return file_->write(made.bytes);
    }

    void finish_package() {
        if (!file_) return;
        Result<void> done = file_->write(package_.end());
        if (done) done = file_->finish();
        if (!done) stopped_ = done.error();
        package_is_out_ = done.has_value();
    }

    void refuse(const Error& error) {
        ++failed_;
        context_.console.error(error);
    }

    void show(std::size_t total) {
        if (!pace_.due(Clock::now())) return;
        constexpr std::uint64_t enough = 50;  // what fewer took tells nothing of the rest
        std::string text = fmt::format("{} of {} articles", grouped(done_), grouped(total));
        if (done_ >= std::min<std::uint64_t>(enough, total / 4 + 1)) {
            const std::chrono::duration<double> elapsed = Clock::now() - start_;
            const double rest = static_cast<double>(total - done_) / static_cast<double>(done_);
            text += fmt::format(", {} left", duration_text(elapsed * rest));
        }
        if (context_.console.err_is_terminal()) {
            context_.console.status(text);
        } else {
            context_.console.message(text);
        }
    }

    [[nodiscard]] std::string summary() const {
        if (done_ == 0) return "no article was found; nothing is written";
        std::string out = fmt::format("{} exported to {}", counted(exported_, "article"),
                                      options_.package.empty() ? options_.folder : options_.package);
        if (sent_before_ > 0) out += fmt::format("; {} had gone out before", grouped(sent_before_));
        if (failed_ > 0) out += fmt::format("; {} failed", grouped(failed_));
        if (reviews_ < reporter_.reviews())
            out += fmt::format("; {} of {} reviews are of no claim of them",
                               grouped(reporter_.reviews() - reviews_), grouped(reporter_.reviews()));
        return out;
    }

    Context& context_;
    const ExportOptions& options_;
    Reporter& reporter_;
    std::optional<ExportState>& state_;
    Package package_;
    std::optional<OutputFile> file_;  // of the package
    bool package_is_out_ = false;
    unsigned claim_threads_ = 1;  // of one article
    std::uint64_t done_ = 0;
    std::uint64_t exported_ = 0;
    std::uint64_t sent_before_ = 0;
    std::uint64_t failed_ = 0;
    std::uint64_t reviews_ = 0;  // of the articles exported
    std::optional<Error> stopped_;
    Pace pace_{std::chrono::milliseconds(context_.console.err_is_terminal() ? 100 : 5000)};
    Pace state_pace_{state_interval};
    Clock::time_point start_ = Clock::now();
};

}  // namespace

Result<Outcome> run_export(Context& context) {
    const ExportOptions& options = context.options.exporting;
    const Result<void> allowed =
        options.package.empty() ? may_write_in(options.folder) : may_write(options.package, options.force);
    if (!allowed) return tl::unexpected(allowed.error());
    const Result<index::Info> info = info_of_filled(*context.reader, context.options.index);
    if (!info) return tl::unexpected(info.error());
    std::optional<ExportState> state;
    if (!options.state.empty()) {
        Result<ExportState> opened = ExportState::open(options.state, options.making.to);
        if (!opened) return tl::unexpected(opened.error());
        state = std::move(*opened);
    }
    Result<Reporter> reporter = Reporter::make(context, *info, options.making);
    if (!reporter) return tl::unexpected(reporter.error());
    const Result<std::vector<std::string>> ids = chosen(*context.reader, options);
    if (!ids) return tl::unexpected(ids.error());
    return Export(context, *reporter, state).run(*ids);
}

}  // namespace whosaid::cli
