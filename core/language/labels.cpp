#include "core/language/labels.hpp"

#include <algorithm>
#include <array>

namespace whosaid::language {
namespace {

constexpr auto upos_names =
    std::to_array<std::string_view>({"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                     "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"});
constexpr auto relation_names = std::to_array<std::string_view>(
    {"root",      "acl",          "acl:relcl", "advcl",      "advcl:relcl", "advmod",     "amod",
     "appos",     "aux",          "aux:pass",  "case",       "cc",          "cc:preconj", "ccomp",
     "compound",  "compound:prt", "conj",      "cop",        "csubj",       "csubj:pass", "dep",
     "det",       "det:predet",   "discourse", "dislocated", "expl",        "fixed",      "flat",
     "goeswith",  "iobj",         "list",      "mark",       "nmod",        "nmod:desc",  "nmod:npmod",
     "nmod:poss", "nmod:tmod",    "nsubj",     "nsubj:pass", "nummod",      "obj",        "obl",
     "obl:agent", "obl:npmod",    "obl:tmod",  "orphan",     "parataxis",   "punct",      "reparandum",
     "xcomp",     "vocative"});
static_assert(relation_names.size() == relation_count);
static_assert(upos_names.size() == static_cast<std::size_t>(Upos::x) + 1);

template <class E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

}  // namespace

std::optional<Upos> upos_named(std::string_view name) {
    return named<Upos>(upos_names, name);
}

std::string_view name_of(Upos upos) {
    return upos_names[static_cast<std::size_t>(upos)];
}

std::optional<Relation> relation_named(std::string_view name) {
    // Newer treebanks write one subtype for what older ones told apart as npmod and tmod.
    if (name == "obl:unmarked") return Relation::obl_npmod;
    if (name == "nmod:unmarked") return Relation::nmod_npmod;
    if (const auto whole = named<Relation>(relation_names, name)) return whole;
    return named<Relation>(relation_names, name.substr(0, name.find(':')));
}

std::string_view name_of(Relation relation) {
    return relation_names[static_cast<std::size_t>(relation)];
}

Tag tag_of(Upos upos, std::string_view xpos) {
    const FeatureHash coarse = hash_of(name_of(upos));
    return {upos, xpos, mixed(coarse, hash_of(xpos)), coarse};
}

}  // namespace whosaid::language
