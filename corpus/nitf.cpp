// NITF 2.x to 3.6, with its namespace, another or none.
#include "corpus/nitf.hpp"

#include "corpus/formats.hpp"
#include "corpus/markup_text.hpp"
#include "corpus/particulars.hpp"
#include "corpus/xml_items.hpp"

#include <string_view>
#include <utility>

namespace whosaid::corpus {
namespace {

using pugi::xml_node;

std::string attribute(xml_node node, const char* name) {
    return one_line(node.attribute(name).value());
}

std::string outlet_of(xml_node root, xml_node head, xml_node docdata) {
    return first_filled({attribute(child(head, "pubdata"), "name"), line_of(descendant(root, "distributor")),
                         attribute(child(docdata, "doc.copyright"), "holder"),
                         attribute(child(docdata, "doc-id"), "regsrc")});
}

// The publication's date before the story's.
std::string date_of(xml_node root, xml_node head, xml_node docdata) {
    return first_filled({attribute(child(head, "pubdata"), "date.publication"),
                         attribute(child(docdata, "date.issue"), "norm"),
                         attribute(child(docdata, "date.release"), "norm"),
                         attribute(descendant(root, "story.date"), "norm")});
}

Result<std::optional<Article>> reported_article(xml_node root, xml_node head, std::uint64_t line,
                                                Findings& findings) {
    constexpr std::string_view prefix = "whosaid-";
    Article out;
    for (const xml_node meta : head.children("meta")) {
        const std::string_view name = meta.attribute("name").value();
        if (name.starts_with(prefix))
            set_particular(out, name.substr(prefix.size()), attribute(meta, "content"));
    }
    out.text = text_of_class(root, article_paragraph);
    if (is_blank(out.text)) return tl::unexpected(findings.error(no_article_text, left_out, line));
    if (out.id.empty()) out.id = findings.id_for(line);
    return out;
}

Result<std::optional<Article>> nitf_article(xml_node root, std::uint64_t line, Findings& findings) {
    const xml_node head = child(root, "head");
    const xml_node docdata = child(head, "docdata");
    const std::string status = attribute(docdata, "management-status");
    if (is_withdrawn(status)) {
        findings.warn("its status is \"" + status + "\"", left_out, line);
        return std::nullopt;
    }
    if (attribute(child(docdata, "doc-scope"), "scope") == claim_report)
        return reported_article(root, head, line, findings);
    Article out;
    out.text = article_text(root);
    if (is_blank(out.text)) return tl::unexpected(findings.error(no_text, left_out, line));
    out.id = attribute(child(docdata, "doc-id"), "id-string");
    out.url = address_of(out.id);
    if (out.id.empty()) out.id = findings.id_for(line);
    out.outlet = outlet_of(root, head, docdata);
    out.title = nitf_headline(root);
    if (out.title.empty()) out.title = line_of(child(head, "title"));
    out.author = nitf_author(root);
    out.date = findings.date(date_of(root, head, docdata), line);
    return out;
}

}  // namespace

std::string nitf_headline(xml_node root) {
    const xml_node headline = descendant(root, "hedline");
    const xml_node first = child(headline, "hl1");
    return line_of(first ? first : headline);
}

std::string nitf_author(xml_node root) {
    std::string words;
    // The title of an author stands behind the name, in an element of its own.
    for (const xml_node each : descendant(root, "byline").children()) {
        if (std::string_view(each.name()).find("byttl") != std::string_view::npos) continue;
        words += each.type() == pugi::node_element ? line_of(each) : each.value();
    }
    return author_of(one_line(words));
}

std::unique_ptr<ArticleStream> read_nitf(Bytes bytes, std::string id) {
    return read_xml(std::move(bytes), std::move(id), {"NITF", {"nitf"}, {}, nitf_article});
}

}  // namespace whosaid::corpus
