#include "core/language/lemmas.hpp"

#include "core/language/model.hpp"
#include "core/language/words.hpp"
#include "core/text/characters.hpp"

#include <array>
#include <span>

namespace whosaid::language {
namespace {

struct Ending {
    std::string_view form;
    std::string_view base;
};
// Tried in order: the first whose result is a known word, else the first that fits.
constexpr auto s_endings =
    std::to_array<Ending>({{"s", ""}, {"ies", "y"}, {"es", ""}, {"es", "e"}, {"ves", "f"}, {"ves", "fe"}});
constexpr auto ed_endings = std::to_array<Ending>({{"ed", "e"}, {"ed", ""}, {"ied", "y"}});
constexpr auto ing_endings = std::to_array<Ending>({{"ing", "e"}, {"ing", ""}});
constexpr auto er_endings = std::to_array<Ending>({{"er", ""}, {"er", "e"}, {"ier", "y"}});
constexpr auto est_endings = std::to_array<Ending>({{"est", ""}, {"est", "e"}, {"iest", "y"}});

// "stopp", "runn": the last consonant stands twice.
bool doubled(std::string_view stem) {
    return stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2];
}

// The base of a word that the table does not know, from what is left before "ed" or "ing".
std::string unknown_base(std::string_view stem) {
    constexpr std::string_view stay_double = "flsz";
    if (doubled(stem) && stay_double.find(stem.back()) == std::string_view::npos) stem.remove_suffix(1);
    std::string base(stem);
    for (const std::string_view silent : {"c", "dg", "u", "v", "z"}) {
        if (stem.ends_with(silent)) base += 'e';
    }
    return base;
}

std::string by_endings(std::string_view form, std::span<const Ending> endings, std::string_view otherwise) {
    for (const Ending& ending : endings) {
        if (!form.ends_with(ending.form) || form.size() <= ending.form.size() + 1) continue;
        const std::string_view stem = form.substr(0, form.size() - ending.form.size());
        if (ending.base == "e" && doubled(stem)) continue;  // "barred" is of "bar", not of "barre"
        std::string candidate = std::string(stem) + std::string(ending.base);
        if (word_id(candidate)) return candidate;
        if (ending.base.empty() && doubled(stem)) {
            candidate.pop_back();
            if (word_id(candidate)) return candidate;
        }
    }
    if (!form.ends_with(otherwise) || form.size() <= otherwise.size() + 1) return std::string(form);
    const std::string_view stem = form.substr(0, form.size() - otherwise.size());
    return otherwise == "ed" || otherwise == "ing" ? unknown_base(stem) : std::string(stem);
}

}  // namespace

std::string regular_lemma(std::string_view form, std::string_view xpos) {
    if (xpos == "NNS" || xpos == "NNPS" || xpos == "VBZ") {
        if (form.ends_with("ss")) return std::string(form);
        return by_endings(form, s_endings, "s");
    }
    if (xpos == "VBD" || xpos == "VBN") return by_endings(form, ed_endings, "ed");
    if (xpos == "VBG") return by_endings(form, ing_endings, "ing");
    if (xpos == "JJR" || xpos == "RBR") return by_endings(form, er_endings, "er");
    if (xpos == "JJS" || xpos == "RBS") return by_endings(form, est_endings, "est");
    return std::string(form);
}

std::string lemma_of(const Model& model, std::string_view form, std::string_view xpos) {
    const std::string lower = text::lower(form);
    if (const std::string_view irregular = model.irregular_lemma(lower, xpos); !irregular.empty())
        return std::string(irregular);
    return regular_lemma(lower, xpos);
}

}  // namespace whosaid::language
