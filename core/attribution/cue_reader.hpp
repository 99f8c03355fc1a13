// Attributions by their cues: verbs, nouns, adjectives, adverbs and prepositions, each with the frames around
// it.
#pragma once

#include "core/attribution/content_reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::attribution {

// Each function looks at one word of the sentence that is read, and keeps what it finds.
class CueReader : public ContentReader {
  public:
    CueReader(std::string_view text, const Document& document, const Trees& trees,
              const std::vector<text::Quotation>& quotations)
        : ContentReader(text, document, trees, quotations), used_(quotations.size()) {}

  protected:
    // A statement only thought of: in the future, under a condition, or as a bare infinitive.
    [[nodiscard]] bool unreal(std::uint32_t v, bool negated) const;
    void verb(std::uint32_t v);
    // "X's claim that ...", "a denial by X that ...".
    void noun(std::uint32_t n);
    // "according to X": the clause around it is the content.
    void according(std::uint32_t w);
    // "in the words of X", "in X's view", "by its own account": the clause around the phrase is the content.
    void in_the_words_of(std::uint32_t w);
    // Keeps what is told by a phrase: cue words [first, last], source, content the clause without the phrase,
    // which ends with `source` or, where it stands behind, with `phrase_head`.
    bool keep_phrase(std::uint32_t first, std::uint32_t last, std::uint32_t source, std::string_view rule,
                     std::optional<std::uint32_t> predicate,
                     std::optional<std::uint32_t> phrase_head = std::nullopt);
    // "is convinced that", "made it clear that": a state of mind, or how something was put.
    void adjective(std::uint32_t w);
    // "has reportedly turned it down", "allegedly sold phones": hearsay that the outlet passes on.
    void hearsay(std::uint32_t w);
    // What a negation or a governing verb leaves of the act: "did not say whether" is no claim, "would not
    // confirm" is a claim without commitment, "declined to say" neither.
    [[nodiscard]] bool says(Attribution& a, std::uint32_t v) const;
    // "said the plant was safe and that it might reopen": what is coordinated and less or more sure than the
    // first is an attribution of its own, and leaves the first's content.
    [[nodiscard]] std::optional<Attribution> less_sure_part(Attribution& a, std::uint32_t head) const;
    // "asked not to be named", "did not wish to be identified", "requesting anonymity": how a source wants to
    // be quoted is none of what it says.
    [[nodiscard]] bool is_condition_of_anonymity(const Attribution& a, std::uint32_t v) const;
    // Verbs that tell of a statement in some of their uses alone. What somebody has seen is no view; "sees no
    // need" is. What nobody knows, and what is still being considered, is no statement.
    [[nodiscard]] bool is_no_statement(std::uint32_t v) const;
    // "it", "that", "the account": the object of a denial that stands for words before it.
    [[nodiscard]] bool stands_for_words(std::uint32_t object) const;
    // "acknowledged some errors, saying, '...'": the quotation belongs to the cue right before it.
    [[nodiscard]] bool speaks_between(std::uint32_t v, std::uint32_t pos) const;
    // Replaces tree content by the whole quotations beside the cue, and adds what the speaker broke off.
    void attach_quotations(Attribution& a, std::uint32_t v);
    // Grows content to the whole of any quotation that it cuts.
    void whole_quotations(Attribution& a);
    void keep(Attribution a);
    [[nodiscard]] static bool has_quotation(const Attribution& a);

    std::vector<char> used_;  // quotations that some attribution holds
    std::vector<Attribution> found_;
};

}  // namespace whosaid::attribution
