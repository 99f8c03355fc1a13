// A real Chromium without a window, driven over its DevTools protocol through a pair of pipes: no port, no
// driver program.
#pragma once

#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

namespace whosaid::browser {

using Json = nlohmann::json;

// The installed Chromium; empty where there is none.
[[nodiscard]] std::filesystem::path chromium();

// One page of a browser of its own. Whatever fails throws, also no answer within a minute.
class Page {
  public:
    Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    ~Page();

    void screen(int width, int height, bool touch);
    void medium(std::string_view media, std::string_view scheme);  // "screen" or "print"; "light" or "dark"
    void scripts(bool run);                                        // those of the page; evaluate() goes on
    // Loads `html` as a file, which ends what was loaded before.
    void load(std::string_view html);
    // The value of a JavaScript expression, which may be a promise.
    [[nodiscard]] Json evaluate(std::string_view expression);
    void press(std::string_view key);  // "Tab", "Enter"
    [[nodiscard]] std::string pdf();

    // Since load(): addresses asked for beside the file itself, but for those that the page's own policy
    // stopped, and dialogs that the page opened.
    [[nodiscard]] std::vector<std::string> requests();
    [[nodiscard]] std::vector<std::string> dialogs();

  private:
    int send(std::string_view method, const Json& parameters);  // the id that its answer will have
    Json call(std::string_view method, const Json& parameters = Json::object());
    Json received();  // the next answer or event
    void note(const Json& event);
    void navigate(const std::string& url);

    tests::TemporaryFolder folder_;
    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string unread_;
    std::string session_;
    std::string address_;  // of the file
    int calls_ = 0;
    bool loaded_ = false;
    std::map<std::string, std::string> requests_;  // addresses by the browser's ids
    std::vector<std::string> dialogs_;
};

}  // namespace whosaid::browser
