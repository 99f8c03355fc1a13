#include "cli/verify.hpp"

#include "cli/parallel.hpp"
#include "core/corroboration/matter.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// Text of the articles kept; their analysis takes some tens of bytes for each byte of it.
constexpr std::size_t most_kept_bytes = 4'000'000;
// That one thread reads before it takes the next.
constexpr std::size_t passages_at_a_time = 4;

}  // namespace

const std::string& Verified::text_of(const std::string& id) const {
    static const std::string none;
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const SharedArticle& each) { return each->article.id == id; });
    return found == candidates.end() ? none : (*found)->article.text;
}

SharedArticle Verifier::cached(const std::string& id) {
    const std::lock_guard lock(caching_);
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return nullptr;
    recent_.splice(recent_.begin(), recent_, found->second);
    return found->second->article;
}

void Verifier::keep(const std::string& id, const SharedArticle& article) {
    const std::lock_guard lock(caching_);
    if (by_id_.contains(id)) return;  // another thread analysed it meanwhile
    recent_.push_front({id, article});
    by_id_.emplace(id, recent_.begin());
    kept_bytes_ += article->article.text.size();
    while (kept_bytes_ > most_kept_bytes && recent_.size() > 1) {
        kept_bytes_ -= recent_.back().article->article.text.size();
        by_id_.erase(recent_.back().id);
        recent_.pop_back();
    }
}

Result<SharedArticle> Verifier::article(const std::string& id) {
    if (SharedArticle known = cached(id)) return known;
    Result<std::optional<index::StoredArticle>> stored;
    {
        const std::lock_guard lock(reading_);
        stored = reader_.find(id);
    }
    if (!stored) return tl::unexpected(stored.error());
    if (!*stored) return SharedArticle();
    auto analysed = std::make_shared<const corroboration::Analysed>(
        corroboration::analysed(std::move((*stored)->article)));
    keep(id, analysed);
    return analysed;
}

Result<Verified> Verifier::verify(Article claim, const corroboration::Analysed* from) {
    return verify(corroboration::analysed(std::move(claim)), from);
}

Result<Verified> Verifier::answer(Article claim) {
    if (!corroboration::holds_words(claim.text))
        return tl::unexpected(Error{ErrorCode::usage, "the claim holds no words",
                                    "write it as one sentence, such as \"The dam at Kwaresh has failed.\"",
                                    "", 0});
    const corroboration::Analysed whole = corroboration::analysed(std::move(claim));
    const corroboration::ClaimForm form = corroboration::claim_form(whole);
    Result<Verified> out = noted(whole, form);
    if (!out) return out;
    const std::string prefix = whole.article.id.empty() ? "" : whole.article.id + "/";
    for (const std::string& text : form.parts) {
        const corroboration::Analysed part = corroboration::analysed(
            {prefix + std::to_string(out->parts.size() + 1), "", "", whole.article.date, "", "", text});
        Result<Verified> verified = noted(part, corroboration::claim_form(part));
        if (!verified) return verified;
        out->parts.push_back(std::move(*verified));
    }
    return out;
}

Result<Verified> Verifier::noted(const corroboration::Analysed& claim, corroboration::ClaimForm form) {
    Result<Verified> out = verify(claim, nullptr);
    if (!out) return out;
    out->verification.notes = std::move(form.notes);
    out->verification.language = std::move(form.language);
    return out;
}

Result<Verified> Verifier::verify(const corroboration::Analysed& claim, const corroboration::Analysed* from) {
    Verified out;
    out.query = corroboration::retrieval_query(claim);
    Result<std::vector<index::ArticleHit>> hits;
    {
        const std::lock_guard lock(reading_);
        hits = reader_.candidates(out.query, limit_);
    }
    if (!hits) return tl::unexpected(hits.error());
    for (const index::ArticleHit& hit : *hits) {
        Result<SharedArticle> candidate = article(hit.id);
        if (!candidate) return tl::unexpected(candidate.error());
        if (!*candidate) continue;
        const corroboration::Analysed& other = **candidate;
        if (from != nullptr &&
            (other.article.text == from->article.text || !corroboration::may_share_matter(*from, other)))
            continue;
        out.candidates.push_back(std::move(*candidate));
    }
    out.verification = corroboration::verify(claim, out.candidates, coverage(published_, claim.article.date),
                                             method_, desk_);
    return out;
}

std::string coverage(const DateRange& published, const std::optional<Date>& as_of) {
    if (as_of && published.first && *published.first > *as_of)
        return fmt::format("index begins on {}, after as_of", to_string(*published.first));
    if (as_of && published.last && *published.last < *as_of)
        return fmt::format("index ends on {}, before as_of", to_string(*published.last));
    return "complete";
}

corroboration::Method method(bool quick, unsigned threads) {
    if (quick) return corroboration::quick();
    corroboration::Method out = corroboration::thorough();
    if (threads > 1) {
        out.reader = [threads](const corroboration::Analysed& claim,
                               std::span<const corroboration::Passage> passages) {
            std::vector<corroboration::Reading> readings;
            readings.reserve(passages.size());
            std::size_t next = 0;
            in_order<std::span<const corroboration::Passage>, std::vector<corroboration::Reading>>(
                [&]() -> std::optional<std::span<const corroboration::Passage>> {
                    if (next == passages.size()) return std::nullopt;
                    const std::size_t begin = next;
                    next = std::min(next + passages_at_a_time, passages.size());
                    return passages.subspan(begin, next - begin);
                },
                [&](std::span<const corroboration::Passage>& some) {
                    return corroboration::read(claim, some);
                },
                [&](std::vector<corroboration::Reading>& some) {
                    readings.insert(readings.end(), some.begin(), some.end());
                    return true;
                },
                threads);
            return readings;
        };
    }
    return out;
}

Result<index::Info> info_of_filled(const index::Reader& reader, const std::vector<std::string>& locations) {
    Result<index::Info> info = reader.info();
    if (info && info->articles == 0) {
        return tl::unexpected(Error{ErrorCode::no_index, "the index holds no articles",
                                    "add some with: whosaid index PATH", locations.front(), 0});
    }
    return info;
}

}  // namespace whosaid::cli
