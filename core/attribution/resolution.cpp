#include "core/attribution/resolution.hpp"

#include "core/attribution/anonymity.hpp"
#include "core/language/coreference.hpp"
#include "core/language/nouns.hpp"
#include "core/language/places.hpp"
#include "core/language/words.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace whosaid::attribution {
namespace {

using language::Document;
using language::Gender;
using language::is_media_word;
using language::Mention;
using language::NamedEntity;
using language::noun_kind;
using language::NounKind;
using language::Relation;
using language::Tree;
using language::Upos;
using language::Word;

std::string lower(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

std::string without_article(std::string_view phrase) {
    for (const std::string_view word : {"the ", "The ", "a ", "A ", "an ", "An "}) {
        if (phrase.starts_with(word)) return std::string(phrase.substr(word.size()));
    }
    return std::string(phrase);
}

// Somebody or something that later words may mean.
struct Referent {
    std::uint32_t position = 0;  // byte
    std::uint32_t sentence = 0;
    std::uint32_t paragraph = 0;
    std::string name;
    SourceKind kind = SourceKind::person;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool subject = false;
    bool spoke = false;  // it is a source
    std::string head;    // lemma of its head noun, for things
    std::string description;
    std::optional<Anonymity> anonymity;
};

// The noun that stands for a title: "Col." to "colonel"; others as they are.
std::string_view spelled_out(std::string_view title) {
    using Title = std::pair<std::string_view, std::string_view>;
    static constexpr auto titles = std::to_array<Title>(
        {{"adm", "admiral"},     {"amb", "ambassador"}, {"brig", "brigadier"},     {"capt", "captain"},
         {"cllr", "councillor"}, {"cmdr", "commander"}, {"col", "colonel"},        {"det", "detective"},
         {"dr", "doctor"},       {"gen", "general"},    {"gov", "governor"},       {"insp", "inspector"},
         {"justice", "judge"},   {"lt", "lieutenant"},  {"maj", "major"},          {"mp", "lawmaker"},
         {"pres", "president"},  {"prof", "professor"}, {"rep", "representative"}, {"rev", "reverend"},
         {"sen", "senator"},     {"sgt", "sergeant"},   {"supt", "superintendent"}});
    static_assert(std::ranges::is_sorted(titles, {}, &Title::first));
    std::string_view key = title;
    if (key.ends_with('.')) key.remove_suffix(1);
    const auto* at = std::ranges::lower_bound(titles, key, {}, &Title::first);
    return at != titles.end() && at->first == key ? at->second : title;
}

// Whether one of the words of a name or description is `lemma`, or its plural.
bool holds_word(std::string_view words, std::string_view lemma) {
    const std::string low = lower(words);
    for (std::size_t at = low.find(lemma); at != std::string::npos; at = low.find(lemma, at + 1)) {
        const std::size_t end = at + lemma.size();
        const auto letter = [&](std::size_t i) { return i < low.size() && low[i] >= 'a' && low[i] <= 'z'; };
        const bool plural = end < low.size() && low[end] == 's' && !letter(end + 1);
        if ((at == 0 || !letter(at - 1)) && (!letter(end) || plural)) return true;
    }
    return false;
}

// Bodies of which a country, a state or a town has one of a kind: without a name they are no other body that
// the article names.
bool is_organ_of_state(std::string_view lemma) {
    static constexpr auto organs = std::to_array<std::string_view>(
        {"administration", "army", "cabinet", "court", "government", "judiciary", "military", "ministry",
         "navy", "parliament", "police", "presidency", "prosecution", "senate"});
    static_assert(std::ranges::is_sorted(organs));
    return std::ranges::binary_search(organs, lemma);
}

// "Lender" and "bank", "study" and "report".
bool used_alike(std::string_view a, std::string_view b) {
    constexpr double alike = 0.5;
    const auto first = language::word_id(a);
    const auto second = language::word_id(b);
    return first && second && language::likeness(*first, *second) >= alike;
}

// Whether a name tells by its head noun that it is another kind of body than `lemma`: no "Supreme Court"
// is "the union". Words that are used alike ("bank", "lender") do not count.
bool called_otherwise(std::string_view name, std::string_view lemma) {
    std::string_view head = name;
    for (const std::string_view behind : {" of ", " for ", ","})
        head = head.substr(0, head.find(behind));
    const std::string word = lower(head.substr(head.rfind(' ') + 1));
    if (noun_kind(word) != NounKind::body && noun_kind(word) != NounKind::media) return false;
    return !used_alike(lemma, word);
}

class Resolver {
  public:
    Resolver(const Article& article, const Document& document, const Trees& trees,
             std::vector<language::Antecedent> antecedents)
        : article_(article), document_(document), trees_(trees), antecedents_(std::move(antecedents)) {
        first_mention_.assign(document.sentences.size() + 1, 0);
        for (const Mention& m : document.mentions)
            ++first_mention_[m.sentence + 1];
        std::partial_sum(first_mention_.begin(), first_mention_.end(), first_mention_.begin());
        find_offices();
        find_home();
        for (const Mention& m : document.mentions) {
            if (m.type == EntityType::place || m.type == EntityType::other) continue;
            named_.push_back(referent(m));
        }
    }

    Resolved resolve(WordRef head, int depth = 0);
    [[nodiscard]] std::string_view phrase_of(WordRef head) const {
        return noun_phrase(trees_[head.sentence], head.word).of(article_.text);
    }

    // Later pronouns may mean a source that has spoken. Sources come in the order of the text.
    void remember(WordRef head, const Source& source) {
        const Tree& tree = trees_[head.sentence];
        const Word& w = tree.word(head.word);
        if (w.upos == Upos::pron) spoken_.insert(source.name);
        Referent r;
        r.position = w.span.begin;
        r.sentence = head.sentence;
        r.paragraph = document_.sentences[head.sentence].paragraph;
        r.name = source.name;
        r.kind = source.kind;
        r.plural = w.xpos == "NNS" || w.xpos == "NNPS" || w.lemma == "they" || w.upos == Upos::num;
        r.gender = w.lemma == "he" ? Gender::male : w.lemma == "she" ? Gender::female : word_gender(w.lemma);
        if (const auto e = entity_named(source.name); e && r.gender == Gender::unknown)
            r.gender = document_.entities[*e].gender;
        r.subject = w.relation == Relation::nsubj;
        r.spoke = true;
        r.head = w.lemma;
        r.description = source.description;
        r.anonymity = source.anonymity;
        remembered_.push_back(std::move(r));
    }

  private:
    static Gender word_gender(std::string_view lemma) {
        if (lemma.ends_with("woman") || lemma == "mother" || lemma == "sister" || lemma == "wife" ||
            lemma == "daughter" || lemma == "aunt" || lemma == "widow" || lemma == "girl" || lemma == "queen")
            return Gender::female;
        if ((lemma.ends_with("man") && !lemma.ends_with("woman")) || lemma == "father" ||
            lemma == "brother" || lemma == "husband" || lemma == "son" || lemma == "uncle" ||
            lemma == "boy" || lemma == "king")
            return Gender::male;
        return Gender::unknown;
    }
    [[nodiscard]] std::optional<std::size_t> entity_named(const std::string& name) const {
        for (std::size_t i = 0; i < document_.entities.size() && i < 512; ++i) {
            if (document_.entities[i].name == name) return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::span<const Mention> mentions_in(std::uint32_t sentence) const {
        return {document_.mentions.data() + first_mention_[sentence],
                first_mention_[sentence + 1] - first_mention_[sentence]};
    }
    [[nodiscard]] Referent referent(const Mention& m) const {
        const NamedEntity& e = document_.entities[m.entity];
        Referent r;
        r.position = m.span.begin;
        r.sentence = m.sentence;
        r.paragraph = document_.sentences[m.sentence].paragraph;
        r.name = is_own_name(e.name) ? article_.outlet : e.name;
        r.kind = e.type == EntityType::person ? SourceKind::person
                 : is_media_name(e.name)      ? SourceKind::media
                                              : SourceKind::organisation;
        r.gender = e.gender;
        r.description = e.description;
        for (std::uint32_t i = m.first; i <= m.last; ++i) {
            const Relation rel = trees_[m.sentence].word(i).relation;
            r.subject |= rel == Relation::nsubj || rel == Relation::nsubj_pass;
        }
        return r;
    }
    // The outlet by a part of its name: "PBN" for PBN World, "the Courier" for The Andean Courier.
    [[nodiscard]] bool is_own_name(std::string_view name) const {
        const std::string_view outlet = article_.outlet;
        if (name == outlet || name.size() >= outlet.size()) return !name.empty() && name == outlet;
        if (outlet.ends_with(name)) return outlet[outlet.size() - name.size() - 1] == ' ';
        constexpr std::size_t initials = 2;
        return outlet.starts_with(name) && outlet[name.size()] == ' ' && name.size() >= initials &&
               std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    }
    [[nodiscard]] bool is_media_name(std::string_view name) const {
        if (is_own_name(name)) return true;
        std::string before;
        for (std::size_t from = 0; from < name.size();) {
            const std::size_t to = std::min(name.find(' ', from), name.size());
            std::string word = lower(name.substr(from, to - from));
            // Agencies are mostly others than those of news.
            if (is_media_word(word) && (word != "agency" || before == "news" || before == "press"))
                return true;
            before = std::move(word);
            from = to + 1;
        }
        return false;
    }

    // The country that the article is about: the one that it names most, by itself, its capital or its
    // people.
    void find_home() {
        std::unordered_map<std::string, std::uint32_t> counts;
        std::uint32_t most = 0;
        const auto count = [&](const std::optional<std::string>& country) {
            if (!country) return;
            const std::uint32_t now = ++counts[*country];
            if (now <= most) return;
            most = now;
            home_ = *country;
        };
        for (const NamedEntity& e : document_.entities) {
            if (e.type != EntityType::place) continue;
            const auto country = country_of_place(e.name);
            for (std::size_t i = 0; i < e.mentions.size(); ++i)
                count(country);
        }
        for (const auto& sentence : document_.sentences) {
            for (const Word& w : sentence.words) {
                if (w.upos == Upos::adj && w.xpos != "NNP" && article_.text[w.span.begin] >= 'A' &&
                    article_.text[w.span.begin] <= 'Z')
                    count(language::country_of_people(w.lemma));
            }
        }
    }
    [[nodiscard]] static std::optional<std::string> country_of_place(std::string_view name) {
        const auto country = language::country_named(name);
        return country ? country : language::country_of_capital(name);
    }
    [[nodiscard]] static Source government_of(const std::string& country) {
        Source s;
        s.name = "Government of " + country;
        s.kind = SourceKind::organisation;
        return s;
    }
    // "the Indian government", "India's government", "the government": that of the country named with it,
    // else of the one that the article is about.
    [[nodiscard]] std::optional<Source> government(const Tree& tree, std::uint32_t head) const {
        for (const std::uint32_t d : tree.dependents(head)) {
            const Word& w = tree.word(d);
            const std::string_view form = w.span.of(article_.text);
            std::optional<std::string> country;
            if (w.relation == Relation::amod || w.relation == Relation::compound)
                country = language::country_of_people(form);
            if (!country && (w.relation == Relation::nmod_poss || w.relation == Relation::compound ||
                             w.relation == Relation::nmod))
                country = language::country_named(form);
            if (country) return government_of(*country);
        }
        if (modified(tree, head) || home_.empty()) return std::nullopt;
        return government_of(home_);
    }

    // The offices that the article gives each person: words before the name, apposition beside it.
    void find_offices() {
        constexpr std::size_t most_offices = 64;
        roles_.resize(document_.entities.size());
        for (const Mention& m : document_.mentions) {
            if (m.type != EntityType::person) continue;
            const Tree& tree = trees_[m.sentence];
            const auto give = [&](const std::string& word) {
                const std::string role(spelled_out(word));
                roles_[m.entity].insert(role);
                if (offices_.size() < most_offices &&
                    (noun_kind(role) == NounKind::role || language::is_title(role)))
                    offices_.insert(role);
                holders_[role].insert(m.entity);
            };
            const auto note = [&](std::uint32_t first, std::uint32_t last, std::uint32_t head) {
                for (std::uint32_t i = first; i <= last; ++i) {
                    const Word& w = tree.word(i);
                    if (w.upos == Upos::noun || w.upos == Upos::propn) give(w.lemma);
                }
                give(tree.word(head).lemma);
            };
            // Before the name, within its phrase: "Energy Minister Kwabena Asante".
            std::uint32_t first = m.first;
            while (first > 0) {
                const Word& w = tree.word(first - 1);
                const bool part = w.upos == Upos::noun || w.upos == Upos::propn || w.upos == Upos::adj ||
                                  w.xpos == "POS" || w.lemma == "-";
                if (!part) break;
                --first;
            }
            while (first < m.first && tree.word(first).xpos == "POS")
                ++first;
            if (first < m.first) note(first, m.first - 1, m.first - 1);
            // Beside it, between commas: "Kwabena Asante, the energy minister," or "the energy minister,
            // Kwabena Asante".
            const std::uint32_t head = mention_head(tree, m);
            for (const std::uint32_t d : tree.dependents(head)) {
                if (tree.word(d).relation == Relation::appos && d > m.last &&
                    tree.word(d).upos == Upos::noun) {
                    const auto [a, b] = words_of(tree, noun_phrase(tree, d));
                    note(a, b, d);
                }
            }
            // ("Egypt's Ambassador to India Hisham Nawar": the parser may take it for one name.)
            const Relation to_office = tree.word(head).relation;
            if ((to_office == Relation::appos || to_office == Relation::flat) && tree.word(head).head >= 0) {
                const auto h = static_cast<std::uint32_t>(tree.word(head).head);
                if (h < m.first && (tree.word(h).upos == Upos::noun || is_title_word(tree.word(h).lemma))) {
                    auto [a, b] = words_of(tree, noun_phrase(tree, h));
                    while (b >= a && b > 0 && (b >= m.first || tree.word(b).upos == Upos::punct))
                        --b;
                    if (b >= a && h <= b) note(a, b, h);
                }
            }
        }
    }
    static std::uint32_t mention_head(const Tree& tree, const Mention& m) {
        for (std::uint32_t i = m.first; i <= m.last; ++i) {
            const auto h = tree.word(i).head;
            if (h < static_cast<std::int32_t>(m.first) || h > static_cast<std::int32_t>(m.last)) return i;
        }
        return m.first;
    }
    static std::pair<std::uint32_t, std::uint32_t> words_of(const Tree& tree, Span span) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool any = false;
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (!span.contains(tree.word(i).span)) continue;
            if (!any) first = i;
            last = i;
            any = true;
        }
        return {first, last};
    }

    [[nodiscard]] static bool plural_noun(const Word& w) { return w.xpos == "NNS" || w.xpos == "NNPS"; }
    [[nodiscard]] static bool is_title_word(std::string_view word) {
        if (word.ends_with('.')) word.remove_suffix(1);
        return language::is_title(word);
    }
    [[nodiscard]] static bool is_office(const Tree& tree, std::uint32_t head) {
        const Word& w = tree.word(head);
        const NounKind kind =
            w.upos == Upos::propn ? language::capitalised_noun_kind(w.lemma) : kind_of(tree, head);
        return kind == NounKind::role || kind == NounKind::spokesperson || kind == NounKind::people ||
               is_title_word(w.lemma);
    }
    // What stands behind an office's comma names its holder, whatever the name finder takes it for, but for
    // places that are known: "Egypt's ambassador in New Delhi, India, said".
    [[nodiscard]] bool may_hold_office(const Mention& m) const {
        if (m.type == EntityType::person) return true;
        std::string key = lower(m.span.of(article_.text));
        std::ranges::replace(key, ' ', '_');
        return m.last > m.first && !language::word_id(key);
    }
    // Titles at most between a name and a comma, and the word before the comma within `phrase`.
    [[nodiscard]] bool behind_comma(Span phrase, const Mention& m, const Tree& tree) const {
        std::uint32_t at = m.first;
        while (at > 0 && is_title_word(lower(tree.word(at - 1).span.of(article_.text))))
            --at;
        return at > 1 && tree.word(at - 1).span.of(article_.text) == "," &&
               tree.word(at - 2).span.begin >= phrase.begin && tree.word(at - 2).span.end <= phrase.end;
    }

    // "The minister's lawyer", "a spokesman for Ms Lubasi", "an aide to the minister, Sitali Lubasi": a name
    // in the phrase that is somebody else's than its head's.
    [[nodiscard]] static bool belongs_elsewhere(const Tree& tree, const Mention& m, std::uint32_t head) {
        if (m.first <= head && head <= m.last) return false;
        if (head > m.last) return m.last + 1 < tree.size() && tree.word(m.last + 1).xpos == "POS";
        // Behind a preposition, or beside another office than the phrase's own.
        bool preposition = false;
        for (std::uint32_t i = head + 1; i < m.first; ++i) {
            const Word& w = tree.word(i);
            if (w.lemma == ",") preposition = false;
            preposition = preposition || w.upos == Upos::adp;
            if (w.upos == Upos::noun && w.relation != Relation::compound && is_office(tree, i) &&
                w.relation != Relation::appos)
                return true;
        }
        return preposition;
    }

    // The mention that the phrase's head is part of, or that stands as its name ("Minister Kwabena Asante").
    [[nodiscard]] const Mention* named(WordRef head) const {
        const Tree& tree = trees_[head.sentence];
        const Span np = noun_phrase(tree, head.word);
        const Mention* beside = nullptr;
        // "Infometrica economist Sione Vakaloa": the person behind the office, not whom he works for.
        for (const Mention& m : mentions_in(head.sentence)) {
            if (m.type == EntityType::person && np.contains(m.span) && m.first > 0 &&
                is_office(tree, m.first - 1) && !belongs_elsewhere(tree, m, head.word))
                return &m;
        }
        // "His Special Assistant on Media, one Mr. Idris": the same where the office is taken for a body's
        // name.
        for (const Mention& m : mentions_in(head.sentence)) {
            const std::uint32_t mh = mention_head(tree, m);
            if (m.type == EntityType::person && m.first > head.word && is_office(tree, head.word) &&
                tree.word(mh).relation == Relation::appos &&
                tree.word(mh).head == static_cast<std::int32_t>(head.word))
                return &m;
        }
        for (const Mention& m : mentions_in(head.sentence)) {
            if (m.first <= head.word && head.word <= m.last) return &m;
            const std::uint32_t mh = mention_head(tree, m);
            const Word& w = tree.word(mh);
            // "Egypt's ambassador in New Delhi, Hisham Nawar, said": the name stands behind the office's
            // comma.
            const bool apposed = may_hold_office(m) && m.first > head.word && is_office(tree, head.word) &&
                                 behind_comma(np, m, tree) && !belongs_elsewhere(tree, m, head.word);
            if (apposed && beside == nullptr) beside = &m;
            // "Ms van Dorrel", which the parser has parted.
            if (m.first == head.word + 1 && is_title_word(tree.word(head.word).lemma)) return &m;
            if (!np.overlaps(m.span)) continue;
            const bool names_head = w.head == static_cast<std::int32_t>(head.word) &&
                                    (w.relation == Relation::appos || w.relation == Relation::flat ||
                                     (w.relation == Relation::compound && m.first > head.word));
            // A name at the end of the phrase with its office before: the parser's choice of head varies.
            const bool follows =
                m.type == EntityType::person && m.first == head.word + 1 && m.span.end == np.end;
            if ((names_head && m.type == EntityType::person) || follows) beside = &m;
            // "a private forecaster, SkyMonsoon"
            const bool apposed_body = w.relation == Relation::appos && !plural_noun(tree.word(head.word)) &&
                                      tree.word(head.word).upos == Upos::noun;
            if (names_head && m.type == EntityType::organisation &&
                (m.first == head.word + 1 || apposed_body))
                beside = &m;
        }
        return beside;
    }

    // Places that speak are known ones; two or three words of which none is known are somebody's.
    [[nodiscard]] static bool sounds_like_person(const std::string& name) {
        std::size_t words = 0;
        for (std::size_t from = 0; from < name.size(); ++words) {
            const std::size_t to = std::min(name.find(' ', from), name.size());
            const std::string word = lower(name.substr(from, to - from));
            if (language::word_id(word) || language::is_company_word(word)) return false;
            from = to + 1;
        }
        return words == 2 || words == 3;
    }

    [[nodiscard]] Source of_entity(const Mention& m) const {
        const NamedEntity& e = document_.entities[m.entity];
        Source s;
        s.name = is_own_name(e.name) ? article_.outlet : e.name;
        s.description = e.description;
        // Places speak through their governments: "Cairo has asked".
        if (e.type == EntityType::place) {
            if (const auto country = country_of_place(e.name)) return government_of(*country);
        }
        if (e.type == EntityType::person || (e.type == EntityType::place && sounds_like_person(e.name)))
            s.kind = SourceKind::person;
        else
            s.kind = is_media_name(s.name) ? SourceKind::media : SourceKind::organisation;
        return s;
    }
    static Source of_referent(const Referent& r) {
        Source s;
        s.name = r.name;
        s.kind = r.kind;
        s.description = r.description;
        s.anonymity = r.anonymity;
        return s;
    }

    [[nodiscard]] bool has_spoken(const Referent& x) const { return x.spoke || spoken_.contains(x.name); }

    // The best referent before a pronoun: near, a subject, one that has spoken, of fitting gender and number.
    template <class Fits>
    [[nodiscard]] const Referent* antecedent(WordRef at, const Fits& fits, Gender gender) const {
        const Word& w = trees_[at.sentence].word(at.word);
        const std::uint32_t paragraph = document_.sentences[at.sentence].paragraph;
        const Referent* best = nullptr;
        double best_score = -1e9;
        const auto before = [&](const std::vector<Referent>& referents) {
            return std::lower_bound(referents.begin(), referents.end(), w.span.begin,
                                    [](const Referent& r, std::uint32_t p) { return r.position < p; });
        };
        auto named = before(named_);
        auto remembered = before(remembered_);
        constexpr int most = 512;  // no reader keeps more in mind, and one sentence may hold any number
        for (int seen = 0; seen < most && (named != named_.begin() || remembered != remembered_.begin());
             ++seen) {
            const bool from_named =
                remembered == remembered_.begin() ||
                (named != named_.begin() && std::prev(named)->position > std::prev(remembered)->position);
            const auto r = from_named ? --named : --remembered;
            if (at.sentence - r->sentence > 10) break;
            if (!fits(*r)) continue;
            if (gender != Gender::unknown && r->gender != Gender::unknown && r->gender != gender) continue;
            double score = -1.0 * (at.sentence - r->sentence);
            score -= 0.3 * (paragraph - r->paragraph);
            if (r->subject) score += 1.2;
            if (has_spoken(*r)) score += 1.3;
            if (gender != Gender::unknown && r->gender == gender) score += 1.3;
            if (score > best_score) {
                best_score = score;
                best = &*r;
            }
        }
        return best;
    }

    // The entities that the article gives the office `role`, else one that WordNet takes for the same or that
    // is used alike: "the envoy" for an ambassador.
    [[nodiscard]] std::vector<std::uint32_t> holders_of(const std::string& role, std::size_t most) const {
        constexpr double least_likeness = 0.6;
        const auto first = [&](const std::set<std::uint32_t>& all) {
            const auto end = std::next(all.begin(), static_cast<std::ptrdiff_t>(std::min(most, all.size())));
            return std::vector<std::uint32_t>(all.begin(), end);
        };
        if (const auto same = holders_.find(role); same != holders_.end()) return first(same->second);
        const auto id = language::word_id(role);
        if (!id) return {};
        const std::set<std::uint32_t>* best = nullptr;
        double most_alike = 0;
        for (const std::string& other : offices_) {
            const auto other_id = language::word_id(other);
            if (!other_id || *other_id == *id) continue;
            double alike = language::likeness(*id, *other_id);
            if (related(*id, *other_id, language::WordRelation::synonym)) alike = 1;
            if (alike < least_likeness || alike <= most_alike) continue;
            most_alike = alike;
            best = &holders_.at(other);
        }
        return best != nullptr ? first(*best) : std::vector<std::uint32_t>{};
    }

    // "Ada Holm and Kofi Mensah said": who speaks together has one name.
    void with_others(WordRef head, const Tree& tree, Resolved& result) const {
        if (result.sieve != "name") return;
        std::string others;
        for (const std::uint32_t d : tree.dependents(head.word)) {
            if (tree.word(d).relation != Relation::conj || d < head.word) continue;
            // "and his deputy, Ada Holm"
            const std::uint32_t named = tree.dependent(d, {Relation::appos}).value_or(d);
            for (const Mention& m : mentions_in(head.sentence)) {
                const bool same_kind =
                    (m.type == EntityType::person) == (result.source.kind == SourceKind::person);
                const bool meant = (m.first <= d && d <= m.last) || (m.first <= named && named <= m.last);
                if (meant && same_kind && m.type != EntityType::place &&
                    document_.entities[m.entity].name != result.source.name)
                    others += " and " + document_.entities[m.entity].name;
            }
        }
        result.source.name += others;
    }
    [[nodiscard]] Resolved pronoun(WordRef head, const Word& w, int depth);
    [[nodiscard]] std::optional<Resolved> meant_by(WordRef pronoun, int depth);
    [[nodiscard]] std::optional<Resolved> spokesperson(WordRef head, const Tree& tree, int depth);
    [[nodiscard]] std::optional<Resolved> office(WordRef head, const Tree& tree) const;
    [[nodiscard]] std::optional<Resolved> named_later(WordRef head, const Tree& tree) const;
    // "analysts at Kessock Securities": experts that nobody counts speak for the house they work for.
    [[nodiscard]] std::optional<Resolved> house_of(WordRef head, const Tree& tree) const {
        static constexpr auto experts = std::to_array<std::string_view>(
            {"analyst", "economist", "forecaster", "researcher", "scientist", "staff", "strategist"});
        const std::string& lemma = tree.word(head.word).lemma;
        if (!std::ranges::binary_search(experts, lemma) ||
            (lemma != "staff" && tree.word(head.word).xpos != "NNS") ||
            tree.dependent(head.word, {Relation::nummod, Relation::det, Relation::nmod_poss}))
            return std::nullopt;
        for (const std::uint32_t d : tree.dependents(head.word)) {
            const auto at = tree.dependent(d, {Relation::case_});
            if (tree.word(d).relation != Relation::nmod || !at || tree.word(*at).lemma != "at") continue;
            const Mention* m = named({head.sentence, d});
            if (m != nullptr && m->type == EntityType::organisation)
                return Resolved{of_entity(*m), "house of experts"};
        }
        return std::nullopt;
    }
    // "the creamery": the body whose name ends so, "Alder & Finch Creamery".
    [[nodiscard]] std::optional<Resolved> called_by_noun(WordRef head, const std::string& lemma) const {
        const auto* r = antecedent(
            head,
            [&](const Referent& x) {
                if (x.kind != SourceKind::organisation && x.kind != SourceKind::media) return false;
                const std::string name = lower(x.name);
                const std::string last = name.substr(name.rfind(' ') + 1);
                return name.size() > last.size() && (last == lemma || last == lemma + "s");
            },
            Gender::unknown);
        if (!r) return std::nullopt;
        return Resolved{of_referent(*r), "body by its noun"};
    }
    [[nodiscard]] Resolved body(WordRef head, const Tree& tree, int depth);
    [[nodiscard]] std::string phrase_name(WordRef head, int depth);
    [[nodiscard]] std::string document_name(WordRef head, int depth);
    [[nodiscard]] std::string anonymous_name(WordRef head, int depth);
    [[nodiscard]] bool definite(const Tree& tree, std::uint32_t head) const {
        for (const std::uint32_t d : tree.dependents(head)) {
            const Word& w = tree.word(d);
            if (w.relation == Relation::nmod_poss) return true;
            if (w.relation == Relation::det && (w.lemma == "the" || w.lemma == "this" || w.lemma == "that" ||
                                                w.lemma == "these" || w.lemma == "those"))
                return true;
        }
        return false;
    }
    // By the noun with the one it is compounded with, where the table knows both together: "coast guard".
    [[nodiscard]] static NounKind kind_of(const Tree& tree, std::uint32_t head) {
        if (head > 0 && tree.word(head - 1).relation == Relation::compound) {
            const NounKind both = noun_kind(tree.word(head - 1).lemma + "-" + tree.word(head).lemma);
            if (both == NounKind::body || both == NounKind::media) return both;
        }
        return noun_kind(tree.word(head).lemma);
    }
    // "The 46-page report" may be one that was spoken of, "the firm's report" is another.
    [[nodiscard]] static bool belongs_to_somebody(const Tree& tree, std::uint32_t head) {
        return tree.dependent(head, {Relation::nmod, Relation::nmod_poss}).has_value();
    }
    [[nodiscard]] bool modified(const Tree& tree, std::uint32_t head) const {
        for (const std::uint32_t d : tree.dependents(head)) {
            const Relation r = tree.word(d).relation;
            if (r == Relation::compound || r == Relation::nmod || r == Relation::nmod_poss) return true;
            if (r == Relation::amod && tree.word(d).lemma != "same" && tree.word(d).lemma != "other")
                return true;
        }
        return false;
    }

    const Article& article_;
    const Document& document_;
    const Trees& trees_;
    std::vector<language::Antecedent> antecedents_;  // of pronouns, in order of the text
    std::vector<std::uint32_t> first_mention_;
    std::vector<std::set<std::string>> roles_;  // a set an entity: lemmas of the offices it is given
    std::unordered_map<std::string, std::set<std::uint32_t>> holders_;  // the entities of a role
    std::set<std::string> offices_;     // the roles of those that are titles or nouns for people in office
    std::string home_;                  // a country, or empty
    std::vector<Referent> named_;       // the mentions of names, by position
    std::vector<Referent> remembered_;  // the sources so far, by position
    std::unordered_set<std::string> spoken_;  // names that a pronoun stood for as a source
};

Resolved Resolver::pronoun(WordRef head, const Word& w, int depth) {
    const auto unresolved = [&](SourceKind kind, std::string_view sieve) {
        Resolved r;
        r.source.name = lower(w.span.of(article_.text));
        r.source.kind = kind;
        if (kind == SourceKind::anonymous) r.source.anonymity = Anonymity{};
        r.sieve = sieve;
        return r;
    };
    const bool person =
        w.lemma == "he" || w.lemma == "she" || w.lemma == "him" || w.lemma == "her" || w.lemma == "his";
    const bool it = w.lemma == "it" || w.lemma == "its";
    const bool they = w.lemma == "they" || w.lemma == "them" || w.lemma == "their";
    // (Several who speak are mostly unnamed, and said so when they spoke first.)
    if (person || it) {
        if (auto found = meant_by(head, depth)) {
            const SourceKind kind = found->source.kind;
            if (person == (kind == SourceKind::person || kind == SourceKind::anonymous)) return *found;
        }
    }
    if (person) {
        const auto* r = antecedent(
            head,
            [](const Referent& x) {
                return !x.plural && (x.kind == SourceKind::person || x.kind == SourceKind::anonymous);
            },
            w.lemma == "she" || w.lemma == "her" ? Gender::female : Gender::male);
        return r != nullptr ? Resolved{of_referent(*r), "pronoun"}
                            : unresolved(SourceKind::person, "pronoun without a person");
    }
    if (they || w.lemma == "one" || w.lemma == "both" || w.lemma == "another" || w.lemma == "other" ||
        w.lemma == "some") {
        const auto* r = antecedent(
            head, [&](const Referent& x) { return x.kind == SourceKind::anonymous && has_spoken(x); },
            Gender::unknown);
        if (!r)
            r = antecedent(
                head, [](const Referent& x) { return x.kind == SourceKind::organisation || x.plural; },
                Gender::unknown);
        return r != nullptr ? Resolved{of_referent(*r), "pronoun"}
                            : unresolved(SourceKind::anonymous, "pronoun without people");
    }
    if (w.lemma == "we" || w.lemma == "us" || w.lemma == "our" || w.lemma == "i") {
        Source s;
        s.name = article_.outlet;
        s.kind = SourceKind::media;
        return {s, "the outlet itself"};
    }
    const auto* r = antecedent(
        head,
        [](const Referent& x) {
            return !x.plural && (x.kind == SourceKind::organisation || x.kind == SourceKind::document ||
                                 x.kind == SourceKind::media);
        },
        Gender::unknown);
    return r != nullptr ? Resolved{of_referent(*r), "pronoun"}
                        : unresolved(SourceKind::organisation, "pronoun without a body");
}

// Whom or what a pronoun stands for, by its antecedent in the text.
std::optional<Resolved> Resolver::meant_by(WordRef pronoun, int depth) {
    const auto at = std::ranges::lower_bound(antecedents_, pronoun, {}, [](const language::Antecedent& a) {
        return WordRef{a.sentence, a.word};
    });
    if (at == antecedents_.end() || WordRef{at->sentence, at->word} != pronoun) return std::nullopt;
    if (at->entity)
        return Resolved{of_entity(document_.mentions[document_.entities[*at->entity].mentions.front()]),
                        "pronoun"};
    Resolved r = resolve({at->antecedent_sentence, at->antecedent_word}, depth + 1);
    r.sieve = "pronoun";
    return r;
}

// "a spokesman for X", "X's spokeswoman", "the company spokesman": the body spoken for.
std::optional<Resolved> Resolver::spokesperson(WordRef head, const Tree& tree, int depth) {
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Word& w = tree.word(d);
        if (w.relation != Relation::nmod && w.relation != Relation::nmod_poss &&
            w.relation != Relation::compound)
            continue;
        if (w.upos == Upos::adj) continue;
        Resolved behind = resolve({head.sentence, d}, depth + 1);
        if (behind.source.kind == SourceKind::person ||
            (behind.source.kind == SourceKind::anonymous && w.upos == Upos::pron)) {
            // Who speaks for a person is somebody whom the text does not name.
            behind.source.name = tree.word(head.word).lemma + " for " + behind.source.name;
            behind.source.kind = SourceKind::anonymous;
            behind.source.anonymity = anonymity_of(article_.text, tree, head.word);
            behind.source.description = std::string(phrase_of(head));
            behind.sieve = "spokesperson of a person";
            return behind;
        }
        if (behind.source.kind == SourceKind::anonymous || behind.source.kind == SourceKind::document) {
            behind.source.name = without_article(noun_phrase(tree, d).of(article_.text));
        }
        behind.source.kind = SourceKind::organisation;
        behind.source.anonymity.reset();
        behind.source.description = std::string(phrase_of(head));
        behind.sieve = "spokesperson";
        return behind;
    }
    if (!definite(tree, head.word)) {
        const auto* r = antecedent(
            head, [](const Referent& x) { return x.kind == SourceKind::organisation; }, Gender::unknown);
        if (r) {
            Source s = of_referent(*r);
            s.description = std::string(phrase_of(head));
            return Resolved{s, "spokesperson of the last body"};
        }
        return std::nullopt;
    }
    // "the spokesperson": the one who has spoken.
    const auto* r = antecedent(
        head, [&](const Referent& x) { return has_spoken(x) && noun_kind(x.head) == NounKind::spokesperson; },
        Gender::unknown);
    if (!r)
        r = antecedent(
            head, [](const Referent& x) { return x.kind == SourceKind::organisation; }, Gender::unknown);
    if (r) return Resolved{of_referent(*r), "spokesperson"};
    return std::nullopt;
}

// "Ghana's energy minister denied it", in the lead: the first full name that speaks behind it, and that the
// article gives no office, is the holder's.
std::optional<Resolved> Resolver::named_later(WordRef head, const Tree& tree) const {
    constexpr std::uint32_t last_of_lead = 1;  // paragraph
    constexpr std::uint32_t reach = 3;         // paragraphs
    const auto& sentences = document_.sentences;
    const std::uint32_t paragraph = sentences[head.sentence].paragraph;
    if (paragraph > last_of_lead) return std::nullopt;
    const Gender gender = word_gender(tree.word(head.word).lemma);
    for (std::uint32_t i = first_mention_[head.sentence + 1]; i < document_.mentions.size(); ++i) {
        const Mention& m = document_.mentions[i];
        if (sentences[m.sentence].paragraph > paragraph + reach) break;
        const NamedEntity& e = document_.entities[m.entity];
        const bool introduced = e.mentions.front() == i && e.name.find(' ') != std::string::npos;
        if (m.type != EntityType::person || !introduced || !roles_[m.entity].empty() ||
            (gender != Gender::unknown && e.gender != Gender::unknown && e.gender != gender))
            continue;
        const Tree& there = trees_[m.sentence];
        const Word& name = there.word(mention_head(there, m));
        if (name.relation != Relation::nsubj || name.head < 0 ||
            verb_cue(there.word(static_cast<std::uint32_t>(name.head)).lemma) == nullptr)
            continue;
        Source s;
        s.name = e.name;
        s.kind = SourceKind::person;
        s.description = without_article(phrase_of(head));
        return Resolved{s, "office named later"};
    }
    return std::nullopt;
}

// "the minister", "Ghana's energy minister": the person whom the article gives that office.
std::optional<Resolved> Resolver::office(WordRef head, const Tree& tree) const {
    const std::string lemma(spelled_out(tree.word(head.word).lemma));
    const std::uint32_t here = tree.word(head.word).span.begin;
    std::optional<std::size_t> best;
    double best_score = 0;
    constexpr std::size_t most = 512;  // no article has more; one that does shall not take for ever
    for (const std::uint32_t e : holders_of(lemma, most)) {
        if (document_.entities[e].type != EntityType::person) continue;
        const auto& roles = roles_[e];
        double score = 1;
        for (const std::uint32_t d : tree.dependents(head.word)) {
            const Relation r = tree.word(d).relation;
            if (r != Relation::compound && r != Relation::amod && r != Relation::nmod &&
                r != Relation::nmod_poss)
                continue;
            score += roles.contains(tree.word(d).lemma) ? 1.0 : -0.2;
        }
        // Nearer mentions weigh more; one that comes later may still give the name.
        const auto& mentions = document_.entities[e].mentions;
        const auto position = [&](std::uint32_t m) { return document_.mentions[m].span.begin; };
        const auto after = std::ranges::lower_bound(mentions, here, {}, position);
        std::uint32_t distance = UINT32_MAX;
        if (after != mentions.end()) distance = 2 * (position(*after) - here);
        if (after != mentions.begin()) distance = std::min(distance, here - position(*std::prev(after)));
        score += 1.0 / (1.0 + distance / 400.0);
        if (score > best_score) {
            best_score = score;
            best = e;
        }
    }
    if (!best || best_score < 0.8) return std::nullopt;
    Source s;
    s.name = document_.entities[*best].name;
    s.kind = SourceKind::person;
    s.description = document_.entities[*best].description;
    return Resolved{s, "office"};
}

// The phrase itself as a name, with a pronoun in it spelled out: "his office" → "Faisal Qureshi's office".
std::string Resolver::phrase_name(WordRef head, int depth) {
    const Tree& tree = trees_[head.sentence];
    const Span np = noun_phrase(tree, head.word);
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Word& w = tree.word(d);
        if (w.relation != Relation::nmod_poss || depth > 3) continue;
        if (w.upos == Upos::pron && w.span.begin == np.begin) {
            const Resolved owner = resolve({head.sentence, d}, depth + 1);
            return owner.source.name + "'s" + std::string(Span{w.span.end, np.end}.of(article_.text));
        }
        // "Pelham's results", "the firm's results": by the owner's whole name, where the text tells it.
        if (d + 1 >= tree.size() || tree.word(d + 1).xpos != "POS" || noun_phrase(tree, d).begin != np.begin)
            continue;
        const WordRef possessor{head.sentence, d};
        const Mention* m = named(possessor);
        std::string owner;
        if (m != nullptr && m->type != EntityType::place)
            owner = document_.entities[m->entity].name;
        else if (m == nullptr && w.upos == Upos::noun && !plural_noun(w) && definite(tree, d)) {
            const Source found = resolve(possessor, depth + 1).source;
            if (found.kind != SourceKind::person) owner = found.name;
        }
        if (owner.empty() || std::isupper(static_cast<unsigned char>(owner.front())) == 0) continue;
        return owner + "'s" + std::string(Span{tree.word(d + 1).span.end, np.end}.of(article_.text));
    }
    // "Bolivia's presidency" and "the Bolivian presidency" are one.
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Word& w = tree.word(d);
        if (w.relation != Relation::nmod_poss) continue;
        const bool home = w.lemma == "country" && definite(tree, d);
        if (!home && (w.upos != Upos::propn || w.span.begin != np.begin)) continue;
        const std::string people =
            language::adjective_of_country(home ? home_ : std::string(w.span.of(article_.text)));
        if (people.empty()) continue;
        std::uint32_t rest = w.span.end;
        if (d + 1 < tree.size() && tree.word(d + 1).xpos == "POS") rest = tree.word(d + 1).span.end;
        return people + std::string(Span{rest, np.end}.of(article_.text));
    }
    return without_article(np.of(article_.text));
}

