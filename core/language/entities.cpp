#include "core/language/descriptions.hpp"
#include "core/language/names.hpp"
#include "core/language/nouns.hpp"
#include "core/language/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace whosaid::language {
namespace {

std::string lower(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

struct NameWord {
    std::string form;   // as written
    std::string lower;  // without a final full stop
};

// The words of a mention that make the name: titles before it and a genitive behind it left out.
std::vector<NameWord> name_words(std::string_view text, const Sentence& sentence, const Mention& mention) {
    std::vector<NameWord> words;
    for (std::uint32_t i = mention.first; i <= mention.last && i < sentence.words.size(); ++i) {
        const Word& w = sentence.words[i];
        if (w.xpos == "POS" || w.upos == Upos::punct) {
            // Hyphens and dots inside a name stay with their neighbour.
            const std::string_view form = w.span.of(text);
            if (!words.empty() && (form == "-" || form == "–" || form == ".") && w.xpos != "POS" &&
                i < mention.last) {
                words.back().form += form;
                words.back().lower += form;
            }
            continue;
        }
        std::string form(w.span.of(text));
        std::string low = lower(form);
        if (low.size() > 1 && low.back() == '.') low.pop_back();
        const bool glued =
            !words.empty() && (words.back().form.ends_with('-') || words.back().form.ends_with("–"));
        if (glued) {
            words.back().form += form;
            words.back().lower += low;
        } else {
            words.push_back({std::move(form), std::move(low)});
        }
    }
    if (mention.type == EntityType::person) {
        while (words.size() > 1 && is_title(words.front().lower))
            words.erase(words.begin());
    } else if (words.size() > 1 && words.front().lower == "the") {
        words.erase(words.begin());
    }
    return words;
}

std::string joined(const std::vector<NameWord>& words) {
    std::string out;
    for (const NameWord& w : words) {
        if (!out.empty()) out += ' ';
        out += w.form;
    }
    return out;
}

bool contains(const std::vector<NameWord>& words, const std::string& lower_form) {
    return std::any_of(words.begin(), words.end(), [&](const NameWord& w) { return w.lower == lower_form; });
}

bool initials_of(const std::string& acronym, const std::vector<NameWord>& words) {
    if (acronym.size() < 2 || words.size() < 2) return false;
    std::string initials;
    for (const NameWord& w : words) {
        const char c = w.form.front();
        if (c >= 'A' && c <= 'Z') initials += c;
    }
    return initials == acronym;
}

// One entity in the making.
struct Cluster {
    std::vector<NameWord> words;  // the longest form
    EntityType type = EntityType::other;
    std::vector<std::uint32_t> mentions;
};

class Linker {
  public:
    Linker(std::string_view text, Document& document) : text_(text), document_(document) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(document_.mentions.size());
        words_.resize(count);
        for (std::uint32_t m = 0; m < count; ++m) {
            words_[m] =
                name_words(text_, document_.sentences[document_.mentions[m].sentence], document_.mentions[m]);
        }
        // Long forms first: a short form may stand before the long one ("Azar hinted ... Reuven Azar said").
        for (std::uint32_t m = 0; m < count; ++m) {
            if (words_[m].size() > 1) place(m);
        }
        for (std::uint32_t m = 0; m < count; ++m) {
            if (words_[m].size() == 1) place(m);
        }
        finish();
    }

  private:
    void place(std::uint32_t m) {
        const auto& words = words_[m];
        const EntityType type = document_.mentions[m].type;
        std::optional<std::size_t> best;
        // Candidates share a word; those of the same type come first, of these the nearest in the text.
        for (const NameWord& w : words) {
            const auto found = by_word_.find(w.lower);
            if (found == by_word_.end()) continue;
            for (const std::size_t c : found->second) {
                if (!same(words, type, clusters_[c])) continue;
                const bool of_type = clusters_[c].type == type;
                const bool best_of_type = best && clusters_[*best].type == type;
                if (!best || (of_type && !best_of_type) || (of_type == best_of_type && nearer(c, *best, m)))
                    best = c;
            }
        }
        if (!best && words.size() == 1) {
            for (std::size_t c = 0; c < clusters_.size() && c < longest_scan; ++c) {
                if (clusters_[c].type != EntityType::person &&
                    initials_of(words.front().form, clusters_[c].words))
                    best = c;
            }
        }
        if (!best) {
            best = clusters_.size();
            clusters_.push_back({words, type, {}});
        }
        Cluster& cluster = clusters_[*best];
        if (words.size() > cluster.words.size()) cluster.words = words;
        cluster.mentions.push_back(m);
        for (const NameWord& w : words) {
            auto& list = by_word_[w.lower];
            if (list.size() < widest_word && (list.empty() || list.back() != *best) &&
                std::find(list.begin(), list.end(), *best) == list.end()) {
                list.push_back(*best);
            }
        }
    }

    [[nodiscard]] bool nearer(std::size_t a, std::size_t b, std::uint32_t m) const {
        const auto distance = [&](std::size_t c) {
            std::uint32_t least = UINT32_MAX;
            for (const std::uint32_t other : clusters_[c].mentions) {
                least =
                    std::min(least, other < m ? m - other : (other - m) * 4);  // what came before counts more
            }
            return least;
        };
        return distance(a) < distance(b);
    }

    [[nodiscard]] static bool same(const std::vector<NameWord>& words, EntityType type,
                                   const Cluster& cluster) {
        const auto& longer = words.size() >= cluster.words.size() ? words : cluster.words;
        const auto& shorter = words.size() >= cluster.words.size() ? cluster.words : words;
        const bool inside = std::all_of(shorter.begin(), shorter.end(),
                                        [&](const NameWord& w) { return contains(longer, w.lower); });
        if (!inside) return false;
        if (longer.size() == shorter.size()) return true;
        const bool person = cluster.type == EntityType::person;
        // "Larkmoor said", taken for somebody, beside "Larkmoor Partners".
        const bool begins =
            std::equal(shorter.begin(), shorter.end(), longer.begin(),
                       [](const NameWord& a, const NameWord& b) { return a.lower == b.lower; });
        const EntityType of_longer = words.size() >= cluster.words.size() ? type : cluster.type;
        if (begins && of_longer == EntityType::organisation && (person || type == EntityType::person))
            return true;
        if (person || type == EntityType::person) {
            // A part of a person's name: the family name, or the given name alone. A place or body named by
            // one word that is also a family name was taken for the wrong type.
            if (shorter.size() == 1) {
                return shorter.front().lower == longer.back().lower ||
                       (type == EntityType::person && person &&
                        shorter.front().lower == longer.front().lower);
            }
            return shorter.back().lower == longer.back().lower;
        }
        if (type != cluster.type) return false;
        // "Harbour Wire" and "the Wire" are one, "Bank of Ghana" and "Ghana" are not: the head word must be
        // shared, or the beginning ("Al Marjan" of "Al Marjan Power FZE").
        if (type == EntityType::place) return shorter.back().lower == longer.back().lower;
        return shorter.back().lower == longer.back().lower || shorter.front().lower == longer.front().lower;
    }

    void finish() {
        for (Cluster& c : clusters_)
            std::sort(c.mentions.begin(), c.mentions.end());
        std::sort(clusters_.begin(), clusters_.end(),
                  [](const Cluster& a, const Cluster& b) { return a.mentions.front() < b.mentions.front(); });
        document_.entities.clear();
        document_.entities.reserve(clusters_.size());
        for (Cluster& c : clusters_) {
            NamedEntity entity;
            entity.name = joined(c.words);
            std::array<std::uint32_t, 4> votes{};
            for (const std::uint32_t m : c.mentions) {
                const auto weight = words_[m].size() > 1 ? 3U : 1U;
                votes[static_cast<std::size_t>(document_.mentions[m].type)] += weight;
            }
            entity.type =
                static_cast<EntityType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
            if (entity.type == EntityType::person && c.words.size() > 1 &&
                is_company_word(c.words.back().lower))
                entity.type = EntityType::organisation;
            for (const std::uint32_t m : c.mentions) {
                document_.mentions[m].entity = static_cast<std::uint32_t>(document_.entities.size());
                document_.mentions[m].type = entity.type;
                if (entity.gender == Gender::unknown) entity.gender = title_gender(m);
            }
            entity.mentions = std::move(c.mentions);
            document_.entities.push_back(std::move(entity));
        }
    }

    // "Mr Quaye", "Mrs Quaye", "spokeswoman Jane Quaye": from the word before the name or the title inside
    // it.
    [[nodiscard]] Gender title_gender(std::uint32_t m) const {
        const Mention& mention = document_.mentions[m];
        const auto& words = document_.sentences[mention.sentence].words;
        static constexpr std::array<std::string_view, 16> female{
            "mrs",    "ms",     "miss",     "madam",       "mme",        "lady",
            "dame",   "queen",  "princess", "spokeswoman", "chairwoman", "congresswoman",
            "sister", "mother", "señora",   "baroness"};
        static constexpr std::array<std::string_view, 15> male{
            "mr",      "sir",    "lord",  "king",  "prince", "spokesman", "chairman", "congressman",
            "brother", "father", "señor", "baron", "imam",   "pope",      "monsieur"};
        const std::uint32_t from = mention.first >= 2 ? mention.first - 2 : 0;
        for (std::uint32_t i = from; i <= mention.last && i < words.size(); ++i) {
            std::string low = lower(words[i].span.of(text_));
            if (!low.empty() && low.back() == '.') low.pop_back();
            if (std::find(female.begin(), female.end(), low) != female.end()) return Gender::female;
            if (std::find(male.begin(), male.end(), low) != male.end()) return Gender::male;
        }
        return Gender::unknown;
    }

    // Limits that keep linking linear on texts of nothing but names.
    static constexpr std::size_t widest_word = 32;
    static constexpr std::size_t longest_scan = 512;

    std::string_view text_;
    Document& document_;
    std::vector<std::vector<NameWord>> words_;
    std::vector<Cluster> clusters_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
};

// Persons that are none. News names people in full, or by a title: one word that nobody knows and that no
// "he" or "she" follows ("Fetchly said") is a body's name. So is what a body's noun stands before: "the
// charity Mains Ouvertes".
void settle_types(std::string_view text, Document& document) {
    for (NamedEntity& entity : document.entities) {
        if (entity.type != EntityType::person || entity.gender != Gender::unknown) continue;
        bool titled = false;
        bool called_body = false;
        for (const std::uint32_t m : entity.mentions) {
            const Mention& mention = document.mentions[m];
            if (mention.first == 0) continue;
            const Word& w = document.sentences[mention.sentence].words[mention.first - 1];
            std::string before = lower(w.span.of(text));
            if (before.ends_with('.')) before.pop_back();
            const NounKind kind = noun_kind(before);
            titled = titled || is_title(before) || kind == NounKind::role;
            called_body = called_body || (kind == NounKind::body && w.upos == Upos::noun);
        }
        const bool one_word = entity.name.find_first_of(" -.") == std::string::npos;
        const bool unknown = one_word && entity.description.empty() && !word_id(lower(entity.name));
        if (titled || !(unknown || called_body)) continue;
        entity.type = EntityType::organisation;
        for (const std::uint32_t m : entity.mentions)
            document.mentions[m].type = EntityType::organisation;
    }
}

}  // namespace

void link_entities(std::string_view text, Document& document) {
    Linker(text, document).run();
    describe_entities(text, document);
    gender_from_pronouns(text, document);
    settle_types(text, document);
}

}  // namespace whosaid::language
