// Tags, lemmas, trees and names for the words of sentences, by the trained models.
#pragma once

#include "core/language/document.hpp"
#include "core/language/model.hpp"
#include "core/language/network.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// Fills upos, xpos, lemma, head and relation of each word of document.sentences, whose spans must be set, and
// document.mentions with names as the models see them, word by word (find_names goes on from there). Each
// sentence gets one tree with one root, whatever its words. Time is linear in the text: sentences that are
// too long for `network` are for the linear models, and so are all where it is null.
void annotate(std::string_view text, const Model& model, const Network* network, Document& document);

// By the linear models: the words of one sentence, without names.
void annotate(std::string_view text, const Model& model, Sentence& sentence);

// The steps of it, for training and evaluation on words that are given.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text, const Sentence& sentence);
[[nodiscard]] std::vector<std::string> normal_forms(std::span<const Token> sentence);
[[nodiscard]] std::vector<TokenHashes> token_hashes(const Model& model,
                                                    const std::vector<std::string>& normal_forms);
// Indices of `tags`, the classes of `tagger`.
[[nodiscard]] std::vector<std::uint32_t> tagged(const Classifier& tagger, const std::vector<Tag>& tags,
                                                const std::vector<TokenHashes>& words);
[[nodiscard]] std::vector<Attachment> parsed(const Model& model, const std::vector<TokenHashes>& words,
                                             const std::vector<std::uint32_t>& tags);

}  // namespace whosaid::language
