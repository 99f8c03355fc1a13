#include "core/attribution/frames.hpp"

#include "core/attribution/certainty.hpp"
#include "core/language/nouns.hpp"
#include "core/language/time_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whosaid::attribution {
namespace {

using language::Document;
using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;
using language::Word;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_subject(Relation r) {
    return r == Relation::nsubj || r == Relation::csubj;
}
bool is_relative_pronoun(const Word& w) {
    return w.xpos == "WP" || w.xpos == "WDT" || (w.lemma == "that" && w.upos == Upos::pron);
}
std::string lower(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}
bool is_letterless(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || u >= 0xC3;
    });
}

// Where a sentence's words stand within quotations.
class Quoted {
  public:
    explicit Quoted(const std::vector<text::Quotation>& quotations) : quotations_(&quotations) {}
    // The quotation that holds `span`, or nullptr.
    [[nodiscard]] const text::Quotation* around(Span span) const {
        const auto after =
            std::upper_bound(quotations_->begin(), quotations_->end(), span.begin,
                             [](std::uint32_t pos, const text::Quotation& q) { return pos < q.span.begin; });
        if (after == quotations_->begin()) return nullptr;
        const auto& q = *(after - 1);
        return q.span.contains(span) ? &q : nullptr;
    }
    [[nodiscard]] const std::vector<text::Quotation>& all() const { return *quotations_; }

  private:
    const std::vector<text::Quotation>* quotations_;
};

class Finder {
  public:
    Finder(std::string_view text, const Document& document, const Trees& trees,
           const std::vector<text::Quotation>& quotations)
        : text_(text), document_(document), trees_(trees), quoted_(quotations), used_(quotations.size()) {}

