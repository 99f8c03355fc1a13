#include "core/language/coreference.hpp"

#include "core/language/nouns.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace whosaid::language {
namespace {

enum class Kind : std::uint8_t { person, thing, plural };  // he and she; it; they

struct Pronoun {
    std::string_view form;
    Kind kind;
    Gender gender;
    bool reflexive = false;
};

const Pronoun* pronoun_of(std::string_view lower_form) {
    static constexpr auto pronouns = std::to_array<Pronoun>({
        {"he", Kind::person, Gender::male},
        {"her", Kind::person, Gender::female},
        {"hers", Kind::person, Gender::female},
        {"herself", Kind::person, Gender::female, true},
        {"him", Kind::person, Gender::male},
        {"himself", Kind::person, Gender::male, true},
        {"his", Kind::person, Gender::male},
        {"it", Kind::thing, Gender::unknown},
        {"its", Kind::thing, Gender::unknown},
        {"itself", Kind::thing, Gender::unknown, true},
        {"she", Kind::person, Gender::female},
        {"their", Kind::plural, Gender::unknown},
        {"theirs", Kind::plural, Gender::unknown},
        {"them", Kind::plural, Gender::unknown},
        {"themselves", Kind::plural, Gender::unknown, true},
        {"they", Kind::plural, Gender::unknown},
    });
    static_assert(std::ranges::is_sorted(pronouns, {}, &Pronoun::form));
    const auto* at = std::ranges::lower_bound(pronouns, lower_form, {}, &Pronoun::form);
    return at != pronouns.end() && at->form == lower_form ? at : nullptr;
}

// The gender a noun tells of who bears it: kinship, titles, callings.
Gender gender_of_noun(std::string_view lemma) {
    static constexpr auto female = std::to_array<std::string_view>(
        {"actress",  "aunt",     "baroness", "bride",   "countess", "dame",      "daughter",
         "duchess",  "empress",  "girl",     "goddess", "grandma",  "heiress",   "heroine",
         "lady",     "ma'am",    "madam",    "mom",     "mum",      "niece",     "nun",
         "queen",    "princess", "widow",    "wife",    "mrs",      "ms",        "miss",
         "waitress", "hostess",  "mme",      "señora",  "sister",   "stewardess"});
    static constexpr auto male = std::to_array<std::string_view>(
        {"actor", "baron",  "boy",   "boyfriend", "count", "dad",   "duke",    "emperor",  "groom",
         "guy",   "imam",   "king",  "lad",       "lord",  "monk",  "mr",      "monsieur", "nephew",
         "pope",  "prince", "señor", "sir",       "son",   "uncle", "widower", "husband"});
    if (lemma.ends_with('.')) lemma.remove_suffix(1);
    if (std::ranges::find(female, lemma) != female.end() || lemma.ends_with("woman") ||
        lemma.ends_with("mother") || lemma.ends_with("sister") || lemma.ends_with("girlfriend") ||
        lemma.ends_with("daughter"))
        return Gender::female;
    const bool man = lemma.ends_with("man") && lemma != "human" && !lemma.ends_with("woman");
    if (std::ranges::find(male, lemma) != male.end() || man || lemma.ends_with("father") ||
        lemma.ends_with("brother") || lemma.ends_with("grandson"))
        return Gender::male;
    return Gender::unknown;
}

bool names_person(std::string_view lemma) {
    if (gender_of_noun(lemma) != Gender::unknown) return true;
    const NounKind kind = noun_kind(lemma);
    return kind == NounKind::role || kind == NounKind::spokesperson || kind == NounKind::people;
}

bool is_subject(Relation relation) {
    return relation == Relation::nsubj || relation == Relation::nsubj_pass;
}

bool is_argument(Relation relation) {
    return is_subject(relation) || relation == Relation::obj || relation == Relation::iobj ||
           relation == Relation::obl || relation == Relation::obl_agent;
}

// Who or what several mentions stand for.
struct Chain {
    Gender gender = Gender::unknown;
    bool gender_told = false;  // by a noun or title, not by a pronoun that was resolved to it
    std::optional<std::uint32_t> entity;
    std::uint32_t mentions = 0;
    std::uint32_t last_sentence = 0;  // last mention that is no pronoun; a pronoun where there is none
    std::uint32_t last_word = 0;
    bool has_noun = false;
};

// One mention in the text.
struct Referent {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;      // its head
    std::uint32_t position = 0;  // in words from the start of the text
    std::uint32_t chain = 0;
    bool person = false, thing = false, plural = false;
    bool named = false, pronoun = false, quoted = false;
};

class PronounResolver {
  public:
    PronounResolver(std::string_view text, const Document& document) : text_(text), document_(document) {
        chain_of_entity_.resize(document.entities.size());
    }

