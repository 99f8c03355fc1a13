#include "tests/browser/browser.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whosaid::browser {
namespace {

void check(bool good, const char* what) {
    if (!good) throw std::system_error(errno, std::generic_category(), what);
}

// A pipe whose ends are above those that the browser gets as 3 and 4.
std::pair<int, int> pipe_ends() {
    constexpr int above = 10;
    std::array<int, 2> ends{};
    check(::pipe2(ends.data(), O_CLOEXEC) == 0, "pipe");
    std::pair<int, int> out;
    out.first = ::fcntl(ends[0], F_DUPFD_CLOEXEC, above);
    out.second = ::fcntl(ends[1], F_DUPFD_CLOEXEC, above);
    check(out.first >= 0 && out.second >= 0, "fcntl");
    ::close(ends[0]);
    ::close(ends[1]);
    return out;
}

}  // namespace

std::filesystem::path chromium() {
    for (const char* name : {"/usr/bin/chromium-headless-shell", "/usr/bin/chromium"}) {
        if (std::filesystem::exists(name)) return name;
    }
    return {};
}

Page::Page() {
    std::signal(SIGPIPE, SIG_IGN);  // a browser that ends early is told by its silence
    const auto [its_input, to] = pipe_ends();
    const auto [from, its_output] = pipe_ends();
    to_ = to;
    from_ = from;
    const std::string program = chromium().string();
    std::vector<std::string> words{program,
                                   "--headless",
                                   "--remote-debugging-pipe",
                                   "--disable-gpu",
                                   "--hide-scrollbars",
                                   "--no-first-run",
                                   "--host-resolver-rules=MAP * ~NOTFOUND",  // nothing leaves the machine
                                   "--user-data-dir=" + (folder_ / "profile").string(),
                                   "about:blank"};
    if (::geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");  // root has no sandbox
    std::vector<char*> arguments(words.size() + 1, nullptr);
    std::ranges::transform(words, arguments.begin(), [](std::string& word) { return word.data(); });
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    constexpr int browser_reads = 3;
    constexpr int browser_writes = 4;
    posix_spawn_file_actions_adddup2(&actions, its_input, browser_reads);
    posix_spawn_file_actions_adddup2(&actions, its_output, browser_writes);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    errno = posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(its_input);
    ::close(its_output);
    check(errno == 0, program.c_str());

    const std::string target = call("Target.createTarget", {{"url", "about:blank"}}).at("targetId");
    session_ = call("Target.attachToTarget", {{"targetId", target}, {"flatten", true}}).at("sessionId");
    call("Page.enable");
    call("Network.enable");
    medium("screen", "light");
}

Page::~Page() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    ::close(to_);
    ::close(from_);
}

int Page::send(std::string_view method, const Json& parameters) {
    Json message{{"id", ++calls_}, {"method", method}, {"params", parameters}};
    if (!session_.empty()) message["sessionId"] = session_;
    const std::string text = message.dump(-1, ' ', false, Json::error_handler_t::replace) + '\0';
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t written = ::write(to_, text.data() + sent, text.size() - sent);
        check(written > 0 || errno == EINTR, "write to the browser");
        if (written > 0) sent += static_cast<std::size_t>(written);
    }
    return calls_;
}

Json Page::call(std::string_view method, const Json& parameters) {
    const int id = send(method, parameters);
    while (true) {
        const Json got = received();
        if (got.value("id", 0) != id) {
            note(got);
            continue;
        }
        if (got.contains("error")) throw std::runtime_error(std::string(method) + ": " + got["error"].dump());
        return got.at("result");
    }
}

Json Page::received() {
    constexpr int patience = 60'000;  // milliseconds
    std::size_t end = unread_.find('\0');
    while (end == std::string::npos) {
        pollfd waiting{from_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, patience);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) throw std::runtime_error("the browser does not answer");
        std::array<char, 65536> buffer{};
        const ssize_t got = ::read(from_, buffer.data(), buffer.size());
        if (got <= 0) throw std::runtime_error("the browser has ended");
        const std::size_t searched = unread_.size();
        unread_.append(buffer.data(), static_cast<std::size_t>(got));
        end = unread_.find('\0', searched);
    }
    Json message = Json::parse(unread_.substr(0, end));
    unread_.erase(0, end + 1);
    return message;
}

void Page::note(const Json& event) {
    const std::string method = event.value("method", "");
    if (method == "Page.loadEventFired") loaded_ = true;
    if (method == "Page.javascriptDialogOpening") {
        dialogs_.push_back(event["params"].value("message", ""));
        send("Page.handleJavaScriptDialog", {{"accept", false}});  // else the page waits for ever
    }
    if (method == "Network.requestWillBeSent") {
        const std::string url = event["params"]["request"].value("url", "");
        if (url != address_) requests_[event["params"].value("requestId", "")] = url;
    }
    if (method == "Network.loadingFailed" && event["params"].value("blockedReason", "") == "csp")
        requests_.erase(event["params"].value("requestId", ""));
}

void Page::screen(int width, int height, bool touch) {
    call("Emulation.setDeviceMetricsOverride",
         {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", touch}});
}

void Page::medium(std::string_view media, std::string_view scheme) {
    const Json colours{{"name", "prefers-color-scheme"}, {"value", scheme}};
    const Json still{{"name", "prefers-reduced-motion"}, {"value", "reduce"}};  // scrolled at once
    call("Emulation.setEmulatedMedia", {{"media", media}, {"features", Json::array({colours, still})}});
}

void Page::scripts(bool run) {
    call("Emulation.setScriptExecutionDisabled", {{"value", !run}});
}

void Page::navigate(const std::string& url) {
    loaded_ = false;
    call("Page.navigate", {{"url", url}});
    while (!loaded_)
        note(received());
}

void Page::load(std::string_view html) {
    navigate("about:blank");  // else an address that differs in nothing is not loaded anew
    address_ = "file://" + folder_.write("page.html", html).string();
    requests_.clear();
    dialogs_.clear();
    navigate(address_);
}

Json Page::evaluate(std::string_view expression) {
    const Json got = call("Runtime.evaluate",
                          {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
    if (got.contains("exceptionDetails")) throw std::runtime_error(got["exceptionDetails"].dump());
    return got["result"].value("value", Json());
}

void Page::press(std::string_view key) {
    Json event{{"type", "keyDown"}, {"key", key}, {"code", key}};
    if (key == "Enter") event["text"] = "\r";
    event["windowsVirtualKeyCode"] = key == "Enter" ? 13 : 9;
    call("Input.dispatchKeyEvent", event);
    event["type"] = "keyUp";
    event.erase("text");
    call("Input.dispatchKeyEvent", event);
}

std::string Page::pdf() {
    return call("Page.printToPDF").at("data");  // in base64
}

std::vector<std::string> Page::requests() {
    // What a page asks for once it is loaded takes a moment.
    static_cast<void>(evaluate("new Promise(done => setTimeout(done, 50))"));
    std::vector<std::string> out;
    for (const auto& [id, url] : requests_)
        out.push_back(url);
    return out;
}

std::vector<std::string> Page::dialogs() {
    return dialogs_;
}

}  // namespace whosaid::browser
