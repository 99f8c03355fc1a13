#include "core/language/repair.hpp"

#include "core/language/nouns.hpp"
#include "core/language/places.hpp"
#include "core/language/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace whosaid::language {

namespace {

// Whether the way up from `word` leads over `above`: moving `above` below `word` would make a circle.
bool hangs_on(const std::vector<Word>& words, std::size_t word, std::size_t above) {
    for (std::size_t steps = 0; steps <= words.size(); ++steps) {
        if (word == above) return true;
        if (words[word].head < 0) return false;
        word = static_cast<std::size_t>(words[word].head);
    }
    return true;
}

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
constexpr auto closing_verbs = std::to_array<std::string_view>(
    {"acknowledge", "add",     "admit",   "allege",  "announce", "argue",    "believe", "claim",
     "concede",     "confirm", "contend", "declare", "explain",  "indicate", "insist",  "maintain",
     "note",        "observe", "predict", "reckon",  "remark",   "report",   "reveal",  "say",
     "show",        "state",   "suggest", "tell",    "think",    "warn",     "write"});
static_assert(std::ranges::is_sorted(closing_verbs));

// Whether the words [from, to] are a noun phrase and nothing else; hyphens and brackets may stand in it.
bool plain_phrase(const Sentence& sentence, std::size_t from, std::size_t to) {
    return from <= to &&
           std::all_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(from),
                       sentence.words.begin() + static_cast<std::ptrdiff_t>(to) + 1, [](const Word& w) {
                           const bool mark = w.upos == Upos::punct && w.xpos != "HYPH" && w.lemma != "-" &&
                                             w.xpos != "-LRB-" && w.xpos != "-RRB-";
                           // "bank records obtained by the paper"
                           const bool verb = w.upos == Upos::verb && w.xpos != "VBN";
                           return !verb && w.upos != Upos::aux && w.upos != Upos::sconj && !mark &&
                                  !w.xpos.starts_with('W');
                       });
}

// "'...,' its spokesperson, Lalitha Ranganath, told reporters": behind the closing quotation mark stand who
// spoke, a name between commas, and the verb, which the parser takes for a participle.
void repair_behind_quotation(std::vector<Word>& words) {
    static constexpr auto verbs = std::to_array<std::string_view>({"add", "say", "tell", "write"});
    std::size_t quote = words.size();
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].xpos == "\'\'") quote = i;
    }
    const auto root = std::ranges::find_if(words, [](const Word& w) { return w.head < 0; });
    if (root == words.end() || static_cast<std::size_t>(root - words.begin()) > quote) return;
    const auto comma = [&](std::size_t i) { return words[i].lemma == ","; };
    std::size_t first = quote + 1;
    while (first < words.size() && !comma(first) && words[first].upos != Upos::verb)
        ++first;
    if (first >= words.size() || !comma(first) || first == quote + 1) return;
    std::size_t verb = first + 1;
    while (verb < words.size() && !comma(verb - 1))
        ++verb;
    for (; verb < words.size() && !(comma(verb - 1) && words[verb].xpos.starts_with("VB")); ++verb) {
    }
    if (verb >= words.size() || !std::ranges::binary_search(verbs, words[verb].lemma) ||
        (words[verb].xpos != "VBN" && words[verb].xpos != "VBD"))
        return;
    const std::size_t speaker = first - 1;
    const bool noun = words[speaker].upos == Upos::noun || words[speaker].upos == Upos::propn;
    const bool right = words[verb].relation == Relation::parataxis || words[verb].relation == Relation::root;
    if (!noun || (right && words[speaker].head == static_cast<std::int32_t>(verb))) return;
    words[verb].head = static_cast<std::int32_t>(root - words.begin());
    words[verb].relation = Relation::parataxis;
    words[verb].xpos = "VBD";
    words[speaker].head = static_cast<std::int32_t>(verb);
    words[speaker].relation = Relation::nsubj;
    // The rest hangs within the name, or on the verb: whom it was told to first.
    bool told = false;
    for (std::size_t i = quote + 1; i < words.size(); ++i) {
        if (i == verb || i == speaker) continue;
        const auto head = words[i].head;
        const bool behind = i > verb;
        const bool stays =
            behind ? head >= static_cast<std::int32_t>(verb)
                   : head > static_cast<std::int32_t>(quote) && head < static_cast<std::int32_t>(verb);
        if (stays) continue;
        words[i].head = static_cast<std::int32_t>(behind ? verb : speaker);
        const bool person =
            words[i].upos == Upos::noun || words[i].upos == Upos::propn || words[i].upos == Upos::pron;
        if (behind && person && !told && words[verb].lemma == "tell") {
            words[i].relation = Relation::iobj;
            told = true;
        }
    }
}

