#include "core/language/repair.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

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

// Verbs that stand behind what was said.
constexpr auto closing_verbs =
    std::to_array<std::string_view>({"add", "announce", "confirm", "report", "say", "state"});

// Whether the words [from, to] are a noun phrase and nothing else.
bool plain_phrase(const Sentence& sentence, std::size_t from, std::size_t to) {
    return std::all_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(from),
                       sentence.words.begin() + static_cast<std::ptrdiff_t>(to) + 1, [](const Word& w) {
                           return w.upos != Upos::verb && w.upos != Upos::aux && w.upos != Upos::sconj &&
                                  w.upos != Upos::punct && !w.xpos.starts_with('W');
                       });
}

// "'...,' its spokesperson, Lalitha Ranganath, told reporters": the words behind the closing quotation mark
// that the parser hung on what stands before it are who spoke, and the participle on them the verb.
void repair_behind_quotation(std::vector<Word>& words) {
    std::size_t quote = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].xpos == "''" || (words[i].lemma == "\"" && i > 0)) quote = i;
    }
    for (std::size_t verb = quote + 2; verb < words.size(); ++verb) {
        Word& said = words[verb];
        if (said.relation != Relation::acl || said.head <= static_cast<std::int32_t>(quote) ||
            (said.xpos != "VBN" && said.xpos != "VBD"))
            continue;
        Word& speaker = words[static_cast<std::size_t>(said.head)];
        const bool crosses = speaker.head >= 0 && speaker.head < static_cast<std::int32_t>(quote) &&
                             speaker.relation != Relation::nsubj;
        if (!crosses || words[verb - 1].lemma != ",") continue;
        said.head = speaker.head;
        said.relation = Relation::parataxis;
        said.xpos = "VBD";
        speaker.head = static_cast<std::int32_t>(verb);
        speaker.relation = Relation::nsubj;
        return;
    }
}

}  // namespace

void repair_closing_attributions(Sentence& sentence) {
    auto& words = sentence.words;
    repair_behind_quotation(words);
    const auto root = std::ranges::find_if(words, [](const Word& w) { return w.head < 0; });
    if (root == words.end()) return;
    const auto root_at = static_cast<std::size_t>(root - words.begin());
    for (std::size_t verb = root_at + 3; verb < words.size(); ++verb) {
        Word& said = words[verb];
        const bool misplaced = said.relation == Relation::acl_relcl || said.relation == Relation::acl ||
                               said.relation == Relation::conj || said.relation == Relation::advcl;
        if (!misplaced || !said.xpos.starts_with("VB") || said.xpos == "VBG" || said.xpos == "VBN" ||
            !std::ranges::binary_search(closing_verbs, said.lemma))
            continue;
        const std::size_t subject = verb - 1;
        if (words[subject].head != static_cast<std::int32_t>(verb) ||
            words[subject].relation != Relation::nsubj)
            continue;
        std::size_t comma = subject;
        while (comma > root_at && words[comma].lemma != ",")
            --comma;
        if (comma == root_at || comma == subject || !plain_phrase(sentence, comma + 1, subject)) continue;
        const bool has_content = std::ranges::any_of(words, [&](const Word& w) {
            return w.head == static_cast<std::int32_t>(verb) &&
                   (w.relation == Relation::ccomp || w.relation == Relation::obj ||
                    w.relation == Relation::xcomp);
        });
        if (has_content) continue;
        for (std::size_t i = comma + 1; i < subject; ++i) {
            const auto head = words[i].head;
            const bool outside =
                head <= static_cast<std::int32_t>(comma) || head > static_cast<std::int32_t>(subject);
            if (!outside) continue;
            words[i].head = static_cast<std::int32_t>(subject);
            words[i].relation = Relation::compound;
        }
        // What stands before the comma belongs to what was said.
        for (std::size_t i = 0; i < comma; ++i) {
            if (i != root_at && words[i].head > static_cast<std::int32_t>(comma))
                words[i].head = static_cast<std::int32_t>(root_at);
        }
        said.head = static_cast<std::int32_t>(root_at);
        said.relation = Relation::parataxis;
    }
}

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
        // "a hint that he could travel": with "that" for its mark, the clause is what the noun holds.
        if (plain_that(sentence, clause)) {
            predicate.relation = Relation::acl;
            continue;
        }
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
