// Learns core/corroboration/stance_weights.hpp from annotated pairs and stories, and tells by
// cross-validation what to expect of it on others.
//
// Multinomial logistic regression on standardised features with an L2 penalty, by full-batch gradient descent
// with Adam (Kingma and Ba, 2015) from zero: deterministic. Folds never share a passage or a story.
#include "core/corroboration/stance.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;
using corroboration::feature_count;
using corroboration::Laid;
using corroboration::stance_count;

struct Example {
    std::vector<double> features;  // the first is 1
    std::size_t label = 0;
    std::size_t group = 0;  // its passage or story
};
using Examples = std::vector<Example>;
using Weights = std::vector<std::vector<double>>;  // a row a label

// How strongly weights are held near zero: more where there are fewer examples for them.
constexpr double pairs_penalty = 1e-3;
constexpr double found_penalty = 5e-2;
constexpr double bearing_penalty = 1e-4;

// The stance of the words themselves, where a voice that denies them has `stance`.
Stance of_the_words(Stance stance, const Analysed& claim, const Analysed& passage, const Laid& laid) {
    bool turn = false;
    for (const Claim& each : claim.analysis.claims) {
        if (each.own_voice()) continue;
        turn = each.polarity == Polarity::denied;
        break;
    }
    if (!laid.voices.empty() && passage.analysis.claims[laid.voices.front()].polarity == Polarity::denied)
        turn = !turn;
    return turn ? corroboration::turned(stance) : stance;
}

Examples learn_from_pairs(const std::vector<std::string>& paths) {
    Examples examples;
    std::map<std::string, std::size_t> passages;
    for (const GoldPair& pair : gold_pairs(paths)) {
        const auto claim = corroboration::analysed(pair.claim);
        const auto passage = corroboration::analysed(pair.passage);
        const Laid laid = corroboration::lay(claim, passage, 0, passage.statements.size());
        const auto found = passages.try_emplace(pair.passage.text, passages.size()).first;
        const Stance stance = of_the_words(pair.stance, claim, passage, laid);
        examples.push_back(
            {{laid.features.begin(), laid.features.end()}, static_cast<std::size_t>(stance), found->second});
    }
    return examples;
}

// The stances that annotated evidence gives a sentence.
std::set<Stance> annotated(const GoldClaim& gold, const Article& article, Span sentence) {
    std::set<Stance> stances;
    for (const GoldEvidence& e : gold.evidence) {
        if (e.article != article.id) continue;
        const auto at = article.text.find(e.text);
        if (at != std::string::npos && at < sentence.end && at + e.text.size() > sentence.begin)
            stances.insert(from_term<Stance>(e.stance).value());
    }
    return stances;
}

// Every sentence of all stories against every claim: the annotated evidence teaches stances, and the
// sentences of those articles that meet most of the claim teach what bears on it, as when an index has found
// them.
void learn_from_stories(const std::string& folder, Examples& found, Examples& bearing) {
    constexpr std::size_t articles_found = 25;
    std::size_t group = 0;
    const std::vector<Story> all = stories(folder);
    std::vector<Analysed> articles;
    for (const Story& story : all) {
        for (const Article& article : story.articles)
            articles.push_back(corroboration::analysed(article));
    }
    for (const Story& story : all) {
        for (const GoldClaim& gold : story.claims) {
            Article typed;
            typed.id = gold.id;
            typed.text = gold.text;
            typed.date = gold.as_of;
            const Analysed claim = corroboration::analysed(typed);
            std::vector<corroboration::LaidSentence> sentences;
            for (std::size_t a = 0; a < articles.size(); ++a) {
                if (articles[a].article.date > gold.as_of) continue;
                for (std::size_t s = 0; s < articles[a].statements.size(); ++s)
                    sentences.push_back({corroboration::lay(claim, articles[a], s, s + 1), a, s});
            }
            const auto standing = corroboration::standings(sentences);
            std::map<std::size_t, double> met;
            for (std::size_t i = 0; i < sentences.size(); ++i)
                met[sentences[i].article] = standing[i].article;
            std::vector<double> order;
            order.reserve(met.size());
            for (const auto& [article, share] : met)
                order.push_back(share);
            std::sort(order.begin(), order.end(), std::greater<>());
            const double least = order[std::min(articles_found, order.size()) - 1];
            for (std::size_t i = 0; i < sentences.size(); ++i) {
                const Analysed& article = articles[sentences[i].article];
                const Laid& laid = sentences[i].laid;
                const Span span = article.analysis.document.sentences[sentences[i].sentence].span;
                const auto stances = annotated(gold, article.article, span);
                std::vector<double> features(laid.features.begin(), laid.features.end());
                if (standing[i].article >= least) {
                    const bool bears =
                        stances.contains(Stance::supports) || stances.contains(Stance::contradicts);
                    const auto stands = corroboration::values(standing[i]);
                    Example example{features, bears, group};
                    example.features.insert(example.features.end(), stands.begin(), stands.end());
                    bearing.push_back(std::move(example));
                }
                if (stances.size() != 1) continue;  // none, or one voice against another
                const Stance stance = of_the_words(*stances.begin(), claim, article, laid);
                found.push_back({std::move(features), static_cast<std::size_t>(stance), group});
            }
        }
        ++group;
    }
}

