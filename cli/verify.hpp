// From a claim to its corroboration report: analyse it, ask the index for articles, compare with each.
#pragma once

#include "core/corroboration/claim_form.hpp"
#include "core/corroboration/verify.hpp"
#include "index/store.hpp"

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace whosaid::cli {

using SharedArticle = std::shared_ptr<const corroboration::Analysed>;

struct Verified {
    Verification verification;
    std::vector<Verified> parts;            // where the claim is several, each verified by itself
    std::vector<SharedArticle> candidates;  // the articles compared with, best first
    corroboration::RetrievalQuery query;    // what they were found by

    // Of a candidate, which every piece of evidence is from.
    [[nodiscard]] const std::string& text_of(const std::string& id) const;
};

// Verifies claims against one index; several threads may share it. Articles are analysed again rather than
// taken from the index, so that claim and article are always seen by the same version of the program, and
// kept a while: the claims of one story ask for the same articles.
class Verifier {
  public:
    // `reader` and `desk` outlive this. `published`: first and last day of the index's articles.
    // `candidates`: articles to compare a claim with, at most. `method`: how passages are judged.
    Verifier(const index::Reader& reader, const DateRange& published, std::uint32_t candidates,
             corroboration::Method method, const corroboration::Desk& desk)
        : reader_(reader),
          published_(published),
          limit_(candidates),
          method_(std::move(method)),
          desk_(desk) {}

    // `claim`: id, text, and as date the day up to which evidence counts. `from`: the article that the
    // claim is taken from, if any, which is no evidence for it under any id; nor are articles on other
    // matters. Errors: those of the index.
    [[nodiscard]] Result<Verified> verify(Article claim, const corroboration::Analysed* from = nullptr);
    // The same of a claim that somebody asks about, with what keeps it from being a good one, and with its
    // parts. Errors: also a claim without words (usage).
    [[nodiscard]] Result<Verified> answer(Article claim);

  private:
    struct Entry {
        std::string id;
        SharedArticle article;
    };
    [[nodiscard]] Result<Verified> verify(const corroboration::Analysed& claim,
                                          const corroboration::Analysed* from);
    [[nodiscard]] Result<Verified> noted(const corroboration::Analysed& claim, corroboration::ClaimForm form);
    [[nodiscard]] SharedArticle cached(const std::string& id);
    void keep(const std::string& id, const SharedArticle& article);
    [[nodiscard]] Result<SharedArticle> article(const std::string& id);

    const index::Reader& reader_;
    DateRange published_;
    std::uint32_t limit_;
    corroboration::Method method_;
    const corroboration::Desk& desk_;
    std::mutex reading_;  // an index::Reader serves one thread at a time
    std::mutex caching_;
    std::list<Entry> recent_;  // last used first
    std::size_t kept_bytes_ = 0;
    std::unordered_map<std::string, std::list<Entry>::iterator> by_id_;
};

// "complete", or how far the index, with articles of these days, falls short of telling what was published
// up to `as_of`.
[[nodiscard]] std::string coverage(const DateRange& published, const std::optional<Date>& as_of);

// How passages are judged, as the options ask. `threads`: those that read the passages of one claim.
[[nodiscard]] corroboration::Method method(bool quick, unsigned threads);

// The error of an index that holds nothing, which must not read as "unsupported".
[[nodiscard]] Result<index::Info> info_of_filled(const index::Reader& reader,
                                                 const std::vector<std::string>& locations);

}  // namespace whosaid::cli
