#include "cli/command/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace {

int program(std::span<const std::string> arguments) {
    using namespace whosaid::cli;
    Console console(stdout, stderr);
    const char* index = std::getenv("WHOSAID_INDEX");
    const auto parsed =
        parse(arguments, {index == nullptr ? "" : index, std::thread::hardware_concurrency()});
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
        console.print(answer->out);
        if (!answer->err.empty()) console.message(answer->err);
        if (const auto written = console.finish(); !written) {
            console.error(written.error());
            return exit_status(written.error().code);
        }
        return answer->status;
    }
    return run(std::get<Options>(parsed), console);
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away shows as an error of the write; the console then ends quietly.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        return program(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "whosaid: %s\n", error.what());
        return 1;
    }
}