// A document by who issued it, where the phrase names a body: "a preliminary report by the Fire Marshal" and
// "the Fire Marshal's preliminary report" are one.
std::string Resolver::document_name(WordRef head, int depth) {
    const Tree& tree = trees_[head.sentence];
    std::string plain = phrase_name(head, depth);
    std::uint32_t first = head.word;
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Relation r = tree.word(d).relation;
        if (r == Relation::nmod_poss) return plain;
        if (d < first && (r == Relation::amod || r == Relation::compound)) first = tree.subtree(d).front();
    }
    const Span phrase{tree.word(first).span.begin, tree.word(head.word).span.end};
    // Who stands behind "by", "from" or "of", also of a participle: "released on Tuesday by the Fire
    // Marshal".
    for (const std::uint32_t i : tree.subtree(head.word)) {
        if (i < head.word || tree.word(i).relation != Relation::case_ || tree.word(i).head < 0) continue;
        const std::string& p = tree.word(i).lemma;
        if (p != "by" && p != "from" && p != "of") continue;
        const auto issuer = static_cast<std::uint32_t>(tree.word(i).head);
        for (const Mention& m : mentions_in(head.sentence)) {
            if (m.first > issuer || issuer > m.last) continue;
            // An outlet has got hold of it.
            if ((m.type != EntityType::organisation && m.type != EntityType::person) ||
                is_media_name(document_.entities[m.entity].name))
                continue;
            return document_.entities[m.entity].name + " " + std::string(phrase.of(article_.text));
        }
    }
    // "a notice posted on its website", "a ledger that the fund keeps": without what is told of it.
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Relation r = tree.word(d).relation;
        if (d < head.word || (r != Relation::acl && r != Relation::acl_relcl)) continue;
        const Span np = noun_phrase(tree, head.word);
        const std::uint32_t begin = tree.word(tree.subtree(d).front()).span.begin;
        if (begin <= np.begin || begin >= np.end) continue;
        const std::string_view told = Span{begin, np.end}.of(article_.text);
        if (plain.ends_with(told)) plain.resize(plain.size() - told.size());
        break;
    }
    while (plain.ends_with(' ') || plain.ends_with(','))
        plain.pop_back();
    return plain;
}

