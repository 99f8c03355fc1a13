// Statements in the outlet's own voice: what the article says without attributing it to anybody.
#pragma once

#include "core/attribution/frames.hpp"

#include <string_view>
#include <vector>

namespace whosaid::attribution {

struct OwnStatement {
    Span content;
    WordRef head;
    double confidence = 0;  // how much it looks worth checking: names, numbers, dates, a finite verb
};

// One a sentence that no attribution covers; of a sentence that attributes something, its main clauses
// without a cue ("Six have died, and nurses fear it is cholera"). Headings and fragments are left out.
[[nodiscard]] std::vector<OwnStatement> own_statements(std::string_view text,
                                                       const language::Document& document, const Trees& trees,
                                                       const std::vector<Attribution>& attributions,
                                                       const std::vector<text::Quotation>& quotations);

}  // namespace whosaid::attribution