std::vector<double> probabilities(const Weights& weights, const std::vector<double>& features) {
    std::vector<double> p;
    p.reserve(weights.size());
    for (const auto& row : weights)
        p.push_back(std::inner_product(row.begin(), row.end(), features.begin(), 0.0));
    const double most = *std::max_element(p.begin(), p.end());
    double sum = 0;
    for (double& each : p)
        sum += each = std::exp(each - most);
    for (double& each : p)
        each /= sum;
    return p;
}

struct Scale {
    std::vector<double> mean, deviation;
};

Scale scale_of(const Examples& examples) {
    const std::size_t features = examples.front().features.size();
    const auto count = static_cast<double>(examples.size());
    Scale scale{std::vector<double>(features), std::vector<double>(features)};
    for (const Example& e : examples) {
        for (std::size_t f = 0; f < features; ++f)
            scale.mean[f] += e.features[f] / count;
    }
    for (const Example& e : examples) {
        for (std::size_t f = 0; f < features; ++f)
            scale.deviation[f] += std::pow(e.features[f] - scale.mean[f], 2) / count;
    }
    for (double& each : scale.deviation)
        each = each > 1e-12 ? std::sqrt(each) : 1;
    scale.mean[0] = 0;  // the bias stays
    return scale;
}

// Weights for the features as they are, of `labels` rows.
Weights learned(Examples examples, std::size_t labels, double penalty) {
    constexpr int steps = 300;
    constexpr double rate = 0.1, first_decay = 0.9, second_decay = 0.999;
    const Scale scale = scale_of(examples);
    const std::size_t features = scale.mean.size();
    for (Example& e : examples) {
        for (std::size_t f = 0; f < features; ++f)
            e.features[f] = (e.features[f] - scale.mean[f]) / scale.deviation[f];
    }
    const Weights zero(labels, std::vector<double>(features));
    Weights w = zero, m = zero, v = zero;
    for (int step = 1; step <= steps; ++step) {
        Weights gradient = zero;
        for (const Example& e : examples) {
            const std::vector<double> p = probabilities(w, e.features);
            for (std::size_t s = 0; s < labels; ++s) {
                const double off = p[s] - (s == e.label ? 1 : 0);
                for (std::size_t f = 0; f < features; ++f)
                    gradient[s][f] += off * e.features[f];
            }
        }
        for (std::size_t s = 0; s < labels; ++s) {
            for (std::size_t f = 0; f < features; ++f) {
                const double g =
                    gradient[s][f] / static_cast<double>(examples.size()) + (f > 0 ? penalty * w[s][f] : 0);
                m[s][f] = first_decay * m[s][f] + (1 - first_decay) * g;
                v[s][f] = second_decay * v[s][f] + (1 - second_decay) * g * g;
                w[s][f] -= rate * (m[s][f] / (1 - std::pow(first_decay, step))) /
                           (std::sqrt(v[s][f] / (1 - std::pow(second_decay, step))) + 1e-8);
            }
        }
    }
    for (auto& row : w) {
        for (std::size_t f = 1; f < features; ++f) {
            row[f] /= scale.deviation[f];
            row[0] -= row[f] * scale.mean[f];
        }
    }
    return w;
}

struct Judged {
    std::vector<double> probabilities;
    std::size_t gold = 0;
};

// Every example, judged by what the other folds teach.
std::vector<Judged> cross_validated(const Examples& examples, std::size_t labels, double penalty) {
    constexpr std::size_t folds = 6;
    std::vector<Judged> judged;
    judged.reserve(examples.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        Examples others;
        std::copy_if(examples.begin(), examples.end(), std::back_inserter(others),
                     [&](const Example& e) { return e.group % folds != fold; });
        const Weights w = learned(std::move(others), labels, penalty);
        for (const Example& e : examples) {
            if (e.group % folds == fold) judged.push_back({probabilities(w, e.features), e.label});
        }
    }
    return judged;
}