void repair_closing_attributions(Sentence& sentence) {
    auto& words = sentence.words;
    repair_behind_quotation(words);
    const auto root = std::ranges::find_if(words, [](const Word& w) { return w.head < 0; });
    if (root == words.end()) return;
    const auto root_at = static_cast<std::size_t>(root - words.begin());
    constexpr std::size_t longest_name = 14;  // words between the comma and the verb
    for (std::size_t verb = 4; verb < words.size(); ++verb) {
        if (!words[verb].xpos.starts_with("VB") || words[verb].xpos == "VBG" || words[verb].xpos == "VB" ||
            !std::ranges::binary_search(closing_verbs, words[verb].lemma))
            continue;
        const auto comma_before = [&](std::size_t i) {
            while (i > 1 && verb - i <= longest_name && words[i].lemma != ",")
                --i;
            return i;
        };
        std::size_t comma = comma_before(verb - 1);
        std::size_t limit = verb;  // behind the speaker's own words
        // "..., its director, Ada Holm, announced": between commas stands his name.
        if (words[verb - 1].lemma == "," && verb > 6) {
            const std::size_t middle = comma_before(verb - 2);
            if (words[middle].lemma == "," && middle > 2 && plain_phrase(sentence, middle + 1, verb - 2)) {
                limit = middle;
                comma = comma_before(middle - 1);
            }
        }
        if (words[comma].lemma != "," || comma + 1 >= limit || !plain_phrase(sentence, comma + 1, limit - 1))
            continue;
        const auto at = static_cast<std::int32_t>(verb);
        const auto inside = [&](std::int32_t i) { return i > static_cast<std::int32_t>(comma) && i < at; };
        const bool tells = words[verb].lemma == "tell";  // its object is who hears it
        bool has_content = false;                        // behind the verb: then what it says stands there
        bool has_subject = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head != at) continue;
            const Relation r = words[i].relation;
            const bool content =
                r == Relation::ccomp || (r == Relation::obj && !tells) || r == Relation::xcomp;
            has_content = has_content || (content && i > verb);
            has_subject = has_subject || (r == Relation::nsubj && inside(static_cast<std::int32_t>(i)));
        }
        const Relation of_verb = words[verb].relation;
        const bool misplaced = of_verb == Relation::acl_relcl || of_verb == Relation::acl ||
                               of_verb == Relation::conj || of_verb == Relation::advcl;
        if (has_content || (has_subject && !misplaced)) continue;
        // What is said: the root before the comma, else the verb before it that hangs on "said".
        std::size_t said = root_at;
        if (root_at == verb) {
            const auto clause = std::find_if(
                words.begin(), words.begin() + static_cast<std::ptrdiff_t>(comma), [&](const Word& w) {
                    return w.head == at && (w.upos == Upos::verb || w.relation == Relation::ccomp);
                });
            said = static_cast<std::size_t>(clause - words.begin());
        }
        if (said >= comma) continue;
        // The speaker: the last noun before a preposition.
        std::size_t speaker = limit - 1;
        for (std::size_t i = comma + 1; i < limit; ++i) {
            if (words[i].upos != Upos::adp && words[i].xpos != "-LRB-") continue;
            if (i > comma + 1) speaker = i - 1;
            break;
        }
        while (speaker > comma + 1 && words[speaker].upos == Upos::punct)
            --speaker;
        for (std::size_t i = 0; i < comma; ++i) {
            const bool stays = i == said || i == root_at || !(inside(words[i].head) || words[i].head == at);
            if (!stays) words[i].head = static_cast<std::int32_t>(said);
            // "... killed 11 workers, police said": no subject of "said", but what was killed.
            if (!stays && words[i].relation == Relation::nsubj && i > said) words[i].relation = Relation::obj;
        }
        for (std::size_t i = comma + 1; i < verb; ++i) {
            if (i == speaker || (inside(words[i].head) && words[i].head != static_cast<std::int32_t>(i)))
                continue;
            words[i].head = static_cast<std::int32_t>(speaker);
            words[i].relation = words[i].upos == Upos::det     ? Relation::det
                                : words[i].upos == Upos::punct ? Relation::punct
                                : i > limit                    ? Relation::appos
                                                               : Relation::compound;
        }
        // Within the name nothing may lead back from the speaker to itself.
        for (std::size_t i = comma + 1; i < verb; ++i) {
            std::int32_t up = static_cast<std::int32_t>(i);
            for (std::size_t step = 0; inside(up) && up != static_cast<std::int32_t>(speaker); ++step) {
                if (step > longest_name) {
                    words[i].head = static_cast<std::int32_t>(speaker);
                    break;
                }
                up = words[static_cast<std::size_t>(up)].head;
            }
        }
        if (words[speaker].upos == Upos::adj) words[speaker].upos = Upos::noun;
        words[speaker].head = at;
        words[speaker].relation = Relation::nsubj;
        if (root_at != verb) {
            words[verb].head = static_cast<std::int32_t>(said);
            words[verb].relation = Relation::parataxis;
        }
        if (words[verb].xpos == "VBN") words[verb].xpos = "VBD";
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
        if (!conjunction) {
            // The same "that" taken for an object of the clause, which has its subject: it is the clause's
            // mark.
            for (std::size_t i = 1; i < clause; ++i) {
                Word& mark = sentence.words[i];
                const bool object = mark.head == static_cast<std::int32_t>(clause) && mark.lemma == "that" &&
                                    mark.xpos == "IN" && mark.relation == Relation::obj;
                if (!object || predicate.head != static_cast<std::int32_t>(i) - 1) continue;
                mark.relation = Relation::mark;
                predicate.relation = Relation::acl;
            }
            continue;
        }
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

