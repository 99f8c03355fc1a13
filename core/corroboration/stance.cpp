#include "core/corroboration/stance.hpp"

#include "core/attribution/certainty.hpp"
#include "core/corroboration/read_weights.hpp"
#include "core/corroboration/stance_weights.hpp"
#include "core/language/units.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace whosaid::corroboration {
namespace {

using language::Relation;
using language::Tree;
using language::WordRelation;
using Limit = whosaid::Comparison;  // of a quantity: "at least", "about"

// Similarities below this do not count as met.
constexpr double least_similarity = 0.4;

// What a number or a date that agrees weighs in Feature::matched, beside names at 1.
constexpr double quantity_part = 0.9;
constexpr double time_part = 0.5;

// Words of a kind that one side may have and the other not.
constexpr auto exclusive_words = std::to_array<std::string_view>(
    {"all",      "always",      "any",    "both",      "entire",      "entirely", "every", "everybody",
     "everyone", "exclusively", "first",  "last",      "never",       "nobody",   "none",  "only",
     "single",   "sole",        "solely", "unanimous", "unanimously", "whole"});
constexpr auto negative_words = std::to_array<std::string_view>(
    {"hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "without"});
constexpr auto more_words = std::to_array<std::string_view>(
    {"above", "accelerate", "add",  "boost",  "climb",      "double",   "exceed", "expand", "extend", "gain",
     "grow",  "growth",     "high", "higher", "hike",       "increase", "jump",   "lift",   "more",   "over",
     "raise", "recover",    "rise", "soar",   "strengthen", "surge",    "top",    "up",     "widen"});
constexpr auto less_words = std::to_array<std::string_view>(
    {"below",     "cut",    "decline", "decrease", "dip",  "down",  "drop",   "ease",   "fall",   "few",
     "fewer",     "halve",  "less",    "lose",     "loss", "low",   "lower",  "narrow", "plunge", "reduce",
     "reduction", "shrink", "slide",   "slip",     "slow", "slump", "tumble", "under",  "weaken"});
static_assert(std::ranges::is_sorted(exclusive_words) && std::ranges::is_sorted(more_words) &&
              std::ranges::is_sorted(less_words));

bool in(std::span<const std::string_view> sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

// ---- how alike two items are
// ------------------------------------------------------------------------------------

struct Alike {
    double similarity = 0;
    bool opposite = false;
};

// Forms that the word table does not know: a long common beginning.
bool same_stem(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < 5 || std::max(a.size(), b.size()) - shorter > 4) return false;
    return a.substr(0, shorter - 1) == b.substr(0, shorter - 1);
}

Alike words_alike(const Item& a, const Item& b) {
    if (a.key == b.key) return {1, false};
    // "Said" is like many words, and none of the matter.
    if (a.attributes != b.attributes) return {};
    if (!a.id || !b.id) return {same_stem(a.key, b.key) ? 0.8 : 0, false};
    const double use = std::max(0.0, language::likeness(*a.id, *b.id));
    // Few words have both a relation and little likeness; asking WordNet only where it can matter keeps this
    // fast.
    // A brother is no denial of a sister: of nouns only those that are said of a subject are opposites.
    if (related(*a.id, *b.id, WordRelation::antonym))
        return {0.8, !(a.noun && b.noun) || (a.predicate && b.predicate)};
    if (related(*a.id, *b.id, WordRelation::derivation)) return {0.95, false};
    if (related(*a.id, *b.id, WordRelation::synonym)) return {0.7 + 0.3 * use, false};
    if (related(*a.id, *b.id, WordRelation::broader) || related(*b.id, *a.id, WordRelation::broader))
        return {0.5 + 0.4 * use, false};
    return {use < least_similarity ? 0 : 0.9 * use, false};
}

// Names share a word that stands for the whole: a person's last, any of a body's but for common ones, the
// initials; places also by what WordNet knows of them: Egyptian and Egypt, Cairo and Egypt.
double names_alike(const Item& a, const Item& b) {
    if (a.key == b.key) return 1;
    if (a.id && b.id) {
        if (related(*a.id, *b.id, WordRelation::derivation) || related(*a.id, *b.id, WordRelation::synonym))
            return 1;
        if (related(*a.id, *b.id, WordRelation::part_of) || related(*b.id, *a.id, WordRelation::part_of))
            return 0.8;
    }
    if (a.parts.empty() || b.parts.empty()) return 0;
    const auto& shorter = a.parts.size() <= b.parts.size() ? a.parts : b.parts;
    const auto& longer = a.parts.size() <= b.parts.size() ? b.parts : a.parts;
    const bool inside = std::all_of(shorter.begin(), shorter.end(), [&](const std::string& part) {
        return std::find(longer.begin(), longer.end(), part) != longer.end();
    });
    if (inside) {
        const bool ends = shorter.back() == longer.back() || shorter.front() == longer.front();
        return ends ? 0.95 : 0.7;
    }
    const auto initials = [](const std::vector<std::string>& parts, const std::string& acronym) {
        if (parts.size() != acronym.size() || parts.size() < 2) return false;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].front() != acronym[i]) return false;
        }
        return true;
    };
    if (shorter.size() == 1 && initials(longer, shorter.front())) return 0.9;
    if (a.type == EntityType::person && b.type == EntityType::person && a.parts.back() == b.parts.back())
        return 0.7;
    return 0;
}

