#include "cli/report/page.hpp"

#include "cli/report/display.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::size_t narrowest = 40;

constexpr std::string_view left_quote = "\xE2\x80\x9C";
constexpr std::string_view right_quote = "\xE2\x80\x9D";

std::string_view escape_of(Look look) {
    switch (look) {
        case Look::plain:
            return "";
        case Look::bold:
            return "\x1b[1m";
        case Look::dim:
            return "\x1b[2m";
        case Look::good:
            return "\x1b[1;32m";
        case Look::warn:
            return "\x1b[1;33m";
        case Look::bad:
            return "\x1b[1;31m";
    }
    return "";
}

}  // namespace

Words& Words::add(std::string_view words, Look look) {
    const std::string clean = printable(words);
    if (clean.empty()) return *this;
    if (!text_.empty() && words.front() == ' ') text_ += ' ';
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += clean;
    runs_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, look});
    return *this;
}

Page::Page(const TextStyle& style)
    : colour_(style.colour), width_(std::max<std::size_t>(style.width, narrowest)) {}

void Page::paragraph(std::string_view first, std::size_t rest, const Words& words) {
    const std::size_t margin = std::max(display_width(first), rest);
    const std::vector<Span> lines = wrap(words.text(), width_ > margin ? width_ - margin : 1);
    std::size_t run = 0;
    bool is_first = true;
    for (const Span line : lines) {
        if (is_first) {
            out_ += first;
        } else {
            out_.append(rest, ' ');
        }
        is_first = false;
        styled(line, words, run);
        out_ += '\n';
    }
}

void Page::line(std::string_view text) {
    out_ += text;
    out_ += '\n';
}

void Page::paragraph(std::size_t margin, const Words& words) {
    paragraph(std::string(margin, ' '), margin, words);
}

void Page::entry(std::string_view label, const Words& words) {
    if (!words.empty()) paragraph(fmt::format("  {:<10}  ", label), 14, words);
}

void Page::heading(const Words& words) {
    paragraph(0, words);
    out_.append(width_, '-');
    out_ += '\n';
}

void Page::quoted(std::size_t margin, std::string_view passage, std::size_t columns) {
    const std::string text = shortened(printable(passage), columns);
    if (text.size() > 1 && text.starts_with('"') && text.ends_with('"')) {
        paragraph(std::string(margin - 1, ' ') + '"', margin, Words(text.substr(1)));
    } else if (text.starts_with(left_quote) && text.ends_with(right_quote)) {
        paragraph(std::string(margin - 1, ' ').append(left_quote), margin,
                  Words(text.substr(left_quote.size())));
    } else {
        paragraph(std::string(margin - 1, ' ') + '"', margin, Words(text + '"'));
    }
}

// The bytes of `line`, in the looks of the runs that cover it; `run` goes on from line to line.
void Page::styled(Span line, const Words& words, std::size_t& run) {
    if (!colour_) {
        out_ += line.of(words.text());
        return;
    }
    std::uint32_t at = line.begin;
    while (at < line.end && run < words.runs().size()) {
        const Words::Run& current = words.runs()[run];
        if (current.span.end <= at) {
            ++run;
            continue;
        }
        const std::uint32_t begin = std::clamp(current.span.begin, at, line.end);
        const std::uint32_t end = std::min(current.span.end, line.end);
        out_ += Span{at, begin}.of(words.text());
        if (begin < end) {
            const std::string_view escape = escape_of(current.look);
            out_ += escape;
            out_ += Span{begin, end}.of(words.text());
            if (!escape.empty()) out_ += "\x1b[0m";
        }
        at = std::max(begin, end);
    }
}

}  // namespace whosaid::cli