// Unnamed people by their own words: "three officials"; whose they are by name: "Nusawing's insurers" for
// "its insurers". Where they were spoken to is not who they are: "officials here".
std::string Resolver::anonymous_name(WordRef head, int depth) {
    const Tree& tree = trees_[head.sentence];
    const Span np = noun_phrase(tree, head.word);
    for (const std::uint32_t d : tree.dependents(head.word)) {
        const Word& w = tree.word(d);
        if (w.relation != Relation::nmod_poss || w.upos != Upos::pron || w.span.begin != np.begin) continue;
        std::string of_owner = phrase_name(head, depth);
        if (!of_owner.empty() && std::isupper(static_cast<unsigned char>(of_owner.front())) != 0)
            return of_owner;
    }
    std::string name = lower(np.of(article_.text));
    for (const std::string_view place : {" here", " there"}) {
        if (name.ends_with(place)) name.resize(name.size() - place.size());
    }
    return name;
}

Resolved Resolver::body(WordRef head, const Tree& tree, int depth) {
    const std::string& lemma = tree.word(head.word).lemma;
    Source s;
    s.kind = noun_kind(lemma) == NounKind::media ? SourceKind::media : SourceKind::organisation;
    if (lemma == "newspaper" || lemma == "paper" || lemma == "website" || lemma == "magazine") {
        for (const std::uint32_t d : tree.dependents(head.word)) {
            if (tree.word(d).lemma == "this") {
                s.name = article_.outlet;
                s.kind = SourceKind::media;
                return {s, "the outlet itself"};
            }
        }
    }
    if (lemma == "government" && definite(tree, head.word)) {
        if (const auto g = government(tree, head.word)) return {*g, "government"};
    }
    if (definite(tree, head.word) && !modified(tree, head.word)) {
        // "the ministry": the body whose name or description has that word, or that was called so before.
        const auto has_word = [&](const Referent& x) {
            return (x.kind == SourceKind::organisation || x.kind == SourceKind::media) &&
                   (x.head == lemma || holds_word(x.name, lemma) || holds_word(x.description, lemma));
        };
        const auto* r = antecedent(head, has_word, Gender::unknown);
        // "The company", "the club" may be any body but one that is called another thing by its name.
        const auto may_be_meant = [&](const Referent& x) {
            const bool named = !x.name.empty() && x.name.front() >= 'A' && x.name.front() <= 'Z';
            return x.kind == s.kind && named && !x.name.starts_with("Government of ") &&
                   !called_otherwise(x.name, lemma);
        };
        const bool of_state = is_organ_of_state(lemma);
        if (r == nullptr && !of_state)
            r = antecedent(
                head,
                [&](const Referent& x) {
                    return may_be_meant(x) &&
                           (s.kind != SourceKind::organisation || has_spoken(x) || x.subject);
                },
                Gender::unknown);
        if (r == nullptr && !of_state) r = antecedent(head, may_be_meant, Gender::unknown);
        if (r) return {of_referent(*r), "body"};
    }
    s.name = phrase_name(head, depth);
    return {s, "body by its own words"};
}

