#include "core/attribution/factuality_features.hpp"

#include "core/attribution/lexicon.hpp"
#include "core/language/labels.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::attribution {
namespace {

using language::name_of;
using language::Relation;
using language::Tree;
using language::Upos;
using language::Word;

// How many predicates above are looked at, and how many dependents on either side of a word: real sentences
// have fewer.
constexpr int highest_step = 6;
constexpr std::ptrdiff_t widest_side = 24;
constexpr int conjunct_steps = 3;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view lemma) {
    return std::find(words.begin(), words.end(), lemma) != words.end();
}

constexpr auto negations = std::to_array<std::string_view>(
    {"barely", "hardly", "n't", "neither", "never", "no", "nor", "not", "scarcely", "without"});
constexpr auto none_words = std::to_array<std::string_view>(
    {"few", "little", "neither", "no", "no-one", "nobody", "none", "nothing", "nowhere"});
constexpr auto conditions =
    std::to_array<std::string_view>({"if", "in case", "lest", "provided", "providing", "unless"});
constexpr auto question_words = std::to_array<std::string_view>(
    {"how", "what", "when", "where", "which", "whether", "who", "whom", "whose", "why"});
// Words whose infinitive or object did not come about.
constexpr auto preventing = std::to_array<std::string_view>(
    {"abandon",  "avert",   "avoid",  "ban",       "block",   "cancel", "decline",
     "fail",     "forbid",  "halt",   "lack",      "neglect", "omit",   "prevent",
     "prohibit", "refrain", "refuse", "reluctant", "stop",    "unable", "unwilling"});
constexpr auto possibilities =
    std::to_array<std::string_view>({"able", "appear", "chance", "likely", "maybe", "perhaps", "possibility",
                                     "possible", "possibly", "potential", "potentially", "presumably",
                                     "probable", "probably", "prospect", "risk", "seem", "unlikely"});

bool nominal(const Word& word) {
    return word.upos == Upos::noun || word.upos == Upos::propn || word.upos == Upos::pron ||
           word.upos == Upos::num;
}

// What a feature says of a word: names and numbers are as good as any other.
std::string_view wording(const Word& word) {
    if (word.upos == Upos::propn) return "NAME";
    if (word.upos == Upos::num || word.upos == Upos::sym || word.upos == Upos::x) return "NUMBER";
    return word.lemma;
}

// As what a word above speaks of a clause or noun; empty where it does not.
std::string_view kind_of(Relation relation) {
    switch (relation) {
        case Relation::ccomp:
        case Relation::csubj:
            return "clause";
        case Relation::parataxis:
            return "beside";
        case Relation::xcomp:
            return "infinitive";
        case Relation::nsubj_pass:
        case Relation::obj:
            return "object";
        case Relation::acl:
        case Relation::nmod:
        case Relation::obl:
            return "other";
        default:
            return {};
    }
}

std::string joined(std::string_view first, std::string_view second) {
    return std::string(first).append("/").append(second);
}

// The modal verbs by what they leave open.
std::string_view modal_class(std::string_view lemma) {
    if (lemma == "will" || lemma == "shall" || lemma == "'ll" || lemma == "wo") return "will";
    if (lemma == "may" || lemma == "might" || lemma == "could") return "may";
    if (lemma == "can" || lemma == "ca") return "can";
    if (lemma == "would" || lemma == "'d") return "would";
    if (lemma == "should" || lemma == "must" || lemma == "ought") return "should";
    return {};
}

// What the words of one clause say of its predicate.
struct Clause {
    std::string shape;        // auxiliaries and tag: "will+VB", "VBZ+VBN" ("has met"), "VBD*+VBN"
    std::string_view tense;   // the Penn tag of the finite verb, or "MD", "TO", or the predicate's own
    std::string_view modal;   // modal_class of the first modal verb
    std::string_view mark;    // "if", "that", "to"; the preposition of a noun or gerund
    std::string_view denial;  // the negation in it
    std::vector<std::string_view> adverbs;
    bool condition = false;  // an if-clause hangs on it
    bool subject = false;
};