Alike alike(const Item& a, const Item& b) {
    if (a.kind == ItemKind::name && b.kind == ItemKind::name) return {names_alike(a, b), false};
    if (a.kind == ItemKind::word && b.kind == ItemKind::word) return words_alike(a, b);
    // "the Egyptian minister", tagged as an adjective, against "Egypt"; "the court" against "Supreme Court".
    if (a.kind == ItemKind::time || b.kind == ItemKind::time || a.kind == ItemKind::quantity ||
        b.kind == ItemKind::quantity)
        return {};
    const Item& name = a.kind == ItemKind::name ? a : b;
    const Item& word = a.kind == ItemKind::name ? b : a;
    if (name.id && word.id &&
        (*name.id == *word.id || related(*name.id, *word.id, WordRelation::derivation) ||
         related(*name.id, *word.id, WordRelation::synonym)))
        return {0.9, false};
    return {!name.parts.empty() && name.parts.back() == word.key ? 0.7 : 0, false};
}

// ---- numbers and days
// --------------------------------------------------------------------------------------------

struct Bounds {
    double low = 0;
    double high = 0;
};

// In the measure of its kind.
Bounds bounds(Quantity q) {
    constexpr double unbounded = 1e300;
    const double factor = language::measure_of(q.unit).factor;
    q.value *= factor;
    if (q.upper) *q.upper *= factor;
    const double slack = std::abs(q.value) * (q.comparison == Limit::about ? 0.05 : 0.005);
    switch (q.comparison) {
        case Limit::at_least:
        case Limit::more_than:
            return {q.value - slack, unbounded};
        case Limit::at_most:
        case Limit::less_than:
            return {-unbounded, q.value + slack};
        case Limit::between:
            return {q.value, q.upper.value_or(q.value)};
        case Limit::exactly:
        case Limit::about:
            break;
    }
    return {q.value - slack, q.upper.value_or(q.value) + slack};
}

bool open_ended(const Quantity& q) {
    return q.comparison != Limit::exactly && q.comparison != Limit::about;
}

enum class Meeting : std::uint8_t { none, agree, differ };

Meeting quantities_meet(const Quantity& a, const Item& ia, const Quantity& b, const Item& ib) {
    const language::Measure measure_a = language::measure_of(a.unit);
    const language::Measure measure_b = language::measure_of(b.unit);
    const bool same_unit = measure_a.of == measure_b.of;
    const bool comparable = same_unit || a.unit.empty() || b.unit.empty() ||
                            (ia.id && ib.id && words_alike(ia, ib).similarity >= 0.6);
    if (!comparable) return Meeting::none;
    const Bounds x = bounds(a);
    const Bounds y = bounds(b);
    const bool meet = x.low <= y.high && y.low <= x.high;
    // "More than 40" meets 1,000 and "at least 900", and agrees with neither unless they are near.
    constexpr double near = 2;
    const double ours = std::abs(a.value) * (same_unit ? measure_a.factor : 1);
    const double theirs = std::abs(b.value) * (same_unit ? measure_b.factor : 1);
    const double apart = std::max(ours, theirs) / std::max(std::min(ours, theirs), 1e-9);
    const bool far = apart > near;
    if (meet && (open_ended(a) || open_ended(b)) && far && (!same_unit || (open_ended(a) && open_ended(b))))
        return Meeting::none;
    // Nor does "as much as $4.1 billion" agree with $88 million: they are of other things.
    constexpr double of_one_thing = 10;
    if (meet && (open_ended(a) || open_ended(b)) && apart > of_one_thing) return Meeting::none;
    if (meet) return Meeting::agree;
    // "Nine years" and "two days" measure other things; a number that was changed keeps its unit, or nearly.
    if (a.unit != b.unit && apart > of_one_thing) return Meeting::none;
    return a.unit.empty() != b.unit.empty() ? Meeting::none : Meeting::differ;
}

