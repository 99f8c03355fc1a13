// The whole analysis of one article: language, then claims.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/language/document.hpp"

#include <vector>

namespace whosaid {

struct Analysis {
    language::Document document;
    std::vector<Claim> claims;  // in order of the text; Claim::nested_in indexes this list
};

// Deterministic; safe to call from several threads. The article's text must be valid UTF-8.
[[nodiscard]] Analysis analyse(const Article& article);

}  // namespace whosaid
