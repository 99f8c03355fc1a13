// Reports on many articles in one file: a NewsML-G2 newsMessage with an item each and a packageItem that
// lists them, JSON Lines for the forms in JSON, one table for csv. Written piece by piece.
#pragma once

#include "cli/report/report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whosaid::cli {

[[nodiscard]] bool can_be_packaged(ReportForm form);

class Package {
  public:
    // `name`: the same for each package of the same kind, so that a later one is its next version.
    Package(ReportForm form, NewsroomStyle style, RunRecord run, std::string name);

    [[nodiscard]] std::string begin() const;
    // Counts the report in; its bytes are `packaged`, which any thread may make.
    void add(const Report& report);
    [[nodiscard]] std::string end() const;

  private:
    ReportForm form_;
    NewsroomStyle style_;
    RunRecord run_;
    std::string name_;
    std::vector<PackagedItem> items_;
};

}  // namespace whosaid::cli