// "The plant, the company said, will close": a clause between commas that has its own subject and no relative
// pronoun is no relative clause of the noun before it.
void repair_inserted_clauses(Sentence& sentence) {
    auto& words = sentence.words;
    // "Turning back, a number of experts say, would cost more": who speaks stands right before the verb.
    for (std::size_t verb = 3; verb + 1 < words.size(); ++verb) {
        if (!std::ranges::binary_search(closing_verbs, words[verb].lemma) || words[verb + 1].lemma != "," ||
            !words[verb].xpos.starts_with("VB"))
            continue;
        std::size_t comma = verb - 1;
        while (comma > 0 && words[comma].upos != Upos::punct)
            --comma;
        if (words[comma].lemma != "," || !plain_phrase(sentence, comma + 1, verb - 1)) continue;
        for (std::size_t i = comma + 1; i < verb; ++i) {
            Word& w = words[i];
            const bool elsewhere =
                w.relation == Relation::nsubj && w.head > static_cast<std::int32_t>(verb) + 1;
            if (elsewhere && !hangs_on(words, verb, i)) w.head = static_cast<std::int32_t>(verb);
        }
    }
    for (std::size_t verb = 3; verb < words.size(); ++verb) {
        if (words[verb].relation != Relation::acl_relcl ||
            !std::ranges::binary_search(closing_verbs, words[verb].lemma))
            continue;
        std::size_t comma = verb - 1;
        while (comma > 0 && words[comma].upos != Upos::punct)
            --comma;
        const bool between = words[comma].lemma == "," && comma + 1 < verb && verb + 1 < words.size() &&
                             words[verb + 1].lemma == ",";
        if (!between || !plain_phrase(sentence, comma + 1, verb - 1)) continue;
        const bool has_subject =
            std::any_of(words.begin() + static_cast<std::ptrdiff_t>(comma),
                        words.begin() + static_cast<std::ptrdiff_t>(verb), [&](const Word& w) {
                            return w.head == static_cast<std::int32_t>(verb) && w.relation == Relation::nsubj;
                        });
        const auto root = std::ranges::find_if(words, [](const Word& w) { return w.head < 0; });
        if (!has_subject || root == words.end()) continue;
        words[verb].head = static_cast<std::int32_t>(root - words.begin());
        words[verb].relation = Relation::parataxis;
    }
}

// "Ambassador to India Reuven Azar": a name that follows its title without a preposition stands beside it.
void repair_names_behind_titles(Sentence& sentence) {
    auto& words = sentence.words;
    std::vector<bool> has_case(words.size(), false);
    for (const Word& w : words) {
        if (w.head >= 0 && w.relation == Relation::case_) has_case[static_cast<std::size_t>(w.head)] = true;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word& name = words[i];
        if (name.relation == Relation::nmod && name.upos == Upos::propn && name.xpos == "NNP" &&
            !has_case[i] && name.head >= 0 && name.head < static_cast<std::int32_t>(i))
            name.relation = Relation::appos;
    }
    // The same where the name is taken for more of the country's.
    for (std::size_t i = 2; i + 2 < words.size(); ++i) {
        Word& name = words[i + 1];
        const bool country = words[i].relation == Relation::nmod && has_case[i] && words[i].head >= 0 &&
                             words[i].head < static_cast<std::int32_t>(i) && country_named(words[i].lemma);
        if (!country || name.relation != Relation::flat || name.head != static_cast<std::int32_t>(i))
            continue;
        const auto title = static_cast<std::size_t>(words[i].head);
        if (noun_kind(words[title].lemma) != NounKind::role) continue;
        name.head = static_cast<std::int32_t>(title);
        name.relation = Relation::appos;
        for (std::size_t d = i + 2; d < words.size(); ++d) {
            if (words[d].relation == Relation::flat && words[d].head == static_cast<std::int32_t>(i))
                words[d].head = static_cast<std::int32_t>(i + 1);
        }
    }
}

// "Republican pollster Ada Holm told", "MP Sir Piers Holm said": a name right behind a noun in the same place
// of the same verb is the noun's.
void repair_names_beside_nouns(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 1; i < words.size(); ++i) {
        Word& name = words[i];
        if (name.xpos != "NNP" || name.head < 0) continue;
        std::size_t first = i;
        while (first > 0 && hangs_on(words, first - 1, i))
            --first;
        if (first == 0) continue;
        const Word& noun = words[first - 1];
        if ((noun.xpos != "NN" && noun.xpos != "NNP") || noun.head != name.head ||
            noun.relation != name.relation)
            continue;
        switch (name.relation) {
            case Relation::nsubj:
            case Relation::nsubj_pass:
            case Relation::obj:
            case Relation::iobj:
            case Relation::obl:
            case Relation::obl_agent:
            case Relation::conj:
                name.head = static_cast<std::int32_t>(first - 1);
                name.relation = noun.xpos == "NNP" && first == i ? Relation::flat : Relation::appos;
                break;
            default:
                break;
        }
    }
}

