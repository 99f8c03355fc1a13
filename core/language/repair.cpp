#include "core/language/repair.hpp"

namespace whosaid::language {

void repair_content_clauses(Sentence& sentence) {
    for (std::size_t clause = 0; clause < sentence.words.size(); ++clause) {
        Word& predicate = sentence.words[clause];
        const bool relative =
            predicate.relation == Relation::acl_relcl || predicate.relation == Relation::acl;
        if (!relative || predicate.head < 0 || predicate.head > static_cast<std::int32_t>(clause)) continue;
        Word& that = sentence.words[static_cast<std::size_t>(predicate.head)];
        const bool conjunction = that.lemma == "that" && that.xpos == "IN" && that.head >= 0 &&
                                 (that.relation == Relation::obj || that.relation == Relation::obl);
        if (!conjunction) continue;
        predicate.head = that.head;
        predicate.relation = Relation::ccomp;
        that.head = static_cast<std::int32_t>(clause);
        that.relation = Relation::mark;
    }
}

}  // namespace whosaid::language
