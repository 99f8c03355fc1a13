// Base forms of words: rules of endings, checked against the word table, and a list of what they miss.
#pragma once

#include <string>
#include <string_view>

namespace whosaid::language {

class Model;

// By the rules alone; `lower_form` in lower case, `xpos` a Penn Treebank tag.
[[nodiscard]] std::string regular_lemma(std::string_view lower_form, std::string_view xpos);
// By the model's list of irregular words, then by the rules.
[[nodiscard]] std::string lemma_of(const Model& model, std::string_view form, std::string_view xpos);

}  // namespace whosaid::language