// "The minister denied that a relative had received money and said he would stay": the second verb tells what
// somebody says, in the tense of the first, and cannot be of the clause between, whose verb stands in another
// form or whose subject does not speak.
void repair_coordinated_sayings(Sentence& sentence) {
    auto& words = sentence.words;
    const auto dependent = [&](std::size_t head, auto&& fits) -> const Word* {
        const auto at = std::ranges::find_if(
            words, [&](const Word& w) { return w.head == static_cast<std::int32_t>(head) && fits(w); });
        return at == words.end() ? nullptr : &*at;
    };
    const auto subject_of = [&](std::size_t verb) {
        return dependent(verb, [](const Word& w) {
            return w.relation == Relation::nsubj || w.relation == Relation::nsubj_pass ||
                   w.relation == Relation::csubj || w.relation == Relation::expl;
        });
    };
    for (std::size_t verb = 3; verb < words.size(); ++verb) {
        Word& w = words[verb];
        if (w.relation != Relation::conj || w.upos != Upos::verb || w.xpos == "VB" || w.xpos == "VBG" ||
            w.xpos == "VBN" || subject_of(verb) != nullptr)
            continue;
        const bool says = dependent(verb, [](const Word& d) {
                              return d.relation == Relation::ccomp || d.relation == Relation::xcomp;
                          }) != nullptr;
        const auto clause = static_cast<std::size_t>(w.head);
        const bool within = clause < verb && words[clause].relation == Relation::ccomp &&
                            words[clause].head >= 0 && words[clause].head < w.head;
        if (!says || !within) continue;
        const auto outer = static_cast<std::size_t>(words[clause].head);
        const bool same_tense = words[outer].upos == Upos::verb && words[outer].xpos == w.xpos;
        if (!same_tense || subject_of(outer) == nullptr) continue;
        const bool other_form =
            dependent(clause, [](const Word& d) {
                return d.relation == Relation::aux && (d.xpos == "MD" || d.lemma == "have");
            }) != nullptr;
        const Word* subject = subject_of(clause);
        const bool mute = subject != nullptr &&
                          (subject->relation == Relation::expl ||
                           (subject->upos == Upos::noun && noun_kind(subject->lemma) == NounKind::unknown));
        if ((other_form || mute) && !hangs_on(words, outer, verb)) w.head = static_cast<std::int32_t>(outer);
    }
}

// "Sources close to the athlete say that ...": an adjective between a verb's subject and the verb is the
// subject's, no clause of the verb.
void repair_adjectives_behind_subjects(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 1; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.upos != Upos::adj || w.relation != Relation::ccomp || w.head <= static_cast<std::int32_t>(i))
            continue;
        Word& before = words[i - 1];
        const bool of_same =
            before.relation == Relation::nsubj && before.head == w.head &&
            (before.upos == Upos::noun || before.upos == Upos::propn || before.upos == Upos::pron);
        if (!of_same) continue;
        if (hangs_on(words, i - 1, i)) continue;
        w.head = static_cast<std::int32_t>(i) - 1;
        w.relation = Relation::amod;
    }
}

bool has_mark(const std::vector<Word>& words, std::size_t clause, std::string_view lemma) {
    return std::ranges::any_of(words, [&](const Word& w) {
        return w.head == static_cast<std::int32_t>(clause) && w.relation == Relation::mark &&
               w.lemma == lemma;
    });
}

// "said that the entry is false and that the trust is sound": a coordinated "that" continues the clause, not
// the verb.
void repair_coordinated_clauses(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.relation != Relation::conj || w.head < 0 || !has_mark(words, i, "that")) continue;
        for (std::size_t c = i; c-- > 0;) {
            if (words[c].relation != Relation::ccomp || words[c].head != w.head || hangs_on(words, c, i))
                continue;
            w.head = static_cast<std::int32_t>(c);
            break;
        }
    }
}

// "told analysts on a call that the number was right", "announced past midnight that the town was empty": a
// clause that the parser has hung on where, when or how it was said.
void repair_contents_behind_adverbials(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 2; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.relation != Relation::acl || w.head < 0 || !has_mark(words, i, "that")) continue;
        const Word& noun = words[static_cast<std::size_t>(w.head)];
        const bool adverbial = noun.relation == Relation::obl || noun.relation == Relation::obl_npmod ||
                               noun.relation == Relation::obl_tmod;
        if (!adverbial || noun.head < 0 || noun.head > w.head) continue;
        const auto verb = static_cast<std::size_t>(noun.head);
        const std::string& lemma = words[verb].lemma;
        const bool says = lemma == "tell" || std::ranges::binary_search(closing_verbs, lemma);
        const bool has_content = std::ranges::any_of(words, [&](const Word& x) {
            return x.head == static_cast<std::int32_t>(verb) && x.relation == Relation::ccomp;
        });
        if (!says || has_content || hangs_on(words, verb, i)) continue;
        w.head = static_cast<std::int32_t>(verb);
        w.relation = Relation::ccomp;
    }
}

// "Kryon, whose shares have fallen, said": a clause before the verb that opens with a relative pronoun is the
// noun's.
void repair_relative_clauses(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 3; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.relation != Relation::ccomp || w.head <= static_cast<std::int32_t>(i)) continue;
        for (std::size_t pronoun = i; pronoun-- > 2;) {
            if (words[pronoun].upos == Upos::punct) break;
            const bool relative =
                words[pronoun].xpos == "WP$" || words[pronoun].xpos == "WDT" || words[pronoun].lemma == "who";
            if (!relative || words[pronoun - 1].lemma != ",") continue;
            const Word& noun = words[pronoun - 2];
            if ((noun.upos != Upos::noun && noun.upos != Upos::propn) || hangs_on(words, pronoun - 2, i))
                break;
            w.head = noun.head >= 0 && noun.head < static_cast<std::int32_t>(pronoun) &&
                             noun.relation == Relation::flat
                         ? noun.head
                         : static_cast<std::int32_t>(pronoun) - 2;
            w.relation = Relation::acl_relcl;
            break;
        }
    }
}

