#include "core/corroboration/origin.hpp"

#include "core/corroboration/credits.hpp"
#include "core/corroboration/words.hpp"
#include "core/language/nouns.hpp"
#include "core/language/words.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace whosaid::corroboration {
namespace {

using language::NounKind;
using language::WordRelation;

// Words of a name that tell nobody apart.
constexpr auto empty_words =
    std::to_array<std::string_view>({"a", "an", "and", "at", "by", "for", "from", "in", "its", "of",
                                     "official", "officials", "on", "s", "the", "to"});
// What stands for unnamed people met before in the same article: "one of them", "the other", "the sources".
constexpr auto recalling_words = std::to_array<std::string_view>(
    {"another", "he",     "him",     "one",  "other",  "others", "people", "person",
     "she",     "source", "sources", "them", "they",   "two",    "three",  "four",
     "several", "some",   "who",     "both", "second", "first",  "third"});

// Offices whose holders' words are those of the body they lead.
constexpr auto leading_offices = std::to_array<std::string_view>(
    {"ceo",       "chair",        "chairman",  "chairperson", "chairwoman", "chancellor", "chief",
     "commander", "commissioner", "director",  "governor",    "head",       "leader",     "mayor",
     "minister",  "premier",      "president", "principal",   "rector",     "secretary"});
constexpr auto governing_offices =
    std::to_array<std::string_view>({"chancellor", "minister", "premier", "president"});
// What else stands in the names of offices, and tells no body.
constexpr auto words_of_office =
    std::to_array<std::string_view>({"acting", "chief", "deputy", "executive", "first", "former", "general",
                                     "head", "managing", "mr", "mrs", "new", "prime", "state", "vice"});
constexpr auto words_of_government =
    std::to_array<std::string_view>({"administration", "cabinet", "government", "ministry", "presidency"});

bool one_of(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    for (PlainWord& word : plain_words(name, {0, static_cast<std::uint32_t>(name.size())})) {
        std::string& folded = word.folded;
        if (folded.size() > 2 && folded.ends_with("s") &&
            name.substr(word.span.begin, word.span.size()).find('\'') != std::string_view::npos)
            folded.pop_back();  // "Egypt's": plain_words joins the clitic
        if (!one_of(empty_words, folded)) words.push_back(std::move(folded));
    }
    return words;
}

// The body that a spokesperson speaks for, by their description: "external affairs ministry spokeswoman",
// "spokesman for the Egyptian President". Empty: no spokesperson.
std::vector<std::string> spoken_for(const Source& source) {
    std::vector<std::string> words = name_words(source.description);
    const auto speaks = [](const std::string& word) {
        return language::noun_kind(word) == NounKind::spokesperson;
    };
    if (std::none_of(words.begin(), words.end(), speaks)) return {};
    std::erase_if(words, speaks);
    return words;
}

// The body that somebody leads, by their description: "director general of the rescue service". Empty: they
// lead none, or it is not told.
std::vector<std::string> led_by(const Source& source, bool& governs) {
    std::vector<std::string> words = name_words(source.description);
    const auto leads = [](const std::string& word) { return one_of(leading_offices, word); };
    if (std::none_of(words.begin(), words.end(), leads) ||
        std::find(words.begin(), words.end(), "former") != words.end())
        return {};
    governs = std::any_of(words.begin(), words.end(),
                          [](const std::string& word) { return one_of(governing_offices, word); });
    std::erase_if(words,
                  [&](const std::string& word) { return leads(word) || one_of(words_of_office, word); });
    return words;
}

// Two words of bodies' names that mean the same: Egypt and Egyptian, president and presidency, foreign and
// external are not.
bool same_word(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto x = language::word_id(a);
    const auto y = language::word_id(b);
    return x && y &&
           (related(*x, *y, WordRelation::derivation) || related(*x, *y, WordRelation::part_of) ||
            related(*y, *x, WordRelation::part_of));
}

bool contains(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
    return !shorter.empty() && std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
        return std::any_of(longer.begin(), longer.end(),
                           [&](const std::string& other) { return same_word(word, other); });
    });
}

