#include "core/language/name_spans.hpp"

#include "core/language/nouns.hpp"
#include "core/language/time_words.hpp"
#include "core/language/words.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace whosaid::language {
namespace {

class Shaper {
  public:
    Shaper(std::string_view text, const Sentence& sentence) : text_(text), words_(sentence.words) {}

    // `taken`: the first word that belongs to no earlier name. False: this is no name.
    [[nodiscard]] bool shape(Mention& m, std::uint32_t taken) const {
        for (std::uint32_t i = m.first; i <= m.last; ++i) {
            if (form(i).ends_with('$')) return false;  // "US$": money
        }
        if (!behind_titles(m)) return false;
        over_hyphens(m, taken);
        without_roles(m);
        over_neighbours(m, taken);
        if (m.type != EntityType::person && m.type != EntityType::place) over_body(m, taken);
        if (m.type == EntityType::person && m.last > m.first && !hyphenated(m.last) &&
            is_company_word(text::lower(form(m.last))))
            m.type = EntityType::organisation;
        as_dateline(m);
        m.span = {words_[m.first].span.begin, words_[m.last].span.end};
        return true;
    }

    // "Egypt's ambassador to India Hisham Nawar": a known place and, from the word returned on, a name of
    // which no word is known.
    [[nodiscard]] std::optional<std::uint32_t> name_behind_place(const Mention& m) const {
        if (m.type != EntityType::place || m.last < m.first + 2) return std::nullopt;
        const auto known = [&](std::uint32_t i) { return word_id(text::lower(form(i))).has_value(); };
        if (!known(m.first) || adjacent(m.first)) return std::nullopt;
        for (std::uint32_t i = m.first + 1; i <= m.last; ++i) {
            if (!capital(i) || (known(i) && form(i).size() > 2)) return std::nullopt;
        }
        return m.first + 1;
    }

    // Whether the parser has joined word `i` to the name before it.
    [[nodiscard]] bool joined(std::uint32_t i, const Mention& before) const {
        const auto head = words_[i].head;
        return words_[i].relation == Relation::flat && head >= static_cast<std::int32_t>(before.first) &&
               head <= static_cast<std::int32_t>(before.last);
    }

    // Names that the tagger missed among the words [from, to): behind a role or title, or whose words the
    // parser has joined as those of a name.
    void find_missed(std::uint32_t index, std::uint32_t from, std::uint32_t to,
                     std::vector<Mention>& out) const {
        for (std::uint32_t i = from; i < to; ++i) {
            // "Alder & Finch Creamery": the sign joins the names of firms.
            if (i + 2 < to && form(i + 1) == "&" && named_noun(i) && named_noun(i + 2)) {
                std::uint32_t last = i + 2;
                while (last + 1 < to && named_noun(last + 1) && !adjacent(last))
                    ++last;
                out.push_back({{words_[i].span.begin, words_[last].span.end},
                               index,
                               i,
                               last,
                               EntityType::organisation,
                               0});
                i = last;
                continue;
            }
            const bool shouted = words_[i].upos == Upos::noun && all_capitals(i);
            if ((!proper(i) && !shouted) || role(i) || form(i).ends_with('$')) continue;
            const std::uint32_t last = end_of_run(i, to);
            bool joined = words_[i].relation == Relation::appos || words_[i].relation == Relation::flat;
            for (std::uint32_t w = i + 1; w <= last; ++w)
                joined = joined || words_[w].relation == Relation::flat;
            const bool told = i > 0 && role(i - 1);
            bool of_body = false;
            for (std::uint32_t w = i; w <= last; ++w)
                of_body = of_body || body(w);
            const bool acronym = last == i && all_capitals(i) && i > 0 && text::lower(form(i - 1)) == "the";
            if (acronym) out.push_back({words_[i].span, index, i, i, EntityType::organisation, 0});
            if (last > i && (told || joined)) {
                Mention m{
                    {words_[i].span.begin, words_[last].span.end}, index, i, last, EntityType::person, 0};
                if (of_body) m.type = EntityType::organisation;
                out.push_back(m);
            }
            i = last;
        }
    }

  private:
    [[nodiscard]] std::string_view form(std::uint32_t i) const { return words_[i].span.of(text_); }
    [[nodiscard]] bool capital(std::uint32_t i) const {
        return text::is_upper(text::character_at(text_, words_[i].span.begin).value);
    }
    [[nodiscard]] bool adjacent(std::uint32_t i) const {  // to the word behind it, no blank between
        return i + 1 < words_.size() && words_[i].span.end == words_[i + 1].span.begin;
    }
    [[nodiscard]] bool hyphen(std::uint32_t i) const {
        return form(i).size() <= 3 && text::is_hyphen(text::character_at(text_, words_[i].span.begin).value);
    }
    [[nodiscard]] bool proper(std::uint32_t i) const { return words_[i].upos == Upos::propn && capital(i); }
    [[nodiscard]] bool named_noun(std::uint32_t i) const {
        return capital(i) && (words_[i].upos == Upos::propn || words_[i].upos == Upos::noun);
    }
    [[nodiscard]] NounKind kind(std::uint32_t i) const { return noun_kind(text::lower(form(i))); }
    // Of "Sheikh-Dawood" no part is a title.
    [[nodiscard]] bool hyphenated(std::uint32_t i) const {
        return (adjacent(i) && hyphen(i + 1)) || (i > 0 && adjacent(i - 1) && hyphen(i - 1));
    }
    [[nodiscard]] bool role(std::uint32_t i) const {
        if (hyphenated(i)) return false;
        const std::string low = text::lower(form(i));
        const NounKind of = capital(i) ? capitalised_noun_kind(low) : noun_kind(low);
        return of == NounKind::role || of == NounKind::spokesperson ||
               is_title(low.ends_with('.') ? low.substr(0, low.size() - 1) : low);
    }
    [[nodiscard]] bool body(std::uint32_t i) const {
        const NounKind of = kind(i);
        return of == NounKind::body || of == NounKind::media;
    }

