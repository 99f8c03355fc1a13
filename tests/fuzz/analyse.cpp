// The whole analysis on any text: every position lies in the text, every index in its list.
#include "core/analysis.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using whosaid::Span;
using whosaid::fuzz::require;
using whosaid::fuzz::require_span;
using whosaid::language::Document;
using whosaid::language::Sentence;

void require_document(const Document& document, std::string_view text) {
    whosaid::fuzz::require_spans(document.paragraphs, text);
    std::uint32_t reached = 0;
    for (const Sentence& sentence : document.sentences) {
        require_span(sentence.span, text);
        require(reached <= sentence.span.begin, "sentences are in order");
        require(sentence.paragraph < document.paragraphs.size() &&
                    document.paragraphs[sentence.paragraph].contains(sentence.span),
                "a sentence lies in its paragraph");
        reached = sentence.span.begin;
        const auto words = static_cast<std::int32_t>(sentence.words.size());
        for (const auto& word : sentence.words) {
            require_span(word.span, text);
            require(!word.span.empty() && reached <= word.span.begin && word.span.end <= sentence.span.end,
                    "words are in order, none empty, and lie in their sentence");
            require(word.head >= -1 && word.head < words, "a head is a word of the sentence");
            reached = word.span.end;
        }
        reached = sentence.span.end;
    }
    for (const auto& mention : document.mentions) {
        require_span(mention.span, text);
        require(mention.sentence < document.sentences.size(), "a mention stands in a sentence");
        require(
            mention.first <= mention.last && mention.last < document.sentences[mention.sentence].words.size(),
            "a mention is made of words");
        require(mention.entity < document.entities.size(), "a mention stands for an entity");
    }
    for (const auto& time : document.times)
        require_span(time.span, text);
    for (const auto& quantity : document.quantities)
        require_span(quantity.span, text);
}

void require_claims(const std::vector<whosaid::Claim>& claims, std::string_view text) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
        whosaid::fuzz::each_span(claims[i], [&](Span each) { require_span(each, text); });
        whosaid::fuzz::require_spans(claims[i].content, text);
        whosaid::fuzz::require_spans(claims[i].cue, text);
        const auto& outer = claims[i].nested_in;
        require(!outer || (*outer < claims.size() && *outer != i), "a claim stands in another of the list");
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    whosaid::Article article;
    article.id = "fuzz";
    article.outlet = "Harbour Wire";
    article.date = whosaid::parse_date("2026-01-28");
    article.text = whosaid::text::repaired(whosaid::fuzz::bytes(data, size));
    const whosaid::Analysis analysis = whosaid::analyse(article);
    require_document(analysis.document, article.text);
    require_claims(analysis.claims, article.text);
    return 0;
}
