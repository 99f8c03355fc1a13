// Predicates with the certainty that readers gave them, and how the program's own parser sees them.
#pragma once

#include "core/language/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace whosaid::eval {

// A sentence as the program parses it; predicates of one sentence share it.
struct GoldSentence {
    std::string text;
    std::vector<language::Sentence> sentences;  // where the program sees more than one
};

struct GoldPredicate {
    std::string id;
    std::string document;
    double score = 0;  // −3 to 3
    std::shared_ptr<const GoldSentence> sentence;
    std::size_t part = 0;    // which of sentence->sentences
    std::uint32_t word = 0;  // in it
};

// Lines of {"id", "sentence" (tokens apart by blanks), "span" (code points), "doc", "score"}, files in their
// order. Throws what reading throws: evaluation data is trusted.
[[nodiscard]] std::vector<GoldPredicate> gold_predicates(const std::vector<std::string>& paths);

}  // namespace whosaid::eval
