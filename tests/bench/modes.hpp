// The modes of whosaid-bench. Each prints "name value" lines; a ratio is always ours by the baseline's of the
// same run. Throws std::runtime_error where articles cannot be read or an index fails.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace whosaid::bench {

struct Settings {
    std::vector<std::string> paths;  // of articles; empty: a mode's own
    std::uint64_t limit = 0;         // articles or claims, as the mode says; 0: a mode's own
};

// Words a second on one core: each stage of the analysis, and ICU finding words in the same text. Paths: the
// demonstration corpus if none are named. Limit: articles.
void analysis(const Settings& settings);

// CPU time of a whole ingest, of the writer alone, and of bare Xapian adding the same prepared documents with
// the same rhythm of commits. Limit: articles.
void ingest(const Settings& settings);

// CPU time of queries over an index of so many claims, and of bare Xapian matching the same queries. Limit:
// claims.
void query(const Settings& settings);

// CPU time of writing reports in each form, and of the analysis of the same articles. Limit: articles.
void reports(const Settings& settings);

}  // namespace whosaid::bench
