// NewsML-G2 2.35: one newsItem whose partMeta carry the claims as data and whose inline NITF body says the
// same in words, for the many receivers that read the text alone.
//
// Vocabularies of our own are declared in an inline catalog; their URIs are names, not addresses (urn:x-,
// experimental). A claim's certainty is a rating by its speaker; @confidence is the extractor's alone.
#include "cli/report/links.hpp"
#include "cli/report/report.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whosaid::cli {
namespace {

using pugi::xml_node;

constexpr const char* iptc_catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";
constexpr std::string_view vocabularies = "urn:x-whosaid:";
struct Scheme {
    const char* alias;
    const char* name;  // follows `vocabularies` in the scheme's URI
};
constexpr std::array schemes{
    Scheme{"wssrc", "source"},      Scheme{"wskind", "source-kind"},   Scheme{"wsanon", "anonymous-class"},
    Scheme{"wsrole", "role"},       Scheme{"wsprop", "property"},      Scheme{"wscert", "certainty"},
    Scheme{"wspol", "polarity"},    Scheme{"wsform", "form"},          Scheme{"wscue", "cue-class"},
    Scheme{"wsverdict", "verdict"}, Scheme{"wsrating", "rating-type"}, Scheme{"wsunit", "rating-unit"},
    Scheme{"wsrel", "relation"},
};

void attribute(xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(xml_text(value).c_str());
}
xml_node element(xml_node parent, const char* name, std::string_view words = {}) {
    xml_node node = parent.append_child(name);
    if (!words.empty()) node.text().set(xml_text(words).c_str());
    return node;
}
// Text beside elements in mixed content. A paragraph begins and ends with text, so that indenting adds none.
void add_text(xml_node parent, std::string_view words) {
    parent.append_child(pugi::node_pcdata).set_value(xml_characters(words).c_str());
}
std::string qcode(const char* alias, std::string_view code) {
    return fmt::format("{}:{}", alias, code);
}

// Letters and digits in lower case, all else as single hyphens: a code that stays the same between versions.
std::string slug(std::string_view words, std::size_t longest) {
    std::string out;
    for (std::size_t at = 0; at < words.size() && out.size() < longest;) {
        const text::Character character = text::character_at(words, at);
        const std::string_view bytes = words.substr(at, character.size);
        at += character.size;
        const bool keeps = (text::is_letter(character.value) || text::is_digit(character.value)) &&
                           character.value != 0xFFFD;
        if (keeps) {
            out += text::lower(bytes);
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    if (out.ends_with('-')) out.pop_back();
    return out.empty() ? "unnamed" : out;
}

// RFC 3986: all but unreserved characters as %XX.
std::string percent_encoded(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                std::string_view("-._~").find(c) != std::string_view::npos;
        if (unreserved) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

// Seconds since 1970 of "2026-03-10T09:30:00Z": a version number that rises with every export.
std::int64_t seconds_of(std::string_view made_at) {
    const auto date = parse_date(made_at);
    if (!date) return 0;
    const auto number = [&](std::size_t at) -> std::int64_t {
        if (made_at.size() < at + 2) return 0;
        const char tens = made_at[at];
        const char ones = made_at[at + 1];
        const bool digits = tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9';
        return digits ? (tens - '0') * 10 + (ones - '0') : 0;
    };
    const std::int64_t days = std::chrono::sys_days(*date).time_since_epoch().count();
    return ((days * 24 + number(11)) * 60 + number(14)) * 60 + number(17);
}

// The same as xs:dateTime in UTC.
std::string date_time(std::int64_t seconds) {
    const std::int64_t days = seconds / 86'400;
    const std::int64_t rest = seconds % 86'400;
    const Date date = std::chrono::sys_days(std::chrono::days(days));
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(date), rest / 3600, rest / 60 % 60, rest % 60);
}

std::string title_of(const Article& article) {
    return article.title.empty() ? article.id : article.title;
}
std::string outlet_of(const Article& article) {
    return article.outlet.empty() ? "unknown outlet" : article.outlet;
}

// The distinct sources of a report, each with a code of its own.
class Sources {
  public:
    explicit Sources(const Report& report) {
        std::set<std::string> taken;
        for (std::size_t i = 0; i < report.claims.size(); ++i) {
            const Claim& claim = report.claims[i];
            const std::string name = attribution_of(report.article, claim).who;
            const auto [found, is_new] = index_.try_emplace({claim.source.kind, name}, list_.size());
            if (is_new) {
                const std::string base = slug(name, 60);
                std::string code = base;
                for (std::size_t n = 2; !taken.insert(code).second; ++n)
                    code = fmt::format("{}-{}", base, n);
                list_.push_back({qcode("wssrc", code), name, &claim.source, {}});
            }
            list_[found->second].mentions.push_back(fmt::format("s{}", i + 1));
            of_claim_.push_back(found->second);
        }
    }
    struct Entry {
        std::string code;
        std::string name;
        const Source* source = nullptr;     // as its first claim has it
        std::vector<std::string> mentions;  // ids in the body
    };
    [[nodiscard]] const Entry& of(std::size_t claim) const { return list_[of_claim_[claim]]; }
    [[nodiscard]] const std::vector<Entry>& list() const { return list_; }

  private:
    std::vector<Entry> list_;
    std::vector<std::size_t> of_claim_;
    std::map<std::pair<SourceKind, std::string>, std::size_t> index_;
};

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

void write_catalog(xml_node item) {
    attribute(item.append_child("catalogRef"), "href", iptc_catalog);
    xml_node catalog = item.append_child("catalog");
    for (const Scheme& scheme : schemes) {
        xml_node node = catalog.append_child("scheme");
        attribute(node, "alias", scheme.alias);
        attribute(node, "uri", fmt::format("{}{}:", vocabularies, scheme.name));
    }
}

std::string summary(const Report& report) {
    std::vector<std::string> parts;
    for (VerdictCount& each : verdict_counts(report))
        parts.push_back(std::move(each.words));
    const std::string claims = counted(report.claims.size(), "claim");
    return parts.empty() ? claims : fmt::format("{}: {}", claims, joined(parts, ", "));
}

// Where a link leads: the address, or the id where there is none that can be followed.
void write_target(xml_node link, const std::string& url, const std::string& id) {
    if (const auto href = safe_href(url)) {
        attribute(link, "href", *href);
    } else {
        attribute(link, "residref", id);
    }
}

void write_metadata(xml_node item, const Report& report, const std::string& made_at) {
    const Article& article = report.article;
    xml_node rights = item.append_child("rightsInfo");
    xml_node holder = rights.append_child("copyrightHolder");
    attribute(holder, "literal", outlet_of(article));
    element(holder, "name", outlet_of(article));
    element(rights, "usageTerms", "Verification report. Quoted text stays the property of its publishers.");

    xml_node meta = item.append_child("itemMeta");
    attribute(meta.append_child("itemClass"), "qcode", "ninat:text");
    xml_node provider = meta.append_child("provider");
    attribute(provider, "literal", "whosaid");
    element(provider, "name", "whosaid");
    element(meta, "versionCreated", made_at);
    element(meta, "firstCreated", made_at);
    attribute(meta.append_child("pubStatus"), "qcode", "stat:usable");
    if (!report.run.program.empty()) element(meta, "generator", report.run.program);
    element(meta, "title", "Claim report: " + title_of(article));
    std::string note = summary(report) + ". Machine-made; check before use.";
    for (const std::string& gap : gaps_in_coverage(report))
        note += " Coverage is not complete: " + gap + ".";
    element(meta, "edNote", note);
    xml_node link = meta.append_child("link");
    attribute(link, "id", "doc");
    attribute(link, "rel", "irel:seeAlso");
    write_target(link, article.url, article.id);
    element(link, "title", "The article the claims were taken from");

    xml_node content = item.append_child("contentMeta");
    element(content, "contentCreated", made_at);
    xml_node medium = content.append_child("infoSource");
    attribute(medium, "literal", outlet_of(article));
    attribute(medium, "role", "wsrole:medium");
    element(medium, "name", outlet_of(article));
    xml_node creator = content.append_child("creator");
    attribute(creator, "literal", "whosaid");
    element(creator, "name", "whosaid");
    attribute(content.append_child("language"), "tag", "en");
    element(content, "keyword", "claim-report");
    element(content, "slugline", "claims-" + slug(title_of(article), 40));
    element(content, "headline", "Claim report: " + title_of(article));
    element(content, "creditline", outlet_of(article));
    xml_node description = element(content, "description", summary(report));
    attribute(description, "role", "drol:summary");
}

// Properties of a claim as rel and either a code or a value; empty ones are left out.
class Properties {
  public:
    explicit Properties(xml_node part) : part_(part) {}
    void code(std::string_view rel, const char* alias, std::string_view value) {
        attribute(add(rel), "qcode", qcode(alias, value));
    }
    void value(std::string_view rel, std::string_view value) {
        if (!xml_text(value).empty()) attribute(add(rel), "value", value);
    }
    void count(std::string_view rel, std::uint64_t number) {
        xml_node node = add(rel);
        attribute(node, "value", std::to_string(number));
        attribute(node, "valuedatatype", "xs:nonNegativeInteger");
    }

  private:
    xml_node add(std::string_view rel) {
        xml_node node = part_.append_child("partMetaExtProperty");
        attribute(node, "rel", qcode("wsprop", rel));
        return node;
    }
    xml_node part_;
};

void write_anonymity(Properties& properties, const Anonymity& anonymity) {
    properties.code("anonymous-class", "wsanon", term(anonymity.group));
    if (anonymity.number > 0) properties.count("anonymous-number", anonymity.number);
    properties.value("anonymous-institution", anonymity.institution);
    properties.value("anonymous-access", anonymity.access);
    properties.value("anonymity-reason", anonymity.reason);
}

void write_claim_properties(Properties& properties, const Report& report, const Claim& claim) {
    properties.code("source-kind", "wskind", term(claim.source.kind));
    properties.value("source-description", claim.source.description);
    if (claim.source.anonymity) write_anonymity(properties, *claim.source.anonymity);
    if (claim.recipient) properties.value("recipient", claim.recipient->name);
    if (!claim.cue.empty()) properties.value("cue", attribution_of(report.article, claim).act);
    properties.code("cue-class", "wscue", term(claim.cue_class));
    properties.code("form", "wsform", term(claim.form));
    properties.code("certainty", "wscert", term(claim.certainty));
    properties.code("polarity", "wspol", term(claim.polarity));
    if (claim.nested_in) properties.value("nested-in", fmt::format("claim-c{}", *claim.nested_in + 1));
    for (const TimeExpression& time : claim.times)
        properties.value("event-time", time.value);
}

void write_verdict_properties(Properties& properties, const Verification& verification) {
    properties.code("verdict", "wsverdict", term(verification.verdict));
    properties.count("origins-for", verification.origins_for);
    properties.count("origins-against", verification.origins_against);
    properties.count("named-origins", verification.named_origins);
    properties.count("anonymous-origins", verification.anonymous_origins);
    if (verification.highest_certainty) {
        properties.code("highest-certainty", "wscert", term(*verification.highest_certainty));
    }
    properties.value("admiralty-grade", verification.grade);
    if (verification.as_of) properties.value("as-of", to_string(*verification.as_of));
    properties.value("coverage", verification.coverage);
    for (const Deciding& reason : deciding(verification))
        properties.value("difference", reason.difference);
}

void write_rating(xml_node part, std::string_view type, int value, int worst, int best,
                  std::uint32_t raters) {
    xml_node rating = part.append_child("rating");
    attribute(rating, "value", std::to_string(value));
    attribute(rating, "scalemin", std::to_string(worst));
    attribute(rating, "scalemax", std::to_string(best));
    attribute(rating, "scaleunit", qcode("wsunit", type));
    attribute(rating, "ratingtype", qcode("wsrating", type));
    attribute(rating, "raters", std::to_string(raters));
    if (type == "certainty") attribute(rating, "ratertype", "wsrole:speaker");
}

void write_evidence_links(xml_node part, const Verification& verification) {
    std::set<std::pair<Stance, std::string_view>> written;  // an article once a stance
    for (const Evidence& evidence : verification.evidence) {
        if (!written.emplace(evidence.stance, evidence.article).second) continue;
        xml_node link = part.append_child("link");
        attribute(link, "rel", qcode("wsrel", term(evidence.stance)));
        write_target(link, evidence.url, evidence.article);
        element(link, "title",
                fmt::format("{}, {}: {}", outlet_name(evidence), date_or_undated(evidence.date),
                            evidence.title.empty() ? evidence.article : evidence.title));
    }
}

void write_part(xml_node item, const Report& report, const Sources& sources, std::size_t index) {
    const Claim& claim = report.claims[index];
    const Verification* verification =
        index < report.verifications.size() ? &report.verifications[index] : nullptr;
    const std::string id = fmt::format("c{}", index + 1);

    xml_node part = item.append_child("partMeta");
    attribute(part, "partid", "pm-" + id);
    attribute(part, "seq", std::to_string(index + 1));
    attribute(part, "contentrefs", id);
    attribute(part, "how", "howextr:tool");
    xml_node speaker = part.append_child("infoSource");
    attribute(speaker, "qcode", sources.of(index).code);
    attribute(speaker, "role", "wsrole:speaker");
    attribute(speaker, "type", nature_of(claim.source.kind));
    element(speaker, "name", sources.of(index).name);
    xml_node medium = part.append_child("infoSource");
    attribute(medium, "literal", outlet_of(report.article));
    attribute(medium, "role", "wsrole:medium");
    element(medium, "name", outlet_of(report.article));

    constexpr int surest = static_cast<int>(Terms<Certainty>::values.size());
    write_rating(part, "certainty", surest - static_cast<int>(claim.certainty), 1, surest, 1);
    if (verification != nullptr && !grade_meaning(verification->grade).empty()) {
        constexpr int worst = 6;  // Admiralty credibility runs from 1, confirmed, to 6, cannot be judged
        write_rating(part, "credibility", verification->grade[1] - '0', worst, 1, verification->origins_for);
    }
    xml_node description = element(part, "description", content_of(report.article, claim));
    attribute(description, "id", "claim-" + id);
    const double confidence = std::isfinite(claim.confidence) ? std::clamp(claim.confidence, 0.0, 1.0) : 0.0;
    attribute(description, "confidence", std::to_string(std::lround(confidence * 100)));

    Properties properties(part);
    write_claim_properties(properties, report, claim);
    if (verification != nullptr) write_verdict_properties(properties, *verification);
    xml_node extracted = part.append_child("link");
    attribute(extracted, "rel", "wsrel:extracted-from");
    write_target(extracted, report.article.url, report.article.id);
    if (verification != nullptr) write_evidence_links(part, *verification);
}

void write_sources(xml_node item, const Sources& sources) {
    for (const Sources::Entry& entry : sources.list()) {
        xml_node node = item.append_child("assert");
        attribute(node, "qcode", entry.code);
        attribute(node.append_child("type"), "qcode", nature_of(entry.source->kind));
        element(node, "name", entry.name);
        if (!entry.source->description.empty()) element(node, "definition", entry.source->description);
        if (entry.source->anonymity) {
            element(node, "note", "Unnamed: " + anonymity_words(*entry.source->anonymity));
        }
        xml_node kind = node.append_child("related");
        attribute(kind, "rel", "wsrel:source-kind");
        attribute(kind, "qcode", qcode("wskind", term(entry.source->kind)));
    }
    for (const Sources::Entry& entry : sources.list()) {
        xml_node node = item.append_child("inlineRef");
        attribute(node, "idrefs", joined(entry.mentions, " "));
        attribute(node, "qcode", entry.code);
        attribute(node, "type", nature_of(entry.source->kind));
        attribute(node, "how", "howextr:tool");
        element(node, "name", entry.name);
    }
}

// ---- the body

xml_node paragraph(xml_node block, const char* kind, std::string_view words = {}) {
    xml_node node = element(block, "p", words);
    if (kind != nullptr) attribute(node, "class", kind);
    return node;
}

// "Claim 1. Ines Okafor confirmed: 24 passengers were taken off. (Certainty: confirmed)"
void write_claim_text(xml_node block, const Report& report, const Sources& sources, std::size_t index) {
    const Claim& claim = report.claims[index];
    const Attribution attribution = attribution_of(report.article, claim);
    xml_node p = block.append_child("p");
    attribute(p, "id", fmt::format("c{}", index + 1));
    add_text(p, fmt::format("Claim {}. ", index + 1));
    const SourceKind kind = claim.source.kind;
    const char* name = kind == SourceKind::person         ? "person"
                       : kind == SourceKind::organisation ? "org"
                                                          : "classifier";
    xml_node speaker = element(p, name, sources.of(index).name);
    if (std::string_view(name) == "classifier") attribute(speaker, "type", "source");
    attribute(speaker, "id", fmt::format("s{}", index + 1));
    attribute(speaker, "value", sources.of(index).code);
    add_text(p,
             attribution.act.empty() ? std::string(": ") : fmt::format(" {}: ", xml_text(attribution.act)));
    xml_node content = element(p, "classifier", content_of(report.article, claim));
    attribute(content, "type", "claim");
    attribute(content, "value", fmt::format("c{}", index + 1));
    add_text(p, fmt::format(" (Certainty: {}{})", term(claim.certainty),
                            claim.polarity == Polarity::denied ? "; denied" : ""));
}

void write_verdict_text(xml_node block, const Report& report, const Claim& claim,
                        const Verification* verification) {
    std::vector<std::string> source{std::string(kind_name(claim.source.kind))};
    if (!claim.source.description.empty()) source.push_back(claim.source.description);
    if (claim.source.anonymity) source.push_back(anonymity_words(*claim.source.anonymity));
    std::string words =
        fmt::format("Source: {}, {} ({}). Certainty: {}.", attribution_of(report.article, claim).who,
                    joined(source, ", "), outlet_of(report.article), term(claim.certainty));
    if (verification != nullptr) {
        words +=
            fmt::format(" Verdict: {}; {}.", verdict_name(*verification), verdict_sentence(*verification));
        const std::string origins = sourcing(*verification);
        if (!origins.empty()) words += fmt::format(" Sources: {}.", origins);
        const std::string meaning = grade_meaning(verification->grade);
        if (!meaning.empty()) words += fmt::format(" Grade: {}, {}.", verification->grade, meaning);
    }
    paragraph(block, "verdict", words);
}

void write_evidence_text(xml_node block, const Verification& verification, Stance stance) {
    const char* side = stance == Stance::supports ? "For" : "Against";
    for (const OriginGroup& group : by_origin(verification, stance)) {
        for (const Passage& passage : group.passages) {
            const Evidence& evidence = *passage.evidence;
            std::vector<std::string> where{outlet_name(evidence), date_or_undated(evidence.date)};
            if (const auto href = safe_href(evidence.url)) where.push_back(*href);
            std::string words = fmt::format("{}: {}{}, in {}; certainty: {}. {}", side, origin_name(group),
                                            group.anonymous ? " (independence cannot be shown)" : "",
                                            joined(where, ", "), term(evidence.certainty), evidence.text);
            for (const Reason& reason : evidence.reasons) {
                if (!reason.agrees) words += fmt::format(" [{}]", difference(reason));
            }
            if (!passage.copies.empty()) words += fmt::format(" [same copy in {}]", carriers(passage));
            paragraph(block, "evidence", words);
        }
    }
}

void write_body(xml_node item, const Report& report, const Sources& sources) {
    xml_node inline_xml = item.append_child("contentSet").append_child("inlineXML");
    attribute(inline_xml, "contenttype", "application/nitf+xml");
    xml_node nitf = inline_xml.append_child("nitf");
    attribute(nitf, "xmlns", "http://iptc.org/std/NITF/2006-10-18/");
    attribute(nitf, "version", "-//IPTC//DTD NITF 3.6//EN");
    xml_node body = nitf.append_child("body");
    element(body.append_child("body.head").append_child("hedline"), "hl1",
            "Claim report: " + title_of(report.article));
    xml_node block = body.append_child("body.content").append_child("block");

    std::vector<std::string> where{outlet_of(report.article), date_or_undated(report.article.date)};
    if (!report.article.author.empty()) where.push_back("by " + report.article.author);
    if (const auto href = safe_href(report.article.url)) where.push_back(*href);
    paragraph(block, "summary",
              fmt::format("{}: {}. {}.", title_of(report.article), joined(where, ", "), summary(report)));
    for (const std::string& gap : gaps_in_coverage(report)) {
        paragraph(block, "coverage", "The index could not be asked completely: " + gap);
    }
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        const Verification* verification =
            i < report.verifications.size() ? &report.verifications[i] : nullptr;
        write_claim_text(block, report, sources, i);
        write_verdict_text(block, report, report.claims[i], verification);
        if (verification == nullptr) continue;
        write_evidence_text(block, *verification, Stance::supports);
        write_evidence_text(block, *verification, Stance::contradicts);
    }
}

}  // namespace

std::string newsml_g2_report(const Report& report) {
    const std::int64_t made = seconds_of(report.run.made_at);
    const Sources sources(report);
    pugi::xml_document document;
    xml_node declaration = document.append_child(pugi::node_declaration);
    attribute(declaration, "version", "1.0");
    attribute(declaration, "encoding", "UTF-8");
    xml_node item = document.append_child("newsItem");
    attribute(item, "xmlns", "http://iptc.org/std/nar/2006-10-01/");
    attribute(item, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");  // the QNames in valuedatatype
    attribute(item, "standard", "NewsML-G2");
    attribute(item, "standardversion", "2.35");
    attribute(item, "conformance", "power");
    attribute(item, "guid", fmt::format("{}report:{}", vocabularies, percent_encoded(report.article.id)));
    attribute(item, "version", std::to_string(std::max<std::int64_t>(made, 1)));
    attribute(item, "xml:lang", "en");
    write_catalog(item);
    write_metadata(item, report, date_time(made));
    std::vector<std::string> claims;
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        write_part(item, report, sources, i);
        claims.push_back(fmt::format("claim-c{}", i + 1));
    }
    write_sources(item, sources);
    if (!claims.empty()) {
        xml_node derived =
            element(item, "derivedFromValue", safe_href(report.article.url).value_or(report.article.id));
        attribute(derived, "sourceidref", "doc");
        attribute(derived, "idrefs", joined(claims, " "));
    }
    write_body(item, report, sources);

    std::ostringstream out;
    document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
}

}  // namespace whosaid::cli
