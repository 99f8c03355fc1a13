// Stance of a claim against a passage, pair by pair (GUIDE.md in tests/eval/pairs).
#include "core/corroboration/compare.hpp"
#include "core/terms.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace whosaid::eval {
namespace {

Article dated(std::string text, const nlohmann::json& row) {
    Article article;
    article.text = std::move(text);
    if (row.contains("as_of")) article.date = parse_date(row["as_of"].get<std::string>());
    return article;
}

}  // namespace

int pairs(const Arguments& arguments) {
    Options given = options(arguments);
    if (given.paths.empty()) {
        std::fprintf(stderr, "pairs: files of claim pairs\n");
        return 2;
    }
    const std::vector<std::string> stances{"supports", "contradicts", "discusses", "unrelated"};
    std::vector<std::string> gold, got;
    std::map<std::string, std::map<std::string, std::size_t>> confusion;
    for (const std::string& path : given.paths) {
        std::ifstream in(path);
        if (!in) throw std::runtime_error(path + ": cannot be read");
        std::string line;
        corroboration::Analysed passage;
        while (std::getline(in, line)) {
            if (line.empty()) continue;
            const auto row = nlohmann::json::parse(line);
            const auto evidence = row.at("evidence").get<std::string>();
            if (evidence != passage.article.text) passage = corroboration::analysed(dated(evidence, row));
            const auto claim = corroboration::analysed(dated(row.at("claim"), row));
            const auto result =
                corroboration::compare(claim, passage, 0, passage.analysis.document.sentences.size());
            gold.push_back(row.at("label"));
            got.emplace_back(term(result.stance));
            ++confusion[gold.back()][got.back()];
            if (gold.back() == got.back() || given.errors == 0) continue;
            --given.errors;
            std::printf("\n## %s gold %s (%s) got %s %.2f\n   claim: %s\n   text:  %s\n",
                        row.at("id").get<std::string>().c_str(), gold.back().c_str(),
                        row.value("slot", std::string()).c_str(), got.back().c_str(), result.score,
                        claim.article.text.c_str(), evidence.c_str());
            for (const Reason& r : result.reasons) {
                std::printf("          %s %s: %s | %s\n", r.agrees ? "=" : "#",
                            std::string(term(r.slot)).c_str(), r.claim.c_str(), r.passage.c_str());
            }
        }
    }
    Figures figures;
    std::size_t right = 0;
    for (std::size_t i = 0; i < gold.size(); ++i)
        right += gold[i] == got[i];
    figures.show("accuracy",
                 gold.empty() ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold.size()),
                 "(n=" + std::to_string(gold.size()) + ")");
    figures.macro("macro F1", gold, got, stances);
    std::printf("gold as         %11s %11s %11s %11s\n", "supports", "contradicts", "discusses", "unrelated");
    for (const std::string& g : stances) {
        std::printf("  %-12s", g.c_str());
        for (const std::string& p : stances)
            std::printf(" %11zu", confusion[g][p]);
        std::printf("\n");
    }
    return figures.judge(given.floors);
}

}  // namespace whosaid::eval
