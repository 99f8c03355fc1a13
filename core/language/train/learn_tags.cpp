#include "core/language/train/learning.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace whosaid::train {

using namespace language;

std::uint32_t TagSet::add(const std::string& name) {
    const auto [at, fresh] = numbers.try_emplace(name, static_cast<std::uint32_t>(names.size()));
    if (fresh) names.push_back(name);
    return at->second;
}

std::vector<Tag> TagSet::tags() const {
    std::vector<Tag> out;
    for (const std::string& name : names) {
        const std::size_t tab = name.find('\t');
        const auto upos = upos_named(std::string_view(name).substr(0, tab));
        if (!upos) throw std::runtime_error(name + ": no tag of Universal Dependencies");
        out.push_back(tag_of(*upos, std::string_view(name).substr(tab + 1)));
    }
    return out;
}

std::vector<TokenHashes> hashed(const std::vector<Token>& sentence, const Clusters& clusters) {
    std::vector<TokenHashes> out;
    for (const std::string& form : normal_forms(sentence)) {
        const auto found = clusters.find(text::lower(form));
        out.push_back(hashes_of(form, found == clusters.end() ? WordClusters{} : found->second));
    }
    return out;
}

Perceptron learn_tags(std::vector<const TrainingSentence*> sentences, const std::vector<Tag>& tags,
                      int rounds, std::mt19937& random) {
    constexpr std::uint32_t least_updates = 5;
    Perceptron tagger(static_cast<std::uint32_t>(tags.size()), least_updates);
    std::vector<std::int64_t> scores;
    FeatureList features;
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(sentences.begin(), sentences.end(), random);
        for (const TrainingSentence* s : sentences) {
            FeatureHash last = 0;
            FeatureHash before = 0;
            for (std::size_t i = 0; i < s->words.size(); ++i) {
                tag_features(s->words, i, last, before, features);
                tagger.score(features.hashes(), scores);
                const auto best = static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) -
                                                             scores.begin());
                tagger.step();
                if (best != s->tags[i]) tagger.update(features.hashes(), s->tags[i], best);
                before = last;
                last = tags[best].hash;
            }
        }
    }
    return tagger;
}

void give_tags(std::vector<TrainingSentence>& sentences, const std::vector<Tag>& tags, std::mt19937& random) {
    constexpr std::size_t parts = 5;
    constexpr int rounds = 5;
    constexpr double least_weight = 0.5;
    for (std::size_t part = 0; part < parts; ++part) {
        std::vector<const TrainingSentence*> others;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            if (i % parts != part) others.push_back(&sentences[i]);
        }
        const Perceptron perceptron = learn_tags(std::move(others), tags, rounds, random);
        const auto tagger = Classifier::unpacked(static_cast<std::uint32_t>(tags.size()),
                                                 Classifier::packed(perceptron.averaged(least_weight)));
        if (!tagger) throw std::logic_error("a tagger that cannot be read back");
        std::size_t words = 0;
        std::size_t right = 0;
        for (std::size_t i = part; i < sentences.size(); i += parts) {
            sentences[i].given = tagged(*tagger, tags, sentences[i].words);
            for (std::size_t w = 0; w < sentences[i].given.size(); ++w)
                right += sentences[i].given[w] == sentences[i].tags[w];
            words += sentences[i].given.size();
        }
        std::fprintf(stderr, "tags of part %zu: %.2f%% right\n", part + 1,
                     100 * static_cast<double>(right) / static_cast<double>(words));
    }
}

}  // namespace whosaid::train
