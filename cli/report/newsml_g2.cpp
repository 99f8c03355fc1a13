// NewsML-G2 2.35: one newsItem whose partMeta carry the claims as data and whose inline NITF body says the
// same in words, for the many receivers that read the text alone.
//
// Vocabularies of our own are declared in an inline catalog. A claim's certainty is a rating by its speaker;
// @confidence is the extractor's alone.
#include "cli/claim_id.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/nitf_body.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_nodes.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using pugi::xml_node;

constexpr const char* iptc_catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";
constexpr const char* g2_xmlns = "http://iptc.org/std/nar/2006-10-01/";
struct Scheme {
    std::string_view name;  // in the vocabulary
    const char* alias;
};
constexpr std::array schemes{
    Scheme{"source", "wssrc"},      Scheme{"source-kind", "wskind"},   Scheme{"anonymous-class", "wsanon"},
    Scheme{"role", "wsrole"},       Scheme{"property", "wsprop"},      Scheme{"certainty", "wscert"},
    Scheme{"polarity", "wspol"},    Scheme{"form", "wsform"},          Scheme{"cue-class", "wscue"},
    Scheme{"verdict", "wsverdict"}, Scheme{"rating-type", "wsrating"}, Scheme{"rating-unit", "wsunit"},
    Scheme{"relation", "wsrel"},    Scheme{"slot", "wsslot"},
};

std::string qcode(std::string_view scheme, std::string_view code) {
    const auto* found =
        std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& each) { return each.name == scheme; });
    return fmt::format("{}:{}", found->alias, code);
}

std::string claim_text_id(const std::string& id_prefix, std::size_t claim) {
    return id_prefix + "claim-" + claim_id(claim);
}

// cpnat:, IPTC's nature of a concept, where it has one for the kind.
const char* nature_of(SourceKind kind) {
    switch (kind) {
        case SourceKind::person:
        case SourceKind::anonymous:
            return "cpnat:person";
        case SourceKind::organisation:
        case SourceKind::media:
            return "cpnat:organisation";
        case SourceKind::document:
            return "cpnat:object";
    }
    return "cpnat:abstract";
}

void write_catalog(xml_node item, const Vocabulary& vocabulary) {
    attribute(item.append_child("catalogRef"), "href", iptc_catalog);
    xml_node catalog = item.append_child("catalog");
    for (const Scheme& scheme : schemes) {
        xml_node node = catalog.append_child("scheme");
        attribute(node, "alias", scheme.alias);
        attribute(node, "uri", vocabulary.scheme(scheme.name));
    }
}

// Where a link leads: the address, or the id where there is none that can be followed.
void write_target(xml_node link, const std::string& url, const std::string& id) {
    if (const auto href = safe_href(url)) {
        attribute(link, "href", *href);
    } else {
        attribute(link, "residref", id);
    }
}

void write_party(xml_node parent, const char* name, std::string_view party, const char* role = nullptr) {
    xml_node node = parent.append_child(name);
    attribute(node, "literal", party);
    if (role != nullptr) attribute(node, "role", qcode("role", role));
    element(node, "name", party);
}

// Of an item: its own, or a package's.
void write_identity(xml_node item, const std::string& guid, std::int64_t version) {
    attribute(item, "xmlns", g2_xmlns);
    attribute(item, "standard", "NewsML-G2");
    attribute(item, "standardversion", "2.35");
    attribute(item, "conformance", "power");
    attribute(item, "guid", guid);
    attribute(item, "version", std::to_string(version));
    attribute(item, "xml:lang", language);
}

// What all of itemMeta begins with; the caller goes on with edNote and links.
xml_node begin_item_meta(xml_node item, const char* item_class, const std::string& created,
                         const RunRecord& run, std::string_view title) {
    xml_node meta = item.append_child("itemMeta");
    attribute(meta.append_child("itemClass"), "qcode", item_class);
    write_party(meta, "provider", provider);
    element(meta, "versionCreated", created);
    element(meta, "firstCreated", created);
    attribute(meta.append_child("pubStatus"), "qcode", "stat:usable");
    if (!run.program.empty()) element(meta, "generator", run.program);
    element(meta, "title", title);
    return meta;
}

using Facts = std::vector<std::pair<std::string_view, std::string>>;

void write_facts(xml_node meta, const Facts& facts) {
    for (const auto& [name, value] : facts) {
        xml_node node = meta.append_child("itemMetaExtProperty");
        attribute(node, "rel", qcode("property", name));
        attribute(node, "value", value);
    }
}