// What the tagger has taken for another word by its ending: "Fetchly said", "a retired general doubts that".
void repair_tags(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t verb = 0; verb < words.size(); ++verb) {
        Word& w = words[verb];
        const auto at = static_cast<std::int32_t>(verb);
        const auto of_verb = [&](const Word& d, Relation r) { return d.head == at && d.relation == r; };
        const bool has_subject =
            std::ranges::any_of(words, [&](const Word& d) { return of_verb(d, Relation::nsubj); });
        if (w.upos == Upos::verb && verb == 1 && !has_subject && words[0].upos == Upos::adv &&
            words[0].head == at && std::ranges::binary_search(closing_verbs, w.lemma) &&
            !word_id(words[0].lemma)) {
            words[0].upos = Upos::propn;
            words[0].xpos = "NNP";
            words[0].relation = Relation::nsubj;
        }
        // "The school rejected claims that": the first verb has the subject, the second is its object.
        if (w.upos == Upos::verb && w.xpos == "VBZ" && !has_subject && verb > 0 &&
            words[verb - 1].upos == Upos::verb && words[verb - 1].head == at &&
            words[verb - 1].relation == Relation::ccomp && words[verb - 1].xpos == "VBD") {
            Word& first = words[verb - 1];
            first.head = w.head;
            first.relation = w.relation;
            w.head = at - 1;
            w.relation = Relation::obj;
            w.upos = Upos::noun;
            w.xpos = "NNS";
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (i + 1 == verb || words[i].head != at) continue;
                if (words[i].relation == Relation::ccomp && i > verb)
                    words[i].relation = Relation::acl;
                else if (words[i].relation != Relation::det && words[i].relation != Relation::amod)
                    words[i].head = at - 1;
            }
            continue;
        }
        if (w.upos != Upos::noun || w.xpos != "NNS" || w.head >= 0 || !has_subject ||
            std::ranges::any_of(words, [&](const Word& d) { return of_verb(d, Relation::cop); }))
            continue;
        w.upos = Upos::verb;
        w.xpos = "VBZ";
        for (std::size_t i = verb + 1; i < words.size(); ++i) {
            if (of_verb(words[i], Relation::acl) && has_mark(words, i, "that"))
                words[i].relation = Relation::ccomp;
        }
    }
}

// "Ada Holm's lawyers said": of two subjects with a genitive between them the first owns the second.
void repair_possessors(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t mark = 1; mark + 1 < words.size(); ++mark) {
        if (words[mark].xpos != "POS") continue;
        std::size_t owned = mark + 1;
        while (owned + 1 < words.size() &&
               (words[owned].upos == Upos::adj || words[owned].relation == Relation::compound))
            ++owned;
        if (words[owned].relation != Relation::nsubj || words[owned].head <= static_cast<std::int32_t>(owned))
            continue;
        std::size_t owner = mark - 1;
        while (words[owner].head >= 0 && words[owner].head < static_cast<std::int32_t>(mark) &&
               (words[owner].relation == Relation::flat || words[owner].relation == Relation::compound))
            owner = static_cast<std::size_t>(words[owner].head);
        const bool second_subject = owner < mark && words[owner].relation == Relation::nsubj &&
                                    words[owner].head == words[owned].head;
        if (!second_subject) continue;
        words[owner].head = static_cast<std::int32_t>(owned);
        words[owner].relation = Relation::nmod_poss;
        if (!hangs_on(words, owner, mark)) words[mark].head = static_cast<std::int32_t>(owner);
    }
}

// "A forecaster at the port, Ada Holm, said": a name between commas that no "and" joins stands beside the
// person before, not beside the place.
void repair_unjoined_names(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 3; i + 1 < words.size(); ++i) {
        Word& w = words[i];
        // "a man of Springfield, Rhode Island": one word more of the place, or none.
        const bool full_name = w.relation == Relation::appos && i + 2 < words.size() &&
                               words[i + 1].relation == Relation::flat &&
                               words[i + 1].head == static_cast<std::int32_t>(i) &&
                               words[i].lemma != "rhode" &&
                               words[static_cast<std::size_t>(std::max(w.head, 0))].upos == Upos::propn;
        if ((w.relation != Relation::conj && !full_name) || w.xpos != "NNP" || w.head < 0 ||
            w.head >= static_cast<std::int32_t>(i) || words[i - 1].lemma != ",")
            continue;
        const bool joined = std::ranges::any_of(words, [&](const Word& d) {
            return d.head == static_cast<std::int32_t>(i) && d.relation == Relation::cc;
        });
        const Word& place = words[static_cast<std::size_t>(w.head)];
        if (joined || place.relation != Relation::nmod || place.head < 0 || place.head >= w.head) continue;
        const auto person = static_cast<std::size_t>(place.head);
        const NounKind kind = noun_kind(words[person].lemma);
        const bool speaks =
            kind == NounKind::role || kind == NounKind::people || kind == NounKind::spokesperson;
        if (words[person].relation != Relation::nsubj || !speaks || hangs_on(words, person, i)) continue;
        w.head = static_cast<std::int32_t>(person);
        w.relation = Relation::appos;
    }
}

