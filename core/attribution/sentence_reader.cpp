#include "core/attribution/sentence_reader.hpp"

namespace whosaid::attribution {

bool is_subject(Relation relation) {
    return relation == Relation::nsubj || relation == Relation::csubj;
}

bool is_relative_pronoun(const Word& word) {
    return word.xpos == "WP" || word.xpos == "WDT" || (word.lemma == "that" && word.upos == Upos::pron);
}

bool is_letterless(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || u >= 0xC3;
    });
}
bool SentenceReader::has_mark(std::uint32_t w, std::string_view lemma) const {
    for (const std::uint32_t d : tree().dependents(w)) {
        if (word(d).relation == Relation::mark && word(d).lemma == lemma) return true;
    }
    return false;
}

bool SentenceReader::is_negated(std::uint32_t w) const {
    for (const std::uint32_t d : tree().dependents(w)) {
        const std::string& lemma = word(d).lemma;
        if ((word(d).relation == Relation::advmod || word(d).relation == Relation::det ||
             word(d).relation == Relation::cc_preconj || word(d).relation == Relation::cc) &&
            (lemma == "not" || lemma == "never" || lemma == "neither" || lemma == "nor" || lemma == "n't")) {
            return true;
        }
    }
    return false;
}

bool SentenceReader::follows_as_subject(std::uint32_t v) const {
    const auto dependents = tree().dependents(v);
    return std::ranges::any_of(dependents,
                               [&](std::uint32_t d) { return d > v && word(d).relation == Relation::nsubj; });
}