Meeting days_meet(const DateRange& a, const DateRange& b) {
    const bool before = a.last && b.first && *a.last < *b.first;
    const bool after = b.last && a.first && *b.last < *a.first;
    return before || after ? Meeting::differ : Meeting::agree;
}

// ---- alignment
// ----------------------------------------------------------------------------------------------------

struct Side {
    const Analysed& analysed;
    std::size_t first;
    std::size_t last;

    [[nodiscard]] const Statement& statement(std::size_t s) const { return analysed.statements[s]; }
    [[nodiscard]] const Quantity& quantity(const Item& item) const {
        return analysed.analysis.document.quantities[*item.quantity];
    }
};

struct Met {
    const Item* item = nullptr;
    std::size_t sentence = 0;
};

// The claim's items, each with what it meets best; `met` tells the sentence.
class Aligner {
  public:
    Aligner(Side claim, Side passage) : claim_(claim), passage_(passage) {}

    void run(std::vector<Alignment>& out, std::vector<Met>& met) {
        for (std::size_t s = claim_.first; s < claim_.last; ++s) {
            for (const Item& item : claim_.statement(s).items) {
                if (item.strength < 1) continue;
                Alignment alignment;
                alignment.claim = &item;
                Met where;
                if (item.kind == ItemKind::quantity) {
                    meet(item, alignment, where, [&](const Item& other) {
                        if (!other.quantity) return Meeting::none;
                        const Meeting meeting =
                            quantities_meet(claim_.quantity(item), item, passage_.quantity(other), other);
                        if (item.negated == other.negated) return meeting;
                        return meeting == Meeting::agree ? Meeting::differ : Meeting::none;
                    });
                } else if (item.kind == ItemKind::time) {
                    meet(item, alignment, where, [&](const Item& other) {
                        return item.days && other.days ? days_meet(*item.days, *other.days) : Meeting::none;
                    });
                } else {
                    best(item, alignment, where);
                }
                out.push_back(alignment);
                met.push_back(where);
            }
        }
    }

  private:
    template <class How>
    void meet(const Item& item, Alignment& alignment, Met& where, How how) const {
        for (std::size_t s = passage_.first; s < passage_.last; ++s) {
            for (const Item& other : passage_.statement(s).items) {
                if (other.kind != item.kind) continue;
                const Meeting meeting = how(other);
                if (meeting == Meeting::none) continue;
                if (meeting == Meeting::agree) {
                    alignment.passage = &other;
                    alignment.similarity = 1;
                    alignment.conflict = false;
                    where = {&other, s};
                    return;
                }
                if (alignment.conflict || other.strength < 1) continue;
                alignment.passage = &other;
                alignment.conflict = true;
                where = {&other, s};
            }
        }
    }

    void best(const Item& item, Alignment& alignment, Met& where) const {
        for (std::size_t s = passage_.first; s < passage_.last; ++s) {
            for (const Item& other : passage_.statement(s).items) {
                const Alike a = alike(item, other);
                const double similarity = a.similarity * other.strength;
                if (similarity < least_similarity * 0.8 || similarity <= alignment.similarity) continue;
                alignment.passage = &other;
                alignment.similarity = similarity;
                alignment.opposite = a.opposite;
                where = {&other, s};
            }
        }
    }

    Side claim_;
    Side passage_;
};

// ---- roles
// --------------------------------------------------------------------------------------------------------

enum class Role : std::uint8_t { other, agent, patient };

// What `word` is to `predicate` above it, passives turned round.
Role role(const Tree& tree, std::uint32_t predicate, std::uint32_t word) {
    constexpr int farthest = 32;
    std::uint32_t at = word;
    for (int step = 0; step < farthest; ++step) {
        const std::int32_t head = tree.word(at).head;
        if (head < 0) return Role::other;
        if (static_cast<std::uint32_t>(head) == predicate) {
            switch (tree.word(at).relation) {
                case Relation::nsubj:
                case Relation::csubj:
                case Relation::obl_agent:
                    return Role::agent;
                case Relation::obj:
                case Relation::nsubj_pass:
                case Relation::csubj_pass:
                    return Role::patient;
                default:
                    return Role::other;
            }
        }
        at = static_cast<std::uint32_t>(head);
    }
    return Role::other;
}

