#include "cli/report/html_builder.hpp"

#include "core/text/utf8.hpp"

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

}  // namespace whosaid::cli
