// NewsML-G2: a newsItem, or a newsMessage of them. Its body is inline NITF, XHTML or plain text.
#include "corpus/formats.hpp"
#include "corpus/markup.hpp"
#include "corpus/markup_text.hpp"
#include "corpus/nitf.hpp"
#include "corpus/particulars.hpp"
#include "corpus/xml_items.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace whosaid::corpus {
namespace {

using pugi::xml_node;

constexpr const char* news_item = "newsItem";
constexpr std::array<std::string_view, 5> other_items{"packageItem", "conceptItem", "knowledgeItem",
                                                      "planningItem", "catalogItem"};

// The name of a provider, a source, a creator, as far as it is told.
std::string party_name(xml_node party) {
    std::string name = line_of(child(party, "name"));
    if (name.empty()) name = one_line(party.attribute("literal").value());
    if (name.empty()) name = one_line(code_of(party.attribute("qcode").value()));
    return name;
}

std::string outlet_of(xml_node item, xml_node meta, xml_node content) {
    return first_filled({party_name(child(meta, "provider")),
                         party_name(child(child(item, "rightsInfo"), "copyrightHolder")),
                         party_name(child(content, "infoSource")), line_of(child(content, "creditline"))});
}

std::string title_of(xml_node item, xml_node meta, xml_node content) {
    return first_filled(
        {line_of(child(content, "headline")), nitf_headline(item), line_of(child(meta, "title"))});
}

std::string author_in(xml_node item, xml_node content) {
    return first_filled({author_of(line_of(child(content, "by"))), nitf_author(item),
                         line_of(child(child(content, "creator"), "name"))});
}

// The content's date before the item's, which is the time of its last sending.
std::string date_of(xml_node meta, xml_node content) {
    return first_filled({line_of(child(content, "contentModified")),
                         line_of(child(content, "contentCreated")), line_of(child(meta, "versionCreated")),
                         line_of(child(meta, "firstCreated"))});
}

// Sports results, events and other data have no paragraphs.
std::string inline_xml(xml_node content) {
    for (const char* name : {"p", "body", "div"}) {
        if (descendant(content, name)) return article_text(content);
    }
    return plain_text(content.child_value());
}

Result<std::string> inline_data(xml_node data) {
    if (data.find_child([](xml_node each) { return each.type() == pugi::node_element; }))
        return article_text(data);
    return body_text(data.attribute("contenttype").value(), data.child_value());
}

// The text of the first content that has one: what stands beside it are other renditions of the same.
Result<std::string> text_of(xml_node item) {
    for (const xml_node content : child(item, "contentSet").children()) {
        const std::string_view name = local_name(content.name());
        Result<std::string> text{};
        if (name == "inlineXML") text = inline_xml(content);
        if (name == "inlineData") text = inline_data(content);
        if (!text || !is_blank(*text)) return text;
    }
    return {};
}

bool is_text(xml_node meta) {
    const std::string_view item_class = code_of(child(meta, "itemClass").attribute("qcode").value());
    return item_class.empty() || item_class == "text";
}

Result<std::optional<Article>> reported_article(xml_node item, xml_node meta, std::uint64_t line,
                                                Findings& findings) {
    Article out;
    for (const xml_node property : meta.children()) {
        if (local_name(property.name()) == "itemMetaExtProperty")
            set_particular(out, code_of(property.attribute("rel").value()),
                           one_line(property.attribute("value").value()));
    }
    out.text = text_of_class(item, article_paragraph);
    if (is_blank(out.text)) return tl::unexpected(findings.error(no_article_text, left_out, line));
    if (out.id.empty()) out.id = findings.id_for(line);
    return out;
}

Result<std::optional<Article>> newsml_article(xml_node item, std::uint64_t line, Findings& findings) {
    const xml_node meta = child(item, "itemMeta");
    const xml_node content = child(item, "contentMeta");
    const std::string_view status = child(meta, "pubStatus").attribute("qcode").value();
    if (is_withdrawn(status)) {
        findings.warn("its status is \"" + std::string(status) + "\"", left_out, line);
        return std::nullopt;
    }
    if (line_of(child(content, "keyword")) == claim_report)
        return reported_article(item, meta, line, findings);
    Result<std::string> text = text_of(item);
    if (!text) return tl::unexpected(findings.error(text.error().message, left_out, line));
    Article out;
    out.text = std::move(*text);
    if (is_blank(out.text)) {
        if (!is_text(meta)) return std::nullopt;
        return tl::unexpected(findings.error(no_text, left_out, line));
    }
    out.id = one_line(item.attribute("guid").value());
    out.url = address_of(out.id);
    if (out.id.empty()) out.id = findings.id_for(line);
    out.outlet = outlet_of(item, meta, content);
    out.title = title_of(item, meta, content);
    out.author = author_in(item, content);
    out.date = findings.date(date_of(meta, content), line);
    return out;
}

}  // namespace

bool is_newsml_g2_element(std::string_view name) {
    return name == "newsMessage" || name == news_item ||
           std::ranges::find(other_items, name) != other_items.end();
}

std::unique_ptr<ArticleStream> read_newsml_g2(Bytes bytes, std::string id) {
    return read_xml(std::move(bytes), std::move(id),
                    {"NewsML-G2", {news_item}, {other_items.begin(), other_items.end()}, newsml_article});
}

}  // namespace whosaid::corpus
