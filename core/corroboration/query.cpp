#include "core/corroboration/query.hpp"

namespace whosaid::corroboration {

RetrievalQuery retrieval_query(const Analysed& claim) {
    return {{}, claim.article.date};
}

}  // namespace whosaid::corroboration
