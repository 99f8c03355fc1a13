// A linear classifier over sparse binary features: what the tagger, the parser and the name finder decide by.
//
// A feature is a 64-bit hash, and its upper half the key of its row of weights, one for each class that
// training moved. Weights are whole numbers, so that sums are the same on every machine. Keys may collide: of
// the features that training never saw, one in some ten thousand is taken for another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

using FeatureHash = std::uint64_t;

[[nodiscard]] constexpr std::uint32_t key_of(FeatureHash feature) {
    return static_cast<std::uint32_t>(feature >> 32);
}

struct Weight {
    std::uint8_t label = 0;  // the class
    std::int8_t value = 0;
};
// The weights of one key. A class may stand in it more than once: its weight is the sum, so that few large
// weights need no wider type.
struct WeightRow {
    std::uint32_t key = 0;
    std::vector<Weight> weights;  // at most 255
};

class Classifier {
  public:
    Classifier() = default;
    // Bytes that packed() made; nullopt where they are damaged or name a class that is none.
    [[nodiscard]] static std::optional<Classifier> unpacked(std::uint32_t classes, std::string_view bytes);
    // Rows in ascending order of their keys: for each the step from the last key, how many weights, weights.
    [[nodiscard]] static std::string packed(const std::vector<WeightRow>& rows);

    [[nodiscard]] std::uint32_t classes() const { return classes_; }
    // The sums of the features' weights, one a class.
    void score(std::span<const FeatureHash> features, std::vector<std::int32_t>& scores) const;

  private:
    // Open addressing; `row` is where the row starts in rows_, 0 where the slot is free.
    struct Slot {
        std::uint32_t key = 0;
        std::uint32_t row = 0;
    };
    std::uint32_t classes_ = 0;
    std::uint32_t mask_ = 0;
    std::vector<Slot> slots_ = std::vector<Slot>(1);
    // Rows one behind the other: the number of weights, then weights, class in the lower byte. The first row
    // has none: what a free slot leads to.
    std::vector<std::uint16_t> rows_ = std::vector<std::uint16_t>(1);
};

}  // namespace whosaid::language
