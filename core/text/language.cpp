#include "core/text/language.hpp"

#include <algorithm>

#include <cld2/public/compact_lang_det.h>

namespace whosaid::text {

std::string foreign_language(std::string_view text, std::size_t shortest) {
    constexpr std::size_t longest = 100'000;
    constexpr int most = 60;    // percent that the language must have at least
    constexpr int quoted = 20;  // and English at most
    if (text.size() < shortest) return {};
    text = text.substr(0, longest);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
        text.remove_suffix(1);  // whole characters only
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);
    CLD2::Language languages[3];
    int percent[3];
    int letters = 0;
    bool reliable = false;
    const CLD2::Language best = CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                                            languages, percent, &letters, &reliable);
    if (!reliable || best == CLD2::ENGLISH || best == CLD2::UNKNOWN_LANGUAGE || best != languages[0] ||
        percent[0] < most)
        return {};
    for (std::size_t i = 1; i < 3; ++i) {
        if (languages[i] == CLD2::ENGLISH && percent[i] > quoted) return {};
    }
    std::string name = CLD2::LanguageName(best);  // "FRENCH"
    if (!name.empty()) {
        std::transform(name.begin() + 1, name.end(), name.begin() + 1,
                       [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    }
    return name;
}

}  // namespace whosaid::text
