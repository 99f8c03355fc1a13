#include "core/attribution/content_reader.hpp"

#include "core/language/nouns.hpp"
#include "core/language/time_words.hpp"

namespace whosaid::attribution {

std::optional<Span> ContentReader::trimmed(std::uint32_t first, std::uint32_t last) const {
    const auto loose = [&](std::uint32_t i, bool at_start) {
        const Word& w = word(i);
        if (w.upos != Upos::punct) return false;
        const std::string_view form = w.span.of(text_);
        if (form == "$" || form == "%" || form == "£" || form == "€") return false;
        for (const auto& q : quotations_near(w.span)) {
            const bool opens = q.span.begin == w.span.begin;
            const bool closes = q.span.end == w.span.end;
            if (opens && at_start && q.span.end <= word(last).span.end) return false;
            if (closes && !at_start && q.span.begin >= word(first).span.begin) return false;
            // Punctuation inside a quotation that the content ends with belongs to it.
            if (!at_start && q.span.contains(w.span) && q.span.end == word(last).span.end) return false;
        }
        return true;
    };
    while (first <= last && loose(first, true))
        ++first;
    if (first > last) return std::nullopt;
    while (last > first && loose(last, false))
        --last;
    return Span{word(first).span.begin, word(last).span.end};
}

std::vector<text::Quotation> ContentReader::quotations_near(Span span) const {
    std::vector<text::Quotation> near;
    const auto& all = quoted_.all();
    auto at =
        std::upper_bound(all.begin(), all.end(), span.end,
                         [](std::uint32_t pos, const text::Quotation& q) { return pos < q.span.begin; });
    for (int i = 0; i < 2 && at != all.begin(); ++i) {
        --at;
        if (at->span.overlaps(span)) near.push_back(*at);
    }
    return near;
}

std::vector<Span> ContentReader::pieces(const std::vector<std::uint32_t>& words) const {
    std::vector<Span> spans;
    std::size_t i = 0;
    while (i < words.size()) {
        std::size_t j = i;
        while (j + 1 < words.size()) {
            bool together = true;
            for (std::uint32_t k = words[j] + 1; k < words[j + 1]; ++k)
                together &= word(k).upos == Upos::punct;
            if (!together) break;
            ++j;
        }
        if (const auto span = trimmed(words[i], words[j]); span && !is_letterless(span->of(text_))) {
            spans.push_back(*span);
        }
        i = j + 1;
    }
    return spans;
}

void ContentReader::without_afterthought(std::uint32_t c, std::vector<std::uint32_t>& words) const {
    for (const std::uint32_t d : tree().dependents(c)) {
        if (d < c || d == 0 || word(d).xpos != "VBG" || word(d - 1).lemma != "," ||
            (word(d).relation != Relation::advcl && word(d).relation != Relation::acl))
            continue;
        const auto rest = tree().subtree(d);
        std::erase_if(words, [&](std::uint32_t w) { return std::ranges::binary_search(rest, w); });
    }
}

void ContentReader::without_concession(std::uint32_t c, std::vector<std::uint32_t>& words) const {
    for (const std::uint32_t d : tree().dependents(c)) {
        if (d < c || word(d).relation != Relation::advcl) continue;
        const auto clause_words = tree().subtree(d);
        if (clause_words.front() == 0 || word(clause_words.front() - 1).lemma != ",") continue;
        const std::string& mark = word(clause_words.front()).lemma;
        const bool reported = mark == "as" && verb_cue(word(d).lemma) != nullptr;
        if (mark != "though" && mark != "although" && !reported) continue;
        std::erase_if(words, [&](std::uint32_t w) { return std::ranges::binary_search(clause_words, w); });
    }
}

void ContentReader::up_to_semicolon(std::uint32_t c, std::vector<std::uint32_t>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] > c && word(words[i]).lemma == ";" && !quoted_.around(word(words[i]).span)) {
            words.resize(i);
            return;
        }
    }
}

