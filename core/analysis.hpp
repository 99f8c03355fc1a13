// The whole analysis of one article: language, then claims.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/language/analyse.hpp"
#include "core/language/document.hpp"

#include <string>
#include <vector>

namespace whosaid {

struct Analysis {
    language::Document document;
    std::vector<Claim> claims;  // in order of the text; Claim::nested_in indexes this list
    std::string language;       // "French" where the text is not in English: then there is nothing else here
};

// Deterministic; safe to call from several threads. The article's text must be valid UTF-8.
[[nodiscard]] Analysis analyse(const Article& article, language::Parser parser = language::Parser::neural);

}  // namespace whosaid
