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

}  // namespace
}  // namespace whosaid::language
