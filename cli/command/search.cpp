#include "cli/claims_text.hpp"
#include "cli/command/command.hpp"
#include "cli/json_lines.hpp"
#include "cli/progress.hpp"
#include "cli/report/display.hpp"
#include "cli/report/wording.hpp"
#include "cli/snippet.hpp"

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

struct Hit {
    index::SearchHit hit;
    index::StoredArticle stored;
};

constexpr std::size_t snippet_bytes = 220;

Json hit_json(const Hit& hit, const std::vector<std::string>& words) {
    const Article& article = hit.stored.article;
    Json out = document();
    out["article"] = article.id;
    out["outlet"] = article.outlet;
    out["date"] = article.date ? Json(to_string(*article.date)) : Json(nullptr);
    out["title"] = article.title;
    out["url"] = article.url.empty() ? Json(nullptr) : Json(article.url);
    out["weight"] = hit.hit.weight;
    if (hit.hit.claim) {
        const text::CodePoints points(article.text);
        out["claim"] = to_json(hit.stored.claims[*hit.hit.claim], *hit.hit.claim, article.text, points);
    } else {
        out["snippet"] = snippet(article.text, words, snippet_bytes).text;
    }
    return out;
}

// A text with words in bold cannot be wrapped by its bytes: it is wrapped first, and marked line by line.
std::string snippet_text(const std::string& text, const std::vector<std::string>& words,
                         const TextStyle& style) {
    constexpr std::size_t indent = 4;
    const Snippet piece = snippet(text, words, snippet_bytes);
    std::string out;
    for (const Span line : wrap(piece.text, style.width - indent)) {
        Snippet marked{std::string(line.of(piece.text)), {}};
        for (const Span word : piece.words) {
            if (line.contains(word)) marked.words.push_back({word.begin - line.begin, word.end - line.begin});
        }
        out += std::string(indent, ' ') + highlighted(marked, style.colour) + "\n";
    }
    return out;
}

std::string hit_text(const Hit& hit, const std::vector<std::string>& words, const TextStyle& style) {
    const Article& article = hit.stored.article;
    std::string out = article_head(article, style);
    if (hit.hit.claim) {
        out += claim_text(article, hit.stored.claims[*hit.hit.claim], *hit.hit.claim, style);
    } else {
        out += snippet_text(article.text, words, style);
    }
    return out + "\n";
}

Result<std::vector<Hit>> with_articles(const index::Reader& reader,
                                       const std::vector<index::SearchHit>& hits) {
    std::vector<Hit> out;
    for (const index::SearchHit& hit : hits) {
        Result<std::optional<index::StoredArticle>> stored = reader.find(hit.article);
        if (!stored) return tl::unexpected(stored.error());
        if (*stored && (!hit.claim || *hit.claim < (*stored)->claims.size()))
            out.push_back({hit, std::move(**stored)});
    }
    return out;
}

}  // namespace

Result<Outcome> run_search(Context& context) {
    Console& console = context.console;
    const SearchOptions& options = context.options.search;
    const Result<index::SearchResult> result = context.reader->search(options.request);
    if (!result) return tl::unexpected(result.error());
    const Result<std::vector<Hit>> hits = with_articles(*context.reader, result->hits);
    if (!hits) return tl::unexpected(hits.error());
    const std::vector<std::string> words = query_words(options.request.query);
    if (context.options.format != Format::text) {
        Json head = document();
        head["query"] = options.request.query;
        head["estimated_total"] = result->estimated_total;
        if (options.explain) head["explanation"] = result->explanation;
        DocumentList list(console, context.options.format, "hits", head);
        for (const Hit& hit : *hits)
            list.add(hit_json(hit, words));
        list.finish();
        return Outcome::done;
    }
    if (options.explain) console.message("the query was understood as " + result->explanation);
    const TextStyle style{console.colour(), console.width()};
    for (const Hit& hit : *hits)
        console.print(hit_text(hit, words, style));
    const std::string_view unit = options.request.claims ? "claims" : "articles";
    if (hits->empty()) {
        console.line(fmt::format("no {} found", unit));
    } else {
        console.line(fmt::format("{} to {} of about {} {}", grouped(options.request.offset + 1ULL),
                                 grouped(options.request.offset + hits->size()),
                                 grouped(result->estimated_total), unit));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