void tell_bearing(const std::vector<Judged>& judged) {
    const auto gold = static_cast<std::size_t>(
        std::count_if(judged.begin(), judged.end(), [](const Judged& j) { return j.gold == 1; }));
    for (const double least : {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5}) {
        std::size_t hits = 0, predicted = 0;
        for (const auto& [p, bears] : judged) {
            predicted += p[1] >= least;
            hits += p[1] >= least && bears == 1;
        }
        const Prf f = prf(hits, predicted, gold);
        std::fprintf(stderr, "bearing at %.2f, cross-validated: P %.1f R %.1f F1 %.1f\n", least, f.precision,
                     f.recall, f.f1);
    }
}

void tell_stances(const char* what, const std::vector<Judged>& judged) {
    constexpr auto supports = static_cast<std::size_t>(Stance::supports);
    constexpr auto contradicts = static_cast<std::size_t>(Stance::contradicts);
    std::array<std::array<std::size_t, stance_count>, stance_count> counts{};  // [gold][got]
    for (const auto& [p, gold] : judged) {
        const auto got = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
        ++counts[gold][got];
    }
    const auto with_gold = [&](std::size_t s) {
        return std::accumulate(counts[s].begin(), counts[s].end(), std::size_t{0});
    };
    std::size_t right = 0;
    for (std::size_t s = 0; s < stance_count; ++s)
        right += counts[s][s];
    std::fprintf(stderr, "%s, cross-validated: accuracy %.1f, contradictions called supports %.1f%%\n", what,
                 100.0 * static_cast<double>(right) / static_cast<double>(judged.size()),
                 100.0 * static_cast<double>(counts[contradicts][supports]) /
                     static_cast<double>(with_gold(contradicts)));
    for (std::size_t s = 0; s < stance_count; ++s) {
        std::size_t predicted = 0;
        for (const auto& row : counts)
            predicted += row[s];
        const Prf f = prf(counts[s][s], predicted, with_gold(s));
        std::fprintf(stderr, "  %-12s P %.1f R %.1f F1 %.1f (n=%zu)\n",
                     std::string(Terms<Stance>::values[s]).c_str(), f.precision, f.recall, f.f1,
                     with_gold(s));
    }
}

void print_row(const double* row, std::size_t count) {
    for (std::size_t f = 0; f < count; ++f)
        std::printf("%s%.4f", f == 0 ? "" : f % 12 == 0 ? ",\n     " : ", ", row[f]);
}

void print_stances(const char* name, const Weights& weights) {
    std::printf("inline constexpr std::array<Features, stance_count> %s{{\n", name);
    for (const auto& row : weights) {
        std::printf("    {");
        print_row(row.data(), feature_count);
        std::printf("},\n");
    }
    std::printf("}};\n\n");
}

void print_header(const Weights& pairs, const Weights& found, const Weights& bearing) {
    std::printf(
        "// Generated by `whosaid-eval learn-stance` (tests/eval/learn_stance.cpp) from tests/eval/pairs "
        "and\n"
        "// tests/eval/newsroom. A column a feature, in the order of Feature; a row a stance, in that of "
        "Stance.\n"
        "#pragma once\n\n#include \"core/corroboration/stance.hpp\"\n\n"
        "namespace whosaid::corroboration {\n\n// clang-format off\n"
        "// Of passages picked for a claim.\n");
    print_stances("stance_weights", pairs);
    std::printf("// Of sentences found in articles; none of them is unrelated.\n");
    print_stances("found_weights", found);
    std::vector<double> bears;
    for (std::size_t f = 0; f < bearing[0].size(); ++f)
        bears.push_back(bearing[1][f] - bearing[0][f]);
    std::printf("inline constexpr Features bearing_weights{\n     ");
    print_row(bears.data(), feature_count);
    std::printf(
        "};\n\n// In the order of values(Standing).\n"
        "inline constexpr std::array<double, standing_count> standing_weights{\n     ");
    print_row(bears.data() + feature_count, corroboration::standing_count);
    std::printf("};\n// clang-format on\n\n}  // namespace whosaid::corroboration\n");
}

}  // namespace

int learn_stance(const Arguments& arguments) {
    Options given = options(arguments);
    if (given.paths.size() < 2) {
        std::fprintf(stderr, "learn-stance: a folder of stories, and files of claim pairs\n");
        return 2;
    }
    const Examples pairs = learn_from_pairs({given.paths.begin() + 1, given.paths.end()});
    Examples found;
    Examples bearing;
    learn_from_stories(given.paths.front(), found, bearing);
    tell_bearing(cross_validated(bearing, 2, bearing_penalty));
    tell_stances("pairs", cross_validated(pairs, stance_count, pairs_penalty));
    tell_stances("evidence of stories", cross_validated(found, stance_count, found_penalty));
    print_header(learned(pairs, stance_count, pairs_penalty), learned(found, stance_count, found_penalty),
                 learned(bearing, 2, bearing_penalty));
    return 0;
}

}  // namespace whosaid::eval
