#include "core/corroboration/credits.hpp"

#include "core/corroboration/words.hpp"
#include "core/text/segment.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace whosaid::corroboration {
namespace {

constexpr std::size_t opening_paragraphs = 3;  // a headline and a byline may stand before the dateline
constexpr std::size_t closing_paragraphs = 3;
constexpr std::size_t longest_dateline = 90;  // bytes
constexpr std::size_t longest_notice = 45;    // words of a closing credit line
constexpr std::size_t longest_name = 5;       // words

// Last words of agencies' names.
constexpr auto agency_endings = std::to_array<std::string_view>(
    {"agencies", "agency", "newswire", "press", "syndicate", "wire", "wires"});
// News agencies known by their letters.
constexpr auto known_agencies = std::to_array<std::string_view>(
    {"aap", "afp", "ani", "ansa",    "ap",     "apa",  "bernama", "cp",  "dpa", "efe",    "ians",  "kyodo",
     "nan", "pa",  "pti", "reuters", "ritzau", "tass", "tt",      "uni", "upi", "xinhua", "yonhap"});
// What closing credit lines say.
constexpr auto notice_phrases = std::to_array<std::string_view>(
    {"inputs from", "agency inputs", "agencies inputs", "syndicated feed", "syndicated content",
     "not been edited by", "additional reporting", "contributed to this", "originally published by",
     "originally appeared", "first appeared in", "first published by", "republished from",
     "republished with permission", "all rights reserved", "copyright", "with agencies"});

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

using Words = std::span<const PlainWord>;

bool all_capital(Words words) {
    return std::all_of(words.begin(), words.end(), [](const PlainWord& w) { return w.capital; });
}

bool upper_case(std::string_view text) {
    return text.size() > 1 &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool agency_like(Words words) {
    if (words.empty() || words.size() > longest_name || !all_capital(words)) return false;
    return (words.size() > 1 && listed(agency_endings, words.back().folded)) ||
           (words.size() == 1 && listed(known_agencies, words.front().folded));
}

std::string name_of(std::string_view text, Words words) {
    if (words.size() > 1 && words.front().folded == "the") words = words.subspan(1);
    return std::string(Span{words.front().span.begin, words.back().span.end}.of(text));
}

class Finder {
  public:
    explicit Finder(std::string_view text) : text_(text), paragraphs_(text::paragraphs(text)) {}

    Credits find() {
        for (std::size_t i = 0; i < std::min(opening_paragraphs, paragraphs_.size()); ++i)
            dateline(paragraphs_[i]);
        for (const Span paragraph : paragraphs_)
            mentions(paragraph);
        const std::size_t first_closing =
            paragraphs_.size() > closing_paragraphs + 1 ? paragraphs_.size() - closing_paragraphs : 1;
        for (std::size_t i = first_closing; i < paragraphs_.size(); ++i)
            closing(paragraphs_[i]);
        if (!paragraphs_.empty()) trailing_brackets(paragraphs_.back());
        return std::move(found_);
    }

  private:
    void add(Words name) {
        std::string agency = name_of(text_, name);
        const std::string key = outlet_key(agency);
        const bool known = std::any_of(found_.agencies.begin(), found_.agencies.end(),
                                       [&](const std::string& other) { return outlet_key(other) == key; });
        if (!known) found_.agencies.push_back(std::move(agency));
    }

    // One past a dash, colon or semicolon that follows `from`, or 0.
    std::uint32_t past_dash(std::uint32_t from, std::uint32_t end) const {
        while (from < end && text_[from] == ' ')
            ++from;
        const std::string_view rest = text_.substr(from, end - from);
        for (const std::string_view dash : {"\u2014", "\u2013", "--", "-", ";", ":"}) {
            if (rest.starts_with(dash)) return from + static_cast<std::uint32_t>(dash.size());
        }
        return 0;
    }

    void dateline(Span paragraph) {
        const Span head{paragraph.begin, static_cast<std::uint32_t>(std::min<std::size_t>(
                                             paragraph.end, paragraph.begin + longest_dateline))};
        const auto open = head.of(text_).find('(');
        if (open != std::string_view::npos) {
            const auto close = head.of(text_).find(')', open);
            if (close == std::string_view::npos) return;
            const Span place{head.begin, head.begin + static_cast<std::uint32_t>(open)};
            const Span name{place.end + 1, head.begin + static_cast<std::uint32_t>(close)};
            const auto place_words = plain_words(text_, place);
            const auto name_words = plain_words(text_, name);
            const bool capital_place = std::all_of(place_words.begin(), place_words.end(),
                                                   [](const PlainWord& w) { return w.capital || w.number; });
            const std::uint32_t past = past_dash(name.end + 1, paragraph.end);
            if (!capital_place || place_words.empty() || name_words.empty() ||
                name_words.size() > longest_name || !name_words.front().capital || past == 0) {
                return;
            }
            add(name_words);
            found_.notices.push_back({paragraph.begin, past});
            return;
        }
        // "Harbour Wire —" or "CAIRO, March 6 —".
        const auto words = plain_words(text_, head);
        std::size_t count = 0;
        while (count < words.size() && (words[count].capital || words[count].number)) {
            ++count;
            const std::uint32_t past = past_dash(words[count - 1].span.end, paragraph.end);
            if (past == 0 || text_[past - 1] == ':' || text_[past - 1] == ';') continue;
            if (past < paragraph.end && text_[past] != ' ') continue;  // a hyphen inside a word
            const Words name(words.data(), count);
            const bool agency = agency_like(name);
            if (agency) add(name);
            if (agency || upper_case(words.front().span.of(text_)))
                found_.notices.push_back({paragraph.begin, past});
            return;
        }
    }

    // "X reported", "told X", "according to X", "seen by X" inside the text.
    void mentions(Span paragraph) {
        const auto words = plain_words(text_, paragraph);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view w = words[i].folded;
            if (w == "reported" || w == "reports") {
                std::size_t end = i;
                while (end > 0 && (words[end - 1].folded == "has" || words[end - 1].folded == "had" ||
                                   words[end - 1].folded == "news" || words[end - 1].folded == "agency")) {
                    if (words[end - 1].capital) break;
                    --end;
                }
                name_before(words, end);
            } else if (w == "told" || w == "by" || w == "to" || w == "agency") {
                std::size_t begin = i + 1;
                while (begin < words.size() && !words[begin].capital && begin < i + 4 &&
                       (words[begin].folded == "the" || words[begin].folded == "news" ||
                        words[begin].folded == "agency")) {
                    ++begin;
                }
                std::size_t end = begin;
                while (end < words.size() && words[end].capital && end - begin < longest_name &&
                       joined(words, begin, end))
                    ++end;
                const Words name(words.data() + begin, end - begin);
                if (agency_like(name)) add(name);
            }
        }
    }

    // Words [begin, end] stand with nothing but a space between them.
    bool joined(const std::vector<PlainWord>& words, std::size_t begin, std::size_t end) const {
        return end == begin || words[end].span.begin == words[end - 1].span.end + 1;
    }

    void name_before(const std::vector<PlainWord>& words, std::size_t end) {
        std::size_t begin = end;
        while (begin > 0 && end - begin < longest_name && words[begin - 1].capital &&
               (begin == end || words[begin - 1].span.end + 1 == words[begin].span.begin)) {
            --begin;
        }
        const Words name(words.data() + begin, end - begin);
        if (agency_like(name)) add(name);
    }

    void closing(Span paragraph) {
        const auto words = plain_words(text_, paragraph);
        if (words.empty() || words.size() > longest_notice) return;
        if (agency_like(words)) {
            add(words);
            found_.notices.push_back(paragraph);
            return;
        }
        std::string folded;
        for (const PlainWord& w : words)
            folded += w.folded + ' ';
        const bool notice =
            std::any_of(notice_phrases.begin(), notice_phrases.end(), [&](std::string_view phrase) {
                const auto at = folded.find(phrase);
                return at != std::string::npos && (at == 0 || folded[at - 1] == ' ');
            });
        if (!notice) return;
        found_.notices.push_back(paragraph);
        // Names after "from" and "by", parted by "and" and commas.
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].folded != "from" && words[i].folded != "by") continue;
            std::size_t begin = i + 1;
            while (begin < words.size()) {
                if (words[begin].folded == "and" || words[begin].folded == "the") {
                    ++begin;
                    continue;
                }
                std::size_t end = begin;
                while (end < words.size() && words[end].capital && joined(words, begin, end))
                    ++end;
                if (end == begin) break;
                add(Words(words.data() + begin, end - begin));
                begin = end;
            }
        }
    }

    // "... he said. (PTI)" at the very end.
    void trailing_brackets(Span paragraph) {
        const std::string_view whole = paragraph.of(text_);
        const auto last = whole.find_last_not_of(" .");
        if (last == std::string_view::npos || whole[last] != ')') return;
        const auto open = whole.rfind('(');
        if (open == std::string_view::npos) return;
        const Span name{paragraph.begin + static_cast<std::uint32_t>(open) + 1,
                        paragraph.begin + static_cast<std::uint32_t>(last)};
        const auto words = plain_words(text_, name);
        const auto before = whole.find_last_not_of(' ', open == 0 ? 0 : open - 1);
        const bool apart = open == 0 || before == std::string_view::npos || whole[before] == '.' ||
                           whole[before] == '"' || static_cast<unsigned char>(whole[before]) >= 0x80;
        const bool named =
            agency_like(words) || (words.size() == 1 && upper_case(name.of(text_)) && name.size() <= 5);
        if (!apart || !named) return;
        add(words);
        const Span notice{name.begin - 1, paragraph.end};
        if (found_.notices.empty() || !found_.notices.back().overlaps(notice))
            found_.notices.push_back(notice);
    }

    std::string_view text_;
    std::vector<Span> paragraphs_;
    Credits found_;
};

}  // namespace

Credits credits(std::string_view text) {
    return Finder(text).find();
}

std::string outlet_key(std::string_view name) {
    std::string key;
    for (const PlainWord& w : plain_words(name, {0, static_cast<std::uint32_t>(name.size())})) {
        if (key.empty() && w.folded == "the") continue;
        if (!key.empty()) key += ' ';
        key += w.folded;
    }
    return key;
}

}  // namespace whosaid::corroboration
