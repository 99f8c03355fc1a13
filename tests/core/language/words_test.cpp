#include "core/language/words.hpp"

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

WordId id(std::string_view word) {
    const auto found = word_id(word);
    EXPECT_TRUE(found) << word;
    return found.value_or(0);
}

TEST(Words, AreFoundByLemma) {
    EXPECT_EQ(word_of(id("invite")), "invite");
    EXPECT_EQ(word_of(id("call_off")), "call_off");
    EXPECT_FALSE(word_id("qwertyuiop"));
    EXPECT_FALSE(word_id(""));
    EXPECT_FALSE(word_id("zzzzzz"));
}

TEST(Words, RelateAsWordNetSays) {
    EXPECT_TRUE(related(id("cancel"), id("call_off"), WordRelation::synonym));
    EXPECT_TRUE(related(id("rise"), id("fall"), WordRelation::antonym));
    EXPECT_TRUE(related(id("fall"), id("rise"), WordRelation::antonym));
    EXPECT_TRUE(related(id("invitation"), id("invite"), WordRelation::derivation));
    EXPECT_TRUE(related(id("egypt"), id("egyptian"), WordRelation::derivation));
    EXPECT_TRUE(related(id("envoy"), id("diplomat"), WordRelation::broader));
    EXPECT_FALSE(related(id("diplomat"), id("envoy"), WordRelation::broader));
    EXPECT_TRUE(related(id("cairo"), id("egypt"), WordRelation::part_of));
    EXPECT_FALSE(related(id("egypt"), id("cairo"), WordRelation::part_of));
    EXPECT_FALSE(related(id("rise"), id("minister"), WordRelation::synonym));
}

TEST(Words, AreAlikeByUse) {
    EXPECT_GT(likeness(id("envoy"), id("ambassador")), 0.6);
    EXPECT_GT(likeness(id("urea"), id("fertilizer")), 0.6);
    EXPECT_LT(likeness(id("bank"), id("river")), 0.4);
    EXPECT_NEAR(likeness(id("bank"), id("bank")), 1, 0.02);
    EXPECT_EQ(likeness(id("call_off"), id("bank")), 0);  // no vector for two words
}

TEST(Words, AreRarerTheLessTheyAreUsed) {
    EXPECT_LT(rarity("say"), rarity("minister"));
    EXPECT_LT(rarity("minister"), rarity("fertilizer"));
    EXPECT_EQ(rarity("qwertyuiop"), 1);
}

}  // namespace
}  // namespace whosaid::language
