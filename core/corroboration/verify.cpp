#include "core/corroboration/verify.hpp"

#include "core/corroboration/origin.hpp"
#include "core/corroboration/stance.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace whosaid::corroboration {
namespace {

// How probable it must be that a sentence bears on the claim, and then that it has its stance as well: more
// for support, since a claim wrongly confirmed does more harm than one left open.
constexpr double least_bearing = 0.15;
constexpr double least_support = 0.2;
constexpr double least_contradiction = 0.15;
constexpr double least_discussion = 0.2;
// For the same reason a contradiction that is overlooked counts as much as this many overlooked supports.
constexpr double cost_of_overlooked_contradiction = 2;
// Beside a passage that fits well, those that fit less are on another matter, unless they fit well enough.
constexpr double least_of_best = 0.7;
constexpr double enough = 0.5;
// What shares names with the claim and hardly a word of what it says of them does not bear on it.
constexpr double least_words = 0.2;
// How much must be met at all, in the weight of items: a name, or two or three words.
constexpr double least_matched = 0.6;

bool sure_enough(const Comparison& comparison) {
    switch (comparison.stance) {
        case Stance::supports:
            return comparison.score >= least_support;
        case Stance::contradicts:
            return comparison.score >= least_contradiction;
        case Stance::discusses:
            return comparison.score >= least_discussion;
        case Stance::unrelated:
            break;
    }
    return false;
}

// A passage by one voice, before origins are told apart.
struct Found {
    Evidence evidence;
    Origin origin;
};

// A copy's origin is the first's for the words they share; what the copy adds is its own.
bool taken_over(const Analysed& article, Span passage, const Analysed& first) {
    constexpr double most_of_it = 0.5;
    if (&article == &first) return true;
    return shared_part(passage.of(article.article.text), first.sketch) >= most_of_it;
}

class Judge {
  public:
    Judge(const Analysed& claim, std::span<const std::shared_ptr<const Analysed>> candidates)
        : claim_(claim) {
        std::set<std::string_view> seen;
        for (const auto& each : candidates) {
            const Article& article = each->article;
            const bool later = claim.article.date && article.date && *article.date > *claim.article.date;
            const bool own = !claim.article.id.empty() && article.id == claim.article.id;
            if (!later && !own && seen.insert(article.id).second) articles_.push_back(each.get());
        }
    }

    Verification judged(std::string coverage) {
        find_copies();
        search();
        Verification result;
        result.id = claim_.article.id;
        result.text = claim_.article.text;
        result.as_of = claim_.article.date;
        result.coverage = std::move(coverage);
        count(result);
        for (Found& each : found_)
            result.evidence.push_back(std::move(each.evidence));
        std::stable_sort(result.evidence.begin(), result.evidence.end(),
                         [](const Evidence& a, const Evidence& b) {
                             if (a.stance != b.stance) return a.stance < b.stance;
                             return a.score > b.score;
                         });
        return result;
    }

  private:
    using Key = std::tuple<Stance, std::string>;  // and whose words

    void find_copies() {
        std::vector<Sketch> sketches;
        std::map<std::string_view, const Analysed*> by_id;
        for (const Analysed* article : articles_) {
            sketches.push_back(article->sketch);
            by_id.emplace(article->article.id, article);
        }
        for (const CopyGroup& group : copies(sketches)) {
            for (const std::string& id : group.articles)
                first_of_[by_id.at(id)] = by_id.at(group.articles.front());
        }
    }

    // Lays the claim beside every sentence, and takes those that bear on it.
    void search() {
        std::vector<LaidSentence> all;
        for (std::size_t a = 0; a < articles_.size(); ++a) {
            for (std::size_t s = 0; s < articles_[a]->statements.size(); ++s) {
                Laid laid = lay(claim_, *articles_[a], s, s + 1);
                if (laid.features[static_cast<std::size_t>(Feature::matched)] > 0)
                    all.push_back({std::move(laid), a, s});
            }
        }
        const std::vector<Standing> standing = standings(all);
        std::vector<std::map<Key, Found>> best(articles_.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double bears = bearing(all[i].laid.features, standing[i]);
            const Features& features = all[i].laid.features;
            if (bears >= least_bearing && features[static_cast<std::size_t>(Feature::words)] >= least_words &&
                features[static_cast<std::size_t>(Feature::matched)] >= least_matched)
                take(all[i], bears, best[all[i].article]);
        }
        for (const auto& each : best)
            keep(each);
        double most = 0;
        for (const Found& each : found_) {
            if (each.evidence.stance != Stance::discusses) most = std::max(most, each.evidence.score);
        }
        std::erase_if(found_, [&](const Found& each) {
            return each.evidence.score < std::min(least_of_best * most, enough);
        });
    }

