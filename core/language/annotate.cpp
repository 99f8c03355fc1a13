#include "core/language/annotate.hpp"

#include "core/language/lemmas.hpp"
#include "core/language/names.hpp"
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

namespace {

void take(std::string_view text, const Model& model, const Tag& tag, const std::string& form, Attachment tree,
          Word& word) {
    word.upos = tag.upos;
    word.xpos = tag.xpos;
    word.lemma = tag.upos == Upos::punct ? std::string(word.span.of(text)) : lemma_of(model, form, tag.xpos);
    word.head = tree.head;
    word.relation = tree.relation;
}

bool for_network(const Sentence& sentence) {
    return !sentence.words.empty() && sentence.words.size() <= longest_neural_sentence;
}

// Sentences from `first` on, as many as the network takes at a time, with their names.
std::uint32_t annotate_some(std::string_view text, const Model& model, const Network& network,
                            std::uint32_t first, Document& document) {
    constexpr std::size_t enough_words = 4096;
    std::vector<std::vector<std::string>> forms;
    std::vector<std::vector<NeuralFeatures>> features;
    std::uint32_t end = first;
    for (std::size_t words = 0; end < document.sentences.size() && words < enough_words; ++end) {
        const Sentence& sentence = document.sentences[end];
        words += sentence.words.size();
        if (!for_network(sentence)) continue;
        forms.push_back(normal_forms(tokens_of(text, sentence)));
        auto& of_sentence = features.emplace_back();
        of_sentence.reserve(forms.back().size());
        for (const std::string& form : forms.back())
            of_sentence.push_back(neural_features(form));
    }
    const std::vector<Network::Parse> parses = network.parse(features);
    std::size_t next = 0;
    for (std::uint32_t s = first; s < end; ++s) {
        Sentence& sentence = document.sentences[s];
        if (!for_network(sentence)) {
            annotate(text, model, sentence);
            find_names_in(text, model, s, document);
            continue;
        }
        const Network::Parse& parse = parses[next];
        for (std::size_t i = 0; i < sentence.words.size(); ++i)
            take(text, model, network.tags()[parse.tags[i]], forms[next][i], parse.tree[i],
                 sentence.words[i]);
        repair(sentence);
        find_names_in(text, model, network.labels(), parse.labels, s, document);
        ++next;
    }
    return end;
}

}  // namespace

void annotate(std::string_view text, const Model& model, Sentence& sentence) {
    if (sentence.words.empty()) return;
    const std::vector<std::string> forms = normal_forms(tokens_of(text, sentence));
    const auto hashes = token_hashes(model, forms);
    const auto tags = tagged(model.tagger(), model.tags(), hashes);
    const auto tree = parsed(model, hashes, tags);
    for (std::size_t i = 0; i < forms.size(); ++i)
        take(text, model, model.tags()[tags[i]], forms[i], tree[i], sentence.words[i]);
    repair(sentence);
}

void annotate(std::string_view text, const Model& model, const Network* network, Document& document) {
    document.mentions.clear();
    const auto count = static_cast<std::uint32_t>(document.sentences.size());
    for (std::uint32_t s = 0; s < count;) {
        if (network != nullptr) {
            s = annotate_some(text, model, *network, s, document);
        } else {
            annotate(text, model, document.sentences[s]);
            find_names_in(text, model, s, document);
            ++s;
        }
    }
}

}  // namespace whosaid::language
