#include "core/attribution/certainty.hpp"

#include <algorithm>
#include <array>

namespace whosaid::attribution {
namespace {

using language::Document;
using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;
using language::Word;

struct Hedge {
    std::string_view lemma;
    Certainty certainty;
};

constexpr auto adverbs = std::to_array<Hedge>({
    {"allegedly", Certainty::uncommitted},
    {"apparently", Certainty::probable},
    {"arguably", Certainty::possible},
    {"conceivably", Certainty::possible},
    {"evidently", Certainty::probable},
    {"hopefully", Certainty::uncommitted},
    {"likely", Certainty::probable},
    {"maybe", Certainty::possible},
    {"perhaps", Certainty::possible},
    {"possibly", Certainty::possible},
    {"potentially", Certainty::possible},
    {"presumably", Certainty::probable},
    {"probably", Certainty::probable},
    {"purportedly", Certainty::uncommitted},
    {"reportedly", Certainty::uncommitted},
    {"seemingly", Certainty::probable},
    {"supposedly", Certainty::uncommitted},
});

// Predicates above an infinitive or a clause: "is likely to", "appears to", "is expected to", "is thought
// to".
constexpr auto raising = std::to_array<Hedge>({
    {"appear", Certainty::probable},       {"believe", Certainty::probable},
    {"aim", Certainty::probable},          {"hope", Certainty::uncommitted},
    {"intend", Certainty::probable},       {"plan", Certainty::probable},
    {"want", Certainty::uncommitted},      {"wish", Certainty::uncommitted},
    {"bind", Certainty::probable},         {"conceivable", Certainty::possible},
    {"due", Certainty::probable},          {"estimate", Certainty::probable},
    {"expect", Certainty::probable},       {"forecast", Certainty::probable},
    {"likely", Certainty::probable},       {"poise", Certainty::probable},
    {"possible", Certainty::possible},     {"probable", Certainty::probable},
    {"project", Certainty::probable},      {"reckon", Certainty::probable},
    {"rumour", Certainty::uncommitted},    {"rumor", Certainty::uncommitted},
    {"schedule", Certainty::probable},     {"seem", Certainty::probable},
    {"set", Certainty::probable},          {"slate", Certainty::probable},
    {"suppose", Certainty::probable},      {"tend", Certainty::asserted},
    {"think", Certainty::probable},        {"unclear", Certainty::uncommitted},
    {"uncertain", Certainty::uncommitted}, {"unknown", Certainty::uncommitted},
    {"unlikely", Certainty::probable},     {"unsure", Certainty::uncommitted},
});
// Those that say by themselves, in the passive, that it is not so yet: "a result is expected on Friday".
bool looks_ahead(std::string_view lemma) {
    static constexpr auto verbs =
        std::to_array<std::string_view>({"estimate", "expect", "forecast", "project", "schedule", "slate"});
    return std::ranges::find(verbs, lemma) != verbs.end();
}

// Nouns and participles that leave a matter open.
constexpr auto open_words = std::to_array<Hedge>({
    {"alleged", Certainty::uncommitted},
    {"chance", Certainty::possible},
    {"consider", Certainty::possible},
    {"contemplate", Certainty::possible},
    {"likelihood", Certainty::probable},
    {"mull", Certainty::possible},
    {"odds", Certainty::possible},
    {"possibility", Certainty::possible},
    {"possible", Certainty::possible},
    {"potential", Certainty::possible},
    {"probability", Certainty::probable},
    {"prospect", Certainty::possible},
    {"risk", Certainty::possible},
    {"suspected", Certainty::probable},
    {"weigh", Certainty::possible},
});

template <std::size_t N>
const Hedge* find(const std::array<Hedge, N>& table, std::string_view lemma) {
    const auto* at =
        std::find_if(table.begin(), table.end(), [&](const Hedge& h) { return h.lemma == lemma; });
    return at == table.end() ? nullptr : at;
}

bool negation(const Word& w) {
    return w.lemma == "not" || w.lemma == "never" || w.lemma == "n't" || w.lemma == "no" ||
           w.lemma == "nor" || w.lemma == "neither" || w.lemma == "cannot";
}

class Reader {
  public:
    Reader(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

    Commitment read(std::uint32_t head) {
        predicate(head, 0);
        return result_;
    }

  private:
    void lower(Certainty c, std::string_view rule) {
        if (c > result_.certainty) {
            result_.certainty = c;
            result_.rule = rule;
        }
    }
    [[nodiscard]] bool negated(std::uint32_t head) const {
        const auto deps = tree_.dependents(head);
        return std::any_of(deps.begin(), deps.end(),
                           [&](std::uint32_t d) { return negation(tree_.word(d)); });
    }
    [[nodiscard]] bool opens_with(std::uint32_t head, std::string_view lemma) const {
        const auto deps = tree_.dependents(head);
        return std::any_of(deps.begin(), deps.end(), [&](std::uint32_t d) {
            return tree_.word(d).relation == Relation::mark && tree_.word(d).lemma == lemma;
        });
    }

    void predicate(std::uint32_t head, int depth) {
        const Word& w = tree_.word(head);
        if (opens_with(head, "whether") || opens_with(head, "if")) lower(Certainty::uncommitted, "whether");
        const bool no = negated(head);
        if (const Hedge* h = find(raising, w.lemma);
            h && (takes_clause(head) || w.upos == Upos::adj || (passive(head) && looks_ahead(w.lemma))))
            lower(h->certainty, "raising predicate");
        if (const Hedge* h = find(open_words, w.lemma);
            h && (w.upos == Upos::noun || passive(head) || w.upos == Upos::adj)) {
            lower(h->certainty, "open matter");
        }
        if (w.lemma == "rule" && no) lower(Certainty::possible, "not ruled out");
        for (const std::uint32_t d : tree_.dependents(head)) {
            const Word& x = tree_.word(d);
            switch (x.relation) {
                case Relation::aux:
                    if (x.lemma == "may" || x.lemma == "might") lower(Certainty::possible, "modal");
                    // "could not" and "can" speak of ability or permission, which is no hedge.
                    if (x.lemma == "could" && !no) lower(Certainty::possible, "modal");
                    if (x.lemma == "could" && w.lemma == "rule") lower(Certainty::possible, "not ruled out");
                    if (x.lemma == "should" || x.lemma == "ought") lower(Certainty::probable, "modal");
                    break;
                case Relation::advmod:
                case Relation::discourse:
                    if (const Hedge* h = find(adverbs, x.lemma)) lower(h->certainty, "adverb");
                    break;
                case Relation::advcl:
                    if (opens_with(d, "if") || opens_with(d, "unless") || opens_with(d, "provided"))
                        lower(Certainty::uncommitted, "condition");
                    break;
                case Relation::amod:
                    if (w.upos == Upos::noun) {
                        if (const Hedge* h = find(open_words, x.lemma)) lower(h->certainty, "open matter");
                        if (x.lemma == "likely" || x.lemma == "probable")
                            lower(Certainty::probable, "adjective");
                    }
                    break;
                case Relation::xcomp:
                    // "is likely to be opened", "seems unlikely": the infinitive's own wording counts too.
                    if (depth < 3) predicate(d, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }
    [[nodiscard]] bool passive(std::uint32_t head) const {
        return tree_.dependent(head, {Relation::aux_pass, Relation::nsubj_pass}).has_value();
    }
    [[nodiscard]] bool takes_clause(std::uint32_t head) const {
        return tree_.dependent(head, {Relation::xcomp, Relation::ccomp, Relation::csubj}).has_value();
    }

    std::string_view text_;
    const Tree& tree_;
    Commitment result_{Certainty::confirmed, Polarity::affirmed, ""};
};

// The main predicate of the sentence that holds `span`, for quotations of several sentences.
std::vector<WordRef> predicates_in(const Document& document, const Trees& trees, Span span) {
    std::vector<WordRef> heads;
    const auto& sentences = document.sentences;
    auto s = std::lower_bound(sentences.begin(), sentences.end(), span.begin,
                              [](const Sentence& x, std::uint32_t p) { return x.span.end <= p; });
    for (; s != sentences.end() && s->span.begin < span.end; ++s) {
        const auto index = static_cast<std::uint32_t>(s - sentences.begin());
        const Tree& tree = trees[index];
        // The highest word of the sentence that stands inside the span.
        std::optional<std::uint32_t> head;
        for (std::uint32_t i = 0; i < tree.size() && !head; ++i) {
            if (!span.contains(tree.word(i).span) || tree.word(i).upos == Upos::punct) continue;
            const auto h = tree.word(i).head;
            if (h < 0 || !span.contains(tree.word(static_cast<std::uint32_t>(h)).span)) head = i;
        }
        if (head) heads.push_back({index, *head});
    }
    return heads;
}

}  // namespace

Commitment wording(std::string_view text, const Tree& tree, std::uint32_t head) {
    return Reader(text, tree).read(head);
}

Commitment commitment(std::string_view text, const Document& document, const Trees& trees,
                      const Attribution& a, SourceKind source) {
    Commitment result{a.cue.commitment, Polarity::affirmed, "cue"};
    const auto lower = [&](Certainty c, std::string_view rule) {
        if (c > result.certainty) {
            result.certainty = c;
            result.rule = rule;
        }
    };
    // What a document indicates or suggests it states: the hedge is a person's.
    if (source == SourceKind::document && a.cue.takes(finds) && result.certainty > Certainty::asserted &&
        result.certainty < Certainty::possible) {
        result.certainty =
            a.cue.lemma == "indicate" || a.cue.lemma == "signal" ? Certainty::asserted : result.certainty;
    }
    if (a.cue.takes(asks)) lower(Certainty::uncommitted, "a question, an order or a wish");
    if (a.rule == "infinitive" && a.cue.takes(recipient)) lower(Certainty::uncommitted, "an order or advice");
    // "Is said to" passes on what is heard, "is understood to" what is taken to be so; "were reported
    // missing" reports.
    if (a.agentless && a.cue.lemma != "report" && a.cue.lemma != "emerge" && a.cue.lemma != "transpire") {
        static constexpr auto hearsay =
            std::to_array<std::string_view>({"allege", "claim", "rumor", "rumour", "say"});
        const bool heard = std::ranges::binary_search(hearsay, a.cue.lemma);
        lower(heard ? Certainty::uncommitted : Certainty::probable, "nobody is named who says so");
    }

    // The words of the content: the head the frame found, or the main predicates of a quotation's sentences.
    std::vector<WordRef> heads;
    const bool quotation = a.rule.starts_with("quotation") || a.rule.starts_with("floating");
    if (a.content_head && !quotation) {
        heads.push_back(*a.content_head);
    } else {
        for (const Span piece : a.content) {
            const auto more = predicates_in(document, trees, piece);
            heads.insert(heads.end(), more.begin(), more.end());
        }
    }
    // Several sentences of one quotation: the strongest decides, since one plain statement commits.
    if (!heads.empty()) {
        Commitment best{Certainty::uncommitted, Polarity::affirmed, "wording"};
        for (const WordRef& h : heads) {
            const Commitment c = wording(text, trees[h.sentence], h.word);
            if (c.certainty < best.certainty) best = c;
        }
        lower(best.certainty, best.rule);
    }
    const Span last = a.content.back();
    std::string_view words = last.of(text);
    while (!words.empty() &&
           (words.back() == '"' || words.back() == ' ' || static_cast<unsigned char>(words.back()) >= 0x80))
        words.remove_suffix(1);
    if (words.ends_with('?') && heads.size() <= 1) lower(Certainty::uncommitted, "a question");

    if (a.cue.takes(denies)) {
        if (a.negated || a.hedged) {
            lower(Certainty::possible, "not denied");
        } else {
            result.polarity = Polarity::denied;
        }
    } else if (a.hedged) {
        lower(Certainty::uncommitted, "held back");
    } else if (a.negated && a.cue.cue_class == CueClass::thought) {
        result.polarity = Polarity::denied;  // "does not believe that X": X is denied
    }
    return result;
}

}  // namespace whosaid::attribution
