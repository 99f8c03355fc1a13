#include "cli/report/marks.hpp"

#include <algorithm>
#include <tuple>

namespace whosaid::cli {
namespace {

struct Mark {
    Span span;
    std::uint32_t claim = 0;
    std::uint32_t piece = 0;
};

// `offset` moved back to the first byte of the character it falls into.
std::uint32_t at_character(std::string_view text, std::uint32_t offset) {
    if (offset >= text.size()) return static_cast<std::uint32_t>(text.size());
    while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
        --offset;
    return offset;
}

// The pieces of all claims, outer ones before those they contain.
std::vector<Mark> marks_of(std::string_view text, const std::vector<Claim>& claims) {
    std::vector<Mark> marks;
    for (std::uint32_t claim = 0; claim < claims.size(); ++claim) {
        for (std::uint32_t piece = 0; piece < claims[claim].content.size(); ++piece) {
            const Span span = claims[claim].content[piece];
            const Span cut{at_character(text, span.begin), at_character(text, span.end)};
            if (!cut.empty()) marks.push_back({cut, claim, piece});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::tuple(a.span.begin, b.span.end, a.claim, a.piece) <
               std::tuple(b.span.begin, a.span.end, b.claim, b.piece);
    });
    return marks;
}

class Cutter {
  public:
    Cutter(std::string_view text, const std::vector<Claim>& claims) : marks_(marks_of(text, claims)) {}

    void paragraph(Span span) {
        using Kind = MarkStep::Kind;
        step(Kind::paragraph_begin);
        std::erase_if(open_, [&](const Mark& mark) { return mark.span.end <= span.begin; });
        for (const Mark& mark : open_)
            step(Kind::open, mark);
        for (std::uint32_t at = span.begin; at < span.end;) {
            open_until(at);
            std::uint32_t end = span.end;
            if (next_ < marks_.size()) end = std::min(end, marks_[next_].span.begin);
            for (const Mark& mark : open_)
                end = std::min(end, mark.span.end);
            steps_.push_back({Kind::text, 0, 0, {at, end}});
            at = end;
            close_until(at);
        }
        for (auto mark = open_.rbegin(); mark != open_.rend(); ++mark)
            step(Kind::close, *mark);
        step(Kind::paragraph_end);
    }
    [[nodiscard]] std::vector<MarkStep> take() { return std::move(steps_); }

  private:
    void step(MarkStep::Kind kind, const Mark& mark = {}) {
        steps_.push_back({kind, mark.claim, mark.piece, {}});
    }
    void open_until(std::uint32_t at) {
        for (; next_ < marks_.size() && marks_[next_].span.begin <= at; ++next_) {
            const Mark& mark = marks_[next_];
            if (mark.span.end <= at) continue;  // white space between paragraphs
            step(MarkStep::Kind::label, mark);
            if (open_.size() == deepest) continue;
            step(MarkStep::Kind::open, mark);
            open_.push_back(mark);
        }
    }
    void close_until(std::uint32_t at) {
        const auto ends = [at](const Mark& mark) { return mark.span.end <= at; };
        const auto first = std::find_if(open_.begin(), open_.end(), ends);
        if (first == open_.end()) return;
        const auto kept = static_cast<std::size_t>(first - open_.begin());
        for (std::size_t i = open_.size(); i > kept; --i)
            step(MarkStep::Kind::close, open_[i - 1]);
        open_.erase(std::remove_if(first, open_.end(), ends), open_.end());
        for (std::size_t i = kept; i < open_.size(); ++i)
            step(MarkStep::Kind::open, open_[i]);
    }

    std::vector<Mark> marks_;
    std::size_t next_ = 0;    // the first mark not yet reached
    std::vector<Mark> open_;  // outermost first
    std::vector<MarkStep> steps_;
};

}  // namespace

std::vector<MarkStep> mark_up(std::string_view text, const std::vector<Claim>& claims) {
    constexpr std::string_view white = " \t\r\n\v\f";
    Cutter cutter(text, claims);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t line_end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, line_end - at);
        const std::size_t first = line.find_first_not_of(white);
        if (first != std::string_view::npos) {
            const std::size_t last = line.find_last_not_of(white) + 1;
            cutter.paragraph({static_cast<std::uint32_t>(at + first), static_cast<std::uint32_t>(at + last)});
        }
        at = line_end + 1;
    }
    return cutter.take();
}

}  // namespace whosaid::cli
