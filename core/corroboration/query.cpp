#include "core/corroboration/query.hpp"

#include "core/language/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::corroboration {
namespace {

using language::WordRelation;

// Weights beside the index's own weighing by rarity: names decide whether an article is on the matter at all.
constexpr double name_weight = 2.0;
constexpr double number_weight = 1.0;
constexpr std::size_t most_variants = 8;
constexpr double alike_enough = 0.55;  // for words that WordNet does not relate

// Single words that may stand in a word's place, the most alike first.
std::vector<std::string> variants_of(language::WordId word, bool name) {
    struct Variant {
        double likeness;
        std::string_view word;
    };
    std::vector<Variant> found;
    for (const language::RelatedWord& other : language::related_words(word)) {
        const std::string_view form = language::word_of(other.word);
        if (form.find('_') != std::string_view::npos) continue;
        const double use = language::likeness(word, other.word);
        const bool kin =
            other.relation == WordRelation::derivation || (name && other.relation == WordRelation::part_of);
        const bool close = other.relation == WordRelation::synonym ||
                           other.relation == WordRelation::antonym || other.relation == WordRelation::broader;
        if (kin || (!name && close && use >= alike_enough)) found.push_back({kin ? 1 + use : use, form});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Variant& a, const Variant& b) { return a.likeness > b.likeness; });
    std::vector<std::string> out;
    for (const Variant& variant : found) {
        const bool known = std::find(out.begin(), out.end(), variant.word) != out.end();
        if (!known && out.size() < most_variants) out.emplace_back(variant.word);
    }
    return out;
}

void add(RetrievalQuery& query, QueryWord word) {
    const bool known = std::any_of(query.words.begin(), query.words.end(),
                                   [&](const QueryWord& each) { return each.word == word.word; });
    if (!known && !word.word.empty()) query.words.push_back(std::move(word));
}

}  // namespace

RetrievalQuery retrieval_query(const Analysed& claim) {
    RetrievalQuery query{{}, claim.article.date};
    for (const Statement& statement : claim.statements) {
        for (const Item& item : statement.items) {
            if (item.strength < 1) continue;
            switch (item.kind) {
                case ItemKind::name:
                    for (const std::string& part : item.parts) {
                        const auto id = language::word_id(part);
                        add(query,
                            {part, id ? variants_of(*id, true) : std::vector<std::string>(), name_weight});
                    }
                    break;
                case ItemKind::word:
                    add(query, {item.key, item.id ? variants_of(*item.id, false) : std::vector<std::string>(),
                                item.weight});
                    break;
                case ItemKind::quantity: {
                    const Quantity& quantity = claim.analysis.document.quantities[*item.quantity];
                    add(query, {fmt::format("{:g}", quantity.value), {}, number_weight});
                    break;
                }
                case ItemKind::time:
                    break;  // written in too many ways to find articles by
            }
        }
    }
    return query;
}

}  // namespace whosaid::corroboration
