// XML that holds items of news: cut into items while it is read, so that a message of any size needs the
// memory of its largest item, and one broken item costs no other.
#pragma once

#include "core/article.hpp"
#include "core/types.hpp"
#include "corpus/bytes.hpp"
#include "corpus/findings.hpp"
#include "corpus/reader.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace whosaid::corpus {

struct XmlForm {
    std::string_view name;                      // for messages
    std::vector<std::string_view> articles;     // the elements that hold an article, whatever their namespace
    std::vector<std::string_view> other_items;  // the elements that hold something else and are passed over
    // The article of such an element, which begins on `line`; nullopt: it holds none and need not. What is to
    // be told of it beside an error goes to `findings`.
    Result<std::optional<Article>> (*article)(pugi::xml_node item, std::uint64_t line, Findings& findings);
};

// An input with items that are no articles alone is no error: a warning tells what it holds.
[[nodiscard]] std::unique_ptr<ArticleStream> read_xml(Bytes bytes, std::string id, XmlForm form);

}  // namespace whosaid::corpus
