// Text to paragraphs, sentences and tokens, with exact byte spans.
#pragma once

#include "core/types.hpp"

#include <string_view>
#include <vector>

namespace whosaid::text {

// Paragraphs: runs of text between line breaks, surrounding white space left out, none empty.
[[nodiscard]] std::vector<Span> paragraphs(std::string_view text);

// Where the dateline ends that a paragraph opens with, its dash or colon included: "NAIROBI (Harbour Wire)
// —", "CAIRO, March 6 —", "NEW DELHI:". The paragraph's begin where there is none.
[[nodiscard]] std::uint32_t dateline_end(std::string_view text, Span paragraph);

// Sentences of one paragraph. A full stop, question or exclamation mark (with the quotation marks and
// brackets that close behind it) ends one, except after abbreviations and initials, before a lower-case
// start, and where the sentence carries a quotation on (“...?” she asked). A dateline is one by itself. They
// cover the paragraph but for spaces.
[[nodiscard]] std::vector<Span> sentences(std::string_view text, Span paragraph);

// Tokens of one sentence in the conventions of UD English (EWT and GUM): clitics apart ("do|n't",
// "Israel|'s"), punctuation apart, abbreviations with their stop ("U.S.", "Gen."), numbers whole ("51,000",
// "9/11", "1990s"), units and signs apart ("$|2.4|m", "38|%"), web addresses whole, hyphens apart
// ("US|-|based") except behind prefixes ("co-founder"). Linear in the sentence's length.
[[nodiscard]] std::vector<Span> tokens(std::string_view text, Span sentence);

}  // namespace whosaid::text
