// Annotated text for training and evaluation: treebanks in CoNLL-U, names in columns.
#pragma once

#include "core/language/document.hpp"
#include "core/language/features.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whosaid::train {

struct TreebankWord {
    std::string form, lemma, upos, xpos, relation, misc;
    std::int32_t head = -1;  // index in the sentence; -1: the root
    bool space_before = true;
};
using TreebankSentence = std::vector<TreebankWord>;

// Multi-word tokens and empty nodes left out. Throws std::runtime_error where a file cannot be read.
[[nodiscard]] std::vector<TreebankSentence> read_treebank(const std::string& path);
// The words as analysis sees them; they refer to `sentence`.
[[nodiscard]] std::vector<language::Token> tokens_of(const TreebankSentence& sentence);

struct NamedSentence {
    std::vector<std::string> forms, labels;  // "O", "B-PER", "I-ORG", "B-LOC" ...
    bool opens_document = false;
};
// Lines "number form label ..." (UNER's iob2), sentences apart by empty lines; or a treebank (.conllu) with
// entities as GUM annotates them, of which the proper nouns around the head are the name.
[[nodiscard]] std::vector<NamedSentence> read_names(const std::string& path);

// The forms as a text of their own, one blank between them, behind `text`.
[[nodiscard]] language::Sentence sentence_of(const std::vector<std::string>& forms, std::string& text);

}  // namespace whosaid::train
