// Names: finding persons, organisations and places in tagged sentences, and linking short names to long ones.
#pragma once

#include "core/language/document.hpp"
#include "core/language/model.hpp"

#include <string_view>

namespace whosaid::language {

// Fills document.mentions from its tagged and parsed words. Mention::entity stays 0.
void find_names(std::string_view text, const Model& model, Document& document);

// Fills document.entities and each Mention::entity: "Azar", "Ambassador Azar" and "Reuven Azar" are one; an
// acronym in brackets belongs to the name before it. Gender from titles, given names and pronouns;
// description from titles and appositions.
void link_entities(std::string_view text, Document& document);

}  // namespace whosaid::language
