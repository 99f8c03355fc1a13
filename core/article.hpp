// An article as a reader understood it: the unit that goes in, is indexed and is reported on.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string>

namespace whosaid {

struct Article {
    std::string id;  // unique in an index; a file's name without ending where the article has none of its own
    std::string outlet;  // empty: unknown
    std::string url;
    std::optional<Date> date;  // publication date; relative times in the text count from it
    std::string title;
    std::string author;
    std::string text;  // valid UTF-8, paragraphs separated by line breaks; spans of claims point into it
};

}  // namespace whosaid