class Reader {
  public:
    Reader(const Tree& tree, std::uint32_t predicate) : tree_(tree), predicate_(predicate) {}

    FactualityFeatures read() {
        own();
        above();
        add("all", joint_);
        sum_up();
        std::sort(out_.names.begin(), out_.names.end());
        out_.names.erase(std::unique(out_.names.begin(), out_.names.end()), out_.names.end());
        return std::move(out_);
    }

  private:
    void add(std::string_view name, std::string_view value) {
        out_.names.push_back(std::string(name).append("=").append(value));
    }
    void add(std::string_view prefix, std::string_view name, std::string_view value) {
        out_.names.push_back(std::string(prefix).append(name).append("=").append(value));
    }
    void add_lexical(std::string_view name, std::string_view lemma) {
        out_.names.push_back(std::string(name).append(1, lexical_mark).append(lemma));
    }

    // The dependents next to the word.
    [[nodiscard]] std::span<const std::uint32_t> near(std::uint32_t index) const {
        const auto all = tree_.dependents(index);
        const auto middle = std::lower_bound(all.begin(), all.end(), index);
        const auto first = std::max(all.begin(), middle - std::min(widest_side, middle - all.begin()));
        const auto last = middle + std::min(widest_side, all.end() - middle);
        return {first, last};
    }

    [[nodiscard]] Clause clause(std::uint32_t index) const {
        const Word& head = tree_.word(index);
        Clause c;
        for (const std::uint32_t d : near(index)) {
            const Word& w = tree_.word(d);
            switch (w.relation) {
                case Relation::aux:
                case Relation::aux_pass:
                case Relation::cop:
                    if (c.modal.empty()) c.modal = modal_class(w.lemma);
                    if (c.tense.empty()) c.tense = w.xpos;
                    c.shape.append(w.lemma == "be" || w.lemma == "have" || w.lemma == "do" ? w.xpos : w.lemma)
                        .append(w.relation == Relation::aux_pass ? "*+" : "+");
                    break;
                case Relation::mark:
                case Relation::case_:
                    if (w.lemma == "to" && w.xpos == "TO" && c.tense.empty()) c.tense = "TO";
                    if (among(negations, w.lemma)) c.denial = "without";
                    if (c.mark.empty() || c.mark == "to") c.mark = conjunction(d);
                    break;
                case Relation::advmod:
                case Relation::discourse:
                case Relation::cc:
                case Relation::cc_preconj:
                    if (among(negations, w.lemma)) {
                        if (!corrected(d)) c.denial = w.lemma;
                    } else if (none(d)) {
                        c.denial = "no longer";
                    } else if (w.relation != Relation::cc) {
                        c.adverbs.push_back(w.lemma);
                    }
                    break;
                case Relation::det:
                    if (among(none_words, w.lemma)) c.denial = "no";
                    break;
                case Relation::advcl:
                    c.condition = c.condition || conditional(d);
                    break;
                case Relation::nsubj:
                case Relation::nsubj_pass:
                    c.subject = true;
                    if (none(d)) c.denial = "nobody";
                    break;
                case Relation::obj:
                    if (none(d) && !nominal(head)) c.denial = "nothing";
                    break;
                default:
                    break;
            }
        }
        c.shape.append(head.xpos);
        if (c.tense.empty()) c.tense = head.xpos;
        return c;
    }
    [[nodiscard]] std::string_view conjunction(std::uint32_t index) const {
        const auto all = near(index);
        const bool case_follows = std::any_of(all.begin(), all.end(), [&](std::uint32_t d) {
            return tree_.word(d).relation == Relation::fixed && tree_.word(d).lemma == "case";
        });
        return case_follows ? std::string_view("in case") : tree_.word(index).lemma;
    }
    // "nobody", "no deal", "no longer".
    [[nodiscard]] bool none(std::uint32_t index) const {
        if (among(none_words, tree_.word(index).lemma)) return true;
        const auto all = near(index);
        return std::any_of(all.begin(), all.end(), [&](std::uint32_t d) {
            const Word& w = tree_.word(d);
            return (w.relation == Relation::det || w.relation == Relation::advmod) &&
                   (w.lemma == "no" || w.lemma == "neither");
        });
    }
    // "not only", "not just": more is so, not less.
    [[nodiscard]] bool corrected(std::uint32_t negation) const {
        if (negation + 1 >= tree_.size()) return false;
        const std::string_view next = tree_.word(negation + 1).lemma;
        return next == "only" || next == "just" || next == "merely" || next == "simply";
    }
    [[nodiscard]] bool conditional(std::uint32_t index) const {
        const auto all = near(index);
        return std::any_of(all.begin(), all.end(), [&](std::uint32_t d) {
            return tree_.word(d).relation == Relation::mark && among(conditions, conjunction(d));
        });
    }

