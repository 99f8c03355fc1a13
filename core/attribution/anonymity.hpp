// What an article tells of a source it does not name: class, number, institution, access, reason.
#pragma once

#include "core/claim.hpp"
#include "core/language/tree.hpp"

#include <string_view>

namespace whosaid::attribution {

// Read off the noun phrase headed by `head` and its sentence ("on condition of anonymity because ...").
[[nodiscard]] Anonymity anonymity_of(std::string_view text, const language::Tree& tree, std::uint32_t head);

}  // namespace whosaid::attribution
