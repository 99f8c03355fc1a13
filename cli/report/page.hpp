// Text for a terminal, laid out: words in several looks, wrapped, with margins.
#pragma once

#include "cli/report/report.hpp"
#include "core/types.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

enum class Look : std::uint8_t { plain, bold, dim, good, warn, bad };

// Words in several looks that are wrapped as one text. Whatever is added becomes printable here, so nothing
// of an article reaches the terminal by another way.
class Words {
  public:
    Words() = default;
    explicit Words(std::string_view words, Look look = Look::plain) { add(words, look); }

    Words& add(std::string_view words, Look look = Look::plain);
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    struct Run {
        Span span;
        Look look = Look::plain;
    };
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

  private:
    std::string text_;
    std::vector<Run> runs_;  // in order, apart from single spaces between them
};

// Lines no wider than the style's width, which counts as 40 at least: below that, lines are longer than the
// terminal rather than torn.
class Page {
  public:
    explicit Page(const TextStyle& style);

    void blank() { out_ += '\n'; }
    // As it is: for the rows of charts.
    void line(std::string_view text);
    // Wraps `words`, the first line behind `first`, the others behind as many spaces as `rest`.
    void paragraph(std::string_view first, std::size_t rest, const Words& words);
    void paragraph(std::size_t margin, const Words& words);
    // "  label       words", wrapped under the words; nothing where there are none.
    void entry(std::string_view label, const Words& words);
    void heading(const Words& words);
    // A passage of at most `columns` columns between quotation marks that hang left of the margin; one that
    // brings its own keeps those.
    void quoted(std::size_t margin, std::string_view passage, std::size_t columns);

    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void styled(Span line, const Words& words, std::size_t& run);

    bool colour_;
    std::size_t width_;
    std::string out_;
};

}  // namespace whosaid::cli
