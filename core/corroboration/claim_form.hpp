// Whether a text that somebody wants checked is one claim at all, and what it is instead.
#pragma once

#include "core/corroboration/analysed.hpp"
#include "core/corroboration/evidence.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corroboration {

struct ClaimForm {
    std::vector<ClaimNote> notes;  // in the order of ClaimNote, each once
    std::string language;          // "French", with ClaimNote::foreign_language
    // Two or more claims that stand side by side, each a text of its own: sentences, and main clauses with a
    // subject of their own. None where there is one claim or more than eight, or where a part would not be
    // understood without the others ("she left").
    std::vector<std::string> parts;
};

// By the claim's tree and words; its date is the day from which on something is yet to come. Linear.
[[nodiscard]] ClaimForm claim_form(const Analysed& claim);

// Whether there is a letter or digit in the text.
[[nodiscard]] bool holds_words(std::string_view text);

}  // namespace whosaid::corroboration
