// What the learners of tags, trees and names share: sentences as hashes, and the numbers of their tags.
#pragma once

#include "core/language/annotate.hpp"
#include "core/language/labels.hpp"
#include "core/language/model.hpp"
#include "core/language/name_features.hpp"
#include "core/language/train/perceptron.hpp"
#include "core/language/train/treebank.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace whosaid::train {

struct TrainingSentence {
    std::vector<language::TokenHashes> words;
    std::vector<std::uint32_t> tags;   // right ones
    std::vector<std::uint32_t> given;  // by a tagger that has not seen the sentence
    std::vector<std::int32_t> heads;   // the root is the index behind the last word
    std::vector<language::Relation> relations;
};

// "UPOS\tXPOS" by number, as the model has them.
struct TagSet {
    std::vector<std::string> names;
    std::map<std::string, std::uint32_t> numbers;

    std::uint32_t add(const std::string& name);
    [[nodiscard]] std::vector<language::Tag> tags() const;  // refer to `names`
};

using Clusters = std::unordered_map<std::string, language::WordClusters>;
[[nodiscard]] std::vector<language::TokenHashes> hashed(const std::vector<language::Token>& sentence,
                                                        const Clusters& clusters);

// The tagger, trained on `sentences`' right tags.
[[nodiscard]] Perceptron learn_tags(std::vector<const TrainingSentence*> sentences,
                                    const std::vector<language::Tag>& tags, int rounds, std::mt19937& random);
// Fills `given`: each part of the sentences tagged by a tagger that learnt from the others.
void give_tags(std::vector<TrainingSentence>& sentences, const std::vector<language::Tag>& tags,
               std::mt19937& random);
// The parser, trained on `given` tags.
[[nodiscard]] Perceptron learn_trees(const std::vector<TrainingSentence>& sentences,
                                     const std::vector<language::Tag>& tags, std::mt19937& random);
// The name finder.
struct NameSentence {
    std::vector<language::NameWord> words;
    std::vector<std::uint32_t> labels;
};
[[nodiscard]] Perceptron learn_names(const std::vector<NameSentence>& sentences,
                                     const std::vector<std::string>& labels, std::mt19937& random);

}  // namespace whosaid::train
