// HTML put together so that third-party text cannot become markup: literals of the program go in as they are,
// everything else is escaped.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace whosaid::cli {

class Html {
  public:
    // Markup, string literals only.
    template <std::size_t N>
    Html& raw(const char (&literal)[N]) {
        out_.append(literal, N - 1);
        return *this;
    }
    // Text or the value of a quoted attribute: & < > " ' become references, control characters other than
    // line breaks and tabs disappear, invalid UTF-8 is repaired.
    Html& text(std::string_view words);
    Html& number(std::size_t value);
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

// `url` where it may stand in a link: http or https, and nothing in it but visible ASCII and letters beyond.
[[nodiscard]] std::optional<std::string_view> safe_href(std::string_view url);

}  // namespace whosaid::cli
