// The arithmetic of the neural parser: products of whole numbers, and the cell of an LSTM.
//
// Everything gives the same bits on every machine: products add 16-bit numbers in 32-bit accumulators, and
// what is done in floating point is done element by element, without fused multiply-add. So a text has one
// analysis, whatever instructions the processor has; they decide the speed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace whosaid::language {

// Activations are whole numbers of 1/2048: ±16, far beyond what the network's layers give.
inline constexpr float activation_scale = 2048.0F;
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
};

// The best that this processor has. `all_kernels` gives every one that it can run, for tests.
[[nodiscard]] const Kernels& kernels();
[[nodiscard]] std::vector<const Kernels*> all_kernels();

}  // namespace whosaid::language
