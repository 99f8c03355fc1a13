// The Report model and its writers: what every form of a report is made from. A writer only lays out; it
// decides nothing.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/types.hpp"

#include <cstdint>
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
};

struct Report {
    Article article;            // for one claim by itself: an article that holds the claim alone
    std::vector<Claim> claims;  // in order of the text
    std::vector<Verification> verifications;  // one a claim, in the same order
    RunRecord run;
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
[[nodiscard]] std::string newsml_g2_report(
    const Report& report);  // NewsML-G2 2.35, a newsItem with inline NITF

}  // namespace whosaid::cli
