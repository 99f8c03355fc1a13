// What speaks for and against a claim, where it comes from, and what follows: the data model of
// corroboration.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whosaid {

enum class Stance : std::uint8_t { supports, contradicts, discusses, unrelated };
enum class Slot : std::uint8_t {
    number,
    date,
    place,
    actor,
    role,
    polarity,
    status,
    quantity_direction,
    wording
};
enum class Verdict : std::uint8_t {
    corroborated,   // 2 or more independent origins for, none against
    single_source,  // 1 for, none against
    disputed,       // some for, some against
    contradicted,   // none for, some against
    unsupported,    // none
};

// One slot that claim and passage share or differ in, in the words of both.
struct Reason {
    Slot slot = Slot::wording;
    std::string claim;                 // words of the claim
    std::string passage;               // words or resolved value of the passage
    std::optional<Span> claim_span;    // into the claim's text
    std::optional<Span> passage_span;  // into the article's text
    bool agrees = false;
};

// A passage of an article that bears on a claim.
struct Evidence {
    std::string article;  // id
    std::string outlet;
    std::string url;
    std::string title;
    std::optional<Date> date;
    Span span;         // the passage in the article's text
    std::string text;  // the passage
    Stance stance = Stance::discusses;
    double score = 0;  // how surely the stance holds, 0 to 1
    Source source;     // who the passage attributes it to; the outlet where nobody
    Certainty certainty = Certainty::asserted;
    std::string origin;                  // who the information goes back to
    bool anonymous_origin = false;       // its independence cannot be shown
    char reliability = 'F';              // of the origin, by the desk's own file: Admiralty, A to F
    std::optional<std::string> copy_of;  // the id of the article whose copy this one carries
    std::vector<Reason> reasons;
};

// What keeps a text from being one claim that articles could settle.
enum class ClaimNote : std::uint8_t {
    question,
    order,             // or a wish: neither true nor false
    no_statement,      // a single word, a name: nothing is said of it
    several_claims,    // main clauses side by side
    foreign_language,  // only English is read
    future,            // only later articles can settle it
    opinion,           // articles can show who holds it, not whether it is right
};

// The corroboration report of one claim.
struct Verification {
    std::string id;
    std::string text;
    std::optional<Date> as_of;  // only evidence published on or before it counts
    Verdict verdict = Verdict::unsupported;
    std::uint32_t origins_for = 0;
    std::uint32_t origins_against = 0;
    std::uint32_t named_origins = 0;             // among those for
    std::uint32_t anonymous_origins = 0;         // among those for
    std::optional<Certainty> highest_certainty;  // among the supporting evidence
    std::string grade = "F6";                    // Admiralty: reliability letter, credibility number
    std::string coverage = "complete";           // or what part of the index could not be asked
    std::vector<Evidence> evidence;              // supports, contradicts, then discusses; by score
    std::vector<ClaimNote> notes;  // of a claim that somebody asks about; none: it is a good one
    std::string language;          // "French", with ClaimNote::foreign_language
};

// How a passage differs from what was published before it.
enum class MoveKind : std::uint8_t {
    first_report,  // the first by its origin that takes a side
    hardened,      // surer than the earlier passage
    softened,      // less sure
    reversed,      // the origin has changed sides: a correction, a withdrawal
    date_changed,  // another time for the same thing
};
struct Move {
    MoveKind kind = MoveKind::first_report;
    std::string from;   // certainties, stances or times (ISO 8601) by their terms; empty for first_report
    std::string to;     // the same
    std::string since;  // id of the article that the earlier passage is in; empty for first_report
    bool carrier =
        false;  // surely the carrier's doing: a copy's, or its own words beside those of its source
};

// A passage in the order of publication.
struct TimelineEntry {
    Evidence evidence;
    std::vector<TimeExpression> times;  // in what is said, resolved; spans into the article's text
    std::vector<Move> moves;
};

}  // namespace whosaid
