#include "core/language/repair.hpp"

#include <algorithm>
#include <optional>

namespace whosaid::language {

namespace {

// "that" as the mark of the clause, where nothing before it makes another conjunction of it ("so that").
std::optional<std::size_t> plain_that(const Sentence& sentence, std::size_t clause) {
    for (std::size_t i = 1; i < clause; ++i) {
        const Word& w = sentence.words[i];
        if (w.head != static_cast<std::int32_t>(clause) || w.relation != Relation::mark || w.lemma != "that")
            continue;
        const std::string& before = sentence.words[i - 1].lemma;
        const bool other = before == "so" || before == "now" || before == "given" || before == "provided" ||
                           before == "such" || before == "except" || before == "in";
        return other ? std::nullopt : std::optional(i);
    }
    return std::nullopt;
}

}  // namespace

void repair_content_clauses(Sentence& sentence) {
    for (std::size_t clause = 0; clause < sentence.words.size(); ++clause) {
        Word& predicate = sentence.words[clause];
        if (predicate.relation == Relation::advcl && predicate.head >= 0) {
            const auto that = plain_that(sentence, clause);
            if (!that || predicate.head > static_cast<std::int32_t>(*that)) continue;
            const auto before = static_cast<std::int32_t>(*that) - 1;
            const bool noun = sentence.words[*that - 1].upos == Upos::noun;
            predicate.relation = noun ? Relation::acl : Relation::ccomp;
            if (noun) predicate.head = before;
            continue;
        }
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

void repair_answers(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t no = 0; no + 1 < words.size(); ++no) {
        if (words[no].lemma != "no" || words[no].upos != Upos::intj) continue;
        std::size_t noun = no + 1;
        const auto before_noun = [&](const Word& w) {
            return w.upos == Upos::adj || w.upos == Upos::num || w.relation == Relation::compound;
        };
        while (noun + 1 < words.size() && before_noun(words[noun]))
            ++noun;
        if (words[noun].upos != Upos::noun && words[noun].upos != Upos::propn) continue;
        // Nothing may hang on the word that moves, and its new head not on it.
        const bool leaf = std::none_of(words.begin(), words.end(), [&](const Word& w) {
            return w.head == static_cast<std::int32_t>(no);
        });
        if (!leaf || words[no].head < 0) continue;
        words[no].upos = Upos::det;
        words[no].xpos = "DT";
        words[no].head = static_cast<std::int32_t>(noun);
        words[no].relation = Relation::det;
    }
}

}  // namespace whosaid::language
