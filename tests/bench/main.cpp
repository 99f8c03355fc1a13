// whosaid-bench MODE [--limit N] [PATH...]: how fast, beside a baseline measured in the same run.
#include "tests/bench/modes.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <exception>
#include <optional>
#include <string_view>

namespace {

using whosaid::bench::Settings;

struct Mode {
    std::string_view name;
    void (*run)(const Settings&);
    std::string_view purpose;
};

constexpr auto modes = std::to_array<Mode>({
    {"analysis", whosaid::bench::analysis, "words a second by stage, against ICU word break; N articles"},
    {"ingest", whosaid::bench::ingest, "whole ingest against bare Xapian; N articles"},
    {"query", whosaid::bench::query, "search and verify against bare Xapian matching; N claims"},
    {"reports", whosaid::bench::reports, "reports written in each form against the analysis; N articles"},
});

std::optional<Settings> settings(int count, char** arguments) {
    Settings out;
    for (int i = 0; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (!argument.starts_with("--")) {
            out.paths.emplace_back(argument);
            continue;
        }
        if (argument != "--limit" || ++i == count) return std::nullopt;
        const std::string_view value = arguments[i];
        const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), out.limit);
        if (wrong != std::errc() || end != value.data() + value.size()) return std::nullopt;
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view name = argc > 1 ? argv[1] : "";
    for (const Mode& mode : modes) {
        if (mode.name != name) continue;
        const std::optional<Settings> asked = settings(argc - 2, argv + 2);
        if (!asked) break;
        try {
            mode.run(*asked);
            return 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "whosaid-bench: %s\n", error.what());
            return 1;
        }
    }
    std::fputs("usage: whosaid-bench MODE [--limit N] [PATH...]\n", stderr);
    for (const Mode& mode : modes) {
        std::fprintf(stderr, "  %-9.*s %.*s\n", static_cast<int>(mode.name.size()), mode.name.data(),
                     static_cast<int>(mode.purpose.size()), mode.purpose.data());
    }
    return 2;
}
