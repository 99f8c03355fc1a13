// The kernels of kernels.hpp, written once over Lanes, sixteen 32-bit accumulators as the including file's
// instructions hold them. Included by kernels_*.cpp alone, each compiled for its own instructions; everything
// here is in an unnamed namespace so that no such code is shared with the rest of the program.
#pragma once

#include "core/language/kernels.hpp"

#include <cmath>
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

// The nearest whole number, within ±most.
inline std::int16_t whole(float x, float most) {
    const float rounded = x < 0 ? x - 0.5F : x + 0.5F;
    return static_cast<std::int16_t>(static_cast<std::int32_t>(rounded < -most  ? -most
                                                               : rounded > most ? most
                                                                                : rounded));
}

inline std::int16_t activation(float x) {
    return whole(x * activation_scale, 32767.0F);
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

// The sum, and with `power` 2 that of the squares, of what lies off `center`: sixteen sums side by side.
template <int Power>
float summed(const float* __restrict values, std::size_t count, float center) {
    float sums[lanes] = {};
    for (std::size_t i = 0; i < count; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float off = values[i + lane] - center;
            sums[lane] += Power == 2 ? off * off : off;
        }
    }
    float sum = 0;
    for (const float each : sums)
        sum += each;
    return sum;
}

inline void layer_norm(const float* __restrict factor, const float* __restrict summand, std::size_t count,
                       float* __restrict values) {
    constexpr float least_variance = 1e-12F;
    const auto size = static_cast<float>(count);
    const float mean = summed<1>(values, count, 0) / size;
    const float variance = summed<2>(values, count, mean) / size;
    const float scale = 1 / std::sqrt(variance + least_variance);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = (values[i] - mean) * scale * factor[i] + summand[i];
}

inline void quantise(float scale, const float* __restrict in, std::size_t count,
                     std::int16_t* __restrict out) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = whole(in[i] * scale, 32767.0F);
}

inline void gelu(const float* __restrict in, std::size_t count, std::int16_t* __restrict out) {
    for (std::size_t i = 0; i < count; ++i) {
        const float x = in[i];
        const float curved = 0.5F * x * (1 + hyperbolic_tangent(0.7978845608F * (x + 0.044715F * x * x * x)));
        out[i] = whole(curved * gelu_scale, most_of_gelu);
    }
}

// e to the power of x ≤ 0, within three units in the last place: 2 to a whole power, times a polynomial.
inline float exponential(float x) {
    constexpr float least = -80.0F;
    constexpr float log2_e = 1.44269504F;
    constexpr float high_part = 0.693359375F;
    constexpr float low_part = -2.12194440e-4F;
    x = x < least ? least : x;
    const auto whole = static_cast<std::int32_t>(x * log2_e - 0.5F);
    const auto power = static_cast<float>(whole);
    const float rest = x - power * high_part - power * low_part;
    float p = 1.9875691500e-4F;
    p = p * rest + 1.3981999507e-3F;
    p = p * rest + 8.3334519073e-3F;
    p = p * rest + 4.1665795894e-2F;
    p = p * rest + 1.6666665459e-1F;
    p = p * rest + 5.0000001201e-1F;
    p = p * rest * rest + rest + 1;
    const std::int32_t bits = (whole + 127) << 23;
    float scale = 0;
    std::memcpy(&scale, &bits, sizeof scale);
    return p * scale;
}

inline void attend(const float* __restrict query, const float* __restrict keys,
                   const float* __restrict values, std::size_t count, std::size_t width, std::size_t stride,
                   float* __restrict weights, float* __restrict out) {
    for (std::size_t p = 0; p < count; ++p)
        weights[p] = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const float factor = query[i];
        const float* row = keys + i * count;
        for (std::size_t p = 0; p < count; ++p)
            weights[p] += factor * row[p];
    }
    float most = weights[0];
    for (std::size_t p = 1; p < count; ++p)
        most = weights[p] > most ? weights[p] : most;
    for (std::size_t p = 0; p < count; ++p)
        weights[p] = exponential(weights[p] - most);
    float sum = 0;
    for (std::size_t p = 0; p < count; ++p)
        sum += weights[p];
    for (std::size_t i = 0; i < width; ++i)
        out[i] = 0;
    for (std::size_t p = 0; p < count; ++p) {
        const float weight = weights[p];
        const float* row = values + p * stride;
        for (std::size_t i = 0; i < width; ++i)
            out[i] += weight * row[i];
    }
    const float share = 1 / sum;
    for (std::size_t i = 0; i < width; ++i)
        out[i] *= share;
}

}  // namespace
}  // namespace whosaid::language