bool same_body(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return a.size() <= b.size() ? contains(b, a) : contains(a, b);
}

bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return false;
    if (a.back() != b.back()) return false;
    // A surname of several words: "Okello-Banda" and "Ruta Okello-Banda".
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) return true;
    // Two full names with another beginning are two people: "Amina Okello", "Ruta Okello".
    return a.size() == 1 || b.size() == 1 || a.front().front() == b.front().front();
}

// Whether the person leads the body.
bool speaks_for(const Origin& person, const Origin& body) {
    const bool government = std::find(body.words.begin(), body.words.end(), "government") != body.words.end();
    if (person.governs && government && person.article == body.article) return true;
    if (!contains(body.words, person.leads)) return false;
    // "The force's director general" leads the National Rescue Force; but not everything that is Bolivian is
    // led by the president of Bolivia.
    const bool by_kind = std::any_of(person.leads.begin(), person.leads.end(), [](const std::string& word) {
        return language::noun_kind(word) == NounKind::body;
    });
    std::vector<std::string> rest = body.words;
    std::erase_if(rest, [](const std::string& word) { return one_of(words_of_government, word); });
    return by_kind || rest.empty() || contains(person.leads, rest);
}

// Whether what is not known for a person is named by their surname alone, or a document by its author:
// "Okello", "Okello's report".
bool bears_surname(const Origin& other, const Origin& person) {
    if (person.words.empty() || other.words.empty()) return false;
    const std::string& surname = person.words.back();
    if (other.kind == SourceKind::organisation) return other.words.size() == 1 && other.words[0] == surname;
    return other.kind == SourceKind::document && other.words.size() > 1 &&
           std::find(other.words.begin(), other.words.end(), surname) != other.words.end();
}

bool recalls(const Origin& origin) {
    return std::all_of(origin.words.begin(), origin.words.end(),
                       [](const std::string& word) { return one_of(recalling_words, word); });
}

// The agency that a credit line or dateline names, where it is another house than the outlet.
std::string credited_agency(const Article& article) {
    const Credits found = credits(article.text);
    for (const std::string& agency : found.agencies) {
        const bool noticed = std::any_of(found.notices.begin(), found.notices.end(), [&](Span notice) {
            return notice.of(article.text).find(agency) != std::string_view::npos;
        });
        if (noticed && outlet_key(agency) != outlet_key(article.outlet)) return agency;
    }
    return {};
}

// The key of the outlet, or of the first of its house: outlets of one publisher have one key.
std::string house_key(const std::string& outlet, const Desk& desk) {
    std::string key = outlet_key(outlet);
    for (const Publisher& publisher : desk.publishers) {
        const auto same = [&](const std::string& other) { return outlet_key(other) == key; };
        if (!key.empty() && std::any_of(publisher.outlets.begin(), publisher.outlets.end(), same))
            return outlet_key(publisher.outlets.front());
    }
    return key;
}

// The desk's source whose name has these words. Their order tells nothing ("Energy Ministry", "Ministry of
// Energy"), but all must be there: one name in part may be another's.
std::optional<std::size_t> known_source(std::vector<std::string> words, const Desk& desk) {
    if (words.empty()) return std::nullopt;
    std::sort(words.begin(), words.end());
    const auto same = [&](const std::string& name) {
        std::vector<std::string> its = name_words(name);
        std::sort(its.begin(), its.end());
        return its == words;
    };
    for (std::size_t i = 0; i < desk.sources.size(); ++i) {
        const DeskSource& source = desk.sources[i];
        if (same(source.name) || std::any_of(source.aliases.begin(), source.aliases.end(), same)) return i;
    }
    return std::nullopt;
}

