// The formats that the readers know: one function a format, each in a file of its own.
#pragma once

#include "corpus/bytes.hpp"
#include "corpus/reader.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace whosaid::corpus {

// How the objects of a JSON input are laid out: one a line for sure, or as the first bytes show, also over
// several lines. An array may be laid out either way.
enum class JsonLayout : std::uint8_t { lines, free };

// `id`: for an article that has none of its own. JSON's objects may also be ninjs.
[[nodiscard]] std::unique_ptr<ArticleStream> read_json(Bytes bytes, std::string id, JsonLayout layout);
[[nodiscard]] std::unique_ptr<ArticleStream> read_newsml_g2(Bytes bytes, std::string id);
[[nodiscard]] std::unique_ptr<ArticleStream> read_nitf(Bytes bytes, std::string id);
// An element at the top of a NewsML-G2 document, without its prefix.
[[nodiscard]] bool is_newsml_g2_element(std::string_view name);
[[nodiscard]] std::unique_ptr<ArticleStream> read_text(Bytes bytes, std::string id);

}  // namespace whosaid::corpus
