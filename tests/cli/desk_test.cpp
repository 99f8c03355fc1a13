// The desk's own file: what it holds, and what is said of one that is wrong.
#include "cli/desk.hpp"

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string message(std::string_view text) {
    const auto desk = read_desk(text, "desk.toml");
    if (desk) return "no error";
    EXPECT_EQ(desk.error().code, ErrorCode::usage);
    return to_string(desk.error());
}

TEST(Desk, HoldsSourcesAndPublishers) {
    const auto desk = read_desk(R"(# our desk
[[source]]
name = "Energy Ministry"
aliases = ["Ministry of Power", "MoP"]
reliability = "B"

[[source]]
name = "Ruta Okello"

[[publisher]]
name = "Harbour Media"
outlets = ["Harbour Wire", "Lakeside Daily"]
)",
                                "desk.toml");
    ASSERT_TRUE(desk) << to_string(desk.error());
    ASSERT_EQ(desk->sources.size(), 2U);
    EXPECT_EQ(desk->sources[0].name, "Energy Ministry");
    EXPECT_THAT(desk->sources[0].aliases, ElementsAre("Ministry of Power", "MoP"));
    EXPECT_EQ(desk->sources[0].reliability, 'B');
    EXPECT_EQ(desk->sources[1].reliability, 'F');
    ASSERT_EQ(desk->publishers.size(), 1U);
    EXPECT_THAT(desk->publishers[0].outlets, ElementsAre("Harbour Wire", "Lakeside Daily"));
    EXPECT_TRUE(read_desk("", "desk.toml"));
}

TEST(Desk, AMisspeltKeyIsToldWithTheNearest) {
    EXPECT_EQ(message("[[source]]\nname = \"a\"\nreliabilty = \"B\"\n"),
              "desk.toml:3: a source has no key \"reliabilty\"; did you mean \"reliability\"?");
    EXPECT_EQ(message("[[sources]]\nname = \"a\"\n"),
              "desk.toml:1: the file has no key \"sources\"; did you mean \"source\"?");
    EXPECT_EQ(message("[[publisher]]\nname = \"a\"\noutlets = [\"b\"]\ncountry = \"x\"\n"),
              "desk.toml:4: a publisher has no key \"country\"; it may have name, outlets");
}

TEST(Desk, WhatIsWrongIsToldWithItsLine) {
    EXPECT_THAT(message("[[source]]\nname = Ministry\n"), HasSubstr("desk.toml:2: "));
    EXPECT_THAT(message("\n[[source]]\nreliability = \"B\"\n"),
                HasSubstr("desk.toml:2: a source without a name"));
    EXPECT_THAT(message("[[source]]\nname = \"...\"\n"), HasSubstr("desk.toml:2: \"name\" is not a name"));
    EXPECT_THAT(message("[[source]]\nname = \"a\"\nreliability = \"G\"\n"),
                HasSubstr("desk.toml:3: \"reliability\" is not one of \"A\" to \"F\""));
    EXPECT_THAT(message("[[source]]\nname = \"a\"\nreliability = 2\n"), HasSubstr("desk.toml:3: "));
    EXPECT_THAT(message("[[source]]\nname = \"a\"\naliases = \"b\"\n"),
                HasSubstr("desk.toml:3: \"aliases\" is not a list"));
    EXPECT_THAT(message("[[source]]\nname = \"a\"\naliases = [\"b\",\n 3]\n"), HasSubstr("desk.toml:4: "));
    EXPECT_THAT(message("source = \"a\"\n"), HasSubstr("desk.toml:1: \"source\" is not a list of tables"));
    EXPECT_THAT(message("[source]\nname = \"a\"\n"), HasSubstr("begin each with a line [[source]]"));
    EXPECT_THAT(message("[[publisher]]\nname = \"a\"\n"),
                HasSubstr("desk.toml:1: a publisher without outlets"));
}

TEST(Desk, ANameIsThatOfOneSourceAndAnOutletThatOfOnePublisher) {
    EXPECT_THAT(message("[[source]]\nname = \"Okello\"\n[[source]]\nname = \"b\"\naliases = [\"okello\"]\n"),
                HasSubstr("desk.toml:5: \"okello\" stands in line 2 already"));
    EXPECT_THAT(message("[[publisher]]\nname = \"a\"\noutlets = [\"Wire\"]\n"
                        "[[publisher]]\nname = \"b\"\noutlets = [\"The Wire\"]\n"),
                HasSubstr("desk.toml:6: \"The Wire\" stands in line 3 already"));
    // A publisher's outlet may be a source as well.
    EXPECT_EQ(message("[[source]]\nname = \"Wire\"\n[[publisher]]\nname = \"a\"\noutlets = [\"Wire\"]\n"),
              "no error");
}

}  // namespace
}  // namespace whosaid::cli
