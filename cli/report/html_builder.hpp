// HTML put together so that third-party text cannot become markup: literals of the program go in as they are,
// everything else is escaped.
#pragma once

#include <cstddef>
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

}  // namespace whosaid::cli
