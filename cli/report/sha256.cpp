#include "cli/report/sha256.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace whosaid::cli {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t rounds = 64;
using State = std::array<std::uint32_t, 8>;

constexpr std::array<std::uint32_t, rounds> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

void add_block(State& state, std::string_view block) {
    std::array<std::uint32_t, rounds> w{};
    for (std::size_t i = 0; i < 16; ++i) {
        w.at(i) = byte_at(block, 4 * i) << 24U | byte_at(block, 4 * i + 1) << 16U |
                  byte_at(block, 4 * i + 2) << 8U | byte_at(block, 4 * i + 3);
    }
    for (std::size_t i = 16; i < rounds; ++i) {
        const std::uint32_t x = w.at(i - 15);
        const std::uint32_t y = w.at(i - 2);
        w.at(i) = w.at(i - 16) + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3U) + w.at(i - 7) +
                  (std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10U);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < rounds; ++i) {
        const std::uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                 ((e & f) ^ (~e & g)) + round_constants.at(i) + w.at(i);
        const std::uint32_t t2 =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const State after{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state.at(i) += after.at(i);
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t left = bytes.size() - at;
        const std::uint32_t three = byte_at(bytes, at) << 16U |
                                    (left > 1 ? byte_at(bytes, at + 1) << 8U : 0U) |
                                    (left > 2 ? byte_at(bytes, at + 2) : 0U);
        out += letters[three >> 18U];
        out += letters[three >> 12U & 63U];
        out += left > 1 ? letters[three >> 6U & 63U] : '=';
        out += left > 2 ? letters[three & 63U] : '=';
    }
    return out;
}

}  // namespace

std::string sha256_base64(std::string_view bytes) {
    State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    // One 1 bit, zeros, and the length in bits fill the last block.
    std::string padded(bytes);
    padded += '\x80';
    constexpr std::size_t length_size = 8;
    padded.append((2 * block_size - length_size - padded.size() % block_size) % block_size, '\0');
    const std::uint64_t bits = bytes.size() * 8ULL;
    for (std::size_t i = length_size; i > 0; --i)
        padded += static_cast<char>(bits >> 8U * (i - 1));
    for (std::size_t at = 0; at < padded.size(); at += block_size)
        add_block(state, std::string_view(padded).substr(at, block_size));
    std::string digest;
    for (const std::uint32_t word : state) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            digest += static_cast<char>(word >> shift);
    }
    return base64(digest);
}

}  // namespace whosaid::cli
