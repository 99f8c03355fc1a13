// Learns core/corroboration/stance_weights.hpp from annotated pairs and stories, and tells by
// cross-validation what to expect of it on others.
//
// Multinomial logistic regression with an L2 penalty, by full-batch gradient descent with Adam (Kingma and
// Ba, 2015) from zero: deterministic. Folds never share a passage or a story.
#include "core/corroboration/stance.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;
using corroboration::Distribution;
using corroboration::feature_count;
using corroboration::Features;
using corroboration::Laid;
using corroboration::stance_count;

struct Example {
    Features features{};
    std::size_t stance = 0;
    double weight = 1;
    std::size_t group = 0;  // its passage or story
    bool pair = false;
};

using Weights = std::array<std::array<double, feature_count>, stance_count>;

// For whether a sentence bears on a claim at all: its features and its standing.
constexpr std::size_t standing_count = 3;
constexpr std::size_t bearing_count = feature_count + standing_count;
struct BearingExample {
    std::array<double, bearing_count> features{};
    bool bears = false;
    std::size_t group = 0;
};
using BearingWeights = std::array<double, bearing_count>;

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

void add_pairs(const std::vector<std::string>& paths, std::vector<Example>& examples, std::size_t& group) {
    std::map<std::string, std::size_t> passages;
    for (const GoldPair& pair : gold_pairs(paths)) {
        const auto claim = corroboration::analysed(pair.claim);
        const auto passage = corroboration::analysed(pair.passage);
        const Laid laid = corroboration::lay(claim, passage, 0, passage.statements.size());
        const auto [found, fresh] = passages.try_emplace(pair.passage.text, group);
        if (fresh) ++group;
        const Stance stance = of_the_words(pair.stance, claim, passage, laid);
        examples.push_back({laid.features, static_cast<std::size_t>(stance), 1, found->second, true});
    }
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
void add_stories(const std::string& folder, std::vector<Example>& examples,
                 std::vector<BearingExample>& bearing, std::size_t& group) {
    constexpr std::size_t articles_found = 25;
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
                if (standing[i].article >= least) {
                    BearingExample& example = bearing.emplace_back();
                    auto& f = example.features;
                    std::copy(laid.features.begin(), laid.features.end(), f.begin());
                    f[feature_count] = standing[i].share;
                    f[feature_count + 1] = standing[i].place;
                    f[feature_count + 2] = standing[i].article;
                    example.bears =
                        stances.contains(Stance::supports) || stances.contains(Stance::contradicts);
                    example.group = group;
                }
                if (stances.size() != 1) continue;  // none, or one voice against another
                const Stance stance = of_the_words(*stances.begin(), claim, article, laid);
                examples.push_back({laid.features, static_cast<std::size_t>(stance), 1, group, false});
            }
        }
        ++group;
    }
}

Distribution probabilities(const Weights& weights, const Features& features) {
    Distribution p{};
    double most = -1e300;
    for (std::size_t s = 0; s < stance_count; ++s) {
        for (std::size_t f = 0; f < feature_count; ++f)
            p[s] += weights[s][f] * features[f];
        most = std::max(most, p[s]);
    }
    double sum = 0;
    for (double& each : p)
        sum += each = std::exp(each - most);
    for (double& each : p)
        each /= sum;
    return p;
}

Weights learned(const std::vector<Example>& examples, const std::vector<char>& used) {
    constexpr int steps = 300;
    constexpr double rate = 0.1, first_decay = 0.9, second_decay = 0.999, penalty = 2e-4;
    Weights w{}, m{}, v{};
    double total = 0;
    for (std::size_t i = 0; i < examples.size(); ++i)
        total += used[i] ? examples[i].weight : 0;
    for (int step = 1; step <= steps; ++step) {
        Weights gradient{};
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (!used[i]) continue;
            const Example& e = examples[i];
            const Distribution p = probabilities(w, e.features);
            for (std::size_t s = 0; s < stance_count; ++s) {
                const double off = e.weight * (p[s] - (s == e.stance ? 1 : 0)) / total;
                for (std::size_t f = 0; f < feature_count; ++f)
                    gradient[s][f] += off * e.features[f];
            }
        }
        for (std::size_t s = 0; s < stance_count; ++s) {
            for (std::size_t f = 0; f < feature_count; ++f) {
                const double g = gradient[s][f] + penalty * w[s][f];
                m[s][f] = first_decay * m[s][f] + (1 - first_decay) * g;
                v[s][f] = second_decay * v[s][f] + (1 - second_decay) * g * g;
                w[s][f] -= rate * (m[s][f] / (1 - std::pow(first_decay, step))) /
                           (std::sqrt(v[s][f] / (1 - std::pow(second_decay, step))) + 1e-8);
            }
        }
    }
    return w;
}

// Logistic regression by the same descent.
BearingWeights learned_bearing(const std::vector<BearingExample>& examples, std::size_t fold,
                               std::size_t folds) {
    constexpr int steps = 400;
    constexpr double rate = 0.1, first_decay = 0.9, second_decay = 0.999, penalty = 1e-4;
    BearingWeights w{}, m{}, v{};
    for (int step = 1; step <= steps; ++step) {
        BearingWeights gradient{};
        double count = 0;
        for (const BearingExample& e : examples) {
            if (folds > 0 && e.group % folds == fold) continue;
            double sum = 0;
            for (std::size_t f = 0; f < bearing_count; ++f)
                sum += w[f] * e.features[f];
            const double off = 1 / (1 + std::exp(-sum)) - e.bears;
            for (std::size_t f = 0; f < bearing_count; ++f)
                gradient[f] += off * e.features[f];
            ++count;
        }
        for (std::size_t f = 0; f < bearing_count; ++f) {
            const double g = gradient[f] / count + penalty * w[f];
            m[f] = first_decay * m[f] + (1 - first_decay) * g;
            v[f] = second_decay * v[f] + (1 - second_decay) * g * g;
            w[f] -= rate * (m[f] / (1 - std::pow(first_decay, step))) /
                    (std::sqrt(v[f] / (1 - std::pow(second_decay, step))) + 1e-8);
        }
    }
    return w;
}

