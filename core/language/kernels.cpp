// Plain x86-64 (SSE2), other processors, and the choice among all.
#include <cmath>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace whosaid::language {
namespace {

constexpr std::size_t tile_rows = 2;
constexpr std::size_t tile_blocks = 1;

#ifdef __SSE2__
struct Pairs {
    __m128i quarters[4];
    void load(const std::int16_t* from) {
        for (std::size_t q = 0; q < 4; ++q)
            quarters[q] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 8 * q));
    }
};
struct Lanes {
    __m128i quarters[4];
    void clear() {
        for (__m128i& quarter : quarters)
            quarter = _mm_setzero_si128();
    }
    void add_products(const Pairs& weights, std::int32_t both) {
        const __m128i twice = _mm_set1_epi32(both);
        for (std::size_t q = 0; q < 4; ++q)
            quarters[q] = _mm_add_epi32(quarters[q], _mm_madd_epi16(weights.quarters[q], twice));
    }
    void store(std::int32_t* to) const {
        for (std::size_t q = 0; q < 4; ++q)
            _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 4 * q), quarters[q]);
    }
};
#else
constexpr std::size_t lane_count = 16;
struct Pairs {
    const std::int16_t* values;
    void load(const std::int16_t* from) { values = from; }
};
struct Lanes {
    std::int32_t sums[lane_count];
    void clear() {
        for (std::int32_t& sum : sums)
            sum = 0;
    }
    void add_products(Pairs weights, std::int32_t both) {
        std::int16_t pair[2];
        __builtin_memcpy(pair, &both, sizeof both);
        for (std::size_t i = 0; i < lane_count; ++i)
            sums[i] += weights.values[2 * i] * pair[0] + weights.values[2 * i + 1] * pair[1];
    }
    void store(std::int32_t* to) const { __builtin_memcpy(to, sums, sizeof sums); }
};
#endif

}  // namespace
}  // namespace whosaid::language

#include "core/language/kernels_body.hpp"

namespace whosaid::language {
namespace {

#ifdef __SSE2__
constexpr const char* plain_name = "sse2";
#else
constexpr const char* plain_name = "portable";
#endif
constexpr Kernels plain_kernels{plain_name, multiply, lstm_cell, activate, add_scaled,
                                layer_norm, quantise, gelu,      attend};

}  // namespace

#ifdef WHOSAID_X86_KERNELS
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;
#endif

std::vector<const Kernels*> all_kernels() {
    std::vector<const Kernels*> out;
#ifdef WHOSAID_X86_KERNELS
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
        out.push_back(&avx512_kernels);
    if (__builtin_cpu_supports("avx2")) out.push_back(&avx2_kernels);
#endif
    out.push_back(&plain_kernels);
    return out;
}

const Kernels& kernels() {
    static const Kernels& best = *all_kernels().front();
    return best;
}

}  // namespace whosaid::language
