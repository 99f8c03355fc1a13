#include "core/language/name_features.hpp"
#include "core/language/train/learning.hpp"

#include <algorithm>

namespace whosaid::train {

using namespace language;

Perceptron learn_names(const std::vector<NameSentence>& sentences, const std::vector<std::string>& labels,
                       std::mt19937& random) {
    constexpr int rounds = 12;
    constexpr std::uint32_t least_updates = 5;
    Perceptron names(static_cast<std::uint32_t>(labels.size()), least_updates);
    std::vector<const NameSentence*> order;
    order.reserve(sentences.size());
    for (const NameSentence& s : sentences)
        order.push_back(&s);
    std::vector<std::int64_t> scores;
    FeatureList features;
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const NameSentence* s : order) {
            FeatureHash last = 0;
            FeatureHash before = 0;
            for (std::size_t i = 0; i < s->words.size(); ++i) {
                name_features(s->words, i, last, before, features);
                names.score(features.hashes(), scores);
                const auto best = static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) -
                                                             scores.begin());
                names.step();
                if (best != s->labels[i]) names.update(features.hashes(), s->labels[i], best);
                before = last;
                last = hash_of(labels[best]);
            }
        }
    }
    return names;
}

}  // namespace whosaid::train