void bearing_cross_validated(const std::vector<BearingExample>& examples) {
    constexpr std::size_t folds = 6;
    std::vector<std::pair<double, bool>> judged;
    std::size_t gold = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const BearingWeights w = learned_bearing(examples, fold, folds);
        for (const BearingExample& e : examples) {
            if (e.group % folds != fold) continue;
            double sum = 0;
            for (std::size_t f = 0; f < bearing_count; ++f)
                sum += w[f] * e.features[f];
            judged.emplace_back(1 / (1 + std::exp(-sum)), e.bears);
            gold += e.bears;
        }
    }
    for (const double least : {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5}) {
        std::size_t hits = 0, predicted = 0;
        for (const auto& [p, bears] : judged) {
            predicted += p >= least;
            hits += p >= least && bears;
        }
        const Prf f = prf(hits, predicted, gold);
        std::fprintf(stderr, "bearing at %.2f, cross-validated: P %.1f R %.1f F1 %.1f\n", least, f.precision,
                     f.recall, f.f1);
    }
}

void cross_validated(const std::vector<Example>& examples, bool pairs) {
    constexpr std::size_t folds = 5;
    std::vector<std::string> gold, got;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<char> used(examples.size());
        for (std::size_t i = 0; i < examples.size(); ++i)
            used[i] = examples[i].group % folds != fold;
        const Weights w = learned(examples, used);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (used[i] || examples[i].pair != pairs) continue;
            const Distribution p = probabilities(w, examples[i].features);
            const auto best = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
            gold.emplace_back(Terms<Stance>::values[examples[i].stance]);
            got.emplace_back(Terms<Stance>::values[best]);
        }
    }
    std::size_t right = 0, accused = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        right += gold[i] == got[i];
        accused += gold[i] == "contradicts" && got[i] == "supports";
    }
    std::fprintf(stderr, "%s, cross-validated: accuracy %.1f, contradictions called supports %.1f%%\n",
                 pairs ? "pairs" : "evidence of stories",
                 100.0 * static_cast<double>(right) / static_cast<double>(gold.size()),
                 100.0 * static_cast<double>(accused) /
                     static_cast<double>(std::count(gold.begin(), gold.end(), "contradicts")));
    for (const auto& stance : Terms<Stance>::values) {
        std::size_t hits = 0, predicted = 0, all = 0;
        for (std::size_t i = 0; i < gold.size(); ++i) {
            hits += gold[i] == stance && got[i] == stance;
            predicted += got[i] == stance;
            all += gold[i] == stance;
        }
        const Prf f = prf(hits, predicted, all);
        std::fprintf(stderr, "  %-12s P %.1f R %.1f F1 %.1f (n=%zu)\n", std::string(stance).c_str(),
                     f.precision, f.recall, f.f1, all);
    }
}

void print_row(const double* row, std::size_t count) {
    for (std::size_t f = 0; f < count; ++f)
        std::printf("%s%.4f", f == 0 ? "" : f % 12 == 0 ? ",\n     " : ", ", row[f]);
}

void print_header(const Weights& weights, const BearingWeights& bearing) {
    std::printf(
        "// Generated by `whosaid-eval learn-stance` (tests/eval/learn_stance.cpp) from tests/eval/pairs "
        "and\n"
        "// tests/eval/newsroom. A column a feature, in the order of Feature; a row a stance, in that of "
        "Stance.\n"
        "#pragma once\n\n#include \"core/corroboration/stance.hpp\"\n\n"
        "namespace whosaid::corroboration {\n\n// clang-format off\n"
        "inline constexpr std::array<Features, stance_count> stance_weights{{\n");
    for (const auto& row : weights) {
        std::printf("    {");
        print_row(row.data(), feature_count);
        std::printf("},\n");
    }
    std::printf("}};\n\ninline constexpr Features bearing_weights{\n     ");
    print_row(bearing.data(), feature_count);
    std::printf(
        "};\n\n// Of Standing::share, place and article.\n"
        "inline constexpr std::array<double, 3> standing_weights{%.4f, %.4f, %.4f};\n"
        "// clang-format on\n\n}  // namespace whosaid::corroboration\n",
        bearing[feature_count], bearing[feature_count + 1], bearing[feature_count + 2]);
}

}  // namespace

int learn_stance(const Arguments& arguments) {
    Options given = options(arguments);
    if (given.paths.size() < 2) {
        std::fprintf(stderr, "learn-stance: a folder of stories, and files of claim pairs\n");
        return 2;
    }
    std::vector<Example> examples;
    std::vector<BearingExample> bearing;
    std::size_t group = 0;
    add_stories(given.paths.front(), examples, bearing, group);
    add_pairs({given.paths.begin() + 1, given.paths.end()}, examples, group);
    bearing_cross_validated(bearing);
    cross_validated(examples, true);
    cross_validated(examples, false);
    print_header(learned(examples, std::vector<char>(examples.size(), true)), learned_bearing(bearing, 0, 0));
    return 0;
}

}  // namespace whosaid::eval
