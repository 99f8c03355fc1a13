#include "core/attribution/factuality.hpp"

#include "core/attribution/factuality_features.hpp"
#include "core/attribution/factuality_weights.hpp"

#include <algorithm>

namespace whosaid::attribution {

Factuality factuality(const language::Tree& tree, std::uint32_t predicate) {
    const FactualityFeatures features = factuality_features(tree, predicate);
    double score = factuality_bias;
    for (const std::string& name : features.names) {
        const auto* const at = std::lower_bound(
            factuality_weights.begin(), factuality_weights.end(), name,
            [](const FactualityWeight& weight, const std::string& key) { return weight.feature < key; });
        if (at != factuality_weights.end() && at->feature == name) score += at->weight;
    }
    return {std::clamp(score, -3.0, 3.0), features.signs};
}

}  // namespace whosaid::attribution
