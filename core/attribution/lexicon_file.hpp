// The cue lexicon as a text that a desk reads and edits: one entry a line.
//
//   verb hint at: speech possible about
//   noun denial: speech asserted
//   verb like: none                       # no cue in this house
//
// Word class, lemma (with its particle or preposition), a colon; then cue class (speech, writing, thought,
// intention), how far the word commits its source (confirmed ... uncommitted) and, for verbs, the frames:
// clause, quote, object, infinitive, recipient, denies, complement, about, asks, finds (lexicon.hpp tells
// what they mean). What stands behind
// "#" is a remark.
#pragma once

#include "core/attribution/lexicon.hpp"
#include "core/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::attribution {

// Entries in the order of the lines. Errors name `file`, the line, and what may stand there.
[[nodiscard]] Result<std::vector<Entry>> read_lexicon(std::string_view text, const std::string& file);

// All entries in use, in the form that read_lexicon reads, verbs first.
[[nodiscard]] std::string lexicon_text();

}  // namespace whosaid::attribution
