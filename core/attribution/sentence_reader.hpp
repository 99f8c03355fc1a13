// What attribution asks of a sentence: who does what in it, how its cues stand, where it is quoted.
#pragma once

#include "core/attribution/frames.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::attribution {

using language::Document;
using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;
using language::Word;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Of a finite clause; a passive's is another matter.
[[nodiscard]] bool is_subject(Relation relation);
[[nodiscard]] bool is_relative_pronoun(const Word& word);
// Punctuation and blanks alone.
[[nodiscard]] bool is_letterless(std::string_view text);

// Where a sentence's words stand within quotations.
class Quoted {
  public:
    explicit Quoted(const std::vector<text::Quotation>& quotations) : quotations_(&quotations) {}
    // The quotation that holds `span`, or nullptr.
    [[nodiscard]] const text::Quotation* around(Span span) const {
        const auto after =
            std::upper_bound(quotations_->begin(), quotations_->end(), span.begin,
                             [](std::uint32_t pos, const text::Quotation& q) { return pos < q.span.begin; });
        if (after == quotations_->begin()) return nullptr;
        const auto& q = *(after - 1);
        return q.span.contains(span) ? &q : nullptr;
    }
    [[nodiscard]] const std::vector<text::Quotation>& all() const { return *quotations_; }

  private:
    const std::vector<text::Quotation>* quotations_;
};

// One sentence at a time, by its tree.
class SentenceReader {
  public:
    // All must outlive the reader.
    SentenceReader(std::string_view text, const Document& document, const Trees& trees,
                   const std::vector<text::Quotation>& quotations)
        : text_(text), document_(document), trees_(trees), quoted_(quotations) {}

  protected:
    [[nodiscard]] const Tree& tree() const { return trees_[sentence_]; }
    [[nodiscard]] const Word& word(std::uint32_t w) const { return tree().word(w); }
    [[nodiscard]] WordRef ref(std::uint32_t w) const { return {sentence_, w}; }
    [[nodiscard]] bool has_mark(std::uint32_t w, std::string_view lemma) const;
    [[nodiscard]] bool is_negated(std::uint32_t w) const;
    [[nodiscard]] bool follows_as_subject(std::uint32_t v) const;
    // The subject a verb shares with its governor: "X declined to say", "X said ..., adding ...", "X said and
    // wrote".
    [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t verb_index) const;
    // "by X" of a passive.
    [[nodiscard]] std::optional<std::uint32_t> agent(std::uint32_t v) const;
    // A participle without an auxiliary or a subject of its own.
    [[nodiscard]] bool is_reduced_passive(std::uint32_t v) const;
    [[nodiscard]] bool is_passive(std::uint32_t v) const;
    // "quoted a draft as saying": who is quoted speaks.
    [[nodiscard]] std::optional<std::uint32_t> quoted_source(std::uint32_t v) const;
    // A subject the parser took for an object: "..." said Mary Smith.
    [[nodiscard]] std::optional<std::uint32_t> inverted_subject(std::uint32_t v) const;
    // The verb with its auxiliaries, negation and particle as far as they stand together.
    [[nodiscard]] std::vector<Span> cue_spans(std::uint32_t v, const Cue& cue) const;
    // The lexicon entry of a verb, a phrasal one first: "rule out", "hint at".
    [[nodiscard]] const Cue* entry(std::uint32_t v) const;
    [[nodiscard]] std::optional<std::string_view> preposition(std::uint32_t oblique) const;
    [[nodiscard]] bool is_clausal(std::uint32_t w) const;
    [[nodiscard]] bool animate(std::uint32_t w) const;
    // "to have made"
    [[nodiscard]] bool is_perfect(std::uint32_t v) const;
    // "..., it said in a filing": a closing clause of saying without content of its own.
    [[nodiscard]] bool attributes(std::uint32_t v) const;
    [[nodiscard]] bool behind_semicolon(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] bool ends_sentence(std::uint32_t pos) const;
    [[nodiscard]] std::optional<std::uint32_t> sentence_at(std::uint32_t pos) const;
    // Words of the clause that attributes: source and cue, as a range of word indices.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> cue_clause(
        std::uint32_t v, std::optional<std::uint32_t> source) const;
    // A quotation that is a statement of its own: it begins a sentence, or follows a colon or the cue's
    // comma.
    [[nodiscard]] bool is_full(const text::Quotation& q) const;
    [[nodiscard]] std::optional<std::size_t> quotation_before(std::uint32_t pos) const;
    // A quotation that begins at or after `pos` and before `end`, directly behind a colon, a comma or
    // nothing.
    [[nodiscard]] std::optional<std::size_t> quotation_after(std::uint32_t pos, std::uint32_t end) const;
    [[nodiscard]] bool closes_sentence(Span quotation) const;

    std::string_view text_;
    const Document& document_;
    const Trees& trees_;
    Quoted quoted_;
    std::uint32_t sentence_ = 0;  // the one that is read
};

}  // namespace whosaid::attribution