    std::vector<Antecedent> run() {
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s)
            read(s);
        return std::move(resolved_);
    }

  private:
    [[nodiscard]] const Word& word(std::uint32_t sentence, std::uint32_t index) const {
        return document_.sentences[sentence].words[index];
    }

    void read(std::uint32_t s) {
        const Sentence& sentence = document_.sentences[s];
        const auto size = static_cast<std::uint32_t>(sentence.words.size());
        if (s > 0 && document_.sentences[s - 1].paragraph != sentence.paragraph) in_quotation_ = false;
        mark_named(s, size);
        for (std::uint32_t i = 0; i < size; ++i) {
            const Word& w = sentence.words[i];
            const std::string_view form = w.span.of(text_);
            if (form == "“" || form == "\"" || form == "``") {
                if (!in_quotation_) speaker_ = speaker_before(s);
                in_quotation_ = form == "\"" ? !in_quotation_ : true;
            } else if (form == "”" || form == "''") {
                in_quotation_ = false;
            }
            const std::string low = text::lower(form);
            if (const Pronoun* p = pronoun_of(low)) {
                if (w.relation != Relation::expl) pronoun(*p, s, i);
            } else if (name_at_[i] >= 0) {
                if (name_head_[i]) name(document_.mentions[static_cast<std::size_t>(name_at_[i])], s, i);
            } else if (w.upos == Upos::noun || w.upos == Upos::propn) {
                noun(s, i);
            }
            ++position_;
        }
    }

    // Whose words a quotation gives that begins now: the last subject of its sentence so far.
    [[nodiscard]] std::optional<std::uint32_t> speaker_before(std::uint32_t s) const {
        for (const std::uint32_t index : latest_in(s)) {
            const Referent& r = referents_[index];
            if (r.person && !r.quoted && is_subject(word(s, r.word).relation)) return r.chain;
        }
        return std::nullopt;
    }

    // A word that may stand before the name of the one it is said of.
    [[nodiscard]] static bool calls(const Word& w) {
        std::string_view lemma = w.lemma;
        if (lemma.ends_with('.')) lemma.remove_suffix(1);
        return (w.upos == Upos::noun || w.upos == Upos::propn) && w.xpos != "NNS" &&
               (is_title(lemma) || names_person(lemma));
    }

    // Which word of the sentence belongs to which name, and heads it.
    void mark_named(std::uint32_t s, std::uint32_t size) {
        name_at_.assign(size, -1);
        name_head_.assign(size, false);
        for (; next_mention_ < document_.mentions.size() && document_.mentions[next_mention_].sentence == s;
             ++next_mention_) {
            const Mention& m = document_.mentions[next_mention_];
            const std::uint32_t last = std::min(m.last, size - 1);
            // "Mr", "the spokeswoman" before a name make one phrase with it.
            std::uint32_t first = m.first;
            while (m.type == EntityType::person && first > 0 && name_at_[first - 1] < 0 &&
                   calls(word(s, first - 1)))
                --first;
            std::uint32_t head = m.first;
            bool found = false;
            for (std::uint32_t i = first; i <= last; ++i) {
                name_at_[i] = static_cast<std::int32_t>(next_mention_);
                const std::int32_t h = word(s, i).head;
                if (!found && (h < static_cast<std::int32_t>(first) || h > static_cast<std::int32_t>(last))) {
                    head = i;
                    found = true;
                }
            }
            name_head_[head] = true;
        }
    }

    // The last mentions of the sentence being read, the newest first; bounded, for a sentence may hold any
    // number.
    [[nodiscard]] std::vector<std::uint32_t> latest_in(std::uint32_t s) const {
        constexpr std::size_t most = 64;
        std::vector<std::uint32_t> latest;
        for (std::size_t r = referents_.size();
             r-- > 0 && latest.size() < most && referents_[r].sentence == s;)
            latest.push_back(static_cast<std::uint32_t>(r));
        return latest;
    }

    std::uint32_t new_chain() {
        chains_.emplace_back();
        return static_cast<std::uint32_t>(chains_.size() - 1);
    }

