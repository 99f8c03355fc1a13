#include "cli/reviews.hpp"

#include "cli/claim_id.hpp"
#include "cli/json_lines.hpp"
#include "cli/report/links.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"

#include <algorithm>
#include <optional>

namespace whosaid::cli {
namespace {

Result<Review> review_of(const Record& record) {
    Review out;
    Result<std::string> rating = record.text("rating");
    if (!rating) return tl::unexpected(rating.error());
    Result<std::string> reviewer = record.text("reviewer");
    if (!reviewer) return tl::unexpected(reviewer.error());
    Result<std::string> url = record.text("url");
    if (!url) return tl::unexpected(url.error());
    if (!safe_href(*url))
        return tl::unexpected(
            record.error("\"url\" is no address of the web", "give where the review can be read"));
    const Result<std::optional<Date>> date = record.date("date");
    if (!date) return tl::unexpected(date.error());
    out.rating = std::move(*rating);
    out.reviewer = std::move(*reviewer);
    out.url = std::move(*url);
    out.date = *date;
    return out;
}

}  // namespace

Result<Reviews> Reviews::read(const std::string& path) {
    Reviews out;
    const auto failed = [](Error error) {
        error.code = ErrorCode::usage;
        if (error.line > 0) error.hint = "mend the line or take it out";
        return tl::unexpected(std::move(error));
    };
    Result<RecordReader> records = RecordReader::open(path);
    if (!records) return failed(records.error());
    while (std::optional<Result<Record>> record = records->next()) {
        if (!*record) return failed(record->error());
        Entry entry;
        if ((*record)->json.contains("article")) {
            Result<std::string> article = (*record)->text("article");
            if (!article) return failed(article.error());
            entry.article = std::move(*article);
        }
        const Result<std::string> claim = (*record)->text("claim");
        if (!claim) return failed(claim.error());
        entry.claim = xml_text(*claim);
        Result<Review> review = review_of(**record);
        if (!review) return failed(review.error());
        entry.review = std::move(*review);
        out.entries_.push_back(std::move(entry));
    }
    return out;
}

std::vector<Review> Reviews::of(const Article& article, const std::vector<Claim>& claims, bool alone) const {
    std::vector<Review> out;
    for (const Entry& entry : entries_) {
        if (!entry.article.empty() && entry.article != article.id) continue;
        const bool by_id = alone || !entry.article.empty();
        for (std::uint32_t i = 0; i < claims.size(); ++i) {
            const bool meant = (by_id && entry.claim == claim_id(i)) ||
                               entry.claim == xml_text(content_of(article, claims[i]));
            if (!meant) continue;
            out.push_back(entry.review);
            out.back().claim = i;
            break;
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Review& a, const Review& b) { return a.claim < b.claim; });
    return out;
}

}  // namespace whosaid::cli