    // A conjunct without words of its own shares those before the first: "will meet and sign".
    [[nodiscard]] Clause shared_clause(std::uint32_t index) const {
        Clause c = clause(index);
        std::uint32_t at = index;
        for (int step = 0; step < conjunct_steps && tree_.word(at).relation == Relation::conj && !c.subject;
             ++step) {
            at = static_cast<std::uint32_t>(tree_.word(at).head);
            const Clause first = clause(at);
            const bool bare = c.modal.empty() && c.shape.find('+') == std::string::npos;
            if (c.mark.empty()) c.mark = first.mark;
            if (bare && tree_.word(at).xpos == tree_.word(index).xpos) {
                c.modal = first.modal;
                c.tense = first.tense;
                c.shape = first.shape;
                if (c.denial.empty() && first.denial != "nothing") c.denial = first.denial;
            }
            c.condition = c.condition || first.condition;
        }
        return c;
    }

    void clause_features(std::string_view prefix, const Clause& c) {
        add(prefix, "tense", c.tense);
        if (!c.modal.empty()) add(prefix, "modal", c.modal);
        if (!c.mark.empty()) add(prefix, "mark", c.mark);
        if (!c.denial.empty()) {
            add(prefix, "denied", c.denial);
            add(prefix, "denied+tense", c.tense);
        }
        if (c.condition) add(prefix, "condition", "if");
    }
    void wording_features(std::string_view prefix, const Clause& c) {
        add(prefix, "shape", c.shape);
        for (const std::string_view adverb : c.adverbs)
            add_lexical(std::string(prefix) + "adverb", adverb);
    }

    void note(const Clause& c, bool negation_counts) {
        FactualitySigns& s = out_.signs;
        if (!c.denial.empty() && negation_counts) s.negated = !s.negated;
        s.conditional = s.conditional || c.condition || among(conditions, c.mark);
        s.questioned = s.questioned || c.mark == "whether";
        s.future = s.future || c.modal == "will";
        s.modal = s.modal || (!c.modal.empty() && c.modal != "will") ||
                  std::any_of(c.adverbs.begin(), c.adverbs.end(),
                              [](std::string_view a) { return among(possibilities, a); });
    }

    [[nodiscard]] std::string_view kind() const {
        const Word& word = tree_.word(predicate_);
        return nominal(word) ? "noun" : word.upos == Upos::adj ? "adj" : "verb";
    }

    void own() {
        const Word& word = tree_.word(predicate_);
        const Clause c = shared_clause(predicate_);
        add("tag", word.xpos);
        add_lexical("lemma", joined(kind(), wording(word)));
        add("rel", name_of(word.relation));
        add("rel+tag", joined(name_of(word.relation), word.xpos));
        if (!c.mark.empty()) add("rel+mark", joined(name_of(word.relation), c.mark));
        clause_features("p.", c);
        wording_features("p.", c);
        note(c, true);
        for (const std::uint32_t d : near(predicate_))
            below(d);
        if (asked()) {
            add("asked", "?");
            out_.signs.questioned = true;
        }
        joint_.append(kind()).append("/").append(c.tense).append("/").append(c.modal);
        joint_.append(c.denial.empty() ? "/" : "/not").append(c.condition ? "/if" : "/");
    }

