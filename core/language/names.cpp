#include "core/language/names.hpp"

#include "core/language/name_features.hpp"
#include "core/language/name_spans.hpp"
#include "core/language/nouns.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whosaid::language {
namespace {

// "B-PER", "I-ORG", "O" of the name model.
struct Label {
    bool inside = false;
    bool begins = false;
    EntityType type = EntityType::other;
    FeatureHash hash = 0;
};

Label label_of(std::string_view name) {
    if (name == "O") return {false, false, EntityType::other, hash_of(name)};
    const std::string_view type = name.substr(std::min<std::size_t>(2, name.size()));
    return {true, name.starts_with("B"),
            type == "PER"   ? EntityType::person
            : type == "ORG" ? EntityType::organisation
            : type == "LOC" ? EntityType::place
                            : EntityType::other,
            hash_of(name)};
}

// Names out of labels, word by word.
class Spans {
  public:
    Spans(std::uint32_t sentence, Document& document) : sentence_(sentence), document_(document) {}
    [[nodiscard]] bool open_as(EntityType type) const { return open_ && open_->type == type; }
    void add(std::uint32_t word, const Label& label) {
        const Span span = document_.sentences[sentence_].words[word].span;
        if (!label.inside || label.begins) close();
        if (!label.inside) return;
        if (open_) {
            open_->last = word;
            open_->span.end = span.end;
        } else {
            open_ = Mention{span, sentence_, word, word, label.type, 0};
        }
    }
    void close() {
        if (open_) document_.mentions.push_back(*open_);
        open_.reset();
    }

  private:
    std::uint32_t sentence_;
    Document& document_;
    std::optional<Mention> open_;
};

// What a document shows of the words of its names: a word that stands alone takes the type that it has in
// longer names of people, or most often by itself.
class Known {
  public:
    Known(std::string_view text, const Document& document) {
        for (const Mention& m : document.mentions) {
            const auto& words = document.sentences[m.sentence].words;
            const std::string_view end = words[m.last].span.of(text);
            if (m.first == m.last) {
                vote(end, m.type, 1);
            } else if (m.type == EntityType::person) {
                vote(end, m.type, full_name);
            }
        }
    }
    [[nodiscard]] std::optional<EntityType> type_of(std::string_view form) const {
        const auto found = votes_.find(form);
        if (found == votes_.end()) return std::nullopt;
        const auto& votes = found->second;
        return static_cast<EntityType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    }

  private:
    // A family name behind a given name says more than guesses at the family name alone.
    static constexpr std::uint32_t full_name = 3;
    void vote(std::string_view form, EntityType type, std::uint32_t weight) {
        votes_[form][static_cast<std::size_t>(type)] += weight;
    }
    std::unordered_map<std::string_view, std::array<std::uint32_t, 4>> votes_;
};

bool is_title_word(std::string_view form) {
    std::string low = text::lower(form);
    if (low.ends_with('.')) low.pop_back();
    return is_title(low);
}

// Names of one word that the tagger missed or took for another type: known from elsewhere in the document, or
// behind a title ("Mr Mbeki").
void complete(std::string_view text, Document& document) {
    const Known known(text, document);
    std::vector<Mention> all;
    auto next = document.mentions.begin();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const auto& words = document.sentences[s].words;
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (next != document.mentions.end() && next->sentence == s && next->first == i) {
                const auto type = known.type_of(words[i].span.of(text));
                if (next->first == next->last && type) next->type = *type;
                i = next->last;
                all.push_back(*next++);
                continue;
            }
            if (words[i].upos != Upos::propn) continue;
            const std::string_view form = words[i].span.of(text);
            std::optional<EntityType> type = known.type_of(form);
            const bool office =
                is_title_word(form) || capitalised_noun_kind(text::lower(form)) == NounKind::role;
            if (!type && i > 0 && words[i - 1].upos == Upos::propn && !office &&
                is_title_word(words[i - 1].span.of(text))) {
                type = EntityType::person;
            }
            if (type) all.push_back({words[i].span, s, i, i, *type, 0});
        }
    }
    document.mentions = std::move(all);
}

}  // namespace

// Greedy, from left to right. The first label is that of words outside names.
void find_names_in(std::string_view text, const Model& model, std::uint32_t sentence, Document& document) {
    std::vector<Label> labels;
    for (const std::string_view name : model.labels())
        labels.push_back(label_of(name));
    const std::vector<NameWord> words = name_words(text, model, document.sentences[sentence]);
    std::vector<std::int32_t> scores;
    FeatureList features;
    FeatureHash last = 0;
    FeatureHash before = 0;
    Spans spans(sentence, document);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        name_features(words, i, last, before, features);
        model.name_finder().score(features.hashes(), scores);
        std::size_t best = 0;
        for (std::size_t l = 1; l < labels.size(); ++l) {
            // A name goes on only where one of its type is open.
            const bool follows = labels[l].begins || spans.open_as(labels[l].type);
            if (follows && scores[l] > scores[best]) best = l;
        }
        before = last;
        last = labels[best].hash;
        spans.add(i, labels[best]);
    }
    spans.close();
}

void find_names_in(std::string_view text, const Model& model, std::span<const std::string_view> names,
                   std::span<const std::uint32_t> labels, std::uint32_t sentence, Document& document) {
    const auto before = static_cast<std::ptrdiff_t>(document.mentions.size());
    const auto taken = [&] {
        std::vector<Mention> out(document.mentions.begin() + before, document.mentions.end());
        document.mentions.resize(static_cast<std::size_t>(before));
        return out;
    };
    Spans spans(sentence, document);
    for (std::uint32_t i = 0; i < labels.size(); ++i)
        spans.add(i, label_of(names[labels[i]]));
    spans.close();
    std::vector<Mention> found = taken();
    std::erase_if(found, [](const Mention& m) { return m.type != EntityType::person; });
    const std::size_t persons = found.size();
    find_names_in(text, model, sentence, document);
    // Both lists are in order: of the persons, those before a name need no second look.
    std::size_t next = 0;
    for (const Mention& other : taken()) {
        if (other.type == EntityType::person && other.first == other.last) continue;
        while (next < persons && found[next].last < other.first)
            ++next;
        if (next == persons || other.last < found[next].first) found.push_back(other);
    }
    std::sort(found.begin(), found.end(),
              [](const Mention& a, const Mention& b) { return a.first < b.first; });
    document.mentions.insert(document.mentions.end(), found.begin(), found.end());
}

void find_names(std::string_view text, Document& document) {
    shape_names(text, document);
    complete(text, document);
}

}  // namespace whosaid::language
