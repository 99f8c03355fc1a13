// Stance of a claim against a passage, pair by pair (GUIDE.md in tests/eval/pairs).
#include "core/corroboration/compare.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <cstdio>
#include <map>

namespace whosaid::eval {
int pairs(const Arguments& arguments) {
    Options given = options(arguments);
    if (given.paths.empty()) {
        std::fprintf(stderr, "pairs: files of claim pairs\n");
        return 2;
    }
    const std::vector<std::string> stances{"supports", "contradicts", "discusses", "unrelated"};
    std::vector<std::string> gold, got;
    std::map<std::string, std::map<std::string, std::size_t>> confusion;
    corroboration::Analysed passage;
    const corroboration::Method method =
        given.has("--quick") ? corroboration::quick() : corroboration::thorough();
    for (const GoldPair& pair : gold_pairs(given.paths)) {
        if (pair.passage.text != passage.article.text) passage = corroboration::analysed(pair.passage);
        const auto claim = corroboration::analysed(pair.claim);
        const auto result = corroboration::compare(claim, passage, 0, passage.statements.size(), method);
        const Stance stance = corroboration::voiced_stance(result, passage);
        gold.emplace_back(term(pair.stance));
        got.emplace_back(term(stance));
        ++confusion[gold.back()][got.back()];
        if (gold.back() == got.back() || given.errors == 0) continue;
        --given.errors;
        std::printf("\n## %s gold %s (%s) got %s %.2f\n   claim: %s\n   text:  %s\n", pair.id.c_str(),
                    gold.back().c_str(), pair.slot.c_str(), got.back().c_str(), result.score,
                    claim.article.text.c_str(), passage.article.text.c_str());
        for (const Reason& r : result.reasons) {
            std::printf("          %s %s: %s | %s\n", r.agrees ? "=" : "#", std::string(term(r.slot)).c_str(),
                        r.claim.c_str(), r.passage.c_str());
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
    return figures.judge(given);
}

}  // namespace whosaid::eval
