// Articles in: open(path) gives a stream of articles and errors, one file a format.
#pragma once

#include "core/article.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::corpus {

// One input, read article by article; flat memory whatever the file's size.
class ArticleStream {
  public:
    ArticleStream() = default;
    ArticleStream(const ArticleStream&) = delete;
    ArticleStream& operator=(const ArticleStream&) = delete;
    virtual ~ArticleStream() = default;

    // The next article, or the error that stands in its place (ErrorCode::bad_input with file and line;
    // reading goes on after it). nullopt: the end.
    [[nodiscard]] virtual std::optional<Result<Article>> next() = 0;
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;  // of the input, for progress
    // What was mended on the way (a byte that is no UTF-8, a date that cannot be read): the article came
    // through, the user should know. Empties the list.
    [[nodiscard]] virtual std::vector<Error> take_warnings() = 0;
};

// Opens by the file's ending, and by its first bytes where that says nothing: .jsonl, .json (JSON Lines or an
// array), .txt, each also from standard input ("-": JSON Lines if it starts with "{", else plain text).
[[nodiscard]] Result<std::unique_ptr<ArticleStream>> open(const std::filesystem::path& path);

struct Input {
    std::filesystem::path path;
    std::uint64_t bytes = 0;  // 0 for standard input
};
// The files behind paths: folders are walked in sorted order, taking the endings that `open` knows; a path
// that does not exist is an error in its place.
[[nodiscard]] std::vector<Result<Input>> inputs(const std::vector<std::string>& paths);

}  // namespace whosaid::corpus
