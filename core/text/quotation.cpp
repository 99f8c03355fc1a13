#include "core/text/quotation.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace whosaid::text {
namespace {

enum class Mark : std::uint8_t {
    none,
    open_double,
    close_double,
    straight_double,
    open_single,
    close_single,
    straight_single
};

struct Found {
    Mark mark = Mark::none;
    std::uint32_t bytes = 1;
};

struct Sign {
    std::string_view bytes;
    Mark mark;
};
constexpr std::array signs{
    Sign{"\"", Mark::straight_double}, Sign{"“", Mark::open_double},      Sign{"”", Mark::close_double},
    Sign{"„", Mark::open_double},      Sign{"«", Mark::open_double},      Sign{"»", Mark::close_double},
    Sign{"``", Mark::open_double},     Sign{"''", Mark::straight_double}, Sign{"‘", Mark::open_single},
    Sign{"’", Mark::close_single},     Sign{"'", Mark::straight_single}};

Found mark_at(std::string_view text, std::uint32_t pos) {
    const char c = text[pos];
    if (c != '"' && c != '\'' && c != '`' && c != '\xE2' && c != '\xC2') return {};
    for (const Sign& sign : signs) {
        if (text.substr(pos, sign.bytes.size()) == sign.bytes) {
            return {sign.mark, static_cast<std::uint32_t>(sign.bytes.size())};
        }
    }
    return {};
}

// Letters and digits; bytes past ASCII are letters but for the general punctuation block (U+2000 to U+206F).
bool letter_at(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[pos]);
    if (c >= 0x80)
        return text.substr(pos, 2) != "\xE2\x80" && text.substr(pos, 2) != "\xC2\xAB" &&
               text.substr(pos, 2) != "\xC2\xBB";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool letter_before(std::string_view text, std::size_t pos) {
    if (pos == 0) return false;
    const auto c = static_cast<unsigned char>(text[pos - 1]);
    if (c < 0x80) return letter_at(text, pos - 1);
    return pos < 3 ||
           text.substr(pos - 3, 2) != "\xE2\x80";  // a curly mark or dash ends in three bytes of that block
}
bool space_at(std::string_view text, std::size_t pos) {
    return pos >= text.size() || text[pos] == ' ' || text[pos] == '\n' || text[pos] == '\t' ||
           text[pos] == '\r' || text.substr(pos, 2) == "\xC2\xA0";
}

// Looks for the end of single quotations in one paragraph. Remembers how far it looked in vain, so that a
// text of nothing but opening marks stays linear.
class SingleClose {
  public:
    SingleClose(std::string_view text, std::uint32_t end, bool curly)
        : text_(text), end_(end), curly_(curly) {}

    // Where a quotation opened before `from` closes. A mark between letters is an apostrophe; one after "s"
    // before a lower-case word may be a plural possessive and counts only where no better one follows.
    std::optional<std::uint32_t> operator()(std::uint32_t from) {
        std::optional<std::uint32_t> doubtful;
        for (std::uint32_t i = std::max(from, none_before_); i < end_; ++i) {
            if (doubtful && i > *doubtful + possessive_reach) return doubtful;
            const Found found = mark_at(text_, i);
            if (found.mark == Mark::none) continue;
            const std::uint32_t after = i + found.bytes;
            if (curly_ && found.mark == Mark::open_single) {
                if (!doubtful) none_before_ = i;
                return doubtful;
            }
            if (found.mark == (curly_ ? Mark::close_single : Mark::straight_single) &&
                !letter_at(text_, after)) {
                const bool possessive = i > from && (text_[i - 1] == 's' || text_[i - 1] == 'S') &&
                                        space_at(text_, after) && after + 1 < end_ &&
                                        text_[after + 1] >= 'a' && text_[after + 1] <= 'z';
                if (!possessive) return i;
                if (!doubtful) doubtful = i;
            }
            i = after - 1;
        }
        if (!doubtful) none_before_ = end_;
        return doubtful;
    }

  private:
    static constexpr std::uint32_t possessive_reach =
        512;  // bytes in which a better closing mark is looked for

    std::string_view text_;
    std::uint32_t end_;
    bool curly_;
    std::uint32_t none_before_ = 0;
};

}  // namespace

std::vector<Quotation> quotations(std::string_view text, const std::vector<Span>& paragraphs) {
    std::vector<Quotation> result;
    bool carried = false;  // the last paragraph ended inside a quotation
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
        const Span paragraph = paragraphs[p];
        bool first = true;
        bool open_at_end = false;
        SingleClose curly_close(text, paragraph.end, true);
        SingleClose straight_close(text, paragraph.end, false);
        std::uint32_t i = paragraph.begin;
        while (i < paragraph.end) {
            const Found found = mark_at(text, i);
            if (found.mark == Mark::none) {
                ++i;
                continue;
            }
            const std::uint32_t inside = i + found.bytes;
            const bool at_start = !letter_before(text, i);
            std::optional<std::uint32_t> close;
            std::uint32_t close_bytes = 1;
            bool opens = false;
            if (found.mark == Mark::open_double || found.mark == Mark::straight_double) {
                // An inch mark or a stray closing mark opens nothing: an opening mark has text after it.
                opens = found.mark == Mark::open_double || (!space_at(text, inside) && at_start) ||
                        i == paragraph.begin;
                for (std::uint32_t j = inside; opens && j < paragraph.end; ++j) {
                    const Found other = mark_at(text, j);
                    if (other.mark == Mark::close_double || other.mark == Mark::straight_double) {
                        close = j;
                        close_bytes = other.bytes;
                        break;
                    }
                    // “ again before ”: the first was never closed; it ends where the new one begins.
                    if (other.mark == Mark::open_double && found.mark == Mark::open_double &&
                        letter_at(text, j + other.bytes)) {
                        break;
                    }
                    if (other.mark != Mark::none) j += other.bytes - 1;
                }
            } else if (found.mark == Mark::open_single ||
                       (found.mark == Mark::straight_single && at_start && letter_at(text, inside))) {
                close = found.mark == Mark::open_single ? curly_close(inside) : straight_close(inside);
                close_bytes = found.mark == Mark::open_single ? 3 : 1;
                opens = close.has_value();
            }
            if (!opens) {
                i = inside;
                continue;
            }
            Quotation q;
            q.paragraph = p;
            q.continues_last = first && carried && i == paragraph.begin;
            q.closed = close.has_value();
            if (close) {
                q.span = {i, *close + close_bytes};
                i = q.span.end;
            } else {
                // Unclosed: to the end of the paragraph, or to the next opening mark.
                std::uint32_t end = paragraph.end;
                for (std::uint32_t j = inside; j < paragraph.end; ++j) {
                    if (mark_at(text, j).mark == Mark::open_double) {
                        end = j;
                        break;
                    }
                }
                q.span = {i, end};
                open_at_end = end == paragraph.end;
                i = end;
            }
            first = false;
            result.push_back(q);
        }
        carried = open_at_end;
    }
    return result;
}

}  // namespace whosaid::text
