#include "core/text/abbreviations.hpp"

#include "core/text/characters.hpp"

#include <algorithm>
#include <array>

namespace whosaid::text {
namespace {

using namespace std::string_view_literals;

// Each sorted, for binary search. The first, third and fourth count with a capital alone: "ill." is no state.
constexpr std::array titles{
    "adm"sv,  "adv"sv,  "alh"sv, "amb"sv,   "asst"sv, "atty"sv, "barr"sv, "brig"sv, "capt"sv,   "cdr"sv,
    "cllr"sv, "cmdr"sv, "col"sv, "comdr"sv, "cong"sv, "cpl"sv,  "dep"sv,  "det"sv,  "dr"sv,     "dra"sv,
    "engr"sv, "fr"sv,   "gen"sv, "gov"sv,   "hon"sv,  "insp"sv, "lt"sv,   "maj"sv,  "messrs"sv, "mlle"sv,
    "mme"sv,  "mons"sv, "mr"sv,  "mrs"sv,   "ms"sv,   "msgr"sv, "mx"sv,   "ofc"sv,  "pfc"sv,    "pres"sv,
    "prof"sv, "pst"sv,  "pvt"sv, "radm"sv,  "rep"sv,  "reps"sv, "rev"sv,  "sen"sv,  "sens"sv,   "sgt"sv,
    "shri"sv, "smt"sv,  "spc"sv, "sra"sv,   "srta"sv, "st"sv,   "ste"sv,  "supt"sv, "vadm"sv};
constexpr std::array numbers{"art"sv, "fig"sv, "no"sv, "nos"sv, "nr"sv,
                             "p"sv,   "pp"sv,  "rs"sv, "sec"sv, "vol"sv};
constexpr std::array months{"apr"sv, "aug"sv, "dec"sv, "feb"sv, "jan"sv, "jul"sv,
                            "jun"sv, "mar"sv, "nov"sv, "oct"sv, "sep"sv, "sept"sv};
constexpr std::array capitalised{
    "ala"sv,  "ariz"sv, "assn"sv, "ave"sv,  "bldg"sv, "blvd"sv, "bros"sv, "calif"sv, "co"sv,
    "colo"sv, "conn"sv, "corp"sv, "dept"sv, "dist"sv, "esq"sv,  "fla"sv,  "ft"sv,    "ga"sv,
    "govt"sv, "ill"sv,  "inc"sv,  "ind"sv,  "intl"sv, "jr"sv,   "kan"sv,  "ky"sv,    "ltd"sv,
    "mass"sv, "md"sv,   "mich"sv, "minn"sv, "mo"sv,   "mont"sv, "mt"sv,   "natl"sv,  "neb"sv,
    "nev"sv,  "okla"sv, "ore"sv,  "pa"sv,   "plc"sv,  "pte"sv,  "pty"sv,  "rd"sv,    "sr"sv,
    "tenn"sv, "tex"sv,  "univ"sv, "va"sv,   "vt"sv,   "wash"sv, "wis"sv,  "wyo"sv};
constexpr std::array anywhere{"al"sv,  "approx"sv, "ca"sv,   "cf"sv, "dept"sv, "eg"sv, "esp"sv, "est"sv,
                              "etc"sv, "ie"sv,     "incl"sv, "lb"sv, "lbs"sv,  "oz"sv, "viz"sv, "vs"sv};
static_assert(std::is_sorted(titles.begin(), titles.end()));
static_assert(std::is_sorted(numbers.begin(), numbers.end()));
static_assert(std::is_sorted(months.begin(), months.end()));
static_assert(std::is_sorted(capitalised.begin(), capitalised.end()));
static_assert(std::is_sorted(anywhere.begin(), anywhere.end()));

template <class Table>
bool holds(const Table& table, std::string_view word) {
    return std::binary_search(table.begin(), table.end(), word);
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (word.empty() || word.size() > 6) return Abbreviation::none;
    const std::string lowered = lower(word);
    if (holds(numbers, lowered)) return Abbreviation::number;
    if (holds(anywhere, lowered)) return Abbreviation::other;
    if (!is_upper(character_at(word, 0).value)) return Abbreviation::none;
    if (holds(titles, lowered)) return Abbreviation::title;
    if (holds(months, lowered)) return Abbreviation::month;
    return holds(capitalised, lowered) ? Abbreviation::other : Abbreviation::none;
}

bool is_dotted(std::string_view word) {
    std::size_t letters = 0;
    bool dot_expected = false;
    for (std::size_t i = 0; i < word.size();) {
        const Character c = character_at(word, i);
        if (dot_expected ? c.value != '.' : !is_letter(c.value)) return false;
        letters += dot_expected ? 0 : 1;
        dot_expected = !dot_expected;
        i += c.size;
    }
    return letters >= 2 && dot_expected;
}

}  // namespace whosaid::text
