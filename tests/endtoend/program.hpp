// The program itself, run as a user runs it: arguments, standard input and files in; status, output and
// messages out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace whosaid::endtoend {

struct Outcome {
    int status = 0;  // of the exit; minus the signal's number where a signal ended it
    std::string out;
    std::string err;
};

// A run that has begun. It works in `folder`, with nothing of the tests' environment but what sanitizers and
// the system need: no colours, no terminal, a fixed clock for reports, `folder`/index as its index.
class Process {
  public:
    Process(const std::filesystem::path& folder, const std::vector<std::string>& arguments);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();  // kills it where it still runs

    void write(std::string_view input) const;  // to its standard input, which stays open
    void end_input();
    void kill();                   // SIGKILL; `wait` tells the rest
    [[nodiscard]] bool running();  // has not ended yet
    [[nodiscard]] Outcome wait();  // ends the input first

  private:
    [[nodiscard]] bool ended(bool block);

    std::filesystem::path out_;
    std::filesystem::path err_;
    int input_ = -1;
    pid_t id_ = -1;
    int status_ = 0;
    bool ended_ = false;
};

// Runs to the end.
[[nodiscard]] Outcome run(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                          std::string_view input = {});

}  // namespace whosaid::endtoend