std::optional<std::uint32_t> SentenceReader::subject(std::uint32_t verb_index) const {
    std::uint32_t v = verb_index;
    for (int step = 0; step < 6; ++step) {
        // "It has not, said the economist": of two subjects the one behind the verb.
        const bool inverted = v > 0 && word(v - 1).lemma == "," && v + 1 < tree().size();
        for (const std::uint32_t d : tree().dependents(v)) {
            if (!is_subject(word(d).relation)) continue;
            if (inverted && d < v && follows_as_subject(v)) continue;
            // A subject within a quotation that the verb stands outside of is that of the quoted words.
            const auto* quotation = quoted_.around(word(d).span);
            if (quotation != nullptr && quotation != quoted_.around(word(v).span) &&
                quotation->span.size() > 2 * word(d).span.size() + 8)
                continue;
            if (is_relative_pronoun(word(d)) && word(v).head >= 0 &&
                (word(v).relation == Relation::acl_relcl || word(v).relation == Relation::acl)) {
                return static_cast<std::uint32_t>(word(v).head);
            }
            return d;
        }
        // "The plan has failed, the ministry said, adding that ...": the speaker goes on.
        if (step > 0 && word(verb_index).xpos == "VBG") {
            for (const std::uint32_t d : tree().dependents(v)) {
                if (word(d).relation != Relation::parataxis || d > verb_index || d < v) continue;
                if (const auto speaker = tree().dependent(d, {Relation::nsubj})) return speaker;
            }
        }
        // A passive verb's subject speaks only where the governor is passive: "was quoted as saying".
        if (step > 0) {
            if (const auto passive = tree().dependent(v, {Relation::nsubj_pass})) return passive;
        }
        const Relation r = word(v).relation;
        if (word(v).head < 0) return std::nullopt;
        const auto head = static_cast<std::uint32_t>(word(v).head);
        // "rejected the decision, claiming that ...": the comma parts it from the noun.
        const bool apart =
            r == Relation::acl && word(v).xpos == "VBG" && v > 1 &&
            (word(v - 1).lemma == "," || (word(v - 1).upos == Upos::punct && word(v - 2).lemma == ",")) &&
            word(head).relation == Relation::obj && word(head).head >= 0;
        // "issued a statement saying that ...": who issues it speaks.
        static constexpr std::array<std::string_view, 5> issuing{"issue", "make", "publish", "put",
                                                                 "release"};
        const bool issued = r == Relation::acl && word(v).xpos == "VBG" &&
                            word(head).relation == Relation::obj && word(head).head >= 0 &&
                            one_of(word(static_cast<std::uint32_t>(word(head).head)).lemma, issuing);
        if (apart || issued) {
            v = static_cast<std::uint32_t>(word(head).head);
            continue;
        }
        if (r == Relation::acl) return word(v).xpos == "VBN" ? std::nullopt : std::optional(head);
        if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl && r != Relation::parataxis &&
            r != Relation::acl_relcl) {
            return std::nullopt;
        }
        if (r == Relation::acl_relcl) return head;
        if (r == Relation::parataxis && step == 0) return std::nullopt;
        v = head;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> SentenceReader::agent(std::uint32_t v) const {
    // "was pronounced fit by the doctor": hung on what it was pronounced.
    if (const auto open = tree().dependent(v, {Relation::xcomp}); open && word(*open).upos == Upos::adj) {
        if (const auto by = agent(*open)) return by;
    }
    for (const std::uint32_t d : tree().dependents(v)) {
        if (word(d).relation != Relation::obl && word(d).relation != Relation::obl_agent) continue;
        for (const std::uint32_t c : tree().dependents(d)) {
            if (word(c).relation == Relation::case_ && word(c).lemma == "by") return d;
        }
    }
    return std::nullopt;
}

bool SentenceReader::is_reduced_passive(std::uint32_t v) const {
    return word(v).xpos == "VBN" &&
           (word(v).relation == Relation::advcl || word(v).relation == Relation::acl) &&
           !tree().dependent(v, {Relation::aux, Relation::aux_pass, Relation::nsubj, Relation::nsubj_pass});
}

bool SentenceReader::is_passive(std::uint32_t v) const {
    if (word(v).xpos != "VBN" && word(v).xpos != "VBD") return false;
    return tree().dependent(v, {Relation::aux_pass, Relation::nsubj_pass, Relation::csubj_pass}).has_value();
}

std::optional<std::uint32_t> SentenceReader::quoted_source(std::uint32_t v) const {
    const Word& w = word(v);
    if (w.xpos != "VBG" || w.head < 0 || w.head >= static_cast<std::int32_t>(v) || !has_mark(v, "as"))
        return std::nullopt;
    const auto quoting = static_cast<std::uint32_t>(w.head);
    return is_passive(quoting) ? std::nullopt : tree().dependent(quoting, {Relation::obj});
}

std::optional<std::uint32_t> SentenceReader::inverted_subject(std::uint32_t v) const {
    if (v == 0 || word(v - 1).upos != Upos::punct) return std::nullopt;
    return tree().dependent(v, {Relation::obj, Relation::dep});
}

std::vector<Span> SentenceReader::cue_spans(std::uint32_t v, const Cue& cue) const {
    std::uint32_t first = v;
    std::uint32_t last = v;
    for (const std::uint32_t d : tree().dependents(v)) {
        const Relation r = word(d).relation;
        if (d < v && (r == Relation::aux || r == Relation::aux_pass)) first = std::min(first, d);
        if (d == last + 1 && r == Relation::compound_prt) last = d;
    }
    for (std::uint32_t i = first; i < v; ++i) {
        // A subject between auxiliary and verb ("has X said") breaks the cue in two; keep the verb alone.
        if (word(i).upos != Upos::aux && word(i).upos != Upos::adv && word(i).upos != Upos::part)
            first = i + 1;
    }
    // "hinted at", "called for": the preposition that makes the entry.
    const auto blank = cue.lemma.find(' ');
    if (blank != std::string_view::npos && last == v && v + 1 < tree().size() &&
        word(v + 1).lemma == cue.lemma.substr(blank + 1))
        last = v + 1;
    // "declined to rule out", "stopped short of saying": with the verb that leads to it.
    if (first == v && word(v).head >= 0 && word(v).head < static_cast<std::int32_t>(v)) {
        const auto governor = static_cast<std::uint32_t>(word(v).head);
        static constexpr std::array<std::string_view, 6> leading{"care",   "decline", "go",
                                                                 "refuse", "stop",    "unable"};
        const bool leads = one_of(word(governor).lemma, leading) &&
                           (word(v).relation == Relation::xcomp || word(v).relation == Relation::advcl);
        constexpr std::uint32_t farthest = 5;  // "went on record as saying"
        if (leads && v - governor <= farthest) {
            const Cue plain;
            const auto outer = cue_spans(governor, plain);
            return {Span{outer.front().begin, word(last).span.end}};
        }
    }
    return {Span{word(first).span.begin, word(last).span.end}};
}

const Cue* SentenceReader::entry(std::uint32_t v) const {
    const std::string& lemma = word(v).lemma;
    for (const std::uint32_t d : tree().dependents(v)) {
        if (d < v) continue;
        std::string_view second;
        if (word(d).relation == Relation::compound_prt || word(d).relation == Relation::advmod)
            second = word(d).lemma;
        if (word(d).relation == Relation::obl || word(d).relation == Relation::advcl)
            second = preposition(d).value_or("");
        if (second.empty()) continue;
        if (const Cue* cue = verb_cue(lemma + " " + std::string(second))) return cue;
    }
    return verb_cue(lemma);
}

std::optional<std::string_view> SentenceReader::preposition(std::uint32_t oblique) const {
    for (const std::uint32_t c : tree().dependents(oblique)) {
        if (word(c).relation == Relation::case_ || word(c).relation == Relation::mark) return word(c).lemma;
    }
    return std::nullopt;
}

bool SentenceReader::is_clausal(std::uint32_t w) const {
    return word(w).upos == Upos::verb || word(w).upos == Upos::aux;
}

bool SentenceReader::animate(std::uint32_t w) const {
    return word(w).upos == Upos::propn || word(w).upos == Upos::pron || word(w).upos == Upos::noun;
}

bool SentenceReader::is_perfect(std::uint32_t v) const {
    const auto dependents = tree().dependents(v);
    return std::ranges::any_of(dependents, [&](std::uint32_t d) {
        return word(d).relation == Relation::aux && word(d).lemma == "have";
    });
}

bool SentenceReader::attributes(std::uint32_t v) const {
    const Cue* cue = verb_cue(word(v).lemma);
    return cue != nullptr && (cue->takes(quote) || cue->takes(recipient)) &&
           tree().dependent(v, {Relation::nsubj}) &&
           !tree().dependent(v, {Relation::ccomp, Relation::xcomp}) &&
           (cue->takes(recipient) || !tree().dependent(v, {Relation::obj}));
}

bool SentenceReader::behind_semicolon(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
        if (word(i).lemma == ";") return true;
    }
    return false;
}

