// A text as comparison sees it: content words, names, quantities and times, sentence by sentence, with what a
// reader of the article knows of them from elsewhere in it.
#pragma once

#include "core/analysis.hpp"
#include "core/article.hpp"
#include "core/language/tree.hpp"
#include "core/language/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::corroboration {

enum class ItemKind : std::uint8_t { word, name, quantity, time };

struct Item {
    ItemKind kind = ItemKind::word;
    Span span;
    std::uint32_t word = 0;              // its head, index in the sentence
    std::string key;                     // lemma, or the name in lower case
    std::vector<std::string> parts;      // of a name, lower case
    std::optional<language::WordId> id;  // of `key` in the word table
    double weight = 0;                   // how much of the sentence's matter it carries
    double strength = 1;                 // 1: said here; less: known from elsewhere in the article
    bool predicate = false;              // a verb, or what is said of a subject
    bool negated = false;     // of predicates: by an odd number of negations; of quantities: "not the nine"
    bool noun = false;        // of words
    bool attributes = false;  // "said": it tells whose words others are
    EntityType type = EntityType::other;    // of names
    std::optional<std::uint32_t> quantity;  // index in the document's quantities
    std::optional<DateRange> days;          // of times that have a value
};

// One sentence. Where an attribution covers it, its speaker is known.
struct Statement {
    std::vector<Item> items;            // in order of the text, then those known from elsewhere
    std::optional<std::uint32_t> root;  // index in `items` of the main predicate
    std::vector<std::uint32_t> claims;  // of the analysis, that have content in the sentence
    bool question = false;
    bool condition = false;  // holds "if", "unless", "whether"
};

// One statement a sentence of the analysed document, in order. Linear in the text.
[[nodiscard]] std::vector<Statement> statements(const Article& article, const Analysis& analysis);

}  // namespace whosaid::corroboration
