#include "core/language/classifier.hpp"

#include "core/language/bytes.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace whosaid::language {

std::optional<Classifier> Classifier::unpacked(std::uint32_t classes, std::string_view bytes) {
    ByteReader reader(bytes);
    const std::uint32_t count = reader.number();
    // A row takes four bytes at least: a damaged count asks for no memory that the bytes do not back.
    if (count > bytes.size() / 4) return std::nullopt;
    Classifier out;
    out.classes_ = classes;
    out.slots_.assign(std::bit_ceil(std::size_t{count} * 2 + 1), {});
    out.mask_ = static_cast<std::uint32_t>(out.slots_.size() - 1);
    out.rows_.reserve(1 + bytes.size() / 2);
    std::uint32_t key = 0;
    for (std::uint32_t r = 0; r < count; ++r) {
        const std::uint32_t step = reader.varint();
        if (r > 0 && (step == 0 || step > UINT32_MAX - key)) return std::nullopt;
        key += step;
        const auto row = static_cast<std::uint32_t>(out.rows_.size());
        const std::uint8_t weights = reader.byte();
        out.rows_.push_back(weights);
        for (unsigned i = 0; i < weights; ++i) {
            const unsigned label = reader.byte();
            const unsigned value = reader.byte();
            if (label >= classes) return std::nullopt;
            out.rows_.push_back(static_cast<std::uint16_t>(label | value << 8U));
        }
        if (!reader.ok()) return std::nullopt;
        std::uint32_t place = key & out.mask_;
        while (out.slots_[place].row != 0)
            place = (place + 1) & out.mask_;
        out.slots_[place] = {key, row};
    }
    if (!reader.finished()) return std::nullopt;
    return out;
}

std::string Classifier::packed(const std::vector<WeightRow>& rows) {
    std::string out;
    write_number(out, rows.size());
    std::uint32_t last = 0;
    for (const WeightRow& row : rows) {
        write_varint(out, row.key - last);
        last = row.key;
        out += static_cast<char>(row.weights.size());
        for (const Weight weight : row.weights) {
            out += static_cast<char>(weight.label);
            out += static_cast<char>(weight.value);
        }
    }
    return out;
}

void Classifier::score(std::span<const FeatureHash> features, std::vector<std::int32_t>& scores) const {
    scores.assign(classes_, 0);
    // Both tables are larger than the nearest caches: a batch of features is asked for before it is used.
    constexpr std::size_t batch = 64;
    std::array<std::uint32_t, batch> found;
    for (; !features.empty(); features = features.subspan(std::min(batch, features.size()))) {
        const std::size_t count = std::min(batch, features.size());
        for (std::size_t i = 0; i < count; ++i)
            __builtin_prefetch(&slots_[key_of(features[i]) & mask_]);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t key = key_of(features[i]);
            std::uint32_t place = key & mask_;
            while (slots_[place].row != 0 && slots_[place].key != key)
                place = (place + 1) & mask_;
            found[i] = slots_[place].row;
            __builtin_prefetch(&rows_[found[i]]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint16_t* row = &rows_[found[i]];
            for (std::uint16_t left = *row++; left > 0; --left, ++row)
                scores[*row & 0xffU] += static_cast<std::int8_t>(*row >> 8U);
        }
    }
}

}  // namespace whosaid::language
