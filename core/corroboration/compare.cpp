#include "core/corroboration/compare.hpp"

namespace whosaid::corroboration {

Analysed analysed(Article article) {
    Analysed result;
    result.analysis = analyse(article);
    result.article = std::move(article);
    return result;
}

Comparison compare(const Analysed&, const Analysed&, std::size_t, std::size_t) {
    return {};
}

}  // namespace whosaid::corroboration
