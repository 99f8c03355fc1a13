// Factuality of predicates against the certainty that readers gave them.
#include "tests/eval/certainty.hpp"

#include "core/attribution/factuality.hpp"
#include "tests/eval/learn_factuality.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace whosaid::eval {

void show_certainty(const std::string& what, const std::vector<GoldPredicate>& gold,
                    const std::vector<double>& scores) {
    const auto count = static_cast<double>(gold.size());
    double error = 0, gold_mean = 0, mean = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        error += std::abs(gold[i].score - scores[i]) / count;
        gold_mean += gold[i].score / count;
        mean += scores[i] / count;
    }
    double together = 0, gold_spread = 0, spread = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        together += (gold[i].score - gold_mean) * (scores[i] - mean);
        gold_spread += std::pow(gold[i].score - gold_mean, 2);
        spread += std::pow(scores[i] - mean, 2);
    }
    const double product = std::sqrt(gold_spread * spread);
    std::fprintf(stderr, "%s: predicates %zu, MAE %.3f, Pearson r %.3f\n", what.c_str(), gold.size(), error,
                 product > 0 ? together / product : 0);
}

int certainty(const Arguments& arguments) {
    const Options given = options(arguments);
    const bool cross = given.flags == std::vector<std::string>{"--cross-validate"};
    if (given.paths.empty() || (!cross && !given.flags.empty())) {
        std::fprintf(stderr, "certainty: files of predicates with their certainty, --cross-validate\n");
        return 2;
    }
    const std::vector<GoldPredicate> predicates = gold_predicates(given.paths);
    std::vector<double> scores;
    if (cross) {
        scores = cross_validated(predicates);
    } else {
        for (const GoldPredicate& p : predicates) {
            const language::Tree tree(p.sentence->sentences[p.part]);
            scores.push_back(attribution::factuality(tree, p.word).score);
        }
    }
    for (std::size_t i = 0; i < predicates.size(); ++i)
        std::printf("{\"id\": \"%s\", \"score\": %.3f}\n", predicates[i].id.c_str(), scores[i]);
    show_certainty(cross ? "cross-validated" : "the program's weights", predicates, scores);
    return 0;
}

}  // namespace whosaid::eval
