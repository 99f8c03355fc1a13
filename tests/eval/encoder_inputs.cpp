// What the encoder learns from, as JSON Lines, with texts as the program gives them to it:
//   {"kind": "pair", "id", "group", "claim", "passage", "lead", "label"}
//   {"kind": "sentence", "id" (CLAIM|ARTICLE|SENTENCE), "group", "claim", "passage", "lead", "labels"}
// Folds for cross-validation are by group: a passage or a story. Of sentences, those are given that verify()
// would read, and all that are annotated as evidence.
#include "core/corroboration/spelled.hpp"
#include "core/corroboration/verify.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

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

void story_inputs(const std::string& folder) {
    const std::vector<Story> all = stories(folder);
    std::vector<Analysed> articles;
    for (const Story& story : all) {
        for (const Article& article : story.articles)
            articles.push_back(corroboration::analysed(article));
    }
    for (std::size_t group = 0; group < all.size(); ++group) {
        for (const GoldClaim& gold : all[group].claims) {
            const Analysed claim = corroboration::analysed(typed(gold));
            const std::string spelled = corroboration::spelled_out(claim, 0, claim.statements.size());
            std::vector<const Analysed*> candidates;
            for (const Analysed& article : articles) {
                if (article.article.date <= gold.as_of) candidates.push_back(&article);
            }
            std::set<std::pair<const Analysed*, std::size_t>> given;
            for (const corroboration::Passage& each : corroboration::likeliest(claim, candidates).passages) {
                sentence_input(gold, group, spelled, *each.article, each.first);
                given.emplace(each.article, each.first);
            }
            for (const Analysed* article : candidates) {
                const auto& sentences = article->analysis.document.sentences;
                for (std::size_t s = 0; s < sentences.size(); ++s) {
                    if (!annotated(gold, article->article, sentences[s].span).empty() &&
                        given.emplace(article, s).second)
                        sentence_input(gold, group, spelled, *article, s);
                }
            }
        }
    }
}

}  // namespace

int encoder_inputs(const Arguments& arguments) {
    const Options given = options(arguments);
    if (given.paths.size() < 2) {
        std::fprintf(stderr, "encoder-inputs: a folder of stories, and files of claim pairs\n");
        return 2;
    }
    story_inputs(given.paths.front());
    pair_inputs({given.paths.begin() + 1, given.paths.end()});
    return 0;
}

}  // namespace whosaid::eval
