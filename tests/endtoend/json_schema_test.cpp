#include "tests/endtoend/json_schema.hpp"

#include <gtest/gtest.h>

namespace whosaid::endtoend {
namespace {

using nlohmann::json;

bool keeps(const char* value, const char* schema) {
    return violation(json::parse(value), json::parse(schema)).empty();
}

TEST(JsonSchema, KeywordsHoldWhatTheyAreAbout) {
    EXPECT_TRUE(keeps("3", R"({"type": "integer", "minimum": 3, "maximum": 3})"));
    EXPECT_FALSE(keeps("3.5", R"({"type": "integer"})"));
    EXPECT_FALSE(keeps("2", R"({"minimum": 3})"));
    EXPECT_TRUE(keeps("null", R"({"type": ["string", "null"], "pattern": "^a"})"));
    EXPECT_FALSE(keeps(R"("b")", R"({"pattern": "^a"})"));
    EXPECT_FALSE(keeps(R"("b")", R"({"enum": ["a", 3]})"));
    EXPECT_FALSE(keeps(R"({"a": 1})", R"({"required": ["a", "b"]})"));
    EXPECT_FALSE(keeps(R"({"a": [1, "x"]})", R"({"properties": {"a": {"items": {"type": "number"}}}})"));
    EXPECT_FALSE(keeps("[1]", R"({"minItems": 2})"));
    EXPECT_FALSE(keeps("[1, 2]", R"({"maxItems": 1})"));
    EXPECT_FALSE(keeps("1", R"({"not": {"const": 1}})"));
}

TEST(JsonSchema, OneOfIsOneAndAnyOfIsSome) {
    const char* one = R"({"oneOf": [{"type": "number"}, {"type": "integer"}]})";
    EXPECT_TRUE(keeps("1.5", one));
    EXPECT_FALSE(keeps("1", one));
    EXPECT_FALSE(keeps("null", one));
    EXPECT_TRUE(keeps("1", R"({"anyOf": [{"type": "number"}, {"type": "integer"}]})"));
    EXPECT_FALSE(keeps("null", R"({"anyOf": [{"type": "number"}, {"type": "integer"}]})"));
}

TEST(JsonSchema, MembersThatNoKeywordSpeaksOfMayBeForbidden) {
    const char* closed = R"({"properties": {"a": {}}, "patternProperties": {"^b_": {"type": "string"}},
                             "additionalProperties": false})";
    EXPECT_TRUE(keeps(R"({"a": 1, "b_x": "y"})", closed));
    EXPECT_FALSE(keeps(R"({"c": 1})", closed));
    EXPECT_FALSE(keeps(R"({"b_x": 1})", closed));
    const char* referring = R"({"$ref": "#/$defs/item", "unevaluatedProperties": false,
                                "properties": {"name": {}}, "$defs": {"item": {"properties": {"uri": {}}}}})";
    EXPECT_TRUE(keeps(R"({"uri": 1, "name": 2})", referring));
    EXPECT_FALSE(keeps(R"({"uri": 1, "other": 2})", referring));
}

TEST(JsonSchema, ReferencesAreFollowedAndUnknownKeywordsTold) {
    const char* schema = R"({"items": {"$ref": "#/$defs/count"}, "$defs": {"count": {"type": "integer"}}})";
    EXPECT_TRUE(keeps("[1, 2]", schema));
    EXPECT_EQ(violation(json::parse("[1, null]"), json::parse(schema)), "/1: null breaks type \"integer\"");
    EXPECT_FALSE(keeps("1", R"({"multipleOf": 2})"));
}

}  // namespace
}  // namespace whosaid::endtoend
