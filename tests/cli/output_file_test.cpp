#include "cli/output_file.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

class OutputFile : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = testing::TempDir() + "whosaid-output-XXXXXX";
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
    static std::string held(const std::string& path) {
        std::stringstream out;
        out << std::ifstream(path).rdbuf();
        return out.str();
    }
    [[nodiscard]] auto files() const {
        return std::distance(std::filesystem::directory_iterator(folder_), {});
    }
    std::filesystem::path folder_;
};

TEST_F(OutputFile, IsWrittenAndLeavesNothingBeside) {
    ASSERT_TRUE(write_file(path("a.html"), "one", false));
    EXPECT_EQ(held(path("a.html")), "one");
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, ThatExistsIsKeptUnlessForced) {
    ASSERT_TRUE(write_file(path("a"), "one", false));
    const auto kept = write_file(path("a"), "two", false);
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, ErrorCode::failed);
    EXPECT_THAT(to_string(kept.error()), testing::HasSubstr("--force"));
    EXPECT_FALSE(may_write(path("a"), false));
    EXPECT_EQ(held(path("a")), "one");
    ASSERT_TRUE(write_file(path("a"), "two", true));
    EXPECT_EQ(held(path("a")), "two");
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, InNoFolderOrInPlaceOfOneIsAnError) {
    const auto nowhere = write_file(path("no/such/file"), "x", false);
    ASSERT_FALSE(nowhere);
    EXPECT_THAT(to_string(nowhere.error()), testing::HasSubstr("No such file"));
    EXPECT_FALSE(write_file(folder_.string(), "x", true));
}

}  // namespace
}  // namespace whosaid::cli
