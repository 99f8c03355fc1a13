// HTML put together so that third-party text cannot become markup: literals of the program go in as they are,
// everything else is escaped.
#pragma once

#include "core/date.hpp"

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
    Html& append(const Html& other) {  // another's markup, after one's own
        out_ += other.out_;
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

void write_date(Html& html, const std::optional<Date>& date);  // a <time>, or "undated"
// `words`, the days among them (2026-03-03, 2026-03) kept on one line each.
void write_with_dates(Html& html, std::string_view words);

}  // namespace whosaid::cli
