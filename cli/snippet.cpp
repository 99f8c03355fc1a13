#include "cli/snippet.hpp"

#include "cli/console.hpp"
#include "cli/report/display.hpp"
#include "core/corroboration/words.hpp"

#include <algorithm>
#include <cctype>

namespace whosaid::cli {
namespace {

using corroboration::PlainWord;

// Forms of one word for the eye: equal, or equal but for an ending ("visit", "visiting"). The index has its
// own stems.
bool same_word(const std::string& word, const std::string& asked) {
    constexpr std::size_t shortest_stem = 4;
    constexpr std::size_t longest_ending = 3;
    if (word == asked) return true;
    const std::size_t shorter = std::min(word.size(), asked.size());
    if (shorter < shortest_stem || std::max(word.size(), asked.size()) > shorter + longest_ending)
        return false;
    const std::size_t stem = std::max(shortest_stem, shorter - 1);
    return word.compare(0, stem, asked, 0, stem) == 0;
}

bool asked_for(const std::string& word, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const auto& each) { return same_word(word, each); });
}

Span whole(std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}

// Where the piece begins: at the place from which `width` bytes hold the most words asked for.
std::uint32_t best_begin(const std::vector<Span>& found, std::size_t width) {
    std::size_t best = 0;
    std::size_t best_count = 0;
    for (std::size_t first = 0, last = 0; first < found.size(); ++first) {
        while (last < found.size() && found[last].end - found[first].begin <= width)
            ++last;
        if (last > first && last - first > best_count) {
            best = first;
            best_count = last - first;
        }
    }
    return found.empty() ? 0 : found[best].begin;
}

}  // namespace

std::vector<std::string> query_words(std::string_view query) {
    std::string kept;
    for (std::size_t at = 0; at < query.size();) {
        if (std::isspace(static_cast<unsigned char>(query[at])) != 0) {
            kept += query[at++];
            continue;
        }
        // One word of the query, with what stands in quotation marks in it.
        const std::size_t begin = at;
        bool quoted = false;
        while (at < query.size() && (quoted || std::isspace(static_cast<unsigned char>(query[at])) == 0)) {
            if (query[at] == '"') quoted = !quoted;
            ++at;
        }
        const std::string_view word = query.substr(begin, at - begin);
        const std::size_t colon = word.find(':');
        const bool field = colon != std::string_view::npos && colon < word.find('"');
        if (field && !word.starts_with("title:")) continue;
        if (word == "AND" || word == "OR" || word == "NOT" || word.starts_with("NEAR")) continue;
        kept += field ? word.substr(colon + 1) : word;
    }
    std::vector<std::string> out;
    for (PlainWord& word : corroboration::plain_words(kept, whole(kept)))
        out.push_back(std::move(word.folded));
    return out;
}

Snippet snippet(std::string_view text, const std::vector<std::string>& words, std::size_t width) {
    constexpr std::size_t looked_at =
        200'000;  // bytes: the words are near the beginning, or it matters little
    const Span head{0, static_cast<std::uint32_t>(std::min(text.size(), looked_at))};
    const std::vector<PlainWord> all = corroboration::plain_words(text, head);
    std::vector<Span> found;
    for (const PlainWord& word : all) {
        if (asked_for(word.folded, words)) found.push_back(word.span);
    }
    const std::uint32_t target = best_begin(found, width);
    // Some words before the first one found, and whole words at both ends.
    const std::uint32_t lead = static_cast<std::uint32_t>(width / 4);
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    for (const PlainWord& word : all) {
        if (target > lead && word.span.begin < target - lead) continue;
        if (end == 0) begin = target > lead ? word.span.begin : 0;
        if (end > 0 && word.span.end - begin > width) break;
        end = word.span.end;
    }
    if (all.empty() || end >= all.back().span.end) end = head.end;
    Snippet out;
    out.text = printable(Span{begin, end}.of(text));
    if (out.text.size() > 2 * width) out.text = shortened(out.text, 2 * width);
    if (begin > 0) out.text.insert(0, "... ");
    if (end < text.size()) out.text += " ...";
    for (const PlainWord& word : corroboration::plain_words(out.text, whole(out.text))) {
        if (asked_for(word.folded, words)) out.words.push_back(word.span);
    }
    return out;
}

std::string highlighted(const Snippet& snippet, bool colour) {
    std::string out;
    std::uint32_t at = 0;
    for (const Span word : snippet.words) {
        out += Span{at, word.begin}.of(snippet.text);
        out += styled(word.of(snippet.text), "1", colour);
        at = word.end;
    }
    out += Span{at, static_cast<std::uint32_t>(snippet.text.size())}.of(snippet.text);
    return out;
}

}  // namespace whosaid::cli
