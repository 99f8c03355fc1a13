// What people found: reviews of claims, given in a file beside what the program reports.
//
// JSON Lines: {"article": "harbour/a1", "claim": "c3", "rating": "Mostly true", "reviewer": "North Desk",
//              "url": "https://desk.example/checks/17", "date": "2026-03-10"}
// "claim" is a claim's id in the article, or its words; "article" may be left out for words, and where one
// article alone is reported on.
#pragma once

#include "cli/report/report.hpp"
#include "core/types.hpp"

#include <string>
#include <vector>

namespace whosaid::cli {

class Reviews {
  public:
    // Error usage: the file cannot be read, or a line is no review.
    [[nodiscard]] static Result<Reviews> read(const std::string& path);

    // Those of the claims of an article, in order of the claims. `alone`: no other article is reported on.
    [[nodiscard]] std::vector<Review> of(const Article& article, const std::vector<Claim>& claims,
                                         bool alone) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        std::string article;  // empty: not said
        std::string claim;    // its id or its words
        Review review;        // but for `claim`
    };
    std::vector<Entry> entries_;
};

}  // namespace whosaid::cli
