// The arithmetic of the neural parser and the encoder: products of whole numbers, the cell of an LSTM, the
// parts of a transformer's layer.
//
// Everything gives the same bits on every machine: products add 16-bit numbers in 32-bit accumulators, and
// what is done in floating point is done element by element or summed in a fixed order, without fused
// multiply-add. So a text has one analysis, whatever instructions the processor has; they decide the speed
// alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace whosaid::language {

// Activations are whole numbers of 1/2048: ±16, far beyond what the network's layers give.
inline constexpr float activation_scale = 2048.0F;
// What gelu() gives: whole numbers of 1/410, within ±26.8. Products with 1536 of them and weights of a byte
// stay within the accumulators.
inline constexpr float gelu_scale = 410.0F;
inline constexpr float most_of_gelu = 11008.0F;
inline constexpr std::size_t lanes = 16;  // outputs that are computed side by side

// A matrix of weights, outputs × inputs, laid out for multiply(): blocks of 16 outputs, in them the pairs of
// inputs, in these the two weights of each output. Padded with zeros to whole blocks and pairs.
struct PackedMatrix {
    std::size_t outputs = 0;  // padded to blocks
    std::size_t inputs = 0;   // padded to pairs
    std::vector<std::int16_t> weights;
    std::vector<float> scale;  // of each output: what one unit of its product is worth
    std::vector<float> bias;
};

// The implementations for one set of instructions.
struct Kernels {
    const char* name;  // "sse2", "avx2", "avx512vnni"
    // out[r][o] = scale[o] · Σ in[r][i] · weight[o][i] + bias[o]. Rows of `in` are matrix.inputs long, those
    // of `out` matrix.outputs.
    void (*multiply)(const PackedMatrix& matrix, const std::int16_t* in, std::size_t rows, float* out);
    // One step of an LSTM of `size` units: gates (input, forget, cell, output; before their activation) are
    // the sums of `a` and `b`. Updates `cell`; gives the hidden state as activations.
    void (*lstm_cell)(const float* a, const float* b, std::size_t size, float* cell, std::int16_t* hidden);
    // To activations, values below zero taken times `slope` first.
    void (*activate)(const float* in, std::size_t count, float slope, std::int16_t* out);
    // out[j] += factor · in[j]
    void (*add_scaled)(float factor, const float* in, std::size_t count, float* out);
    // To mean 0 and variance 1, then times `factor` plus `summand`. `count`: a multiple of 16.
    void (*layer_norm)(const float* factor, const float* summand, std::size_t count, float* values);
    // Whole numbers of 1/scale, at most ±32767.
    void (*quantise)(float scale, const float* in, std::size_t count, std::int16_t* out);
    // x · Φ(x), by its approximation with the hyperbolic tangent, in whole numbers of 1/gelu_scale.
    void (*gelu)(const float* in, std::size_t count, std::int16_t* out);
    // Of one head of attention, for one query of `width` numbers: the mean of the `count` values, rows
    // `stride` apart, weighted by the softmax of query · key. Keys by component, then place. `weights`: room
    // for `count` numbers.
    void (*attend)(const float* query, const float* keys, const float* values, std::size_t count,
                   std::size_t width, std::size_t stride, float* weights, float* out);
};

// The best that this processor has. `all_kernels` gives every one that it can run, for tests.
[[nodiscard]] const Kernels& kernels();
[[nodiscard]] std::vector<const Kernels*> all_kernels();

}  // namespace whosaid::language
