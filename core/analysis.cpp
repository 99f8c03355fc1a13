#include "core/analysis.hpp"

#include "core/attribution/extract.hpp"
#include "core/language/analyse.hpp"

namespace whosaid {

Analysis analyse(const Article& article) {
    Analysis analysis;
    analysis.document = language::analyse(article.text, article.date);
    analysis.claims = attribution::extract(article, analysis.document);
    return analysis;
}

}  // namespace whosaid
