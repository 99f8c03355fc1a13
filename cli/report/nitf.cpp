// NITF 3.6: the claims as classifiers in identified-content, each with alternative codes, and the same in
// words in the body. change.date and change.time are left out: the schema fixes values for them that nobody
// writes.
#include "cli/claim_id.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/nitf_body.hpp"
#include "cli/report/sentences.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_nodes.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using pugi::xml_node;

// ISO 8601 without its hyphens and colons, as NITF norms dates: "20260310T093000Z".
std::string norm(std::string iso) {
    std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
    return iso;
}

std::string day_norm(Date date) {
    return norm(to_string(date)) + "T000000Z";
}

std::size_t word_count(const Report& report) {
    std::size_t words = 0;
    for (const Paragraph& paragraph : paragraphs(report)) {
        const std::string text = paragraph.words();
        words += static_cast<std::size_t>(
                     std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; })) +
                 1;
    }
    return words;
}

void write_meta(xml_node head, std::string_view name, std::string_view content) {
    xml_node node = head.append_child("meta");
    attribute(node, "name", name);
    attribute(node, "content", content);
}

void write_alt_code(xml_node node, std::string_view source, std::string_view value) {
    xml_node code = node.append_child("alt-code");
    attribute(code, "idsrc", source);
    attribute(code, "value", value);
}

// The articles that a report points to, each once: the one reported on first.
class Documents {
  public:
    Documents(xml_node parent, const Article& article) : parent_(parent) {
        id_ = add(article.id, article.url,
                  fmt::format("{}, {}", outlet_of(article), date_or_undated(article.date)));
    }
    // The id of the element for the article of `evidence`.
    std::string of(const Evidence& evidence) {
        return add(evidence.article, evidence.url,
                   fmt::format("{}, {}: {}", outlet_name(evidence), date_or_undated(evidence.date),
                               evidence.title.empty() ? evidence.article : evidence.title));
    }
    [[nodiscard]] const std::string& id() const { return id_; }  // of the article reported on

  private:
    std::string add(const std::string& article, const std::string& url, const std::string& words) {
        const auto [found, is_new] = ids_.try_emplace(article, fmt::format("doc-{}", ids_.size() + 1));
        if (is_new) {
            xml_node node = element(parent_, "virtloc", words);
            attribute(node, "id", found->second);
            const auto href = safe_href(url);
            attribute(node, "idsrc", href ? "url" : "article");
            attribute(node, "value", href ? *href : article);
        }
        return found->second;
    }

    xml_node parent_;
    std::map<std::string, std::string> ids_;
    std::string id_;
};

void write_sources(xml_node parent, const Sources& sources, const Vocabulary& vocabulary) {
    std::size_t number = 0;
    for (const Sources::Entry& entry : sources.list()) {
        xml_node node = add_source_element(parent, entry);
        attribute(node, "id", fmt::format("src-{}", ++number));
        attribute(node, "idsrc", vocabulary.scheme("source"));
        attribute(node, "value", entry.code);
        const bool person = entry.source->kind == SourceKind::person;
        if (person && !entry.source->description.empty())
            element(node, "function", entry.source->description);
    }
}

void write_claim(xml_node parent, const Report& report, std::size_t index, const Sources& sources,
                 Documents& documents, const Vocabulary& vocabulary) {
    const Claim& claim = report.claims[index];
    const auto property = [&](std::string_view name) { return vocabulary.term("property", name); };
    // The documents stand before the claim, which then is one element.
    std::vector<std::pair<std::string_view, std::string>> evidence;
    if (const Verification* verification = verification_of(report, index)) {
        for (const Evidence* each : articles_of(*verification))
            evidence.emplace_back(term(each->stance), documents.of(*each));
    }
    xml_node node = element(parent, "classifier", content_of(report.article, claim));
    attribute(node, "id", "claim-" + claim_id(index));
    attribute(node, "type", "claim");
    attribute(node, "idsrc", vocabulary.scheme("claim"));
    attribute(node, "value", claim_id(index));
    write_alt_code(node, property("paragraph"), claim_id(index));
    write_alt_code(node, property("speaker"), sources.of(index).code);
    for (const Property& each : properties(report, index))
        write_alt_code(node, property(each.name), each.value);
    write_alt_code(node, property("extraction-confidence"), std::to_string(confidence_percent(claim)));
    write_alt_code(node, property("document"), documents.id());
    for (const auto& [stance, document] : evidence)
        write_alt_code(node, vocabulary.term("relation", stance), document);
}