struct Roles {
    bool agree = false;
    bool swapped = false;
};

// The alignments of one sentence of the claim: [first, last).
struct SentenceAlignments {
    std::size_t sentence = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

Roles compare_roles(const Side& claim, const SentenceAlignments& among, const Item& claim_root,
                    const Side& passage, const Met& passage_root, const std::vector<Alignment>& alignments,
                    const std::vector<Met>& met) {
    Roles roles;
    const Tree ours(claim.analysed.analysis.document.sentences[among.sentence]);
    const Tree theirs(passage.analysed.analysis.document.sentences[passage_root.sentence]);
    for (std::size_t i = among.first; i < among.last; ++i) {
        const Alignment& a = alignments[i];
        if (a.passage == nullptr || a.similarity < 0.6 || a.passage->strength < 1) continue;
        if (met[i].sentence != passage_root.sentence || a.claim->kind == ItemKind::time) continue;
        const Role x = role(ours, claim_root.word, a.claim->word);
        const Role y = role(theirs, passage_root.item->word, a.passage->word);
        if (x == Role::other || y == Role::other) continue;
        (x == y ? roles.agree : roles.swapped) = true;
    }
    return roles;
}

// ---- the whole
// ----------------------------------------------------------------------------------------------------

struct Leanings {
    bool more = false;
    bool less = false;
    bool exclusive = false;
    bool negative = false;
};

Leanings leanings(const Side& side) {
    Leanings out;
    for (std::size_t s = side.first; s < side.last; ++s) {
        for (const language::Word& w : side.analysed.analysis.document.sentences[s].words) {
            out.more = out.more || in(more_words, w.lemma);
            out.less = out.less || in(less_words, w.lemma);
            out.exclusive = out.exclusive || in(exclusive_words, w.lemma);
            out.negative = out.negative || in(negative_words, w.lemma);
        }
    }
    return out;
}

// Share of the claim's words, common ones too, that the passage has in some form.
double shared_tokens(const Side& claim, const Side& passage) {
    std::vector<std::string_view> theirs;
    for (std::size_t s = passage.first; s < passage.last; ++s) {
        for (const language::Word& w : passage.analysed.analysis.document.sentences[s].words)
            theirs.emplace_back(w.lemma);
    }
    std::sort(theirs.begin(), theirs.end());
    std::size_t all = 0, shared = 0;
    for (std::size_t s = claim.first; s < claim.last; ++s) {
        for (const language::Word& w : claim.analysed.analysis.document.sentences[s].words) {
            if (w.upos == language::Upos::punct) continue;
            ++all;
            shared += std::binary_search(theirs.begin(), theirs.end(), std::string_view(w.lemma));
        }
    }
    return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

std::vector<double> text_vector(const Side& side) {
    std::vector<double> sum;
    for (std::size_t s = side.first; s < side.last; ++s) {
        for (const Item& item : side.statement(s).items) {
            if (item.id && item.strength >= 1) language::add_vector(*item.id, item.weight, sum);
        }
    }
    return sum;
}

double text_likeness(const Side& claim, const Side& passage) {
    const auto a = text_vector(claim);
    const auto b = text_vector(passage);
    if (a.empty() || b.empty()) return 0;
    const auto product = [](const std::vector<double>& x, const std::vector<double>& y) {
        return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
    };
    const double lengths = std::sqrt(product(a, a) * product(b, b));
    return lengths > 0 ? product(a, b) / lengths : 0;
}

// Told as done: the main verb, or its auxiliary, stands in the past or the perfect.
bool told_as_done(const Tree& tree, std::uint32_t predicate) {
    const auto past = [&](std::uint32_t i) {
        const std::string_view x = tree.word(i).xpos;
        return x == "VBD" || (x == "VBN" && tree.word(i).lemma != "be");
    };
    for (const std::uint32_t d : tree.dependents(predicate)) {
        const language::Word& w = tree.word(d);
        const bool auxiliary =
            w.relation == Relation::aux || w.relation == Relation::aux_pass || w.relation == Relation::cop;
        if (auxiliary && w.xpos == "MD") return false;
        if (auxiliary && w.relation == Relation::aux_pass && w.xpos == "VB") return false;
    }
    return past(predicate);
}

bool told_as_to_come(const Tree& tree, std::uint32_t predicate) {
    if (tree.word(predicate).xpos == "VB") return true;  // "will cut", "plans to cut"
    for (const std::uint32_t d : tree.dependents(predicate)) {
        if (tree.word(d).relation == Relation::aux && tree.word(d).xpos == "MD" &&
            tree.word(d).lemma == "will")
            return true;
    }
    return false;
}

double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

// "The presidency confirmed that Egypt has invited her, and diplomats said the trip was expected in May": who
// gives the claim's date or number speaks of the matter, not who lacks it. `voiced`, or what is met of such
// an item where that stands in another content.
Span with_its_date(const std::vector<Claim>& claims, const Statement& statement, Span voiced,
                   std::size_t sentence, const std::vector<Alignment>& alignments,
                   const std::vector<Met>& met) {
    const auto within = [&](Span span, Span also) {
        return std::any_of(statement.claims.begin(), statement.claims.end(), [&](std::uint32_t c) {
            const auto& content = claims[c].content;
            const auto holds = [&](Span what) {
                return std::any_of(content.begin(), content.end(),
                                   [&](Span piece) { return piece.overlaps(what); });
            };
            return !claims[c].own_voice() && holds(span) && holds(also);
        });
    };
    for (std::size_t i = 0; i < alignments.size(); ++i) {
        const Alignment& a = alignments[i];
        const bool measured = a.claim->kind == ItemKind::time || a.claim->kind == ItemKind::quantity;
        if (!measured || a.passage == nullptr || met[i].sentence != sentence) continue;
        const Span span = a.passage->span;
        if (within(span, span) && within(voiced, voiced) && !within(span, voiced)) return span;
    }
    return voiced;
}

// Claims of the passage's analysis in whose content `span` stands: those who deny it, then those inside which
// no other such claim is nested. Who denies that they said so themselves is one voice, which denies.
std::vector<std::uint32_t> voices_of(const std::vector<Claim>& claims, const Statement& statement,
                                     Span span) {
    std::vector<std::uint32_t> around;
    for (const std::uint32_t c : statement.claims) {
        const auto& content = claims[c].content;
        const bool there =
            std::any_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); });
        if (there && !claims[c].own_voice()) around.push_back(c);
    }
    // What is met is the speaker's name, or stands beside what is said, in a sentence that tells it: the
    // voice is that of the sentence's longest content.
    if (around.empty()) {
        std::uint32_t most = 0;
        for (const std::uint32_t c : statement.claims) {
            std::uint32_t size = 0;
            for (const Span piece : claims[c].content)
                size += piece.size();
            if (claims[c].own_voice() && std::any_of(claims[c].content.begin(), claims[c].content.end(),
                                                     [&](Span piece) { return piece.overlaps(span); }))
                return {};
            if (claims[c].own_voice() || size <= most) continue;
            most = size;
            around = {c};
        }
    }
    std::vector<std::uint32_t> voices;
    for (const std::uint32_t c : around) {
        if (claims[c].polarity == Polarity::denied) voices.push_back(c);
    }
    const std::vector<std::uint32_t> deniers(voices);
    for (const std::uint32_t c : around) {
        const bool holds_another = std::any_of(
            around.begin(), around.end(), [&](std::uint32_t other) { return claims[other].nested_in == c; });
        const bool denies = std::any_of(deniers.begin(), deniers.end(), [&](std::uint32_t denier) {
            return claims[denier].source.name == claims[c].source.name;
        });
        if (!holds_another && !denies) voices.push_back(c);
    }
    return voices;
}

}  // namespace

