// Names: finding persons, organisations and places in tagged sentences, and linking short names to long ones.
#pragma once

#include "core/language/document.hpp"
#include "core/language/model.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace whosaid::language {

// Adds the names of a tagged and parsed sentence to document.mentions, as the model's name finder sees them.
void find_names_in(std::string_view text, const Model& model, std::uint32_t sentence, Document& document);

// The same with the labels that the network gives its words, each an index of `names` ("O", "B-PER", "I-ORG"
// ...): persons are those of the network, which tells them better, and names of several words that the
// model's name finder takes for persons; bodies and places are those of the name finder, which learned from
// many more of them (train/name_variants.hpp), where the network sees no person.
void find_names_in(std::string_view text, const Model& model, std::span<const std::string_view> names,
                   std::span<const std::uint32_t> labels, std::uint32_t sentence, Document& document);

// Puts the extent of document.mentions right and completes them by what the document shows elsewhere.
// Mention::entity stays 0.
void find_names(std::string_view text, Document& document);

// Fills document.entities and each Mention::entity: "Azar", "Ambassador Azar" and "Reuven Azar" are one; an
// acronym in brackets belongs to the name before it. Gender from titles, given names and pronouns;
// description from titles and appositions.
void link_entities(std::string_view text, Document& document);

}  // namespace whosaid::language
