// Text to paragraphs, sentences and tokens, with exact byte spans.
#pragma once

#include "core/types.hpp"

#include <string_view>
#include <vector>

namespace whosaid::text {

// Paragraphs: runs of text between line breaks, surrounding white space left out, none empty.
[[nodiscard]] std::vector<Span> paragraphs(std::string_view text);

// Sentences of one paragraph: ICU's sentence breaks, joined again after abbreviations, initials, inside a
// quotation that the sentence carries on ("...?" he asked), and before a lower-case start. They cover the
// paragraph but for spaces.
[[nodiscard]] std::vector<Span> sentences(std::string_view text, Span paragraph);

// Tokens of one sentence in the conventions of UD English: clitics apart ("do|n't", "Israel|'s"), punctuation
// apart, abbreviations ("U.S.", "Gen."), numbers ("51,000"), URLs and hyphenated words by UD's rule.
[[nodiscard]] std::vector<Span> tokens(std::string_view text, Span sentence);

}  // namespace whosaid::text
