// A dependency tree as lists of dependents, for one sentence: what attribution and comparison walk over.
#pragma once

#include "core/language/document.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace whosaid::language {

class Tree {
  public:
    // The sentence must outlive the tree.
    explicit Tree(const Sentence& sentence);

    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
    [[nodiscard]] const Word& word(std::uint32_t index) const { return sentence_->words[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_->words.size()); }
    // Dependents in order of the text.
    [[nodiscard]] std::span<const std::uint32_t> dependents(std::uint32_t index) const;
    // The first dependent with one of the relations.
    [[nodiscard]] std::optional<std::uint32_t> dependent(std::uint32_t index,
                                                         std::initializer_list<Relation> relations) const;
    // The word and all below it, in order of the text; `leave_out` and what is below it stays away.
    [[nodiscard]] std::vector<std::uint32_t> subtree(
        std::uint32_t index, std::optional<std::uint32_t> leave_out = std::nullopt) const;
    [[nodiscard]] bool below(std::uint32_t index, std::uint32_t ancestor) const;  // itself included

  private:
    const Sentence* sentence_;
    std::vector<std::uint32_t> first_;       // where a word's dependents start in `dependents_`
    std::vector<std::uint32_t> dependents_;  // grouped by head
};

}  // namespace whosaid::language