    void below(std::uint32_t dependent) {
        const Word& w = tree_.word(dependent);
        const std::string_view relation = name_of(w.relation);
        add("has", relation);
        if (w.relation == Relation::det) add("has.det", w.lemma);
        if (w.relation == Relation::amod || w.relation == Relation::xcomp)
            add_lexical("has." + std::string(relation), wording(w));
        if (w.relation == Relation::advcl || w.relation == Relation::xcomp || w.relation == Relation::ccomp) {
            const Clause clause_below = clause(dependent);
            if (!clause_below.mark.empty()) add("has.mark", joined(relation, clause_below.mark));
        }
        if (among(question_words, w.lemma) && dependent < predicate_) add("has.question", w.lemma);
    }

    // The signs as features, so that rare constructions share what common ones teach.
    void sum_up() {
        const FactualitySigns& s = out_.signs;
        std::string together;
        const auto each = [&](bool seen, std::string_view name) {
            if (!seen) return;
            add("sign", name);
            together.append(together.empty() ? "" : "+").append(name);
        };
        each(s.negated, "negated");
        each(s.conditional, "conditional");
        each(s.modal, "modal");
        each(s.questioned, "questioned");
        each(s.wanted, "wanted");
        each(s.future, "future");
        each(s.reported, "reported");
        add("signs", joined(kind(), together));
    }

    // A question mark ends the sentence, perhaps before a closing quotation mark.
    [[nodiscard]] bool asked() const {
        const std::uint32_t size = tree_.size();
        for (std::uint32_t back = 1; back <= std::min(size, 3U); ++back) {
            if (tree_.word(size - back).lemma == "?") return true;
        }
        return false;
    }

    // The lexicon's entry for a word above, by what hangs on it and how.
    [[nodiscard]] const Cue* cue(std::uint32_t index, std::string_view preposition) const {
        const Word& word = tree_.word(index);
        if (nominal(word)) return noun_cue(word.lemma);
        if (word.upos != Upos::verb) return nullptr;
        for (const std::uint32_t d : near(index)) {
            if (tree_.word(d).relation != Relation::compound_prt) continue;
            if (const Cue* found = verb_cue(word.lemma + " " + tree_.word(d).lemma)) return found;
        }
        if (!preposition.empty()) {
            if (const Cue* found = verb_cue(word.lemma + " " + std::string(preposition))) return found;
        }
        return verb_cue(word.lemma);
    }

    void above() {
        constexpr auto prefixes = std::to_array<std::string_view>({"g.", "h.", "i."});
        bool under_noun = nominal(tree_.word(predicate_));
        std::size_t level = 0;
        std::uint32_t at = predicate_;
        for (int step = 0; step < highest_step && tree_.word(at).head >= 0; ++step) {
            const auto up = static_cast<std::uint32_t>(tree_.word(at).head);
            if (tree_.word(at).relation != Relation::conj) {
                const Clause c = shared_clause(up);
                const Clause lower = clause(at);
                const std::string_view prefix = prefixes[std::min(level, prefixes.size() - 1)];
                governor(prefix, at, c);
                if (level == 0) first_governor(at, c, lower);
                if (level == 1) add_lexical("h.rel+lemma", hold(at, c));
                if (under_noun && !nominal(tree_.word(up))) {
                    under_noun = false;
                    clause_features("v.", c);
                    wording_features("v.", c);
                    add_lexical("v.rel+lemma", hold(at, c));
                }
                commitment(prefix, at, c, lower);
                scope(at, c);
                ++level;
            }
            at = up;
        }
        add("depth", level < 4 ? std::string(1, static_cast<char>('0' + level)) : "more");
    }

