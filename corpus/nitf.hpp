// NITF, as a document and inside other forms.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace whosaid::corpus {

// Of the body.head below `root`; empty where there is none.
[[nodiscard]] std::string nitf_headline(pugi::xml_node root);
[[nodiscard]] std::string nitf_author(pugi::xml_node root);

}  // namespace whosaid::corpus
