// As many articles as a benchmark asks for.
#pragma once

#include "core/article.hpp"
#include "corpus/reader.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace whosaid::bench {

// Articles of files and folders, in order, those that cannot be read passed over. At the end it begins anew,
// with other ids and later dates, so that it never runs out.
class Articles {
  public:
    // Throws std::runtime_error where the paths hold no article.
    explicit Articles(const std::vector<std::string>& paths);

    [[nodiscard]] Article next();
    [[nodiscard]] std::uint32_t round() const { return round_; }  // 0: nothing was repeated so far

  private:
    std::vector<corpus::Input> inputs_;
    std::size_t input_ = 0;
    std::unique_ptr<corpus::ArticleStream> stream_;
    std::uint32_t round_ = 0;
    bool any_ = false;  // an article was read
};

[[nodiscard]] std::vector<std::string> sample_corpus();
// Real news beside the source tree, where it is; else the demonstration corpus.
[[nodiscard]] std::vector<std::string> large_corpus();

}  // namespace whosaid::bench
