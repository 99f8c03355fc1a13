#include "core/language/train/perceptron.hpp"

#include <algorithm>
#include <cmath>

namespace whosaid::train {
namespace {

using language::FeatureHash;
using language::WeightRow;

constexpr double units = 16;  // of an averaged weight in the model's whole numbers

}  // namespace

Perceptron::Perceptron(std::uint32_t classes, std::uint32_t least_updates)
    : classes_(classes), least_updates_(least_updates), slots_(std::size_t{1} << 20U) {}

std::size_t Perceptron::slot_of(std::uint32_t key) const {
    std::size_t place = key & (slots_.size() - 1);
    while (slots_[place].row != 0 && slots_[place].key != key)
        place = (place + 1) & (slots_.size() - 1);
    return place;
}

Perceptron::Row& Perceptron::row_of(std::uint32_t key) {
    if (rows_.size() * 2 >= slots_.size()) {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot slot : old) {
            if (slot.row != 0) slots_[slot_of(slot.key)] = slot;
        }
    }
    Slot& slot = slots_[slot_of(key)];
    if (slot.row == 0) {
        rows_.emplace_back();
        slot = {key, static_cast<std::uint32_t>(rows_.size())};
    }
    return rows_[slot.row - 1];
}

void Perceptron::score(std::span<const FeatureHash> features, std::vector<std::int64_t>& scores) const {
    scores.assign(classes_, 0);
    for (const FeatureHash feature : features)
        __builtin_prefetch(&slots_[language::key_of(feature) & (slots_.size() - 1)]);
    for (const FeatureHash feature : features) {
        const Slot slot = slots_[slot_of(language::key_of(feature))];
        if (slot.row == 0) continue;
        const Row& row = rows_[slot.row - 1];
        if (row.updates < least_updates_) continue;
        for (const Entry& entry : row.entries)
            scores[entry.label] += entry.weight;
    }
}

void Perceptron::add(Row& row, std::uint32_t label, std::int32_t amount) const {
    auto entry = std::find_if(row.entries.begin(), row.entries.end(),
                              [&](const Entry& e) { return e.label == label; });
    if (entry == row.entries.end()) {
        entry = row.entries.insert(entry, Entry{});
        entry->label = static_cast<std::uint8_t>(label);
    }
    entry->sum += std::int64_t{steps_ - entry->changed} * entry->weight;
    entry->changed = steps_;
    entry->weight += amount;
}

void Perceptron::update(std::span<const FeatureHash> features, std::uint32_t right, std::uint32_t wrong) {
    for (const FeatureHash feature : features) {
        Row& row = row_of(language::key_of(feature));
        ++row.updates;
        add(row, right, 1);
        add(row, wrong, -1);
    }
}

std::vector<WeightRow> Perceptron::averaged(double least) const {
    std::vector<WeightRow> out;
    for (const Slot slot : slots_) {
        if (slot.row == 0) continue;
        const Row& row = rows_[slot.row - 1];
        if (row.updates < least_updates_) continue;
        WeightRow kept{slot.key, {}};
        for (const Entry& entry : row.entries) {
            const auto sum =
                static_cast<double>(entry.sum + std::int64_t{steps_ - entry.changed} * entry.weight);
            const double average = sum / steps_;
            if (std::abs(average) < least) continue;
            for (long rest = std::lround(average * units); rest != 0 && kept.weights.size() < 255;) {
                const long part = std::clamp(rest, -127L, 127L);
                kept.weights.push_back({entry.label, static_cast<std::int8_t>(part)});
                rest -= part;
            }
        }
        if (!kept.weights.empty()) out.push_back(std::move(kept));
    }
    std::sort(out.begin(), out.end(), [](const WeightRow& a, const WeightRow& b) { return a.key < b.key; });
    return out;
}

}  // namespace whosaid::train
