#include "tests/eval/scores.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>

namespace whosaid::eval {

Prf prf(std::size_t hits, std::size_t predicted, std::size_t gold) {
    const double p = predicted == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(predicted);
    const double r = gold == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(gold);
    return {100 * p, 100 * r, p + r > 0 ? 200 * p * r / (p + r) : 0};
}

Options options(const std::vector<std::string>& arguments) {
    Options result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool valued = i + 1 < arguments.size();
        if (arguments[i] == "--errors" && valued) {
            result.errors = std::stoul(arguments[++i]);
        } else if ((arguments[i] == "--floor" || arguments[i] == "--ceiling") && valued) {
            auto& limits = arguments[i] == "--floor" ? result.floors : result.ceilings;
            const std::string& limit = arguments[++i];
            const auto equals = limit.rfind('=');
            limits[limit.substr(0, equals)] = std::stod(limit.substr(equals + 1));
        } else if (arguments[i].starts_with("--")) {
            result.flags.push_back(arguments[i]);
        } else {
            result.paths.push_back(arguments[i]);
        }
    }
    return result;
}

bool Options::has(std::string_view flag) const {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::optional<std::string> Options::value(std::string_view flag) const {
    for (const std::string& each : flags) {
        if (each.starts_with(flag) && each.size() > flag.size() && each[flag.size()] == '=')
            return each.substr(flag.size() + 1);
    }
    return std::nullopt;
}

void Figures::show(const std::string& name, double value, const std::string& note) {
    std::printf("%s %.1f%s%s\n", name.c_str(), value, note.empty() ? "" : " ", note.c_str());
    values_[name] = value;
}

void Figures::show(const std::string& name, const Prf& value) {
    std::printf("%s P R F1 %.1f %.1f %.1f\n", name.c_str(), value.precision, value.recall, value.f1);
    values_[name + " F1"] = value.f1;
}

void Figures::macro(const std::string& name, const std::vector<std::string>& gold,
                    const std::vector<std::string>& predicted, const std::vector<std::string>& labels) {
    double sum = 0;
    for (const std::string& label : labels) {
        std::size_t hits = 0, p = 0, g = 0;
        for (std::size_t i = 0; i < gold.size(); ++i) {
            hits += gold[i] == label && predicted[i] == label;
            p += predicted[i] == label;
            g += gold[i] == label;
        }
        const double f1 = prf(hits, p, g).f1;
        show("  " + label + " F1", f1, "(n=" + std::to_string(g) + ")");
        sum += f1;
    }
    show(name, labels.empty() ? 0 : sum / static_cast<double>(labels.size()));
}

int Figures::judge(const Options& given) const {
    int status = 0;
    const auto hold = [&](const std::map<std::string, double>& limits, const char* beyond, auto kept) {
        for (const auto& [name, limit] : limits) {
            const auto found = values_.find(name);
            if (found != values_.end() && kept(found->second, limit)) continue;
            const std::string got = found == values_.end() ? "no such figure" : std::to_string(found->second);
            std::fprintf(stderr, "%s: %s, %s of %.1f\n", name.c_str(), got.c_str(), beyond, limit);
            status = 1;
        }
    };
    hold(given.floors, "under its floor", std::greater_equal<>());
    hold(given.ceilings, "over its ceiling", std::less_equal<>());
    return status;
}

}  // namespace whosaid::eval
