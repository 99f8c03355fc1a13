// Articles in: open(path) gives a stream of articles and errors, one file a format.
//
// Of JSON and plain text an article's text is exactly what the input holds: line breaks stay as they are.
// Markup (NewsML-G2, NITF, ninjs) becomes paragraphs separated by an empty line. In all of them two things
// differ: the byte order mark at the start of a file is no text, and what no text may hold (bytes that are no
// UTF-8, NUL, half of a surrogate pair) becomes U+FFFD with a warning. Spans point into the result.
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

// The most bytes that one article may take in its file (a text file, a line of JSON Lines, an object of a
// JSON array, an item of XML): a larger one is an error in its place, and is never held in memory.
inline constexpr std::size_t largest_article = 32'000'000;

// One input, read article by article; flat memory whatever the file's size.
class ArticleStream {
  public:
    ArticleStream() = default;
    ArticleStream(const ArticleStream&) = delete;
    ArticleStream& operator=(const ArticleStream&) = delete;
    virtual ~ArticleStream() = default;

    // The next article, or the error that stands in its place (ErrorCode::bad_input with file and line;
    // reading goes on after it). nullopt: the end. An input without any article is an error, once; one that
    // holds only what is no article (packages, pictures) is a warning.
    [[nodiscard]] virtual std::optional<Result<Article>> next() = 0;
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;  // of the input, for progress
    // What was mended on the way (a byte that is no UTF-8, a date that cannot be read): the article came
    // through, the user should know. Empties the list.
    [[nodiscard]] virtual std::vector<Error> take_warnings() = 0;
};

// Opens by the file's ending: .jsonl, .ndjson and .json (JSON Lines or an array, of our articles or of
// ninjs), .xml (NewsML-G2 or NITF, as its elements show), .txt (plain text), each also compressed (.gz).
// Where the ending says nothing, and for standard input ("-"), the first bytes decide: JSON if they start
// with "{" or with "[" and an object, XML with "<", else plain text. UTF-8, UTF-16, and for XML what it
// declares.
[[nodiscard]] Result<std::unique_ptr<ArticleStream>> open(const std::filesystem::path& path);

struct Input {
    std::filesystem::path path;
    std::uint64_t bytes = 0;  // 0 for standard input and pipes
};
// The files behind paths: folders are walked in sorted order, taking the regular files with an ending that
// `open` knows and leaving links to folders alone; a path that does not exist or cannot be read is an error
// in its place.
[[nodiscard]] std::vector<Result<Input>> inputs(const std::vector<std::string>& paths);

}  // namespace whosaid::corpus
