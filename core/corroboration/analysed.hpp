// A text with all that is known of it, as comparison takes it.
#pragma once

#include "core/analysis.hpp"
#include "core/corroboration/copies.hpp"
#include "core/corroboration/items.hpp"
#include "core/language/coreference.hpp"

#include <vector>

namespace whosaid::corroboration {

// A claim to be checked (an Article whose text is the claim, dated as_of), or an article.
struct Analysed {
    Article article;
    Analysis analysis;
    std::vector<Statement> statements;  // one a sentence
    std::vector<language::Antecedent> antecedents;
    Sketch sketch;
};
[[nodiscard]] Analysed analysed(Article article);

}  // namespace whosaid::corroboration
