#include "cli/report/html_builder.hpp"

#include "core/text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::cli {

Html& Html::text(std::string_view words) {
    std::string repaired;
    if (text::first_invalid(words)) {
        repaired = text::repaired(words);
        words = repaired;
    }
    for (const char c : words) {
        switch (c) {
            case '&':
                out_ += "&amp;";
                break;
            case '<':
                out_ += "&lt;";
                break;
            case '>':
                out_ += "&gt;";
                break;
            case '"':
                out_ += "&quot;";
                break;
            case '\'':
                out_ += "&#39;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= ' ' ? c != '\x7F' : c == '\n' || c == '\t') out_ += c;
        }
    }
    return *this;
}

Html& Html::number(std::size_t value) {
    out_ += fmt::format("{}", value);
    return *this;
}

void write_date(Html& html, const std::optional<Date>& date) {
    if (!date) {
        html.raw("undated");
        return;
    }
    const std::string iso = to_string(*date);
    html.raw("<time datetime=\"").text(iso).raw("\">").text(iso).raw("</time>");
}

void write_with_dates(Html& html, std::string_view words) {
    constexpr std::string_view digits = "0123456789";
    std::size_t written = 0;
    for (std::size_t at = words.find_first_of(digits); at < words.size();
         at = words.find_first_of(digits, at)) {
        const std::size_t end = std::min(words.find_first_not_of("0123456789-", at), words.size());
        const std::string_view run = words.substr(at, end - at);
        constexpr std::size_t year = 4;
        if (run.size() <= std::string_view("2026-03-03").size() && run.find('-') == year) {
            html.text(words.substr(written, at - written))
                .raw("<span class=\"day\">")
                .text(run)
                .raw("</span>");
            written = end;
        }
        at = end;
    }
    html.text(words.substr(written));
}

}  // namespace whosaid::cli
