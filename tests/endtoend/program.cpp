#include "tests/endtoend/program.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whosaid::endtoend {
namespace {

void check(int error, const char* what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> environment() {
    std::vector<std::string> out{"LC_ALL=C.UTF-8", "TERM=dumb", "SOURCE_DATE_EPOCH=1772323200",
                                 "WHOSAID_INDEX=index"};
    for (const char* name :
         {"PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
    }
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out(strings.size() + 1, nullptr);
    std::ranges::transform(strings, out.begin(), [](std::string& each) { return each.data(); });
    return out;
}

// A name for a file of a run, beside the test's own files.
std::string capture_name(const char* of) {
    static std::atomic<unsigned> runs = 0;
    return ".run-" + std::to_string(++runs) + "-" + of;
}

}  // namespace

Process::Process(const std::filesystem::path& folder, const std::vector<std::string>& arguments)
    : out_(folder / capture_name("out")), err_(folder / capture_name("err")) {
    std::signal(SIGPIPE, SIG_IGN);  // a program that ends early leaves its input unread
    std::array<int, 2> pipe{};
    check(::pipe2(pipe.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe");
    std::vector<std::string> words{WHOSAID_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment();
    posix_spawn_file_actions_t actions{};
    check(posix_spawn_file_actions_init(&actions), "posix_spawn_file_actions_init");
    constexpr int mode = 0600;
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     mode);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     mode);
    const int error = posix_spawn(&id_, WHOSAID_BINARY, &actions, nullptr, pointers(words).data(),
                                  pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[0]);
    input_ = pipe[1];
    check(error, WHOSAID_BINARY);
}

Process::~Process() {
    end_input();
    kill();
    static_cast<void>(ended(true));
}

void Process::write(std::string_view input) const {
    while (!input.empty()) {
        const ssize_t written = ::write(input_, input.data(), input.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return;  // it ended without reading all; its status tells why
        input.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Process::end_input() {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
}

void Process::kill() {
    if (!ended(false)) ::kill(id_, SIGKILL);
}

bool Process::ended(bool block) {
    if (ended_) return true;
    int status = 0;
    pid_t found = 0;
    do {
        found = ::waitpid(id_, &status, block ? 0 : WNOHANG);
    } while (found < 0 && errno == EINTR);
    if (found == 0) return false;
    ended_ = true;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return true;
}

bool Process::running() {
    return !ended(false);
}

Outcome Process::wait() {
    end_input();
    static_cast<void>(ended(true));
    return {status_, content(out_), content(err_)};
}

Outcome run(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
            std::string_view input) {
    Process begun(folder, arguments);
    begun.write(input);
    return begun.wait();
}

}  // namespace whosaid::endtoend
