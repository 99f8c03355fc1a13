// What kind of source a common noun names: people by their role, bodies, documents, media.
#pragma once

#include <cstdint>
#include <string_view>

namespace whosaid::language {

enum class NounKind : std::uint8_t {
    unknown,
    role,          // one person by office or calling: minister, lawyer, analyst
    spokesperson,  // speaks for a body or a person
    people,        // unnamed people by nature: source, resident, eyewitness, crowd
    body,          // company, ministry, court, club
    document,      // report, letter, data, poll
    media,         // newspaper, broadcaster
};

// By lemma, lower case. Words not in the table are judged by their ending (-er, -or, -ist, -man ... name
// people).
[[nodiscard]] NounKind noun_kind(std::string_view lemma);

// The same for a word written with a capital, which may be a name: "Tasman" is none who does something.
[[nodiscard]] NounKind capitalised_noun_kind(std::string_view lemma);

// A title before a name: "Mr", "Dr.", "Gen", "President", "Chief Justice"; lower case, without a full stop.
[[nodiscard]] bool is_title(std::string_view word);

// A word that firms' names end with: "Partners", "Securities", "GmbH". Lower case.
[[nodiscard]] bool is_company_word(std::string_view word);

// A word that makes a name that of a news outlet or agency: "Wire", "Gazette", "Radio".
[[nodiscard]] bool is_media_word(std::string_view word);

}  // namespace whosaid::language