Origin by_voice(const Claim* voice, const Article& first, const Desk& desk) {
    Origin out;
    out.article = first.id;
    std::string outlet = first.outlet;
    if (std::string agency = credited_agency(first); !agency.empty()) outlet = std::move(agency);
    out.outlet = house_key(outlet, desk);
    // An outlet without a name stands for itself alone.
    if (out.outlet.empty()) out.outlet = "\n" + first.id;
    if (voice == nullptr || voice->own_voice() || voice->source.name.empty()) {
        if (voice != nullptr && !voice->own_voice()) {
            // "It is understood that": somebody told the outlet.
            out.kind = SourceKind::anonymous;
            out.anonymous = true;
            out.name = outlet.empty() ? "unnamed people" : "unnamed people, to " + outlet;
            return out;
        }
        out.name = outlet.empty() ? "unknown outlet (" + first.id + ")" : outlet;
        out.words = name_words(outlet);
        return out;
    }
    const Source& source = voice->source;
    out.kind = source.kind;
    out.name = source.name;
    out.words = name_words(source.name);
    switch (source.kind) {
        case SourceKind::anonymous:
            out.anonymous = true;
            if (!outlet.empty()) out.name += ", to " + outlet;
            break;
        case SourceKind::person:
            if (auto body = spoken_for(source); !body.empty()) {
                out.kind = SourceKind::organisation;
                out.words = std::move(body);
                out.name += " (" + source.description + ")";
            } else {
                out.leads = led_by(source, out.governs);
            }
            break;
        case SourceKind::media:
            out.outlet = house_key(source.name, desk);
            break;
        case SourceKind::organisation:
        case SourceKind::document:
            break;
    }
    return out;
}

}  // namespace

Origin origin(const Claim* voice, const Article& first, const Desk& desk) {
    Origin out = by_voice(voice, first, desk);
    // Nobody can say of unnamed people that they are those the desk knows.
    if (out.anonymous) return out;
    // A spokesperson by their own name, else as the body spoken for.
    if (out.kind == SourceKind::organisation) out.known = known_source(name_words(voice->source.name), desk);
    if (!out.known) out.known = known_source(out.words, desk);
    if (out.known) {
        out.name = desk.sources[*out.known].name;
        out.reliability = desk.sources[*out.known].reliability;
    }
    return out;
}

bool same_origin(const Origin& a, const Origin& b) {
    if (a.anonymous != b.anonymous) return false;
    if (a.known && a.known == b.known) return true;
    if (a.anonymous) {
        // The same people, as far as one can see: of one article, or of one outlet under one description.
        if (a.outlet != b.outlet) return false;
        if (a.words == b.words) return true;
        return a.article == b.article && (recalls(a) || recalls(b) || same_body(a.words, b.words));
    }
    if (a.kind == SourceKind::media && b.kind == SourceKind::media) return a.outlet == b.outlet;
    if (a.kind == SourceKind::person && b.kind == SourceKind::person) return same_person(a.words, b.words);
    if (a.kind == SourceKind::person && bears_surname(b, a)) return true;
    if (b.kind == SourceKind::person && bears_surname(a, b)) return true;
    if (a.kind == SourceKind::person && b.kind == SourceKind::organisation) return speaks_for(a, b);
    if (b.kind == SourceKind::person && a.kind == SourceKind::organisation) return speaks_for(b, a);
    const bool person = a.kind == SourceKind::person || b.kind == SourceKind::person;
    const bool media = a.kind == SourceKind::media || b.kind == SourceKind::media;
    const bool document = (a.kind == SourceKind::document) != (b.kind == SourceKind::document);
    if (person || media || document) return false;
    return same_body(a.words, b.words);
}

std::vector<std::uint32_t> independent(const std::vector<Origin>& origins) {
    std::vector<std::size_t> leader(origins.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (leader[i] != i)
            i = leader[i] = leader[leader[i]];
        return i;
    };
    for (std::size_t i = 0; i < origins.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!same_origin(origins[i], origins[j])) continue;
            const std::size_t x = find(i);
            const std::size_t y = find(j);
            leader[std::max(x, y)] = std::min(x, y);
        }
    }
    std::vector<std::uint32_t> numbers(origins.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < origins.size(); ++i)
        numbers[i] = find(i) == i ? next++ : numbers[find(i)];
    return numbers;
}

}  // namespace whosaid::corroboration
