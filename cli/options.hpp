// What a command line asks for: one plain struct, a sub-struct a command. Parsing prints nothing and touches
// nothing.
#pragma once

#include "cli/report/report.hpp"
#include "core/date.hpp"
#include "core/types.hpp"
#include "index/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace whosaid::cli {

enum class Format : std::uint8_t { text, json, jsonl };
enum class ClaimsView : std::uint8_t { list, article, table };

struct VerifyOptions {
    std::string claim;        // empty where `claims` is given
    std::string claims_file;  // JSON Lines; "-": standard input
    std::optional<Date> as_of;
    bool explain = false;
    std::uint32_t limit = 25;  // candidate articles a claim
};

// How reports are made and written: report, export.
struct Making {
    ReportForm to = ReportForm::text;
    std::optional<Date> as_of;  // none: each article's own date
    std::uint32_t limit = 25;   // candidate articles a claim
    NewsroomStyle newsroom;
    std::string reviews;  // a file of what people found; empty: none
};

struct TimelineOptions {
    std::string claim;
    std::optional<Date> as_of;
    std::uint32_t limit = 25;  // candidate articles
};

struct ReportOptions {
    std::string article;  // a file, or the id of an article in the index
    Making making;
    std::string output;  // empty: standard output
    bool force = false;
};

struct ExportOptions {
    std::string query;             // of search; empty: not asked by words
    std::vector<std::string> ids;  // empty, and no query: every article
    Making making;
    std::string folder;   // one file an article in it, or
    std::string package;  // one file of all
    std::string state;    // remembers what went out; empty: nothing is remembered
    bool force = false;
};

struct CompareOptions {
    std::string claim;
    std::string passage;
    std::string pairs_file;  // JSON Lines; "-": standard input
    std::optional<Date> as_of;
};

struct SearchOptions {
    index::SearchRequest request;
    bool explain = false;
};

struct IndexOptions {
    double batch_megabytes = index::usual_batch_bytes / 1e6;
};

struct Options {
    std::string command;
    std::vector<std::string> index;      // at least one for a command that needs an index
    std::vector<std::string> paths;      // index, read, claims
    std::string lexicon;                 // a desk's own cues; empty: those built in
    std::string desk;                    // the desk's own sources and publishers; empty: none
    ClaimsView view = ClaimsView::list;  // claims, as text
    bool explain_claims = false;         // claims
    bool explain_copies = false;         // copies
    bool quick = false;                  // verify, timeline, report, compare: without the encoder
    Format format = Format::text;
    unsigned threads = 1;
    IndexOptions indexing;
    SearchOptions search;
    VerifyOptions verify;
    TimelineOptions timeline;
    ReportOptions report;
    ExportOptions exporting;
    CompareOptions compare;
};

// The command line asked for words rather than work (help, version), or was wrong: what to print, and the
// status.
struct Answer {
    int status = 0;
    std::string out;  // for standard output
    std::string err;  // for standard error, without the program's name before it
};

struct Environment {
    std::string index;        // $WHOSAID_INDEX; may be empty
    unsigned processors = 1;  // the default for --threads
};

// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, Answer> parse(std::span<const std::string> arguments,
                                                  const Environment& environment);

// "newsml-g2": a form as --to names it; of several names the first.
[[nodiscard]] std::string_view name_of(ReportForm form);

// The name among `names` that was probably meant; empty where none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace whosaid::cli
