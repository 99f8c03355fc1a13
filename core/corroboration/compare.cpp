#include "core/corroboration/compare.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::corroboration {
namespace {

// How far a claim must be covered before a slot that differs decides.
constexpr double covered_enough = 0.25;

double of(const Features& features, Feature feature) {
    return features[static_cast<std::size_t>(feature)];
}

// Whether the claim tells the words of somebody who denies them.
bool denied(const Analysed& claim) {
    for (const Claim& each : claim.analysis.claims) {
        if (!each.own_voice()) return each.polarity == Polarity::denied;
    }
    return false;
}

// A slot that plainly differs: the passage cannot support the claim.
bool differs(const Laid& laid) {
    const Features& f = laid.features;
    return of(f, Feature::number_conflict) > 0 || of(f, Feature::time_conflict) > 0 ||
           of(f, Feature::negation) >= 0.7 || of(f, Feature::opposite) >= covered_enough ||
           of(f, Feature::direction) > 0;
}

// Every item of the claim met by the same word, with nothing that weakens it: the passage says as much.
bool says_all(const Laid& laid) {
    constexpr double all = 0.99;
    const Features& f = laid.features;
    const bool weaker = of(f, Feature::covered_hedge) > 0 || of(f, Feature::question) > 0 ||
                        of(f, Feature::condition) > 0 || of(f, Feature::planned) > 0 ||
                        of(f, Feature::roles_swapped) > 0 || of(f, Feature::exclusive_claim) > 0 ||
                        of(f, Feature::negative_claim) > 0 || of(f, Feature::negative_passage) > 0 ||
                        of(f, Feature::speaker_other) > 0;
    return !weaker && of(f, Feature::words_exact) >= all &&
           (of(f, Feature::no_names) > 0 || of(f, Feature::names) >= all) &&
           of(f, Feature::number_unmet) == 0 && of(f, Feature::time_unmet) == 0;
}

std::string words_of(const Analysed& analysed, Span span) {
    return std::string(span.of(analysed.article.text));
}

Slot slot_of(const Item& item) {
    switch (item.kind) {
        case ItemKind::quantity:
            return Slot::number;
        case ItemKind::time:
            return Slot::date;
        case ItemKind::name:
            return item.type == EntityType::place ? Slot::place : Slot::actor;
        case ItemKind::word:
            break;
    }
    return Slot::wording;
}

// What decided, most telling first: slots that differ, then those that agree.
std::vector<Reason> reasons_of(const Analysed& claim, const Analysed& passage, const Laid& laid) {
    std::vector<Reason> differing;
    std::vector<Reason> agreeing;
    for (const Alignment& a : laid.alignments) {
        if (a.passage == nullptr) continue;
        const bool here = a.passage->strength >= 1;
        Reason reason{slot_of(*a.claim),
                      words_of(claim, a.claim->span),
                      here ? words_of(passage, a.passage->span) : a.passage->key,
                      a.claim->span,
                      here ? std::optional(a.passage->span) : std::nullopt,
                      true};
        // Resolved values where the words alone do not show it: "Tuesday" and "2026-02-03".
        if (a.claim->kind == ItemKind::time)
            reason.passage = fmt::format("{} ({})", reason.passage, a.passage->key);
        if (a.conflict) {
            reason.agrees = false;
            differing.push_back(std::move(reason));
        } else if (a.opposite) {
            reason.slot = Slot::status;
            reason.agrees = false;
            differing.push_back(std::move(reason));
        } else if (a.claim->predicate && a.similarity >= 0.6 && a.passage->predicate &&
                   a.claim->negated != a.passage->negated) {
            reason.slot = Slot::polarity;
            reason.agrees = false;
            differing.push_back(std::move(reason));
        } else if (a.similarity >= 0.6) {
            agreeing.push_back(std::move(reason));
        }
    }
    const auto informative = [](const Reason& r) { return r.slot != Slot::wording; };
    std::stable_partition(agreeing.begin(), agreeing.end(), informative);
    differing.insert(differing.end(), std::make_move_iterator(agreeing.begin()),
                     std::make_move_iterator(agreeing.end()));
    return differing;
}

}  // namespace

