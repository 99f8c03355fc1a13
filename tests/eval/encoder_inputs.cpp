// What the encoder learns from, as JSON Lines, with texts as the program gives them to it:
//   {"kind": "pair", "id", "group", "claim", "passage", "lead", "label"}
//   {"kind": "sentence", "id" (CLAIM|ARTICLE|SENTENCE), "group", "claim", "passage", "lead", "labels"}
// Folds for cross-validation are by group: a passage or a story. Of sentences, those are given that verify()
// would read, and all that are annotated as evidence.
#include "core/corroboration/spelled.hpp"
#include "core/corroboration/verify.hpp"
#include "core/terms.hpp"
#include "tests/eval/claims_asked.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;

void pair_inputs(const std::vector<std::string>& paths) {
    std::map<std::string, std::size_t> passages;
    for (const GoldPair& pair : gold_pairs(paths)) {
        const Analysed claim = corroboration::analysed(pair.claim);
        const Analysed passage = corroboration::analysed(pair.passage);
        const auto group = passages.try_emplace(pair.passage.text, passages.size()).first->second;
        const nlohmann::json row{
            {"kind", "pair"},
            {"id", pair.id},
            {"group", group},
            {"claim", corroboration::spelled_out(claim, 0, claim.statements.size())},
            {"passage", corroboration::spelled_out(passage, 0, passage.statements.size())},
            {"lead", ""},
            {"label", std::string(term(pair.stance))}};
        std::printf("%s\n", row.dump().c_str());
    }
}

void sentence_input(const GoldClaim& gold, std::size_t group, const std::string& claim,
                    const Analysed& article, std::size_t sentence) {
    const Span span = article.analysis.document.sentences[sentence].span;
    nlohmann::json labels = nlohmann::json::array();
    for (const Stance stance : annotated(gold, article.article, span))
        labels.push_back(std::string(term(stance)));
    const nlohmann::json row{{"kind", "sentence"},
                             {"id", gold.id + "|" + article.article.id + "|" + std::to_string(sentence)},
                             {"group", group},
                             {"claim", claim},
                             {"passage", corroboration::spelled_out(article, sentence, sentence + 1)},
                             {"lead", corroboration::lead_in(article, sentence)},
                             {"labels", labels}};
    std::printf("%s\n", row.dump().c_str());
}

void story_inputs(const std::vector<Pool>& pools) {
    each_claim(pools, [](const AskedClaim& asked) {
        const std::string spelled = corroboration::spelled_out(asked.claim, 0, asked.claim.statements.size());
        std::set<std::pair<const Analysed*, std::size_t>> given;
        for (const corroboration::Passage& each :
             corroboration::likeliest(asked.claim, asked.candidates).passages) {
            sentence_input(asked.gold, asked.group, spelled, *each.article, each.first);
            given.emplace(each.article, each.first);
        }
        for (const Analysed* article : asked.candidates) {
            const auto& sentences = article->analysis.document.sentences;
            for (std::size_t s = 0; s < sentences.size(); ++s) {
                if (!annotated(asked.gold, article->article, sentences[s].span).empty() &&
                    given.emplace(article, s).second)
                    sentence_input(asked.gold, asked.group, spelled, *article, s);
            }
        }
    });
}

}  // namespace

int encoder_inputs(const Arguments& arguments) {
    const Options given = options(arguments);
    if (given.paths.size() < 2) {
        std::fprintf(stderr, "encoder-inputs: folders of stories, and files of claim pairs\n");
        return 2;
    }
    const Sources from = sources(given.paths);
    story_inputs(from.pools);
    pair_inputs(from.pairs);
    return 0;
}

}  // namespace whosaid::eval
