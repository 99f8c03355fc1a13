// Who is meant: from a source's words to its name, kind and description.
#pragma once

#include "core/article.hpp"
#include "core/attribution/frames.hpp"

#include <string_view>
#include <vector>

namespace whosaid::attribution {

// A source with the step that decided its name, for explanations.
struct Resolved {
    Source source;
    std::string_view sieve;
};

// One source an attribution, in the order given. Ordered sieves, the first that answers decides: a name in
// the phrase, a pronoun, a spokesperson's body, a document, an unnamed source, an office held by somebody the
// article names, a body.
[[nodiscard]] std::vector<Resolved> resolve_sources(const Article& article,
                                                    const language::Document& document, const Trees& trees,
                                                    const std::vector<Attribution>& attributions);

// The name of a recipient phrase.
[[nodiscard]] Recipient name_recipient(const Article& article, const language::Document& document,
                                       const Trees& trees, WordRef head);

}  // namespace whosaid::attribution
