// What to look for in an index when a claim is to be checked: the claim's words, names, dates, weighed for
// retrieval.
#pragma once

#include "core/corroboration/analysed.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whosaid::corroboration {

struct QueryWord {
    std::string word;                   // lower case, as written; the index stems it
    std::vector<std::string> variants;  // synonyms and derivations, lower case
    double weight = 1;                  // names and numbers above common words
};

struct RetrievalQuery {
    std::vector<QueryWord> words;  // stop words left out
    std::optional<Date> as_of;     // nothing published later is wanted
};

[[nodiscard]] RetrievalQuery retrieval_query(const Analysed& claim);

}  // namespace whosaid::corroboration
