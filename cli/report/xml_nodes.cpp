#include "cli/report/xml_nodes.hpp"

#include "cli/report/xml_text.hpp"

#include <sstream>

namespace whosaid::cli {

void attribute(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(xml_text(value).c_str());
}

pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view words) {
    pugi::xml_node node = parent.append_child(name);
    if (!words.empty()) node.text().set(xml_text(words).c_str());
    return node;
}

void add_text(pugi::xml_node parent, std::string_view words) {
    parent.append_child(pugi::node_pcdata).set_value(xml_characters(words).c_str());
}

std::string xml_bytes(const pugi::xml_document& document, bool declared) {
    std::ostringstream out;
    if (declared) out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    document.save(out, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

}  // namespace whosaid::cli
