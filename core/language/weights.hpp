// Reading a network's weights from the bytes of a model file, and the products they are for.
//
// Weights are whole numbers of a byte with a scale for each output, activations whole numbers too
// (kernels.hpp), so that a text has the same analysis on every machine.
#pragma once

#include "core/language/bytes.hpp"
#include "core/language/kernels.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace whosaid::language {

using Activations = std::vector<std::int16_t>;

// Rows of bytes, each with what one unit is worth.
struct Embedding {
    std::size_t columns = 0;
    std::vector<float> scale;
    std::string_view values;

    [[nodiscard]] std::size_t rows() const { return scale.size(); }
    // to[i] += the row's numbers
    void add(std::size_t row, float* to) const;
};

// Takes the parts of a model file in their order. After bytes that are not what they should be, good() stays
// false and what is given is empty.
class WeightsReader {
  public:
    // `bytes` must outlive the reader and every Embedding read.
    explicit WeightsReader(std::string_view bytes) : in_(bytes) {}

    [[nodiscard]] ByteReader& in() { return in_; }
    [[nodiscard]] bool good() const { return good_ && in_.ok(); }

    std::vector<float> floats(std::size_t count);
    Embedding embedding(std::size_t rows);
    // A linear layer from `inputs`; `outputs` 0: as many as it says.
    PackedMatrix matrix(std::size_t inputs, std::size_t outputs);

  private:
    ByteReader in_;
    bool good_ = true;
};

// The lines of a section; a break behind the last one is no further line.
[[nodiscard]] std::vector<std::string_view> lines(std::string_view section);

// Rows of the matrix's input length, all zero.
[[nodiscard]] Activations rows_for(const PackedMatrix& matrix, std::size_t rows);

// Of whole rows; those of the result are matrix.outputs long.
[[nodiscard]] std::vector<float> product(const PackedMatrix& matrix, const Activations& in);

// A byte as the whole number from −128 to 127 that it stands for.
[[nodiscard]] inline std::int16_t signed_byte(char c) {
    const int byte = static_cast<unsigned char>(c);
    return static_cast<std::int16_t>(byte < 128 ? byte : byte - 256);
}

}  // namespace whosaid::language
