// Attribution frames over the tree: where a cue stands, who is its source, what is its content.
#pragma once

#include "core/attribution/lexicon.hpp"
#include "core/language/document.hpp"
#include "core/language/tree.hpp"
#include "core/text/quotation.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::attribution {

// A word of the document.
struct WordRef {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;
    friend constexpr auto operator<=>(const WordRef&, const WordRef&) = default;
};

// One attribution as found, before sources are named and certainty is judged.
struct Attribution {
    Cue cue;
    std::optional<WordRef> cue_word;  // none: a floating quotation without words of its own
    std::vector<Span> cue_spans;
    std::optional<WordRef> source;        // head of the source's noun phrase
    bool agentless = false;               // "is understood to": people speak, and are not named
    bool heard = false;                   // "was told": the source is unnamed, the subject is the recipient
    std::vector<Span> content;            // in order
    std::optional<WordRef> content_head;  // its main predicate
    std::optional<WordRef> recipient;
    bool negated = false;      // the cue itself: "did not deny", "does not believe"
    bool refers_back = false;  // its object stands for words said before: "rejected the account"
    bool hedged = false;       // "stopped short of saying", "declined to confirm"
    bool cited = false;        // "citing two officials": within another's report
    std::string_view rule;     // the frame that found it, for explanations
};

// Trees of a document's sentences, built once.
using Trees = std::vector<language::Tree>;

// All attributions of the text, in order of their cue. Quotations are attached to the cue beside them; a
// quotation that stands by itself goes to the speaker before it.
[[nodiscard]] std::vector<Attribution> find_attributions(std::string_view text,
                                                         const language::Document& document,
                                                         const Trees& trees,
                                                         const std::vector<text::Quotation>& quotations);

// The words of the noun phrase headed by `head` that name a source or recipient: without relative clauses,
// parentheses and appositions behind a comma, unless the apposition gives the name ("a spokesman, Faisal
// Qureshi").
[[nodiscard]] Span noun_phrase(const language::Tree& tree, std::uint32_t head);

}  // namespace whosaid::attribution
