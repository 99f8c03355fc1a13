// From candidate articles to a verdict: compare, find each passage's origin, count the independent ones,
// judge.
#pragma once

#include "core/corroboration/compare.hpp"
#include "core/corroboration/copies.hpp"
#include "core/corroboration/desk.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/corroboration/reading.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace whosaid::corroboration {

// The sentences of articles that likeliest bear on the claim, likeliest first: those that a reader is given.
struct Likeliest {
    std::vector<LaidSentence> sentences;  // their `article` is the place among the candidates
    std::vector<Standing> standing;       // among all sentences
    std::vector<Passage> passages;
};
[[nodiscard]] Likeliest likeliest(const Analysed& claim, std::span<const Analysed* const> articles);

// Judges `claim` (its article's id, text and date are the claim's id, text and as_of) by the passages of
// `candidates`. Candidates published after as_of do not count, nor does one with the claim article's own id.
// `coverage` is handed through to the result ("complete", or what could not be asked). `desk`: what origins
// are told apart and rated by, beyond the articles.
[[nodiscard]] Verification verify(const Analysed& claim,
                                  std::span<const std::shared_ptr<const Analysed>> candidates,
                                  std::string coverage = "complete", const Method& method = thorough(),
                                  const Desk& desk = {});

}  // namespace whosaid::corroboration
