// AVX2: sixteen lanes are two registers.
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <immintrin.h>

namespace whosaid::language {
namespace {

constexpr std::size_t tile_rows = 4;
constexpr std::size_t tile_blocks = 1;

struct Pairs {
    __m256i low, high;
    void load(const std::int16_t* from) {
        low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
        high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 16));
    }
};
struct Lanes {
    __m256i low, high;
    void clear() { low = high = _mm256_setzero_si256(); }
    void add_products(Pairs weights, std::int32_t both) {
        const __m256i twice = _mm256_set1_epi32(both);
        low = _mm256_add_epi32(low, _mm256_madd_epi16(weights.low, twice));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(weights.high, twice));
    }
    void store(std::int32_t* to) const {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), low);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), high);
    }
};

}  // namespace
}  // namespace whosaid::language

#include "core/language/kernels_body.hpp"

namespace whosaid::language {

extern const Kernels avx2_kernels;
const Kernels avx2_kernels{"avx2",     multiply, lstm_cell, activate, add_scaled,
                           layer_norm, quantise, gelu,      attend};

}  // namespace whosaid::language