Laid lay(const Analysed& claim_text, const Analysed& passage_text, std::size_t first, std::size_t last) {
    const Side claim{claim_text, 0, claim_text.statements.size()};
    const Side passage{passage_text, first, last};
    Laid out;
    std::vector<Met> met;
    Aligner(claim, passage).run(out.alignments, met);
    auto& features = out.features;
    const auto set = [&](Feature f, double value) { features[static_cast<std::size_t>(f)] = value; };
    const auto get = [&](Feature f) { return features[static_cast<std::size_t>(f)]; };
    set(Feature::bias, 1);
    set(Feature::tokens, shared_tokens(claim, passage));
    set(Feature::likeness, text_likeness(claim, passage));
    set(Feature::length, static_cast<double>(out.alignments.size()) / 10);

    // What is covered.
    double words = 0, words_met = 0, words_exact = 0, names = 0, names_met = 0, names_known = 0;
    double numbers = 0, numbers_met = 0, numbers_differ = 0, times = 0, times_met = 0, times_differ = 0;
    double rarest = 0, opposite = 0;
    bool place_unmet = false, person_unmet = false;
    for (const Alignment& a : out.alignments) {
        const double w = a.claim->weight;
        switch (a.claim->kind) {
            case ItemKind::word:
                words += w;
                words_met += w * a.similarity;
                if (a.similarity >= 0.9) words_exact += w;
                if (a.passage == nullptr) rarest = std::max(rarest, w);
                if (a.opposite) opposite = 1;
                break;
            case ItemKind::name: {
                names += w;
                const bool here = a.passage != nullptr && a.passage->strength >= 0.9;
                if (here) names_met += w * a.similarity;
                names_known += w * a.similarity;
                if (a.passage == nullptr)
                    (a.claim->type == EntityType::place ? place_unmet : person_unmet) = true;
                break;
            }
            case ItemKind::quantity:
                ++numbers;
                numbers_met += a.passage != nullptr && !a.conflict;
                numbers_differ += a.conflict;
                break;
            case ItemKind::time:
                ++times;
                times_met += a.passage != nullptr && !a.conflict;
                times_differ += a.conflict;
                break;
        }
    }
    set(Feature::matched, words_met + names_known + quantity_part * numbers_met + time_part * times_met);
    const double word_share = share(words_met, words);
    const double covered = share(words_met + names_known, words + names);
    set(Feature::words, word_share);
    set(Feature::words_exact, share(words_exact, words));
    set(Feature::names, share(names_met, names));
    set(Feature::names_known, share(names_known, names));
    set(Feature::no_names, names == 0);
    set(Feature::rarest_unmet, rarest);
    set(Feature::numbered, numbers > 0);
    set(Feature::number_met, share(numbers_met, numbers));
    set(Feature::number_conflict, share(numbers_differ, numbers));
    set(Feature::number_unmet, share(numbers - numbers_met - numbers_differ, numbers));
    set(Feature::time_met, share(times_met, times));
    set(Feature::time_conflict, share(times_differ, times));
    set(Feature::time_unmet, share(times - times_met - times_differ, times));
    set(Feature::opposite, opposite * covered);
    set(Feature::covered, covered * covered);
    set(Feature::covered_number, share(numbers_differ, numbers) * covered);
    set(Feature::covered_time, share(times_differ, times) * covered);

    // The passage's own names and matter.
    double matter = 0, touched = 0;
    bool other_place = false, other_person = false;
    for (std::size_t s = first; s < last; ++s) {
        for (const Item& item : passage.statement(s).items) {
            if (item.strength < 1) continue;
            const bool used = std::any_of(out.alignments.begin(), out.alignments.end(),
                                          [&](const Alignment& a) { return a.passage == &item; });
            matter += item.weight;
            if (used) touched += item.weight;
            if (!used && item.kind == ItemKind::name)
                (item.type == EntityType::place ? other_place : other_person) = true;
        }
        if (passage.statement(s).question) set(Feature::question, 1);
        if (passage.statement(s).condition) set(Feature::condition, 1);
    }
    set(Feature::passage_rest, 1 - share(touched, matter));
    set(Feature::place_conflict, (place_unmet && other_place) * covered);
    set(Feature::person_conflict, (person_unmet && other_person) * covered);

    // The main predicate: of the claim's last sentence that has one; of what it says somebody said, the
    // content's.
    std::size_t root_alignment = out.alignments.size();
    SentenceAlignments of_root;
    const auto& claim_claims = claim_text.analysis.claims;
    std::optional<std::uint32_t> told;  // the claim's own attribution
    for (std::uint32_t c = 0; c < claim_claims.size() && !told; ++c) {
        if (!claim_claims[c].own_voice()) told = c;
    }
    for (std::size_t s = 0, offset = 0; s < claim_text.statements.size(); ++s) {
        const Statement& statement = claim_text.statements[s];
        const auto said = static_cast<std::size_t>(std::count_if(
            statement.items.begin(), statement.items.end(), [](const Item& i) { return i.strength >= 1; }));
        for (std::size_t i = 0; i < said; ++i) {
            const Item& item = statement.items[i];
            const bool in_content =
                told && item.predicate &&
                std::any_of(claim_claims[*told].content.begin(), claim_claims[*told].content.end(),
                            [&](Span piece) { return piece.contains(item.span); });
            const bool main = statement.root == i;
            if ((told && in_content && root_alignment == out.alignments.size()) || (!told && main)) {
                root_alignment = offset + i;
                of_root = {s, offset, offset + said};
            }
        }
        offset += said;
    }

    const Item* passage_root = nullptr;
    std::size_t voice_sentence = first;
    Span voiced{};
    if (root_alignment < out.alignments.size() && out.alignments[root_alignment].passage != nullptr) {
        const Alignment& root = out.alignments[root_alignment];
        passage_root = root.passage;
        voice_sentence = met[root_alignment].sentence;
        voiced = root.passage->span;
        set(Feature::predicate, root.similarity);
        const bool differs = root.claim->negated != root.passage->negated;
        set(Feature::negation, differs * root.similarity);
        set(Feature::covered_negation, differs * covered);
        if (root.passage->strength >= 1) {
            const Roles roles =
                compare_roles(claim, of_root, *root.claim, passage, met[root_alignment], out.alignments, met);
            set(Feature::roles_agree, roles.agree);
            set(Feature::roles_swapped, roles.swapped);
        }
    } else {
        // No predicate met: the weightiest thing that is.
        double most = 0;
        for (std::size_t i = 0; i < out.alignments.size(); ++i) {
            const Alignment& a = out.alignments[i];
            if (a.passage == nullptr || a.passage->strength < 1 || a.claim->weight * a.similarity <= most)
                continue;
            most = a.claim->weight * a.similarity;
            voice_sentence = met[i].sentence;
            voiced = a.passage->span;
        }
    }

    // Who speaks, and how surely.
    const auto& claims = passage_text.analysis.claims;
    if (first < last) {
        voiced = with_its_date(claims, passage.statement(voice_sentence), voiced, voice_sentence,
                               out.alignments, met);
        out.voices = voices_of(claims, passage.statement(voice_sentence), voiced);
    }
    Certainty certainty = Certainty::asserted;
    if (!out.voices.empty()) {
        certainty = claims[out.voices.front()].certainty;
    } else if (first < last) {
        for (const std::uint32_t c : passage.statement(voice_sentence).claims) {
            if (claims[c].own_voice()) certainty = claims[c].certainty;
        }
    }
    Certainty ours = Certainty::asserted;
    for (const Claim& c : claim_claims)
        ours = std::max(ours, c.certainty);
    set(Feature::uncommitted, certainty == Certainty::uncommitted);
    set(Feature::possible, certainty == Certainty::possible);
    set(Feature::probable, certainty == Certainty::probable);
    set(Feature::hedged_claim, ours > Certainty::asserted);
    set(Feature::covered_hedge, (certainty > ours && certainty > Certainty::probable) * covered);
    if (told) {
        const Source& source = claim_claims[*told].source;
        // The speaker's name or office met in the passage, or in whom the passage quotes.
        const bool same =
            std::any_of(out.alignments.begin(), out.alignments.end(), [&](const Alignment& each) {
                return source.span && source.span->overlaps(each.claim->span) && each.similarity >= 0.5;
            });
        set(Feature::speaker_met, same);
        set(Feature::speaker_other, !same);
    } else {
        set(Feature::plain_claim, 1);
    }

    // Wording of claim and passage.
    const Leanings a = leanings(claim);
    const Leanings b = leanings(passage);
    set(Feature::negative_claim, a.negative && !b.negative);
    set(Feature::negative_passage, b.negative && !a.negative);
    set(Feature::exclusive_claim, a.exclusive && !b.exclusive);
    set(Feature::exclusive_passage, b.exclusive && !a.exclusive);
    set(Feature::direction,
        ((a.more && !a.less && b.less && !b.more) || (a.less && !a.more && b.more && !b.less)) * covered);
    if (passage_root != nullptr && passage_root->strength >= 1) {
        const Tree ours_tree(claim_text.analysis.document.sentences[of_root.sentence]);
        const Tree theirs_tree(passage_text.analysis.document.sentences[voice_sentence]);
        const bool planned = told_as_done(ours_tree, out.alignments[root_alignment].claim->word) &&
                             told_as_to_come(theirs_tree, passage_root->word);
        set(Feature::planned, planned * get(Feature::predicate));
    }
    return out;
}