void ContentReader::without_explanation(std::uint32_t c, std::vector<std::uint32_t>& words) const {
    while (!words.empty() && word(words.back()).upos == Upos::punct &&
           !quoted_.around(word(words.back()).span))
        words.pop_back();
    if (words.empty() || quoted_.around(word(words.back()).span)) return;
    for (std::size_t i = words.size() - 1; i > 0; --i) {
        const std::uint32_t w = words[i];
        if (w <= c || word(w - 1).lemma != "," || quoted_.around(word(w).span)) continue;
        // The clause or noun phrase that begins here, and reaches to the end.
        std::uint32_t head = w;
        while (word(head).head > static_cast<std::int32_t>(head) ||
               (word(head).head >= static_cast<std::int32_t>(w) &&
                word(head).head != static_cast<std::int32_t>(c)))
            head = static_cast<std::uint32_t>(word(head).head);
        const Relation r = word(head).relation;
        const std::uint32_t pronoun = word(w).upos == Upos::adp && w + 1 < tree().size() ? w + 1 : w;
        const bool relative = (r == Relation::acl_relcl || r == Relation::advcl_relcl) &&
                              (word(pronoun).xpos == "WRB" || word(pronoun).xpos == "WDT" ||
                               word(pronoun).xpos.starts_with("WP"));
        const bool judged = (r == Relation::parataxis || r == Relation::appos) && word(w).upos == Upos::det &&
                            std::ranges::any_of(tree().subtree(head), [&](std::uint32_t x) {
                                return verb_cue(word(x).lemma) != nullptr && word(x).upos == Upos::verb;
                            });
        if ((relative || judged) && tree().subtree(head).back() >= words.back()) {
            words.resize(i);
            return;
        }
        if (word(w).upos != Upos::punct && word(w - 1).lemma == ",") return;  // the last comma alone
    }
}

void ContentReader::without_according(std::uint32_t c, std::vector<std::uint32_t>& words) const {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i] <= c || word(words[i]).span.of(text_) != "according" || word(words[i] - 1).lemma != ",")
            continue;
        words.resize(i);
        return;
    }
}

// Whether the first of `words` is the conjunction "that".
bool ContentReader::has_deep_mark(const std::vector<std::uint32_t>& words) const {
    return !words.empty() && word(words.front()).lemma == "that" && word(words.front()).upos == Upos::sconj;
}

std::vector<Span> ContentReader::clause_content(std::uint32_t c,
                                                std::optional<std::uint32_t> leave_out) const {
    std::vector<std::uint32_t> words = tree().subtree(c, leave_out);
    std::erase_if(words, [&](std::uint32_t w) {
        return word(w).relation == Relation::mark && word(w).head == static_cast<std::int32_t>(c) &&
               word(w).lemma == "that";
    });
    // "said in a report dated May 3 that": nothing before its "that" belongs to a clause.
    for (const std::uint32_t d : tree().dependents(c)) {
        if (d < c && word(d).relation == Relation::mark && word(d).lemma == "that")
            std::erase_if(words, [&](std::uint32_t w) { return w < d; });
    }
    without_afterthought(c, words);
    without_concession(c, words);
    up_to_semicolon(c, words);
    without_according(c, words);
    without_explanation(c, words);
    std::vector<Span> spans = pieces(words);
    // "pointed out that": its mark, where the parser has hung it deeper.
    if (!spans.empty() && spans.front().of(text_).starts_with("that ") && has_deep_mark(words))
        spans.front().begin += 5;
    // A stray piece (an adverb beside the cue) is no content of its own.
    if (spans.size() > 1) {
        std::erase_if(spans, [&](Span s) { return s.size() < 8 && !quoted_.around(s); });
    }
    return spans;
}

bool ContentReader::is_no_content(std::uint32_t v, std::uint32_t c) const {
    const std::uint32_t first = tree().subtree(c).front();
    if (c < v)
        return word(first).xpos == "WRB" || word(first).xpos == "WDT" || word(first).xpos.starts_with("WP");
    return first > 0 && word(first - 1).lemma == "," && attributes(c);
}

