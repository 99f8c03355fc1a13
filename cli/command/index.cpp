#include "cli/clock.hpp"
#include "cli/command/command.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/json.hpp"
#include "cli/progress.hpp"
#include "index/ingest.hpp"

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using Clock = std::chrono::steady_clock;

// Shows how far the work is: a bar that a terminal overwrites, else a line now and then.
class Progress {
  public:
    Progress(Console& console, const Inputs& inputs)
        : console_(console),
          inputs_(inputs),
          pace_(std::chrono::milliseconds(console.err_is_terminal() ? 100 : 5000)) {
        static_cast<void>(pace_.due(Clock::now() - std::chrono::milliseconds(1)));
    }

    void show(const index::IngestCounts& counts) {
        if (!pace_.due(Clock::now())) return;
        const ProgressState now = state(counts);
        if (console_.err_is_terminal()) {
            console_.status(progress_bar(now, console_.width() - 1));
        } else {
            console_.message(progress_text(now));
        }
    }
    [[nodiscard]] ProgressState state(const index::IngestCounts& counts) const {
        return {counts.articles,      counts.unchanged,      counts.words,
                inputs_.bytes_read(), inputs_.bytes_total(), Clock::now() - start_};
    }
    void clear() { console_.status({}); }

  private:
    Console& console_;
    const Inputs& inputs_;
    Pace pace_;
    Clock::time_point start_ = Clock::now();
};

std::string summary_text(const index::IngestCounts& counts, const ProgressState& state,
                         std::uint64_t failures, const std::string& where) {
    std::string out = fmt::format("{} articles with {} claims indexed in {}", grouped(counts.articles),
                                  grouped(counts.claims), where);
    if (counts.unchanged > 0) out += fmt::format("; {} unchanged", grouped(counts.unchanged));
    if (failures > 0) out += fmt::format("; {} could not be read", grouped(failures));
    const double seconds = std::max(state.elapsed.count(), 1e-3);
    return out +
           fmt::format("; {}, {} words/s", duration_text(state.elapsed),
                       grouped(static_cast<std::uint64_t>(static_cast<double>(counts.words) / seconds)));
}

Json summary_json(const index::IngestCounts& counts, std::uint64_t failures, const std::string& where,
                  bool stopped) {
    Json out = document();
    out["index"] = where;
    out["articles"] = counts.articles;
    out["claims"] = counts.claims;
    out["unchanged"] = counts.unchanged;
    out["unreadable"] = failures;
    out["words"] = counts.words;
    out["text_bytes"] = counts.text_bytes;
    out["interrupted"] = stopped;
    return out;
}

}  // namespace

Result<Outcome> run_index(Context& context) {
    Console& console = context.console;
    const std::string& where = context.options.index.front();
    Inputs inputs(context.options.paths, console, today());
    const InterruptWatch watch;
    Progress progress(console, inputs);
    const auto next = [&]() -> std::optional<Article> {
        if (InterruptWatch::asked()) return std::nullopt;
        return inputs.next();
    };
    const Result<index::IngestCounts> counts =
        index::ingest(*context.writer, next, context.options.threads,
                      [&](const index::IngestCounts& now) { progress.show(now); });
    progress.clear();
    if (!counts) return tl::unexpected(counts.error());
    const bool stopped = InterruptWatch::asked();
    if (context.options.format == Format::text) {
        console.line(summary_text(*counts, progress.state(*counts), inputs.failures(), where));
    } else {
        const int indent = context.options.format == Format::json ? 2 : -1;
        console.line(dump(summary_json(*counts, inputs.failures(), where, stopped), indent));
    }
    if (stopped) {
        return tl::unexpected(Error{ErrorCode::failed, "interrupted; what is counted above is in the index",
                                    "run the same command again to go on", "", 0});
    }
    return inputs.failures() == 0 ? Outcome::done : Outcome::inputs_failed;
}

}  // namespace whosaid::cli
