#include "corpus/reader.hpp"

#include "tests/corpus/support.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using testing::ids;
using testing::read;
using testing::TemporaryFolder;

constexpr std::string_view object = R"({"id": "a", "date": "2026-01-28", "text": "x"})";

// What `inputs` finds below `folder`: paths within it, or the message of an error.
std::vector<std::string> found(const TemporaryFolder& folder, const std::vector<std::string>& paths) {
    std::vector<std::string> out;
    for (const Result<Input>& input : inputs(paths)) {
        if (!input) {
            out.push_back(testing::shown(input.error()));
        } else {
            out.push_back(input->path == "-" ? "-" : input->path.lexically_relative(folder.path()).string());
        }
    }
    return out;
}

TEST(Open, GoesByTheEndingThenByTheFirstBytes) {
    EXPECT_THAT(ids(read("feed.JSONL", object)), ElementsAre("a"));
    EXPECT_THAT(ids(read("feed.ndjson", object)), ElementsAre("a"));
    EXPECT_THAT(ids(read("feed", object)), ElementsAre("a"));
    EXPECT_THAT(ids(read("feed.log", "[" + std::string(object) + "]")), ElementsAre("a"));
    EXPECT_THAT(ids(read("note", "[Harbour Wire] Rain fell.")), ElementsAre("note"));
    EXPECT_THAT(ids(read("story.text", "Rain fell.")), ElementsAre("story"));
    EXPECT_THAT(ids(read("story.txt.gz", "Rain fell.")), ElementsAre("story"));
}

TEST(Open, AFormatThatNobodyKnowsIsAnError) {
    const std::string error =
        ": its format is not known; give JSON Lines (.jsonl), ninjs (.json), NewsML-G2 or NITF (.xml), or "
        "plain "
        "text (.txt)";
    EXPECT_THAT(read("page.html", "<html>x</html>").errors, ElementsAre("page.html" + error));
    EXPECT_THAT(read("paper.pdf", "%PDF-1.7 x").errors, ElementsAre("paper.pdf" + error));
    EXPECT_THAT(read("letter.doc", std::string("\xD0\xCF\0\0\0x\0\0", 8)).errors,
                ElementsAre("letter.doc" + error));
    EXPECT_THAT(read("feed.xml", "<rss><channel/></rss>").errors, ElementsAre("feed.xml" + error));
}

TEST(Open, AFileThatCannotBeReadIsAnError) {
    const TemporaryFolder folder;
    EXPECT_THAT(read(folder / "no.jsonl").errors,
                ElementsAre("no.jsonl: it cannot be read: No such file or directory"));
    std::filesystem::create_directory(folder / "folder.txt");
    EXPECT_THAT(read(folder / "folder.txt").errors,
                ElementsAre("folder.txt: it cannot be read: it is a folder"));
}

TEST(Open, AFileWithoutTheRightToReadIsAnError) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const TemporaryFolder folder;
    const auto locked = folder.write("locked.txt", "x");
    ASSERT_EQ(::chmod(locked.c_str(), 0), 0);
    EXPECT_THAT(read(locked).errors, ElementsAre("locked.txt: it cannot be read: Permission denied"));
}

TEST(Open, CountsTheBytesOfTheInput) {
    const TemporaryFolder folder;
    const auto path = folder.write("feed.jsonl", std::string(object) + "\n" + std::string(object) + "\n");
    const auto stream = open(path);
    ASSERT_TRUE(stream);
    while ((*stream)->next()) {
    }
    EXPECT_EQ((*stream)->bytes_read(), std::filesystem::file_size(path));
}

TEST(Inputs, AreTakenInTheOrderGivenAndFoldersWalkedInSortedOrder) {
    const TemporaryFolder folder;
    for (const char* name :
         {"b/2.txt", "b/1.jsonl", "b/10.json.gz", "b/a/x.TXT", "b/notes.md", "b/.txt", "a.txt"})
        folder.write(name, "x");
    EXPECT_THAT(found(folder, {folder / "b", folder / "a.txt", folder / "b/notes.md", folder / "no", "-"}),
                ElementsAre("b/1.jsonl", "b/10.json.gz", "b/2.txt", "b/a/x.TXT", "a.txt", "b/notes.md",
                            "no: there is no such file or folder; check the path", "-"));
    const auto sized = inputs({folder / "a.txt"});
    EXPECT_EQ(sized.at(0)->bytes, 1U);
}

TEST(Inputs, LinksInACircleEndAndPipesAreLeftAlone) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "x");
    std::filesystem::create_directory_symlink(folder / "in", folder / "in/circle");
    std::filesystem::create_symlink("itself.txt", folder / "in/itself.txt");
    std::filesystem::create_symlink(folder / "in/a.txt", folder / "in/link.txt");
    std::filesystem::create_symlink(folder / "nowhere", folder / "in/lost.txt");
    ASSERT_EQ(::mkfifo((folder / "in/pipe.txt").c_str(), 0600), 0);
    EXPECT_THAT(found(folder, {folder / "in"}),
                ElementsAre("in/a.txt", "itself.txt: the link leads nowhere", "in/link.txt",
                            "lost.txt: the link leads nowhere"));
    std::filesystem::create_directory_symlink(folder / "in", folder / "direct");
    EXPECT_EQ(found(folder, {folder / "direct"}).size(), 4U);
}

}  // namespace
}  // namespace whosaid::corpus