std::optional<std::uint32_t> ContentReader::recipient_of(std::uint32_t v, const Cue& cue) const {
    if (cue.takes(recipient)) {
        if (const auto d = tree().dependent(v, {Relation::iobj})) return d;
        if (const auto d = tree().dependent(v, {Relation::obj}); d && !is_clausal(*d)) return d;
    }
    if (cue.takes(quote) || (cue.cue_class == CueClass::speech && !cue.takes(finds))) {
        for (const std::uint32_t d : tree().dependents(v)) {
            if (word(d).relation != Relation::obl) continue;
            for (const std::uint32_t c : tree().dependents(d)) {
                if (word(c).relation == Relation::case_ && word(c).lemma == "to" && animate(d)) return d;
            }
        }
    }
    return std::nullopt;
}

std::optional<WordRef> ContentReader::interviewer(std::uint32_t v) const {
    for (const std::uint32_t d : tree().dependents(v)) {
        const bool interview = word(d).relation == Relation::obl && word(d).lemma == "interview";
        const bool speaking =
            word(d).relation == Relation::advcl && word(d).xpos == "VBG" && word(d).lemma == "speak";
        if (!interview && !speaking) continue;
        for (const std::uint32_t x : tree().dependents(d)) {
            const auto p = preposition(x);
            const bool with =
                interview && word(x).relation == Relation::nmod && p && (*p == "with" || *p == "to");
            const bool to =
                speaking && word(x).relation == Relation::obl && p && (*p == "to" || *p == "with");
            if (with || to) return ref(x);
        }
    }
    return std::nullopt;
}

std::vector<Span> ContentReader::up_to_cue(std::vector<Span> content, std::uint32_t statement,
                                           std::uint32_t v) const {
    const auto goes_on = [&](std::uint32_t d) {
        return d > v && (word(d).relation == Relation::conj || word(d).relation == Relation::ccomp ||
                         word(d).relation == Relation::xcomp || word(d).relation == Relation::obj ||
                         is_subject(word(d).relation));
    };
    // "..., the ministry confirmed, and two officials said that ...": another's words.
    for (const std::uint32_t d : tree().dependents(statement)) {
        if (d < v || word(d).relation != Relation::conj || verb_cue(word(d).lemma) == nullptr ||
            !tree().dependent(d, {Relation::nsubj}))
            continue;
        std::erase_if(content,
                      [&](Span s) { return s.begin > word(v).span.end && s.end >= word(d).span.end; });
    }
    if (statement > v || content.size() < 2 || std::ranges::any_of(tree().dependents(statement), goes_on))
        return content;
    std::erase_if(content, [&](Span s) { return s.begin > word(v).span.end; });
    return content;
}

std::optional<std::uint32_t> ContentReader::clause_of_noun(std::uint32_t noun) const {
    if (noun_cue(word(noun).lemma) == nullptr || tree().dependent(noun, {Relation::nmod_poss}))
        return std::nullopt;
    for (const std::uint32_t d : tree().dependents(noun)) {
        if (d > noun && (word(d).relation == Relation::acl || word(d).relation == Relation::ccomp) &&
            has_mark(d, "that"))
            return d;
    }
    return std::nullopt;
}

std::vector<Span> ContentReader::with_second_clause(std::uint32_t v, std::uint32_t first) const {
    std::vector<Span> content = clause_content(first, std::nullopt);
    for (const std::uint32_t d : tree().dependents(v)) {
        if (d <= first || word(d).relation != Relation::ccomp || !has_mark(d, "that") ||
            !tree().dependent(d, {Relation::cc}) || content.empty())
            continue;
        const std::uint32_t end = word(tree().subtree(d).back()).span.end;
        if (tree().subtree(d).front() == tree().subtree(first).back() + 1)
            content.back().end = std::max(content.back().end, end);
    }
    return content;
}

std::vector<Span> ContentReader::with_reason(std::uint32_t v, std::vector<Span> content) const {
    for (const std::uint32_t d : tree().dependents(v)) {
        if (d < v || word(d).relation != Relation::advcl || content.empty()) continue;
        const auto mark = tree().dependent(d, {Relation::mark});
        static constexpr std::array<std::string_view, 4> reasons{"because", "if", "since", "unless"};
        if (!mark || !one_of(word(*mark).lemma, reasons)) continue;
        const auto clause_words = tree().subtree(d);
        const Span rest{word(clause_words.front()).span.begin, word(clause_words.back()).span.end};
        if (rest.begin >= content.back().end && is_letterless(Span{content.back().end, rest.begin}.of(text_)))
            content.back().end = rest.end;
    }
    return content;
}

