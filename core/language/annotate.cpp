#include "core/language/annotate.hpp"

#include "core/language/lemmas.hpp"
#include "core/language/repair.hpp"
#include "core/language/transitions.hpp"
#include "core/text/characters.hpp"

#include <algorithm>

namespace whosaid::language {

std::vector<Token> tokens_of(std::string_view text, const Sentence& sentence) {
    std::vector<Token> tokens;
    tokens.reserve(sentence.words.size());
    std::uint32_t end = 0;
    for (const Word& word : sentence.words) {
        tokens.push_back({word.span.of(text), word.span.begin != end});
        end = word.span.end;
    }
    return tokens;
}

std::vector<std::string> normal_forms(std::span<const Token> sentence) {
    std::vector<std::string> forms;
    forms.reserve(sentence.size());
    for (std::size_t i = 0; i < sentence.size(); ++i)
        forms.push_back(normal_form(sentence, i));
    return forms;
}

std::vector<TokenHashes> token_hashes(const Model& model, const std::vector<std::string>& normal_forms) {
    std::vector<TokenHashes> hashes;
    hashes.reserve(normal_forms.size());
    for (const std::string& form : normal_forms)
        hashes.push_back(hashes_of(form, model.clusters(text::lower(form))));
    return hashes;
}

std::vector<std::uint32_t> tagged(const Classifier& tagger, const std::vector<Tag>& tags,
                                  const std::vector<TokenHashes>& words) {
    std::vector<std::uint32_t> out(words.size());
    std::vector<std::int32_t> scores;
    FeatureList features;
    FeatureHash last = 0;
    FeatureHash before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        tag_features(words, i, last, before, features);
        tagger.score(features.hashes(), scores);
        const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
        out[i] = static_cast<std::uint32_t>(best);
        before = last;
        last = tags[out[i]].hash;
    }
    return out;
}

std::vector<Attachment> parsed(const Model& model, const std::vector<TokenHashes>& words,
                               const std::vector<std::uint32_t>& tags) {
    const ParserInput input = parser_input(words, model.tags(), tags);
    const auto count = static_cast<std::int32_t>(tags.size());
    ParserState state(count);
    FeatureList features;
    std::vector<std::int32_t> scores;
    while (!state.finished()) {
        state.features(input, features);
        model.parser().score(features.hashes(), scores);
        state.take(state.best(scores));
    }
    std::vector<Attachment> out(tags.size());
    for (std::int32_t i = 0; i < count; ++i) {
        const bool root = state.head(i) == state.root();
        out[static_cast<std::size_t>(i)] = {root ? -1 : state.head(i),
                                            root ? Relation::root : state.relation(i)};
    }
    return out;
}

void annotate(std::string_view text, const Model& model, Sentence& sentence) {
    if (sentence.words.empty()) return;
    const std::vector<std::string> forms = normal_forms(tokens_of(text, sentence));
    const auto hashes = token_hashes(model, forms);
    const auto tags = tagged(model.tagger(), model.tags(), hashes);
    const auto tree = parsed(model, hashes, tags);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        Word& word = sentence.words[i];
        const Tag& tag = model.tags()[tags[i]];
        word.upos = tag.upos;
        word.xpos = tag.xpos;
        word.lemma =
            tag.upos == Upos::punct ? std::string(word.span.of(text)) : lemma_of(model, forms[i], tag.xpos);
        word.head = tree[i].head;
        word.relation = tree[i].relation;
    }
    repair(sentence);
}

}  // namespace whosaid::language
