// What is said: the content of a cue, as pieces of the text, by the frames that the cue takes.
#pragma once

#include "core/attribution/sentence_reader.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::attribution {

// Words are indices into the sentence that is read.
struct Content {
    std::vector<Span> spans;                 // in order of the text; not empty
    std::uint32_t head = 0;                  // its main predicate or noun
    std::string_view rule;                   // the frame, of static storage
    std::optional<std::uint32_t> recipient;  // to whom it was said
};

// Finds contents; `v` is always the cue's verb, `c` the head of a clause.
class ContentReader : public SentenceReader {
  public:
    using SentenceReader::SentenceReader;

  protected:
    // Trims punctuation and white space off a stretch of words; quotation marks stay where they belong to a
    // quotation that is whole inside.
    [[nodiscard]] std::optional<Span> trimmed(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::vector<text::Quotation> quotations_near(Span span) const;
    // Words (sorted) as spans: one a contiguous run; runs that only punctuation parts are joined.
    [[nodiscard]] std::vector<Span> pieces(const std::vector<std::uint32_t>& words) const;
    // "said the call had taken place, contradicting his spokesman", "..., adding that it was short": what
    // follows the comma is the outlet's, or the speaker's next statement. Cut off `words` of the clause
    // headed by `c`.
    void without_afterthought(std::uint32_t c, std::vector<std::uint32_t>& words) const;
    // "..., though all warned that it was early", "..., as the agency reported": the outlet's own remark
    // behind a comma.
    void without_concession(std::uint32_t c, std::vector<std::uint32_t>& words) const;
    // "said they would stay; one in ten had left": a semicolon outside quotations ends what is said.
    void up_to_semicolon(std::uint32_t c, std::vector<std::uint32_t>& words) const;
    // "a contaminated well at the market, where 3,000 traders work", "..., a charge denied by the ministry":
    // what the outlet adds behind the last comma for its readers.
    void without_explanation(std::uint32_t c, std::vector<std::uint32_t>& words) const;
    // "said nobody was hurt, according to the agency": who reports it is no part of it.
    void without_according(std::uint32_t c, std::vector<std::uint32_t>& words) const;
    [[nodiscard]] bool has_deep_mark(const std::vector<std::uint32_t>& words) const;
    // The content clause headed by `c`: without its "that" or "whether".
    [[nodiscard]] std::vector<Span> clause_content(std::uint32_t c,
                                                   std::optional<std::uint32_t> leave_out) const;
    // Clauses that the parser takes for content: "At the market, where it sells well, he said ...", and who
    // tells it all behind a comma: "Tests had found it, the minister told reporters".
    [[nodiscard]] bool is_no_content(std::uint32_t v, std::uint32_t c) const;
    [[nodiscard]] std::optional<std::uint32_t> recipient_of(std::uint32_t v, const Cue& cue) const;
    // "In an interview with Harbour Wire", "Speaking to reporters".
    [[nodiscard]] std::optional<WordRef> interviewer(std::uint32_t v) const;
    // "A bid was made, the club confirmed, three days after ...": behind a closed statement and the cue
    // nothing belongs to it but what is coordinated with it.
    [[nodiscard]] std::vector<Span> up_to_cue(std::vector<Span> content, std::uint32_t statement,
                                              std::uint32_t v) const;
    // "rejected claims that it had dumped oil": the clause of a noun of saying is what is rejected. A claim
    // of one's own is withdrawn as a whole.
    [[nodiscard]] std::optional<std::uint32_t> clause_of_noun(std::uint32_t noun) const;
    // "said people had been moved and that the work was done": the parser may see two contents.
    [[nodiscard]] std::vector<Span> with_second_clause(std::uint32_t v, std::uint32_t first) const;
    // "said the toll was higher, because people had not been counted": the reason, which the parser may hang
    // on the cue, is that of what is said.
    [[nodiscard]] std::vector<Span> with_reason(std::uint32_t v, std::vector<Span> content) const;
    // The object `o` of `v` with what is said of it behind: "names Adom as the carrier", "found bacteria at
    // forty times the limit"; not when, where or to whom it was said.
    [[nodiscard]] std::vector<std::uint32_t> with_what_follows(std::uint32_t v, std::uint32_t o,
                                                               const Cue& cue) const;
    // "a detail which she acknowledged was missing", "a decision that the company said could cost it
    // millions", "what it said were bank records": a finite verb without a subject of its own right behind
    // the cue takes the noun before the relative pronoun for its subject.
    [[nodiscard]] std::optional<Content> relative_content(std::uint32_t v, std::uint32_t source) const;
    // The content of verb cue `v` by the tree; nullopt where no frame of the cue is filled.
    [[nodiscard]] std::optional<Content> verb_content(std::uint32_t v, const Cue& cue) const;
    // "The bridge is said to be unsafe", "it is understood that ...": the subject belongs to the content.
    [[nodiscard]] std::optional<Content> passive_content(std::uint32_t v, const Cue& cue,
                                                         std::optional<std::uint32_t> about_whom) const;
    // "In four years, the judge observed, not one had done so": what opens a sentence that the cue is put
    // into belongs to the content, whatever the parser has hung it on.
    void with_opening(std::uint32_t v, std::uint32_t source, Content& content) const;
    // "<content>, SOURCE CUE": everything before the attributing clause, where it follows a comma or a
    // closing quote.
    [[nodiscard]] std::optional<Content> before(std::uint32_t v, std::uint32_t source, const Cue& cue) const;
    // "The Ledger, citing two officials, said that ...": whom it cites says the same.
    [[nodiscard]] std::optional<std::pair<std::uint32_t, Content>> cited_source(std::uint32_t v) const;
    // The predicate of the clause that the phrase from word `w` on, headed by `np`, stands in.
    [[nodiscard]] std::optional<std::uint32_t> clause_above(std::uint32_t w, std::uint32_t np) const;
};

}  // namespace whosaid::attribution
