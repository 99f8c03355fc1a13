#include "tests/newsroom.hpp"

#include "tests/endtoend/json_schema.hpp"
#include "tests/temporary_folder.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include <nlohmann/json.hpp>

namespace whosaid::tests {
namespace {

using nlohmann::json;

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

void visit(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& f) {
    f(node);
    for (const pugi::xml_node child : node.children())
        visit(child, f);
}

// The problems found, a line each.
class Problems {
  public:
    void expect(bool holds, const std::string& what) {
        if (!holds) text_ += what + "\n";
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

bool parse(const std::string& xml, pugi::xml_document& document, Problems& problems) {
    const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_full, pugi::encoding_utf8);
    problems.expect(result, std::string("no XML: ") + result.description());
    return result;
}

std::set<std::string> ids_of(const pugi::xml_node& root, Problems& problems) {
    std::set<std::string> ids;
    visit(root, [&](const pugi::xml_node& node) {
        for (const char* name : {"id", "partid"}) {
            if (const auto id = node.attribute(name))
                problems.expect(ids.insert(id.value()).second, std::string("id twice: ") + id.value());
        }
    });
    return ids;
}

void check_qcodes(const pugi::xml_node& item, Problems& problems) {
    std::set<std::string> aliases{"ninat", "stat", "cpnat", "drol", "howextr", "irel"};
    for (const auto& scheme : item.select_nodes("catalog/scheme")) {
        const std::string alias = scheme.node().attribute("alias").value();
        problems.expect(aliases.insert(alias).second, "alias twice: " + alias);
    }
    visit(item, [&](const pugi::xml_node& node) {
        if (node.path().find("/nitf") != std::string::npos) {
            const std::string value = node.attribute("value").value();
            if (value.starts_with("wssrc:"))
                problems.expect(
                    static_cast<bool>(item.find_child_by_attribute("assert", "qcode", value.c_str())),
                    value + " is not asserted");
            return;
        }
        for (const char* name :
             {"qcode", "rel", "role", "type", "how", "ratingtype", "ratertype", "scaleunit"}) {
            const std::string code = node.attribute(name).value();
            if (code.empty()) continue;
            const std::string alias = code.substr(0, code.find(':'));
            problems.expect(code.find(':') != std::string::npos && code.find(' ') == std::string::npos &&
                                aliases.contains(alias),
                            std::string("bad qcode ") + name + "=" + code);
        }
    });
}

void check_news_item(const pugi::xml_node& item, const std::set<std::string>& ids, Problems& problems) {
    check_qcodes(item, problems);
    visit(item, [&](const pugi::xml_node& node) {
        for (const char* name : {"idrefs", "contentrefs", "sourceidref", "root"}) {
            for (const std::string& reference : words(node.attribute(name).value()))
                problems.expect(ids.contains(reference), std::string(name) + " leads nowhere: " + reference);
        }
    });
    if (std::string(item.name()) != "newsItem") return;
    const auto claims = item.select_nodes("contentSet/inlineXML/nitf/body/body.content/block/p[@id]");
    const auto parts = item.select_nodes("partMeta");
    problems.expect(claims.size() == parts.size(), "not one partMeta a claim");
    problems.expect(static_cast<bool>(item.child("itemMeta").child("itemClass").attribute("qcode")),
                    "no itemClass");
    problems.expect(static_cast<bool>(item.child("itemMeta").child("pubStatus").attribute("qcode")),
                    "no pubStatus");
}

bool is_utc(const json& time) {
    return time.is_string() &&
           std::regex_match(time.get<std::string>(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"));
}

// What is found of a document in JSON, which `check` looks at.
std::string problems_of(const std::string& text, const std::function<void(const json&, Problems&)>& check) {
    Problems problems;
    const json document = json::parse(text, nullptr, false);
    problems.expect(!document.is_discarded(), "no JSON");
    if (!document.is_discarded()) {
        try {
            check(document, problems);
        } catch (const json::exception& error) {
            problems.expect(false, error.what());
        }
        // Controls but tab and line breaks stand in no string.
        problems.expect(!std::regex_search(text, std::regex(R"(\\u00[01][0-9a-f]|\\[bf])")),
                        "a control character");
    }
    return problems.text();
}

json schema(const char* name) {
    std::ifstream file(schema_folder() / "ninjs/specification" / name);
    return json::parse(file);
}

}  // namespace

std::filesystem::path schema_folder() {
    if (const char* folder = std::getenv("WHOSAID_SCHEMAS")) return folder;
    return std::filesystem::path(WHOSAID_SOURCE_DIR) / "../shared/formats/schemas";
}

std::string no_validation() {
    if (!std::filesystem::exists(schema_folder())) return "no schemas at " + schema_folder().string();
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) return "no xmllint";
    return {};
}

std::string schema_violation(const std::filesystem::path& file, const char* schema) {
    const std::string command = "xmllint --nonet --noout --schema '" + (schema_folder() / schema).string() +
                                "' '" + file.string() + "' 2>&1";
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return "xmllint does not start";
    std::array<char, 512> buffer{};
    while (fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr)
        output += buffer.data();
    return pclose(pipe) == 0 ? "" : output;
}

std::string schema_violation(const std::string& xml, const char* schema) {
    const TemporaryFolder folder;
    return schema_violation(folder.write("document.xml", xml), schema);
}

std::string unsound_newsml(const std::string& xml) {
    Problems problems;
    pugi::xml_document document;
    if (!parse(xml, document, problems)) return problems.text();
    const std::set<std::string> ids = ids_of(document, problems);
    std::set<std::string> guids;
    visit(document, [&](const pugi::xml_node& node) {
        const std::string name = node.name();
        if (name != "newsItem" && name != "packageItem") return;
        problems.expect(guids.insert(node.attribute("guid").value()).second, "guid twice");
        check_news_item(node, ids, problems);
    });
    problems.expect(!guids.empty(), "no item");
    for (const auto& reference : document.select_nodes("//itemRef"))
        problems.expect(guids.contains(reference.node().attribute("residref").value()),
                        "itemRef leads nowhere");
    return problems.text();
}

std::string unsound_nitf(const std::string& xml) {
    Problems problems;
    pugi::xml_document document;
    if (!parse(xml, document, problems)) return problems.text();
    const std::set<std::string> ids = ids_of(document, problems);
    const pugi::xml_node nitf = document.child("nitf");
    const pugi::xml_node data = nitf.child("head").child("docdata");
    problems.expect(*data.child("doc-id").attribute("id-string").value() != '\0', "no doc-id");
    problems.expect(
        std::regex_match(data.child("date.release").attribute("norm").value(), std::regex(R"(\d{8}T\d{6}Z)")),
        "date.release is not in UTC");
    problems.expect(
        *nitf.select_node("head/meta[@name='anpa-wordcount']").node().attribute("content").value() != '\0',
        "an empty anpa-wordcount");
    problems.expect(!nitf.attribute("change.date") && !nitf.attribute("change.time"),
                    "change.date or change.time");
    const pugi::xml_node headline = nitf.select_node("body/body.head/hedline/hl1").node();
    problems.expect(headline && !headline.first_child().next_sibling(), "hl1 is more than plain text");
    const auto claims = data.select_nodes("identified-content/classifier[@type='claim']");
    problems.expect(claims.size() == nitf.select_nodes("body/body.content/p[@id]").size(),
                    "not one classifier a claim");
    for (const auto& claim : claims) {
        for (const pugi::xml_node code : claim.node().children("alt-code")) {
            const std::string source = code.attribute("idsrc").value();
            const bool refers = source.ends_with("paragraph") || source.ends_with("document") ||
                                source.find("relation") != std::string::npos;
            problems.expect(!refers || ids.contains(code.attribute("value").value()),
                            source + " leads nowhere: " + code.attribute("value").value());
        }
    }
    return problems.text();
}

std::string unsound_ninjs(const std::string& text) {
    return problems_of(text, [](const json& item, Problems& problems) {
        for (const char* name : {"uri", "type", "version", "pubstatus", "headline", "body_html", "language"})
            problems.expect(item.at(name).is_string(), name);
        problems.expect(is_utc(item.at("versioncreated")) && is_utc(item.at("firstcreated")),
                        "a time is not in UTC");
        const json& claims = item.at("extra").at("claims");
        const std::string html = item.at("body_html");
        for (const json& claim : claims) {
            for (const char* name : {"id", "text", "speaker", "source", "attribution", "certainty"})
                problems.expect(claim.at(name).is_string(), name);
            problems.expect(
                html.find("<p id=\"" + claim.at("id").get<std::string>() + "\"") != std::string::npos,
                "a claim that the body does not have");
        }
        for (const json& subject : item.at("subject"))
            problems.expect(subject.at("code").is_string() && subject.at("name").is_string() &&
                                subject.at("scheme").is_string(),
                            "a subject without code, name or scheme");
    });
}

std::string unsound_ninjs_3(const std::string& text) {
    return problems_of(text, [](const json& item, Problems& problems) {
        for (const char* name : {"uri", "type", "version", "pubStatus", "language"})
            problems.expect(item.at(name).is_string(), name);
        problems.expect(is_utc(item.at("versionCreated")) && is_utc(item.at("firstCreated")),
                        "a time is not in UTC");
        problems.expect(item.at("headlines").size() == 1 && item.at("bodies").size() == 2,
                        "headlines or bodies");
        for (const json& claim : item.at("associations")) {
            if (claim.at("rel") == "article") continue;
            problems.expect(claim.at("rel") == "claim" && claim.at("infoSources").size() == 2 &&
                                claim.at("uri") == item.at("uri").get<std::string>() + "#" +
                                                       claim.at("name").get<std::string>(),
                            "an association is no claim");
        }
    });
}

std::string ninjs_violation(const std::string& text) {
    json item = json::parse(text);
    for (const char* name : {"guid", "source", "extra", "keywords"})
        item.erase(name);
    return endtoend::violation(item, schema("ninjs-schema_1.6.json"));
}

std::string ninjs_3_violation(const std::string& text) {
    return endtoend::violation(json::parse(text), schema("ninjs-schema_3.1.json"));
}

std::string unsound_json_ld(const std::string& text) {
    return problems_of(text, [](const json& document, Problems& problems) {
        problems.expect(document.at("@context") == "https://schema.org", "@context");
        std::set<std::string> ids;
        for (const json& node : document.at("@graph")) {
            if (node.contains("@id"))
                problems.expect(ids.insert(node.at("@id").get<std::string>()).second, "@id twice");
        }
        for (const json& node : document.at("@graph")) {
            if (node.at("@type") == "Claim") {
                problems.expect(node.at("text").is_string() && node.at("firstAppearance").is_object() &&
                                    (node.contains("author") || node.contains("isBasedOn")),
                                "a Claim is not whole");
            }
            if (node.at("@type") != "ClaimReview") continue;
            problems.expect(node.at("claimReviewed").get<std::string>().size() <= 4 * 75,
                            "claimReviewed is long");
            problems.expect(node.at("url").is_string() && node.at("author").at("name").is_string() &&
                                node.at("reviewRating").at("alternateName").is_string(),
                            "a ClaimReview is not whole");
            problems.expect(ids.contains(node.at("itemReviewed").at("@id").get<std::string>()),
                            "itemReviewed leads nowhere");
        }
    });
}

std::string unsound_web_annotation(const std::string& text) {
    return problems_of(text, [](const json& collection, Problems& problems) {
        problems.expect(collection.at("type") == "AnnotationCollection", "no collection");
        problems.expect(is_utc(collection.at("created")), "created is not in UTC");
        const json& items = collection.at("first").at("items");
        problems.expect(collection.at("total") == items.size(), "total");
        std::set<std::string> ids;
        for (const json& item : items) {
            problems.expect(ids.insert(item.at("id").get<std::string>()).second, "id twice");
            problems.expect(item.at("type") == "Annotation" && !item.at("body").empty(), "no annotation");
            const json targets =
                item.at("target").is_array() ? item.at("target") : json::array({item.at("target")});
            problems.expect(!targets.empty(), "no target");
            for (const json& target : targets) {
                problems.expect(
                    target.at("selector").at(0).at("type") == "TextQuoteSelector" &&
                        target.at("selector").at(1).at("type") == "TextPositionSelector" &&
                        target.at("selector").at(1).at("start") <= target.at("selector").at(1).at("end"),
                    "selectors");
            }
        }
    });
}

std::string unsound_csv(const std::string& csv) {
    Problems problems;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row{""};
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            row.back() += c;
            ++i;
        } else if (c == '"') {
            problems.expect(quoted || row.back().empty(), "a quotation mark within a cell");
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            row.emplace_back();
        } else if (!quoted && c == '\r') {
            problems.expect(i + 1 < csv.size() && csv[++i] == '\n', "CR alone");
            rows.push_back(std::exchange(row, {""}));
        } else {
            problems.expect(c != '\n' && static_cast<unsigned char>(c) >= 0x20, "a control character");
            row.back() += c;
        }
    }
    problems.expect(!quoted && row == std::vector<std::string>{""}, "the last row is not whole");
    problems.expect(!rows.empty() && rows.front().front() == "guid", "no header");
    for (const auto& each : rows) {
        problems.expect(each.size() == rows.front().size(), "a row of another length");
        for (const std::string& cell : each)
            problems.expect(cell.empty() || std::string("=+-@\t").find(cell.front()) == std::string::npos,
                            "a cell that computes: " + cell);
    }
    return problems.text();
}

}  // namespace whosaid::tests