// "said a proposal for a mission, which was new, was likely to fail": the noun behind the verb is no object
// of it, but the subject that the clause behind lacks.
void repair_subjects_of_contents(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t clause = 3; clause < words.size(); ++clause) {
        if (words[clause].relation != Relation::ccomp || words[clause].head < 0 ||
            words[clause].head >= static_cast<std::int32_t>(clause))
            continue;
        const auto verb = static_cast<std::size_t>(words[clause].head);
        if (!std::ranges::binary_search(closing_verbs, words[verb].lemma) || words[verb].lemma == "tell")
            continue;
        bool finite =
            words[clause].xpos == "VBD" || words[clause].xpos == "VBZ" || words[clause].xpos == "VBP";
        bool has_subject = false;
        std::optional<std::size_t> object;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Relation r = words[i].relation;
            if (words[i].head == static_cast<std::int32_t>(clause)) {
                has_subject = has_subject || r == Relation::nsubj || r == Relation::nsubj_pass ||
                              r == Relation::csubj || r == Relation::expl;
                finite = finite || r == Relation::aux || r == Relation::cop || r == Relation::aux_pass;
            }
            const bool noun = words[i].upos == Upos::noun || words[i].upos == Upos::propn;
            if (words[i].head == static_cast<std::int32_t>(verb) && i > verb && i < clause && noun &&
                (r == Relation::obj || r == Relation::obl_npmod))
                object = i;
        }
        if (!finite || has_subject || !object) continue;
        words[*object].head = static_cast<std::int32_t>(clause);
        words[*object].relation = Relation::nsubj;
    }
}

// "Fenwick & Lowe analyst Rita Holm": a noun right behind a firm's name is no third member, but what the name
// belongs to.
void repair_firms_before_nouns(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t noun = 3; noun < words.size(); ++noun) {
        const std::size_t firm = noun - 3;
        const bool joined = words[noun - 2].lemma == "&" && words[firm].upos == Upos::propn &&
                            words[noun - 1].upos == Upos::propn;
        if (!joined || words[noun].upos != Upos::noun || words[noun].relation != Relation::conj ||
            words[noun].head != static_cast<std::int32_t>(firm))
            continue;
        words[noun].head = words[firm].head;
        words[noun].relation = words[firm].relation;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool within = i == noun - 1 || i == noun - 2;
            if (!within && i != noun && words[i].head == static_cast<std::int32_t>(firm) &&
                words[i].relation != Relation::compound && words[i].relation != Relation::flat)
                words[i].head = static_cast<std::int32_t>(noun);
        }
        words[firm].head = static_cast<std::int32_t>(noun);
        words[firm].relation = Relation::compound;
    }
}

// Of two subjects of a verb of saying with a comma or a quotation mark between them, the nearer one says it.
void repair_distant_subjects(std::vector<Word>& words) {
    for (std::size_t verb = 3; verb < words.size(); ++verb) {
        if (!std::ranges::binary_search(closing_verbs, words[verb].lemma)) continue;
        std::optional<std::size_t> distant;
        std::optional<std::size_t> near;
        std::optional<std::size_t> content;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head != static_cast<std::int32_t>(verb)) continue;
            if (words[i].relation == Relation::ccomp) content = i;
            if (words[i].relation == Relation::nsubj) (distant ? near : distant) = i;
        }
        if (!near || *distant > verb) continue;
        const auto mark_between = [&](std::size_t from, std::size_t to) {
            return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                               words.begin() + static_cast<std::ptrdiff_t>(to),
                               [](const Word& w) { return w.lemma == "," || w.xpos == "''"; });
        };
        if (!mark_between(*distant, *near)) continue;
        if (*near > verb && !mark_between(*distant, verb)) {
            // "Holm said at a rally in Drumlin, Ayr": what follows the comma stands beside the noun before
            // it.
            std::size_t comma = *near;
            while (comma > verb + 1 && words[comma].lemma != ",")
                --comma;
            if (comma > verb + 1 && !hangs_on(words, comma - 1, *near)) {
                words[*near].head = static_cast<std::int32_t>(comma - 1);
                words[*near].relation = Relation::appos;
            }
            continue;
        }
        if (*near < verb && words[verb - 1].lemma == ",") {
            // "One adviser, Ada Holm, told": a name between commas stands beside the subject, or the last
            // of several.
            std::size_t beside = *distant;
            for (std::size_t i = *distant + 1; i < *near; ++i) {
                if (words[i].relation == Relation::conj &&
                    words[i].head == static_cast<std::int32_t>(*distant))
                    beside = i;
            }
            words[*near].head = static_cast<std::int32_t>(beside);
            words[*near].relation = Relation::appos;
        } else if (!content) {
            // "'Not me,' Holm said"
            words[*distant].relation = Relation::ccomp;
        } else if (*content > verb) {
            // "Those who wait, Holm said, wind up in court": of the clause that is interrupted.
            const bool complete = std::ranges::any_of(words, [&](const Word& w) {
                return w.head == static_cast<std::int32_t>(*content) &&
                       (w.relation == Relation::nsubj || w.relation == Relation::nsubj_pass);
            });
            if (complete) continue;
            words[*distant].head = static_cast<std::int32_t>(*content);
        }
    }
}

