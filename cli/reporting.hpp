// Reports on articles, made against one index and written in any form: what the commands report and export
// share.
#pragma once

#include "cli/command/command.hpp"
#include "cli/report/report.hpp"
#include "cli/reviews.hpp"
#include "cli/verify.hpp"
#include "index/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

struct Reported {
    Report report;
    std::vector<Verified> verified;  // one a claim

    // Of an article of the evidence.
    [[nodiscard]] const std::string& text_of(const std::string& article) const;
};

// Several threads may share it.
class Reporter {
  public:
    // `context` and `making` outlive this. `info`: of the index. Errors: the file of reviews.
    [[nodiscard]] static Result<Reporter> make(const Context& context, const index::Info& info,
                                               const Making& making);

    // Analyses `article` and verifies its claims by `threads` threads; the same result for any number of
    // them. `alone`: no other article is reported on. Errors: those of the index.
    [[nodiscard]] Result<Reported> report(Article article, bool alone, unsigned threads);

    [[nodiscard]] const RunRecord& run() const { return run_; }
    [[nodiscard]] std::size_t reviews() const { return reviews_ ? reviews_->size() : 0; }

  private:
    Reporter(const Context& context, const index::Info& info, const Making& making);

    const Making* making_;
    std::unique_ptr<Verifier> verifier_;
    RunRecord run_;
    std::optional<Reviews> reviews_;
};

// The whole document; for csv with its header.
[[nodiscard]] std::string written(const Reported& reported, ReportForm form, const NewsroomStyle& newsroom,
                                  const TextStyle& text);

// The same as it stands in a package (cli/report/package.hpp).
[[nodiscard]] std::string packaged(const Reported& reported, ReportForm form, NewsroomStyle newsroom);

}  // namespace whosaid::cli
