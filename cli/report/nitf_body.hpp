// The body of a report in NITF 3.6: inline in NewsML-G2, and in NITF itself.
#pragma once

#include "cli/report/item.hpp"

#include <functional>
#include <string>

#include <pugixml.hpp>

namespace whosaid::cli {

inline constexpr const char* nitf_xmlns = "http://iptc.org/std/NITF/2006-10-18/";
inline constexpr const char* nitf_version = "-//IPTC//DTD NITF 3.6//EN";

// How a form names a source in the body: sets the attributes of the element that marks it.
using MarkSource = std::function<void(pugi::xml_node mark, const Sources::Entry& source)>;

// "s1": the id of the element that marks the source of a claim in the body; "c1" (claim_id) is the claim's
// paragraph.
[[nodiscard]] std::string source_mark_id(std::size_t claim);
// The element for a source of a kind: "person", "org", or "classifier" with a type.
pugi::xml_node add_source_element(pugi::xml_node parent, const Sources::Entry& source);
// Writes the paragraphs of `report` into `parent`; `id_prefix` stands before each id.
void write_nitf_paragraphs(pugi::xml_node parent, const Report& report, const Sources& sources,
                           const std::string& id_prefix, const MarkSource& mark_source);

}  // namespace whosaid::cli