bool SentenceReader::ends_sentence(std::uint32_t pos) const {
    const Span sentence = document_.sentences[sentence_].span;
    return is_letterless(Span{pos, sentence.end}.of(text_));
}

std::optional<std::uint32_t> SentenceReader::sentence_at(std::uint32_t pos) const {
    const auto& sentences = document_.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), pos,
                                        [](std::uint32_t p, const Sentence& s) { return p < s.span.begin; });
    if (after == sentences.begin()) return std::nullopt;
    return static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

std::pair<std::uint32_t, std::uint32_t> SentenceReader::cue_clause(
    std::uint32_t v, std::optional<std::uint32_t> source) const {
    std::uint32_t first = v;
    std::uint32_t last = v;
    for (const std::uint32_t d : tree().dependents(v)) {
        const Relation r = word(d).relation;
        if (r == Relation::aux || r == Relation::aux_pass) first = std::min(first, d);
        if (r == Relation::compound_prt) last = std::max(last, d);
    }
    if (source) {
        const Span np = noun_phrase(tree(), *source);
        const auto& words = document_.sentences[sentence_].words;
        const auto begin =
            std::ranges::lower_bound(words, np.begin, {}, [](const Word& w) { return w.span.begin; });
        for (auto w = begin; w != words.end() && w->span.end <= np.end; ++w) {
            const auto i = static_cast<std::uint32_t>(w - words.begin());
            first = std::min(first, i);
            last = std::max(last, i);
        }
    }
    return {first, last};
}

bool SentenceReader::is_full(const text::Quotation& q) const {
    const auto& sentences = document_.sentences;
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), q.span.begin,
                         [](std::uint32_t pos, const Sentence& s) { return pos < s.span.begin; });
    if (after == sentences.begin()) return false;
    const Sentence& s = *(after - 1);
    if (s.span.begin == q.span.begin) return true;
    std::size_t before = q.span.begin;
    while (before > s.span.begin && text_[before - 1] == ' ')
        --before;
    return before > 0 && (text_[before - 1] == ':' || text_[before - 1] == ',');
}

std::optional<std::size_t> SentenceReader::quotation_before(std::uint32_t pos) const {
    const auto& all = quoted_.all();
    auto at = std::upper_bound(all.begin(), all.end(), pos,
                               [](std::uint32_t p, const text::Quotation& q) { return p < q.span.begin; });
    if (at == all.begin()) return std::nullopt;
    --at;
    if (at->span.end > pos) return std::nullopt;
    if (!is_letterless(Span{at->span.end, pos}.of(text_))) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin());
}

std::optional<std::size_t> SentenceReader::quotation_after(std::uint32_t pos, std::uint32_t end) const {
    const auto& all = quoted_.all();
    auto at = std::lower_bound(all.begin(), all.end(), pos,
                               [](const text::Quotation& q, std::uint32_t p) { return q.span.begin < p; });
    if (at == all.end() || at->span.begin >= end) return std::nullopt;
    std::size_t before = at->span.begin;
    while (before > pos && text_[before - 1] == ' ')
        --before;
    if (before != pos && text_[before - 1] != ':' && text_[before - 1] != ',') return std::nullopt;
    if (at->span.begin - pos > 160) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin());
}

bool SentenceReader::closes_sentence(Span quotation) const {
    std::string_view words = quotation.of(text_);
    while (!words.empty() &&
           (words.back() == '"' || words.back() == '\'' || static_cast<unsigned char>(words.back()) >= 0x80))
        words.remove_suffix(1);
    return words.ends_with('.');
}

}  // namespace whosaid::attribution
