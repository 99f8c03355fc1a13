#include "tests/corpus/support.hpp"

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Read;
using testing::read;

TEST(PlainText, TheWholeFileIsTheText) {
    const Read got = read("budget.2026.txt", "The vote is on Monday.\r\n\r\n\"No,\" she said.");
    ASSERT_THAT(testing::ids(got), ElementsAre("budget.2026"));
    EXPECT_EQ(got.articles[0].text, "The vote is on Monday.\r\n\r\n\"No,\" she said.");
    EXPECT_FALSE(got.articles[0].date);
    EXPECT_THAT(got.errors, IsEmpty());
    EXPECT_THAT(got.warnings, IsEmpty());
    EXPECT_EQ(read("a.txt", "{\"text\": \"x\"}").articles[0].text, "{\"text\": \"x\"}");
}

TEST(PlainText, NothingOrOnlyBlanksIsAnError) {
    EXPECT_THAT(read("a.txt", "").errors, ElementsAre("a.txt: it is empty; an article needs a text"));
    EXPECT_THAT(read("a.txt", "\xEF\xBB\xBF \r\n\n").errors,
                ElementsAre("a.txt: it is empty; an article needs a text"));
}

TEST(PlainText, BadBytesAreMendedAndTold) {
    const Read got = read("a.txt", "The mayor spoke.\nThe caf\xE9 stays shut.\n");
    EXPECT_EQ(got.articles.at(0).text, "The mayor spoke.\nThe caf\xEF\xBF\xBD stays shut.\n");
    EXPECT_THAT(got.warnings,
                ElementsAre("a.txt:2: byte 8 of the line is no valid text; U+FFFD stands for it; if the "
                            "file is not UTF-8, convert it first: iconv -f WINDOWS-1252 -t UTF-8"));
}

TEST(PlainText, BytesThatAreNoTextAreAnError) {
    std::string picture = "\x89PNG\r\n";
    for (int i = 0; i < 1000; ++i)
        picture += static_cast<char>(i * 37 % 256);
    EXPECT_THAT(
        read("a.txt", picture).errors,
        ElementsAre(
            "a.txt:1: it is no UTF-8 text, from byte 1 of the line on; convert it to UTF-8 text first"));
}

TEST(PlainText, TenMegabytesAreRead) {
    std::string text;
    while (text.size() < 10'000'000)
        text += "The minister said that the bridge would open in May. ";
    EXPECT_EQ(read("a.txt", text).articles.at(0).text, text);
}

TEST(PlainText, TooLargeAFileIsAnError) {
    const testing::TemporaryFolder folder;
    const auto path = folder.write("a.txt", "x");
    std::filesystem::resize_file(path, 20'000'000'000);  // sparse
    EXPECT_THAT(read(path).errors,
                ElementsAre("a.txt: it is larger than 32 MB, the most one article may take; many "
                            "articles in one file are written as JSON Lines"));
}

}  // namespace
}  // namespace whosaid::corpus
