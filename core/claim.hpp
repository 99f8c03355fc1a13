// The data model of a claim: one proposition with its attribution. Three layers that are never mixed: who
// speaks (Source), the act (cue, cue class, certainty, polarity), and what is claimed (content).
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid {

enum class SourceKind : std::uint8_t {
    person,        // an identified human, also by pronoun or role
    organisation,  // an identified body speaking as such, also through an unnamed spokesperson
    anonymous,     // unnamed people
    document,      // report, filing, statement text, data set, letter
    media,         // another outlet or agency, or the outlet itself
};
enum class CueClass : std::uint8_t { speech, writing, thought, intention };
enum class Form : std::uint8_t { direct, indirect, mixed };
// How sure the SOURCE shows itself, by cue and wording of the content, the weaker deciding. Ordered: a larger
// value is a weaker commitment.
enum class Certainty : std::uint8_t { confirmed, asserted, probable, possible, uncommitted };
enum class Polarity : std::uint8_t { affirmed, denied };
enum class AnonymousClass : std::uint8_t {
    diplomatic,
    government,
    military,
    police,
    medical,
    company,
    legal,
    other
};
enum class Comparison : std::uint8_t { exactly, about, at_least, at_most, more_than, less_than, between };
enum class EntityType : std::uint8_t { person, organisation, place, other };

// What is told of an unnamed source. Strings are words of the article; empty where the article does not say.
struct Anonymity {
    AnonymousClass group = AnonymousClass::other;
    std::uint32_t number = 0;  // "two officials" → 2; 0: not said
    std::string institution;   // "of the energy ministry"
    std::string access;        // "briefed on the talks"
    std::string reason;        // "because they were not authorised to speak"
};

struct Source {
    std::optional<Span>
        span;          // the mention as written; none in the outlet's own voice and in agentless passives
    std::string name;  // the name the mention stands for: "he" → "Reuven Azar"
    SourceKind kind = SourceKind::media;
    std::string description;             // "Israel's Ambassador to India"
    std::optional<Anonymity> anonymity;  // for kind anonymous
};

struct Recipient {
    Span span;
    std::string name;
};

struct TimeExpression {
    Span span;
    std::string
        value;  // ISO 8601, coarse ones as 2026-02, 2026-W05, 2026-Q1, 2017; intervals a/b; see core/date.hpp
};

struct Quantity {
    Span span;
    double value = 0;
    std::optional<double> upper;  // the higher end of a range; `value` is then the lower one
    std::string unit;             // "%", "USD", "km", or the lemma of the counted noun; empty: a bare number
    Comparison comparison = Comparison::exactly;
};

struct Entity {
    Span span;
    std::string name;  // the entity's fullest name in the article
    EntityType type = EntityType::other;
};

// What decided, for explanations: names of static storage, all empty in the outlet's own voice and in claims
// that an index gives back.
struct Decision {
    std::string_view cue;      // the lexicon's entry, "hint at"; empty also for a verb that it does not list
    std::string_view content;  // the frame that found the content
    std::string_view source;   // the step that named the source
    std::string_view certainty;  // the rule that decided how sure the source is
};

struct Claim {
    std::vector<Span> content;  // in order; without cue and source, with quotation marks where quoted
    Source source;
    std::optional<Recipient> recipient;
    std::vector<Span> cue;  // empty in the outlet's own voice
    CueClass cue_class = CueClass::writing;
    Form form = Form::indirect;
    Certainty certainty = Certainty::asserted;
    Polarity polarity = Polarity::affirmed;
    std::optional<std::uint32_t>
        nested_in;          // index of the claim, in the article's list, inside whose content this stands
    double confidence = 0;  // the extractor's own, 0 to 1; never the source's certainty
    std::vector<TimeExpression> times;
    std::vector<Quantity> quantities;
    std::vector<Entity> entities;
    Decision decision;

    // A statement in the outlet's own voice carries neither cue nor source span.
    [[nodiscard]] bool own_voice() const { return cue.empty() && !source.span; }
};

}  // namespace whosaid
