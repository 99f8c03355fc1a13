// Ctrl-C as a request: long work ends at a point where what is done is whole.
#pragma once

#include <csignal>

namespace whosaid::cli {

// While it lives, the first Ctrl-C only asks to stop; a second one ends the program at once. One at a time.
class InterruptWatch {
  public:
    InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    ~InterruptWatch();

    [[nodiscard]] static bool asked();

  private:
    struct sigaction before_int_ {};
    struct sigaction before_term_ {};
};

}  // namespace whosaid::cli