    std::vector<Attribution> run() {
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
            sentence_ = s;
            const auto& words = document_.sentences[s].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                // "According" is a verb by its tag.
                if (words[w].lemma == "according" || words[w].lemma == "accord" || words[w].lemma == "per") {
                    according(w);
                } else if (words[w].lemma == "in" || words[w].lemma == "by") {
                    in_the_words_of(w);
                } else if (words[w].upos == Upos::verb || words[w].upos == Upos::aux) {
                    if (tree().dependent(w, {Relation::cop}))
                        adjective(w);
                    else
                        verb(w);
                } else if (words[w].upos == Upos::noun) {
                    noun(w);
                } else if (words[w].upos == Upos::adv) {
                    hearsay(w);
                } else if (words[w].upos == Upos::adj) {
                    adjective(w);
                }
            }
        }
        denials_of_earlier_words();
        unlisted_verbs();
        beside_names();
        floating_quotations();
        std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
            return a.content.front().begin < b.content.front().begin;
        });
        return std::move(found_);
    }

  private:
    [[nodiscard]] const Tree& tree() const { return trees_[sentence_]; }
    [[nodiscard]] const Word& word(std::uint32_t w) const { return tree().word(w); }
    [[nodiscard]] WordRef ref(std::uint32_t w) const { return {sentence_, w}; }

    [[nodiscard]] bool has_mark(std::uint32_t w, std::string_view lemma) const {
        for (const std::uint32_t d : tree().dependents(w)) {
            if (word(d).relation == Relation::mark && word(d).lemma == lemma) return true;
        }
        return false;
    }
    [[nodiscard]] bool is_negated(std::uint32_t w) const {
        for (const std::uint32_t d : tree().dependents(w)) {
            const std::string& lemma = word(d).lemma;
            if ((word(d).relation == Relation::advmod || word(d).relation == Relation::det ||
                 word(d).relation == Relation::cc_preconj || word(d).relation == Relation::cc) &&
                (lemma == "not" || lemma == "never" || lemma == "neither" || lemma == "nor" ||
                 lemma == "n't")) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool follows_as_subject(std::uint32_t v) const {
        const auto dependents = tree().dependents(v);
        return std::ranges::any_of(
            dependents, [&](std::uint32_t d) { return d > v && word(d).relation == Relation::nsubj; });
    }

    // The subject a verb shares with its governor: "X declined to say", "X said ..., adding ...", "X said and
    // wrote".
    [[nodiscard]] std::optional<std::uint32_t> subject(std::uint32_t verb_index) const {
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
            if (apart) {
                v = static_cast<std::uint32_t>(word(head).head);
                continue;
            }
            if (r == Relation::acl) return word(v).xpos == "VBN" ? std::nullopt : std::optional(head);
            if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl &&
                r != Relation::parataxis && r != Relation::acl_relcl) {
                return std::nullopt;
            }
            if (r == Relation::acl_relcl) return head;
            if (r == Relation::parataxis && step == 0) return std::nullopt;
            v = head;
        }
        return std::nullopt;
    }

    // "by X" of a passive.
    [[nodiscard]] std::optional<std::uint32_t> agent(std::uint32_t v) const {
        for (const std::uint32_t d : tree().dependents(v)) {
            if (word(d).relation != Relation::obl && word(d).relation != Relation::obl_agent) continue;
            for (const std::uint32_t c : tree().dependents(d)) {
                if (word(c).relation == Relation::case_ && word(c).lemma == "by") return d;
            }
        }
        return std::nullopt;
    }

    // A participle without an auxiliary or a subject of its own.
    [[nodiscard]] bool is_reduced_passive(std::uint32_t v) const {
        return word(v).xpos == "VBN" &&
               (word(v).relation == Relation::advcl || word(v).relation == Relation::acl) &&
               !tree().dependent(v,
                                 {Relation::aux, Relation::aux_pass, Relation::nsubj, Relation::nsubj_pass});
    }

    [[nodiscard]] bool is_passive(std::uint32_t v) const {
        if (word(v).xpos != "VBN" && word(v).xpos != "VBD") return false;
        return tree()
            .dependent(v, {Relation::aux_pass, Relation::nsubj_pass, Relation::csubj_pass})
            .has_value();
    }

    // "quoted a draft as saying": who is quoted speaks.
    [[nodiscard]] std::optional<std::uint32_t> quoted_source(std::uint32_t v) const {
        const Word& w = word(v);
        if (w.xpos != "VBG" || w.head < 0 || w.head >= static_cast<std::int32_t>(v) || !has_mark(v, "as"))
            return std::nullopt;
        const auto quoting = static_cast<std::uint32_t>(w.head);
        return is_passive(quoting) ? std::nullopt : tree().dependent(quoting, {Relation::obj});
    }

    // The verb with its auxiliaries, negation and particle as far as they stand together.
    [[nodiscard]] std::vector<Span> cue_spans(std::uint32_t v, const Cue& cue) const {
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
                first = governor;
                const auto outer = cue_spans(governor, plain);
                return {Span{outer.front().begin, word(last).span.end}};
            }
        }
        return {Span{word(first).span.begin, word(last).span.end}};
    }

    // ---- spans of content
    // --------------------------------------------------------------------------------------

    // Trims punctuation and white space off a stretch of words; quotation marks stay where they belong to a
    // quotation that is whole inside.
    [[nodiscard]] std::optional<Span> trimmed(std::uint32_t first, std::uint32_t last) const {
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
    [[nodiscard]] std::vector<text::Quotation> quotations_near(Span span) const {
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

    // Words (sorted) as spans: one a contiguous run; runs that only punctuation parts are joined.
    [[nodiscard]] std::vector<Span> pieces(const std::vector<std::uint32_t>& words) const {
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

    // "said the call had taken place, contradicting his spokesman", "..., adding that it was short": what
    // follows the comma is the outlet's, or the speaker's next statement. Cut off `words` of the clause
    // headed by `c`.
    void without_afterthought(std::uint32_t c, std::vector<std::uint32_t>& words) const {
        for (const std::uint32_t d : tree().dependents(c)) {
            if (d < c || d == 0 || word(d).xpos != "VBG" || word(d - 1).lemma != "," ||
                (word(d).relation != Relation::advcl && word(d).relation != Relation::acl))
                continue;
            const auto rest = tree().subtree(d);
            std::erase_if(words, [&](std::uint32_t w) { return std::ranges::binary_search(rest, w); });
        }
    }

    // "..., though all warned that it was early", "..., as the agency reported": the outlet's own remark
    // behind a comma.
    void without_concession(std::uint32_t c, std::vector<std::uint32_t>& words) const {
        for (const std::uint32_t d : tree().dependents(c)) {
            if (d < c || word(d).relation != Relation::advcl) continue;
            const auto clause_words = tree().subtree(d);
            if (clause_words.front() == 0 || word(clause_words.front() - 1).lemma != ",") continue;
            const std::string& mark = word(clause_words.front()).lemma;
            const bool reported = mark == "as" && verb_cue(word(d).lemma) != nullptr;
            if (mark != "though" && mark != "although" && !reported) continue;
            std::erase_if(words,
                          [&](std::uint32_t w) { return std::ranges::binary_search(clause_words, w); });
        }
    }

    // "said they would stay; one in ten had left": a semicolon outside quotations ends what is said.
    void up_to_semicolon(std::uint32_t c, std::vector<std::uint32_t>& words) const {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] > c && word(words[i]).lemma == ";" && !quoted_.around(word(words[i]).span)) {
                words.resize(i);
                return;
            }
        }
    }

    // "a contaminated well at the market, where 3,000 traders work", "..., a charge denied by the ministry":
    // what the outlet adds behind the last comma for its readers.
    void without_explanation(std::uint32_t c, std::vector<std::uint32_t>& words) const {
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
            const bool relative =
                (r == Relation::acl_relcl || r == Relation::advcl_relcl) &&
                (word(w).xpos == "WRB" || word(w).xpos == "WDT" || word(w).xpos.starts_with("WP"));
            const bool judged = (r == Relation::parataxis || r == Relation::appos) &&
                                word(w).upos == Upos::det &&
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

    // "said nobody was hurt, according to the agency": who reports it is no part of it.
    void without_according(std::uint32_t c, std::vector<std::uint32_t>& words) const {
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            if (words[i] <= c || word(words[i]).span.of(text_) != "according" ||
                word(words[i] - 1).lemma != ",")
                continue;
            words.resize(i);
            return;
        }
    }

    // The content clause headed by `c`: without its "that" or "whether".
    [[nodiscard]] std::vector<Span> clause_content(std::uint32_t c,
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
        // A stray piece (an adverb beside the cue) is no content of its own.
        if (spans.size() > 1) {
            std::erase_if(spans, [&](Span s) { return s.size() < 8 && !quoted_.around(s); });
        }
        return spans;
    }

    // ---- frames
    // ---------------------------------------------------------------------------------------------------

    struct Content {
        std::vector<Span> spans;
        std::uint32_t head = 0;
        std::string_view rule;
        std::optional<std::uint32_t> recipient;
    };

    // "..., it said in a filing": a closing clause of saying without content of its own.
    [[nodiscard]] bool attributes(std::uint32_t v) const {
        const Cue* cue = verb_cue(word(v).lemma);
        return cue != nullptr && (cue->takes(quote) || cue->takes(recipient)) &&
               tree().dependent(v, {Relation::nsubj}) &&
               !tree().dependent(v, {Relation::ccomp, Relation::xcomp}) &&
               (cue->takes(recipient) || !tree().dependent(v, {Relation::obj}));
    }
    // Clauses that the parser takes for content: "At the market, where it sells well, he said ...", and who
    // tells it all behind a comma: "Tests had found it, the minister told reporters".
    [[nodiscard]] bool is_no_content(std::uint32_t v, std::uint32_t c) const {
        const std::uint32_t first = tree().subtree(c).front();
        if (c < v)
            return word(first).xpos == "WRB" || word(first).xpos == "WDT" ||
                   word(first).xpos.starts_with("WP");
        return first > 0 && word(first - 1).lemma == "," && attributes(c);
    }
    [[nodiscard]] bool behind_semicolon(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t i = from; i < to; ++i) {
            if (word(i).lemma == ";") return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<std::uint32_t> recipient_of(std::uint32_t v, const Cue& cue) const {
        if (cue.takes(recipient)) {
            if (const auto d = tree().dependent(v, {Relation::iobj})) return d;
            if (const auto d = tree().dependent(v, {Relation::obj}); d && !is_clausal(*d)) return d;
        }
        if (cue.cue_class == CueClass::speech || cue.cue_class == CueClass::writing) {
            for (const std::uint32_t d : tree().dependents(v)) {
                if (word(d).relation != Relation::obl) continue;
                for (const std::uint32_t c : tree().dependents(d)) {
                    if (word(c).relation == Relation::case_ && word(c).lemma == "to" && animate(d)) return d;
                }
            }
        }
        return std::nullopt;
    }
    // "In an interview with Harbour Wire", "Speaking to reporters".
    [[nodiscard]] std::optional<WordRef> interviewer(std::uint32_t v) const {
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
    [[nodiscard]] bool is_clausal(std::uint32_t w) const {
        return word(w).upos == Upos::verb || word(w).upos == Upos::aux;
    }
    [[nodiscard]] bool animate(std::uint32_t w) const {
        return word(w).upos == Upos::propn || word(w).upos == Upos::pron || word(w).upos == Upos::noun;
    }

    [[nodiscard]] std::optional<std::string_view> preposition(std::uint32_t oblique) const {
        for (const std::uint32_t c : tree().dependents(oblique)) {
            if (word(c).relation == Relation::case_ || word(c).relation == Relation::mark)
                return word(c).lemma;
        }
        return std::nullopt;
    }

    // "A bid was made, the club confirmed, three days after ...": behind a closed statement and the cue
    // nothing belongs to it but what is coordinated with it.
    [[nodiscard]] std::vector<Span> up_to_cue(std::vector<Span> content, std::uint32_t statement,
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

    // "rejected claims that it had dumped oil": the clause of a noun of saying is what is rejected. A claim
    // of one's own is withdrawn as a whole.
    [[nodiscard]] std::optional<std::uint32_t> clause_of_noun(std::uint32_t noun) const {
        if (noun_cue(word(noun).lemma) == nullptr || tree().dependent(noun, {Relation::nmod_poss}))
            return std::nullopt;
        for (const std::uint32_t d : tree().dependents(noun)) {
            if (d > noun && (word(d).relation == Relation::acl || word(d).relation == Relation::ccomp) &&
                has_mark(d, "that"))
                return d;
        }
        return std::nullopt;
    }

    // "said people had been moved and that the work was done": the parser may see two contents.
    [[nodiscard]] std::vector<Span> with_second_clause(std::uint32_t v, std::uint32_t first) const {
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

    // "said the toll was higher, because people had not been counted": the reason, which the parser may hang
    // on the cue, is that of what is said.
    [[nodiscard]] std::vector<Span> with_reason(std::uint32_t v, std::vector<Span> content) const {
        for (const std::uint32_t d : tree().dependents(v)) {
            if (d < v || word(d).relation != Relation::advcl || content.empty()) continue;
            const auto mark = tree().dependent(d, {Relation::mark});
            static constexpr std::array<std::string_view, 4> reasons{"because", "if", "since", "unless"};
            if (!mark || !one_of(word(*mark).lemma, reasons)) continue;
            const auto clause_words = tree().subtree(d);
            const Span rest{word(clause_words.front()).span.begin, word(clause_words.back()).span.end};
            if (rest.begin >= content.back().end &&
                is_letterless(Span{content.back().end, rest.begin}.of(text_)))
                content.back().end = rest.end;
        }
        return content;
    }

    // The object `o` of `v` with what is said of it behind: "names Adom as the carrier", "found bacteria at
    // forty times the limit"; not when, where or to whom it was said.
    [[nodiscard]] std::vector<std::uint32_t> with_what_follows(std::uint32_t v, std::uint32_t o,
                                                               const Cue& cue) const {
        std::vector<std::uint32_t> words = tree().subtree(o);
        for (const std::uint32_t d : tree().dependents(v)) {
            if (d < o || words.empty() ||
                (word(d).relation != Relation::obl && word(d).relation != Relation::advcl))
                continue;
            const auto p = preposition(d);
            const bool as =
                p && (*p == "as" || (*p == "to" && noun_cue(word(o).lemma) != nullptr && is_perfect(d)));
            const language::TimeWordKind time = language::time_word(word(d).lemma).kind;
            const bool dated = time != language::TimeWordKind::none && time != language::TimeWordKind::unit;
            const bool found = cue.takes(finds) && word(d).relation == Relation::obl && p && *p != "on" &&
                               *p != "by" && *p != "to" && !dated;
            const auto more = tree().subtree(d);
            if (!(as || found) || more.front() != words.back() + 1) continue;
            words.insert(words.end(), more.begin(), more.end());
        }
        return words;
    }

    // "a detail which she acknowledged was missing", "a decision that the company said could cost it
    // millions", "what it said were bank records": a finite verb without a subject of its own right behind
    // the cue takes the noun before the relative pronoun for its subject.
    [[nodiscard]] std::optional<Content> relative_content(std::uint32_t v, std::uint32_t source) const {
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
        if (pronoun != "which" && pronoun != "that" && pronoun != "who" && pronoun != "what")
            return std::nullopt;
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
                if (head >= v || (r != Relation::nmod && r != Relation::compound && r != Relation::flat))
                    break;
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

    // The content of verb cue `v` by the tree; nullopt where no frame of the cue is filled.
    [[nodiscard]] std::optional<Content> verb_content(std::uint32_t v, const Cue& cue) const {
        const auto told = recipient_of(v, cue);
        const auto source = subject(v);
        const auto filled = [&](std::vector<Span> spans, std::uint32_t head,
                                std::string_view rule) -> std::optional<Content> {
            if (spans.empty()) return std::nullopt;
            return Content{std::move(spans), head, rule, told};
        };
        if (cue.takes(clause) || cue.takes(quote)) {
            for (const std::uint32_t d : tree().dependents(v)) {
                if (word(d).relation != Relation::ccomp || is_no_content(v, d)) continue;
                if (source && tree().below(*source, d)) continue;
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
                for (const std::uint32_t d : tree().dependents(*told)) {
                    const bool clause_of = word(d).relation == Relation::acl && has_mark(d, "that");
                    if (!clause_of && !relative(d)) continue;
                    if (auto c = filled(clause_content(d, std::nullopt), d, "clause")) return c;
                }
            }
            // "X, said Y" hangs the cue on X.
            if (word(v).relation == Relation::parataxis && word(v).head >= 0) {
                const auto h = static_cast<std::uint32_t>(word(v).head);
                if (auto c = filled(up_to_cue(clause_content(h, v), h, v), h, "parenthesis")) return c;
            }
            for (const std::uint32_t d : tree().dependents(v)) {
                if (word(d).relation != Relation::parataxis || d < v || behind_semicolon(v, d) ||
                    attributes(d))
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
                        (r == Relation::xcomp || r == Relation::obl || r == Relation::advcl ||
                         r == Relation::iobj) &&
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
                if (d < v || (r != Relation::obl && r != Relation::advcl && r != Relation::xcomp &&
                              r != Relation::ccomp))
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

    // Words of the clause that attributes: source and cue, as a range of word indices.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> cue_clause(
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

    // "In four years, the judge observed, not one had done so": what opens a sentence that the cue is put
    // into belongs to the content, whatever the parser has hung it on.
    void with_opening(std::uint32_t v, std::uint32_t source, Content& content) const {
        const auto [first, last] = cue_clause(v, source);
        const bool inserted = first > 1 && word(first - 1).lemma == "," && last + 1 < tree().size() &&
                              word(last + 1).lemma == ",";
        if (!inserted || content.spans.empty() || content.spans.front().begin < word(last).span.end) return;
        const bool opens = std::ranges::any_of(tree().dependents(v), [&](std::uint32_t d) {
            return d < first && (word(d).relation == Relation::obl || word(d).relation == Relation::advcl);
        });
        const auto opening = trimmed(0, first - 1);
        if (opens && opening && !quoted_.around(*opening))
            content.spans.insert(content.spans.begin(), *opening);
    }

    // "<content>, SOURCE CUE": everything before the attributing clause, where it follows a comma or a
    // closing quote.
    [[nodiscard]] std::optional<Content> before(std::uint32_t v, std::uint32_t source, const Cue& cue) const {
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

    // ---- quotations
    // -----------------------------------------------------------------------------------------------

    // A quotation that is a statement of its own: it begins a sentence, or follows a colon or the cue's
    // comma.
    [[nodiscard]] bool is_full(const text::Quotation& q) const {
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
    [[nodiscard]] std::optional<std::size_t> quotation_before(std::uint32_t pos) const {
        const auto& all = quoted_.all();
        auto at =
            std::upper_bound(all.begin(), all.end(), pos,
                             [](std::uint32_t p, const text::Quotation& q) { return p < q.span.begin; });
        if (at == all.begin()) return std::nullopt;
        --at;
        if (at->span.end > pos) return std::nullopt;
        if (!is_letterless(Span{at->span.end, pos}.of(text_))) return std::nullopt;
        return static_cast<std::size_t>(at - all.begin());
    }
    // A quotation that begins at or after `pos` and before `end`, directly behind a colon, a comma or
    // nothing.
    [[nodiscard]] std::optional<std::size_t> quotation_after(std::uint32_t pos, std::uint32_t end) const {
        const auto& all = quoted_.all();
        auto at =
            std::lower_bound(all.begin(), all.end(), pos,
                             [](const text::Quotation& q, std::uint32_t p) { return q.span.begin < p; });
        if (at == all.end() || at->span.begin >= end) return std::nullopt;
        std::size_t before = at->span.begin;
        while (before > pos && text_[before - 1] == ' ')
            --before;
        if (before != pos && text_[before - 1] != ':' && text_[before - 1] != ',') return std::nullopt;
        if (at->span.begin - pos > 160) return std::nullopt;
        return static_cast<std::size_t>(at - all.begin());
    }

    [[nodiscard]] bool closes_sentence(Span quotation) const {
        std::string_view words = quotation.of(text_);
        while (!words.empty() && (words.back() == '"' || words.back() == '\'' ||
                                  static_cast<unsigned char>(words.back()) >= 0x80))
            words.remove_suffix(1);
        return words.ends_with('.');
    }

    // "acknowledged some errors, saying, '...'": the quotation belongs to the cue right before it.
    [[nodiscard]] bool speaks_between(std::uint32_t v, std::uint32_t pos) const {
        for (std::uint32_t i = v + 1; i < tree().size() && word(i).span.begin < pos; ++i) {
            if (word(i).upos != Upos::verb) continue;
            const Cue* cue = verb_cue(word(i).lemma);
            if (cue != nullptr && cue->takes(quote)) return true;
        }
        return false;
    }

    // Replaces tree content by the whole quotations beside the cue, and adds what the speaker broke off.
    void attach_quotations(Attribution& a, std::uint32_t v) {
        const auto [first, last] = cue_clause(v, a.source ? std::optional(a.source->word) : std::nullopt);
        const Span region{word(first).span.begin, word(last).span.end};
        const Span sentence = document_.sentences[sentence_].span;
        const auto& all = quoted_.all();
        const auto q1 = quotation_before(region.begin);
        // "...." The minister denies it: a quotation that is closed by a full stop belongs to the speaker
        // before, where the cue has content of its own.
        const bool closed = q1 && !a.content.empty() && closes_sentence(all[*q1].span);
        if (q1 && is_full(all[*q1]) && !closed && !quoted_.around(region)) {
            a.content = {all[*q1].span};
            a.rule = "quotation before";
            used_[*q1] = true;
            if (const auto q2 = quotation_after(region.end, sentence.end); q2 && all[*q2].span.size() > 12) {
                a.content.push_back(all[*q2].span);
                used_[*q2] = true;
            }
            return;
        }
        if (const auto q2 = quotation_after(region.end, sentence.end);
            q2 && !quoted_.around(region) && !speaks_between(v, all[*q2].span.begin) &&
            text_.substr(region.end, all[*q2].span.begin - region.end).find(" that ") ==
                std::string_view::npos) {
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

    // Grows content to the whole of any quotation that it cuts.
    void whole_quotations(Attribution& a) {
        for (Span& piece : a.content) {
            for (std::size_t i = 0; i < quoted_.all().size(); ++i) {
                const Span q = quoted_.all()[i].span;
                if (q.begin >= piece.end) break;
                if (!q.overlaps(piece)) continue;
                const bool cue_inside = std::any_of(a.cue_spans.begin(), a.cue_spans.end(),
                                                    [&](Span c) { return q.overlaps(c); });
                // Whose words the quotation is, a cue within it does not tell.
                if (!cue_inside) used_[i] = true;
                if (cue_inside || q.contains(piece))
                    continue;  // a cue inside its quotation speaks of a part of it
                if (piece.begin > q.begin) piece.begin = q.begin;
                if (piece.end < q.end) piece.end = q.end;
            }
        }
    }

    void keep(Attribution a) {
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

    // ---- cues
    // ------------------------------------------------------------------------------------------------------

    // The lexicon entry of a verb, a phrasal one first: "rule out", "hint at".
    [[nodiscard]] const Cue* entry(std::uint32_t v) const {
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

    // A statement only thought of: in the future, under a condition, or as a bare infinitive.
    [[nodiscard]] bool unreal(std::uint32_t v, bool negated) const {
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

    // "The Ledger, citing two officials, said that ...": whom it cites says the same.
    [[nodiscard]] std::optional<std::pair<std::uint32_t, Content>> cited_source(std::uint32_t v) const {
        const auto cited = tree().dependent(v, {Relation::obj});
        if (!cited || word(v).xpos != "VBG" || word(v).head < 0) return std::nullopt;
        const language::NounKind kind = language::noun_kind(word(*cited).lemma);
        if (word(*cited).upos != Upos::propn &&
            (kind == language::NounKind::unknown || kind == language::NounKind::media))
            return std::nullopt;
        const auto governor = static_cast<std::uint32_t>(word(v).head);
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

    void verb(std::uint32_t v) {
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

    // "said the plant was safe and that it might reopen": what is coordinated and less or more sure than the
    // first is an attribution of its own, and leaves the first's content.
    [[nodiscard]] std::optional<Attribution> less_sure_part(Attribution& a, std::uint32_t head) const {
        const Certainty first = wording(text_, tree(), head).certainty;
        for (const std::uint32_t d : tree().dependents(head)) {
            if (word(d).relation != Relation::conj || d < head || !tree().dependent(d, {Relation::cc}))
                continue;
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
                    while (last > 0 && word(last - 1).upos == Upos::punct &&
                           !quoted_.around(word(last - 1).span))
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

    // "asked not to be named", "did not wish to be identified", "requesting anonymity": how a source wants to
    // be quoted is none of what it says.
    [[nodiscard]] bool is_condition_of_anonymity(const Attribution& a, std::uint32_t v) const {
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

    // Verbs that tell of a statement in some of their uses alone. What somebody has seen is no view; "sees no
    // need" is. What nobody knows, and what is still being considered, is no statement.
    [[nodiscard]] bool is_no_statement(std::uint32_t v) const {
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

    // What a negation or a governing verb leaves of the act: "did not say whether" is no claim, "would not
    // confirm" is a claim without commitment, "declined to say" neither.
    [[nodiscard]] bool says(Attribution& a, std::uint32_t v) const {
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

    // A subject the parser took for an object: "..." said Mary Smith.
    [[nodiscard]] std::optional<std::uint32_t> inverted_subject(std::uint32_t v) const {
        if (v == 0 || word(v - 1).upos != Upos::punct) return std::nullopt;
        return tree().dependent(v, {Relation::obj, Relation::dep});
    }

    // "The bridge is said to be unsafe", "it is understood that ...": the subject belongs to the content.
    [[nodiscard]] std::optional<Content> passive_content(std::uint32_t v, const Cue& cue,
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
            const bool open_clause =
                word(d).relation == Relation::xcomp || bare || (d > v && has_mark(d, "to"));
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

    // "to have made"
    [[nodiscard]] bool is_perfect(std::uint32_t v) const {
        const auto dependents = tree().dependents(v);
        return std::ranges::any_of(dependents, [&](std::uint32_t d) {
            return word(d).relation == Relation::aux && word(d).lemma == "have";
        });
    }

    // "X's claim that ...", "a denial by X that ...".
    void noun(std::uint32_t n) {
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

    [[nodiscard]] bool ends_sentence(std::uint32_t pos) const {
        const Span sentence = document_.sentences[sentence_].span;
        return is_letterless(Span{pos, sentence.end}.of(text_));
    }

    // "according to X": the clause around it is the content.
    void according(std::uint32_t w) {
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
        if (per && word(np).upos != Upos::propn &&
            !tree().dependent(np, {Relation::det, Relation::nmod_poss}))
            return;
        const bool as_per = per && w > 0 && word(w - 1).lemma == "as";
        keep_phrase(as_per ? w - 1 : w, per ? w : w + 1, np, "according to", clause_above(w, np));
    }

    // "in the words of X", "in X's view", "by its own account": the clause around the phrase is the content.
    void in_the_words_of(std::uint32_t w) {
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

    // The predicate of the clause that the phrase from word `w` on, headed by `np`, stands in.
    [[nodiscard]] std::optional<std::uint32_t> clause_above(std::uint32_t w, std::uint32_t np) const {
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

    // Keeps what is told by a phrase: cue words [first, last], source, content the clause without the phrase,
    // which ends with `source` or, where it stands behind, with `phrase_head`.
    bool keep_phrase(std::uint32_t first, std::uint32_t last, std::uint32_t source, std::string_view rule,
                     std::optional<std::uint32_t> predicate,
                     std::optional<std::uint32_t> phrase_head = std::nullopt) {
        if (!predicate) return false;
        Span phrase{word(first).span.begin, noun_phrase(tree(), source).end};
        if (phrase_head) phrase.end = std::max(phrase.end, word(*phrase_head).span.end);
        std::vector<std::uint32_t> words;
        for (const std::uint32_t i : tree().subtree(*predicate)) {
            if (!word(i).span.overlaps(phrase)) words.push_back(i);
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

    // "is convinced that", "made it clear that": a state of mind, or how something was put.
    void adjective(std::uint32_t w) {
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
        const std::string form = lower(word(w).span.of(text_));
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
                if (d > w && !content &&
                    (r == Relation::ccomp || (r == Relation::advcl && has_mark(d, "that"))))
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

    // "has reportedly turned it down", "allegedly sold phones": hearsay that the outlet passes on.
    void hearsay(std::uint32_t w) {
        static constexpr std::array<std::string_view, 4> adverbs{"allegedly", "purportedly", "reportedly",
                                                                 "supposedly"};
        if (!one_of(word(w).lemma, adverbs) || word(w).head < 0 || word(w).relation != Relation::advmod)
            return;
        if (quoted_.around(word(w).span)) return;
        const auto predicate = static_cast<std::uint32_t>(word(w).head);
        std::vector<std::uint32_t> words = tree().subtree(predicate);
        std::erase_if(words, [&](std::uint32_t i) {
            return i == w || (word(i).head == static_cast<std::int32_t>(predicate) &&
                              word(i).relation == Relation::mark);
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

    // ---- quotations without a cue of the lexicon
    // ------------------------------------------------------------------

    [[nodiscard]] std::optional<std::uint32_t> sentence_at(std::uint32_t pos) const {
        const auto& sentences = document_.sentences;
        const auto after =
            std::upper_bound(sentences.begin(), sentences.end(), pos,
                             [](std::uint32_t p, const Sentence& s) { return p < s.span.begin; });
        if (after == sentences.begin()) return std::nullopt;
        return static_cast<std::uint32_t>(after - sentences.begin() - 1);
    }

    // A whole quotation beside a verb that the lexicon does not know as a cue: "...," intoned the judge.
    void unlisted_verbs() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (used_[i] || !is_full(all[i]) || all[i].span.size() < 16) continue;
            const auto s = sentence_at(all[i].span.end - 1);
            if (!s) continue;
            sentence_ = *s;
            for (std::uint32_t v = 0; v < tree().size(); ++v) {
                if (word(v).upos != Upos::verb || word(v).span.begin < all[i].span.end ||
                    word(v).xpos == "VB")
                    continue;
                auto source = tree().dependent(v, {Relation::nsubj});
                if (!source) source = inverted_subject(v);
                if (!source || noun_phrase(tree(), *source).begin < all[i].span.end) break;
                const auto [first, last] = cue_clause(v, source);
                if (quotation_before(word(first).span.begin) != i) break;
                Attribution a;
                a.cue = Cue{"", CueClass::speech, Certainty::asserted, quote};
                a.cue_word = ref(v);
                a.cue_spans = cue_spans(v, a.cue);
                a.source = ref(*source);
                a.content = {all[i].span};
                a.rule = "quotation before an unlisted verb";
                used_[i] = true;
                keep(std::move(a));
                break;
            }
        }
    }

    // "Farm minister Teuvo Lahti: '...'" and "'...' — Commissioner X": a quotation beside a name without a
    // verb.
    void beside_names() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (used_[i] || all[i].span.size() < 16) continue;
            const auto s = sentence_at(all[i].span.begin);
            if (!s) continue;
            sentence_ = *s;
            auto source = name_before_colon(all[i].span.begin);
            std::uint32_t mark = all[i].span.begin;
            if (!source) {
                source = name_behind_dash(all[i].span.end);
                mark = all[i].span.end;
            }
            if (!source) continue;
            Attribution a;
            a.cue = Cue{"", CueClass::speech, Certainty::asserted, quote};
            a.source = source;
            // The colon or dash is the cue.
            while (mark > 0 && mark == all[i].span.begin && text_[mark - 1] == ' ')
                --mark;
            a.cue_spans = {mark <= all[i].span.begin ? Span{mark - 1, mark} : source_dash(all[i].span.end)};
            a.content = {all[i].span};
            a.rule = "quotation beside a name";
            used_[i] = true;
            keep(std::move(a));
        }
    }

    // The head of a noun phrase of a person, a body or a document that alone stands before a colon at `pos`.
    [[nodiscard]] std::optional<WordRef> name_before_colon(std::uint32_t pos) const {
        const auto& words = document_.sentences[sentence_].words;
        std::uint32_t colon = 0;
        while (colon < words.size() && words[colon].span.of(text_) != ":" && words[colon].span.begin < pos)
            ++colon;
        if (colon == 0 || colon >= words.size() || words[colon].span.begin >= pos ||
            !is_letterless(Span{words[colon].span.end, pos}.of(text_)))
            return std::nullopt;
        return speaker_among(sentence_, 0, colon);
    }
    // The same behind a dash that follows a quotation's end.
    [[nodiscard]] std::optional<WordRef> name_behind_dash(std::uint32_t pos) const {
        const Span dash = source_dash(pos);
        if (dash.empty()) return std::nullopt;
        const auto s = sentence_at(dash.end + 1);
        if (!s) return std::nullopt;
        const auto& words = document_.sentences[*s].words;
        std::uint32_t first = 0;
        while (first < words.size() && words[first].span.begin < dash.end)
            ++first;
        std::uint32_t last = static_cast<std::uint32_t>(words.size());
        while (last > first && words[last - 1].upos == Upos::punct)
            --last;
        return speaker_among(*s, first, last);
    }
    [[nodiscard]] Span source_dash(std::uint32_t pos) const {
        std::uint32_t at = pos;
        while (at < text_.size() && text_[at] == ' ')
            ++at;
        for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93", "--"}) {
            if (text_.substr(at, dash.size()) == dash)
                return {at, at + static_cast<std::uint32_t>(dash.size())};
        }
        return {};
    }
    // Words [first, last) as a noun phrase without a verb, of somebody who may speak.
    [[nodiscard]] std::optional<WordRef> speaker_among(std::uint32_t s, std::uint32_t first,
                                                       std::uint32_t last) const {
        constexpr std::uint32_t longest = 10;
        if (first >= last || last - first > longest) return std::nullopt;
        std::optional<std::uint32_t> head;
        for (std::uint32_t i = first; i < last; ++i) {
            const Word& w = trees_[s].word(i);
            if (w.upos == Upos::verb || w.upos == Upos::aux || w.upos == Upos::pron) return std::nullopt;
            const bool outside =
                w.head < static_cast<std::int32_t>(first) || w.head >= static_cast<std::int32_t>(last);
            if (outside && (w.upos == Upos::noun || w.upos == Upos::propn) && !head) head = i;
        }
        if (!head) return std::nullopt;
        bool person = false;
        for (std::uint32_t i = first; i < last; ++i)
            person = person || trees_[s].word(i).upos == Upos::propn;
        const language::NounKind kind = language::noun_kind(trees_[s].word(*head).lemma);
        if (!person && kind == language::NounKind::unknown) return std::nullopt;
        return WordRef{s, *head};
    }

    [[nodiscard]] static bool has_quotation(const Attribution& a) {
        return a.rule.starts_with("quotation") || a.rule.starts_with("floating");
    }

    // Whole quotations that stand by themselves: they carry on the last speaker's words.
    void floating_quotations() {
        const auto& all = quoted_.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& q = all[i];
            if (used_[i] || q.span.size() < 16 || !is_full(q)) continue;
            const auto s = sentence_at(q.span.begin);
            if (!s) continue;
            // The last attribution before it: in the same paragraph, or the one that the last paragraph ends
            // with.
            std::optional<std::size_t> last;
            for (std::size_t k = 0; k < found_.size(); ++k) {
                const auto& a = found_[k];
                if (!a.source || a.content.front().begin > q.span.begin ||
                    a.cue.cue_class == CueClass::thought || a.cue.cue_class == CueClass::intention)
                    continue;
                if (a.cue_word && document_.sentences[a.cue_word->sentence].span.begin > q.span.begin)
                    continue;
                if (quoted_.around(a.cue_spans.empty() ? a.content.front() : a.cue_spans.front())) continue;
                if (!last || found_[*last].content.back().end <= a.content.back().end) last = k;
            }
            if (!last) continue;
            const auto end_sentence = sentence_at(found_[*last].content.back().begin);
            if (!end_sentence) continue;
            const std::uint32_t from = document_.sentences[*end_sentence].paragraph;
            const std::uint32_t here = document_.sentences[*s].paragraph;
            if (here > from + 1) continue;
            used_[i] = true;
            if (has_quotation(found_[*last]) && (here == from || q.continues_last)) {
                found_[*last].content.push_back(q.span);
                continue;
            }
            Attribution a;
            a.cue = found_[*last].cue;
            a.cue.frames = quote;
            a.cue.commitment = Certainty::asserted;
            a.cue.cue_class = CueClass::speech;
            a.cue_word = found_[*last].cue_word;
            a.cue_spans = found_[*last].cue_spans;
            a.source = found_[*last].source;
            a.content = {q.span};
            a.rule = "floating quotation";
            found_.push_back(std::move(a));
        }
    }

    // "The mayor rejected the account", "she denies it": what is denied is what was said last by somebody
    // else, in the same paragraph or the one before.
    void denials_of_earlier_words() {
        std::vector<std::size_t> order;  // by their cues
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (found_[i].cue_word && found_[i].source) order.push_back(i);
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return *found_[i].cue_word; });
        for (std::size_t at = 0; at < order.size(); ++at) {
            Attribution& denial = found_[order[at]];
            if (!denial.refers_back) continue;
            sentence_ = denial.cue_word->sentence;
            for (std::size_t before = at; before-- > 0;) {
                const Attribution& said = found_[order[before]];
                const auto& sentences = document_.sentences;
                if (sentences[said.cue_word->sentence].paragraph + 1 < sentences[sentence_].paragraph) break;
                if (said.refers_back || *said.source == *denial.source ||
                    said.content.back().end > word(denial.cue_word->word).span.begin)
                    continue;
                // Of statements within each other the outermost.
                std::size_t outermost = order[before];
                for (std::size_t other = before; other-- > 0;) {
                    const Attribution& around = found_[order[other]];
                    if (around.cue_word->sentence != said.cue_word->sentence) break;
                    if (!around.refers_back && around.content.front().contains(said.content.front()) &&
                        around.content.front().contains(said.cue_spans.front()))
                        outermost = order[other];
                }
                denial.content = found_[outermost].content;
                denial.content_head = found_[outermost].content_head;
                denial.rule = "denial of earlier words";
                break;
            }
        }
        std::erase_if(found_, [](const Attribution& a) { return a.content.empty(); });
    }

    // "it", "that", "the account": the object of a denial that stands for words before it.
    [[nodiscard]] bool stands_for_words(std::uint32_t object) const {
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

    std::string_view text_;
    const Document& document_;
    const Trees& trees_;
    Quoted quoted_;
    std::vector<char> used_;  // quotations that some attribution holds
    std::uint32_t sentence_ = 0;
    std::vector<Attribution> found_;
};

}  // namespace

Span noun_phrase(const Tree& tree, std::uint32_t head) {
    const auto words = tree.subtree(head);
    const auto at = static_cast<std::size_t>(std::find(words.begin(), words.end(), head) - words.begin());
    std::size_t first = at;
    std::size_t last = at;
    while (first > 0 && words[first - 1] + 1 == words[first])
        --first;
    while (last + 1 < words.size() && words[last] + 1 == words[last + 1]) {
        const Word& next = tree.word(words[last + 1]);
        const bool brackets =
            next.lemma == "(" || next.lemma == "[" || next.lemma == "–" || next.lemma == "—";
        if (next.upos == Upos::punct && next.xpos != "POS" && (next.lemma == "," || brackets)) {
            // "a spokesman, Faisal Qureshi": the name behind the comma is the source's own.
            const bool name_follows =
                !brackets && last + 2 < words.size() && tree.word(head).upos == Upos::noun &&
                tree.dependent(head, {Relation::appos}).has_value() &&
                tree.word(*tree.dependent(head, {Relation::appos})).upos == Upos::propn &&
                *tree.dependent(head, {Relation::appos}) > words[last];
            if (!name_follows) break;
            const auto name = tree.subtree(*tree.dependent(head, {Relation::appos}));
            std::size_t stop = last + 1;
            while (stop + 1 < words.size() && words[stop] + 1 == words[stop + 1] &&
                   tree.word(words[stop + 1]).lemma != "," &&
                   std::binary_search(name.begin(), name.end(), words[stop + 1])) {
                ++stop;
            }
            if (stop > last + 1) last = stop;
            break;
        }
        // "the government on Wednesday": when it speaks, not what it is.
        const bool when =
            next.upos == Upos::adp && last + 2 < words.size() &&
            tree.word(words[last + 2]).head == static_cast<std::int32_t>(head) &&
            language::time_word(tree.word(words[last + 2]).lemma).kind != language::TimeWordKind::none;
        if (when || tree.word(words[last + 1]).upos == Upos::sconj || next.xpos == "WP" || next.xpos == "WDT")
            break;
        ++last;
    }
    while (first < at &&
           (tree.word(words[first]).relation == Relation::case_ ||
            tree.word(words[first]).relation == Relation::fixed ||  // "according to"
            tree.word(words[first]).upos == Upos::punct || tree.word(words[first]).relation == Relation::cc ||
            tree.word(words[first]).relation == Relation::mark)) {
        ++first;
    }
    while (last > at && (tree.word(words[last]).upos == Upos::punct || tree.word(words[last]).xpos == "POS"))
        --last;
    return {tree.word(words[first]).span.begin, tree.word(words[last]).span.end};
}

std::vector<Attribution> find_attributions(std::string_view text, const Document& document,
                                           const Trees& trees,
                                           const std::vector<text::Quotation>& quotations) {
    return Finder(text, document, trees, quotations).run();
}

}  // namespace whosaid::attribution
