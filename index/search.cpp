// Queries against a snapshot: what a user searches, and the candidates for a claim.
#include "index/databases.hpp"
#include "index/document.hpp"
#include "index/failure.hpp"
#include "index/query.hpp"
#include "index/schema.hpp"
#include "index/snapshot.hpp"
#include "index/words.hpp"

#include <algorithm>
#include <unordered_set>

namespace whosaid::index {
namespace {

using Xapian::Query;

// Calls `visit` with every article that matches; stops at its first error.
template <class Visit>
void each_match(const Snapshot& snapshot, const Query& query, Visit visit) {
    Xapian::Enquire enquire(snapshot.articles);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet matches = enquire.get_mset(0, snapshot.articles.get_doccount());
    for (auto each = matches.begin(); each != matches.end(); ++each)
        visit(each.get_document());
}

Query any_of(const std::vector<std::string>& terms) {
    return {Query::OP_OR, terms.begin(), terms.end()};
}

Query claims_of(const Snapshot& snapshot, const Query& articles) {
    std::vector<std::string> terms;
    each_match(snapshot, articles, [&](const Xapian::Document& document) {
        terms.push_back(article_of_claim_term(key_of(document, article_term(""))));
    });
    return {Query::OP_SCALE_WEIGHT, any_of(terms), 0.0};
}

// Positions find the articles; their claims are then read.
Query claims_with(const Snapshot& snapshot, const Proximity& words) {
    std::vector<std::string> terms;
    each_match(snapshot, positional(words), [&](const Xapian::Document& document) {
        const auto stored = stored_article(document.get_data(), snapshot.name);
        if (!stored) throw Xapian::DatabaseCorruptError(stored.error().message);
        const std::string key = article_key(stored->article.id);
        for (std::size_t i = 0; i < stored->claims.size(); ++i) {
            const bool there = std::ranges::any_of(stored->claims[i].content, [&](Span piece) {
                return stands_in(piece.of(stored->article.text), words);
            });
            if (there) terms.push_back(claim_term(claim_key(key, i)));
        }
    });
    return any_of(terms);
}

// The words of `text` as one query: all of them where there are several ("cease-fire").
Query all_words(std::string_view text, const Xapian::Stem& stem) {
    std::vector<std::string> stems;
    std::string word;
    for (Words words(text); words.next(word);)
        stems.push_back(stem(word));
    return {Query::OP_AND, stems.begin(), stems.end()};
}

Query candidate_query(const corroboration::RetrievalQuery& wanted) {
    const Xapian::Stem stem("english");
    std::vector<Query> words;
    for (const corroboration::QueryWord& each : wanted.words) {
        std::vector<Query> forms{all_words(each.word, stem)};
        for (const std::string& variant : each.variants)
            forms.push_back(all_words(variant, stem));
        std::erase_if(forms, [](const Query& form) { return form.empty(); });
        if (forms.empty() || !(each.weight > 0)) continue;
        const Query synonyms(Query::OP_SYNONYM, forms.begin(), forms.end());
        words.emplace_back(Query::OP_SCALE_WEIGHT, synonyms, each.weight);
    }
    return {Query::OP_OR, words.begin(), words.end()};
}

}  // namespace

Result<SearchResult> search(const Snapshot& snapshot, const SearchRequest& request) {
    const Xapian::Database& database = request.claims ? snapshot.claims : snapshot.articles;
    QueryContext context;
    context.claims = request.claims;
    context.dates = dates_of(snapshot);
    context.claims_with = [&](const Proximity& words) { return claims_with(snapshot, words); };
    context.claims_of = [&](const Query& articles) { return claims_of(snapshot, articles); };
    const Result<Query> query = parse_query(request.query, context);
    if (!query) return tl::unexpected(query.error());

    Xapian::Enquire enquire(database);
    enquire.set_query(request.claims ? snapshot.current(*query) : *query);
    if (request.order == Order::date) {
        enquire.set_sort_by_value_then_relevance(static_cast<Xapian::valueno>(Slot::date), true);
    }
    SearchResult result;
    result.explanation = enquire.get_query().get_description();
    const Xapian::doccount count = database.get_doccount();
    Xapian::MSet matches;
    try {
        matches = enquire.get_mset(std::min(request.offset, count), std::min(request.limit, count));
    } catch (const Xapian::WildcardError&) {
        return tl::unexpected(Error{ErrorCode::usage, "a word with * matches too many words of the index",
                                    "write more letters before the *", "", 0});
    }
    result.estimated_total = matches.get_matches_estimated();
    const std::string prefix = request.claims ? article_of_claim_term("") : article_term("");
    for (auto each = matches.begin(); each != matches.end(); ++each) {
        const Xapian::Document document = each.get_document();
        auto id = article_id(snapshot, key_of(document, prefix));
        if (!id) return tl::unexpected(id.error());
        SearchHit hit{std::move(*id), {}, each.get_weight()};
        if (request.claims) {
            hit.claim = claim_number(document.get_data());
            if (!hit.claim) throw Xapian::DatabaseCorruptError("a claim has no number");
        }
        result.hits.push_back(std::move(hit));
    }
    return result;
}

Result<std::vector<ArticleHit>> candidates(const Snapshot& snapshot,
                                           const corroboration::RetrievalQuery& wanted, std::uint32_t limit) {
    std::vector<ArticleHit> hits;
    Query query = candidate_query(wanted);
    if (query.empty()) return hits;
    const DateRange dates = dates_of(snapshot);
    if (wanted.as_of && dates.last && *dates.last > *wanted.as_of) {
        // Taking away what is later keeps articles without a date, and is cheap where little is later.
        query = Query(Query::OP_AND_NOT, query, dated({plus_days(*wanted.as_of, 1), {}}, dates));
    }
    Xapian::Enquire enquire(snapshot.articles);
    enquire.set_query(query);
    std::unordered_set<std::string> seen;  // an article may lie in several indexes
    const Xapian::MSet matches = enquire.get_mset(0, std::min(limit, snapshot.articles.get_doccount()));
    for (auto each = matches.begin(); each != matches.end(); ++each) {
        auto id = article_id(snapshot, key_of(each.get_document(), article_term("")));
        if (!id) return tl::unexpected(id.error());
        if (seen.insert(*id).second) hits.push_back({std::move(*id), each.get_weight()});
    }
    return hits;
}

}  // namespace whosaid::index
