// What language analysis knows about one text: paragraphs, sentences, words with tags and tree, names, times,
// numbers.
//
// Plain vectors of values, every position a byte span of the article's text. Word indices are local to their
// sentence.
#pragma once

#include "core/claim.hpp"
#include "core/date.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// Universal part-of-speech tags (universaldependencies.org), alphabetical as in the standard.
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};

// Dependency relations of UD English, with the subtypes the treebanks use and the program needs.
enum class Relation : std::uint8_t {
    root,
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,  // a title or description before a name: "President" in "President Ruta Okello"
    nmod_npmod,
    nmod_poss,
    nmod_tmod,
    nsubj,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_npmod,
    obl_tmod,
    orphan,
    parataxis,
    punct,
    reparandum,
    xcomp,
    vocative
};

struct Word {
    Span span;
    Upos upos = Upos::x;
    std::string_view xpos;  // Penn Treebank tag ("VBD"), a string of static storage
    Relation relation = Relation::dep;
    std::int32_t head = -1;  // index of the head in the sentence; -1: the root
    std::string lemma;       // lower case, "be" for "'s" as a verb, "not" for "n't"
};

struct Sentence {
    Span span;
    std::uint32_t paragraph = 0;  // index into Document::paragraphs
    std::vector<Word> words;
};

// A name as it stands in the text.
struct Mention {
    Span span;
    std::uint32_t sentence = 0;
    std::uint32_t first = 0;  // word index in the sentence
    std::uint32_t last = 0;   // inclusive
    EntityType type = EntityType::other;
    std::uint32_t entity = 0;  // index into Document::entities
};

enum class Gender : std::uint8_t { unknown, female, male };

// Who or what the mentions of one article stand for; the first mention is the first in the text.
struct NamedEntity {
    std::string name;  // the fullest form found, without titles
    EntityType type = EntityType::other;
    Gender gender = Gender::unknown;
    std::string
        description;  // title or role given in the text ("Israel's Ambassador to India"); may be empty
    std::vector<std::uint32_t> mentions;
};

struct Document {
    std::vector<Span> paragraphs;
    std::vector<Sentence> sentences;
    std::vector<Mention> mentions;      // in order of the text
    std::vector<NamedEntity> entities;  // in order of their first mention
    std::vector<TimeExpression> times;  // in order
    std::vector<Quantity> quantities;   // in order
};

}  // namespace whosaid::language
