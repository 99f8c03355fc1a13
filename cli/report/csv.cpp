// Comma-separated values, RFC 4180: a header, then a row a claim. A cell that a spreadsheet would take for a
// formula has an apostrophe before it.
#include "cli/claim_id.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// The columns between those of the article and those of the run are properties by their names.
constexpr std::array<std::string_view, 26> property_columns{"source-kind",
                                                            "source-description",
                                                            "anonymous-class",
                                                            "anonymous-number",
                                                            "anonymous-institution",
                                                            "anonymous-access",
                                                            "anonymity-reason",
                                                            "recipient",
                                                            "cue",
                                                            "cue-class",
                                                            "form",
                                                            "certainty",
                                                            "polarity",
                                                            "nested-in",
                                                            "event-time",
                                                            "verdict",
                                                            "origins-for",
                                                            "origins-against",
                                                            "named-origins",
                                                            "anonymous-origins",
                                                            "highest-certainty",
                                                            "admiralty-grade",
                                                            "as-of",
                                                            "coverage",
                                                            "differing-slot",
                                                            "difference"};
constexpr std::array<std::string_view, 7> run_columns{
    "program", "index-schema", "index-revision", "index-articles", "options", "lexicon", "model"};

std::string cell(std::string_view value) {
    std::string words = xml_text(value);
    if (!words.empty() && std::string_view("=+-@").find(words.front()) != std::string_view::npos)
        words.insert(words.begin(), '\'');
    if (words.find_first_of(",\"") == std::string::npos) return words;
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string row(const std::vector<std::string>& values) {
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        out += cell(values[i]);
    }
    return out + "\r\n";
}

std::string ids_of(const Verification* verification, Stance stance) {
    std::vector<std::string> ids;
    if (verification != nullptr) {
        for (const Evidence* evidence : articles_of(*verification)) {
            if (evidence->stance == stance) ids.push_back(evidence->article);
        }
    }
    return joined(ids, "; ");
}

}  // namespace

std::string csv_header() {
    std::vector<std::string> names{"guid",  "version", "made-at", "article", "outlet",  "date",
                                   "title", "url",     "claim",   "text",    "speaker", "confidence"};
    names.insert(names.end(), property_columns.begin(), property_columns.end());
    names.insert(names.end(), {"supported-by", "contradicted-by"});
    names.insert(names.end(), run_columns.begin(), run_columns.end());
    return row(names);
}

std::string csv_rows(const Report& report, const NewsroomStyle& style) {
    const Article& article = report.article;
    const Identity item = identity(report, style.vocabulary);
    const Sources sources(report);
    const auto facts = run_facts(report.run);
    std::string out;
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        const Claim& claim = report.claims[i];
        std::vector<std::string> values{item.guid,          std::to_string(item.version),
                                        item.created,       article.id,
                                        article.outlet,     article.date ? to_string(*article.date) : "",
                                        article.title,      safe_href(article.url).value_or(""),
                                        claim_id(i),        content_of(article, claim),
                                        sources.of(i).name, std::to_string(confidence_percent(claim))};
        std::map<std::string_view, std::string> known;
        for (const Property& property : properties(report, i)) {
            std::string& value = known[property.name];
            value += (value.empty() ? "" : "; ") + property.value;
        }
        for (const std::string_view name : property_columns)
            values.push_back(known[name]);
        values.push_back(ids_of(verification_of(report, i), Stance::supports));
        values.push_back(ids_of(verification_of(report, i), Stance::contradicts));
        for (const std::string_view name : run_columns) {
            const auto found = std::find_if(facts.begin(), facts.end(),
                                            [&](const auto& fact) { return fact.first == name; });
            values.push_back(found == facts.end() ? "" : found->second);
        }
        out += row(values);
    }
    return out;
}

}  // namespace whosaid::cli