namespace {

double weighted(const Features& weights, const Features& features) {
    return std::inner_product(weights.begin(), weights.end(), features.begin(), 0.0);
}

Distribution softmax(Distribution p) {
    const double most = *std::max_element(p.begin(), p.end());
    double sum = 0;
    for (double& each : p) {
        each = std::exp(each - most);
        sum += each;
    }
    for (double& each : p)
        each /= sum;
    return p;
}

}  // namespace

Distribution judge(const Features& features) {
    Distribution sums{};
    for (std::size_t s = 0; s < stance_count; ++s)
        sums[s] = weighted(stance_weights[s], features);
    return softmax(sums);
}

Distribution judge_found(const Features& features) {
    Distribution sums{};
    for (std::size_t s = 0; s < stance_count; ++s)
        sums[s] = weighted(found_weights[s], features);
    return softmax(sums);
}

bool on_another_matter(const Reading& reading) {
    constexpr double least_likeness = 0.1;
    return reading.likeness < least_likeness;
}

std::array<double, reading_count> values(const Reading& reading) {
    static constexpr double least = 1e-3;
    std::array<double, reading_count> out{};
    std::transform(reading.stances.begin(), reading.stances.end(), out.begin(),
                   [](double p) { return std::log(std::max(p, least)); });
    out[stance_count] = reading.likeness;
    out[stance_count + 1] = reading.behind;
    return out;
}

