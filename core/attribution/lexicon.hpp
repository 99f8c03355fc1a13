// The cue lexicon: words that attribute, what they commit their source to, and the frames they stand in.
//
// Compiled from general knowledge of English verbs of communication, belief and intention (the classes of
// verb semantics: say, tell, assert, admit, hint, promise, believe, want ...). Commitment follows the
// certainty scale of the claim model: how sure a source shows itself by choosing this very word.
#pragma once

#include "core/claim.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::attribution {

// How source, content and recipient stand around a cue.
enum Frame : std::uint16_t {
    clause = 1U << 0,      // "said (that) X", and X before or around it
    quote = 1U << 1,       // introduces a quotation by itself
    object = 1U << 2,      // the direct object is the content: "denied any knowledge"
    infinitive = 1U << 3,  // "threatened to sue"; "expects the bank to cut"
    recipient = 1U << 4,   // the direct object is who is told: "told reporters"
    denies = 1U << 5,      // the source says that the content is not so
    complement =
        1U << 6,  // object and what is said of it: "described the report as fiction", "called it a lie"
    about =
        1U << 7,     // content behind a preposition: "warned of", "hinted at", "called for", "accused him of"
    asks = 1U << 8,  // content is wanted, not stated: a question, an order, a wish
    finds = 1U << 9,  // evidence speaks: documents show, list, indicate; people find, learn
};

struct Cue {
    std::string_view lemma;
    CueClass cue_class = CueClass::speech;
    Certainty commitment = Certainty::asserted;
    std::uint16_t frames = 0;

    [[nodiscard]] constexpr bool takes(Frame frame) const { return (frames & frame) != 0; }
};

// An entry of a desk's own lexicon.
struct Entry {
    bool noun = false;
    std::string lemma;       // lower case
    std::optional<Cue> cue;  // its lemma is not looked at; nullopt: the word is no cue
};

// From now on `entries` count before those built in, the last of a lemma first. Not while anything is
// analysed: call it before.
void use_lexicon(const std::vector<Entry>& entries);
// Verbs, then nouns, in order of their lemmas.
[[nodiscard]] std::vector<Entry> entries_in_use();

// By lemma, or lemma and particle or preposition: "deny", "rule out", "hint at". nullptr: no cue.
[[nodiscard]] const Cue* verb_cue(std::string_view lemma);
[[nodiscard]] const Cue* noun_cue(std::string_view lemma);  // "claim", "denial", "warning"

}  // namespace whosaid::attribution
