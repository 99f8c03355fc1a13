// What a text calls the people and bodies it names, and whether it calls a person "he" or "she".
#pragma once

#include "core/language/document.hpp"

#include <string_view>

namespace whosaid::language {

// Fills NamedEntity::description of persons and organisations from the trees: an office before the name
// ("Energy Minister Kofi Mensah"), an apposition on either side of it ("Reuven Azar, Israel's Ambassador to
// India", "the coroner, Anil Shaw"). Without articles, possessive pronouns and forms of address; the first
// that the text gives. Looks at a bounded number of words around each mention.
void describe_entities(std::string_view text, Document& document);

// Fills NamedEntity::gender of persons that have none yet from pronouns that leave no choice: outside
// quotations, where their sentence so far, or the last one of the paragraph that names anybody, names one
// person alone. Kept where at least three in four of them agree.
void gender_from_pronouns(std::string_view text, Document& document);

}  // namespace whosaid::language
