#include "core/attribution/cue_reader.hpp"

#include "core/attribution/certainty.hpp"
#include "core/language/nouns.hpp"
#include "core/text/characters.hpp"

namespace whosaid::attribution {

bool CueReader::unreal(std::uint32_t v, bool negated) const {
    const Word& w = word(v);
    if (has_mark(v, "if") || has_mark(v, "unless") || has_mark(v, "whether")) return true;
    for (const std::uint32_t d : tree().dependents(v)) {
        if (word(d).relation != Relation::aux || word(d).xpos != "MD") continue;
        const std::string& modal = word(d).lemma;
        if (modal != "would" && modal != "will" && modal != "can" && modal != "could") return true;
        if (modal != "would" && !negated && w.lemma != "reveal") return true;
    }
    if (w.xpos == "VB" && has_mark(v, "to")) {
        if (w.head < 0) return true;
        static constexpr std::array<std::string_view, 14> acting{
            "decline", "refuse", "go",     "continue", "proceed", "move", "begin",
            "take",    "rush",   "hasten", "seem",     "appear",  "care", "be"};
        return w.relation != Relation::xcomp ||
               !one_of(word(static_cast<std::uint32_t>(w.head)).lemma, acting);
    }
    if (w.xpos == "VB" && !tree().dependent(v, {Relation::aux})) return true;  // an order to the reader
    return false;
}

void CueReader::verb(std::uint32_t v) {
    const Cue* cue = entry(v);
    if (!cue) return;
    Attribution a;
    a.cue = *cue;
    a.cue_word = ref(v);
    a.cue_spans = cue_spans(v, *cue);
    a.negated = is_negated(v);
    if (unreal(v, a.negated)) return;
    const bool inside = quoted_.around(word(v).span) != nullptr;

    std::optional<std::uint32_t> source;
    std::optional<Content> content;
    if (is_reduced_passive(v)) {
        // "Asked by a clerk whether it was safe, he said": who asks stands behind "by", or nowhere.
        source = agent(v);
        if (!source) return;
        content = verb_content(v, *cue);
    } else if (is_passive(v)) {
        source = agent(v);
        const auto about_whom = tree().dependent(
            v, {Relation::nsubj_pass, Relation::csubj_pass, Relation::expl, Relation::nsubj});
        auto heard = cue->takes(recipient) && about_whom ? verb_content(v, *cue) : std::nullopt;
        if (heard && (source || cue->lemma == "tell" || cue->lemma == "inform")) {
            content = std::move(heard);
            content->recipient = about_whom;
            a.heard = !source;
        } else {
            content = passive_content(v, *cue, about_whom);
            a.agentless = !source;
            if (!source && word(v).lemma == "expect")
                return;  // "is expected to" is the outlet's own forecast
        }
    } else {
        source = quoted_source(v);
        if (!source) source = subject(v);
        if (!source && cue->takes(quote)) source = inverted_subject(v);
        if (source && word(*source).upos == Upos::pron) {
            const std::string& p = word(*source).lemma;
            static constexpr std::array<std::string_view, 9> no_source{
                "i", "you", "it_", "what", "there", "anyone", "nobody", "everyone", "who"};
            if (one_of(p, no_source) && (inside || p != "i")) return;
            if (p == "we" && inside) return;
        }
        content = verb_content(v, *cue);
        if (cue->lemma == "emerge" || cue->lemma == "transpire") {
            if (source && word(*source).lemma != "it") return;
            source.reset();
            a.agentless = true;
        }
        if (!content && source && cue->takes(quote)) content = before(v, *source, *cue);
        if (content && source) with_opening(v, *source, *content);
    }
    if (cue->lemma == "cite" && !is_passive(v)) {
        if (auto cited = cited_source(v)) {
            source = cited->first;
            content = std::move(cited->second);
            a.cited = true;
        }
    }
    if (source) a.source = ref(*source);
    if (!source && !a.agentless && !a.heard) return;
    if (content) {
        a.content = content->spans;
        a.content_head = ref(content->head);
        a.rule = content->rule;
        if (content->recipient) a.recipient = ref(*content->recipient);
    } else if (const auto told = recipient_of(v, *cue)) {
        a.recipient = ref(*told);
    }
    if (!a.recipient && cue->takes(quote)) a.recipient = interviewer(v);
    if (a.recipient && a.source && a.recipient->word == a.source->word) a.recipient.reset();
    const auto object_of = tree().dependent(v, {Relation::obj});
    a.refers_back =
        cue->takes(denies) && a.source && object_of && *object_of > v && stands_for_words(*object_of);
    if (cue->takes(quote) && !inside && !a.refers_back) attach_quotations(a, v);
    if (a.content.empty() && !a.refers_back) return;
    if (std::any_of(a.content.begin(), a.content.end(), [&](Span s) { return s.contains(word(v).span); }))
        return;
    if (!says(a, v) || is_condition_of_anonymity(a, v) || is_no_statement(v)) return;
    auto second = content && !has_quotation(a) ? less_sure_part(a, content->head) : std::nullopt;
    keep(std::move(a));
    if (second) keep(std::move(*second));
}

void CueReader::noun(std::uint32_t n) {
    const Cue* cue = noun_cue(word(n).lemma);
    if (!cue) return;
    std::optional<std::uint32_t> source = tree().dependent(n, {Relation::nmod_poss});
    std::optional<std::uint32_t> content;
    for (const std::uint32_t d : tree().dependents(n)) {
        const Relation r = word(d).relation;
        if (r == Relation::nmod) {
            const auto p = preposition(d);
            const bool of_speaker = p && *p == "of" && word(d).upos == Upos::propn;
            if (!source && p && (*p == "by" || *p == "from" || of_speaker)) source = d;
        }
        if (d > n && (r == Relation::acl || r == Relation::ccomp) && has_mark(d, "that")) content = d;
        if (d > n && !content && r == Relation::acl && has_mark(d, "to") &&
            (cue->cue_class != CueClass::speech || is_perfect(d)))
            content = d;
    }
    // "a claim by scientists to have made it": the infinitive may hang on who claims.
    if (!content && source && *source > n) {
        for (const std::uint32_t d : tree().dependents(*source)) {
            if (word(d).relation == Relation::acl &&
                (has_mark(d, "that") || (has_mark(d, "to") && is_perfect(d))))
                content = d;
        }
    }
    // "dropped the broadest hint yet that ...": the clause may hang on the verb.
    if (!content && word(n).head >= 0 && word(n).relation == Relation::obj) {
        const auto v = static_cast<std::uint32_t>(word(n).head);
        const auto c = tree().dependent(v, {Relation::ccomp});
        if (c && *c > n && has_mark(*c, "that") && verb_cue(word(v).lemma) == nullptr) content = c;
    }
    // "the report by X" without a clause says nothing of its content; "made a claim that": the verb's
    // subject speaks.
    if (!content) return;
    Span cue_span = word(n).span;
    if (!source && word(n).head >= 0 && word(n).relation == Relation::obj) {
        const auto v = static_cast<std::uint32_t>(word(n).head);
        const Cue* of_verb = entry(v);
        if (of_verb != nullptr && of_verb->takes(object))
            return;  // "rejected claims that": told of by the verb
        source = subject(v);
        if (v < n) cue_span.begin = word(v).span.begin;  // "dropped a broad hint"
    }
    if (!source) return;
    Attribution a;
    a.cue = *cue;
    a.cue_word = ref(n);
    a.cue_spans = {cue_span};
    a.source = ref(*source);
    a.content = clause_content(*content, std::nullopt);
    a.content_head = ref(*content);
    a.rule = "noun";
    if (!a.content.empty()) keep(std::move(a));
}

void CueReader::according(std::uint32_t w) {
    const bool per = word(w).lemma == "per";
    if (!per && (w + 1 >= tree().size() || word(w + 1).lemma != "to")) return;
    if (word(w).head < 0) return;
    auto np = static_cast<std::uint32_t>(word(w).head);
    if (np < w || (word(np).upos != Upos::noun && word(np).upos != Upos::propn &&
                   word(np).upos != Upos::pron && word(np).upos != Upos::num)) {
        // The parser hung it elsewhere: take the noun that governs the words behind it.
        const std::uint32_t start = w + (per ? 1 : 2);
        if (start >= tree().size()) return;
        np = start;
        while (word(np).head > static_cast<std::int32_t>(w) && word(np).relation != Relation::nsubj &&
               word(static_cast<std::uint32_t>(word(np).head)).upos != Upos::verb) {
            np = static_cast<std::uint32_t>(word(np).head);
        }
    }
    // "per cent", "per head"
    if (per && word(np).upos != Upos::propn && !tree().dependent(np, {Relation::det, Relation::nmod_poss}))
        return;
    const bool as_per = per && w > 0 && word(w - 1).lemma == "as";
    keep_phrase(as_per ? w - 1 : w, per ? w : w + 1, np, "according to", clause_above(w, np));
}

void CueReader::in_the_words_of(std::uint32_t w) {
    struct Phrase {
        std::string_view noun, preposition;
        Certainty commitment;
    };
    static constexpr auto phrases = std::to_array<Phrase>({{"account", "by", Certainty::asserted},
                                                           {"admission", "by", Certainty::confirmed},
                                                           {"estimate", "by", Certainty::probable},
                                                           {"judgment", "in", Certainty::probable},
                                                           {"opinion", "in", Certainty::probable},
                                                           {"reckoning", "by", Certainty::probable},
                                                           {"view", "in", Certainty::probable},
                                                           {"word", "in", Certainty::asserted}});
    if (word(w).head <= static_cast<std::int32_t>(w)) return;
    const auto noun = static_cast<std::uint32_t>(word(w).head);
    const auto* phrase = std::ranges::find_if(phrases, [&](const Phrase& p) {
        return p.noun == word(noun).lemma && p.preposition == word(w).lemma;
    });
    if (phrase == phrases.end() || word(w).relation != Relation::case_) return;
    std::optional<std::uint32_t> source = tree().dependent(noun, {Relation::nmod_poss});
    std::uint32_t last = noun;
    for (const std::uint32_t d : tree().dependents(noun)) {
        if (source || word(d).relation != Relation::nmod || preposition(d).value_or("") != "of") continue;
        source = d;
        last = *tree().dependent(d, {Relation::case_});
    }
    if (!source) return;
    const auto predicate = clause_above(w, noun);
    if (!predicate) return;
    if (keep_phrase(w, last, *source, "in the words of", predicate, noun)) {
        found_.back().cue.commitment = phrase->commitment;
    }
}

bool CueReader::keep_phrase(std::uint32_t first, std::uint32_t last, std::uint32_t source,
                            std::string_view rule, std::optional<std::uint32_t> predicate,
                            std::optional<std::uint32_t> phrase_head) {
    if (!predicate) return false;
    Span phrase{word(first).span.begin, noun_phrase(tree(), source).end};
    if (phrase_head) phrase.end = std::max(phrase.end, word(*phrase_head).span.end);
    // "in the opinion of geologist Ada Holm": with the name, which may hang elsewhere.
    for (std::uint32_t i = source + 1; i < tree().size() && word(i).span.begin <= phrase.end + 1; ++i) {
        if (word(i).upos == Upos::propn || (word(i).upos == Upos::punct && word(i).xpos == "HYPH"))
            phrase.end = std::max(phrase.end, word(i).span.end);
    }
    std::vector<std::uint32_t> words;
    for (const std::uint32_t i : tree().subtree(*predicate)) {
        if (!word(i).span.overlaps(phrase)) words.push_back(i);
    }
    std::uint32_t behind = last + 1;
    while (behind < tree().size() && word(behind).span.begin < phrase.end)
        ++behind;
    if (*predicate < first) {
        // "according to a statement, which also accused the guards": what is told of the source.
        while (behind < tree().size() && word(behind).lemma == ",")
            ++behind;
        if (behind < tree().size() && (word(behind).xpos == "WDT" || word(behind).xpos == "WP"))
            std::erase_if(words, [&](std::uint32_t i) { return i >= behind; });
    } else if (const auto subject = tree().dependent(*predicate, {Relation::nsubj, Relation::nsubj_pass});
               subject && behind < tree().size() && word(behind).upos != Upos::punct) {
        // "According to a report from May, seen by the Wire, the drain was full": the same, up to the
        // subject.
        const std::uint32_t begin = tree().subtree(*subject).front();
        if (begin > behind && word(begin - 1).lemma == ",")
            std::erase_if(words, [&](std::uint32_t i) { return i >= behind && i < begin; });
    }
    Attribution a;
    a.cue = Cue{rule, CueClass::speech, Certainty::asserted, clause};
    a.cue_word = ref(first);
    a.cue_spans = {Span{word(first).span.begin, word(last).span.end}};
    a.source = ref(source);
    a.content = pieces(words);
    a.content_head = ref(*predicate);
    a.rule = rule;
    if (a.content.empty()) return false;
    const std::size_t before = found_.size();
    keep(std::move(a));
    return found_.size() > before;
}

void CueReader::adjective(std::uint32_t w) {
    struct State {
        std::string_view word;
        Certainty commitment;
    };
    static constexpr auto states = std::to_array<State>({{"adamant", Certainty::asserted},
                                                         {"afraid", Certainty::possible},
                                                         {"assured", Certainty::probable},
                                                         {"certain", Certainty::probable},
                                                         {"clear", Certainty::asserted},
                                                         {"confident", Certainty::probable},
                                                         {"convinced", Certainty::probable},
                                                         {"doubtful", Certainty::possible},
                                                         {"hopeful", Certainty::uncommitted},
                                                         {"known", Certainty::asserted},
                                                         {"optimistic", Certainty::probable},
                                                         {"plain", Certainty::asserted},
                                                         {"positive", Certainty::probable},
                                                         {"sceptical", Certainty::possible},
                                                         {"skeptical", Certainty::possible},
                                                         {"sure", Certainty::probable},
                                                         {"worried", Certainty::possible}});
    static_assert(std::ranges::is_sorted(states, {}, &State::word));
    const std::string form = text::lower(word(w).span.of(text_));
    const auto* state = std::ranges::lower_bound(states, form, {}, &State::word);
    if (state == states.end() || state->word != form || quoted_.around(word(w).span)) return;
    std::uint32_t verb = w;  // whose subject speaks
    const bool made = word(w).relation == Relation::xcomp && word(w).head >= 0 &&
                      (word(static_cast<std::uint32_t>(word(w).head)).lemma == "make" ||
                       word(static_cast<std::uint32_t>(word(w).head)).lemma == "let");
    const bool outward = form == "clear" || form == "plain" || form == "known";
    if (made) verb = static_cast<std::uint32_t>(word(w).head);
    if (outward != made || (!made && !tree().dependent(w, {Relation::cop}))) return;
    std::optional<std::uint32_t> content;
    for (const std::uint32_t at : {w, verb}) {
        for (const std::uint32_t d : tree().dependents(at)) {
            const Relation r = word(d).relation;
            if (d > w && !content && (r == Relation::ccomp || (r == Relation::advcl && has_mark(d, "that"))))
                content = d;
        }
    }
    const auto source = subject(verb);
    if (!content || !source || word(*source).lemma == "it") return;
    Attribution a;
    a.negated = is_negated(verb) || is_negated(w);
    a.cue = Cue{state->word, made ? CueClass::speech : CueClass::thought, state->commitment, clause};
    a.cue_word = ref(w);
    const Cue plain;
    a.cue_spans = {Span{cue_spans(verb, plain).front().begin, word(w).span.end}};
    if (const auto cop = tree().dependent(w, {Relation::cop}); cop && !made)
        a.cue_spans.front().begin = word(*cop).span.begin;
    a.source = ref(*source);
    a.content = clause_content(*content, std::nullopt);
    a.content_head = ref(*content);
    a.rule = "state of mind";
    if (!a.content.empty()) keep(std::move(a));
}

void CueReader::hearsay(std::uint32_t w) {
    static constexpr std::array<std::string_view, 4> adverbs{"allegedly", "purportedly", "reportedly",
                                                             "supposedly"};
    if (!one_of(word(w).lemma, adverbs) || word(w).head < 0 || word(w).relation != Relation::advmod) return;
    if (quoted_.around(word(w).span)) return;
    const auto predicate = static_cast<std::uint32_t>(word(w).head);
    std::vector<std::uint32_t> words = tree().subtree(predicate);
    std::erase_if(words, [&](std::uint32_t i) {
        return i == w ||
               (word(i).head == static_cast<std::int32_t>(predicate) && word(i).relation == Relation::mark);
    });
    Attribution a;
    a.cue = Cue{"reportedly", CueClass::speech, Certainty::uncommitted, clause};
    a.cue_word = ref(w);
    a.cue_spans = {word(w).span};
    a.agentless = true;
    a.content = pieces(words);
    a.content_head = ref(predicate);
    a.rule = "hearsay";
    constexpr std::size_t least_words = 3;
    if (words.size() >= least_words && !a.content.empty()) keep(std::move(a));
}

bool CueReader::says(Attribution& a, std::uint32_t v) const {
    const Word& w = word(v);
    bool held_back = false;
    const bool of_governor =
        w.relation == Relation::xcomp || (w.relation == Relation::advcl && w.xpos != "VBG");
    if (w.head >= 0 &&
        (of_governor || (w.xpos == "VBG" && w.relation == Relation::advcl && has_mark(v, "of")))) {
        const std::string& governor = word(static_cast<std::uint32_t>(w.head)).lemma;
        if (governor == "decline" || governor == "refuse") held_back = true;
        if (governor == "stop") a.hedged = true;
    }
    if (!a.negated && !held_back) return true;
    const bool commits = a.cue.takes(denies) || a.cue.commitment == Certainty::confirmed;
    if (commits) {
        a.hedged = true;
        return true;
    }
    if (a.cue.cue_class == CueClass::thought && !held_back) return true;
    const bool asks_back =
        a.content_head && a.content_head->sentence == sentence_ &&
        (has_mark(a.content_head->word, "whether") || has_mark(a.content_head->word, "if"));
    return !asks_back && !held_back && a.cue.cue_class != CueClass::speech;
}

std::optional<Attribution> CueReader::less_sure_part(Attribution& a, std::uint32_t head) const {
    const Certainty first = wording(text_, tree(), head).certainty;
    for (const std::uint32_t d : tree().dependents(head)) {
        if (word(d).relation != Relation::conj || d < head || !tree().dependent(d, {Relation::cc})) continue;
        const auto words = tree().subtree(d);
        const bool clause_like =
            has_mark(d, "that") || tree().dependent(d, {Relation::aux, Relation::cop, Relation::nsubj});
        constexpr std::size_t least_words = 4;
        if (!clause_like || words.size() < least_words || wording(text_, tree(), d).certainty == first)
            continue;
        std::vector<std::uint32_t> own = words;
        std::erase_if(own, [&](std::uint32_t w) {
            return word(w).head == static_cast<std::int32_t>(d) && w < d &&
                   (word(w).relation == Relation::cc ||
                    (word(w).relation == Relation::mark && word(w).lemma == "that"));
        });
        Attribution second = a;
        second.content = pieces(own);
        second.content_head = ref(d);
        const std::uint32_t from = word(words.front()).span.begin;
        std::vector<Span> rest;
        for (Span piece : a.content) {
            if (piece.begin >= from) continue;
            if (piece.end > from) {
                std::uint32_t last = words.front();
                while (last > 0 && word(last - 1).upos == Upos::punct && !quoted_.around(word(last - 1).span))
                    --last;
                if (last == 0) continue;
                piece.end = word(last - 1).span.end;
            }
            rest.push_back(piece);
        }
        if (second.content.empty() || rest.empty()) continue;
        a.content = std::move(rest);
        return second;
    }
    return std::nullopt;
}

bool CueReader::is_condition_of_anonymity(const Attribution& a, std::uint32_t v) const {
    static constexpr auto naming =
        std::to_array<std::string_view>({"cite", "identify", "name", "quote", "use", "withhold"});
    if (!a.content_head || a.content_head->sentence != sentence_) return false;
    const std::uint32_t head = a.content_head->word;
    if (word(head).lemma == "anonymity") return true;
    const CueClass of = a.cue.cue_class;
    if ((of != CueClass::intention && !a.cue.takes(asks) && word(v).lemma != "decline") ||
        !std::ranges::binary_search(naming, word(head).lemma))
        return false;
    const bool passive = tree().dependent(head, {Relation::aux_pass, Relation::nsubj_pass}).has_value();
    const bool of_name = std::ranges::any_of(tree().subtree(head), [&](std::uint32_t i) {
        return word(i).lemma == "name" && word(i).upos == Upos::noun;
    });
    return passive || of_name;
}

bool CueReader::is_no_statement(std::uint32_t v) const {
    const std::string& lemma = word(v).lemma;
    if (lemma == "see") {
        const auto o = tree().dependent(v, {Relation::obj});
        const bool perfect = tree().dependent(v, {Relation::aux}).has_value();
        const bool as = std::ranges::any_of(
            tree().dependents(v), [&](std::uint32_t d) { return preposition(d).value_or("") == "as"; });
        const auto det = o ? tree().dependent(*o, {Relation::det}) : std::nullopt;
        const bool measured = det && (word(*det).lemma == "no" || word(*det).lemma == "any" ||
                                      word(*det).lemma == "little" || word(*det).lemma == "some");
        return perfect || !(as || measured);
    }
    // A nurse finds a boy, a report finds errors.
    if (lemma == "find" && !tree().dependent(v, {Relation::ccomp})) {
        const auto who = subject(v);
        return who && (word(*who).upos == Upos::propn || word(*who).upos == Upos::pron ||
                       language::noun_kind(word(*who).lemma) == language::NounKind::role ||
                       language::noun_kind(word(*who).lemma) == language::NounKind::people);
    }
    if (lemma == "know") return is_negated(v);
    if (lemma == "consider") return word(v).xpos == "VBG";
    return false;
}

bool CueReader::stands_for_words(std::uint32_t object) const {
    const Word& w = word(object);
    if (w.upos == Upos::pron) return w.lemma == "it" || w.lemma == "that" || w.lemma == "this";
    static constexpr auto nouns = std::to_array<std::string_view>(
        {"account", "accusation", "allegation", "argument", "assertion", "charge", "claim", "contention",
         "report", "statement", "suggestion", "version"});
    if (!std::ranges::binary_search(nouns, w.lemma)) return false;
    bool definite = false;
    for (const std::uint32_t d : tree().dependents(object)) {
        const Relation r = word(d).relation;
        definite = definite || (r == Relation::det && word(d).lemma != "a" && word(d).lemma != "any" &&
                                word(d).lemma != "no");
        if (r != Relation::det && r != Relation::punct && r != Relation::amod) return false;
    }
    return definite;
}

bool CueReader::speaks_between(std::uint32_t v, std::uint32_t pos) const {
    for (std::uint32_t i = v + 1; i < tree().size() && word(i).span.begin < pos; ++i) {
        if (word(i).upos != Upos::verb) continue;
        const Cue* cue = verb_cue(word(i).lemma);
        if (cue != nullptr && cue->takes(quote)) return true;
    }
    return false;
}

void CueReader::attach_quotations(Attribution& a, std::uint32_t v) {
    const auto [first, last] = cue_clause(v, a.source ? std::optional(a.source->word) : std::nullopt);
    const Span region{word(first).span.begin, word(last).span.end};
    const Span sentence = document_.sentences[sentence_].span;
    const auto& all = quoted_.all();
    // "'...,' he told us, noting that ...": what stands before the speaker belongs to the first verb.
    const bool goes_on = word(v).xpos == "VBG" && word(v).relation != Relation::root;
    const auto q1 = goes_on ? std::nullopt : quotation_before(region.begin);
    // "...." The minister denies it: a quotation that is closed by a full stop belongs to the speaker
    // before, where the cue has content of its own or opens a sentence; so does one of the last paragraph.
    const bool opens = document_.sentences[sentence_].span.begin == region.begin;
    const bool closed =
        q1 && ((closes_sentence(all[*q1].span) && (!a.content.empty() || opens)) ||
               Span{all[*q1].span.end, region.begin}.of(text_).find('\n') != std::string_view::npos);
    if (q1 && is_full(all[*q1]) && !closed && !quoted_.around(region)) {
        a.content = {all[*q1].span};
        a.rule = "quotation before";
        used_[*q1] = true;
        if (const auto q2 = quotation_after(region.end, sentence.end);
            q2 && all[*q2].span.size() > 12 && !speaks_between(v, all[*q2].span.begin)) {
            a.content.push_back(all[*q2].span);
            used_[*q2] = true;
        }
        return;
    }
    if (const auto q2 = quotation_after(region.end, sentence.end);
        q2 && !quoted_.around(region) && !speaks_between(v, all[*q2].span.begin) &&
        text_.substr(region.end, all[*q2].span.begin - region.end).find(" that ") == std::string_view::npos) {
        const Span between{region.end, all[*q2].span.begin};
        const bool direct =
            between.of(text_).find_first_of(":,") != std::string_view::npos || is_full(all[*q2]);
        if (direct && all[*q2].span.size() > 12) {
            a.content = {all[*q2].span};
            a.rule = "quotation after";
            used_[*q2] = true;
            return;
        }
    }
}

void CueReader::whole_quotations(Attribution& a) {
    for (Span& piece : a.content) {
        for (std::size_t i = 0; i < quoted_.all().size(); ++i) {
            const Span q = quoted_.all()[i].span;
            if (q.begin >= piece.end) break;
            if (!q.overlaps(piece)) continue;
            const bool cue_inside =
                std::any_of(a.cue_spans.begin(), a.cue_spans.end(), [&](Span c) { return q.overlaps(c); });
            // Whose words the quotation is, a cue within it does not tell.
            if (!cue_inside) used_[i] = true;
            if (cue_inside || q.contains(piece))
                continue;  // a cue inside its quotation speaks of a part of it
            if (piece.begin > q.begin) piece.begin = q.begin;
            if (piece.end < q.end) piece.end = q.end;
        }
    }
}

void CueReader::keep(Attribution a) {
    whole_quotations(a);
    std::sort(a.content.begin(), a.content.end());
    std::vector<Span> joined;
    for (const Span s : a.content) {
        if (!joined.empty() && s.begin <= joined.back().end) {
            joined.back().end = std::max(joined.back().end, s.end);
        } else {
            joined.push_back(s);
        }
    }
    a.content = std::move(joined);
    if (!a.content.empty() || a.refers_back) found_.push_back(std::move(a));
}

bool CueReader::has_quotation(const Attribution& a) {
    return a.rule.starts_with("quotation") || a.rule.starts_with("floating");
}

}  // namespace whosaid::attribution
