#include "core/analysis.hpp"

#include "core/attribution/extract.hpp"
#include "core/text/language.hpp"

namespace whosaid {

Analysis analyse(const Article& article, language::Parser parser) {
    Analysis analysis;
    analysis.language = text::foreign_language(article.text);
    if (!analysis.language.empty()) return analysis;
    analysis.document = language::analyse(article.text, article.date, parser);
    analysis.claims = attribution::extract(article, analysis.document);
    return analysis;
}

}  // namespace whosaid
