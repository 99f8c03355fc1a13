#include "tests/eval/readings.hpp"

#include "core/corroboration/verify.hpp"
#include "core/terms.hpp"
#include "tests/eval/gold_pairs.hpp"
#include "tests/eval/json_rows.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;
using corroboration::Laid;
using corroboration::Passage;
using corroboration::Reading;
using corroboration::Standing;

constexpr double penalty = 1e-2;

Stance turned_if(bool turn, Stance stance) {
    return turn ? corroboration::turned(stance) : stance;
}

std::vector<double> read_features(const Analysed& claim, const Analysed& passage, const Laid& laid,
                                  Standing standing, const Reading& reading) {
    std::vector<double> out(laid.features.begin(), laid.features.end());
    const auto stands = corroboration::values(standing);
    out.insert(out.end(), stands.begin(), stands.end());
    const auto read = corroboration::values(corroboration::of_the_words(reading, claim, passage, laid));
    out.insert(out.end(), read.begin(), read.end());
    return out;
}

}  // namespace

corroboration::Reader readings_in(const std::string& path) {
    auto known = std::make_shared<std::map<std::string, Reading>>();
    each_json_row({path}, [&](const nlohmann::json& row) {
        known->emplace(row.at("id").get<std::string>(),
                       Reading{row.at("p").get<corroboration::Distribution>(), row.at("likeness")});
    });
    return [known](const Analysed& claim, std::span<const Passage> passages) {
        std::vector<Reading> out;
        for (const Passage& each : passages) {
            const std::string& article = each.article->article.id;
            const auto at = known->find(article.empty() ? claim.article.id
                                                        : claim.article.id + "|" + article + "|" +
                                                              std::to_string(each.first));
            out.push_back(at == known->end() ? Reading{} : at->second);
        }
        return out;
    };
}

Examples read_sentences(const std::vector<Pool>& pools, const corroboration::Reader& reader) {
    Examples examples;
    each_claim(pools, [&](const AskedClaim& asked) {
        const corroboration::Likeliest found = corroboration::likeliest(asked.claim, asked.candidates);
        const std::vector<Reading> readings = corroboration::readings(reader, asked.claim, found.passages);
        for (std::size_t i = 0; i < found.passages.size(); ++i) {
            const Analysed& article = *found.passages[i].article;
            const Laid& laid = found.sentences[i].laid;
            const Span span = article.analysis.document.sentences[found.passages[i].first].span;
            const std::set<Stance> stances = annotated(asked.gold, article.article, span);
            if (stances.size() > 1) continue;  // one voice against another
            const bool turn = corroboration::tells_denied_words(asked.claim, article, laid.voices);
            const Stance stance = stances.empty() ? Stance::unrelated : turned_if(turn, *stances.begin());
            examples.push_back({read_features(asked.claim, article, laid, found.standing[i], readings[i]),
                                static_cast<std::size_t>(stance), asked.group});
        }
    });
    return examples;
}

Examples read_pairs(const std::vector<std::string>& paths, const corroboration::Reader& reader) {
    Examples examples;
    std::map<std::string, std::size_t> passages;
    for (GoldPair& pair : gold_pairs(paths)) {
        pair.claim.id = pair.id;
        const Analysed claim = corroboration::analysed(pair.claim);
        const Analysed passage = corroboration::analysed(pair.passage);
        const std::size_t sentences = passage.statements.size();
        const Laid laid = corroboration::lay(claim, passage, 0, sentences);
        const Passage whole{&passage, 0, sentences};
        const Reading reading = corroboration::readings(reader, claim, {&whole, 1}).front();
        const bool turn = corroboration::tells_denied_words(claim, passage, laid.voices);
        examples.push_back({read_features(claim, passage, laid, {}, reading),
                            static_cast<std::size_t>(turned_if(turn, pair.stance)),
                            passages.try_emplace(pair.passage.text, passages.size()).first->second});
    }
    return examples;
}

corroboration::ReadModel read_model(const Examples& examples) {
    const Weights weights = learned(examples, corroboration::stance_count, penalty);
    corroboration::ReadModel model{};
    for (std::size_t s = 0; s < model.size(); ++s) {
        auto from = weights[s].begin();
        const auto take = [&](auto& part) {
            std::copy_n(from, part.size(), part.begin());
            from += static_cast<std::ptrdiff_t>(part.size());
        };
        take(model[s].features);
        take(model[s].standing);
        take(model[s].reading);
    }
    return model;
}

std::vector<Judged> cross_validated(const Examples& examples) {
    return cross_validated(examples, corroboration::stance_count, penalty);
}

}  // namespace whosaid::eval
