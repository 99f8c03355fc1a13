// Learns core/corroboration/stance_weights.hpp from annotated pairs and stories, or read_weights.hpp where
// passages have been read as well, and tells by cross-validation what to expect of them on others.
#include "core/corroboration/compare.hpp"
#include "core/terms.hpp"
#include "tests/eval/claims_asked.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/logistic.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/readings.hpp"
#include "tests/eval/scores.hpp"

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

// How strongly weights are held near zero: more where there are fewer examples for them.
constexpr double pairs_penalty = 1e-3;
constexpr double found_penalty = 5e-2;
constexpr double bearing_penalty = 1e-4;

// The stance of the words themselves, where a voice that denies them has `stance`.
Stance of_the_words(Stance stance, const Analysed& claim, const Analysed& passage, const Laid& laid) {
    const bool turn = corroboration::tells_denied_words(claim, passage, laid.voices);
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

// Every sentence of all stories against every claim: the annotated evidence teaches stances, and the
// sentences of those articles that meet most of the claim teach what bears on it, as when an index has found
// them.
void learn_from_stories(const std::vector<Pool>& pools, Examples& found, Examples& bearing) {
    constexpr std::size_t articles_found = 25;
    each_claim(pools, [&](const AskedClaim& asked) {
        std::vector<corroboration::LaidSentence> sentences;
        for (std::size_t a = 0; a < asked.candidates.size(); ++a) {
            for (std::size_t s = 0; s < asked.candidates[a]->statements.size(); ++s)
                sentences.push_back({corroboration::lay(asked.claim, *asked.candidates[a], s, s + 1), a, s});
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
            const Analysed& article = *asked.candidates[sentences[i].article];
            const Laid& laid = sentences[i].laid;
            const Span span = article.analysis.document.sentences[sentences[i].sentence].span;
            const auto stances = annotated(asked.gold, article.article, span);
            std::vector<double> features(laid.features.begin(), laid.features.end());
            if (standing[i].article >= least) {
                const bool bears =
                    stances.contains(Stance::supports) || stances.contains(Stance::contradicts);
                const auto stands = corroboration::values(standing[i]);
                Example example{features, bears, asked.group};
                example.features.insert(example.features.end(), stands.begin(), stands.end());
                bearing.push_back(std::move(example));
            }
            if (stances.size() != 1) continue;  // none, or one voice against another
            const Stance stance = of_the_words(*stances.begin(), asked.claim, article, laid);
            found.push_back({std::move(features), static_cast<std::size_t>(stance), asked.group});
        }
    });
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

void print_model(const char* name, const corroboration::ReadModel& model) {
    std::printf("inline constexpr ReadModel %s{{\n", name);
    for (const corroboration::ReadWeights& each : model) {
        std::printf("    {{");
        print_row(each.features.data(), feature_count);
        std::printf("},\n     {");
        print_row(each.standing.data(), corroboration::standing_count);
        std::printf("},\n     {");
        print_row(each.reading.data(), corroboration::reading_count);
        std::printf("}},\n");
    }
    std::printf("}};\n");
}

int learn_with_readings(const Sources& from, const std::string& file) {
    const corroboration::Reader reader = readings_in(file);
    const Examples pairs = read_pairs(from.pairs, reader);
    const Examples found = read_sentences(from.pools, reader);
    tell_stances("pairs", cross_validated(pairs));
    tell_stances("sentences found", cross_validated(found));
    std::printf(
        "// Generated by `whosaid-eval learn-stance --readings=FILE` (tests/eval/learn_stance.cpp) from\n"
        "// tests/eval/pairs and tests/eval/newsroom, as read by encoders that had not learned from them\n"
        "// (core/language/train/train_encoder.py). A stance in the order of Stance: features in that of "
        "Feature, then\n"
        "// values(Standing) and values(Reading).\n"
        "#pragma once\n\n#include \"core/corroboration/stance.hpp\"\n\n"
        "namespace whosaid::corroboration {\n\n// clang-format off\n"
        "// Of passages picked for a claim.\n");
    print_model("read_pairs_weights", read_model(pairs));
    std::printf("\n// Of sentences found in articles.\n");
    print_model("read_found_weights", read_model(found));
    std::printf("// clang-format on\n\n}  // namespace whosaid::corroboration\n");
    return 0;
}

}  // namespace

int learn_stance(const Arguments& arguments) {
    Options given = options(arguments);
    if (given.paths.size() < 2) {
        std::fprintf(stderr, "learn-stance: folders of stories, and files of claim pairs\n");
        return 2;
    }
    const Sources from = sources(given.paths);
    if (const auto file = given.value("--readings")) return learn_with_readings(from, *file);
    const Examples pairs = learn_from_pairs(from.pairs);
    Examples found;
    Examples bearing;
    learn_from_stories(from.pools, found, bearing);
    tell_bearing(cross_validated(bearing, 2, bearing_penalty));
    tell_stances("pairs", cross_validated(pairs, stance_count, pairs_penalty));
    tell_stances("evidence of stories", cross_validated(found, stance_count, found_penalty));
    print_header(learned(pairs, stance_count, pairs_penalty), learned(found, stance_count, found_penalty),
                 learned(bearing, 2, bearing_penalty));
    return 0;
}

}  // namespace whosaid::eval
