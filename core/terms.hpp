// The names of the data model's values, as the JSON contract, the index and the reports write them; one table
// each.
#pragma once

#include "core/claim.hpp"
#include "core/corroboration/evidence.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace whosaid {

template <class E>
struct Terms;  // specialised below: `values`, an array of names in the order of the enumerators

#define WHOSAID_TERMS(E, ...)                                                          \
    template <>                                                                        \
    struct Terms<E> {                                                                  \
        static constexpr auto values = std::to_array<std::string_view>({__VA_ARGS__}); \
    }

WHOSAID_TERMS(SourceKind, "person", "organisation", "anonymous", "document", "media");
WHOSAID_TERMS(CueClass, "speech", "writing", "thought", "intention");
WHOSAID_TERMS(Form, "direct", "indirect", "mixed");
WHOSAID_TERMS(Certainty, "confirmed", "asserted", "probable", "possible", "uncommitted");
WHOSAID_TERMS(Polarity, "affirmed", "denied");
WHOSAID_TERMS(AnonymousClass, "diplomatic", "government", "military", "police", "medical", "company", "legal",
              "other");
WHOSAID_TERMS(Comparison, "exactly", "about", "at-least", "at-most", "more-than", "less-than", "between");
WHOSAID_TERMS(EntityType, "person", "organisation", "place", "other");
WHOSAID_TERMS(Stance, "supports", "contradicts", "discusses", "unrelated");
WHOSAID_TERMS(Slot, "number", "date", "place", "actor", "role", "polarity", "status", "quantity-direction",
              "wording");
WHOSAID_TERMS(Verdict, "corroborated", "single-source", "disputed", "contradicted", "unsupported");
WHOSAID_TERMS(MoveKind, "first-report", "hardened", "softened", "reversed", "date-changed");
WHOSAID_TERMS(ClaimNote, "question", "order", "no-statement", "several-claims", "foreign-language", "future",
              "opinion");
#undef WHOSAID_TERMS

template <class E>
[[nodiscard]] constexpr std::string_view term(E value) {
    return Terms<E>::values[static_cast<std::size_t>(value)];
}
template <class E>
[[nodiscard]] constexpr std::optional<E> from_term(std::string_view name) {
    for (std::size_t i = 0; i < Terms<E>::values.size(); ++i) {
        if (Terms<E>::values[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace whosaid
