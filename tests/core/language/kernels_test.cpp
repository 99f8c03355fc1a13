#include "core/language/kernels.hpp"

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

// Weights and inputs over their whole range.
struct Problem {
    PackedMatrix matrix;
    std::vector<std::int16_t> in;
    std::size_t rows;
};
Problem problem(std::size_t rows, std::size_t inputs, std::size_t outputs) {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> weight(-127, 127);
    std::uniform_int_distribution<int> activation(-4096, 4096);
    Problem p{{outputs, inputs, std::vector<std::int16_t>(outputs * inputs), {}, {}}, {}, rows};
    for (std::int16_t& w : p.matrix.weights)
        w = static_cast<std::int16_t>(weight(random));
    for (std::size_t o = 0; o < outputs; ++o) {
        p.matrix.scale.push_back(0.0001F * static_cast<float>(o + 1));
        p.matrix.bias.push_back(static_cast<float>(o) - 3);
    }
    for (std::size_t i = 0; i < rows * inputs; ++i)
        p.in.push_back(static_cast<std::int16_t>(activation(random)));
    return p;
}

// As the header says it, one number after the other.
std::vector<float> plainly(const Problem& p) {
    std::vector<float> out;
    for (std::size_t r = 0; r < p.rows; ++r) {
        for (std::size_t o = 0; o < p.matrix.outputs; ++o) {
            std::int32_t sum = 0;
            for (std::size_t i = 0; i < p.matrix.inputs; ++i) {
                const std::size_t block = o / lanes * lanes * p.matrix.inputs;
                const std::int16_t w = p.matrix.weights[block + (i / 2 * lanes + o % lanes) * 2 + i % 2];
                sum += w * p.in[r * p.matrix.inputs + i];
            }
            // volatile: two roundings, as without fused multiply-add
            const volatile float product = static_cast<float>(sum) * p.matrix.scale[o];
            out.push_back(product + p.matrix.bias[o]);
        }
    }
    return out;
}

TEST(Kernels, MultiplyAsPlainSumsDo) {
    for (const std::size_t rows : {1U, 5U, 13U}) {
        for (const std::size_t outputs : {16U, 80U, 144U}) {
            const Problem p = problem(rows, 50, outputs);
            const std::vector<float> expected = plainly(p);
            for (const Kernels* kernels : all_kernels()) {
                std::vector<float> out(rows * outputs);
                kernels->multiply(p.matrix, p.in.data(), rows, out.data());
                EXPECT_EQ(out, expected)
                    << kernels->name << ", " << rows << " rows, " << outputs << " outputs";
            }
        }
    }
}

TEST(Kernels, GiveTheSameBitsWithAllInstructions) {
    constexpr std::size_t size = 37;  // no multiple of any register
    std::mt19937 random(2);
    std::uniform_real_distribution<float> gate(-6, 6);
    std::vector<float> a(4 * size);
    std::vector<float> b(4 * size);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = gate(random);
        b[i] = gate(random);
    }
    std::vector<float> first_cell;
    std::vector<std::int16_t> first_hidden;
    for (const Kernels* kernels : all_kernels()) {
        std::vector<float> cell(size, 0.25F);
        std::vector<std::int16_t> hidden(2 * size);
        kernels->lstm_cell(a.data(), b.data(), size, cell.data(), hidden.data());
        kernels->activate(a.data(), size, 0.1F, hidden.data() + size);
        kernels->add_scaled(0.3F, b.data(), size, cell.data());
        if (first_cell.empty()) {
            first_cell = cell;
            first_hidden = hidden;
        }
        EXPECT_EQ(cell, first_cell) << kernels->name;
        EXPECT_EQ(hidden, first_hidden) << kernels->name;
    }
}

TEST(Kernels, ComputeAnLstmCell) {
    const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
    const std::vector<float> a{0.5F, -1, 2, 0.25F};
    const std::vector<float> b{0.5F, 3, -1, 1};
    float cell = 0.75F;
    std::int16_t hidden = 0;
    kernels().lstm_cell(a.data(), b.data(), 1, &cell, &hidden);
    const double expected = logistic(2) * 0.75 + logistic(1) * std::tanh(1);
    EXPECT_NEAR(cell, expected, 0.0005);
    EXPECT_NEAR(hidden / activation_scale, logistic(1.25) * std::tanh(expected), 0.001);
}

