#include "core/corroboration/claim_form.hpp"

#include "core/corroboration/words.hpp"
#include "core/language/tree.hpp"
#include "core/text/characters.hpp"
#include "core/text/language.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

namespace whosaid::corroboration {
namespace {

using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;
using language::Word;

constexpr std::size_t shortest_foreign = 20;  // bytes
constexpr std::size_t most_parts = 8;         // more are a text, to be reported on, not a claim

// Words that an English sentence is hardly without, and sentences of other languages are.
constexpr auto english_words =
    std::to_array<std::string_view>({"and", "been", "by", "from", "his", "its", "of", "said", "that", "the",
                                     "their", "were", "which", "will", "with"});
constexpr auto question_words =
    std::to_array<std::string_view>({"how", "what", "when", "where", "which", "who", "whom", "whose", "why"});
// What only somebody's judgement gives to a thing; sorted.
constexpr auto judging_words = std::to_array<std::string_view>(
    {"absurd",     "admirable",  "amazing",     "appalling",  "awful",       "bad",        "beautiful",
     "best",       "boring",     "brave",       "brilliant",  "clever",      "cowardly",   "cynical",
     "deplorable", "despicable", "disgraceful", "disgusting", "dreadful",    "excellent",  "fair",
     "fantastic",  "fine",       "foolish",     "good",       "great",       "heroic",     "hideous",
     "horrible",   "inspiring",  "laughable",   "lovely",     "magnificent", "mediocre",   "misguided",
     "nice",       "outrageous", "overrated",   "pathetic",   "reckless",    "ridiculous", "scandalous",
     "shameful",   "silly",      "stupid",      "superb",     "terrible",    "ugly",       "unacceptable",
     "underrated", "unfair",     "unjust",      "unwise",     "useless",     "wonderful",  "worst",
     "worthless",  "wrong"});
constexpr auto judging_verbs = std::to_array<std::string_view>(
    {"believe", "doubt", "feel", "guess", "hope", "suppose", "think", "wish"});
// "Is due to", "is expected to": what follows is yet to come.
constexpr auto awaiting_words = std::to_array<std::string_view>(
    {"about", "bind", "due", "expect", "likely", "plan", "schedule", "set", "slate"});

bool in(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool subject(const Word& word) {
    return word.relation == Relation::nsubj || word.relation == Relation::nsubj_pass ||
           word.relation == Relation::csubj || word.relation == Relation::csubj_pass ||
           word.relation == Relation::expl;
}

bool auxiliary(const Word& word) {
    return word.relation == Relation::aux || word.relation == Relation::aux_pass ||
           word.relation == Relation::cop;
}

template <class Predicate>
std::optional<std::uint32_t> dependent_that(const Tree& tree, std::uint32_t head, Predicate predicate) {
    for (const std::uint32_t d : tree.dependents(head)) {
        if (predicate(tree.word(d))) return d;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> root_of(const Tree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.word(i).head < 0) return i;
    }
    return std::nullopt;
}

// Where the words of the sentence begin, quotation marks and dashes left out.
std::uint32_t first_word(const Tree& tree) {
    std::uint32_t i = 0;
    while (i + 1 < tree.size() && tree.word(i).upos == Upos::punct)
        ++i;
    return i;
}

bool asks(const Tree& tree, std::uint32_t root, std::string_view text) {
    std::string_view words = tree.sentence().span.of(text);
    while (!words.empty() && (words.back() == '"' || words.back() == '\'' || words.back() == ')' ||
                              words.back() == ' ' || static_cast<unsigned char>(words.back()) >= 0x80))
        words.remove_suffix(1);
    if (words.ends_with('?')) return true;
    // Without its mark: "did the dam fail", "why did it fail", "who resigned".
    const std::uint32_t first = first_word(tree);
    const bool by_word = in(question_words, tree.word(first).lemma);
    const auto its = dependent_that(tree, root, subject);
    const bool relative =
        tree.dependent(first, {Relation::acl_relcl}).has_value();  // "what she said was false"
    if (relative) return false;
    if (by_word && its == first && tree.word(first).upos == Upos::pron) return true;
    const auto inverted = dependent_that(tree, root, auxiliary);
    return its && inverted && *inverted < *its && *inverted <= first + (by_word ? 1 : 0) &&
           tree.word(*its).relation != Relation::expl;
}

bool orders(const Tree& tree, std::uint32_t root) {
    const Word& verb = tree.word(root);
    if (verb.xpos != "VB") return false;
    if (dependent_that(tree, root, [](const Word& word) {
            const bool helps = word.relation == Relation::aux && word.lemma != "do";
            return subject(word) || helps || word.relation == Relation::mark;
        }))
        return false;
    // Nothing but "please", "do not", "never" stands before it.
    for (std::uint32_t i = first_word(tree); i < root; ++i) {
        const Upos upos = tree.word(i).upos;
        if (upos != Upos::adv && upos != Upos::intj && upos != Upos::part && upos != Upos::aux &&
            upos != Upos::punct)
            return false;
    }
    return true;
}

// A predicate, or what headlines leave of one: "Three hikers found alive".
bool states(const Tree& tree, std::uint32_t root) {
    const auto words = std::count_if(tree.sentence().words.begin(), tree.sentence().words.end(),
                                     [](const Word& word) { return word.upos != Upos::punct; });
    if (words < 2) return false;
    const Word& head = tree.word(root);
    if (head.upos == Upos::verb || head.upos == Upos::aux || head.upos == Upos::adj) return true;
    return dependent_that(tree, root,
                          [](const Word& word) {
                              return subject(word) || word.relation == Relation::cop ||
                                     (word.upos == Upos::verb && word.relation != Relation::acl_relcl);
                          })
        .has_value();
}

// The predicate of what is told: "the dam will fail" in "police say the dam will fail".
std::uint32_t told(const Tree& tree, std::uint32_t root) {
    return tree.dependent(root, {Relation::ccomp}).value_or(root);
}

// "Is due to sail", "is going to sail": by the words' order, since trees of it differ.
bool awaits(const Tree& tree) {
    constexpr std::uint32_t furthest = 2;  // "is now due to", "is not due to"
    for (std::uint32_t i = 1; i + 2 < tree.size(); ++i) {
        const Word& word = tree.word(i);
        const bool awaiting = in(awaiting_words, word.lemma) || (word.lemma == "go" && word.xpos == "VBG");
        const Word& verb = tree.word(i + 2);
        // "Expected to have died" is over.
        if (!awaiting || tree.word(i + 1).lemma != "to" || verb.xpos != "VB" || verb.lemma == "have")
            continue;
        for (std::uint32_t back = 1; back <= std::min(i, furthest); ++back) {
            const Word& be = tree.word(i - back);
            if (be.lemma == "be" && (be.xpos == "VBZ" || be.xpos == "VBP")) return true;
        }
    }
    return false;
}

bool to_come(const Tree& tree, std::uint32_t predicate) {
    const auto will = [](const Word& word) {
        return word.relation == Relation::aux && (word.lemma == "will" || word.lemma == "shall");
    };
    if (dependent_that(tree, predicate, will) || awaits(tree)) return true;
    // Headlines: "Envoy to visit Cairo".
    const auto infinitive = [&](std::uint32_t verb) {
        return tree.word(verb).xpos == "VB" &&
               dependent_that(tree, verb, [](const Word& word) { return word.lemma == "to"; }).has_value();
    };
    if (tree.word(predicate).head >= 0) return false;
    if (infinitive(predicate)) return dependent_that(tree, predicate, subject).has_value();
    const auto behind = tree.dependent(predicate, {Relation::acl});
    return behind && infinitive(*behind) && !dependent_that(tree, predicate, subject);
}

bool judges(const Tree& tree, std::uint32_t root) {
    const auto judging = [&](const Word& word) { return in(judging_words, word.lemma); };
    const Word& head = tree.word(root);
    const bool copula = tree.dependent(root, {Relation::cop}).has_value();
    if (copula && (judging(head) || dependent_that(tree, root, [&](const Word& word) {
                       return word.relation == Relation::amod && judging(word);
                   })))
        return true;
    if (dependent_that(tree, root, [](const Word& word) {
            return word.relation == Relation::aux && (word.lemma == "should" || word.lemma == "ought");
        }))
        return true;
    const auto who = tree.dependent(root, {Relation::nsubj});
    return who && in(judging_verbs, head.lemma) &&
           (tree.word(*who).lemma == "i" || tree.word(*who).lemma == "we");
}

// Another main clause beside the root's, with a subject of its own.
bool stands_alone(const Tree& tree, std::uint32_t clause) {
    const Word& word = tree.word(clause);
    if (word.relation != Relation::conj && word.relation != Relation::parataxis) return false;
    const auto its = dependent_that(tree, clause, subject);
    const bool predicate = word.upos == Upos::verb || tree.dependent(clause, {Relation::cop}).has_value();
    // "..., police said" is no clause beside another but tells whose words it is.
    const bool attributes = word.relation == Relation::parataxis &&
                            !std::any_of(tree.sentence().words.begin(), tree.sentence().words.end(),
                                         [](const Word& each) { return each.lemma == ";"; });
    return predicate && its && !attributes;
}

bool joins(const Word& word) {
    return word.upos == Upos::punct || word.upos == Upos::cconj;
}

// The main clauses of a sentence, from left to right.
struct Clause {
    std::uint32_t head = 0;
    std::uint32_t first = 0;  // words
    std::uint32_t last = 0;   // inclusive
};
std::vector<Clause> clauses(const Tree& tree, std::uint32_t root) {
    std::vector<Clause> out{{root, first_word(tree), tree.size() - 1}};
    for (std::uint32_t d = root + 1; d < tree.size() && out.size() <= most_parts; ++d) {
        const bool beside = std::any_of(out.begin(), out.end(), [&](const Clause& clause) {
            return tree.word(d).head == static_cast<std::int32_t>(clause.head);
        });
        if (!beside || !stands_alone(tree, d)) continue;
        std::uint32_t first = tree.subtree(d).front();
        if (first <= out.back().first) continue;
        std::uint32_t end = first;
        while (end > out.back().first && joins(tree.word(end - 1)))
            --end;
        while (first < d && joins(tree.word(first)))
            ++first;
        if (end == out.back().first) continue;
        out.back().last = end - 1;
        out.push_back({d, first, tree.size() - 1});
    }
    return out;
}

// Whether it can be understood by itself: a pronoun stands for what another part tells.
bool by_itself(const Tree& tree, const Clause& clause) {
    const auto its = dependent_that(tree, clause.head, subject);
    return !its || tree.word(*its).upos != Upos::pron || tree.word(*its).relation == Relation::expl;
}

class Form {
  public:
    explicit Form(const Analysed& claim) : claim_(claim) {}

    ClaimForm found() {
        ClaimForm out;
        out.language = foreign();
        if (!out.language.empty()) {
            out.notes.push_back(ClaimNote::foreign_language);
            return out;  // its tree tells nothing
        }
        bool understood = true;
        std::size_t stating = 0;
        for (const Sentence& sentence : claim_.analysis.document.sentences) {
            const Tree tree(sentence);
            const std::optional<std::uint32_t> root = root_of(tree);
            if (!root) continue;
            look(tree, *root);
            if (!states(tree, *root)) continue;
            ++stating;
            for (const Clause& clause : clauses(tree, *root)) {
                const Span span{tree.word(clause.first).span.begin, tree.word(clause.last).span.end};
                understood = understood && (out.parts.empty() || by_itself(tree, clause));
                out.parts.emplace_back(span.of(claim_.article.text));
            }
        }
        if (stating == 0) notes_.insert(ClaimNote::no_statement);
        if (out.parts.size() > 1) notes_.insert(ClaimNote::several_claims);
        const bool split = out.parts.size() > 1 && out.parts.size() <= most_parts && understood &&
                           !notes_.contains(ClaimNote::question) && !notes_.contains(ClaimNote::order);
        if (!split) out.parts.clear();
        out.notes.assign(notes_.begin(), notes_.end());
        return out;
    }

  private:
    [[nodiscard]] std::string foreign() const {
        if (!claim_.analysis.language.empty()) return claim_.analysis.language;
        const std::string& text = claim_.article.text;
        const std::vector<PlainWord> words = plain_words(text, {0, static_cast<std::uint32_t>(text.size())});
        const bool english = std::any_of(
            words.begin(), words.end(), [](const PlainWord& word) { return in(english_words, word.folded); });
        return english ? std::string() : text::foreign_language(text, shortest_foreign);
    }

    void look(const Tree& tree, std::uint32_t root) {
        if (asks(tree, root, claim_.article.text)) {
            notes_.insert(ClaimNote::question);
        } else if (orders(tree, root)) {
            notes_.insert(ClaimNote::order);
        }
        if (to_come(tree, told(tree, root)) ? !over() : yet_to_come()) notes_.insert(ClaimNote::future);
        const bool attributed = std::any_of(claim_.analysis.claims.begin(), claim_.analysis.claims.end(),
                                            [](const Claim& each) { return !each.own_voice(); });
        const bool told_of_oneself = !attributed || first_person(tree, root);
        if (told_of_oneself && judges(tree, root)) notes_.insert(ClaimNote::opinion);
    }

    static bool first_person(const Tree& tree, std::uint32_t root) {
        const auto who = tree.dependent(root, {Relation::nsubj});
        return who && (tree.word(*who).lemma == "i" || tree.word(*who).lemma == "we");
    }

    // All times of the claim lie before its date: what "will" happen has happened or not.
    [[nodiscard]] bool over() const {
        return every_time(
            [&](const DateRange& days) { return days.last && *days.last < *claim_.article.date; });
    }
    // Or after it.
    [[nodiscard]] bool yet_to_come() const {
        return every_time(
            [&](const DateRange& days) { return days.first && *days.first > *claim_.article.date; });
    }
    template <class Test>
    [[nodiscard]] bool every_time(Test test) const {
        const std::vector<TimeExpression>& times = claim_.analysis.document.times;
        if (!claim_.article.date || times.empty()) return false;
        return std::all_of(times.begin(), times.end(), [&](const TimeExpression& time) {
            const std::optional<DateRange> days = days_of(time.value);
            return days && test(*days);
        });
    }

    const Analysed& claim_;
    std::set<ClaimNote> notes_;
};

}  // namespace

ClaimForm claim_form(const Analysed& claim) {
    return Form(claim).found();
}

bool holds_words(std::string_view text) {
    return !plain_words(text, {0, static_cast<std::uint32_t>(text.size())}).empty();
}

}  // namespace whosaid::corroboration
