// The Report model and its writers: what every form of a report is made from. A writer only lays out; it
// decides nothing.
#pragma once

#include "cli/report/vocabulary.hpp"
#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::cli {

// How a report was made; the same record and inputs give the same bytes.
struct RunRecord {
    std::string program;         // "whosaid 0.1.0"
    std::string schema;          // of the index
    std::uint64_t revision = 0;  // of the index
    std::uint64_t articles = 0;  // in the index
    std::string made_at;         // ISO 8601, UTC: now, or SOURCE_DATE_EPOCH
    std::vector<std::string> options;
    std::string lexicon;  // digest of the cues in use, "fnv1a64:..."
    std::string model;    // digest of the models in the program, "sha256:..."
};

// What a person found of a claim: the one thing in a report that is not the program's.
struct Review {
    std::uint32_t claim = 0;  // index
    std::string rating;       // in the desk's own words: "Mostly true"
    std::string reviewer;
    std::string url;  // where the review can be read; may be empty
    std::optional<Date> date;
};

struct Report {
    Article article;            // for one claim by itself: an article that holds the claim alone
    std::vector<Claim> claims;  // in order of the text
    std::vector<Verification> verifications;  // one a claim, in the same order
    RunRecord run;
    std::vector<Review> reviews;  // in order of the claims
};

enum class ReportForm : std::uint8_t {
    text,
    json,
    html,
    newsml_g2,
    nitf,
    ninjs,
    ninjs_3,
    json_ld,
    web_annotation,
    csv,
};

struct TextStyle {
    bool colour = false;
    unsigned width = 80;
};

// The corroboration report of one claim at `style.width` columns: verdict, why, evidence grouped by origin.
[[nodiscard]] std::string terminal_verification(const Verification& verification, const TextStyle& style);
[[nodiscard]] std::string terminal_report(const Report& report, const TextStyle& style);
// A claim's passages in order of publication: a chart of their certainty, then each with its moves.
// `verification` gives the claim and what was asked.
[[nodiscard]] std::string terminal_timeline(const Verification& verification,
                                            const std::vector<TimelineEntry>& entries,
                                            const TextStyle& style);
[[nodiscard]] std::string html_report(const Report& report);  // one self-contained file

// The contract of `whosaid schema`. `text_of` gives the text of an article of the evidence by its id; it
// outlives the call.
using TextOf = std::function<const std::string&(const std::string& article)>;
[[nodiscard]] std::string json_report(const Report& report, const TextOf& text_of, bool one_line);

// ---- for newsrooms

struct NewsroomStyle {
    Vocabulary vocabulary;
    bool nitf_namespace = false;  // the root of NITF says its xmlns
    bool one_line = false;        // JSON as a line of JSON Lines
    std::string id_prefix;        // of the XML ids of a newsItem, which are unique in a whole message
};
[[nodiscard]] std::string newsml_g2_report(const Report& report,
                                           const NewsroomStyle& style);  // 2.35, a newsItem
// The same in a package: a newsMessage around newsItems without declarations, which ends with a packageItem.
struct PackagedItem {
    std::string guid;
    std::string title;
};
[[nodiscard]] std::string newsml_g2_message_begin(const RunRecord& run, const NewsroomStyle& style);
[[nodiscard]] std::string newsml_g2_item(const Report& report, const NewsroomStyle& style);
[[nodiscard]] std::string newsml_g2_message_end(const RunRecord& run, const NewsroomStyle& style,
                                                const std::string& name,
                                                const std::vector<PackagedItem>& items);
[[nodiscard]] std::string nitf_report(const Report& report, const NewsroomStyle& style);   // 3.6
[[nodiscard]] std::string ninjs_report(const Report& report, const NewsroomStyle& style);  // 1.x, with extra
[[nodiscard]] std::string ninjs_3_report(const Report& report, const NewsroomStyle& style);  // 3.1
[[nodiscard]] std::string json_ld_report(const Report& report, const NewsroomStyle& style);  // schema.org
[[nodiscard]] std::string web_annotation_report(const Report& report, const NewsroomStyle& style);  // W3C
[[nodiscard]] std::string csv_header();
[[nodiscard]] std::string csv_rows(const Report& report, const NewsroomStyle& style);

}  // namespace whosaid::cli
