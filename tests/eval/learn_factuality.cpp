#include "tests/eval/learn_factuality.hpp"

#include "core/attribution/factuality_features.hpp"
#include "tests/eval/certainty.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <set>
#include <string_view>

namespace whosaid::eval {
namespace {

// Chosen by cross-validation on the data the weights are learned from.
constexpr std::size_t fewest_documents = 3;  // a feature seen in fewer is left out
constexpr std::size_t fewest_lexical = 8;    // the same for features that hold a word, lest they tell topics
constexpr double penalty = 5;                // on the square of a weight
constexpr double lexical_penalty = 15;       // on those of features that hold a word
// Errors count by their size, as the mean absolute error does, and only below this by their square.
constexpr double rounding = 0.1;
constexpr double least_weight = 0.01;  // smaller ones are left out of the header

// What constructions mean of which news has few examples: their weights are drawn to these, not to zero.
struct Prior {
    std::string_view feature;
    double weight;
};
constexpr auto priors = std::to_array<Prior>({
    {"asked=?", -2.5},
    {"g.asks=clause", -1.5},
    {"g.asks=object", -1},
    {"g.denies=clause", -2},
    {"h.denies=clause", -1},
    {"p.mark=whether", -2.5},
    {"p.modal=should", -2},
    {"sign=conditional", -0.5},
    {"sign=negated", -1.5},
    {"sign=questioned", -0.5},
});

double prior_of(std::string_view feature) {
    const auto* const found =
        std::find_if(priors.begin(), priors.end(), [&](const Prior& p) { return p.feature == feature; });
    return found == priors.end() ? 0 : found->weight;
}

struct Example {
    std::vector<std::string> features;
    std::string document;
    double score = 0;
};
using Examples = std::vector<Example>;

Examples examples_of(const std::vector<GoldPredicate>& predicates) {
    Examples examples;
    examples.reserve(predicates.size());
    for (const GoldPredicate& p : predicates) {
        const language::Tree tree(p.sentence->sentences[p.part]);
        examples.push_back({attribution::factuality_features(tree, p.word).names, p.document, p.score});
    }
    return examples;
}

// Features as rows of columns, all of value 1; the last column is the bias.
class Problem {
  public:
    explicit Problem(const Examples& examples) {
        std::map<std::string_view, std::set<std::string_view>> documents;
        for (const Example& e : examples) {
            for (const std::string& feature : e.features)
                documents[feature].insert(e.document);
        }
        std::map<std::string_view, std::uint32_t> columns;
        for (const auto& [feature, in] : documents) {
            const bool lexical = feature.find(attribution::lexical_mark) != std::string_view::npos;
            if (in.size() < (lexical ? fewest_lexical : fewest_documents) && prior_of(feature) == 0) continue;
            columns.emplace(feature, static_cast<std::uint32_t>(names_.size()));
            names_.emplace_back(feature);
            penalties_.push_back(lexical ? lexical_penalty : penalty);
            priors_.push_back(prior_of(feature));
        }
        penalties_.push_back(0);
        priors_.push_back(3);  // where its search starts: the score of most predicates
        for (const Example& e : examples) {
            std::vector<std::uint32_t> row;
            for (const std::string& feature : e.features) {
                if (const auto found = columns.find(feature); found != columns.end())
                    row.push_back(found->second);
            }
            row.push_back(static_cast<std::uint32_t>(names_.size()));
            rows_.push_back(std::move(row));
            scores_.push_back(e.score);
        }
    }

    // Least absolute errors as least squares, each error weighed by one over its size before (iteratively
    // reweighted least squares), each step by conjugate gradients from where the last one ended.
    [[nodiscard]] FactualityModel solve() const {
        constexpr int steps = 40;
        Vector w = priors_;
        std::vector<double> importance(rows_.size());
        for (int step = 0; step < steps; ++step) {
            for (std::size_t i = 0; i < rows_.size(); ++i)
                importance[i] = 1 / std::hypot(product(i, w) - scores_[i], rounding);
            descend(importance, w);
        }
        FactualityModel model;
        model.bias = w.back();
        for (std::size_t f = 0; f < names_.size(); ++f)
            model.weights.emplace(names_[f], w[f]);
        return model;
    }

  private:
    using Vector = std::vector<double>;

