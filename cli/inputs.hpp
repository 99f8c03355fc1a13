// The articles behind the paths of a command line, with what could not be read reported as it is met.
#pragma once

#include "cli/console.hpp"
#include "core/article.hpp"
#include "corpus/reader.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace whosaid::cli {

class Inputs {
  public:
    // `today`: an article dated later is warned of; none: dates are not checked. `console` outlives this.
    Inputs(const std::vector<std::string>& paths, Console& console, std::optional<Date> today = std::nullopt);

    // The next article; nullopt at the end. Errors and warnings go to the console.
    [[nodiscard]] std::optional<Article> next();

    [[nodiscard]] std::uint64_t failures() const { return failures_; }  // inputs that could not be read
    [[nodiscard]] std::uint64_t bytes_read() const;
    [[nodiscard]] std::uint64_t bytes_total() const { return total_; }  // 0 with standard input: not known

  private:
    void fail(const Error& error);
    void check(const Article& article);
    void warn_of_language(const Article& article);
    [[nodiscard]] bool open_next();

    Console& console_;
    std::optional<Date> today_;
    std::vector<Result<corpus::Input>> inputs_;
    std::size_t position_ = 0;  // in inputs_, of the next one
    std::unique_ptr<corpus::ArticleStream> stream_;
    std::string current_;                                // path of stream_
    std::unordered_map<std::string, std::size_t> seen_;  // id → the input that had it first, in inputs_
    std::uint64_t done_ = 0;                             // bytes of the inputs before stream_
    std::uint64_t total_ = 0;
    std::uint64_t failures_ = 0;
};

}  // namespace whosaid::cli
