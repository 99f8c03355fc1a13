#include "cli/output_file.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

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

TEST_F(OutputFile, WrittenBitByBitIsNamedWhenWhole) {
    {
        auto file = whosaid::cli::OutputFile::create(path("a"), false);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("one, "));
        ASSERT_TRUE(file->write("two"));
        EXPECT_FALSE(std::filesystem::exists(path("a")));
        ASSERT_TRUE(file->finish());
    }
    EXPECT_EQ(held(path("a")), "one, two");
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, NeverFinishedLeavesNothing) {
    {
        auto file = whosaid::cli::OutputFile::create(path("a"), false);
        ASSERT_TRUE(file && file->write("one"));
        const auto moved = std::move(*file);
    }
    EXPECT_EQ(files(), 0);
}

// A disk that is full: a limit on the size of files fails writes in the same way.
TEST_F(OutputFile, ThatFindsNoRoomLeavesNothing) {
    struct rlimit before {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    small.rlim_cur = 1000;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    ASSERT_TRUE(write_file(path("small"), "one", false));
    const auto failed = write_file(path("large"), std::string(100'000, 'x'), false);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(failed);
    EXPECT_THAT(to_string(failed.error()), testing::HasSubstr("has room"));
    EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, NeedsAFolderToBeMadeIn) {
    EXPECT_TRUE(may_write_in(folder_.string()));
    ASSERT_TRUE(write_file(path("file"), "x", false));
    for (const char* name : {"none", "file"}) {
        const auto refused = may_write_in(path(name));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::failed);
    }
    if (::geteuid() == 0) GTEST_SKIP() << "everything may be written by root";
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::remove);
    EXPECT_FALSE(may_write_in(folder_.string()));
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
}

TEST(FileName, StaysInItsFolderAndIsItsIdsAlone) {
    EXPECT_EQ(file_name("kwaresh-dam_2.a1"), "kwaresh-dam_2.a1");
    EXPECT_EQ(file_name("kwaresh-dam/a1"), "kwaresh-dam%2Fa1");
    EXPECT_EQ(file_name(".."), "%2E.");
    EXPECT_EQ(file_name("../../etc/passwd"), "%2E.%2F..%2Fetc%2Fpasswd");
    EXPECT_EQ(file_name("-rf"), "%2Drf");
    EXPECT_EQ(file_name(std::string("a\0b\n", 4)), "a%00b%0A");
    EXPECT_EQ(file_name("a%2Fb"), "a%252Fb");
    EXPECT_EQ(file_name("\xD7\xA0"), "%D7%A0");
    const std::string long_id(1000, 'x');
    EXPECT_LT(file_name(long_id).size(), 220U);
    EXPECT_NE(file_name(long_id), file_name(long_id + "y"));
}

}  // namespace
}  // namespace whosaid::cli