Resolved Resolver::resolve(WordRef head, int depth) {
    const Tree& tree = trees_[head.sentence];
    // "Tory MP Sir Rupert Gascoyne": two subjects side by side are one.
    const std::uint32_t first_subject = head.word;
    for (std::uint32_t next = head.word + 1; next < tree.size(); ++next) {
        const Word& there = tree.word(next);
        if (there.upos == Upos::punct || there.upos == Upos::verb) break;
        if (there.head == tree.word(first_subject).head && there.upos == Upos::propn &&
            there.relation == Relation::nsubj && tree.word(first_subject).relation == Relation::nsubj)
            head.word = next;
    }
    // "economist Gil Aranda", who stands for himself whatever hangs on his title.
    if (tree.word(head.word).relation == Relation::nmod_desc &&
        tree.word(head.word).head > static_cast<std::int32_t>(head.word))
        head.word = static_cast<std::uint32_t>(tree.word(head.word).head);
    const Word& w = tree.word(head.word);
    const Span np = noun_phrase(tree, head.word);
    Resolved result;
    if (const Mention* m = named(head)) {
        result = {of_entity(*m), "name"};
        if (m->type != EntityType::person && m->first > head.word && !plural_noun(w) &&
            kind_of(tree, head.word) != NounKind::body && is_office(tree, head.word))
            result.source.kind = SourceKind::person;
    } else if (w.upos == Upos::pron && depth < 4) {
        result = pronoun(head, w, depth);
    } else {
        const NounKind kind = kind_of(tree, head.word);
        const bool plural = plural_noun(w);
        const bool is_definite = definite(tree, head.word);
        const auto anonymous = [&](std::string_view sieve) {
            Resolved r;
            r.source.name = anonymous_name(head, depth);
            r.source.kind = SourceKind::anonymous;
            r.source.anonymity = anonymity_of(article_.text, tree, head.word);
            r.sieve = sieve;
            return r;
        };
        const auto last_unnamed = [&]() -> std::optional<Resolved> {
            const auto* r = antecedent(
                head, [&](const Referent& x) { return x.kind == SourceKind::anonymous && has_spoken(x); },
                Gender::unknown);
            if (!r) return std::nullopt;
            return Resolved{of_referent(*r), "unnamed source again"};
        };
        std::optional<Resolved> found = house_of(head, tree);
        if (found) return *found;
        switch (kind) {
            case NounKind::spokesperson:
                if (depth < 4 && !plural) found = spokesperson(head, tree, depth);
                if (!found) found = anonymous("unnamed spokesperson");
                break;
            case NounKind::document: {
                if (is_definite && !belongs_to_somebody(tree, head.word)) {
                    const auto* r = antecedent(
                        head,
                        [&](const Referent& x) {
                            return x.kind == SourceKind::document &&
                                   (x.head == w.lemma || holds_word(x.name, w.lemma));
                        },
                        Gender::unknown);
                    if (!r)
                        r = antecedent(
                            head,
                            [&](const Referent& x) {
                                return x.kind == SourceKind::document && used_alike(x.head, w.lemma);
                            },
                            Gender::unknown);
                    if (r) found = Resolved{of_referent(*r), "document again"};
                }
                if (!found) {
                    Source s;
                    s.name = document_name(head, depth);
                    s.kind = SourceKind::document;
                    found = Resolved{s, "document"};
                }
                break;
            }
            case NounKind::body:
            case NounKind::media:
                // "authorities", "companies": nobody in particular.
                if (plural && !is_definite && w.upos == Upos::noun && !modified(tree, head.word) &&
                    !is_organ_of_state(w.lemma)) {
                    found = anonymous("unnamed bodies");
                    break;
                }
                found = depth < 4 ? body(head, tree, depth) : anonymous("unnamed body");
                break;
            case NounKind::role:
                if (!plural) {
                    const bool bare = tree.dependent(head.word, {Relation::det}) == std::nullopt;
                    if (is_definite || bare || w.upos == Upos::propn) {
                        found = office(head, tree);
                        if (!found) found = named_later(head, tree);
                    }
                    if (!found && is_definite) {
                        if (auto r = last_unnamed(); r && r->source.name.find(w.lemma) != std::string::npos)
                            found = r;
                    }
                }
                if (!found) found = anonymous("unnamed holder of an office");
                break;
            case NounKind::people:
            case NounKind::unknown:
                if (kind == NounKind::people && is_definite) {
                    // "the official", "the same sources": one who has spoken.
                    if (auto r = last_unnamed(); r && (!modified(tree, head.word) ||
                                                       r->source.name.find(w.lemma) != std::string::npos))
                        found = r;
                }
                if (!found && kind == NounKind::people && is_definite && !plural) found = office(head, tree);
                if (!found && (w.upos == Upos::num || w.lemma == "one" || w.lemma == "other" ||
                               w.lemma == "another" || w.lemma == "some"))
                    found = last_unnamed();
                // "the Centre", as India calls its government; "the Egyptians".
                if (!found && is_definite && !modified(tree, head.word) &&
                    std::isupper(static_cast<unsigned char>(w.span.of(article_.text).front())) != 0) {
                    if (const auto country = language::country_of_people(w.span.of(article_.text)))
                        found = Resolved{government_of(*country), "government"};
                    else if (w.lemma == "centre" && home_ == "India")
                        found = Resolved{government_of(home_), "government"};
                }
                if (!found && w.upos == Upos::propn) {
                    Source s;
                    s.name = without_article(np.of(article_.text));
                    if (is_own_name(s.name)) s.name = article_.outlet;
                    s.kind = is_media_name(s.name) ? SourceKind::media : SourceKind::organisation;
                    found = Resolved{s, "capitalised"};
                }
                if (!found && is_definite && kind == NounKind::unknown) found = office(head, tree);
                if (!found && is_definite && !modified(tree, head.word))
                    found = called_by_noun(head, w.lemma);
                if (!found) found = anonymous("unnamed");
                break;
        }
        result = std::move(*found);
    }
    if (depth == 0) {
        result.source.span = np;
        with_others(head, tree, result);
    }
    return result;
}

}  // namespace

