// A claim against a passage, any two texts: a probability, and reasons whose positions lie in their texts.
#include "core/corroboration/compare.hpp"

#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

namespace {

using namespace whosaid;

corroboration::Analysed analysed(const char* id, std::string_view bytes) {
    Article article;
    article.id = id;
    article.date = parse_date("2026-01-28");
    article.text = text::repaired(bytes);
    return corroboration::analysed(std::move(article));
}

}  // namespace

// The first line is the claim, the rest the passage.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = fuzz::bytes(data, size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const auto claim = analysed("claim", input.substr(0, line));
    const auto passage = analysed("passage", input.substr(std::min(line + 1, input.size())));
    const auto result = corroboration::compare(claim, passage, 0, passage.analysis.document.sentences.size());
    fuzz::require(result.score >= 0 && result.score <= 1, "a score is a probability");
    for (const Reason& each : result.reasons) {
        if (each.claim_span) fuzz::require_span(*each.claim_span, claim.article.text);
        if (each.passage_span) fuzz::require_span(*each.passage_span, passage.article.text);
    }
    return 0;
}