    void add(Referent r, std::uint32_t s, std::uint32_t i) {
        r.sentence = s;
        r.word = i;
        r.position = position_;
        r.quoted = in_quotation_;
        Chain& chain = chains_[r.chain];
        ++chain.mentions;
        if (!r.pronoun || !chain.has_noun) {
            chain.last_sentence = s;
            chain.last_word = i;
            chain.has_noun = !r.pronoun;
        }
        referents_.push_back(r);
    }

    void tell(Chain& chain, Gender gender) {
        if (gender == Gender::unknown || chain.gender_told) return;
        chain.gender = gender;
        chain.gender_told = true;
    }

    void name(const Mention& m, std::uint32_t s, std::uint32_t i) {
        const NamedEntity& entity = document_.entities[m.entity];
        auto& known = chain_of_entity_[m.entity];
        if (!known) {
            known = new_chain();
            Chain& chain = chains_[*known];
            chain.entity = m.entity;
            if (entity.type == EntityType::person) tell(chain, entity.gender);
        }
        take_over_noun(*known, s, i);
        Referent r;
        r.chain = *known;
        r.named = true;
        r.person = entity.type == EntityType::person;
        r.thing = !r.person;
        r.plural = entity.type == EntityType::organisation;
        add(r, s, i);
    }

    // "The founder of the club, Ada Holm": the noun before meant the one named.
    void take_over_noun(std::uint32_t chain, std::uint32_t s, std::uint32_t i) {
        const Word& w = word(s, i);
        if (w.relation != Relation::appos && w.relation != Relation::flat) return;
        for (const std::uint32_t index : latest_in(s)) {
            Referent& r = referents_[index];
            if (static_cast<std::int32_t>(r.word) != w.head) continue;
            if (!r.person || r.named || r.pronoun) return;
            tell(chains_[chain], chains_[r.chain].gender);
            r.chain = chain;
            return;
        }
    }

    // A noun that is another's apposition, title or predicate tells of that one's gender and is no mention of
    // its own.
    void noun(std::uint32_t s, std::uint32_t i) {
        const Word& w = word(s, i);
        if (w.relation == Relation::compound || w.relation == Relation::nmod_npmod ||
            w.relation == Relation::obl_tmod || w.relation == Relation::nmod_tmod ||
            w.relation == Relation::fixed || w.relation == Relation::flat ||
            w.relation == Relation::goeswith || w.relation == Relation::nmod_desc)
            return;
        const bool plural = w.xpos == "NNS" || w.xpos == "NNPS";
        const Gender gender = plural ? Gender::unknown : gender_of_noun(w.lemma);
        if (const auto same = stands_for(s, i)) {
            if (names_person(w.lemma)) tell(chains_[*same], gender);
            return;
        }
        Referent r;
        r.person = !plural && names_person(w.lemma);
        r.plural = plural || noun_kind(w.lemma) == NounKind::body;
        r.thing = !plural && !r.person;
        r.chain = same_noun(s, i, r).value_or(UINT32_MAX);
        if (r.chain == UINT32_MAX) r.chain = new_chain();
        tell(chains_[r.chain], gender);
        last_of_noun_[w.lemma] = {r.chain, s};
        add(r, s, i);
    }

    // The chain that an apposition or a predicate belongs to.
    [[nodiscard]] std::optional<std::uint32_t> stands_for(std::uint32_t s, std::uint32_t i) const {
        const Word& w = word(s, i);
        const auto chain_at = [&](std::uint32_t index) -> std::optional<std::uint32_t> {
            for (const std::uint32_t r : latest_in(s)) {
                if (referents_[r].word == index) return referents_[r].chain;
            }
            return std::nullopt;
        };
        if (w.relation == Relation::appos && w.head >= 0 && static_cast<std::uint32_t>(w.head) < i)
            return chain_at(static_cast<std::uint32_t>(w.head));
        const Sentence& sentence = document_.sentences[s];
        std::optional<std::uint32_t> subject;
        bool copula = false;
        constexpr std::uint32_t reach = 24;  // words before a predicate
        for (std::uint32_t j = i > reach ? i - reach : 0; j < i; ++j) {
            if (sentence.words[j].head != static_cast<std::int32_t>(i)) continue;
            copula = copula || sentence.words[j].relation == Relation::cop;
            if (sentence.words[j].relation == Relation::nsubj) subject = j;
        }
        return copula && subject ? chain_at(*subject) : std::nullopt;
    }