// "'Not now,' warned the Drumlin Gazette": behind what was said and its verb stands who said it, no object.
void repair_inverted_subjects(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t verb = 2; verb + 1 < words.size(); ++verb) {
        const Word& before = words[verb - 1];
        const bool finite = words[verb].xpos == "VBD" || words[verb].xpos == "VBZ";
        const bool place =
            words[verb].relation == Relation::root || words[verb].relation == Relation::parataxis;
        if (!finite || !place || (before.lemma != "," && before.xpos != "''") ||
            !std::ranges::binary_search(closing_verbs, words[verb].lemma))
            continue;
        std::optional<std::size_t> object;
        bool subject = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head != static_cast<std::int32_t>(verb)) continue;
            const Relation r = words[i].relation;
            subject = subject || r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::csubj;
            if (!object && i > verb && (r == Relation::obj || r == Relation::iobj)) object = i;
        }
        if (subject || !object || !hangs_on(words, verb + 1, *object)) continue;
        words[*object].relation = Relation::nsubj;
    }
}

// "Milk might be to blame, but the lawyer, Ada Holm, disputed that": of two subjects, one before the
// predicate and one behind it, the second is that of the next verb, where it has none.
void repair_subjects_of_next_verbs(Sentence& sentence) {
    auto& words = sentence.words;
    const auto is_subject = [](const Word& w) {
        return w.relation == Relation::nsubj || w.relation == Relation::nsubj_pass;
    };
    for (std::size_t second = 3; second + 1 < words.size(); ++second) {
        const std::int32_t of = words[second].head;
        if (!is_subject(words[second]) || of < 0 || of >= static_cast<std::int32_t>(second)) continue;
        const bool first = std::any_of(words.begin(), words.begin() + of,
                                       [&](const Word& w) { return w.head == of && is_subject(w); });
        if (!first) continue;
        for (std::size_t verb = second + 1; verb < words.size(); ++verb) {
            const std::string_view form = words[verb].xpos;
            if (form != "VBD" && form != "VBZ" && form != "VBP") continue;
            if (hangs_on(words, verb, second)) continue;
            const auto at = static_cast<std::int32_t>(verb);
            const bool taken =
                std::ranges::any_of(words, [&](const Word& w) { return w.head == at && is_subject(w); });
            if (words[verb].upos == Upos::verb && !taken) words[second].head = at;
            break;
        }
    }
}

// "A partner at a firm not involved in the case thought that": the participle tells of the firm, and its
// supposed subject is the verb's.
void repair_participles_of_subjects(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t verb = 3; verb < words.size(); ++verb) {
        const std::string_view form = words[verb].xpos;
        if (words[verb].upos != Upos::verb || (form != "VBD" && form != "VBZ" && form != "VBP")) continue;
        const auto at = static_cast<std::int32_t>(verb);
        std::optional<std::size_t> participle;
        bool subject = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head != at) continue;
            subject = subject || words[i].relation == Relation::nsubj;
            if (i < verb && words[i].relation == Relation::ccomp && words[i].xpos == "VBN") participle = i;
        }
        if (subject || !participle) continue;
        std::optional<std::size_t> owner;
        bool finite = false;
        for (std::size_t i = 0; i < verb; ++i) {
            if (words[i].head != static_cast<std::int32_t>(*participle)) continue;
            const Relation r = words[i].relation;
            finite = finite || r == Relation::aux || r == Relation::aux_pass;
            if (i < *participle && (r == Relation::nsubj || r == Relation::nsubj_pass)) owner = i;
        }
        const bool comma = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(*participle),
                                       words.begin() + at, [](const Word& w) { return w.lemma == ","; });
        if (finite || !owner || comma) continue;
        words[*owner].head = at;
        words[*owner].relation = Relation::nsubj;
        words[*participle].head = static_cast<std::int32_t>(*owner);
        words[*participle].relation = Relation::acl;
    }
}

// "Charges are not expected before May, Holm said", "Holm thinks the theory is wrong": a verb has one
// subject. Of two, the one beside the clause that it says is the subject of that clause, where it has none.
void repair_second_subjects(Sentence& sentence) {
    auto& words = sentence.words;
    const auto subject = [&](std::size_t i) {
        return words[i].relation == Relation::nsubj || words[i].relation == Relation::nsubj_pass;
    };
    for (std::size_t clause = 1; clause < words.size(); ++clause) {
        if (words[clause].relation != Relation::ccomp || words[clause].head < 0) continue;
        const auto verb = static_cast<std::size_t>(words[clause].head);
        std::size_t subjects = 0;
        std::optional<std::size_t> beside;
        std::optional<std::size_t> of_verb;  // before it, though hung on its clause behind
        bool passive = false;
        bool complete = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Relation r = words[i].relation;
            if (words[i].head == static_cast<std::int32_t>(clause)) {
                if (i < verb && verb < clause && subject(i)) of_verb = i;
                complete = complete || subject(i) || r == Relation::csubj || r == Relation::expl;
                passive = passive || r == Relation::aux_pass;
            }
            if (words[i].head != static_cast<std::int32_t>(verb) || !subject(i)) continue;
            ++subjects;
            const bool before = clause < verb ? i < clause : i > verb && i < clause;
            if (before && !beside) beside = i;
        }
        // "Many speakers at the service, Holm among them, said it was late": the verb has none.
        if (subjects == 0 && of_verb && words[verb].upos == Upos::verb && words[verb].xpos != "VBN") {
            words[*of_verb].head = static_cast<std::int32_t>(verb);
            words[*of_verb].relation = Relation::nsubj;
            continue;
        }
        if (subjects < 2 || complete || !beside) continue;
        words[*beside].head = static_cast<std::int32_t>(clause);
        words[*beside].relation = passive ? Relation::nsubj_pass : Relation::nsubj;
    }
    repair_distant_subjects(words);
}

