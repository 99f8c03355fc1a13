#include "corpus/bytes.hpp"

#include "tests/corpus/support.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

namespace whosaid::corpus {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string all_in(const std::filesystem::path& path) {
    auto bytes = Bytes::open(path);
    if (!bytes) return "error: " + to_string(bytes.error());
    std::string out;
    while (true) {
        const Result<std::string_view> piece = bytes->peek();
        if (!piece) return out + "error: " + to_string(piece.error());
        if (piece->empty()) break;
        out += *piece;
        bytes->take(piece->size());
    }
    EXPECT_EQ(bytes->position(), std::filesystem::file_size(path));
    return out;
}

std::string all(std::string_view content) {
    const testing::TemporaryFolder folder;
    return all_in(folder.write("file", content));
}

// ASCII as UTF-16, with a byte order mark.
std::string utf16(std::string_view text, bool big_endian) {
    std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text)
        out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    return out;
}

TEST(Bytes, ComeAsTheyAre) {
    EXPECT_EQ(all(""), "");
    EXPECT_EQ(all("one\r\ntwo"), "one\r\ntwo");
    const std::string long_text(200'001, 'x');
    EXPECT_EQ(all(long_text), long_text);
}

TEST(Bytes, LeaveOutAByteOrderMarkAtTheStartAlone) {
    EXPECT_EQ(all("\xEF\xBB\xBFone \xEF\xBB\xBFtwo"), "one \xEF\xBB\xBFtwo");
}

TEST(Bytes, Utf16BecomesUtf8) {
    EXPECT_EQ(all(utf16("a long way", false)), "a long way");
    EXPECT_EQ(all(utf16("a long way", true)), "a long way");
    EXPECT_EQ(all(utf16("a long way", true).substr(2)), "a long way");
    EXPECT_EQ(all(utf16("a long way", false).substr(2)), "a long way");
    EXPECT_EQ(all(std::string("\xFF\xFE\xE9\0\xAC\x20\x3D\xD8\xF0\xDC", 10)),
              "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x93\xB0");
    const std::string long_text(200'001, 'x');
    EXPECT_EQ(all(utf16(long_text, false)), long_text);
}

TEST(Bytes, HalfOfAUtf16PairIsNoUtf8) {
    EXPECT_EQ(all(std::string("\xFF\xFE\x3D\xD8\x61\0", 6)), "\xED\xA0\xBD\x61");
    EXPECT_EQ(all(std::string("\xFF\xFE\x61\0\x3D\xD8", 6)), "\x61\xED\xA0\xBD");
    EXPECT_EQ(all(std::string("\xFF\xFE\x61\0\x62", 5)), "\x61\xFF");
}

TEST(Bytes, GzipIsOpenedUp) {
    const testing::TemporaryFolder folder;
    const std::string text = "one\n" + std::string(300'000, 'x') + "\ntwo";
    const std::filesystem::path path = folder / "text.gz";
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    EXPECT_EQ(all_in(path), text);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    EXPECT_THAT(all_in(path),
                HasSubstr("error: " + path.string() + ": it cannot be read: its compression is broken"));
}

TEST(Bytes, AFolderOrNothingIsAnError) {
    EXPECT_THAT(all_in("/"), StartsWith("error: /: it cannot be read: it is a folder"));
    EXPECT_THAT(all_in("/no/such/file"), HasSubstr("No such file"));
}

}  // namespace
}  // namespace whosaid::corpus