    // "the woman" is the woman spoken of before.
    [[nodiscard]] std::optional<std::uint32_t> same_noun(std::uint32_t s, std::uint32_t i,
                                                         const Referent& r) const {
        constexpr std::uint32_t farthest = 15;  // sentences
        const auto before = last_of_noun_.find(word(s, i).lemma);
        if (before == last_of_noun_.end() || s - before->second.second > farthest || r.plural)
            return std::nullopt;
        for (std::uint32_t j = i > 4 ? i - 4 : 0; j < i; ++j) {
            const Word& d = word(s, j);
            if (d.head == static_cast<std::int32_t>(i) && d.relation == Relation::det &&
                (d.lemma == "the" || d.lemma == "this" || d.lemma == "that"))
                return before->second.first;
        }
        return std::nullopt;
    }

    // The verb that a word is an argument of, seen through open complements: "wanted to see him" is about
    // "wanted" too.
    [[nodiscard]] bool shares_verb(std::uint32_t s, std::uint32_t a, std::uint32_t b) const {
        const Word& first = word(s, a);
        const Word& second = word(s, b);
        if (second.relation == Relation::conj && second.head == static_cast<std::int32_t>(a)) return true;
        if (!is_argument(first.relation) || !is_argument(second.relation)) return false;
        std::int32_t verb = second.head;
        for (int up = 0; up < 4 && verb >= 0; ++up) {
            if (verb == first.head) return true;
            const Word& v = word(s, static_cast<std::uint32_t>(verb));
            const bool shared_subject =
                v.relation == Relation::xcomp || (v.relation == Relation::conj && is_subject(first.relation));
            if (!shared_subject || is_subject(second.relation)) return false;
            verb = v.head;
        }
        return false;
    }

    // "a friend of his": the phrase that holds a pronoun is not what it stands for, but for a clause in it.
    [[nodiscard]] bool inside(std::uint32_t s, std::uint32_t pronoun, std::uint32_t candidate) const {
        std::uint32_t at = pronoun;
        for (int up = 0; up < 8; ++up) {
            const Word& w = word(s, at);
            if (w.head < 0 || w.relation == Relation::acl_relcl || w.relation == Relation::acl ||
                w.relation == Relation::appos || w.relation == Relation::advcl ||
                w.relation == Relation::conj)
                return false;
            at = static_cast<std::uint32_t>(w.head);
            if (at == candidate) return true;
        }
        return false;
    }

    [[nodiscard]] bool may_be(const Pronoun& p, const Referent& r, std::uint32_t s, std::uint32_t i) const {
        const Gender gender = chains_[r.chain].gender;
        switch (p.kind) {
            case Kind::person:
                if (!r.person && !r.named) return false;
                if (gender != Gender::unknown && gender != p.gender && chains_[r.chain].gender_told)
                    return false;
                break;
            case Kind::thing:
                if (!r.thing) return false;
                break;
            case Kind::plural:
                if (!r.plural) return false;
                break;
        }
        if (r.sentence != s) return !p.reflexive;
        if (inside(s, i, r.word)) return false;
        const bool possessive = word(s, i).relation == Relation::nmod_poss;
        return possessive || p.reflexive || !shares_verb(s, r.word, i);
    }

    [[nodiscard]] double salience(const Pronoun& p, const Referent& r, std::uint32_t s,
                                  std::uint32_t i) const {
        const Relation role = word(r.sentence, r.word).relation;
        const Relation own = word(s, i).relation;
        const Chain& chain = chains_[r.chain];
        double score = -1.0 * (s - r.sentence);
        score -= 0.3 * (document_.sentences[s].paragraph - document_.sentences[r.sentence].paragraph);
        score -= 0.004 * (position_ - r.position);
        if (is_subject(role)) score += is_subject(own) ? 1.5 : 1.2;
        if (role == Relation::obj && own == Relation::obj) score += 0.3;
        if (role == Relation::nmod || role == Relation::nmod_poss || role == Relation::obl) score -= 0.4;
        if (r.named) score += 0.7;
        if (r.pronoun) score += 0.5;
        // Texts return to the persons they are about more than to things.
        score += (p.kind == Kind::person ? 0.4 : 0.15) * std::log2(1.0 + std::min(chain.mentions, 16U));
        if (p.kind == Kind::person) {
            if (!r.person) score -= 2.0;
            if (chain.gender == p.gender) score += chain.gender_told ? 1.5 : 1.0;
            if (chain.gender != Gender::unknown && chain.gender != p.gender) score -= 2.0;
        }
        // Who speaks is "I" in the quotation.
        if (in_quotation_ && speaker_ == r.chain) score -= 2.5;
        if (r.quoted != in_quotation_) score -= 0.4;
        if (p.reflexive && shares_verb(s, r.word, i)) score += 3.0;
        return score;
    }

