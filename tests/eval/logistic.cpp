#include "tests/eval/logistic.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace whosaid::eval {
namespace {

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

void soft_max(const Weights& weights, const double* features, std::vector<double>& p) {
    for (std::size_t s = 0; s < weights.size(); ++s)
        p[s] = std::inner_product(weights[s].begin(), weights[s].end(), features, 0.0);
    const double most = *std::max_element(p.begin(), p.end());
    double sum = 0;
    for (double& each : p)
        sum += each = std::exp(each - most);
    for (double& each : p)
        each /= sum;
}

}  // namespace

std::vector<double> probabilities(const Weights& weights, const std::vector<double>& features) {
    std::vector<double> p(weights.size());
    soft_max(weights, features.data(), p);
    return p;
}

Weights learned(const Examples& examples, std::size_t labels, double penalty) {
    constexpr int steps = 300;
    constexpr double rate = 0.1, first_decay = 0.9, second_decay = 0.999;
    const Scale scale = scale_of(examples);
    const std::size_t features = scale.mean.size();
    std::vector<double> rows;  // standardised, one behind the other
    rows.reserve(examples.size() * features);
    for (const Example& e : examples) {
        for (std::size_t f = 0; f < features; ++f)
            rows.push_back((e.features[f] - scale.mean[f]) / scale.deviation[f]);
    }
    const Weights zero(labels, std::vector<double>(features));
    Weights w = zero, m = zero, v = zero;
    std::vector<double> p(labels);
    for (int step = 1; step <= steps; ++step) {
        Weights gradient = zero;
        const double* row = rows.data();
        for (const Example& e : examples) {
            soft_max(w, row, p);
            for (std::size_t s = 0; s < labels; ++s) {
                const double off = p[s] - (s == e.label ? 1 : 0);
                for (std::size_t f = 0; f < features; ++f)
                    gradient[s][f] += off * row[f];
            }
            row += features;
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

Examples without(const Examples& examples, std::size_t fold) {
    Examples others;
    std::copy_if(examples.begin(), examples.end(), std::back_inserter(others),
                 [&](const Example& e) { return e.group % folds != fold; });
    return others;
}

std::vector<Judged> cross_validated(const Examples& examples, std::size_t labels, double penalty) {
    std::vector<Judged> judged;
    judged.reserve(examples.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const Weights w = learned(without(examples, fold), labels, penalty);
        for (const Example& e : examples) {
            if (e.group % folds == fold) judged.push_back({probabilities(w, e.features), e.label});
        }
    }
    return judged;
}

}  // namespace whosaid::eval