void write_metadata(xml_node item, const Report& report, const std::string& created,
                    const std::string& id_prefix) {
    const Article& article = report.article;
    xml_node rights = item.append_child("rightsInfo");
    write_party(rights, "copyrightHolder", outlet_of(article));
    element(rights, "usageTerms", usage_terms);

    xml_node meta = begin_item_meta(item, "ninat:text", created, report.run, headline(article));
    element(meta, "edNote", editors_note(report));
    xml_node link = meta.append_child("link");
    attribute(link, "id", id_prefix + "doc");
    attribute(link, "rel", "irel:seeAlso");
    write_target(link, article.url, article.id);
    element(link, "title", "The article the claims were taken from");
    write_facts(meta, run_facts(report.run));
    write_facts(meta, article_facts(article));

    xml_node content = item.append_child("contentMeta");
    element(content, "contentCreated", created);
    write_party(content, "infoSource", outlet_of(article), "medium");
    write_party(content, "creator", provider);
    attribute(content.append_child("language"), "tag", language);
    element(content, "keyword", "claim-report");
    element(content, "slugline", slugline(article));
    element(content, "headline", headline(article));
    element(content, "creditline", outlet_of(article));
    attribute(element(content, "description", summary(report)), "role", "drol:summary");
}

void write_properties(xml_node part, const Report& report, std::size_t claim) {
    for (const Property& property : properties(report, claim)) {
        xml_node node = part.append_child("partMetaExtProperty");
        attribute(node, "rel", qcode("property", property.name));
        if (property.kind == Property::Kind::code) {
            attribute(node, "qcode", qcode(property.scheme, property.value));
        } else {
            attribute(node, "value", property.value);
        }
        if (property.kind == Property::Kind::count) attribute(node, "valuedatatype", "xs:nonNegativeInteger");
    }
}

void write_rating(xml_node part, std::string_view type, int value, int worst, int best,
                  std::uint32_t raters) {
    xml_node rating = part.append_child("rating");
    attribute(rating, "value", std::to_string(value));
    attribute(rating, "scalemin", std::to_string(worst));
    attribute(rating, "scalemax", std::to_string(best));
    attribute(rating, "scaleunit", qcode("rating-unit", type));
    attribute(rating, "ratingtype", qcode("rating-type", type));
    attribute(rating, "raters", std::to_string(raters));
    if (type == "certainty") attribute(rating, "ratertype", qcode("role", "speaker"));
}

void write_evidence_links(xml_node part, const Verification& verification) {
    for (const Evidence* evidence : articles_of(verification)) {
        xml_node link = part.append_child("link");
        attribute(link, "rel", qcode("relation", term(evidence->stance)));
        write_target(link, evidence->url, evidence->article);
        element(link, "title",
                fmt::format("{}, {}: {}", outlet_name(*evidence), date_or_undated(evidence->date),
                            evidence->title.empty() ? evidence->article : evidence->title));
    }
}

void write_part(xml_node item, const Report& report, const Sources& sources, std::size_t index,
                const std::string& id_prefix) {
    const Claim& claim = report.claims[index];
    const Verification* verification = verification_of(report, index);

    xml_node part = item.append_child("partMeta");
    attribute(part, "partid", id_prefix + "pm-" + claim_id(index));
    attribute(part, "seq", std::to_string(index + 1));
    attribute(part, "contentrefs", id_prefix + claim_id(index));
    attribute(part, "how", "howextr:tool");
    xml_node speaker = part.append_child("infoSource");
    attribute(speaker, "qcode", qcode("source", sources.of(index).code));
    attribute(speaker, "role", qcode("role", "speaker"));
    attribute(speaker, "type", nature_of(claim.source.kind));
    element(speaker, "name", sources.of(index).name);
    write_party(part, "infoSource", outlet_of(report.article), "medium");

    constexpr int surest = static_cast<int>(Terms<Certainty>::values.size());
    write_rating(part, "certainty", surest - static_cast<int>(claim.certainty), 1, surest, 1);
    if (verification != nullptr && !grade_meaning(verification->grade).empty()) {
        constexpr int worst = 6;  // Admiralty credibility runs from 1, confirmed, to 6, cannot be judged
        write_rating(part, "credibility", verification->grade[1] - '0', worst, 1, verification->origins_for);
    }
    xml_node description = element(part, "description", content_of(report.article, claim));
    attribute(description, "id", claim_text_id(id_prefix, index));
    attribute(description, "confidence", std::to_string(confidence_percent(claim)));

    write_properties(part, report, index);
    xml_node extracted = part.append_child("link");
    attribute(extracted, "rel", qcode("relation", "extracted-from"));
    write_target(extracted, report.article.url, report.article.id);
    if (verification != nullptr) write_evidence_links(part, *verification);
}

