// What the classifiers look at: hashes of words, of their beginnings, endings and shapes, and combinations.
//
// Training (core/language/train) and analysis share these, so that a weight means the same to both.
#pragma once

#include "core/language/classifier.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// FNV-1a, 64 bits (Fowler, Noll and Vo).
[[nodiscard]] constexpr FeatureHash hash_of(std::string_view bytes) {
    FeatureHash h = 14695981039346656037ULL;
    for (const char c : bytes)
        h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return h;
}

// An order-sensitive combination (the finaliser of MurmurHash3).
[[nodiscard]] constexpr FeatureHash mixed(FeatureHash a, FeatureHash b) {
    a ^= b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2);
    a *= 0xff51afd7ed558ccdULL;
    a ^= a >> 33;
    return a;
}

// A word as it stands.
struct Token {
    std::string_view form;
    bool space_before = true;
};

// The form that features see: one apostrophe, one dash, and quotation marks as Penn trees write them, those
// that open ("``") apart from those that close ("''"). Straight marks are told apart by the spaces around
// them.
[[nodiscard]] std::string normal_form(std::span<const Token> sentence, std::size_t word);

// Words of like use: clusters of word vectors, coarse and fine, from 1; 0 for words that have none.
struct WordClusters {
    std::uint16_t coarse = 0;
    std::uint16_t fine = 0;
};

struct TokenHashes {
    FeatureHash form = 0;   // digits as zeros, here and in what follows
    FeatureHash lower = 0;  // in lower case, as all that follow
    FeatureHash suffix1 = 0, suffix2 = 0, suffix3 = 0;
    FeatureHash prefix2 = 0;
    FeatureHash shape = 0;  // "Xx", "dd-d": capitals, small letters, digits, others; runs once, six at most
    FeatureHash coarse = 0, fine = 0;
};
// Of a form's letters, digits and others: see TokenHashes::shape.
[[nodiscard]] FeatureHash shape_hash(std::string_view form);
// Of a normal form.
[[nodiscard]] TokenHashes hashes_of(std::string_view form, WordClusters clusters);

// Collects features, each made distinct by its place in the list.
class FeatureList {
  public:
    void clear() {
        hashes_.clear();
        place_ = 0;
    }
    void add(FeatureHash value) { hashes_.push_back(mixed(value, ++place_ * 0x9E3779B1ULL)); }
    void add(FeatureHash a, FeatureHash b) { add(mixed(a, b)); }
    void add(FeatureHash a, FeatureHash b, FeatureHash c) { add(mixed(mixed(a, b), c)); }
    [[nodiscard]] const std::vector<FeatureHash>& hashes() const { return hashes_; }

  private:
    std::vector<FeatureHash> hashes_;
    FeatureHash place_ = 0;
};

// For the tag of word `i`, given the tags of the two words before it (as hashes; 0 before the first word).
void tag_features(const std::vector<TokenHashes>& words, std::size_t i, FeatureHash last_tag,
                  FeatureHash tag_before, FeatureList& out);

}  // namespace whosaid::language
