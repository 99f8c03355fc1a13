#include "tests/eval/gold_predicates.hpp"

#include "core/language/analyse.hpp"
#include "tests/eval/json_rows.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>

namespace whosaid::eval {
namespace {

// Byte offset of a code point.
std::uint32_t byte_at(std::string_view text, std::size_t code_point) {
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) == 0x80U) continue;
        if (code_point-- == 0) break;
    }
    return static_cast<std::uint32_t>(i);
}

// Quotation marks of Penn trees as newspapers print them, on the word that they open or close; no offset
// moves.
std::string as_printed(std::string text) {
    for (std::size_t at = 0; (at = text.find("`` ", at)) != std::string::npos;)
        text.replace(at, 3, "  \"");
    for (std::size_t at = 0; (at = text.find(" ''", at)) != std::string::npos;)
        text.replace(at, 3, "\"  ");
    return text;
}

// The word that `span` covers most of.
void place(GoldPredicate& predicate, Span span) {
    std::uint32_t best = 0;
    const auto& sentences = predicate.sentence->sentences;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        for (std::uint32_t w = 0; w < sentences[s].words.size(); ++w) {
            const Span word = sentences[s].words[w].span;
            if (!word.overlaps(span)) continue;
            const std::uint32_t shared = std::min(word.end, span.end) - std::max(word.begin, span.begin);
            if (shared <= best) continue;
            best = shared;
            predicate.part = s;
            predicate.word = w;
        }
    }
    if (best == 0) throw std::runtime_error(predicate.id + ": no word at its span");
}

}  // namespace

std::vector<GoldPredicate> gold_predicates(const std::vector<std::string>& paths) {
    std::vector<GoldPredicate> predicates;
    std::map<std::string, std::shared_ptr<const GoldSentence>> parsed;
    each_json_row(paths, [&](const nlohmann::json& row) {
        GoldPredicate predicate;
        predicate.id = row.at("id");
        predicate.document = row.at("doc");
        predicate.score = row.at("score");
        const std::string text = row.at("sentence");
        auto& sentence = parsed[text];
        if (!sentence) {
            GoldSentence fresh{as_printed(text), {}};
            fresh.sentences = language::parse(fresh.text).sentences;
            sentence = std::make_shared<const GoldSentence>(std::move(fresh));
        }
        predicate.sentence = sentence;
        place(predicate, {byte_at(text, row.at("span").at(0)), byte_at(text, row.at("span").at(1))});
        predicates.push_back(std::move(predicate));
    });
    return predicates;
}

}  // namespace whosaid::eval
