#include "core/language/classifier.hpp"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

constexpr FeatureHash feature(std::uint32_t key) {
    return FeatureHash{key} << 32U;
}

std::string three_rows() {
    return Classifier::packed(
        {{7, {{0, 5}, {2, -3}}}, {300, {{1, 127}, {1, 127}}}, {4'000'000'000, {{2, 1}}}});
}

std::vector<std::int32_t> scores(const Classifier& classifier, std::vector<FeatureHash> features) {
    std::vector<std::int32_t> out;
    classifier.score(features, out);
    return out;
}

TEST(Classifier, SumsTheWeightsOfItsFeatures) {
    const auto classifier = Classifier::unpacked(3, three_rows());
    ASSERT_TRUE(classifier);
    EXPECT_EQ(scores(*classifier, {feature(7)}), (std::vector<std::int32_t>{5, 0, -3}));
    EXPECT_EQ(scores(*classifier, {feature(300)}), (std::vector<std::int32_t>{0, 254, 0}));
    EXPECT_EQ(scores(*classifier, {feature(7), feature(4'000'000'000), feature(7)}),
              (std::vector<std::int32_t>{10, 0, -5}));
    EXPECT_EQ(scores(*classifier, {feature(8), feature(0)}), (std::vector<std::int32_t>{0, 0, 0}));
}

TEST(Classifier, SumsMoreFeaturesThanOneBatch) {
    const auto classifier = Classifier::unpacked(3, three_rows());
    ASSERT_TRUE(classifier);
    EXPECT_EQ(scores(*classifier, std::vector<FeatureHash>(1000, feature(7))),
              (std::vector<std::int32_t>{5000, 0, -3000}));
}

TEST(Classifier, RejectsBytesThatAreCutShortOrTooLong) {
    const std::string whole = three_rows();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(Classifier::unpacked(3, whole.substr(0, length))) << length;
    EXPECT_FALSE(Classifier::unpacked(3, whole + "x"));
}

TEST(Classifier, RejectsClassesThatAreNoneAndRowsOutOfOrder) {
    EXPECT_FALSE(Classifier::unpacked(2, three_rows()));
    EXPECT_FALSE(Classifier::unpacked(3, Classifier::packed({{7, {{0, 1}}}, {7, {{0, 1}}}})));
    EXPECT_FALSE(Classifier::unpacked(3, Classifier::packed({{7, {{0, 1}}}, {6, {{0, 1}}}})));
}

TEST(Classifier, AsksForNoMemoryThatItsBytesDoNotBack) {
    EXPECT_FALSE(Classifier::unpacked(3, "\xff\xff\xff\xff"));
}

}  // namespace
}  // namespace whosaid::language