Analysed analysed(Article article) {
    Analysed result;
    result.analysis = analyse(article);
    result.article = std::move(article);
    result.statements = statements(result.article, result.analysis);
    result.antecedents = language::resolve_pronouns(result.article.text, result.analysis.document);
    result.sketch = sketch(result.article);
    return result;
}

Stance turned(Stance stance) {
    if (stance == Stance::supports) return Stance::contradicts;
    if (stance == Stance::contradicts) return Stance::supports;
    return stance;
}

Comparison compare(const Analysed& claim, const Analysed& passage, std::size_t first, std::size_t last,
                   const Method& method) {
    const Laid laid = lay(claim, passage, first, last);
    if (laid.alignments.empty() || first >= last)
        return {Stance::unrelated, 1, {}, {}};  // nothing to compare
    Distribution p{};
    if (method.reader) {
        const Passage whole{&passage, first, last};
        const Reading reading = readings(method.reader, claim, {&whole, 1}).front();
        if (on_another_matter(reading)) return {Stance::unrelated, 1, {}, {}};
        p = judge_read(*method.picked, laid.features, {}, of_the_words(reading, claim, passage, laid));
    } else {
        p = judge(laid.features);
    }
    const double unrelated = p[static_cast<std::size_t>(Stance::unrelated)];
    if (*std::max_element(p.begin(), p.end()) > unrelated)
        return taken_to_bear(claim, passage, laid, 1 - unrelated, p);
    return {Stance::unrelated, unrelated, {}, {}};
}

Comparison taken_to_bear(const Analysed& claim, const Analysed& passage, const Laid& laid, double bears,
                         Distribution p) {
    constexpr auto unrelated = static_cast<std::size_t>(Stance::unrelated);
    const double scale = bears / std::max(1 - p[unrelated], 1e-9);
    p[unrelated] = 0;
    // What would support the claim but for a slot that differs, contradicts it.
    if (differs(laid)) {
        p[static_cast<std::size_t>(Stance::contradicts)] += p[static_cast<std::size_t>(Stance::supports)];
        p[static_cast<std::size_t>(Stance::supports)] = 0;
    }
    // And what says all of it with nothing that differs supports it, whatever the weights make of so much in
    // common.
    if (!differs(laid) && says_all(laid)) {
        for (const Stance other : {Stance::discusses, Stance::contradicts}) {
            p[static_cast<std::size_t>(Stance::supports)] += p[static_cast<std::size_t>(other)];
            p[static_cast<std::size_t>(other)] = 0;
        }
    }
    const auto best = std::max_element(p.begin(), p.end());
    Comparison out;
    out.stance = static_cast<Stance>(best - p.begin());
    if (denied(claim)) out.stance = turned(out.stance);
    out.score = *best * scale;
    out.reasons = reasons_of(claim, passage, laid);
    out.voices = laid.voices;
    return out;
}

bool tells_denied_words(const Analysed& claim, const Analysed& passage,
                        const std::vector<std::uint32_t>& voices) {
    const bool by_passage =
        !voices.empty() && passage.analysis.claims[voices.front()].polarity == Polarity::denied;
    return denied(claim) != by_passage;
}

Reading of_the_words(Reading reading, const Analysed& claim, const Analysed& passage, const Laid& laid) {
    if (tells_denied_words(claim, passage, laid.voices))
        std::swap(reading.stances[static_cast<std::size_t>(Stance::supports)],
                  reading.stances[static_cast<std::size_t>(Stance::contradicts)]);
    return reading;
}

Stance voiced_stance(const Comparison& comparison, const Analysed& passage) {
    const auto& claims = passage.analysis.claims;
    const bool denies =
        !comparison.voices.empty() && claims[comparison.voices.front()].polarity == Polarity::denied;
    return denies ? turned(comparison.stance) : comparison.stance;
}

}  // namespace whosaid::corroboration
