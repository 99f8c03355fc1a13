#include "core/language/descriptions.hpp"

#include "core/language/nouns.hpp"
#include "core/language/tree.hpp"
#include "core/text/characters.hpp"
#include "core/text/quotation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace whosaid::language {
namespace {

// Descriptions end here at the latest: words on one side of their head, steps from a word up to it.
constexpr std::uint32_t longest_side = 12;
constexpr int deepest = 12;

using Words = std::pair<std::uint32_t, std::uint32_t>;  // first and last, inclusive

bool form_of_address(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"dame", "dr", "hon", "lady", "lord", "miss", "mr", "mrs", "ms", "shri", "sir", "smt"});
    return std::binary_search(words.begin(), words.end(), word);
}

bool ends_description(Relation relation) {
    switch (relation) {
        case Relation::acl:
        case Relation::acl_relcl:
        case Relation::advcl:
        case Relation::appos:
        case Relation::dep:
        case Relation::list:
        case Relation::parataxis:
            return true;
        default:
            return false;
    }
}

class Describer {
  public:
    Describer(std::string_view text, const Sentence& sentence, const Mention& mention)
        : text_(text), words_(sentence.words), mention_(mention), head_(mention.first) {
        for (std::uint32_t i = mention.first; i <= mention.last; ++i) {
            const std::int32_t above = words_[i].head;
            const bool inside = above >= 0 && static_cast<std::uint32_t>(above) >= mention.first &&
                                static_cast<std::uint32_t>(above) <= mention.last;
            if (!inside) {
                head_ = i;
                break;
            }
        }
    }

    [[nodiscard]] std::string description() const {
        if (mention_.type != EntityType::person && mention_.type != EntityType::organisation) return {};
        for (const auto& words : {before(), beside(), governing()}) {
            if (!words) continue;
            std::string found = phrase(*words);
            if (!found.empty()) return found;
        }
        return {};
    }

  private:
    // "Energy Minister Kofi Mensah": what modifies the name from its left; titles may stand in the mention.
    [[nodiscard]] std::optional<Words> before() const {
        if (mention_.type != EntityType::person) return std::nullopt;
        std::uint32_t name = mention_.first;
        while (name < mention_.last && is_title(bare(name)))
            ++name;
        std::uint32_t first = name;
        while (first > 0 && name - first < longest_side && modifies(first - 1, head_))
            --first;
        if (first == name || !office(name - 1)) return std::nullopt;
        return Words{first, name - 1};
    }

    // "Reuven Azar, Israel's Ambassador to India"
    [[nodiscard]] std::optional<Words> beside() const {
        const auto size = static_cast<std::uint32_t>(words_.size());
        for (std::uint32_t i = mention_.last + 1; i < size && i - mention_.last <= longest_side; ++i) {
            const bool apposition = words_[i].relation == Relation::appos && words_[i].head >= 0 &&
                                    static_cast<std::uint32_t>(words_[i].head) == head_;
            if (apposition && describes(i)) return around(i);
        }
        return std::nullopt;
    }

    // "the coroner, Anil Shaw"
    [[nodiscard]] std::optional<Words> governing() const {
        if (mention_.type != EntityType::person) return std::nullopt;
        if (words_[head_].relation != Relation::appos || words_[head_].head < 0) return std::nullopt;
        const auto noun = static_cast<std::uint32_t>(words_[head_].head);
        if (noun >= mention_.first || mention_.first - noun > longest_side || !describes(noun))
            return std::nullopt;
        return around(noun);
    }

    // A body may be anything ("a Dubai-based supplier"), a person must be somebody: trees err too often for
    // less.
    [[nodiscard]] bool describes(std::uint32_t i) const {
        return mention_.type == EntityType::person ? office(i) : words_[i].upos == Upos::noun;
    }

    // By its form, since a plural describes no one person.
    [[nodiscard]] bool office(std::uint32_t i) const {
        const std::string word = bare(i);
        const NounKind kind = noun_kind(word);
        return kind == NounKind::role || kind == NounKind::spokesperson || kind == NounKind::people ||
               is_title(word);
    }

    [[nodiscard]] bool modifies(std::uint32_t i, std::uint32_t head) const {
        const Word& w = words_[i];
        const bool hyphen = w.upos == Upos::punct && text::is_hyphen(text::character_at(form(i), 0).value);
        const bool part =
            w.upos == Upos::noun || w.upos == Upos::propn || w.upos == Upos::adj || w.xpos == "POS" || hyphen;
        return part && path(i, head).has_value();
    }

