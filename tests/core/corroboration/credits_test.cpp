#include "core/corroboration/credits.hpp"

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

std::vector<std::string> noticed(const std::string& text) {
    std::vector<std::string> result;
    for (const Span notice : credits(text).notices)
        result.emplace_back(notice.of(text));
    return result;
}

TEST(Credits, NamesTheAgency) {
    using Names = std::vector<std::string>;
    const struct {
        const char* text;
        Names agencies;
    } cases[] = {
        {"LIMA (Andes Wire) — The port reopened on Monday.", {"Andes Wire"}},
        {"OSLO, Feb 3 (Fjord Press) - Two ferries collided.", {"Fjord Press"}},
        {"Ferries collide\n\nOSLO/BERGEN (Fjord Press) \u2013 Two ferries collided.", {"Fjord Press"}},
        {"The port reopened, said the mayor.\n\nIt had been shut. (PTI)", {"PTI"}},
        {"The port reopened.\n\n— Andes Wire", {"Andes Wire"}},
        {"The port reopened.\n\n(With inputs from Andes Wire and Fjord Press)",
         {"Andes Wire", "Fjord Press"}},
        {"The port reopened on Monday, the Andes Wire news agency reported.", {"Andes Wire"}},
        {"\"We are open,\" he told the agency Andes Wire.", {"Andes Wire"}},
        {"The port reopened, according to Andes Wire.", {"Andes Wire"}},
        // Not credits:
        {"The vaccine is safe, the body said.\n\nIt was tested by the agency (WHO).", {}},
        {"Lima (the capital) is dry.", {}},
        {"According to Maria Quispe, the port reopened.", {}},
        {"The mayor reported a loss.", {}},
        {"", {}},
    };
    for (const auto& c : cases)
        EXPECT_EQ(credits(c.text).agencies, c.agencies) << c.text;
}

TEST(Credits, NoticesAreLeftOutOfTheCopy) {
    using Texts = std::vector<std::string>;
    EXPECT_EQ(noticed("LIMA (Andes Wire) — The port reopened."), Texts{"LIMA (Andes Wire) —"});
    EXPECT_EQ(noticed("LIMA, May 2 — The port reopened."), Texts{"LIMA, May 2 —"});
    EXPECT_EQ(
        noticed("The port reopened.\n\nThis story has not been edited by our staff and is published from a "
                "syndicated feed."),
        Texts{"This story has not been edited by our staff and is published from a syndicated feed."});
    EXPECT_EQ(noticed("The port reopened, Andes Wire reported."), Texts{});
    EXPECT_EQ(noticed("Mid-range buses (old ones) - all sold - are gone."), Texts{});
}

TEST(Credits, HostileTextStaysLinear) {
    std::string brackets(1 << 20, '(');
    EXPECT_TRUE(credits(brackets).agencies.empty());
    std::string capitals;
    for (int i = 0; i < 200'000; ++i)
        capitals += "Reported ";
    EXPECT_TRUE(credits(capitals).agencies.empty());
}

TEST(OutletKey, LeavesOutCaseAndArticle) {
    EXPECT_EQ(outlet_key("The Harbour Wire"), outlet_key("harbour  wire"));
    EXPECT_NE(outlet_key("Harbour Wire"), outlet_key("Harbour Times"));
    EXPECT_EQ(outlet_key(""), "");
}

}  // namespace
}  // namespace whosaid::corroboration
