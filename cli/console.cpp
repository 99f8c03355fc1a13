#include "cli/console.hpp"

#include "cli/report/display.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace whosaid::cli {
namespace {

bool colours_wanted() {
    const char* no_colour = std::getenv("NO_COLOR");
    if (no_colour != nullptr && *no_colour != '\0') return false;
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) != "dumb";
}

unsigned columns(int descriptor) {
    constexpr unsigned usual = 80;
    constexpr unsigned narrowest = 40;
    constexpr unsigned widest = 120;  // longer lines are hard to read
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::clamp<unsigned>(size.ws_col, narrowest, widest);
}

}  // namespace

Console::Console(std::FILE* out, std::FILE* err)
    : out_(out),
      err_(err),
      out_is_terminal_(isatty(fileno(out)) != 0),
      err_is_terminal_(isatty(fileno(err)) != 0),
      colour_(out_is_terminal_ && colours_wanted()),
      width_(columns(fileno(out_is_terminal_ ? out : err))) {}

void Console::check(bool written) {
    if (written || closed_) return;
    closed_ = true;
    if (errno != EPIPE) failure_ = errno;
}

void Console::print(std::string_view text) {
    if (closed_ || text.empty()) return;
    check(std::fwrite(text.data(), 1, text.size(), out_) == text.size());
}

void Console::line(std::string_view text) {
    print(text);
    print("\n");
    if (out_is_terminal_) check(std::fflush(out_) == 0);
}

void Console::message(std::string_view text) {
    status({});
    fmt::print(err_, "whosaid: {}\n", printable(text));
}

void Console::error(const Error& error) {
    message(to_string(error));
}

void Console::warning(const Error& error) {
    Error shown = error;
    shown.message = "warning: " + shown.message;
    message(to_string(shown));
}

void Console::status(std::string_view text) {
    if (!err_is_terminal_ || (text.empty() && !status_shown_)) return;
    fmt::print(err_, "\r\x1b[K{}", text);
    std::fflush(err_);
    status_shown_ = !text.empty();
}

Result<void> Console::finish() {
    if (!closed_) check(std::fflush(out_) == 0);
    if (failure_ == 0) return {};
    return tl::unexpected(Error{ErrorCode::failed,
                                fmt::format("the results could not be written: {}", std::strerror(failure_)),
                                "they are not complete; make room or write elsewhere", "", 0});
}

std::string styled(std::string_view text, std::string_view code, bool on) {
    return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace whosaid::cli
