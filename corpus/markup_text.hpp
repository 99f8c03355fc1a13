// Running text out of a tree of markup, NITF or XHTML: paragraphs separated by an empty line, runs of white
// space as one space.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace whosaid::corpus {

// The words below `node` on one line.
[[nodiscard]] std::string line_of(pugi::xml_node node);
[[nodiscard]] std::string one_line(std::string_view text);

// The body of an article: paragraphs, headings, items of lists and rows of tables are paragraphs, <br> is a
// line break, <q> has quotation marks where the text has none. Left out is what is beside the text: scripts,
// forms, pictures with their captions, asides. Of NITF it is body.content, then the tagline of body.end.
[[nodiscard]] std::string article_text(pugi::xml_node root);
// Only the paragraphs of that class.
[[nodiscard]] std::string text_of_class(pugi::xml_node root, std::string_view name);
// Text without markup: lines without white space at their ends, at most one empty line between them.
[[nodiscard]] std::string plain_text(std::string_view text);

// A body that comes as a string, of a content type (may be empty): markup where the type or its first
// character says so, else plain text.
[[nodiscard]] bool is_markup(std::string_view content_type, std::string_view body);
[[nodiscard]] Result<std::string> body_text(std::string_view content_type, std::string_view body);

// HTML, or any other piece of markup, as a tree. Error (of no file): it is too large or too deep for one.
[[nodiscard]] Result<void> load_html(pugi::xml_document& tree, std::string_view html);

// The first of that name among the children, or among all below, whatever its namespace; null where there is
// none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view name);
[[nodiscard]] pugi::xml_node descendant(pugi::xml_node parent, std::string_view name);

}  // namespace whosaid::corpus
