#include "core/corroboration/overlap.hpp"

#include "core/corroboration/credits.hpp"
#include "core/corroboration/words.hpp"
#include "core/text/segment.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace whosaid::corroboration {
namespace {

constexpr std::size_t longest_text = 20'000;  // words
constexpr std::size_t shingle = 3;            // words in a row that are no accident
constexpr std::size_t least_words = 6;        // of a passage worth showing
constexpr std::size_t most_passages = 5;
// Places of one shingle that are tried: a text of one word over and over stays linear.
constexpr std::size_t most_places = 8;

std::vector<Span> sentences_of(std::string_view text) {
    std::vector<Span> out;
    for (const Span paragraph : text::paragraphs(text)) {
        const std::vector<Span> some = text::sentences(text, paragraph);
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

struct Text {
    explicit Text(const Article& article) : sentences(sentences_of(article.text)) {
        words = plain_words(article.text, {0, static_cast<std::uint32_t>(article.text.size())});
        words.resize(std::min(words.size(), longest_text));
        const std::vector<Span> notices = credits(article.text).notices;
        std::erase_if(words, [&](const PlainWord& word) {
            return std::any_of(notices.begin(), notices.end(),
                               [&](Span notice) { return notice.overlaps(word.span); });
        });
        for (std::size_t i = 0; i < words.size(); ++i) {
            single.insert(words[i].folded);
            if (i + shingle > words.size()) continue;
            std::vector<std::size_t>& at = places[key(i)];
            if (at.size() < most_places) at.push_back(i);
        }
    }

    // The words of the shingle that begins with word `i`, as one text.
    [[nodiscard]] std::string key(std::size_t i) const {
        std::string out;
        for (std::size_t w = i; w < i + shingle; ++w)
            out.append(words[w].folded).push_back(' ');
        return out;
    }
    [[nodiscard]] Span span(std::size_t from, std::size_t number) const {
        return {words[from].span.begin, words[from + number - 1].span.end};
    }

    std::vector<Span> sentences;
    std::vector<PlainWord> words;
    std::unordered_set<std::string> single;
    std::unordered_map<std::string, std::vector<std::size_t>> places;  // of shingles, by their first word
};

// Words of both texts in the same order.
struct Run {
    std::size_t copy = 0;
    std::size_t first = 0;
    std::size_t length = 0;
};

// Those that cannot be made longer.
std::vector<Run> runs(const Text& copy, const Text& first) {
    const auto same = [&](std::size_t i, std::size_t j) {
        return copy.words[i].folded == first.words[j].folded;
    };
    std::vector<Run> out;
    for (std::size_t i = 0; i + shingle <= copy.words.size(); ++i) {
        const auto found = first.places.find(copy.key(i));
        if (found == first.places.end()) continue;
        for (const std::size_t j : found->second) {
            if (i > 0 && j > 0 && same(i - 1, j - 1)) continue;  // begins further left
            std::size_t length = shingle;
            while (i + length < copy.words.size() && j + length < first.words.size() &&
                   same(i + length, j + length))
                ++length;
            out.push_back({i, j, length});
        }
    }
    return out;
}

std::vector<SharedPassage> longest(const Text& copy, const Text& first) {
    std::vector<Run> all = runs(copy, first);
    std::stable_sort(all.begin(), all.end(), [](const Run& a, const Run& b) { return a.length > b.length; });
    std::vector<SharedPassage> out;
    for (const Run& run : all) {
        if (run.length < least_words || out.size() == most_passages) break;
        const SharedPassage passage{copy.span(run.copy, run.length), first.span(run.first, run.length),
                                    run.length};
        const bool apart = std::none_of(out.begin(), out.end(), [&](const SharedPassage& other) {
            return other.copy.overlaps(passage.copy) || other.first.overlaps(passage.first);
        });
        if (apart) out.push_back(passage);
    }
    return out;
}

std::vector<Span> only_in(const Text& text, const Text& other) {
    std::vector<bool> shared(text.words.size());
    for (std::size_t i = 0; i + shingle <= text.words.size(); ++i) {
        if (other.places.contains(text.key(i)))
            std::fill_n(shared.begin() + static_cast<std::ptrdiff_t>(i), shingle, true);
    }
    std::vector<Span> out;
    std::size_t word = 0;
    for (const Span sentence : text.sentences) {
        std::size_t all = 0;
        std::size_t both = 0;
        std::size_t known = 0;  // somewhere in the other text
        for (; word < text.words.size() && text.words[word].span.begin < sentence.end; ++word) {
            ++all;
            both += shared[word] ? 1 : 0;
            known += other.single.contains(text.words[word].folded) ? 1 : 0;
        }
        // "He declined." has no three words in a row.
        const std::size_t has = all < shingle ? std::max(both, known) : both;
        if (2 * has < all) out.push_back(sentence);
    }
    return out;
}

}  // namespace

Overlap overlap(const Article& copy, const Article& first) {
    const Text ours(copy);
    const Text theirs(first);
    return {longest(ours, theirs), only_in(ours, theirs), only_in(theirs, ours)};
}

std::optional<Span> credit_line(const Article& article, std::string_view agency) {
    const auto naming = [&](const std::vector<Span>& among) -> std::optional<Span> {
        const auto found = std::find_if(among.begin(), among.end(), [&](Span each) {
            return each.of(article.text).find(agency) != std::string_view::npos;
        });
        return found == among.end() ? std::nullopt : std::optional(*found);
    };
    if (agency.empty()) return std::nullopt;
    if (const std::optional<Span> notice = naming(credits(article.text).notices)) return notice;
    return naming(sentences_of(article.text));
}

}  // namespace whosaid::corroboration
