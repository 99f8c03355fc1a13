#include "cli/report/nitf_body.hpp"

#include "cli/claim_id.hpp"
#include "cli/report/sentences.hpp"
#include "cli/report/xml_nodes.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using pugi::xml_node;

void write_claim(xml_node parent, const Paragraph& paragraph, const Sources::Entry& source,
                 const std::string& id_prefix, const MarkSource& mark_source) {
    xml_node p = parent.append_child("p");
    attribute(p, "id", id_prefix + claim_id(paragraph.claim));
    add_text(p, paragraph.lead);
    xml_node speaker = add_source_element(p, source);
    attribute(speaker, "id", id_prefix + source_mark_id(paragraph.claim));
    mark_source(speaker, source);
    add_text(p, paragraph.act);
    xml_node content = element(p, "classifier", paragraph.content);
    attribute(content, "type", "claim");
    attribute(content, "value", claim_id(paragraph.claim));
    add_text(p, paragraph.tail);
}

// A paragraph with the line breaks that stand in it.
void write_lines(xml_node parent, const Paragraph& paragraph) {
    std::string_view rest = paragraph.lead;
    xml_node p = parent.append_child("p");
    attribute(p, "class", name_of(paragraph.kind));
    while (true) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        add_text(p, rest.substr(0, end));
        if (end == rest.size()) return;
        p.append_child("br");
        rest.remove_prefix(end + 1);
    }
}

}  // namespace

std::string source_mark_id(std::size_t claim) {
    return fmt::format("s{}", claim + 1);
}

xml_node add_source_element(xml_node parent, const Sources::Entry& source) {
    const SourceKind kind = source.source->kind;
    if (kind == SourceKind::person) return element(parent, "person", source.name);
    if (kind == SourceKind::organisation) return element(parent, "org", source.name);
    xml_node node = element(parent, "classifier", source.name);
    attribute(node, "type", "source");
    return node;
}

void write_nitf_paragraphs(xml_node parent, const Report& report, const Sources& sources,
                           const std::string& id_prefix, const MarkSource& mark_source) {
    for (const Paragraph& paragraph : paragraphs(report)) {
        if (paragraph.kind == Paragraph::Kind::claim) {
            write_claim(parent, paragraph, sources.of(paragraph.claim), id_prefix, mark_source);
        } else {
            write_lines(parent, paragraph);
        }
    }
}

}  // namespace whosaid::cli
