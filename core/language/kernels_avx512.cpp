// AVX-512 with the neural network instructions (VNNI): a product and its sum in one step.
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <immintrin.h>

namespace whosaid::language {
namespace {

constexpr std::size_t tile_rows = 6;
constexpr std::size_t tile_blocks = 4;

struct Pairs {
    __m512i values;
    void load(const std::int16_t* from) { values = _mm512_loadu_si512(from); }
};
struct Lanes {
    __m512i sums;
    void clear() { sums = _mm512_setzero_si512(); }
    void add_products(Pairs weights, std::int32_t both) {
        sums = _mm512_dpwssd_epi32(sums, weights.values, _mm512_set1_epi32(both));
    }
    void store(std::int32_t* to) const { _mm512_storeu_si512(to, sums); }
};

}  // namespace
}  // namespace whosaid::language

#include "core/language/kernels_body.hpp"

namespace whosaid::language {

extern const Kernels avx512_kernels;
const Kernels avx512_kernels{"avx512vnni", multiply, lstm_cell, activate, add_scaled,
                             layer_norm,   quantise, gelu,      attend};

}  // namespace whosaid::language
