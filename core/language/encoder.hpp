// A pretrained transformer encoder (Vaswani et al. 2017; MiniLM, Wang et al. 2020) that reads two texts at
// once and tells how the second stands to the first (a cross-encoder), or one by itself and tells where it
// lies among others (Reimers and Gurevych 2019). Fine-tuned by core/language/train/train_encoder.py, which
// also makes its file (core/language/model/encoder.bin).
//
// Weights are whole numbers of a byte with a scale for each output, activations whole numbers too
// (weights.hpp); what is done in floating point is done in a fixed order (kernels.hpp). So the same texts
// give the same bits on every machine. Immutable once read; threads share it without locks.
#pragma once

#include "core/language/weights.hpp"
#include "core/language/wordpieces.hpp"
#include "core/types.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace whosaid::language {

class Encoder {
  public:
    // `bytes` must outlive the encoder. An error where they are damaged or of another version.
    [[nodiscard]] static Result<Encoder> read(std::string_view bytes);

    struct Texts {
        std::string_view claim;
        std::string_view passage;
        std::string_view before;  // what stands before the passage; only so much is read as there is room for
    };
    static constexpr std::size_t classes = 4;
    using Scores = std::array<float, classes>;  // before the softmax, in the order of the training's labels

    // One for each, whatever stands beside it. Texts too long are read from their beginnings.
    [[nodiscard]] std::vector<Scores> judge(std::span<const Texts> texts) const;

    // Of texts by themselves, unit vectors: the nearer two are, the more alike their matter. Texts too long
    // are read from their beginnings.
    [[nodiscard]] std::vector<std::vector<float>> place(std::span<const std::string_view> texts) const;

  private:
    struct Norm {
        std::vector<float> factor, summand;
    };
    struct Layer {
        PackedMatrix query, key, value, output, up, down;
        Norm after_attention, after_output;
    };
    class Batch;
    // Runs the texts some at a time; `take` gives the results of a Batch.
    template <class Out, class In, class Take>
    [[nodiscard]] std::vector<Out> in_batches(std::span<const In> texts, Take take) const;

    Wordpieces pieces_;
    Embedding words_, positions_, types_;
    Norm embedded_;
    std::vector<Layer> layers_;
    std::size_t heads_ = 0;
    PackedMatrix classifier_;
};

// The program's own, read when first asked for.
[[nodiscard]] const Encoder& encoder();

}  // namespace whosaid::language
