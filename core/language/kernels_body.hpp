// The kernels of kernels.hpp, written once over Lanes, sixteen 32-bit accumulators as the including file's
// instructions hold them. Included by kernels_*.cpp alone, each compiled for its own instructions; everything
// here is in an unnamed namespace so that no such code is shared with the rest of the program.
#pragma once

#include "core/language/kernels.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace whosaid::language {
namespace {

// Rows × Blocks tiles of the product, all inputs. Stride between rows: matrix.inputs, matrix.outputs.
template <std::size_t Rows, std::size_t Blocks>
void multiply_tile(const PackedMatrix& matrix, std::size_t block, const std::int16_t* in, float* out) {
    Lanes sums[Rows][Blocks];
    for (auto& row : sums) {
        for (Lanes& sum : row)
            sum.clear();
    }
    const std::size_t pairs = matrix.inputs / 2;
    const std::int16_t* weights = matrix.weights.data() + block * lanes * matrix.inputs;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        Pairs loaded[Blocks];
        for (std::size_t b = 0; b < Blocks; ++b)
            loaded[b].load(weights + (b * pairs + pair) * 2 * lanes);
        for (std::size_t r = 0; r < Rows; ++r) {
            std::int32_t both = 0;
            std::memcpy(&both, in + r * matrix.inputs + 2 * pair, sizeof both);
            for (std::size_t b = 0; b < Blocks; ++b)
                sums[r][b].add_products(loaded[b], both);
        }
    }
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t b = 0; b < Blocks; ++b) {
            std::int32_t products[lanes];
            sums[r][b].store(products);
            const std::size_t first = (block + b) * lanes;
            float* to = out + r * matrix.outputs + first;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                to[lane] = static_cast<float>(products[lane]) * matrix.scale[first + lane] +
                           matrix.bias[first + lane];
            }
        }
    }
}

template <std::size_t Blocks>
void multiply_blocks(const PackedMatrix& matrix, std::size_t block, const std::int16_t* in, std::size_t rows,
                     float* out) {
    std::size_t r = 0;
    for (; r + tile_rows <= rows; r += tile_rows)
        multiply_tile<tile_rows, Blocks>(matrix, block, in + r * matrix.inputs, out + r * matrix.outputs);
    for (; r < rows; ++r)
        multiply_tile<1, Blocks>(matrix, block, in + r * matrix.inputs, out + r * matrix.outputs);
}

inline void multiply(const PackedMatrix& matrix, const std::int16_t* in, std::size_t rows, float* out) {
    const std::size_t blocks = matrix.outputs / lanes;
    std::size_t block = 0;
    for (; block + tile_blocks <= blocks; block += tile_blocks)
        multiply_blocks<tile_blocks>(matrix, block, in, rows, out);
    for (; block < blocks; ++block)
        multiply_blocks<1>(matrix, block, in, rows, out);
}

// Padé's approximation of the hyperbolic tangent, degrees 7 and 6: within 0.0001 over the clipped range.
inline float hyperbolic_tangent(float x) {
    constexpr float limit = 4.97F;
    x = x < -limit ? -limit : x > limit ? limit : x;
    const float s = x * x;
    return x * (135135.0F + s * (17325.0F + s * (378.0F + s))) /
           (135135.0F + s * (62370.0F + s * (3150.0F + s * 28.0F)));
}

inline float logistic(float x) {
    return 0.5F + 0.5F * hyperbolic_tangent(0.5F * x);
}

inline std::int16_t activation(float x) {
    constexpr float most = 32767.0F;
    const float scaled = x * activation_scale;
    const float rounded = scaled < 0 ? scaled - 0.5F : scaled + 0.5F;
    return static_cast<std::int16_t>(static_cast<std::int32_t>(rounded < -most  ? -most
                                                               : rounded > most ? most
                                                                                : rounded));
}

inline void lstm_cell(const float* __restrict a, const float* __restrict b, std::size_t size,
                      float* __restrict cell, std::int16_t* __restrict hidden) {
    for (std::size_t i = 0; i < size; ++i) {
        const float in = logistic(a[i] + b[i]);
        const float keep = logistic(a[size + i] + b[size + i]);
        const float fresh = hyperbolic_tangent(a[2 * size + i] + b[2 * size + i]);
        const float out = logistic(a[3 * size + i] + b[3 * size + i]);
        cell[i] = keep * cell[i] + in * fresh;
        hidden[i] = activation(out * hyperbolic_tangent(cell[i]));
    }
}

inline void activate(const float* __restrict in, std::size_t count, float slope,
                     std::int16_t* __restrict out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = activation(in[i] < 0 ? in[i] * slope : in[i]);
}

inline void add_scaled(float factor, const float* __restrict in, std::size_t count, float* __restrict out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] += factor * in[i];
}

}  // namespace
}  // namespace whosaid::language
