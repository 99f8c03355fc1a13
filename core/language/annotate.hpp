// Tags, lemmas and trees for the words of a sentence, by the trained models.
#pragma once

#include "core/language/document.hpp"
#include "core/language/model.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// Fills upos, xpos, lemma, head and relation of each word, whose spans must be set. Each sentence gets one
// tree with one root, whatever its words. Time is linear in its length.
void annotate(std::string_view text, const Model& model, Sentence& sentence);

// The steps of it, for training and evaluation on words that are given.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, const Sentence& sentence);
[[nodiscard]] std::vector<std::string> normal_forms(std::span<const Token> sentence);
[[nodiscard]] std::vector<TokenHashes> token_hashes(const Model& model,
                                                    const std::vector<std::string>& normal_forms);
// Indices of `tags`, the classes of `tagger`.
[[nodiscard]] std::vector<std::uint32_t> tagged(const Classifier& tagger, const std::vector<Tag>& tags,
                                                const std::vector<TokenHashes>& words);
struct Attachment {
    std::int32_t head = -1;  // -1: the root
    Relation relation = Relation::dep;
};
[[nodiscard]] std::vector<Attachment> parsed(const Model& model, const std::vector<TokenHashes>& words,
                                             const std::vector<std::uint32_t>& tags);

}  // namespace whosaid::language