std::vector<std::uint32_t> ContentReader::with_what_follows(std::uint32_t v, std::uint32_t o,
                                                            const Cue& cue) const {
    std::vector<std::uint32_t> words = tree().subtree(o);
    for (const std::uint32_t d : tree().dependents(v)) {
        if (d < o || words.empty() ||
            (word(d).relation != Relation::obl && word(d).relation != Relation::advcl))
            continue;
        const auto p = preposition(d);
        const bool blamed = p && (*p == "on" || *p == "to") &&
                            (cue.lemma == "blame" || cue.lemma == "attribute" || cue.lemma == "ascribe");
        const bool as =
            blamed ||
            (p && (*p == "as" || (*p == "to" && noun_cue(word(o).lemma) != nullptr && is_perfect(d))));
        const language::TimeWordKind time = language::time_word(word(d).lemma).kind;
        const bool dated = time != language::TimeWordKind::none && time != language::TimeWordKind::unit;
        // "voiced concern over the case": the parser may hang on the verb what belongs to its object.
        static constexpr std::array<std::string_view, 8> of_object{"about", "against", "between", "for",
                                                                   "of",    "on",      "over",    "toward"};
        const bool medium = p && *p == "on" && word(d).upos == Upos::propn;
        const auto more = tree().subtree(d);
        const bool owned = p && one_of(*p, of_object) && !medium && std::ranges::none_of(more, [&](auto w) {
                               return language::time_word(word(w).lemma).kind != language::TimeWordKind::none;
                           });
        const bool found =
            cue.takes(finds) && word(d).relation == Relation::obl && p && *p != "on" && *p != "by" && !dated;
        if (!(as || owned || found) || more.front() != words.back() + 1) continue;
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

std::optional<Content> ContentReader::relative_content(std::uint32_t v, std::uint32_t source) const {
    const Span speaker = noun_phrase(tree(), source);
    if (source >= v || speaker.end > word(v).span.begin) return std::nullopt;
    std::uint32_t first = v + 1;
    while (first < tree().size() && word(first).upos == Upos::adv)
        ++first;
    if (first >= tree().size()) return std::nullopt;
    const std::string_view x = word(first).xpos;
    if (x != "VBD" && x != "VBZ" && x != "VBP" && x != "MD") return std::nullopt;
    std::uint32_t predicate = first;
    if (word(first).upos == Upos::aux && word(first).head > static_cast<std::int32_t>(first))
        predicate = static_cast<std::uint32_t>(word(first).head);
    // The relative pronoun before the speaker, and the noun before it.
    std::uint32_t begin = source;
    while (begin > 0 && word(begin - 1).span.begin >= speaker.begin)
        --begin;
    if (begin == 0) return std::nullopt;
    const std::uint32_t relative = begin - 1;
    const std::string& pronoun = word(relative).lemma;
    if (pronoun != "which" && pronoun != "that" && pronoun != "who" && pronoun != "what") return std::nullopt;
    const auto last = tree().subtree(predicate).back();
    std::vector<Span> spans;
    if (pronoun != "what") {
        std::uint32_t noun = relative;
        while (noun > 0 && word(noun - 1).upos == Upos::punct)
            --noun;
        if (noun == 0) return std::nullopt;
        std::uint32_t antecedent = noun - 1;
        for (int up = 0; up < 4 && word(antecedent).head >= 0; ++up) {
            const auto head = static_cast<std::uint32_t>(word(antecedent).head);
            const Relation r = word(antecedent).relation;
            if (head >= v || (r != Relation::nmod && r != Relation::compound && r != Relation::flat)) break;
            antecedent = head;
        }
        const auto words = tree().subtree(antecedent);
        const Span np{word(words.front()).span.begin, word(noun - 1).span.end};
        if (np.end > np.begin) spans.push_back(np);
    }
    std::uint32_t end = last;
    while (end > first && word(end).upos == Upos::punct)
        --end;
    spans.push_back({word(first).span.begin, word(end).span.end});
    return Content{std::move(spans), predicate, "relative", std::nullopt};
}

std::optional<Content> ContentReader::verb_content(std::uint32_t v, const Cue& cue) const {
    const auto told = recipient_of(v, cue);
    const auto source = subject(v);
    const auto filled = [&](std::vector<Span> spans, std::uint32_t head,
                            std::string_view rule) -> std::optional<Content> {
        if (spans.empty()) return std::nullopt;
        return Content{std::move(spans), head, rule, told};
    };
    if (cue.takes(clause) || cue.takes(quote)) {
        // "Where it sells for ten, Ada Holm said she had none": the clause right behind the verb is said.
        const bool behind = std::ranges::any_of(tree().dependents(v), [&](std::uint32_t d) {
            return d > v && word(d).relation == Relation::ccomp && !is_no_content(v, d) &&
                   tree().subtree(d).front() == v + 1;
        });
        for (const std::uint32_t d : tree().dependents(v)) {
            if (word(d).relation != Relation::ccomp || is_no_content(v, d)) continue;
            if (source && tree().below(*source, d)) continue;
            if (behind && d < v && source && *source < v) continue;
            if (auto c = filled(with_reason(v, with_second_clause(v, d)), d, "clause")) return c;
        }
        // "told lawmakers that ...": the parser may hang the clause on who is told, and take "that" for
        // its object.
        if (told && cue.takes(recipient)) {
            const auto relative = [&](std::uint32_t d) {
                const auto that = *told + 1;
                return word(d).relation == Relation::acl_relcl && that < tree().size() &&
                       word(that).lemma == "that" && word(that).head == static_cast<std::int32_t>(d) &&
                       word(that).relation == Relation::obj &&
                       tree().dependent(d, {Relation::nsubj, Relation::nsubj_pass}).has_value();
            };
            for (const std::uint32_t d : tree().subtree(*told)) {
                const bool clause_of = word(d).relation == Relation::acl && has_mark(d, "that");
                if (!clause_of && !relative(d)) continue;
                if (auto c = filled(clause_content(d, std::nullopt), d, "clause")) return c;
            }
        }
        // "X, said Y" hangs the cue on X.
        if (word(v).relation == Relation::parataxis && word(v).head >= 0) {
            auto h = static_cast<std::uint32_t>(word(v).head);
            // "All of which, he said, would help": the cue hangs on the subject of what is said.
            if ((word(h).relation == Relation::nsubj || word(h).relation == Relation::nsubj_pass) &&
                word(h).head > static_cast<std::int32_t>(v))
                h = static_cast<std::uint32_t>(word(h).head);
            if (auto c = filled(up_to_cue(clause_content(h, v), h, v), h, "parenthesis")) return c;
        }
        for (const std::uint32_t d : tree().dependents(v)) {
            if (word(d).relation != Relation::parataxis || d < v || behind_semicolon(v, d) || attributes(d))
                continue;
            if (auto c = filled(clause_content(d, std::nullopt), d, "parataxis")) return c;
        }
    }
    if ((cue.takes(clause) || cue.takes(quote)) && source) {
        if (auto c = relative_content(v, *source)) return filled(std::move(c->spans), c->head, c->rule);
    }
    if (cue.takes(infinitive)) {
        for (const std::uint32_t d : tree().dependents(v)) {
            const auto told_to = tree().dependent(v, {Relation::obj, Relation::iobj});
            const bool asked = (cue.takes(asks) || (told_to && *told_to > v && *told_to < d)) &&
                               word(d).relation == Relation::advcl && d > v;
            if (word(d).relation != Relation::xcomp && word(d).relation != Relation::ccomp && !asked)
                continue;
            if (!has_mark(d, "to") && (asked || word(d).upos == Upos::verb)) continue;
            std::vector<std::uint32_t> words = tree().subtree(d);
            if (!cue.takes(recipient)) {
                if (const auto o = tree().dependent(v, {Relation::obj}); o && *o < d) {
                    const auto more = tree().subtree(*o);
                    words.insert(words.begin(), more.begin(), more.end());
                    std::sort(words.begin(), words.end());
                }
            }
            if (auto c = filled(pieces(words), d, "infinitive")) return c;
        }
        // "urged both sides to show restraint": the parser may hang the infinitive on who is asked.
        if (const auto o = tree().dependent(v, {Relation::obj, Relation::iobj}); o && cue.takes(asks)) {
            for (const std::uint32_t d : tree().dependents(*o)) {
                if (word(d).relation != Relation::acl || !has_mark(d, "to")) continue;
                if (auto c = filled(pieces(tree().subtree(d)), d, "infinitive")) return c;
            }
        }
    }
    if (cue.takes(complement)) {
        if (const auto o = tree().dependent(v, {Relation::obj})) {
            std::vector<std::uint32_t> words = tree().subtree(*o);
            // "a liability that the company had put at 210 million": the noun that the pronoun stands
            // for.
            if (is_relative_pronoun(word(*o)) && *o < v && word(v).relation == Relation::acl_relcl &&
                word(v).head >= 0)
                words = tree().subtree(static_cast<std::uint32_t>(word(v).head), v);
            for (const std::uint32_t d : tree().dependents(v)) {
                const Relation r = word(d).relation;
                if (d > v &&
                    (r == Relation::xcomp || r == Relation::obl || r == Relation::obj ||
                     r == Relation::advcl || r == Relation::iobj) &&
                    d != *o) {
                    const auto more = tree().subtree(d);
                    words.insert(words.end(), more.begin(), more.end());
                }
            }
            std::sort(words.begin(), words.end());
            if (words.size() > 1) {
                if (auto c = filled(pieces(words), *o, "complement")) return c;
            }
        }
    }
    if (cue.takes(about)) {
        for (const std::uint32_t d : tree().dependents(v)) {
            const Relation r = word(d).relation;
            if (d < v ||
                (r != Relation::obl && r != Relation::advcl && r != Relation::xcomp && r != Relation::ccomp))
                continue;
            const auto p = preposition(d);
            static constexpr std::array<std::string_view, 7> allowed{"of",    "against", "at",  "for",
                                                                     "about", "to",      "over"};
            if (!p || !one_of(*p, allowed)) continue;
            if (*p == "to" && r == Relation::obl && !cue.takes(infinitive) && cue.lemma != "admit" &&
                cue.lemma != "point")
                continue;
            std::vector<std::uint32_t> words = tree().subtree(d);
            std::erase_if(words, [&](std::uint32_t w) {
                return word(w).head == static_cast<std::int32_t>(d) && w < d &&
                       (word(w).relation == Relation::case_ ||
                        (word(w).relation == Relation::mark && word(w).lemma != "to"));
            });
            const bool dated = language::time_word(word(d).lemma).kind != language::TimeWordKind::none;
            if (words.empty() || (words.size() < 2 && dated) || (*p == "for" && dated)) continue;
            // "accused the agency of hiding results", "praised the dancers for turning up": with whom it
            // is about.
            if (const auto whom = tree().dependent(v, {Relation::obj});
                whom && *whom < d && cue.takes(object)) {
                words = tree().subtree(*whom);
                const auto more = tree().subtree(d);
                words.insert(words.end(), more.begin(), more.end());
                std::ranges::sort(words);
            }
            if (auto c = filled(pieces(words), d, "about")) return c;
        }
    }
    if (cue.takes(object)) {
        // "would neither confirm nor deny the figures": the object stands with the second verb.
        if (!tree().dependent(v, {Relation::obj, Relation::ccomp})) {
            for (const std::uint32_t other : tree().dependents(v)) {
                if (word(other).relation != Relation::conj || word(other).lemma != "deny") continue;
                const auto o = tree().dependent(other, {Relation::obj, Relation::ccomp});
                if (!o) continue;
                if (auto c = filled(clause_content(*o, std::nullopt), *o, "object")) return c;
            }
        }
        for (const std::uint32_t d : tree().dependents(v)) {
            if (word(d).relation != Relation::obj || d < v) continue;
            if (word(d).upos == Upos::pron) continue;
            if (const auto told_of = clause_of_noun(d); told_of && !cue.takes(finds)) {
                if (auto c = filled(clause_content(*told_of, std::nullopt), *told_of, "clause of a noun"))
                    return c;
            }
            if (auto c = filled(pieces(with_what_follows(v, d, cue)), d, "object")) return c;
        }
        // Gerunds: "denied receiving an offer".
        for (const std::uint32_t d : tree().dependents(v)) {
            const auto aux = tree().dependent(d, {Relation::aux});
            const bool gerund = word(d).xpos == "VBG" || (aux && word(*aux).xpos == "VBG");
            if ((word(d).relation == Relation::xcomp || word(d).relation == Relation::ccomp) && gerund) {
                if (auto c = filled(pieces(tree().subtree(d)), d, "object")) return c;
            }
        }
    }
    return std::nullopt;
}

std::optional<Content> ContentReader::passive_content(std::uint32_t v, const Cue& cue,
                                                      std::optional<std::uint32_t> about_whom) const {
    if (const auto c = tree().dependent(v, {Relation::ccomp, Relation::csubj_pass, Relation::csubj})) {
        auto spans = clause_content(*c, std::nullopt);
        if (!spans.empty()) return Content{spans, *c, "passive clause", std::nullopt};
    }
    // "a figure that was first reported by the Ledger": the noun before the pronoun.
    if (about_whom && is_relative_pronoun(word(*about_whom))) {
        const Word& w = word(v);
        const bool of_noun =
            (w.relation == Relation::acl_relcl || w.relation == Relation::acl) && w.head >= 0;
        if (!of_noun || !agent(v)) return std::nullopt;
        const auto noun = static_cast<std::uint32_t>(w.head);
        auto spans = pieces(tree().subtree(noun, v));
        if (spans.empty()) return std::nullopt;
        return Content{std::move(spans), noun, "passive object", std::nullopt};
    }
    // "It was suggested to me by a trader that ...": the clause may hang on who is named last.
    if (about_whom && word(*about_whom).lemma == "it") {
        for (const std::uint32_t d : tree().dependents(v)) {
            if (d < v || word(d).relation == Relation::punct) continue;
            for (const std::uint32_t c : tree().dependents(d)) {
                if (!has_mark(c, "that") || word(c).relation != Relation::acl) continue;
                auto spans = clause_content(c, std::nullopt);
                if (!spans.empty()) return Content{spans, c, "passive clause", std::nullopt};
            }
        }
        return std::nullopt;
    }
    if (!about_whom || word(*about_whom).relation == Relation::expl) return std::nullopt;
    for (const std::uint32_t d : tree().dependents(v)) {
        // "said to be in Geneva": the parser may see an oblique in what has an infinitive's "to".
        // ("reported missing": an adverbial clause without a conjunction.)
        const bool bare = word(d).relation == Relation::advcl && d == v + 1 && word(d).xpos != "VBD";
        const bool open_clause = word(d).relation == Relation::xcomp || bare || (d > v && has_mark(d, "to"));
        if (!open_clause || !(cue.takes(clause) || cue.takes(infinitive))) continue;
        std::vector<std::uint32_t> words = tree().subtree(*about_whom);
        const auto rest = tree().subtree(d);
        words.insert(words.end(), rest.begin(), rest.end());
        std::sort(words.begin(), words.end());
        auto spans = pieces(words);
        if (!spans.empty()) return Content{spans, d, "passive", std::nullopt};
    }
    if (agent(v) && (cue.takes(object) || cue.takes(clause))) {
        auto spans = pieces(tree().subtree(*about_whom));
        if (!spans.empty()) return Content{spans, *about_whom, "passive object", std::nullopt};
    }
    return std::nullopt;
}

void ContentReader::with_opening(std::uint32_t v, std::uint32_t source, Content& content) const {
    const auto [first, last] = cue_clause(v, source);
    const bool inserted =
        first > 1 && word(first - 1).lemma == "," && last + 1 < tree().size() && word(last + 1).lemma == ",";
    if (!inserted || content.spans.empty() || content.spans.front().begin < word(last).span.end) return;
    const bool opens = std::ranges::any_of(tree().dependents(v), [&, begin = first](std::uint32_t d) {
        return d < begin && (word(d).relation == Relation::obl || word(d).relation == Relation::advcl);
    });
    const auto opening = trimmed(0, first - 1);
    if (opens && opening && !quoted_.around(*opening)) content.spans.insert(content.spans.begin(), *opening);
}

std::optional<Content> ContentReader::before(std::uint32_t v, std::uint32_t source, const Cue& cue) const {
    const auto [first, last] = cue_clause(v, source);
    if (first < 3 || last - first > 40) return std::nullopt;
    const Word& mark = word(first - 1);
    const std::string_view form = mark.span.of(text_);
    if (mark.upos != Upos::punct || form == ";" || form == ":" || form == "(") return std::nullopt;
    std::optional<std::uint32_t> head;
    for (std::uint32_t i = 0; i + 1 < first && !head; ++i) {
        if (word(i).upos == Upos::verb || word(i).upos == Upos::aux) head = i;
    }
    if (!head) return std::nullopt;
    for (std::uint32_t i = 0; i < first; ++i) {
        if (word(i).relation == Relation::root) head = i;
    }
    // An opening clause ("When asked, he said", "Speaking in Rome, she said") is no content.
    if (word(0).upos == Upos::sconj || word(0).xpos == "VBG" || word(0).upos == Upos::adp) {
        bool finite = false;
        for (std::uint32_t i = 0; i + 1 < first; ++i)
            finite |= word(i).xpos == "VBD" || word(i).xpos == "VBZ" || word(i).xpos == "VBP" ||
                      word(i).xpos == "MD";
        if (!finite || verb_content(v, cue)) return std::nullopt;
    }
    const auto span = trimmed(0, first - 1);
    if (!span) return std::nullopt;
    return Content{{*span}, *head, "before", recipient_of(v, cue)};
}

std::optional<std::pair<std::uint32_t, Content>> ContentReader::cited_source(std::uint32_t v) const {
    const auto cited = tree().dependent(v, {Relation::obj});
    if (!cited || word(v).xpos != "VBG" || word(v).head < 0) return std::nullopt;
    const language::NounKind kind = language::noun_kind(word(*cited).lemma);
    if (word(*cited).upos != Upos::propn &&
        (kind == language::NounKind::unknown || kind == language::NounKind::media))
        return std::nullopt;
    auto governor = static_cast<std::uint32_t>(word(v).head);
    // Hung on who cites them.
    if (word(v).relation == Relation::acl && is_subject(word(governor).relation) && word(governor).head >= 0)
        governor = static_cast<std::uint32_t>(word(governor).head);
    const Cue* cue = entry(governor);
    if (cue != nullptr) {
        auto content = verb_content(governor, *cue);
        if (!content) return std::nullopt;
        return std::pair(*cited, std::move(*content));
    }
    if (word(governor).upos != Upos::verb) return std::nullopt;
    auto spans = clause_content(governor, v);
    if (spans.empty()) return std::nullopt;
    return std::pair(*cited, Content{std::move(spans), governor, "cited", std::nullopt});
}

std::optional<std::uint32_t> ContentReader::clause_above(std::uint32_t w, std::uint32_t np) const {
    const Span phrase_np = noun_phrase(tree(), np);
    // The clause it belongs to: the predicate above, or the sentence.
    auto head = word(np).head;
    while (head >= 0 && static_cast<std::uint32_t>(head) < tree().size() &&
           word(static_cast<std::uint32_t>(head)).upos != Upos::verb &&
           word(static_cast<std::uint32_t>(head)).upos != Upos::adj &&
           word(static_cast<std::uint32_t>(head)).relation != Relation::root) {
        head = word(static_cast<std::uint32_t>(head)).head;
    }
    if (head < 0) return std::nullopt;
    auto predicate = static_cast<std::uint32_t>(head);
    // "..., according to X." speaks of the whole sentence, wherever the parser has hung it.
    if (w > 0 && word(w - 1).lemma == "," && ends_sentence(phrase_np.end)) {
        const auto& all = document_.sentences[sentence_].words;
        const auto root = std::ranges::find_if(all, [](const Word& x) { return x.head < 0; });
        const auto at = static_cast<std::uint32_t>(root - all.begin());
        if (at < w) predicate = at;
    }
    return predicate;
}

}  // namespace whosaid::attribution
