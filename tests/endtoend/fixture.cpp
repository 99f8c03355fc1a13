#include "tests/endtoend/fixture.hpp"

#include "tests/endtoend/json_schema.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace whosaid::endtoend {
namespace {

const Json& schema() {
    static const Json parsed = [] {
        const tests::TemporaryFolder folder;
        return Json::parse(run(folder.path(), {"schema"}).out);
    }();
    return parsed;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string each; std::getline(in, each);)
        out.push_back(each);
    return out;
}

Json checked(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << text;
    EXPECT_EQ(violation(json, schema()), "") << text;
    return json;
}

}  // namespace

std::string EndToEnd::output(const Arguments& arguments, std::string_view input) const {
    const Outcome outcome = run(arguments, input);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
}

Json EndToEnd::document(const Arguments& arguments, std::string_view input) const {
    return checked(output(arguments, input));
}

std::vector<Json> EndToEnd::lines(const Arguments& arguments, std::string_view input) const {
    std::vector<Json> out;
    for (const std::string& each : lines_of(output(arguments, input)))
        out.push_back(checked(each));
    return out;
}

std::string line(const std::string& id, const std::string& outlet, const std::string& date,
                 const std::string& title, const std::string& text) {
    return Json{{"id", id}, {"outlet", outlet}, {"date", date}, {"title", title}, {"text", text}}.dump() +
           "\n";
}

std::filesystem::path sample_folder() {
    return std::filesystem::path(WHOSAID_SOURCE_DIR) / "corpus" / "sample";
}

std::string sample(std::size_t times) {
    std::vector<Json> articles;
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(sample_folder()))
        files.push_back(each.path());
    std::ranges::sort(files);
    for (const auto& each : files) {
        std::ifstream file(each);
        for (std::string text; std::getline(file, text);)
            articles.push_back(Json::parse(text));
    }
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        for (Json each : articles) {
            each["id"] = std::to_string(i) + "/" + each["id"].get<std::string>();
            out += each.dump() + "\n";
        }
    }
    return out;
}

std::vector<std::string> all_claims(const std::filesystem::path& folder, const std::string& query) {
    constexpr int page = 5000;
    std::vector<std::string> all;
    while (true) {
        const Outcome outcome = run(folder, {"search", "--claims", query, "--format", "jsonl", "--limit",
                                             std::to_string(page), "--offset", std::to_string(all.size())});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        const std::vector<std::string> found = lines_of(outcome.out);
        all.insert(all.end(), found.begin(), found.end());
        if (found.size() < page) break;
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace whosaid::endtoend