std::vector<Resolved> resolve_sources(const Article& article, const Document& document, const Trees& trees,
                                      const std::vector<Attribution>& attributions) {
    Resolver resolver(article, document, trees, language::resolve_pronouns(article.text, document));
    std::vector<std::size_t> order;
    std::vector<Resolved> resolved(attributions.size());
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        if (attributions[i].source) {
            order.push_back(i);
            continue;
        }
        Source& s = resolved[i].source;
        if (!article.outlet.empty()) {
            // "is understood to", "was told": the outlet says so, and does not tell from whom it has it.
            s.kind = SourceKind::media;
            s.name = article.outlet;
            resolved[i].sieve = "the outlet itself";
            continue;
        }
        // Of no outlet: people speak, and are not named.
        s.kind = SourceKind::anonymous;
        s.name = "unnamed sources";
        s.anonymity = Anonymity{};
        resolved[i].sieve = "no source named";
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return *attributions[a].source < *attributions[b].source;
    });
    std::optional<WordRef> last;
    std::size_t last_index = 0;
    for (const std::size_t i : order) {
        if (last == attributions[i].source) {
            resolved[i] = resolved[last_index];
        } else {
            resolved[i] = resolver.resolve(*attributions[i].source);
            resolver.remember(*attributions[i].source, resolved[i].source);
        }
        last = attributions[i].source;
        last_index = i;
    }
    return resolved;
}

Recipient name_recipient(const Article& article, const Document& document, const Trees& trees, WordRef head) {
    const Span np = noun_phrase(trees[head.sentence], head.word);
    Recipient r{np, without_article(np.of(article.text))};
    const auto& mentions = document.mentions;
    for (auto m = std::ranges::lower_bound(mentions, head.sentence, {}, &Mention::sentence);
         m != mentions.end() && m->sentence == head.sentence; ++m) {
        if (m->first <= head.word && head.word <= m->last) r.name = document.entities[m->entity].name;
    }
    return r;
}

}  // namespace whosaid::attribution
