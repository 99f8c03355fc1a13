// What the encoder learns from, as JSON Lines, with texts as the program gives them to it:
//   {"kind": "pair", "id", "group", "claim", "passage", "lead", "label"}
//   {"kind": "sentence", "id" (CLAIM|ARTICLE|SENTENCE), "group", "claim", "passage", "lead", "labels",
//    "bearing"}
// Folds for cross-validation are by group: a passage or a story. Of sentences, those that meet most of the
// claim are given, and all that are annotated as evidence.
#include "core/corroboration/spelled.hpp"
#include "core/corroboration/stance.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;

bool turn(const Analysed& claim, const Analysed& passage, const corroboration::Laid& laid) {
    bool turn = false;
    for (const Claim& each : claim.analysis.claims) {
        if (each.own_voice()) continue;
        turn = each.polarity == Polarity::denied;
        break;
    }
    if (!laid.voices.empty() && passage.analysis.claims[laid.voices.front()].polarity == Polarity::denied)
        turn = !turn;
    return turn;
}
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
            {"raw_claim", pair.claim.text},
            {"raw_passage", pair.passage.text},
            {"slot", pair.slot},
            {"features", corroboration::lay(claim, passage, 0, passage.statements.size()).features},
            {"turn", turn(claim, passage, corroboration::lay(claim, passage, 0, passage.statements.size()))},
            {"label", std::string(term(pair.stance))}};
        std::printf("%s\n", row.dump().c_str());
    }
}

void story_inputs(const std::string& folder) {
    constexpr std::size_t most = 40;
    const std::vector<Story> all = stories(folder);
    std::vector<Analysed> articles;
    for (const Story& story : all) {
        for (const Article& article : story.articles)
            articles.push_back(corroboration::analysed(article));
    }
    for (std::size_t group = 0; group < all.size(); ++group) {
        for (const GoldClaim& gold : all[group].claims) {
            const Analysed claim = corroboration::analysed(typed(gold));
            std::vector<corroboration::LaidSentence> sentences;
            for (std::size_t a = 0; a < articles.size(); ++a) {
                if (articles[a].article.date > gold.as_of) continue;
                for (std::size_t s = 0; s < articles[a].statements.size(); ++s)
                    sentences.push_back({corroboration::lay(claim, articles[a], s, s + 1), a, s});
            }
            const auto standing = corroboration::standings(sentences);
            std::vector<double> bears;
            for (std::size_t i = 0; i < sentences.size(); ++i)
                bears.push_back(corroboration::bearing(sentences[i].laid.features, standing[i]));
            std::vector<std::size_t> order(sentences.size());
            for (std::size_t i = 0; i < order.size(); ++i)
                order[i] = i;
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t a, std::size_t b) { return bears[a] > bears[b]; });
            const std::string spelled = corroboration::spelled_out(claim, 0, claim.statements.size());
            for (std::size_t place = 0; place < order.size(); ++place) {
                const auto& at = sentences[order[place]];
                const Analysed& article = articles[at.article];
                const Span span = article.analysis.document.sentences[at.sentence].span;
                const auto stances = annotated(gold, article.article, span);
                if (place >= most && stances.empty()) continue;
                nlohmann::json labels = nlohmann::json::array();
                for (const Stance stance : stances)
                    labels.push_back(std::string(term(stance)));
                const nlohmann::json row{
                    {"kind", "sentence"},
                    {"id", gold.id + "|" + article.article.id + "|" + std::to_string(at.sentence)},
                    {"group", group},
                    {"claim", spelled},
                    {"passage", corroboration::spelled_out(article, at.sentence, at.sentence + 1)},
                    {"lead", corroboration::lead_in(article, at.sentence)},
                    {"raw_claim", gold.text},
                    {"raw_passage", std::string(span.of(article.article.text))},
                    {"place", place},
                    {"features", at.laid.features},
                    {"standing", corroboration::values(standing[order[place]])},
                    {"turn", turn(claim, article, at.laid)},
                    {"bearing", bears[order[place]]},
                    {"labels", labels}};
                std::printf("%s\n", row.dump().c_str());
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
