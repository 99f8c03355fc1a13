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
struct Limits {
    double support, contradiction, discussion;
};
constexpr Limits by_items{0.2, 0.15, 0.2};
constexpr Limits by_reading{0.3, 0.2, 0.2};
// For the same reason a contradiction that is overlooked counts as much as this many overlooked supports.
constexpr double cost_of_overlooked_contradiction = 2;
// Beside a passage that fits well, those that fit less are on another matter, unless they fit well enough.
constexpr double least_of_best = 0.7;
constexpr double enough = 0.5;
// What shares names with the claim and hardly a word of what it says of them does not bear on it.
constexpr double least_words = 0.2;
// How much must be met at all, in the weight of items: a name, or two or three words.
constexpr double least_matched = 0.6;
// Of claim and passage as texts, where they share less than that.
constexpr double least_likeness = 0.4;

bool sure_enough(const Comparison& comparison, const Limits& limits) {
    switch (comparison.stance) {
        case Stance::supports:
            return comparison.score >= limits.support;
        case Stance::contradicts:
            return comparison.score >= limits.contradiction;
        case Stance::discusses:
            return comparison.score >= limits.discussion;
        case Stance::unrelated:
            break;
    }
    return false;
}

// A contradiction made likelier by what it costs to overlook it.
Distribution cautious(Distribution stances) {
    stances[static_cast<std::size_t>(Stance::contradicts)] *= cost_of_overlooked_contradiction;
    const double sum = std::accumulate(stances.begin(), stances.end(), 0.0);
    for (double& each : stances)
        each /= sum;
    return stances;
}

// What is read of all sentences.
constexpr std::size_t most_read = 40;

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

// A dateline, or a name alone, says nothing.
bool says_something(const Statement& statement) {
    return std::any_of(statement.items.begin(), statement.items.end(),
                       [](const Item& item) { return item.strength >= 1 && item.kind == ItemKind::word; });
}

// The claim beside every sentence that says something and shares anything with it.
std::vector<LaidSentence> laid_beside(const Analysed& claim, std::span<const Analysed* const> articles) {
    std::vector<LaidSentence> all;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (std::size_t s = 0; s < articles[a]->statements.size(); ++s) {
            if (!says_something(articles[a]->statements[s])) continue;
            Laid laid = lay(claim, *articles[a], s, s + 1);
            if (laid.features[static_cast<std::size_t>(Feature::matched)] > 0)
                all.push_back({std::move(laid), a, s});
        }
    }
    return all;
}

