// A folder with an index in it, and the commands on it.
#pragma once

#include "tests/endtoend/program.hpp"
#include "tests/sanitized.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace whosaid::endtoend {

using Json = nlohmann::json;
using Arguments = std::vector<std::string>;

using tests::sanitized;

class EndToEnd : public ::testing::Test {
  protected:
    [[nodiscard]] Outcome run(const Arguments& arguments, std::string_view input = {}) const {
        return endtoend::run(folder_.path(), arguments, input);
    }
    // The output of a run that must end well.
    [[nodiscard]] std::string output(const Arguments& arguments, std::string_view input = {}) const;
    // The same as one JSON document, or as JSON Lines, each held against what `whosaid schema` prints.
    [[nodiscard]] Json document(const Arguments& arguments, std::string_view input = {}) const;
    [[nodiscard]] std::vector<Json> lines(const Arguments& arguments, std::string_view input = {}) const;

    [[nodiscard]] std::filesystem::path write(const std::string& name, std::string_view content) const {
        return folder_.write(name, content);
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    tests::TemporaryFolder folder_;
};

// One line of JSON Lines.
[[nodiscard]] std::string line(const std::string& id, const std::string& outlet, const std::string& date,
                               const std::string& title, const std::string& text);

// The demonstration corpus `times` over, in one JSON Lines text, ids "0/...", "1/..." and so on.
[[nodiscard]] std::string sample(std::size_t times);
[[nodiscard]] std::filesystem::path sample_folder();

// Every claim that an index gives for `query`, as search prints them, sorted.
[[nodiscard]] std::vector<std::string> all_claims(const std::filesystem::path& folder,
                                                  const std::string& query);

}  // namespace whosaid::endtoend
