#include "core/corroboration/verify.hpp"

namespace whosaid::corroboration {

Verification verify(const Analysed& claim, std::span<const std::shared_ptr<const Analysed>>,
                    std::string coverage) {
    Verification result;
    result.id = claim.article.id;
    result.text = claim.article.text;
    result.as_of = claim.article.date;
    result.coverage = std::move(coverage);
    return result;
}

}  // namespace whosaid::corroboration