    // How the word hangs on the one above: "xcomp/refuse", "xcomp/refuse+not" where that is denied.
    [[nodiscard]] std::string hold(std::uint32_t lower, const Clause& c) const {
        const Word& word = tree_.word(lower);
        const Word& upper = tree_.word(static_cast<std::uint32_t>(word.head));
        return joined(name_of(word.relation), wording(upper)) + (c.denial.empty() ? "" : "+not");
    }

    void governor(std::string_view prefix, std::uint32_t lower, const Clause& c) {
        const std::string_view relation = name_of(tree_.word(lower).relation);
        clause_features(prefix, c);
        if (!c.denial.empty()) add(prefix, "denied+rel", relation);
        if (!c.modal.empty()) add(prefix, "modal+rel", joined(relation, c.modal));
    }

    void first_governor(std::uint32_t at, const Clause& c, const Clause& lower) {
        const Word& word = tree_.word(at);
        const Word& upper = tree_.word(static_cast<std::uint32_t>(word.head));
        wording_features("g.", c);
        add("g.rel+tag", joined(name_of(word.relation), upper.xpos));
        add_lexical("g.rel+mark", joined(name_of(word.relation), lower.mark));
        add_lexical("g.lemma", wording(upper));
        add_lexical("g.rel+lemma", hold(at, c));
    }

    // What the word above makes of what it takes: says, denies, wants, prevents it.
    void commitment(std::string_view prefix, std::uint32_t at, const Clause& c, const Clause& lower) {
        const Word& word = tree_.word(at);
        if (kind_of(word.relation).empty()) return;
        const auto up = static_cast<std::uint32_t>(word.head);
        const std::string& lemma = tree_.word(up).lemma;
        FactualitySigns& s = out_.signs;
        if (const Cue* found = cue(up, lower.mark)) {
            const std::string how = std::string(kind_of(word.relation)) + (c.denial.empty() ? "" : "+not");
            add(prefix, "commits", joined(term(found->commitment), how));
            add(prefix, "class", joined(term(found->cue_class), how));
            if (found->takes(denies)) add(prefix, "denies", how);
            if (found->takes(asks)) add(prefix, "asks", how);
            joint_.append("<").append(found->takes(denies) ? "denies"
                                      : found->takes(asks) ? "asks"
                                                           : term(found->commitment));
            if (found->takes(denies)) s.negated = !s.negated;
            s.wanted = s.wanted || found->takes(asks) || found->cue_class == CueClass::intention;
            s.reported = s.reported || found->cue_class == CueClass::speech;
        }
        if (among(preventing, lemma)) {
            add(prefix, "prevents", joined(name_of(word.relation), lower.mark));
            joint_.append("<prevents");
            s.negated = !s.negated;
        }
        if (among(possibilities, lemma)) {
            add(prefix, "possible", joined(name_of(word.relation), lower.mark));
            joint_.append("<possible");
            s.modal = true;
        }
    }

    // How far what the clause above says of itself holds for what it takes: "did not plan to sign", "may have
    // to sign"; but "did not say that she signed" leaves open whether she did.
    void scope(std::uint32_t at, const Clause& c) {
        const Relation relation = tree_.word(at).relation;
        if (relation == Relation::advcl || relation == Relation::acl_relcl || relation == Relation::parataxis)
            return;
        if (!c.denial.empty()) joint_.append("<not");
        if (!c.modal.empty()) joint_.append("<").append(c.modal);
        if (among(conditions, c.mark)) joint_.append("<if");
        const auto up = static_cast<std::uint32_t>(tree_.word(at).head);
        const Cue* found = verb_cue(tree_.word(up).lemma);
        const bool said = relation == Relation::ccomp && found && found->cue_class != CueClass::thought;
        if (!said)
            note(c, relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::obj ||
                        relation == Relation::csubj);
    }

    const Tree& tree_;
    std::uint32_t predicate_;
    std::string joint_;  // all signs in one, from the predicate up: what no sum of single signs tells
    FactualityFeatures out_;
};

}  // namespace

FactualityFeatures factuality_features(const Tree& tree, std::uint32_t predicate) {
    return Reader(tree, predicate).read();
}

}  // namespace whosaid::attribution