TEST(Kernels, ActivationsStayInTheirRange) {
    const std::vector<float> in{1e9F, -1e9F, -1, 0.25F, 0};
    std::vector<std::int16_t> out(in.size());
    kernels().activate(in.data(), in.size(), 1, out.data());
    EXPECT_EQ(out, (std::vector<std::int16_t>{32767, -32767, -2048, 512, 0}));
    kernels().activate(in.data() + 2, 1, 0.5F, out.data());
    EXPECT_EQ(out.front(), -1024);
}

// What the parts of a transformer's layer give, one behind the other.
struct Parts {
    std::vector<float> normed, weights, attended;
    std::vector<std::int16_t> quantised, curved;
    bool operator==(const Parts&) const = default;
};
constexpr std::size_t places = 7, width = 16, stride = 32;

std::vector<float> randoms(std::size_t count, float most, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> value(-most, most);
    std::vector<float> out(count);
    for (float& each : out)
        each = value(random);
    return out;
}

Parts parts_by(const Kernels& kernels) {
    Parts out;
    const std::vector<float> factor = randoms(width, 2, 3);
    const std::vector<float> summand = randoms(width, 1, 4);
    out.normed = randoms(width, 9, 5);
    kernels.layer_norm(factor.data(), summand.data(), width, out.normed.data());
    out.quantised.resize(width);
    kernels.quantise(1024, out.normed.data(), width, out.quantised.data());
    const std::vector<float> wide = randoms(97, 30, 6);
    out.curved.resize(wide.size());
    kernels.gelu(wide.data(), wide.size(), out.curved.data());
    out.weights.resize(places);
    out.attended.resize(width);
    kernels.attend(randoms(width, 2, 7).data(), randoms(width * places, 2, 8).data(),
                   randoms(places * stride, 2, 9).data(), places, width, stride, out.weights.data(),
                   out.attended.data());
    return out;
}

TEST(Kernels, GiveTheSameBitsOfATransformerWithAllInstructions) {
    const Parts first = parts_by(*all_kernels().front());
    for (const Kernels* kernels : all_kernels())
        EXPECT_EQ(parts_by(*kernels), first) << kernels->name;
}

TEST(Kernels, NormaliseALayer) {
    std::vector<float> values(16, 1);
    values[3] = 17;  // mean 2, variance 15
    kernels().layer_norm(std::vector<float>(16, 2).data(), std::vector<float>(16, 0.5F).data(), 16,
                         values.data());
    EXPECT_NEAR(values[3], 2 * 15 / std::sqrt(15.0) + 0.5, 1e-5);
    EXPECT_NEAR(values[0], -2 / std::sqrt(15.0) + 0.5, 1e-5);
}

TEST(Kernels, CurveAsTheErrorFunctionDoes) {
    const std::vector<float> in{-3, -0.5F, 0, 0.1F, 1, 5, 1e6F};
    std::vector<std::int16_t> out(in.size());
    kernels().gelu(in.data(), in.size(), out.data());
    for (std::size_t i = 0; i + 1 < in.size(); ++i) {
        const double x = in[i];
        EXPECT_NEAR(out[i] / gelu_scale, x * 0.5 * std::erfc(-x / std::sqrt(2.0)), 0.003) << x;
    }
    EXPECT_EQ(out.back(), most_of_gelu);
}

TEST(Kernels, AttendByTheSoftmaxOfProducts) {
    const std::vector<float> query{1, -1};
    const std::vector<float> keys{0.5F, 2, -60, 0.25F, 0, 60};  // two numbers of three places
    const std::vector<float> values{1, 10, 0, 2, 20, 0, 3, 30, 0};
    std::vector<float> weights(3);
    std::vector<float> out(2);
    kernels().attend(query.data(), keys.data(), values.data(), 3, 2, 3, weights.data(), out.data());
    const double first = std::exp(0.25 - 2.0);  // against the second; the third is nothing
    EXPECT_NEAR(out[0], (first * 1 + 2) / (first + 1), 1e-5);
    EXPECT_NEAR(out[1], (first * 10 + 20) / (first + 1), 1e-4);
}

}  // namespace
}  // namespace whosaid::language
