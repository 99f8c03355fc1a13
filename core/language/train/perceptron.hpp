// The averaged perceptron (Freund and Schapire, 1999; Collins, 2002) that core/language/classifier.hpp runs.
#pragma once

#include "core/language/classifier.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace whosaid::train {

class Perceptron {
  public:
    // A feature counts once `least_updates` have touched it: those that few touch say little, and the rest
    // learn to do without them (Goldberg and Elhadad, "Learning Sparser Perceptron Models", 2011).
    Perceptron(std::uint32_t classes, std::uint32_t least_updates);

    void score(std::span<const language::FeatureHash> features, std::vector<std::int64_t>& scores) const;
    // One example seen; where the answer was wrong, towards `right` and away from `wrong`.
    void step() { ++steps_; }
    void update(std::span<const language::FeatureHash> features, std::uint32_t right, std::uint32_t wrong);
    // Each weight's average over all steps, in whole numbers; averages under `least` in size are left out.
    [[nodiscard]] std::vector<language::WeightRow> averaged(double least) const;

  private:
    struct Entry {
        std::int64_t sum = 0;       // of the weight over the steps up to `changed`
        std::uint32_t changed = 0;  // the step of the last change
        std::int32_t weight = 0;
        std::uint8_t label = 0;
    };
    struct Row {
        std::uint32_t updates = 0;
        std::vector<Entry> entries;
    };
    // Open addressing; `row` counts from 1, 0 where the slot is free.
    struct Slot {
        std::uint32_t key = 0;
        std::uint32_t row = 0;
    };
    [[nodiscard]] std::size_t slot_of(std::uint32_t key) const;
    [[nodiscard]] Row& row_of(std::uint32_t key);
    void add(Row& row, std::uint32_t label, std::int32_t amount) const;

    std::uint32_t classes_;
    std::uint32_t least_updates_;
    std::uint32_t steps_ = 1;
    std::vector<Slot> slots_;
    std::vector<Row> rows_;
};

}  // namespace whosaid::train
