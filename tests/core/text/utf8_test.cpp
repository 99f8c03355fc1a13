#include "core/text/utf8.hpp"

#include <gtest/gtest.h>

namespace whosaid::text {
namespace {

TEST(Utf8, FindsTheFirstInvalidByte) {
    EXPECT_FALSE(first_invalid("plain, “quoted”, 漢字, 🙂"));
    EXPECT_EQ(first_invalid("ab\xFF"), 2U);
    EXPECT_EQ(first_invalid("\xC0\xAF"), 0U);          // overlong slash
    EXPECT_EQ(first_invalid("x\xED\xA0\x80"), 1U);     // surrogate
    EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
    EXPECT_EQ(first_invalid("caf\xC3"), 3U);           // cut in the middle
}

TEST(Utf8, RepairsBadBytesAndKeepsTheRest) {
    EXPECT_EQ(repaired("a\xFF"
                       "b"),
              "a\uFFFDb");
    EXPECT_EQ(repaired("caf\xC3"), "caf\uFFFD");
    EXPECT_EQ(repaired("“ok”"), "“ok”");
    EXPECT_FALSE(first_invalid(repaired("\x80\x81\xE2\x28\xA1")));
}

// Against the slow obvious count, over a text longer than several checkpoints.
TEST(CodePoints, AgreesWithPlainCounting) {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += i % 3 == 0 ? "é“" : i % 3 == 1 ? "a" : "🙂";
    const CodePoints points(text);
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        EXPECT_EQ(points.at(i), count);
        EXPECT_EQ(points.byte(count), i);
        ++count;
    }
    EXPECT_EQ(points.size(), count);
    EXPECT_EQ(points.at(static_cast<std::uint32_t>(text.size())), count);
    EXPECT_EQ(points.byte(count), text.size());
}

}  // namespace
}  // namespace whosaid::text
