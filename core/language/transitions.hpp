// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta, 2011): a stack, a buffer, and three
// kinds of step. Training and analysis share it.
#pragma once

#include "core/language/features.hpp"
#include "core/language/labels.hpp"

#include <cstdint>
#include <vector>

namespace whosaid::language {

// What the parser knows of each word, and of the root, which stands behind the last word.
struct ParserInput {
    std::vector<FeatureHash> words, tags, coarse_tags, coarse, fine;  // one more than words: the root
    // How many of each stand before a word.
    struct Marks {
        std::uint32_t commas = 0, quotes = 0, others = 0, verbs = 0;
    };
    std::vector<Marks> marks;
    [[nodiscard]] std::int32_t root() const { return static_cast<std::int32_t>(words.size()) - 1; }
};
// `tags` are indices of `tag_set`.
[[nodiscard]] ParserInput parser_input(const std::vector<TokenHashes>& words, const std::vector<Tag>& tag_set,
                                       const std::vector<std::uint32_t>& tags);

// Steps: 0 shifts; 1 + r makes the stack's top a dependent of the buffer's front by relation r; 1 + relations
// + r one of the word below it on the stack.
inline constexpr std::uint32_t step_count = 1 + 2 * relation_count;
inline constexpr std::uint32_t shift = 0;

class ParserState {
  public:
    explicit ParserState(std::int32_t words);

    [[nodiscard]] bool finished() const { return front_ == root_ && stack_.empty(); }
    [[nodiscard]] bool can_shift() const { return front_ < root_; }
    // The root takes one dependent, the last word left on the stack.
    [[nodiscard]] bool can_left() const { return !stack_.empty() && (front_ < root_ || stack_.size() == 1); }
    [[nodiscard]] bool can_right() const { return stack_.size() > 1; }
    [[nodiscard]] bool can(std::uint32_t step) const {
        return step == shift ? can_shift() : step <= relation_count ? can_left() : can_right();
    }
    // The step of the highest score among those that can be taken; the first of them at a tie.
    template <class Score>
    [[nodiscard]] std::uint32_t best(const std::vector<Score>& scores) const {
        std::uint32_t best = step_count;
        for (std::uint32_t step = 0; step < step_count; ++step) {
            if (can(step) && (best == step_count || scores[step] > scores[best])) best = step;
        }
        return best;
    }
    void take(std::uint32_t step);
    void features(const ParserInput& input, FeatureList& out) const;

    [[nodiscard]] const std::vector<std::int32_t>& stack() const { return stack_; }
    [[nodiscard]] std::int32_t front() const { return front_; }
    [[nodiscard]] std::int32_t root() const { return root_; }
    [[nodiscard]] std::int32_t head(std::int32_t word) const {
        return nodes_[static_cast<std::size_t>(word)].head;
    }
    [[nodiscard]] Relation relation(std::int32_t word) const {
        return static_cast<Relation>(nodes_[static_cast<std::size_t>(word)].relation);
    }

  private:
    struct Node {
        std::int32_t head = -1;
        std::int32_t relation = -1;
        std::int32_t left = -1, left2 = -1, right = -1, right2 = -1;  // latest dependents on either side
        std::int32_t lefts = 0, rights = 0;
    };
    void attach(std::int32_t head, std::int32_t dependent, std::uint32_t relation);

    std::vector<std::int32_t> stack_;
    std::vector<Node> nodes_;
    std::int32_t front_ = 0;
    std::int32_t root_ = 0;
};

}  // namespace whosaid::language
