// Claims out of an analysed article: who says what, in which words, how surely.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/language/document.hpp"

#include <vector>

namespace whosaid::attribution {

// All claims of the article, in order of their content: attributed ones, and the outlet's own statements.
[[nodiscard]] std::vector<Claim> extract(const Article& article, const language::Document& document);

}  // namespace whosaid::attribution
