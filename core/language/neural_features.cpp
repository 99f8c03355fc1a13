#include "core/language/neural_features.hpp"

#include "core/language/classifier.hpp"
#include "core/language/features.hpp"
#include "core/text/characters.hpp"

#include <algorithm>

namespace whosaid::language {
namespace {

std::uint32_t row(FeatureHash hash, std::uint32_t rows) {
    return static_cast<std::uint32_t>((hash ^ (hash >> 32)) % rows);
}

}  // namespace

std::string vocabulary_form(std::string_view normal_form) {
    std::string form = text::lower(normal_form);
    std::replace_if(
        form.begin(), form.end(), [](char c) { return c >= '1' && c <= '9'; }, '0');
    return form;
}

NeuralFeatures neural_features(std::string_view normal_form) {
    const std::string form = vocabulary_form(normal_form);
    const std::string_view low = form;
    const auto ending = [&](std::size_t n) {
        return hash_of(low.substr(low.size() - std::min(n, low.size())));
    };
    return {key_of(hash_of(low)), row(ending(3), suffix3_rows), row(ending(2), suffix2_rows),
            row(hash_of(low.substr(0, 3)), prefix3_rows), row(shape_hash(normal_form), shape_rows)};
}

}  // namespace whosaid::language
