#include "core/language/name_features.hpp"

#include "core/language/annotate.hpp"
#include "core/language/nouns.hpp"
#include "core/language/places.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace whosaid::language {
namespace {

// The words of the names of countries and territories, in lower case.
const std::unordered_set<std::string>& country_words() {
    static const std::unordered_set<std::string> words = [] {
        std::unordered_set<std::string> out;
        for (const std::string_view name : country_names()) {
            for (std::string_view rest = name; !rest.empty();) {
                const std::size_t end = std::min(rest.find(' '), rest.size());
                if (end > 3) out.insert(text::lower(rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return out;
    }();
    return words;
}

bool capitalised(std::string_view form) {
    return text::is_upper(text::character_at(form, 0).value);
}

// Small words that names have inside.
bool joins(std::string_view form) {
    static constexpr auto particles = std::to_array<std::string_view>(
        {"&",     "'s",  "-",   "al", "and", "bin", "bint", "da",  "de",  "del",
         "della", "den", "der", "di", "dos", "du",  "el",   "for", "ibn", "in",
         "la",    "le",  "of",  "on", "the", "to",  "van",  "von", "y",   "’s"});
    return std::binary_search(particles.begin(), particles.end(), form);
}

void find_runs(std::string_view text, const Sentence& sentence, std::vector<NameWord>& words) {
    constexpr std::size_t widest_gap = 2;
    const auto form = [&](std::size_t i) { return sentence.words[i].span.of(text); };
    for (std::size_t i = 0; i < words.size();) {
        std::size_t last = i;
        if (capitalised(form(i))) {
            for (std::size_t next = i + 1; next < words.size() && next - last <= widest_gap + 1; ++next) {
                if (capitalised(form(next))) {
                    last = next;
                } else if (!joins(form(next))) {
                    break;
                }
            }
        }
        for (std::size_t w = i; w <= last; ++w) {
            words[w].run_first = static_cast<std::uint32_t>(i);
            words[w].run_last = static_cast<std::uint32_t>(last);
        }
        i = last + 1;
    }
}

FeatureHash kind_of(std::string_view form, const Word& word) {
    std::string low = text::lower(form);
    if (low.size() > 1 && low.back() == '.') low.pop_back();
    FeatureHash kind = static_cast<FeatureHash>(noun_kind(word.lemma));
    kind = kind * 2 + (is_title(low) ? 1 : 0);
    kind = kind * 2 + (is_media_word(low) ? 1 : 0);
    return kind * 2 + (country_words().contains(low) ? 1 : 0);
}

}  // namespace

std::vector<NameWord> name_words(std::string_view text, const Model& model, const Sentence& sentence) {
    const auto hashes = token_hashes(model, normal_forms(tokens_of(text, sentence)));
    std::vector<NameWord> words(sentence.words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = sentence.words[i];
        words[i].hashes = hashes[i];
        words[i].tag = hash_of(word.xpos);
        words[i].kind = kind_of(word.span.of(text), word);
    }
    find_runs(text, sentence, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        // Up to the word of the run whose head stands outside; heads inside a run are few.
        constexpr int most_steps = 8;
        auto at = static_cast<std::int32_t>(i);
        std::int32_t head = sentence.words[i].head;
        for (int step = 0; step < most_steps && head >= static_cast<std::int32_t>(words[i].run_first) &&
                           head <= static_cast<std::int32_t>(words[i].run_last);
             ++step) {
            at = head;
            head = sentence.words[static_cast<std::size_t>(at)].head;
        }
        const auto relation = static_cast<FeatureHash>(sentence.words[static_cast<std::size_t>(at)].relation);
        const FeatureHash governor =
            head < 0 ? 0 : hash_of(sentence.words[static_cast<std::size_t>(head)].lemma);
        words[i].outside = mixed(governor, relation);
    }
    return words;
}

void name_features(const std::vector<NameWord>& words, std::size_t i, FeatureHash last, FeatureHash before,
                   FeatureList& out) {
    static const NameWord none;
    const auto near = [&](std::ptrdiff_t offset) -> const NameWord& {
        const auto at = static_cast<std::ptrdiff_t>(i) + offset;
        return at < 0 || at >= static_cast<std::ptrdiff_t>(words.size())
                   ? none
                   : words[static_cast<std::size_t>(at)];
    };
    const NameWord& word = words[i];
    const TokenHashes& w = word.hashes;
    const NameWord &l = near(-1), &ll = near(-2), &r = near(1), &rr = near(2);
    out.clear();
    out.add(1);
    for (const FeatureHash own :
         {w.form, w.lower, w.suffix2, w.suffix3, w.prefix2, w.shape, w.coarse, w.fine, word.tag, word.kind})
        out.add(own);
    out.add(w.shape, i == 0);
    out.add(w.shape, word.tag);
    out.add(w.shape, word.kind);
    out.add(w.fine, w.shape);
    out.add(w.suffix3, w.shape);
    out.add(last);
    out.add(last, before);
    out.add(last, w.lower);
    out.add(last, w.shape);
    out.add(last, w.fine);
    out.add(last, word.tag);
    out.add(last, word.kind);
    out.add(last, l.hashes.lower);
    out.add(last, l.tag, word.tag);
    for (const NameWord* other : {&l, &r, &ll, &rr}) {
        out.add(other->hashes.lower);
        out.add(other->hashes.shape);
        out.add(other->hashes.coarse);
        out.add(other->hashes.fine);
        out.add(other->kind);
    }
    out.add(l.tag, word.tag, r.tag);
    out.add(l.hashes.lower, w.lower);
    out.add(w.lower, r.hashes.lower);
    out.add(l.hashes.shape, w.shape, r.hashes.shape);
    out.add(l.hashes.lower, w.shape);
    out.add(w.shape, r.hashes.lower);
    out.add(ll.hashes.lower, l.hashes.lower);
    out.add(r.hashes.lower, rr.hashes.lower);
    out.add(last, r.hashes.lower);
    out.add(l.hashes.fine, w.shape);
    out.add(w.fine, r.hashes.fine);
    out.add(l.hashes.fine, w.fine);
    out.add(last, r.hashes.fine, w.shape);
    out.add(last, l.kind, w.shape);

    // The run: its ends tell "Harbour Wire" and "Ministry of Energy" from people.
    const NameWord& first = words[word.run_first];
    const NameWord& end = words[word.run_last];
    const NameWord& front =
        near(static_cast<std::ptrdiff_t>(word.run_first) - static_cast<std::ptrdiff_t>(i) - 1);
    const NameWord& behind =
        near(static_cast<std::ptrdiff_t>(word.run_last) - static_cast<std::ptrdiff_t>(i) + 1);
    const FeatureHash length = std::min<FeatureHash>(word.run_last - word.run_first, 5);
    const FeatureHash place = std::min<FeatureHash>(i - word.run_first, 4);
    out.add(end.hashes.lower, w.shape);
    out.add(end.hashes.fine, w.shape);
    out.add(end.kind, w.shape, length);
    out.add(first.hashes.lower, w.shape);
    out.add(first.hashes.fine, w.shape);
    out.add(first.kind, w.shape, length);
    out.add(length, place, w.shape);
    out.add(last, end.hashes.lower);
    out.add(last, end.kind, first.kind);
    out.add(last, length, place);
    out.add(front.hashes.lower, w.shape, length);
    out.add(front.kind, w.shape, length);
    out.add(front.hashes.fine, w.shape);
    out.add(behind.hashes.lower, w.shape, length);
    out.add(behind.hashes.fine, w.shape);
    out.add(behind.kind, w.shape);
    out.add(word.outside, w.shape);
    out.add(word.outside, w.shape, last);
}

}  // namespace whosaid::language
