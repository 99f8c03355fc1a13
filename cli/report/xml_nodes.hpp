// Elements and attributes of XML whose text is what xml_text() lets through; pugixml escapes it.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace whosaid::cli {

void attribute(pugi::xml_node node, const char* name, std::string_view value);
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view words = {});
// Text beside elements in mixed content. A paragraph begins and ends with text, so that indenting adds none.
void add_text(pugi::xml_node parent, std::string_view words);
// The document as UTF-8, with its declaration or without.
[[nodiscard]] std::string xml_bytes(const pugi::xml_document& document, bool declared = true);

}  // namespace whosaid::cli
