#include "core/language/network.hpp"

#include "core/language/annotate.hpp"
#include "core/language/embedded.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

std::vector<NeuralFeatures> features_of(const std::vector<std::string>& forms) {
    std::vector<NeuralFeatures> out(forms.size());
    std::transform(forms.begin(), forms.end(), out.begin(), neural_features);
    return out;
}

TEST(Network, OfTheProgramIsWhole) {
    const Result<Network> network = Network::read(embedded::network());
    ASSERT_TRUE(network) << to_string(network.error());
    EXPECT_GT(network->tags().size(), 50U);
    EXPECT_EQ(network->labels().front(), "O");
}

TEST(Network, RejectsDamagedBytes) {
    const std::string_view whole = embedded::network();
    // Some place in each section, and both ends.
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 97)
        EXPECT_FALSE(Network::read(whole.substr(0, length))) << length;
    EXPECT_FALSE(Network::read(whole.substr(0, whole.size() - 1)));
    EXPECT_FALSE(Network::read(std::string(whole) + '\0'));
    for (const std::size_t place : {0U, 4U, 8U}) {
        std::string bytes(whole);
        bytes[place] = static_cast<char>(bytes[place] + 1);
        const Result<Network> network = Network::read(bytes);
        ASSERT_FALSE(network) << place;
        EXPECT_NE(network.error().message.find("damaged"), std::string::npos);
        EXPECT_FALSE(network.error().hint.empty());
    }
}

TEST(Network, SaysTheSameOfASentenceAloneAndAmongOthers) {
    std::vector<std::vector<NeuralFeatures>> all;
    for (const auto& forms : std::vector<std::vector<std::string>>{
             {"Okello", "denied", "that", "the", "money", "was", "missing", "."},
             {"No"},
             {"Officials", "of", "the", "Harbour", "Union", "said", "on", "Monday", "talks", "had", "failed",
              "."}})
        all.push_back(features_of(forms));
    const std::vector<Network::Parse> together = network().parse(all);
    ASSERT_EQ(together.size(), all.size());
    for (std::size_t s = 0; s < all.size(); ++s) {
        const Network::Parse alone = network().parse({&all[s], 1}).front();
        EXPECT_EQ(alone.tags, together[s].tags);
        EXPECT_EQ(alone.labels, together[s].labels);
        ASSERT_EQ(alone.tree.size(), all[s].size());
        for (std::size_t w = 0; w < all[s].size(); ++w) {
            EXPECT_EQ(alone.tree[w].head, together[s].tree[w].head);
            EXPECT_EQ(alone.tree[w].relation, together[s].tree[w].relation);
        }
    }
}

TEST(NeuralFeatures, SeeDigitsAsZerosAndCapitalsInTheShapeAlone) {
    EXPECT_EQ(vocabulary_form("Flight-1987"), "flight-0000");
    const NeuralFeatures lower = neural_features("minister");
    const NeuralFeatures upper = neural_features("Minister");
    EXPECT_EQ(lower.word, upper.word);
    EXPECT_EQ(lower.suffix3, upper.suffix3);
    EXPECT_NE(lower.shape, upper.shape);
    EXPECT_NE(lower.suffix3, neural_features("ministry").suffix3);
}

}  // namespace
}  // namespace whosaid::language