    // An article's best passage for each stance and voice.
    void take(const LaidSentence& candidate, double bears, std::map<Key, Found>& best) {
        const Analysed& article = *articles_[candidate.article];
        const auto known = first_of_.find(&article);
        const Analysed& first = known == first_of_.end() ? article : *known->second;
        Distribution stances = judge_found(candidate.laid.features);
        stances[static_cast<std::size_t>(Stance::contradicts)] *= cost_of_overlooked_contradiction;
        const double sum = std::accumulate(stances.begin(), stances.end(), 0.0);
        for (double& each : stances)
            each /= sum;
        const Comparison comparison = taken_to_bear(claim_, article, candidate.laid, bears, stances);
        if (!sure_enough(comparison)) return;
        const Span span = article.analysis.document.sentences[candidate.sentence].span;
        std::vector<const Claim*> voices;
        for (const std::uint32_t v : comparison.voices)
            voices.push_back(&article.analysis.claims[v]);
        if (voices.empty()) voices.push_back(own_voice(article, candidate.sentence));
        for (const Claim* voice : voices) {
            const bool denies = voice != nullptr && voice->polarity == Polarity::denied;
            const Stance stance = denies ? turned(comparison.stance) : comparison.stance;
            const Analysed& from = taken_over(article, span, first) ? first : article;
            Found found{evidence(article, span, stance, comparison, voice), origin(voice, from.article)};
            if (&from != &article) found.evidence.copy_of = from.article.id;
            const auto [at, fresh] =
                best.try_emplace({stance, voice == nullptr ? "" : voice->source.name}, found);
            if (!fresh && at->second.evidence.score < found.evidence.score) at->second = std::move(found);
        }
    }

    // One voice does not say both in one article: what fits better stands.
    void keep(const std::map<Key, Found>& best) {
        for (const auto& [key, found] : best) {
            const auto& [stance, voice] = key;
            const auto other = stance == turned(stance) ? best.end() : best.find({turned(stance), voice});
            if (other == best.end() || other->second.evidence.score <= found.evidence.score)
                found_.push_back(found);
        }
    }

    static const Claim* own_voice(const Analysed& article, std::size_t sentence) {
        for (const std::uint32_t c : article.statements[sentence].claims) {
            if (article.analysis.claims[c].own_voice()) return &article.analysis.claims[c];
        }
        return nullptr;
    }

    static Evidence evidence(const Analysed& article, Span span, Stance stance, const Comparison& comparison,
                             const Claim* voice) {
        Evidence out;
        out.article = article.article.id;
        out.outlet = article.article.outlet;
        out.url = article.article.url;
        out.title = article.article.title;
        out.date = article.article.date;
        out.span = span;
        out.text = std::string(span.of(article.article.text));
        out.stance = stance;
        out.score = comparison.score;
        out.reasons = comparison.reasons;
        if (voice != nullptr) {
            out.source = voice->source;
            out.certainty = voice->certainty;
        } else {
            out.source.name = article.article.outlet;
        }
        return out;
    }

    // Origins told apart, each counted once, on the side it took last: an origin that corrects itself is no
    // dispute.
    void count(Verification& result) {
        std::vector<Origin> origins;
        for (const Found& each : found_)
            origins.push_back(each.origin);
        const std::vector<std::uint32_t> number = independent(origins);
        std::map<std::uint32_t, std::size_t> leader;
        std::map<std::uint32_t, std::size_t> latest;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            leader.try_emplace(number[i], i);
            Evidence& e = found_[i].evidence;
            e.origin = origins[leader[number[i]]].name;
            e.anonymous_origin = origins[i].anonymous;
            if (e.stance == Stance::discusses) continue;
            const auto [at, fresh] = latest.try_emplace(number[i], i);
            if (fresh) continue;
            const Evidence& other = found_[at->second].evidence;
            if (other.date < e.date || (other.date == e.date && other.score < e.score)) at->second = i;
        }
        for (const auto& [origin, i] : latest) {
            const Evidence& e = found_[i].evidence;
            if (e.stance == Stance::contradicts) {
                ++result.origins_against;
                continue;
            }
            ++result.origins_for;
            ++(e.anonymous_origin ? result.anonymous_origins : result.named_origins);
        }
        for (const Found& each : found_) {
            if (each.evidence.stance != Stance::supports) continue;
            result.highest_certainty =
                std::min(result.highest_certainty.value_or(Certainty::uncommitted), each.evidence.certainty);
        }
        result.verdict = verdict(result.origins_for, result.origins_against);
        result.grade = std::string("F") + credibility(result);
    }

    static Verdict verdict(std::uint32_t supporting, std::uint32_t against) {
        if (supporting == 0) return against == 0 ? Verdict::unsupported : Verdict::contradicted;
        if (against > 0) return Verdict::disputed;
        return supporting > 1 ? Verdict::corroborated : Verdict::single_source;
    }

    // The Admiralty number: confirmed by independent sources; probably true where one of them is unnamed;
    // doubtful; improbable; no basis to judge. Reliability stays F without a desk's own record of the source.
    static char credibility(const Verification& result) {
        switch (result.verdict) {
            case Verdict::corroborated:
                return result.named_origins > 1 ? '1' : '2';
            case Verdict::disputed:
                return '4';
            case Verdict::contradicted:
                return '5';
            case Verdict::single_source:
            case Verdict::unsupported:
                break;
        }
        return '6';
    }

    const Analysed& claim_;
    std::vector<const Analysed*> articles_;
    std::map<const Analysed*, const Analysed*> first_of_;  // of a copy, the article it is taken from
    std::vector<Found> found_;
};

}  // namespace

Verification verify(const Analysed& claim, std::span<const std::shared_ptr<const Analysed>> candidates,
                    std::string coverage) {
    return Judge(claim, candidates).judged(std::move(coverage));
}

}  // namespace whosaid::corroboration
