#include "corpus/mend.hpp"

#include <gtest/gtest.h>

namespace whosaid::corpus {
namespace {

TEST(Mend, LeavesGoodTextAlone) {
    std::string text = "caf\xC3\xA9, \xEF\xBF\xBD and \xF0\x9F\x93\xB0\r\n";
    const std::string before = text;
    EXPECT_EQ(mend(text).places, 0U);
    EXPECT_EQ(text, before);
    std::string json = R"({"text": "a \ud83d\udcf0 \\ud800 \\\\u0000 \u00e9 \u12"})";
    const std::string json_before = json;
    EXPECT_EQ(mend_json(json).places, 0U);
    EXPECT_EQ(json, json_before);
}

TEST(Mend, TellsHowOftenAndWhereFirst) {
    std::string text("one\ntwo \xE9 and\0\xFF", 15);
    const Mended mended = mend(text);
    EXPECT_EQ(text, "one\ntwo \xEF\xBF\xBD and\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(mended.places, 3U);
    EXPECT_EQ(mended.line, 2U);
    EXPECT_EQ(mended.byte, 5U);
    EXPECT_EQ(to_string(mended.warning("a.txt", 1)),
              "a.txt:2: byte 5 of the line is no valid text (3 places in all); U+FFFD stands for it; if "
              "the file is not UTF-8, convert it first: iconv -f WINDOWS-1252 -t UTF-8");
}

TEST(Mend, MendsEscapesOfNulAndOfHalfAPair) {
    std::string json = R"(["\u0000 \ud800 \ud800\u0041 \udc00\ud83d\udcf0"])";
    const Mended mended = mend_json(json);
    EXPECT_EQ(json, R"(["\uFFFD \uFFFD \uFFFD\u0041 \uFFFD\ud83d\udcf0"])");
    EXPECT_EQ(mended.places, 4U);
    EXPECT_EQ(to_string(mended.warning("a.jsonl", 7)),
              "a.jsonl:7: byte 3 of the line is no valid text (4 places in all); U+FFFD stands for it");
}

}  // namespace
}  // namespace whosaid::corpus