void write_sources(xml_node item, const Sources& sources, const std::string& id_prefix) {
    for (const Sources::Entry& entry : sources.list()) {
        xml_node node = item.append_child("assert");
        attribute(node, "qcode", qcode("source", entry.code));
        attribute(node.append_child("type"), "qcode", nature_of(entry.source->kind));
        element(node, "name", entry.name);
        if (!entry.source->description.empty()) element(node, "definition", entry.source->description);
        if (entry.source->anonymity) {
            element(node, "note", "Unnamed: " + anonymity_words(*entry.source->anonymity));
        }
        xml_node kind = node.append_child("related");
        attribute(kind, "rel", qcode("relation", "source-kind"));
        attribute(kind, "qcode", qcode("source-kind", term(entry.source->kind)));
    }
    for (const Sources::Entry& entry : sources.list()) {
        std::vector<std::string> marks;
        for (const std::size_t claim : entry.claims)
            marks.push_back(id_prefix + source_mark_id(claim));
        xml_node node = item.append_child("inlineRef");
        attribute(node, "idrefs", joined(marks, " "));
        attribute(node, "qcode", qcode("source", entry.code));
        attribute(node, "type", nature_of(entry.source->kind));
        attribute(node, "how", "howextr:tool");
        element(node, "name", entry.name);
    }
}

void write_derivation(xml_node item, const Report& report, const std::string& id_prefix) {
    if (report.claims.empty()) return;
    std::vector<std::string> claims;
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        claims.push_back(claim_text_id(id_prefix, i));
    xml_node derived =
        element(item, "derivedFromValue", safe_href(report.article.url).value_or(report.article.id));
    attribute(derived, "sourceidref", id_prefix + "doc");
    attribute(derived, "idrefs", joined(claims, " "));
}

void write_body(xml_node item, const Report& report, const Sources& sources, const std::string& id_prefix) {
    xml_node inline_xml = item.append_child("contentSet").append_child("inlineXML");
    attribute(inline_xml, "contenttype", "application/nitf+xml");
    xml_node nitf = inline_xml.append_child("nitf");
    attribute(nitf, "xmlns", nitf_xmlns);
    attribute(nitf, "version", nitf_version);
    xml_node body = nitf.append_child("body");
    element(body.append_child("body.head").append_child("hedline"), "hl1", headline(report.article));
    // Without a block around them, receivers drop the paragraphs and say nothing.
    write_nitf_paragraphs(body.append_child("body.content").append_child("block"), report, sources, id_prefix,
                          [](xml_node mark, const Sources::Entry& source) {
                              attribute(mark, "value", qcode("source", source.code));
                          });
}

void write_item(xml_node parent, const Report& report, const NewsroomStyle& style) {
    const Identity item_identity = identity(report, style.vocabulary);
    const Sources sources(report);
    xml_node item = parent.append_child("newsItem");
    write_identity(item, item_identity.guid, item_identity.version);
    attribute(item, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");  // the QNames in valuedatatype
    write_catalog(item, style.vocabulary);
    write_metadata(item, report, item_identity.created, style.id_prefix);
    for (std::size_t i = 0; i < report.claims.size(); ++i)
        write_part(item, report, sources, i, style.id_prefix);
    write_sources(item, sources, style.id_prefix);
    write_derivation(item, report, style.id_prefix);
    write_body(item, report, sources, style.id_prefix);
}

}  // namespace

std::string newsml_g2_report(const Report& report, const NewsroomStyle& style) {
    pugi::xml_document document;
    write_item(document, report, style);
    return xml_bytes(document);
}

std::string newsml_g2_item(const Report& report, const NewsroomStyle& style) {
    pugi::xml_document document;
    write_item(document, report, style);
    return xml_bytes(document, false);
}

std::string newsml_g2_message_begin(const RunRecord& run, const NewsroomStyle& style) {
    const Identity message = identity(run, style.vocabulary, run.made_at);
    pugi::xml_document document;
    xml_node header = document.append_child("header");
    element(header, "sent", message.created);
    element(header, "sender", provider);
    element(header, "transmitId", message.guid);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsMessage xmlns=\"{}\">\n{}<itemSet>\n", g2_xmlns,
        xml_bytes(document, false));
}

std::string newsml_g2_message_end(const RunRecord& run, const NewsroomStyle& style, const std::string& name,
                                  const std::vector<PackagedItem>& items) {
    const Identity package = identity(run, style.vocabulary, name);
    const std::string title = counted(items.size(), "claim report");
    pugi::xml_document document;
    xml_node node = document.append_child("packageItem");
    write_identity(node, package.guid, package.version);
    write_catalog(node, style.vocabulary);
    write_facts(begin_item_meta(node, "ninat:composite", package.created, run, title), run_facts(run));
    element(node.append_child("contentMeta"), "headline", title);
    xml_node set = node.append_child("groupSet");
    attribute(set, "root", "reports");
    xml_node group = set.append_child("group");
    attribute(group, "id", "reports");
    attribute(group, "role", qcode("role", "reports"));
    for (const PackagedItem& item : items) {
        xml_node reference = group.append_child("itemRef");
        attribute(reference, "residref", item.guid);
        attribute(reference, "version", std::to_string(package.version));
        attribute(reference, "contenttype", "application/vnd.iptc.g2.newsitem+xml");
        element(reference, "title", item.title);
    }
    return xml_bytes(document, false) + "</itemSet>\n</newsMessage>\n";
}

}  // namespace whosaid::cli
