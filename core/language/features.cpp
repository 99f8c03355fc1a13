#include "core/language/features.hpp"

#include "core/text/characters.hpp"

#include <algorithm>
#include <string>

namespace whosaid::language {
namespace {

const TokenHashes before_first = hashes_of("<before>", {});
const TokenHashes behind_last = hashes_of("<behind>", {});

const TokenHashes& at(const std::vector<TokenHashes>& words, std::size_t i, int offset) {
    const auto position = static_cast<std::ptrdiff_t>(i) + offset;
    if (position < 0) return before_first;
    if (position >= static_cast<std::ptrdiff_t>(words.size())) return behind_last;
    return words[static_cast<std::size_t>(position)];
}

}  // namespace

std::string normal_form(std::span<const Token> sentence, std::size_t word) {
    auto [form, space_before] = sentence[word];
    const bool last = word + 1 == sentence.size();
    const bool space_after = last || sentence[word + 1].space_before;
    const bool opens = (word == 0 || space_before) && !space_after;
    const bool closes = space_after && (last || (word > 0 && !space_before));
    if (form == "\"") return opens ? "``" : closes ? "''" : "\"";
    if (form == "\xE2\x80\x9C" || form == "\xE2\x80\x9E" || form == "\xC2\xAB") return "``";  // “ „ «
    if (form == "\xE2\x80\x9D" || form == "\xC2\xBB") return "''";                            // ” »
    if (form == "\xE2\x80\x98" || (form == "'" && opens)) return "`";                         // ‘
    if (form == "--" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94") return "--";        // – —
    if (form == "\xE2\x80\xA6") return "...";                                                 // …
    std::string out;
    while (!form.empty()) {
        // ’ and ‘ inside words are apostrophes.
        const bool curly = form.starts_with("\xE2\x80\x99") || form.starts_with("\xE2\x80\x98");
        out += curly ? '\'' : form.front();
        form.remove_prefix(curly ? 3 : 1);
    }
    return out;
}

FeatureHash shape_hash(std::string_view form) {
    std::string shape;
    for (std::size_t i = 0; i < form.size() && shape.size() < 6;) {
        const text::Character c = text::character_at(form, i);
        i += std::max<std::size_t>(c.size, 1);
        const char kind = text::is_upper(c.value)    ? 'X'
                          : text::is_letter(c.value) ? 'x'
                          : text::is_digit(c.value)  ? 'd'
                          : c.value < 128            ? static_cast<char>(c.value)
                                                     : '?';
        if (shape.empty() || shape.back() != kind) shape += kind;
    }
    return hash_of(shape);
}

TokenHashes hashes_of(std::string_view form, WordClusters clusters) {
    TokenHashes out;
    out.shape = shape_hash(form);
    std::string zeroed(form);
    std::replace_if(
        zeroed.begin(), zeroed.end(), [](char c) { return c >= '1' && c <= '9'; }, '0');
    out.form = hash_of(zeroed);
    const std::string lower = text::lower(zeroed);
    const std::string_view low = lower;
    const auto ending = [&](std::size_t n) {
        return hash_of(low.substr(low.size() - std::min(n, low.size())));
    };
    out.lower = hash_of(low);
    out.suffix1 = ending(1);
    out.suffix2 = ending(2);
    out.suffix3 = ending(3);
    out.prefix2 = hash_of(low.substr(0, 2));
    out.coarse = clusters.coarse;
    out.fine = clusters.fine + 100'000ULL;
    return out;
}

void tag_features(const std::vector<TokenHashes>& words, std::size_t i, FeatureHash last_tag,
                  FeatureHash tag_before, FeatureList& out) {
    const TokenHashes& w = words[i];
    const TokenHashes& l = at(words, i, -1);
    const TokenHashes& ll = at(words, i, -2);
    const TokenHashes& r = at(words, i, 1);
    const TokenHashes& rr = at(words, i, 2);
    out.clear();
    out.add(1);
    for (const FeatureHash own :
         {w.form, w.lower, w.suffix1, w.suffix2, w.suffix3, w.prefix2, w.shape, w.coarse, w.fine})
        out.add(own);
    out.add(w.shape, i == 0);
    out.add(w.suffix3, w.shape);
    out.add(w.fine, w.shape);
    out.add(w.coarse, w.suffix2);
    out.add(last_tag);
    out.add(last_tag, tag_before);
    out.add(last_tag, w.lower);
    out.add(last_tag, w.suffix3);
    out.add(last_tag, tag_before, w.suffix2);
    out.add(last_tag, w.coarse);
    out.add(last_tag, w.fine);
    out.add(last_tag, w.coarse, r.coarse);
    for (const FeatureHash other : {l.lower, r.lower, ll.lower, rr.lower, l.suffix3, r.suffix3, r.suffix2,
                                    l.shape, r.shape, l.coarse, r.coarse, l.fine, r.fine})
        out.add(other);
    out.add(last_tag, r.suffix2);
    out.add(l.lower, w.lower);
    out.add(w.lower, r.lower);
    out.add(r.lower, rr.lower);
    out.add(l.shape, w.shape, r.shape);
    out.add(w.coarse, r.coarse);
    out.add(l.coarse, w.coarse);
}

}  // namespace whosaid::language
