#include "cli/progress.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

std::uint64_t rate(std::uint64_t count, std::chrono::duration<double> elapsed) {
    constexpr double shortest = 1e-3;  // nothing worth dividing by
    return static_cast<std::uint64_t>(static_cast<double>(count) / std::max(elapsed.count(), shortest));
}

double share(const ProgressState& state) {
    if (state.bytes_total == 0) return 0;
    return std::min(1.0, static_cast<double>(state.bytes_read) / static_cast<double>(state.bytes_total));
}

std::string time_left(const ProgressState& state) {
    constexpr double enough = 0.005;  // a share too small tells nothing of the rest
    const double done = share(state);
    if (done < enough) return {};
    return ", " + duration_text(state.elapsed * ((1 - done) / done)) + " left";
}

}  // namespace

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string duration_text(std::chrono::duration<double> duration) {
    constexpr std::uint64_t minute = 60;
    constexpr std::uint64_t hour = 3600;
    const auto seconds = static_cast<std::uint64_t>(std::llround(std::max(0.0, duration.count())));
    if (seconds < minute) return fmt::format("{} s", seconds);
    if (seconds < hour) return fmt::format("{}:{:02} min", seconds / minute, seconds % minute);
    return fmt::format("{}:{:02}:{:02} h", seconds / hour, seconds % hour / minute, seconds % minute);
}

std::string progress_text(const ProgressState& state) {
    std::string out = fmt::format("{} articles", grouped(state.articles));
    if (state.unchanged > 0) out += fmt::format(" ({} unchanged)", grouped(state.unchanged));
    out += fmt::format(", {} articles/s, {} words/s", grouped(rate(state.articles, state.elapsed)),
                       grouped(rate(state.words, state.elapsed)));
    return out + time_left(state);
}

std::string progress_bar(const ProgressState& state, unsigned width) {
    constexpr std::size_t widest_bar = 24;
    constexpr std::size_t narrowest_bar = 6;
    constexpr std::size_t around = 9;  // brackets, share and the spaces between
    std::string text = progress_text(state);
    if (state.bytes_total == 0) {
        text.resize(std::min<std::size_t>(text.size(), width));
        return text;
    }
    if (text.size() + around + narrowest_bar >= width) {
        std::string line = fmt::format("{:3.0f}% {}", share(state) * 100, text);
        line.resize(std::min<std::size_t>(line.size(), width));
        return line;
    }
    const std::size_t bar = std::min(widest_bar, width - text.size() - around);
    const auto full = static_cast<std::size_t>(share(state) * static_cast<double>(bar));
    return fmt::format("[{}{}] {:3.0f}% {}", std::string(full, '='), std::string(bar - full, ' '),
                       share(state) * 100, text);
}

}  // namespace whosaid::cli