    // "In her speech, Ada Holm said": the name of the subject that a phrase before it refers to.
    [[nodiscard]] const Mention* subject_ahead(const Pronoun& p, std::uint32_t s, std::uint32_t i) const {
        if (p.kind != Kind::person || word(s, i).relation != Relation::nmod_poss) return nullptr;
        constexpr std::uint32_t reach = 16;  // words
        std::uint32_t at = i;
        for (int up = 0; up < 3; ++up) {
            const Word& w = word(s, at);
            if (w.head < 0) return nullptr;
            const bool opening = w.relation == Relation::obl || w.relation == Relation::advcl;
            at = static_cast<std::uint32_t>(w.head);
            if (opening) break;
            if (up == 2) return nullptr;
        }
        const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
        for (std::uint32_t j = i + 1; j < std::min({size, at, i + reach}); ++j) {
            if (!is_subject(word(s, j).relation) || word(s, j).head != static_cast<std::int32_t>(at))
                continue;
            if (name_at_[j] < 0) return nullptr;
            const Mention& m = document_.mentions[static_cast<std::size_t>(name_at_[j])];
            const Gender gender = document_.entities[m.entity].gender;
            const bool fits =
                m.type == EntityType::person && (gender == Gender::unknown || gender == p.gender);
            return fits ? &m : nullptr;
        }
        return nullptr;
    }

    void pronoun(const Pronoun& p, std::uint32_t s, std::uint32_t i) {
        if (const Mention* ahead = subject_ahead(p, s, i)) {
            constexpr double sure = 0.8;
            resolved_.push_back({s, i, s, ahead->first, ahead->entity, sure, "subject ahead"});
            return;
        }
        constexpr std::size_t most = 160;       // mentions looked at
        constexpr std::uint32_t farthest = 10;  // sentences
        const Referent* best = nullptr;
        double best_score = 0;
        std::optional<double> second;  // of another chain
        std::size_t seen = 0;
        for (auto r = referents_.rbegin();
             r != referents_.rend() && seen < most && s - r->sentence <= farthest; ++r, ++seen) {
            if (!may_be(p, *r, s, i)) continue;
            const double score = salience(p, *r, s, i);
            if (best == nullptr || score > best_score) {
                if (best != nullptr && best->chain != r->chain) second = best_score;
                best = &*r;
                best_score = score;
            } else if (r->chain != best->chain && (!second || score > *second)) {
                second = score;
            }
        }
        Referent mention;
        mention.pronoun = true;
        mention.person = p.kind == Kind::person;
        mention.thing = p.kind == Kind::thing;
        mention.plural = p.kind == Kind::plural;
        mention.chain = best != nullptr ? best->chain : new_chain();
        Chain& chain = chains_[mention.chain];
        const double margin = second ? best_score - *second : 3.0;
        if (best != nullptr) {
            const std::string_view sieve = p.reflexive ? "reflexive" : second ? "salience" : "only candidate";
            resolved_.push_back({s, i, chain.last_sentence, chain.last_word, chain.entity,
                                 1.0 / (1.0 + std::exp(-margin)), sieve});
        }
        // A decision of ours is no proof of anybody's gender.
        if (chain.gender == Gender::unknown) chain.gender = p.gender;
        add(mention, s, i);
    }

    std::string_view text_;
    const Document& document_;
    std::vector<Chain> chains_;
    std::vector<Referent> referents_;  // in order of the text
    std::vector<std::optional<std::uint32_t>> chain_of_entity_;
    // By lemma: the chain of a noun's last mention and the sentence it stands in.
    std::unordered_map<std::string, std::pair<std::uint32_t, std::uint32_t>> last_of_noun_;
    std::vector<std::int32_t> name_at_;  // of the sentence being read: each word's index into mentions, or -1
    std::vector<bool> name_head_;
    std::size_t next_mention_ = 0;
    std::uint32_t position_ = 0;
    bool in_quotation_ = false;
    std::optional<std::uint32_t> speaker_;  // chain of who is quoted
    std::vector<Antecedent> resolved_;
};

}  // namespace

std::vector<Antecedent> resolve_pronouns(std::string_view text, const Document& document) {
    return PronounResolver(text, document).run();
}

}  // namespace whosaid::language
