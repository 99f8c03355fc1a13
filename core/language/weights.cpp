#include "core/language/weights.hpp"

#include <algorithm>
#include <bit>

namespace whosaid::language {
namespace {

constexpr std::size_t most_outputs = 1U << 20U;  // more says that the file is damaged

std::size_t padded(std::size_t count, std::size_t to) {
    return (count + to - 1) / to * to;
}

}  // namespace

void Embedding::add(std::size_t row, float* to) const {
    const char* from = values.data() + row * columns;
    for (std::size_t i = 0; i < columns; ++i)
        to[i] += scale[row] * static_cast<float>(signed_byte(from[i]));
}

std::vector<float> WeightsReader::floats(std::size_t count) {
    const std::string_view bytes = in_.take(count * 4);
    std::vector<float> out;
    out.reserve(bytes.size() / 4);
    ByteReader numbers(bytes);
    while (!numbers.finished() && numbers.ok())
        out.push_back(std::bit_cast<float>(numbers.number()));
    return out;
}

Embedding WeightsReader::embedding(std::size_t rows) {
    Embedding out;
    good_ = in_.number() == rows && good_;
    out.columns = in_.number();
    good_ = good_ && out.columns > 0 && out.columns < most_outputs;
    if (!good()) return out;
    out.scale = floats(rows);
    out.values = in_.take(rows * out.columns);
    return out;
}

PackedMatrix WeightsReader::matrix(std::size_t inputs, std::size_t outputs) {
    PackedMatrix out;
    const std::size_t rows = in_.number();
    const std::size_t columns = in_.number();
    good_ =
        good_ && columns == inputs && rows > 0 && rows < most_outputs && (outputs == 0 || rows == outputs);
    if (!good()) return out;
    out.outputs = padded(rows, lanes);
    out.inputs = padded(columns, 2);
    out.scale = floats(rows);
    for (float& s : out.scale)
        s /= activation_scale;
    out.bias = floats(rows);
    const std::string_view values = in_.take(rows * columns);
    if (!good()) return out;
    out.scale.resize(out.outputs, 0);
    out.bias.resize(out.outputs, 0);
    out.weights.assign(out.outputs * out.inputs, 0);
    for (std::size_t o = 0; o < rows; ++o) {
        std::int16_t* block = out.weights.data() + o / lanes * lanes * out.inputs;
        for (std::size_t i = 0; i < columns; ++i)
            block[(i / 2 * lanes + o % lanes) * 2 + i % 2] = signed_byte(values[o * columns + i]);
    }
    return out;
}

std::vector<std::string_view> lines(std::string_view section) {
    std::vector<std::string_view> out;
    while (!section.empty()) {
        const std::size_t end = std::min(section.find('\n'), section.size());
        out.push_back(section.substr(0, end));
        section.remove_prefix(std::min(end + 1, section.size()));
    }
    return out;
}

Activations rows_for(const PackedMatrix& matrix, std::size_t rows) {
    return Activations(rows * matrix.inputs, 0);
}

std::vector<float> product(const PackedMatrix& matrix, const Activations& in) {
    const std::size_t rows = in.size() / matrix.inputs;
    std::vector<float> out(rows * matrix.outputs);
    kernels().multiply(matrix, in.data(), rows, out.data());
    return out;
}

}  // namespace whosaid::language