    // The noun with what belongs to it on both sides.
    [[nodiscard]] Words around(std::uint32_t noun) const {
        Words words{noun, noun};
        while (words.first > 0 && noun - words.first < longest_side && modifies(words.first - 1, noun))
            --words.first;
        const auto size = static_cast<std::uint32_t>(words_.size());
        for (std::uint32_t i = noun + 1; i < size && i - noun <= longest_side; ++i) {
            const auto relations = path(i, noun);
            const bool comma = words_[i].upos == Upos::punct && form(i) != "-";
            const bool name = i >= mention_.first && i <= mention_.last;
            if (!relations || comma || name || *relations) break;
            words.second = i;
        }
        while (words.second > noun &&
               (words_[words.second].upos == Upos::adp || words_[words.second].upos == Upos::cconj))
            --words.second;
        return words;
    }

    // Whether the way up from `i` to `head` passes a relation that ends a description; nullopt: there is no
    // such way.
    [[nodiscard]] std::optional<bool> path(std::uint32_t i, std::uint32_t head) const {
        bool ends = false;
        for (int step = 0; step < deepest; ++step) {
            if (i == head) return ends;
            if (words_[i].head < 0) return std::nullopt;
            ends = ends || ends_description(words_[i].relation);
            i = static_cast<std::uint32_t>(words_[i].head);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string phrase(Words words) const {
        const auto idle = [&](std::uint32_t i) {
            const Word& w = words_[i];
            return w.upos == Upos::det || w.upos == Upos::punct || w.xpos == "PRP$" || w.xpos == "POS" ||
                   form_of_address(bare(i));
        };
        while (words.first <= words.second && idle(words.first))
            ++words.first;
        while (words.second > words.first && idle(words.second))
            --words.second;
        if (words.first > words.second) return {};
        return std::string(Span{words_[words.first].span.begin, words_[words.second].span.end}.of(text_));
    }

    [[nodiscard]] std::string_view form(std::uint32_t i) const { return words_[i].span.of(text_); }
    [[nodiscard]] std::string bare(std::uint32_t i) const {
        std::string word = text::lower(form(i));
        if (word.size() > 1 && word.back() == '.') word.pop_back();
        return word;
    }

    std::string_view text_;
    const std::vector<Word>& words_;
    const Mention& mention_;
    std::uint32_t head_;  // the mention's word that hangs outside it
};

Gender gender_of_pronoun(std::string_view lower_form) {
    constexpr auto male = std::to_array<std::string_view>({"he", "him", "himself", "his"});
    constexpr auto female = std::to_array<std::string_view>({"her", "hers", "herself", "she"});
    if (std::find(male.begin(), male.end(), lower_form) != male.end()) return Gender::male;
    if (std::find(female.begin(), female.end(), lower_form) != female.end()) return Gender::female;
    return Gender::unknown;
}

struct Votes {
    std::uint32_t female = 0;
    std::uint32_t male = 0;
};

// Who a pronoun can mean while only one person is named.
class OnlyPerson {
  public:
    void paragraph() { person_.reset(); }
    void sentence() { named_here_ = false; }
    void name(std::uint32_t entity) {
        if (!named_here_) {
            person_ = entity;
        } else if (person_ != entity) {
            person_.reset();
        }
        named_here_ = true;
    }
    [[nodiscard]] std::optional<std::uint32_t> get() const { return person_; }

  private:
    std::optional<std::uint32_t> person_;
    bool named_here_ = false;  // in this sentence
};

}  // namespace

void describe_entities(std::string_view text, Document& document) {
    for (const Mention& mention : document.mentions) {
        std::string& description = document.entities[mention.entity].description;
        if (description.empty())
            description = Describer(text, document.sentences[mention.sentence], mention).description();
    }
}

void gender_from_pronouns(std::string_view text, Document& document) {
    std::vector<Votes> votes(document.entities.size());
    const auto quotations = text::quotations(text, document.paragraphs);
    auto quotation = quotations.begin();
    auto mention = document.mentions.begin();
    OnlyPerson only;
    std::uint32_t paragraph = 0;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (std::exchange(paragraph, sentence.paragraph) != sentence.paragraph) only.paragraph();
        only.sentence();
        for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
            for (; mention != document.mentions.end() && mention->sentence == s && mention->first <= i;
                 ++mention) {
                if (mention->type == EntityType::person) only.name(mention->entity);
            }
            const Span span = sentence.words[i].span;
            while (quotation != quotations.end() && quotation->span.end <= span.begin)
                ++quotation;
            const bool quoted = quotation != quotations.end() && quotation->span.contains(span);
            const auto person = only.get();
            if (quoted || !person) continue;
            const Gender gender = gender_of_pronoun(text::lower(span.of(text)));
            votes[*person].female += gender == Gender::female ? 1 : 0;
            votes[*person].male += gender == Gender::male ? 1 : 0;
        }
    }
    for (std::size_t e = 0; e < votes.size(); ++e) {
        NamedEntity& entity = document.entities[e];
        const auto [female, male] = votes[e];
        if (entity.type != EntityType::person || entity.gender != Gender::unknown || female + male == 0)
            continue;
        if (female >= 3 * male) entity.gender = Gender::female;
        if (male >= 3 * female) entity.gender = Gender::male;
    }
}

}  // namespace whosaid::language
