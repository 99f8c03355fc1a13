#include "cli/interrupt.hpp"

#include <string_view>

#include <unistd.h>

namespace whosaid::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

}  // namespace

InterruptWatch::InterruptWatch() {
    interrupted = 0;
    struct sigaction action {};
    action.sa_handler = [](int) {
        interrupted = 1;
        constexpr std::string_view note = "\nwhosaid: finishing what was begun; once more ends at once\n";
        static_cast<void>(!::write(STDERR_FILENO, note.data(), note.size()));
    };
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a waiting read ends
    sigaction(SIGINT, &action, &before_int_);
    sigaction(SIGTERM, &action, &before_term_);
}

InterruptWatch::~InterruptWatch() {
    sigaction(SIGINT, &before_int_, nullptr);
    sigaction(SIGTERM, &before_term_, nullptr);
}

bool InterruptWatch::asked() {
    return interrupted != 0;
}

}  // namespace whosaid::cli
