#include "core/language/wordpieces.hpp"

#include <algorithm>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace whosaid::language {
namespace {

constexpr std::size_t longest_word = 100;  // characters; longer ones are unknown
constexpr std::size_t most_bytes = 16;     // of text looked at for each piece asked for

bool is_punctuation(UChar32 c) {
    const bool ascii =
        (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
    return ascii || (c >= 0x80 && u_ispunct(c) != 0);
}

bool is_blank(UChar32 c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || u_charType(c) == U_SPACE_SEPARATOR;
}

bool is_control(UChar32 c) {
    const auto type = u_charType(c);
    return c == 0 || c == 0xFFFD || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR ||
           type == U_PRIVATE_USE_CHAR || type == U_SURROGATE || type == U_UNASSIGNED;
}

bool stands_alone(UChar32 c) {
    return is_punctuation(c) || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

// Accents off, lower case.
icu::UnicodeString plain(std::string_view text) {
    struct Apart {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
    };
    static const Apart apart;
    icu::UnicodeString in =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    UErrorCode status = apart.status;
    if (U_SUCCESS(status)) in = apart.normalizer->normalize(in, status);
    icu::UnicodeString out;
    for (std::int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) {
        const UChar32 c = in.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) out.append(u_tolower(c));
    }
    return out;
}

}  // namespace

Wordpieces::Wordpieces(const std::vector<std::string_view>& pieces) {
    numbers_.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        if (pieces[i].starts_with("##") && pieces[i].size() > 2) {
            continuing_.emplace(pieces[i].substr(2), number);
        } else {
            numbers_.emplace(pieces[i], number);
        }
    }
    unknown_ = number_of("[UNK]");
}

std::uint32_t Wordpieces::number_of(std::string_view piece) const {
    const auto at = numbers_.find(piece);
    return at == numbers_.end() ? 0 : at->second;
}

void Wordpieces::split_word(std::string_view word, std::vector<std::uint32_t>& out) const {
    const std::size_t before = out.size();
    for (std::size_t begin = 0; begin < word.size();) {
        const auto& known = begin == 0 ? numbers_ : continuing_;
        std::size_t end = word.size();
        auto at = known.find(word.substr(begin));
        while (at == known.end() && end > begin + 1) {
            --end;
            at = known.find(word.substr(begin, end - begin));
        }
        if (at == known.end()) {
            out.resize(before);
            out.push_back(unknown_);
            return;
        }
        out.push_back(at->second);
        begin = end;
    }
}

std::vector<std::uint32_t> Wordpieces::split(std::string_view text, std::size_t most) const {
    // A text without end costs no more than what is asked of it; a character cut in two is left out below.
    const icu::UnicodeString in = plain(text.substr(0, most * most_bytes));
    std::vector<std::uint32_t> out;
    std::string word;
    std::size_t characters = 0;
    const auto finish = [&] {
        if (characters > longest_word) {
            out.push_back(unknown_);
        } else {
            split_word(word, out);
        }
        word.clear();
        characters = 0;
    };
    for (std::int32_t i = 0; i < in.length() && out.size() < most; i = in.moveIndex32(i, 1)) {
        const UChar32 c = in.char32At(i);
        const bool blank = is_blank(c);
        if (!blank && is_control(c)) continue;
        const bool alone = !blank && stands_alone(c);
        if ((blank || alone) && characters > 0) finish();
        if (blank) continue;
        icu::UnicodeString(c).toUTF8String(word);
        ++characters;
        if (alone) finish();
    }
    if (characters > 0 && out.size() < most) finish();
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace whosaid::language
