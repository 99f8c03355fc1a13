// The neural tagger, parser and name finder: embeddings, two bidirectional LSTM layers, and on top of them a
// softmax over tags, one over name labels, and biaffine scores of heads and relations (Dozat and Manning,
// 2017).
//
// One file (core/language/model/network.bin), made by core/language/train/train_neural.py: a magic and a
// version, then sections as Network::read takes them. Immutable once read; threads share it without locks.
#pragma once

#include "core/language/labels.hpp"
#include "core/language/neural_features.hpp"
#include "core/language/weights.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace whosaid::language {

// What a word of a sentence hangs on: index of its head, −1: the root.
struct Attachment {
    std::int32_t head = -1;
    Relation relation = Relation::root;
};

// Longer sentences are for the linear parser: scores of heads take quadratic, trees at worst cubic time.
inline constexpr std::size_t longest_neural_sentence = 160;

class Network {
  public:
    // `bytes` must outlive the network. An error where they are damaged or of another version.
    [[nodiscard]] static Result<Network> read(std::string_view bytes);

    // Tags and labels are indices of tags() and labels().
    struct Parse {
        std::vector<std::uint32_t> tags;
        std::vector<Attachment> tree;
        std::vector<std::uint32_t> labels;  // "I-PER" only behind "B-PER" or "I-PER"
    };
    // Each sentence of 1 to longest_neural_sentence words.
    [[nodiscard]] std::vector<Parse> parse(std::span<const std::vector<NeuralFeatures>> sentences) const;

    [[nodiscard]] const std::vector<Tag>& tags() const { return tags_; }
    [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }

  private:
    struct Layer {
        PackedMatrix input[2], hidden[2];  // forwards, backwards
    };
    class Batch;

    std::vector<Tag> tags_;
    std::vector<Relation> relations_;
    std::size_t root_relation_ = 0;
    std::vector<std::string_view> labels_;
    std::vector<std::uint32_t> vocabulary_;  // ascending keys; row 0 of words_ is for words not among them
    Embedding words_, suffixes3_, suffixes2_, prefixes_, shapes_, root_;
    Layer layers_[2];
    PackedMatrix tagger_, namer_, arc_head_, arc_dependent_, relation_head_, relation_dependent_;
    PackedMatrix arcs_;  // the biaffine form: of a dependent, the vector that heads are multiplied by
    PackedMatrix relation_weights_;  // the same for each relation: outputs by component, then relation
    std::size_t arc_size_ = 0, relation_size_ = 0;
};

// The program's own, read when first asked for.
[[nodiscard]] const Network& network();

}  // namespace whosaid::language
