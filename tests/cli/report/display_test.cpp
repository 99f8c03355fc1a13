#include "cli/report/display.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

std::vector<std::string> lines(const std::string& text, std::size_t width) {
    std::vector<std::string> out;
    for (const Span line : wrap(text, width))
        out.emplace_back(line.of(text));
    return out;
}

TEST(Printable, LeavesNothingATerminalObeys) {
    EXPECT_EQ(printable("a\x1b[2Jb"), "a\xEF\xBF\xBD[2Jb");
    EXPECT_EQ(printable("bell\x07 nul" + std::string(1, '\0')), "bell\xEF\xBF\xBD nul\xEF\xBF\xBD");
    EXPECT_EQ(printable("csi \xC2\x9B"
                        "31m"),
              "csi \xEF\xBF\xBD"
              "31m");
    EXPECT_EQ(printable("ab\xE2\x80\xAE"
                        "cd\xE2\x81\xA6"),
              "abcd");  // override and isolate
    EXPECT_EQ(printable("bad \xFF byte"), "bad \xEF\xBF\xBD byte");
    EXPECT_EQ(printable("delete\x7F"), "delete\xEF\xBF\xBD");
}

TEST(Printable, FoldsWhiteSpace) {
    EXPECT_EQ(printable("  one\n\ttwo \r\n three  "), "one two three");
    EXPECT_EQ(printable(" \n "), "");
}

TEST(DisplayWidth, CountsColumns) {
    const std::vector<std::pair<std::string, std::size_t>> table = {
        {"", 0},
        {"plain", 5},
        {"\xC3\xA9t\xC3\xA9", 3},         // été, composed
        {"e\xCC\x81t", 2},                // e + combining acute
        {"\xE6\xB8\xA1\xE8\xBC\xAA", 4},  // two ideographs
        {"\xF0\x9F\x9A\xA2", 2},          // ship emoji
        {"\xEF\xBC\xA1", 2},              // fullwidth A
        {"\xE2\x80\x8B", 0},              // zero width space
        {"\xD7\xA0\xD7\x95", 2},          // Hebrew
        {"\xE1\x84\x80\xE1\x85\xA1", 2},  // Hangul jamo: one syllable
    };
    for (const auto& [text, columns] : table)
        EXPECT_EQ(display_width(text), columns) << text;
}

TEST(Wrap, EndsLinesAtSpaces) {
    EXPECT_EQ(lines("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(lines("one two three", 8), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(lines("one two three", 80), (std::vector<std::string>{"one two three"}));
    EXPECT_TRUE(lines("", 10).empty());
}

TEST(Wrap, BreaksAWordOnlyWhereItIsWiderThanALine) {
    EXPECT_EQ(lines("a abcdefghij", 4), (std::vector<std::string>{"a", "abcd", "efgh", "ij"}));
    EXPECT_EQ(lines("abc", 0), (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Wrap, BreaksBesideWideCharactersButKeepsMarksAndClosingSigns) {
    const std::string word =
        "\xE6\xB8\xA1\xE8\xBC\xAA\xE3\x81\xAF\xE3\x80\x82";  // ends in an ideographic stop
    EXPECT_EQ(lines(word, 6), (std::vector<std::string>{word.substr(0, 6), word.substr(6)}));
    EXPECT_EQ(lines("ae\xCC\x81", 2), (std::vector<std::string>{"ae\xCC\x81"}));
    EXPECT_EQ(lines("abe\xCC\x81", 2), (std::vector<std::string>{"ab", "e\xCC\x81"}));
}

TEST(Wrap, NeverExceedsTheWidthNorLosesText) {
    const std::string text = printable(
        "Mixed \xE6\xB8\xA1\xE8\xBC\xAA\xE3\x80\x82\xE3\x80\x82 text \xF0\x9F\x9A\xA2\xF0\x9F\x9A\xA2 of "
        "e\xCC\x81very averylongunbrokenword kind");
    for (std::size_t width = 2; width < 40; ++width) {
        std::string all;
        for (const std::string& line : lines(text, width)) {
            EXPECT_LE(display_width(line), width) << line;
            all += line;
        }
        std::string letters = text;
        std::erase(letters, ' ');
        std::erase(all, ' ');
        EXPECT_EQ(all, letters) << width;
    }
}

TEST(Wrap, IsLinearOnHostileText) {
    EXPECT_EQ(wrap(std::string(4'000'000, 'x'), 80).size(), 50'000U);
    EXPECT_EQ(wrap(std::string(1'000'000, '"'), 80).size(), 12'500U);
    std::string marks = "e";
    for (int i = 0; i < 500'000; ++i)
        marks += "\xCC\x81";
    EXPECT_EQ(wrap(marks, 80).size(), 1U);
}

TEST(Shortened, CutsAtAWordAndSaysSo) {
    EXPECT_EQ(shortened("short", 10), "short");
    EXPECT_EQ(shortened("exactly10!", 10), "exactly10!");
    EXPECT_EQ(shortened("one two three four", 12), "one two...");
    EXPECT_EQ(shortened("abcdefghijklmnop", 8), "abcde...");
    EXPECT_LE(display_width(shortened("\xE6\xB8\xA1\xE8\xBC\xAA\xE6\xB8\xA1\xE8\xBC\xAA", 7)), 7U);
}

}  // namespace
}  // namespace whosaid::cli
