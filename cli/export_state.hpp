// What an export has sent: a file that remembers it from one run to the next, so that each article, as it is,
// goes out once.
#pragma once

#include "cli/report/report.hpp"
#include "core/types.hpp"

#include <map>
#include <string>
#include <utility>

namespace whosaid::cli {

// A digest of all that an article is made of.
[[nodiscard]] std::string revision_of(const Article& article);

class ExportState {
  public:
    // Reads `path` where it exists, and keeps other exports from it as long as this lives (by PATH.lock).
    // Errors: it cannot be read, is no such file, is that of another form, or in use.
    [[nodiscard]] static Result<ExportState> open(const std::string& path, ReportForm form);
    ExportState(ExportState&& other) noexcept;
    ExportState& operator=(ExportState&& other) noexcept;
    ~ExportState();

    [[nodiscard]] bool sent(const std::string& id, const std::string& revision) const;
    void add(const std::string& id, const std::string& revision) { sent_[id] = revision; }
    // Replaces the file as a whole.
    [[nodiscard]] Result<void> save() const;

  private:
    ExportState() = default;
    std::string path_;
    ReportForm form_ = ReportForm::text;
    std::map<std::string, std::string> sent_;  // id → revision
    int lock_ = -1;                            // descriptor
};

}  // namespace whosaid::cli
