// Trees put right where the tags know better than the parser.
#pragma once

#include "core/language/document.hpp"

namespace whosaid::language {

// Repairs `sentence` in place; the tree stays a tree.
//
// A conjunction "that" (IN) is no object: in "reported that the dam had failed", the clause that the parser
// hung on it as a relative is the verb's content, and "that" its mark.
//
// "..., the Food and Drug Administration said in a notice", "'...,' its spokeswoman, Amina Okello, told
// reporters": who speaks stands behind the comma or the quotation, whatever the parser has made of the name.
// Its words hang on the subject, the verb on the root.
//
// "The plant, the company said, will close": a clause between commas with a subject of its own is no relative
// clause. "Ambassador to India Reuven Azar": a name behind its title is its apposition.
//
// "The minister denied that a relative had received money and said he would stay": the coordinated verb of
// saying hangs on the first, where tense or subject of the clause between forbid the other.
//
// "No" is an answer only before a mark: in "No prime minister has come" it belongs to the noun.
//
// Sentences of more than 256 words are left as they are: the repairs look at all words for each they move.
void repair(Sentence& sentence);

}  // namespace whosaid::language