    [[nodiscard]] bool all_capitals(std::uint32_t i) const {
        const std::string_view w = form(i);
        return w.size() > 1 && w.size() < 7 &&
               std::all_of(w.begin(), w.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    // The last of the capitalised words from `i` on that make one name, hyphens and particles ("van Dorrel")
    // between them.
    [[nodiscard]] std::uint32_t end_of_run(std::uint32_t i, std::uint32_t to) const {
        static constexpr auto particles =
            std::to_array<std::string_view>({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du",
                                             "el", "ibn", "la", "le", "van", "von"});
        std::uint32_t last = i;
        while (last + 1 < to) {
            std::uint32_t next = last + 1;
            const bool between =
                hyphen(next) || std::binary_search(particles.begin(), particles.end(), form(next));
            if (between) ++next;
            if (next >= to || !proper(next) || role(next)) break;
            last = next;
        }
        return last;
    }

    void over_hyphens(Mention& m, std::uint32_t taken) const {
        while (m.last + 2 < words_.size() && adjacent(m.last) && hyphen(m.last + 1) && adjacent(m.last + 1) &&
               capital(m.last + 2))
            m.last += 2;
        while (m.first >= taken + 2 && adjacent(m.first - 1) && hyphen(m.first - 1) &&
               adjacent(m.first - 2) && capital(m.first - 2))
            m.first -= 2;
    }

    // Behind its last role or title: "Opposition MP Sitali Lubasi" names Sitali Lubasi. "Minister of Health"
    // is an office, "Chief Press Office" a body: there the mention stays.
    void without_roles(Mention& m) const {
        std::uint32_t name = m.first;
        for (std::uint32_t i = m.first; i < m.last; ++i) {
            // A sentence opens with a capital: "Resident Maureen Stobbs".
            if (role(i) || (i == 0 && kind(i) == NounKind::people)) name = i + 1;
        }
        bool names_person = name > m.first;
        for (std::uint32_t i = name; i <= m.last; ++i)
            names_person =
                names_person && (capital(i) || hyphen(i)) && !body(i) && kind(i) != NounKind::document;
        if (!names_person) return;
        m.first = name;
        m.type = EntityType::person;
    }

    // "Mrs" of "Mrs Justice Odette Farncombe", "State Fire Marshal" of "State Fire Marshal Gwen Tarrasch":
    // the name follows. Titles alone name nobody; false where no name follows them.
    [[nodiscard]] bool behind_titles(Mention& m) const {
        bool titles_alone = true;
        for (std::uint32_t i = m.first; i <= m.last; ++i)
            titles_alone = titles_alone && (role(i) || kind(i) == NounKind::people);
        if (!titles_alone && !(role(m.last) && m.last + 1 < words_.size() && proper(m.last + 1) &&
                               !adjacent(m.last) && !body(m.last + 1)))
            return true;
        std::uint32_t name = m.last + 1;
        const auto limit = static_cast<std::uint32_t>(words_.size());
        while (name < limit && role(name))
            ++name;
        if (name >= limit || !proper(name)) return false;
        m.first = name;
        m.last = end_of_run(name, limit);
        m.type = EntityType::person;
        return true;
    }

    void over_neighbours(Mention& m, std::uint32_t taken) const {
        const auto part_of_name = [&](std::uint32_t i) { return proper(i) && !role(i); };
        while (m.last + 1 < words_.size() && !adjacent(m.last) && part_of_name(m.last + 1) &&
               words_[m.last + 1].xpos != "NNPS") {
            if (m.type == EntityType::place && !body(m.last + 1)) break;  // "Nairobi Mayor", "Accra Tuesday"
            ++m.last;
            if (body(m.last)) m.type = EntityType::organisation;
            over_hyphens(m, taken);
        }
        // "Alder & Finch Creamery", over earlier mentions too, which were parts of it.
        std::uint32_t first = m.first;
        while (first > 1 && named_noun(first - 1) && !adjacent(first - 1) && !role(first - 1))
            --first;
        if (first >= 2 && form(first - 1) == "&" && named_noun(first - 2)) {
            m.first = first - 2;
            m.type = EntityType::organisation;
        }
    }

    // "of", "for", "and" between capitalised words, with "the": "Centers for Disease Control and Prevention".
    void over_body(Mention& m, std::uint32_t taken) const {
        const auto link = [&](std::uint32_t i) {
            const std::string low = text::lower(form(i));
            return low == "of" || low == "for" || low == "and" || low == "&" || low == "on";
        };
        bool linked = false;
        for (std::uint32_t i = m.first; i < m.last; ++i)
            linked = linked || link(i);
        while (m.last + 2 < words_.size() && link(m.last + 1)) {
            const bool joins = text::lower(form(m.last + 1)) == "and" || form(m.last + 1) == "&";
            if (!joins && !has_body(m)) break;
            std::uint32_t next = m.last + 2;
            if (text::lower(form(next)) == "the" && next + 1 < words_.size()) ++next;
            if (form(m.last + 1) == "on" && time_word(text::lower(form(next))).kind != TimeWordKind::none)
                break;  // "... University on Wednesday"
            if (!capital(next) || words_[next].upos == Upos::pron || (joins && role(next))) break;
            std::uint32_t last = next;
            while (last + 1 < words_.size() && capital(last + 1) && words_[last + 1].upos != Upos::punct &&
                   !adjacent(last))
                ++last;
            // "and" carries a name on inside one ("Ministry of Agriculture and Markets") and up to its noun
            // ("Food and Drug Administration"), but not from one body to the next.
            const bool to_noun = body(last) && !has_body(m);
            if (joins && !to_noun && !(linked && !body(last))) break;
            m.last = last;
            linked = true;
            m.type = EntityType::organisation;
        }
        // "International Vaulting Federation": adjectives, where a capital says more than at a sentence's
        // beginning.
        while (m.first > taken && m.first > 1 && !adjacent(m.first - 1) && capital(m.first - 1) &&
               words_[m.first - 1].upos == Upos::adj && has_body(m))
            --m.first;
        // "the Food and Drug Administration": capitalised before "and" behind an article.
        if (m.first >= taken + 3 && body(m.last) && text::lower(form(m.first - 1)) == "and" &&
            capital(m.first - 2) && text::lower(form(m.first - 3)) == "the")
            m.first -= 2;
    }
    [[nodiscard]] bool has_body(const Mention& m) const {
        for (std::uint32_t i = m.first; i <= m.last; ++i) {
            if (body(i)) return true;
        }
        return false;
    }

    // At the beginning of a paragraph, in capitals, before a dash, a colon or the agency in brackets.
    void as_dateline(Mention& m) const {
        if (m.first != 0 || m.last + 1 >= words_.size()) return;
        const std::string_view next = form(m.last + 1);
        const bool marked = next == "(" || next == ":" || next == "," ||
                            text::is_dash(text::character_at(text_, words_[m.last + 1].span.begin).value);
        bool capitals = marked;
        for (std::uint32_t i = m.first; i <= m.last; ++i) {
            const std::string_view w = form(i);
            capitals = capitals && w.size() > 2 &&
                       std::none_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        }
        if (capitals) m.type = EntityType::place;
    }

    std::string_view text_;
    const std::vector<Word>& words_;
};

}  // namespace

void shape_names(std::string_view text, Document& document) {
    std::vector<Mention> shaped;
    auto next = document.mentions.begin();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Shaper shaper(text, document.sentences[s]);
        std::uint32_t taken = 0;  // the first word behind the last name
        for (; next != document.mentions.end() && next->sentence == s; ++next) {
            if (next->first < taken) {  // an earlier name has grown over its beginning
                if (next->last >= taken) {
                    shaped.back().last = next->last;
                    shaped.back().span.end = next->span.end;
                    taken = next->last + 1;
                }
                continue;
            }
            Mention m = *next;
            if (const auto name = shaper.name_behind_place(m)) {
                Mention place = m;
                place.last = *name - 1;
                if (shaper.shape(place, taken)) {
                    shaper.find_missed(s, taken, place.first, shaped);
                    shaped.push_back(place);
                    taken = place.last + 1;
                }
                m.first = *name;
                m.type = EntityType::person;
            }
            if (!shaper.shape(m, taken)) continue;
            while (!shaped.empty() && shaped.back().sentence == s && shaped.back().last >= m.first)
                shaped.pop_back();
            // "Hisham" and "Nawar", one after the other and joined by the parser, are one name.
            const bool goes_on = !shaped.empty() && shaped.back().sentence == s && m.first == taken &&
                                 shaper.joined(m.first, shaped.back());
            if (goes_on) {
                shaped.back().last = m.last;
                shaped.back().span.end = m.span.end;
                if (shaped.back().type == EntityType::place) shaped.back().type = m.type;
                taken = m.last + 1;
                continue;
            }
            shaper.find_missed(s, taken, m.first, shaped);
            shaped.push_back(m);
            taken = m.last + 1;
        }
        shaper.find_missed(s, taken, static_cast<std::uint32_t>(document.sentences[s].words.size()), shaped);
    }
    document.mentions = std::move(shaped);
}

}  // namespace whosaid::language
