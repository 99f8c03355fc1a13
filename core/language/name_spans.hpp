// The extent of names: what a tagger of words cuts short or takes too much of, put right by how names are
// written.
#pragma once

#include "core/language/document.hpp"

#include <string_view>

namespace whosaid::language {

// Works on document.mentions as find_names' tagger leaves them: sorted, apart from each other.
//   hyphens    "Fynn" of "Fynn-Tetteh" grows over the hyphen
//   roles      "epidemiologist Anna Holt" loses its role, and names a person
//   bodies     "Office" of "Office of the Special Prosecutor", "Drug Administration" of "Food and Drug
//   Administration" neighbours "Al" of "Al Rizzo" grows over the capitalised word beside it datelines
//   "WELLINGTON (Harbour Wire)" begins with a place
void shape_names(std::string_view text, Document& document);

}  // namespace whosaid::language
