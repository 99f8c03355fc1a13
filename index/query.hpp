// The query language: text to a Xapian::Query, by recursive descent.
//
//   query   := and { OR and }
//   and     := unary { [AND] unary }          words side by side must all be there
//   unary   := NOT unary | near
//   near    := primary { NEAR[/N] primary }    words within N of each other (10), in any order
//   primary := word | prefix* | "phrase" | field:value | field:(query) | (query)
//   value   := word | prefix* | "words in quotes" | date or range of dates
//
// Operators are in capitals. Words are stemmed; bare stop words are passed over. Fields: index/schema.hpp;
// they filter and carry no weight.
#pragma once

#include "core/date.hpp"
#include "core/types.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace whosaid::index {

// Words that must stand together: in order one after the other, or in any order within `window` words.
struct Proximity {
    std::vector<std::string> stems;
    std::size_t window = 0;  // 0: a phrase
};

struct QueryContext {
    bool claims = false;  // which database is asked
    DateRange dates;      // first and last day of the index, for open ends; none: no article has a date
    // Claims have neither positions nor titles: these give the claims whose content has the words together,
    // and those of the articles that match. Used where `claims` is set.
    std::function<Xapian::Query(const Proximity&)> claims_with;
    std::function<Xapian::Query(const Xapian::Query&)> claims_of;
};

// Error usage with a hint: an unknown field, a bad date or value, an open quotation or bracket, nothing but
// stop words. An empty text matches everything.
[[nodiscard]] Result<Xapian::Query> parse_query(std::string_view text, const QueryContext& context);

// Everything dated in `range`, open ends included.
[[nodiscard]] Xapian::Query dated(const DateRange& range, const DateRange& of_the_index);

[[nodiscard]] Xapian::Query positional(const Proximity& words, std::string_view prefix = {});
// Whether the words stand so in `text`.
[[nodiscard]] bool stands_in(std::string_view text, const Proximity& words);

}  // namespace whosaid::index
