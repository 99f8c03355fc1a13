// Tags and relations: their names as treebanks write them, and tags as features.
#pragma once

#include "core/language/document.hpp"
#include "core/language/features.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace whosaid::language {

inline constexpr std::size_t relation_count = static_cast<std::size_t>(Relation::vocative) + 1;

[[nodiscard]] std::optional<Upos> upos_named(std::string_view name);  // "NOUN"
[[nodiscard]] std::string_view name_of(Upos upos);
// "nsubj:pass"; a subtype that the program does not tell apart is its base relation.
[[nodiscard]] std::optional<Relation> relation_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Relation relation);

struct Tag {
    Upos upos = Upos::x;
    std::string_view xpos;        // refers to the model's bytes
    FeatureHash hash = 0;         // of the whole tag
    FeatureHash coarse_hash = 0;  // of its UPOS
};

[[nodiscard]] Tag tag_of(Upos upos, std::string_view xpos);

}  // namespace whosaid::language
