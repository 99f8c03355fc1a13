// Time expressions and quantities of a tagged document.
#pragma once

#include "core/date.hpp"
#include "core/language/document.hpp"

#include <optional>
#include <string_view>

namespace whosaid::language {

// Fills document.times: absolute and relative expressions, resolved against the publication date with the
// tense of the clause deciding past or future ("on Tuesday", "in February"). Values: see TimeExpression.
void find_times(std::string_view text, std::optional<Date> date, Document& document);

// Fills document.quantities: numbers in digits and words, units, currencies, %, lakh and crore, ranges and
// comparisons. Numbers inside time expressions are left out, so find_times comes first.
void find_quantities(std::string_view text, Document& document);

}  // namespace whosaid::language
