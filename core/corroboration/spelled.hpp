// A passage as it reads out of its article: what a reader knows from around it is spelled out in brackets.
#pragma once

#include "core/corroboration/analysed.hpp"

#include <cstddef>
#include <string>

namespace whosaid::corroboration {

// The sentences [first, last) of a text, with the day after a time that does not name its year ("on Tuesday
// (11 March 2025)"), the name after a personal pronoun ("she (Marama Tollison)"), and the office after the
// first naming of somebody who has it elsewhere in the article.
[[nodiscard]] std::string spelled_out(const Analysed& text, std::size_t first, std::size_t last);

// What stands before the sentence: the headline and the sentence ahead of it, spelled out.
[[nodiscard]] std::string lead_in(const Analysed& text, std::size_t sentence);

}  // namespace whosaid::corroboration
