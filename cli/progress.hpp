// How far a long piece of work is, in one line: counts, rates, time left. Text only; the caller shows it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace whosaid::cli {

struct ProgressState {
    std::uint64_t articles = 0;   // analysed and written
    std::uint64_t unchanged = 0;  // skipped
    std::uint64_t words = 0;
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_total = 0;  // 0: not known, so neither share nor time left is told
    std::chrono::duration<double> elapsed{};
};

// "12,345"
[[nodiscard]] std::string grouped(std::uint64_t number);
// "43 s", "2:05 min", "1:02:09 h"
[[nodiscard]] std::string duration_text(std::chrono::duration<double> duration);
// "1,204 articles (12 unchanged), 310 articles/s, 98,400 words/s"
[[nodiscard]] std::string progress_text(const ProgressState& state);
// "[=====>    ]  52%  1,204 articles, ..., 43 s left", no wider than `width` columns.
[[nodiscard]] std::string progress_bar(const ProgressState& state, unsigned width);

// Tells when a line is due: at once, then every `interval`.
class Pace {
  public:
    explicit Pace(std::chrono::milliseconds interval) : interval_(interval) {}
    [[nodiscard]] bool due(std::chrono::steady_clock::time_point now) {
        if (now < next_) return false;
        next_ = now + interval_;
        return true;
    }

  private:
    std::chrono::milliseconds interval_;
    std::chrono::steady_clock::time_point next_{};
};

}  // namespace whosaid::cli