class Judge {
  public:
    Judge(const Analysed& claim, std::span<const std::shared_ptr<const Analysed>> candidates,
          const Method& method, const Desk& desk)
        : claim_(claim), method_(method), desk_(desk) {
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

    // Takes the sentences that bear on the claim.
    void search() {
        std::vector<std::map<Key, Found>> best(articles_.size());
        if (method_.reader) {
            read(best);
        } else {
            weigh(best);
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

    // What is said in other words altogether.
    static bool alike(const Reading& reading) { return reading.likeness >= least_likeness; }

    static bool shares_enough(const Features& features) {
        return features[static_cast<std::size_t>(Feature::words)] >= least_words &&
               features[static_cast<std::size_t>(Feature::matched)] >= least_matched;
    }

    [[nodiscard]] Comparison compared(const LaidSentence& candidate, double bears) const {
        const Distribution stances = cautious(judge_found(candidate.laid.features));
        return taken_to_bear(claim_, *articles_[candidate.article], candidate.laid, bears, stances);
    }

    // Of all sentences, by items alone.
    void weigh(std::vector<std::map<Key, Found>>& best) {
        const std::vector<LaidSentence> all = laid_beside(claim_, articles_);
        const std::vector<Standing> standing = standings(all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double bears = bearing(all[i].laid.features, standing[i]);
            if (bears >= least_bearing && shares_enough(all[i].laid.features))
                take(all[i], compared(all[i], bears), best[all[i].article]);
        }
    }

    // Of the likeliest, by items and reading together.
    void read(std::vector<std::map<Key, Found>>& best) {
        const Likeliest found = likeliest(claim_, articles_);
        const std::vector<Reading> read = readings(method_.reader, claim_, found.passages);
        for (std::size_t i = 0; i < found.sentences.size(); ++i) {
            if (!alike(read[i]) && !shares_enough(found.sentences[i].laid.features)) continue;
            const LaidSentence& candidate = found.sentences[i];
            const Analysed& article = *articles_[candidate.article];
            const Distribution stances =
                cautious(judge_read(*method_.found, candidate.laid.features, found.standing[i],
                                    of_the_words(read[i], claim_, article, candidate.laid)));
            const double bears = 1 - stances[static_cast<std::size_t>(Stance::unrelated)];
            take(candidate, taken_to_bear(claim_, article, candidate.laid, bears, stances),
                 best[candidate.article]);
        }
    }

    // An article's best passage for each stance and voice.
    void take(const LaidSentence& candidate, const Comparison& comparison, std::map<Key, Found>& best) {
        const Analysed& article = *articles_[candidate.article];
        const auto known = first_of_.find(&article);
        const Analysed& first = known == first_of_.end() ? article : *known->second;
        if (!sure_enough(comparison, method_.reader ? by_reading : by_items)) return;
        const Span span = article.analysis.document.sentences[candidate.sentence].span;
        std::vector<const Claim*> voices;
        for (const std::uint32_t v : comparison.voices)
            voices.push_back(&article.analysis.claims[v]);
        if (voices.empty()) voices.push_back(own_voice(article, candidate.sentence));
        // A claim that tells who said so goes back to them, where the outlet tells it of them too.
        const bool of_speaker = candidate.laid.features[static_cast<std::size_t>(Feature::speaker_met)] > 0;
        for (const Claim* voice : voices) {
            const bool denies = voice != nullptr && voice->polarity == Polarity::denied;
            const Stance stance = denies ? turned(comparison.stance) : comparison.stance;
            const Analysed& from = taken_over(article, span, first) ? first : article;
            Found found{evidence(article, span, stance, comparison, voice),
                        origin(voice, from.article, desk_)};
            if (of_speaker && (voice == nullptr || voice->own_voice())) {
                found.evidence.source = told_by_claim()->source;
                found.evidence.source.span.reset();  // it stands in the claim
                found.origin = origin(told_by_claim(), from.article, desk_);
            }
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

    // The words that the claim tells somebody said.
    [[nodiscard]] const Claim* told_by_claim() const {
        const auto& claims = claim_.analysis.claims;
        const auto told =
            std::find_if(claims.begin(), claims.end(), [](const Claim& each) { return !each.own_voice(); });
        return told == claims.end() ? nullptr : &*told;
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
        std::map<std::uint32_t, char> best;  // of the names that an origin goes by
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const auto at = best.try_emplace(number[i], origins[i].reliability).first;
            at->second = std::min(at->second, origins[i].reliability);
        }
        std::map<std::uint32_t, std::size_t> latest;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            leader.try_emplace(number[i], i);
            Evidence& e = found_[i].evidence;
            e.origin = origins[leader[number[i]]].name;
            e.anonymous_origin = origins[i].anonymous;
            e.reliability = best[number[i]];
            if (e.stance == Stance::discusses) continue;
            const auto [at, fresh] = latest.try_emplace(number[i], i);
            if (fresh) continue;
            const Evidence& other = found_[at->second].evidence;
            if (other.date < e.date || (other.date == e.date && other.score < e.score)) at->second = i;
        }
        char reliability = unrated;  // the best among those for
        for (const auto& [origin, i] : latest) {
            const Evidence& e = found_[i].evidence;
            if (e.stance == Stance::contradicts) {
                ++result.origins_against;
                continue;
            }
            ++result.origins_for;
            reliability = std::min(reliability, e.reliability);
            ++(e.anonymous_origin ? result.anonymous_origins : result.named_origins);
        }
        for (const Found& each : found_) {
            if (each.evidence.stance != Stance::supports) continue;
            result.highest_certainty =
                std::min(result.highest_certainty.value_or(Certainty::uncommitted), each.evidence.certainty);
        }
        result.verdict = verdict(result.origins_for, result.origins_against);
        result.grade = {reliability, credibility(result)};
    }

    static Verdict verdict(std::uint32_t supporting, std::uint32_t against) {
        if (supporting == 0) return against == 0 ? Verdict::unsupported : Verdict::contradicted;
        if (against > 0) return Verdict::disputed;
        return supporting > 1 ? Verdict::corroborated : Verdict::single_source;
    }

    // The Admiralty number: confirmed by independent sources; probably true where one of them is unnamed;
    // doubtful; improbable; no basis to judge.
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
    const Method& method_;
    const Desk& desk_;
    std::vector<const Analysed*> articles_;
    std::map<const Analysed*, const Analysed*> first_of_;  // of a copy, the article it is taken from
    std::vector<Found> found_;
};

}  // namespace

Likeliest likeliest(const Analysed& claim, std::span<const Analysed* const> articles) {
    std::vector<LaidSentence> all = laid_beside(claim, articles);
    const std::vector<Standing> standing = standings(all);
    std::vector<double> bears;
    bears.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        bears.push_back(bearing(all[i].laid.features, standing[i]));
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return bears[a] > bears[b]; });
    order.resize(std::min(order.size(), most_read));
    Likeliest out;
    for (const std::size_t i : order) {
        out.passages.push_back({articles[all[i].article], all[i].sentence, all[i].sentence + 1});
        out.standing.push_back(standing[i]);
        out.sentences.push_back(std::move(all[i]));
    }
    return out;
}

Verification verify(const Analysed& claim, std::span<const std::shared_ptr<const Analysed>> candidates,
                    std::string coverage, const Method& method, const Desk& desk) {
    return Judge(claim, candidates, method, desk).judged(std::move(coverage));
}

}  // namespace whosaid::corroboration
