#include "core/language/train/learning.hpp"
#include "core/language/transitions.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace whosaid::train {

using namespace language;

namespace {

constexpr int rounds = 12;
constexpr std::uint32_t least_updates = 25;
// Share of wrong steps that training goes on from, after the first round.
constexpr double exploration = 0.9;

// The right tree, and which steps from a state can still reach the best of it: the dynamic oracle of
// Goldberg and Nivre (2012) for arc-hybrid steps.
class Oracle {
  public:
    explicit Oracle(const TrainingSentence& s) : sentence_(&s), dependents_(s.heads.size() + 1) {
        for (std::size_t i = 0; i < s.heads.size(); ++i)
            dependents_[static_cast<std::size_t>(s.heads[i])].push_back(static_cast<std::int32_t>(i));
    }

    // Looks at `state`; right() is about it from then on.
    void look(const ParserState& state) {
        const auto& stack = state.stack();
        front_ = state.front();
        top_ = stack.empty() ? -1 : stack.back();
        below_ = stack.size() > 1 ? stack[stack.size() - 2] : -1;
        // Arcs that each kind of step makes impossible.
        shift_ = left_ = right_ = 0;
        if (state.can_shift()) {
            for (std::size_t i = 0; i < stack.size(); ++i) {
                shift_ += head(stack[i]) == front_;
                shift_ += i + 1 < stack.size() && head(front_) == stack[i];
            }
        }
        if (top_ >= 0) {
            int waiting = 0;  // dependents of the top still in the buffer
            for (const std::int32_t d : dependents_[static_cast<std::size_t>(top_)])
                waiting += d >= front_;
            const bool head_below = below_ >= 0 && head(top_) == below_;
            left_ = waiting + (head(top_) != front_ && (head_below || head(top_) > front_));
            right_ = waiting + (head(top_) != below_ && head(top_) >= front_);
        }
        least_ = INT32_MAX;
        if (state.can_shift()) least_ = std::min(least_, shift_);
        if (state.can_left()) least_ = std::min(least_, left_);
        if (state.can_right()) least_ = std::min(least_, right_);
    }

    [[nodiscard]] bool right(std::uint32_t step) const {
        if (step == shift) return shift_ == least_;
        const bool left = step <= relation_count;
        if ((left ? left_ : right_) != least_) return false;
        if (head(top_) != (left ? front_ : below_)) return true;
        const auto relation = static_cast<Relation>((step - 1) % relation_count);
        return sentence_->relations[static_cast<std::size_t>(top_)] == relation;
    }

  private:
    // The root, behind the last word, has none.
    [[nodiscard]] std::int32_t head(std::int32_t word) const {
        const auto i = static_cast<std::size_t>(word);
        return i < sentence_->heads.size() ? sentence_->heads[i] : -2;
    }

    const TrainingSentence* sentence_;
    std::vector<std::vector<std::int32_t>> dependents_;
    std::int32_t front_ = 0, top_ = -1, below_ = -1;
    int shift_ = 0, left_ = 0, right_ = 0, least_ = 0;
};

void learn_tree(Perceptron& parser, const TrainingSentence& s, const std::vector<Tag>& tags,
                std::mt19937& random, double explore) {
    const ParserInput input = parser_input(s.words, tags, s.given);
    ParserState state(static_cast<std::int32_t>(s.words.size()));
    Oracle oracle(s);
    FeatureList features;
    std::vector<std::int64_t> scores;
    std::uniform_real_distribution<double> chance(0, 1);
    while (!state.finished()) {
        state.features(input, features);
        parser.score(features.hashes(), scores);
        oracle.look(state);
        const std::uint32_t predicted = state.best(scores);
        std::uint32_t next = predicted;
        parser.step();
        if (!oracle.right(predicted)) {
            std::uint32_t good = step_count;
            for (std::uint32_t step = 0; step < step_count; ++step) {
                if (state.can(step) && oracle.right(step) &&
                    (good == step_count || scores[step] > scores[good]))
                    good = step;
            }
            parser.update(features.hashes(), good, predicted);
            if (chance(random) >= explore) next = good;
        }
        state.take(next);
    }
}

}  // namespace

Perceptron learn_trees(const std::vector<TrainingSentence>& sentences, const std::vector<Tag>& tags,
                       std::mt19937& random) {
    std::vector<const TrainingSentence*> order;
    order.reserve(sentences.size());
    for (const TrainingSentence& s : sentences)
        order.push_back(&s);
    Perceptron parser(step_count, least_updates);
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const TrainingSentence* s : order)
            learn_tree(parser, *s, tags, random, round == 0 ? 0 : exploration);
        std::fprintf(stderr, "trees: round %d\n", round + 1);
    }
    return parser;
}

}  // namespace whosaid::train