// "said 400 had been moved and the rest would follow": a clause in the tenses of reported speech continues
// what is said.
void repair_reported_tenses(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 3; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.relation != Relation::conj || w.head < 0 || w.head >= static_cast<std::int32_t>(i)) continue;
        const auto verb = static_cast<std::size_t>(w.head);
        if (words[verb].xpos != "VBD" || !std::ranges::binary_search(closing_verbs, words[verb].lemma))
            continue;
        bool reported = false;
        bool has_subject = false;
        std::optional<std::size_t> content;
        for (std::size_t d = 0; d < words.size(); ++d) {
            const bool of_clause = words[d].head == static_cast<std::int32_t>(i);
            reported = reported ||
                       (of_clause && words[d].relation == Relation::aux &&
                        (words[d].lemma == "would" || words[d].lemma == "could" ||
                         words[d].lemma == "might" || (words[d].lemma == "have" && words[d].xpos == "VBD")));
            has_subject = has_subject || (of_clause && (words[d].relation == Relation::nsubj ||
                                                        words[d].relation == Relation::nsubj_pass));
            if (words[d].head == static_cast<std::int32_t>(verb) && words[d].relation == Relation::ccomp &&
                d > verb && d < i)
                content = d;
        }
        if (!reported || !has_subject || !content || hangs_on(words, *content, i)) continue;
        w.head = static_cast<std::int32_t>(*content);
    }
}

// "because the plans are secret" is no content of a verb that has another.
void repair_reasons(Sentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word& w = words[i];
        if (w.relation == Relation::ccomp &&
            (has_mark(words, i, "because") || has_mark(words, i, "although") || has_mark(words, i, "unless")))
            w.relation = Relation::advcl;
    }
}

// "said those found wanting will go", "said the houses visited showed nothing": of two clauses the first, a
// participle, tells of the subject of the second.
void repair_participles_before_predicates(Sentence& sentence) {
    auto& words = sentence.words;
    const auto subject_of = [&](std::size_t verb) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head == static_cast<std::int32_t>(verb) &&
                (words[i].relation == Relation::nsubj || words[i].relation == Relation::nsubj_pass))
                return i;
        }
        return words.size();
    };
    for (std::size_t second = 2; second < words.size(); ++second) {
        if (words[second].relation != Relation::ccomp) continue;
        const bool has_subject = subject_of(second) != words.size();
        for (std::size_t first = second; first-- > 1;) {
            const bool participle =
                words[first].relation == Relation::ccomp && words[first].head == words[second].head &&
                words[first].upos == Upos::verb && (words[first].xpos == "VBN" || words[first].xpos == "VBD");
            if (!participle) continue;
            const std::size_t subject = subject_of(first);
            if (has_subject && subject != words.size()) break;
            if (subject == words.size() && words[first - 1].upos == Upos::noun &&
                !hangs_on(words, first - 1, first)) {
                words[first].head = static_cast<std::int32_t>(first) - 1;
                words[first].relation = Relation::acl;
                break;
            }
            if (subject >= first || words[first].head >= static_cast<std::int32_t>(subject) ||
                hangs_on(words, second, first))
                break;
            const std::int32_t at = static_cast<std::int32_t>(first);
            for (std::size_t i = 0; i < subject; ++i) {
                if (words[i].head == at) words[i].head = static_cast<std::int32_t>(second);
            }
            words[subject].head = static_cast<std::int32_t>(second);
            words[subject].relation = Relation::nsubj;
            words[first].head = static_cast<std::int32_t>(subject);
            words[first].relation = Relation::acl;
            break;
        }
    }
}

}  // namespace

void repair(Sentence& sentence) {
    constexpr std::size_t longest = 256;  // words
    if (sentence.words.size() > longest) return;
    repair_tags(sentence);
    repair_names_beside_nouns(sentence);
    repair_participles_of_subjects(sentence);
    repair_subjects_of_next_verbs(sentence);
    repair_second_subjects(sentence);
    repair_inverted_subjects(sentence);
    repair_firms_before_nouns(sentence);
    repair_relative_clauses(sentence);
    repair_content_clauses(sentence);
    repair_inserted_clauses(sentence);
    repair_closing_attributions(sentence);
    repair_names_behind_titles(sentence);
    repair_possessors(sentence);
    repair_contents_behind_adverbials(sentence);
    repair_reported_tenses(sentence);
    repair_subjects_of_contents(sentence);
    repair_unjoined_names(sentence);
    repair_coordinated_sayings(sentence);
    repair_coordinated_clauses(sentence);
    repair_reasons(sentence);
    repair_participles_before_predicates(sentence);
    repair_adjectives_behind_subjects(sentence);
    repair_answers(sentence);
}

}  // namespace whosaid::language