    [[nodiscard]] double product(std::size_t row, const Vector& w) const {
        double sum = 0;
        for (const std::uint32_t column : rows_[row])
            sum += w[column];
        return sum;
    }
    void descend(const Vector& importance, Vector& w) const {
        constexpr int steps = 50;
        constexpr double enough = 1e-6;
        Vector rest = gradient(importance, w, scores_, priors_);
        Vector direction = rest;
        const Vector no_scores(rows_.size()), no_priors(w.size());
        double size = std::inner_product(rest.begin(), rest.end(), rest.begin(), 0.0);
        for (int step = 0; step < steps && size > enough; ++step) {
            const Vector turned = gradient(importance, direction, no_scores, no_priors);
            const double along = -std::inner_product(direction.begin(), direction.end(), turned.begin(), 0.0);
            const double stride = size / along;
            for (std::size_t f = 0; f < w.size(); ++f) {
                w[f] += stride * direction[f];
                rest[f] += stride * turned[f];
            }
            const double smaller = std::inner_product(rest.begin(), rest.end(), rest.begin(), 0.0);
            for (std::size_t f = 0; f < w.size(); ++f)
                direction[f] = rest[f] + smaller / size * direction[f];
            size = smaller;
        }
    }
    // Downhill: the sum over rows of importance · (score − product) · row, less penalty · (weight − prior).
    // Without scores and priors it is minus the matrix of the squares times `w`.
    [[nodiscard]] Vector gradient(const Vector& importance, const Vector& w, const Vector& scores,
                                  const Vector& priors_of_weights) const {
        Vector sum(w.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const double off = importance[i] * (scores[i] - product(i, w));
            for (const std::uint32_t column : rows_[i])
                sum[column] += off;
        }
        for (std::size_t f = 0; f < w.size(); ++f)
            sum[f] -= penalties_[f] * (w[f] - priors_of_weights[f]);
        return sum;
    }

    std::vector<std::string> names_;
    Vector penalties_;
    Vector priors_;
    std::vector<std::vector<std::uint32_t>> rows_;
    Vector scores_;
};

double judged(const FactualityModel& model, const std::vector<std::string>& features) {
    double score = model.bias;
    for (const std::string& feature : features) {
        if (const auto found = model.weights.find(feature); found != model.weights.end())
            score += found->second;
    }
    return std::clamp(score, -3.0, 3.0);
}

std::string quoted(const std::string& name) {
    std::string out = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

void print_header(const FactualityModel& model) {
    std::printf(
        "// Generated by `whosaid-eval learn-factuality` (tests/eval/learn_factuality.cpp); MODEL.md in\n"
        "// core/language/train tells from what. Sorted by feature (factuality_features.hpp).\n"
        "#pragma once\n\n#include <array>\n#include <string_view>\n\n"
        "namespace whosaid::attribution {\n\n"
        "struct FactualityWeight {\n    std::string_view feature;\n    double weight = 0;\n};\n\n"
        "// clang-format off\ninline constexpr double factuality_bias = %.3f;\n"
        "inline constexpr auto factuality_weights = std::to_array<FactualityWeight>({\n",
        model.bias);
    for (const auto& [name, weight] : model.weights) {
        if (std::abs(weight) < least_weight) continue;
        std::printf("    {%s, %.2f},\n", quoted(name).c_str(), weight);
    }
    std::printf("});\n// clang-format on\n\n}  // namespace whosaid::attribution\n");
}

}  // namespace

FactualityModel learned_factuality(const std::vector<GoldPredicate>& predicates) {
    return Problem(examples_of(predicates)).solve();
}

std::vector<double> cross_validated(const std::vector<GoldPredicate>& predicates) {
    constexpr std::size_t folds = 5;
    const Examples examples = examples_of(predicates);
    std::map<std::string, std::size_t> fold_of;
    for (const Example& e : examples)
        fold_of.try_emplace(e.document, fold_of.size() % folds);
    std::vector<double> scores(examples.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        Examples others;
        std::copy_if(examples.begin(), examples.end(), std::back_inserter(others),
                     [&](const Example& e) { return fold_of[e.document] != fold; });
        const FactualityModel model = Problem(others).solve();
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (fold_of[examples[i].document] == fold) scores[i] = judged(model, examples[i].features);
        }
    }
    return scores;
}

int learn_factuality(const Arguments& arguments) {
    const Options given = options(arguments);
    if (given.paths.empty() || !given.flags.empty()) {
        std::fprintf(stderr, "learn-factuality: files of predicates with their certainty\n");
        return 2;
    }
    const std::vector<GoldPredicate> predicates = gold_predicates(given.paths);
    show_certainty("cross-validated", predicates, cross_validated(predicates));
    print_header(learned_factuality(predicates));
    return 0;
}

}  // namespace whosaid::eval