void write_docdata(xml_node head, const Report& report, const Sources& sources,
                   const Vocabulary& vocabulary) {
    const Article& article = report.article;
    const Identity item = identity(report, vocabulary);
    xml_node data = head.append_child("docdata");
    attribute(data, "management-status", "usable");
    xml_node id = data.append_child("doc-id");
    attribute(id, "id-string", item.guid);
    attribute(id, "regsrc", provider);
    constexpr const char* routine = "5";
    attribute(data.append_child("urgency"), "ed-urg", routine);
    attribute(data.append_child("date.issue"), "norm", norm(item.created));
    attribute(data.append_child("date.release"), "norm", norm(item.created));
    attribute(data.append_child("doc-scope"), "scope", "claim-report");
    attribute(data.append_child("ed-msg"), "info", editors_note(report));
    xml_node copyright = data.append_child("doc.copyright");
    attribute(copyright, "holder", outlet_of(article));
    if (article.date) attribute(copyright, "year", to_string(*article.date).substr(0, 4));
    attribute(data.append_child("key-list").append_child("keyword"), "key", "claim-report");
    xml_node identified = data.append_child("identified-content");
    write_sources(identified, sources, vocabulary);
    Documents documents(identified, article);
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        write_claim(identified, report, i, sources, documents, vocabulary);
}

void write_head(xml_node nitf, const Report& report, const Sources& sources, const Vocabulary& vocabulary) {
    const Article& article = report.article;
    xml_node head = nitf.append_child("head");
    element(head, "title", headline(article));
    write_meta(head, "anpa-keyword", slugline(article));
    write_meta(head, "anpa-wordcount", std::to_string(word_count(report)));
    write_meta(head, "aap-source", outlet_of(article));
    write_meta(head, "claim-count", std::to_string(report.claims.size()));
    write_meta(head, "version", std::to_string(identity(report, vocabulary).version));
    for (const auto& [name, value] : run_facts(report.run))
        write_meta(head, fmt::format("whosaid-{}", name), value);
    for (const auto& [name, value] : article_facts(article))
        write_meta(head, fmt::format("whosaid-{}", name), value);
    attribute(head.append_child("tobject"), "tobject.type", "news");
    write_docdata(head, report, sources, vocabulary);
    xml_node publication = head.append_child("pubdata");
    attribute(publication, "type", "web");
    attribute(publication, "name", outlet_of(article));
    if (article.date) attribute(publication, "date.publication", day_norm(*article.date));
}

void write_body(xml_node nitf, const Report& report, const Sources& sources, const Vocabulary& vocabulary) {
    xml_node body = nitf.append_child("body");
    xml_node head = body.append_child("body.head");
    element(head.append_child("hedline"), "hl1", headline(report.article));
    element(head, "byline", provider);
    element(head, "distributor", outlet_of(report.article));
    element(head.append_child("abstract"), "p", summary(report));
    write_nitf_paragraphs(body.append_child("body.content"), report, sources, "",
                          [&](xml_node mark, const Sources::Entry& source) {
                              attribute(mark, "idsrc", vocabulary.scheme("source"));
                              attribute(mark, "value", source.code);
                          });
}

}  // namespace

std::string nitf_report(const Report& report, const NewsroomStyle& style) {
    const Sources sources(report);
    pugi::xml_document document;
    xml_node nitf = document.append_child("nitf");
    if (style.nitf_namespace) attribute(nitf, "xmlns", nitf_xmlns);
    attribute(nitf, "version", nitf_version);
    attribute(nitf, "baselang", language);
    write_head(nitf, report, sources, style.vocabulary);
    write_body(nitf, report, sources, style.vocabulary);
    return xml_bytes(document);
}

}  // namespace whosaid::cli
