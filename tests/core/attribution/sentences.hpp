// The table of sentences and the claims to be found in them, as sentences.txt holds it; its head tells the
// notation.
#pragma once

#include "core/types.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace whosaid::sentences {

// One claim as written in the table. Strings: empty is not looked at, "-" says that there is none.
struct Expectation {
    std::uint64_t line = 0;  // 1-based, of the file
    bool open = false;       // known not to be met yet
    bool never = false;      // no such claim may be found
    std::string source;
    std::string kind;
    std::string cue;      // pieces joined by `joint`
    std::string content;  // pieces joined by `joint`
    std::string certainty;
    std::string polarity;
    std::string form;
    std::string recipient;
    std::string nested_in;  // source of the outer claim
    bool unnamed = false;   // whether what is told of an unnamed source is looked at
    std::string group;
    std::string number;
    std::string institution;
    std::string access;
    std::string reason;
    std::string written;  // all of it, for messages
};

// A text with its claims.
struct Block {
    std::string name;  // phenomenon and number: "Denying_04"
    std::string text;  // paragraphs divided by an empty line
    std::vector<Expectation> claims;
};

inline constexpr std::string_view joint = " … ";

// All blocks in the order of the file. Errors name the line: a field too many, an unknown word, a cue or
// content that is not in the text.
[[nodiscard]] Result<std::vector<Block>> read(const std::filesystem::path& path);

}  // namespace whosaid::sentences
