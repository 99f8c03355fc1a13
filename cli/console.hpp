// Standard output and standard error: results to the one, messages to the other.
#pragma once

#include "core/types.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace whosaid::cli {

class Console {
  public:
    // Asks the terminal for its width, and NO_COLOR and TERM for colours.
    Console(std::FILE* out, std::FILE* err);

    void print(std::string_view text);    // results
    void line(std::string_view text);     // results, and a line break
    void message(std::string_view text);  // "whosaid: TEXT"
    void error(const Error& error);       // "whosaid: file:line: message; hint"
    void warning(const Error& error);     // "whosaid: warning: ..."
    void status(std::string_view text);   // overwrites the status line of a terminal; empty: clears it

    // Nobody reads the results any more (a closed pipe), or they cannot be written: stop.
    [[nodiscard]] bool closed() const { return closed_; }
    // Writes out what is held back. An error where results were lost, but for a closed pipe.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] bool out_is_terminal() const { return out_is_terminal_; }
    [[nodiscard]] bool err_is_terminal() const { return err_is_terminal_; }
    [[nodiscard]] bool colour() const { return colour_; }  // of results
    [[nodiscard]] unsigned width() const { return width_; }

  private:
    void check(bool written);

    std::FILE* out_;
    std::FILE* err_;
    bool out_is_terminal_ = false;
    bool err_is_terminal_ = false;
    bool colour_ = false;
    bool status_shown_ = false;
    bool closed_ = false;
    int failure_ = 0;  // errno
    unsigned width_ = 80;
};

// `text` in bold, faint or another terminal style ("1", "2", "32"), plain where `on` is false.
[[nodiscard]] std::string styled(std::string_view text, std::string_view code, bool on);

}  // namespace whosaid::cli
