// Claims and reports of three articles of the demonstration corpus, as the program prints them.
#include "tests/golden.hpp"

#include "tests/endtoend/fixture.hpp"

#include <algorithm>
#include <memory>

namespace whosaid::endtoend {
namespace {

struct Sample {
    const char* story;
    const char* article;
};

class Demonstration : public ::testing::TestWithParam<Sample> {
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

TEST_P(Demonstration, Golden) {
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

INSTANTIATE_TEST_SUITE_P(Articles, Demonstration,
                         ::testing::Values(Sample{"egypt-visit", "a1"}, Sample{"foam-plant-fire", "a2"},
                                           Sample{"vindal-merger", "a3"}),
                         [](const auto& each) {
                             std::string name = each.param.story;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace whosaid::endtoend
