// What the program says of itself: the purpose of each command and examples of its use.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace whosaid::cli {

struct CommandHelp {
    std::string_view name;
    std::string_view purpose;   // one sentence
    std::string_view examples;  // for the end of its help
};

[[nodiscard]] std::span<const CommandHelp> command_helps();
[[nodiscard]] std::string overview();  // whosaid --help
[[nodiscard]] std::string version();   // "whosaid 0.1.0"

}  // namespace whosaid::cli
