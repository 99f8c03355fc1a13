// The formats that the readers know: one function a format, each in a file of its own.
#pragma once

#include "corpus/bytes.hpp"
#include "corpus/reader.hpp"

#include <memory>
#include <string>

namespace whosaid::corpus {

// `id`: for an article that has none of its own.
[[nodiscard]] std::unique_ptr<ArticleStream> read_json(Bytes bytes, std::string id);
[[nodiscard]] std::unique_ptr<ArticleStream> read_text(Bytes bytes, std::string id);

}  // namespace whosaid::corpus
