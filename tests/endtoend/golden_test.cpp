// Claims and reports of three articles of the demonstration corpus, and a claim's timeline, as the program
// prints them.
#include "tests/golden.hpp"

#include "tests/endtoend/fixture.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

namespace whosaid::endtoend {
namespace {

struct Sample {
    const char* story;
    const char* article;
};

class Demonstration : public ::testing::Test {
  protected:
    // One index of the whole corpus serves all.
    static void SetUpTestSuite() {
        folder_ = std::make_unique<tests::TemporaryFolder>();
        ASSERT_EQ(run(folder_->path(), {"index", sample_folder()}).status, 0);
    }
    static void TearDownTestSuite() { folder_.reset(); }

    [[nodiscard]] static std::string output(const Arguments& arguments) {
        const Outcome outcome = run(folder_->path(), arguments);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return outcome.out;
    }

  private:
    static std::unique_ptr<tests::TemporaryFolder> folder_;
};
std::unique_ptr<tests::TemporaryFolder> Demonstration::folder_;

class Samples : public Demonstration, public ::testing::WithParamInterface<Sample> {};

TEST_P(Samples, Golden) {
    const std::string name = std::string(GetParam().story) + "." + GetParam().article;
    const std::string id = std::string(GetParam().story) + "/" + GetParam().article;
    const std::string story = (sample_folder() / GetParam().story).string() + ".jsonl";
    const std::string claims = output({"claims", story, "--format", "jsonl"});
    const std::size_t begin = claims.rfind('\n', claims.find("\"id\":\"" + id + "\"")) + 1;
    const std::string line = claims.substr(begin, claims.find('\n', begin) - begin);
    // Laid out, so that a change shows as the lines it changes.
    tests::expect_golden(name + ".claims.json", nlohmann::ordered_json::parse(line).dump(1) + "\n");
    tests::expect_golden(name + ".report.json", output({"report", id, "--to", "json"}));
    tests::expect_golden(name + ".report.txt", output({"report", id, "--to", "text"}));
}

TEST_F(Demonstration, TimelineGolden) {
    const Arguments timeline{"timeline", "Deshmane will travel to Cairo in May."};
    tests::expect_golden("egypt-visit.timeline.txt", output(timeline));
    Arguments as_json = timeline;
    as_json.insert(as_json.end(), {"--format", "json"});
    tests::expect_golden("egypt-visit.timeline.json", output(as_json));
}

// The claims that cli/quickstart.sh shows, with what it says of them.
TEST(Quickstart, ShowsTheFourKindsOfAnswer) {
    std::ostringstream text;
    text << std::ifstream(WHOSAID_SOURCE_DIR "/cli/quickstart.sh").rdbuf();
    const std::string script = text.str();
    const std::regex shown("show \"[^\"]*\" (\\S+) \\\\\n +\"([^\"]*)\"");
    const tests::TemporaryFolder folder;
    ASSERT_EQ(run(folder.path(), {"index", sample_folder()}).status, 0);
    std::vector<nlohmann::json> answers;
    for (std::sregex_iterator at(script.begin(), script.end(), shown), end; at != end; ++at) {
        const Outcome outcome =
            run(folder.path(), {"verify", (*at)[2].str(), "--as-of", (*at)[1].str(), "--format", "json"});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        answers.push_back(nlohmann::json::parse(outcome.out));
    }
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(answers[0]["verdict"], "corroborated");
    EXPECT_GE(answers[0]["origins_for"], 2);
    EXPECT_EQ(answers[1]["verdict"], "single-source");
    std::set<std::string> outlets;
    for (const auto& evidence : answers[1]["evidence"])
        outlets.insert(evidence["outlet"].get<std::string>());
    EXPECT_GE(outlets.size(), 3U);
    EXPECT_EQ(answers[2]["verdict"], "contradicted");
    bool number_differs = false;
    for (const auto& reason : answers[2]["evidence"][0]["reasons"])
        number_differs = number_differs || (reason["slot"] == "number" && reason["agrees"] == false);
    EXPECT_TRUE(number_differs) << answers[2].dump(1);
    EXPECT_EQ(answers[3]["verdict"], "unsupported");
}

INSTANTIATE_TEST_SUITE_P(Articles, Samples,
                         ::testing::Values(Sample{"egypt-visit", "a1"}, Sample{"foam-plant-fire", "a2"},
                                           Sample{"vindal-merger", "a3"}),
                         [](const auto& each) {
                             std::string name = each.param.story;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace whosaid::endtoend