Distribution judge_read(const ReadModel& model, const Features& features, Standing standing,
                        const Reading& reading) {
    const auto stands = values(standing);
    const auto read = values(reading);
    Distribution sums{};
    for (std::size_t s = 0; s < stance_count; ++s) {
        sums[s] = weighted(model[s].features, features);
        sums[s] = std::inner_product(stands.begin(), stands.end(), model[s].standing.begin(), sums[s]);
        sums[s] = std::inner_product(read.begin(), read.end(), model[s].reading.begin(), sums[s]);
    }
    return softmax(sums);
}

const ReadModel& read_pairs_model() {
    return read_pairs_weights;
}

const ReadModel& read_found_model() {
    return read_found_weights;
}

std::array<double, standing_count> values(Standing standing) {
    return {standing.share, standing.place, standing.article, standing.words, standing.tokens};
}

std::vector<Standing> standings(const std::vector<LaidSentence>& sentences) {
    constexpr auto matched = static_cast<std::size_t>(Feature::matched);
    // What each article meets of the claim, item by item, wherever in it.
    std::vector<std::vector<double>> met;
    for (const LaidSentence& each : sentences) {
        if (each.article >= met.size()) met.resize(each.article + 1);
        auto& best = met[each.article];
        best.resize(each.laid.alignments.size());
        for (std::size_t i = 0; i < best.size(); ++i) {
            const Alignment& a = each.laid.alignments[i];
            if (!a.conflict) best[i] = std::max(best[i], a.similarity * a.claim->weight);
        }
    }
    std::vector<double> covered;
    covered.reserve(met.size());
    for (const auto& best : met)
        covered.push_back(std::accumulate(best.begin(), best.end(), 0.0));
    const double most_covered = covered.empty() ? 0 : *std::max_element(covered.begin(), covered.end());

    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sentences[a].laid.features[matched] > sentences[b].laid.features[matched];
    });
    const auto most = [&](Feature feature) {
        double highest = 0;
        for (const LaidSentence& each : sentences)
            highest = std::max(highest, each.laid.features[static_cast<std::size_t>(feature)]);
        return highest;
    };
    const double most_words = most(Feature::words);
    const double most_tokens = most(Feature::tokens);
    std::vector<Standing> out(sentences.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const LaidSentence& each = sentences[order[place]];
        Standing& standing = out[order[place]];
        standing.share = share(each.laid.features[matched], sentences[order.front()].laid.features[matched]);
        standing.place = 1 / static_cast<double>(place + 1);
        standing.article = share(covered[each.article], most_covered);
        standing.words = share(each.laid.features[static_cast<std::size_t>(Feature::words)], most_words);
        standing.tokens = share(each.laid.features[static_cast<std::size_t>(Feature::tokens)], most_tokens);
    }
    return out;
}

double bearing(const Features& features, Standing standing) {
    const auto stands = values(standing);
    double sum = std::inner_product(stands.begin(), stands.end(), standing_weights.begin(), 0.0);
    for (std::size_t f = 0; f < feature_count; ++f)
        sum += bearing_weights[f] * features[f];
    return 1 / (1 + std::exp(-sum));
}

}  // namespace whosaid::corroboration
