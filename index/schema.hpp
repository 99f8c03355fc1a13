// The schema of an index, whole: what lies in its folder, and one table of every field.
//
//   FOLDER/manifest      schema version, program that wrote it; written last when an index is made
//   FOLDER/articles/     Xapian database, one document an article: the truth
//   FOLDER/claims/       Xapian database, one document a claim: derived from articles/, for searching claims
//
// articles/  terms: stems of title and text with positions (all words, so phrases are exact), title stems
// with
//   positions under S, and boolean terms: Q key, XO outlet, Y/M/D date, XG generation, XB bands of the copy
//   sketch, and every source, cue, certainty, polarity, kind and entity that one of its claims has. Slots: 0
//   date, 2 fingerprint. Data: the article with its claim table (index/codec.hpp). The sketch itself is not
//   kept: it is computed from the text, which costs less than reading it back.
// claims/    terms: stems of the content without stop words and without positions, and boolean terms: Q claim
//   key, A article key, XO, XS, XC, XK, XP, XT, XE, Y/M/D. Slots: 0 date, 1 hash of the article key (for
//   collapsing). Data: the claim's number. Its text comes from the article.
//
// Keys: an article's key is its id (a long one is cut and ends in its hash); a claim's is "KEY#NUMBER", from
// 0. Values of boolean terms are folded words joined by single spaces (index/words.hpp), so they never begin
// with a capital and a term's prefix is always clear. A field with `words` also has a term a word. Dates:
// Y2026, M202601, D20260128; a range is a greedy cover of these (index/date_cover.hpp): 12 month terms match
// seven times faster than a range of values. Slot 0 holds three bytes, year, month and day, big-endian.
//
// Metadata of both databases: "generation", the number of commits. Articles are committed first, claims last.
// Where a crash came between, articles/ is one generation ahead: the claims of the articles under
// XG<generation> are then made again from the articles, by the next writer for good, by a reader in memory.
// So an article and its claims are there in one version or the other, never in parts. Metadata of articles/:
// "outlet:<folded>", an outlet's name as first written.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace whosaid::index {

// Another version cannot be read: the index is built anew. Raise it whenever anything above changes.
inline constexpr std::uint32_t schema_version = 1;

enum class Slot : std::uint8_t { date = 0, article = 1, fingerprint = 2, none = 255 };

enum class Values : std::uint8_t {
    key,    // as it is, not folded
    whole,  // the folded value is one term
    words,  // the folded value, and each of its words
    stems,  // the folded value, and the stem of each of its words
    text,   // stems with positions
    terms,  // one of a fixed list (core/terms.hpp)
    date,
};

struct Field {
    std::string_view name;    // as a query writes it, "source" for source:; empty: not for queries
    std::string_view prefix;  // of its terms
    Slot slot = Slot::none;
    Values values = Values::key;
    bool articles = false;  // documents that carry it
    bool claims = false;
    std::string_view description;
    std::string_view example;  // a query, for help texts
};

// Date terms have a prefix a precision; the field's own is that of the day.
inline constexpr std::string_view year_prefix = "Y";
inline constexpr std::string_view month_prefix = "M";
inline constexpr std::string_view day_prefix = "D";
// Set on claims that a reader made again in memory after a crash.
inline constexpr std::string_view recovered_prefix = "XR";

inline constexpr auto fields = std::to_array<Field>({
    {"source", "XS", Slot::none, Values::words, true, true,
     "who said it: a word of the name; in quotes, the whole name", "source:\"Reuven Azar\""},
    {"outlet", "XO", Slot::none, Values::whole, true, true, "the outlet that published it, by its whole name",
     "outlet:\"Harbour Wire\""},
    {"cue", "XC", Slot::none, Values::stems, true, true, "the words that attribute it, in any form",
     "cue:hint"},
    {"certainty", "XK", Slot::none, Values::terms, true, true, "how sure the source shows itself",
     "certainty:possible"},
    {"kind", "XT", Slot::none, Values::terms, true, true, "what the source is", "kind:anonymous"},
    {"polarity", "XP", Slot::none, Values::terms, true, true, "whether the source says so or denies it",
     "polarity:denied"},
    {"entity", "XE", Slot::none, Values::words, true, true,
     "a person, organisation or place in it: a word of the name; in quotes, the whole name", "entity:modi"},
    {"title", "S", Slot::none, Values::text, true, false, "words or a \"phrase\" of the article's title",
     "title:\"rate cut\""},
    {"date", day_prefix, Slot::date, Values::date, true, true,
     "day, month, quarter, week or year of publication, or a range of them with either end open",
     "date:2026-01..2026-02"},
    {"", "Q", Slot::none, Values::key, true, true, "the article's or the claim's key", ""},
    {"", "A", Slot::article, Values::key, false, true, "the key of the claim's article", ""},
    {"", "XG", Slot::none, Values::key, true, false, "the generation that wrote the article", ""},
    {"", "XB", Slot::none, Values::key, true, false, "a band of the copy sketch", ""},
});

// The table's entry of a name; the names are checked below, so it is there.
[[nodiscard]] consteval Field field(std::string_view name) {
    for (const Field& each : fields) {
        if (!each.name.empty() && each.name == name) return each;
    }
    throw "no such field";
}

namespace detail {

consteval bool prefixes_are_clear() {
    std::array<std::string_view, fields.size() + 3> all{year_prefix, month_prefix, recovered_prefix};
    for (std::size_t i = 0; i < fields.size(); ++i)
        all[i + 3] = fields[i].prefix;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].empty()) return false;
        for (const char c : all[i]) {
            if (c < 'A' || c > 'Z') return false;
        }
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i != j && all[i].starts_with(all[j])) return false;
        }
    }
    return true;
}

consteval bool names_are_clear() {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].description.empty()) return false;
        for (const char c : fields[i].name) {
            if (c < 'a' || c > 'z') return false;
        }
        if (fields[i].name.empty()) continue;
        if (!fields[i].example.starts_with(fields[i].name)) return false;
        for (std::size_t j = 0; j < i; ++j) {
            if (fields[i].name == fields[j].name) return false;
        }
    }
    return true;
}

}  // namespace detail

static_assert(detail::prefixes_are_clear(), "a prefix is empty, not capitals, or the beginning of another");
static_assert(detail::names_are_clear(),
              "names are lower-case and unique, each with description and example");

}  // namespace whosaid::index
