#include "index/query.hpp"

#include <gtest/gtest.h>

namespace whosaid::index {
namespace {

std::string parsed(std::string_view text) {
    const QueryContext context{false, {parse_date("2025-06-15"), parse_date("2026-02-03")}, {}, {}};
    const auto query = parse_query(text, context);
    return query ? query->get_description() : "error: " + query.error().message;
}

TEST(Query, IsBuiltAsWritten) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "Query(<alldocuments>)"},
        {"rates", "Query(rate)"},
        {"a b OR c d", "Query((b OR (c AND d)))"},
        {"rates cut NOT hike", "Query(((rate AND cut) AND_NOT hike))"},
        {"\"rate cut\"", "Query((rate PHRASE 2 cut))"},
        {"rate-cut", "Query((rate PHRASE 2 cut))"},
        {"rate NEAR/3 cut NEAR bank", "Query((rate NEAR 12 cut NEAR 12 bank))"},
        {"source:azar", "Query(0 * XSazar)"},
        {"date:2026", "Query(0 * (M202601 OR D20260201 OR D20260202 OR D20260203))"},
        {"date:2024", "Query()"},
    };
    for (const auto& [text, description] : cases)
        EXPECT_EQ(parsed(text), description) << text;
}

TEST(Proximity, StandsInATextAsXapianWouldSay) {
    const std::string text = "one two three two four";
    EXPECT_TRUE(stands_in(text, {{"two", "three"}, 0}));
    EXPECT_TRUE(stands_in(text, {{"two", "four"}, 0}));
    EXPECT_FALSE(stands_in(text, {{"one", "three"}, 0}));
    EXPECT_TRUE(stands_in(text, {{"three", "one"}, 3}));
    EXPECT_FALSE(stands_in(text, {{"four", "one"}, 4}));
    EXPECT_TRUE(stands_in(text, {{"four", "one"}, 5}));
    EXPECT_TRUE(stands_in(text, {{"two", "two"}, 3}));
    EXPECT_FALSE(stands_in(text, {{"two", "two"}, 2}));
    EXPECT_FALSE(stands_in("", {{"two", "two"}, 2}));
}

}  // namespace
}  // namespace whosaid::index
