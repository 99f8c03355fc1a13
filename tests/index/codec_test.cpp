#include "index/codec.hpp"

#include "tests/index/support.hpp"

#include <cmath>
#include <random>

namespace whosaid::index {
namespace {

using testing::article;
using testing::claim;
using testing::span_of;

Article full_article() {
    return article("wire/7", "Harbour Wire", "2026-01-28", "Ferry line to close",
                   "The ferry line will close in March, two officials told Harbour Wire on Tuesday. “No,” "
                   "said Ms Oduya.");
}

std::vector<Claim> full_claims(const Article& from) {
    Claim rich = claim(from, "The ferry line will close in March", "two officials", "told",
                       Certainty::probable, SourceKind::anonymous);
    rich.source.span = span_of(from.text, "two officials");
    rich.source.description = "of the port";
    rich.source.anonymity = Anonymity{AnonymousClass::government, 2, "port office", "briefed", "not allowed"};
    rich.recipient = Recipient{span_of(from.text, "Harbour Wire"), "Harbour Wire"};
    rich.cue_class = CueClass::thought;
    rich.form = Form::mixed;
    rich.confidence = 0.75;
    rich.times = {{span_of(from.text, "March"), "2026-03"}, {span_of(from.text, "Tuesday"), "2026-01-27"}};
    rich.quantities = {{span_of(from.text, "two"), 2, 3.5, "official", Comparison::between},
                       {span_of(from.text, "two"), -1e300, {}, "", Comparison::at_least}};
    rich.entities = {{span_of(from.text, "Harbour Wire"), "Harbour Wire", EntityType::organisation}};
    Claim nested =
        claim(from, "“No,”", "Ms Oduya", "said", Certainty::confirmed, SourceKind::person, Polarity::denied);
    nested.content.push_back(span_of(from.text, "ferry"));
    nested.nested_in = 0;
    return {rich, nested, Claim{}};
}

TEST(Codec, GivesBackEverything) {
    const Article from = full_article();
    const std::vector<Claim> claims = full_claims(from);
    const std::string bytes = encoded(from, claims);
    const auto back = decoded(bytes);
    ASSERT_TRUE(back);
    // The encoding keeps every field, so equal bytes are equal values.
    EXPECT_EQ(encoded(back->article, back->claims), bytes);
    EXPECT_EQ(back->article.id, "wire/7");
    EXPECT_EQ(back->article.date, from.date);
    EXPECT_EQ(back->article.text, from.text);
    EXPECT_EQ(back->article.author, from.author);
    ASSERT_EQ(back->claims.size(), 3U);
    const Claim& rich = back->claims[0];
    EXPECT_EQ(rich.content, claims[0].content);
    EXPECT_EQ(rich.source.span, claims[0].source.span);
    EXPECT_EQ(rich.source.anonymity->number, 2U);
    EXPECT_EQ(rich.source.anonymity->reason, "not allowed");
    EXPECT_EQ(rich.recipient->name, "Harbour Wire");
    EXPECT_EQ(rich.cue_class, CueClass::thought);
    EXPECT_EQ(rich.form, Form::mixed);
    EXPECT_DOUBLE_EQ(rich.confidence, 0.75);
    EXPECT_EQ(rich.times[1].value, "2026-01-27");
    EXPECT_DOUBLE_EQ(*rich.quantities[0].upper, 3.5);
    EXPECT_DOUBLE_EQ(rich.quantities[1].value, -1e300);
    EXPECT_FALSE(rich.quantities[1].upper);
    EXPECT_EQ(rich.entities[0].type, EntityType::organisation);
    EXPECT_EQ(back->claims[1].nested_in, 0U);
    EXPECT_EQ(back->claims[1].polarity, Polarity::denied);
    EXPECT_TRUE(back->claims[2].own_voice());
}

TEST(Codec, EmptyArticle) {
    const auto back = decoded(encoded(Article{}, {}));
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->article.date);
    EXPECT_TRUE(back->claims.empty());
}

TEST(Codec, DamagedBytesAreRefused) {
    const Article from = full_article();
    const std::string bytes = encoded(from, full_claims(from));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(decoded(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_FALSE(decoded(bytes + "x"));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        EXPECT_FALSE(decoded(damaged)) << at;
    }
}

// With the checksum made right again, whatever still decodes must be sound.
TEST(Codec, ForgedBytesGiveSoundValuesOrNothing) {
    const Article from = full_article();
    const std::string bytes = encoded(from, full_claims(from));
    std::mt19937 random(11);
    int sound = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string payload = bytes.substr(5);
        for (unsigned i = 0; i <= random() % 4; ++i) {
            payload[random() % payload.size()] = static_cast<char>(random() % 4 == 0 ? 0xFF : random() % 256);
        }
        if (random() % 8 == 0) payload.resize(random() % payload.size());
        const std::uint64_t sum = hash(payload);
        const auto back =
            decoded(bytes.substr(0, 1) + big_endian((sum ^ (sum >> 32)) & 0xFFFFFFFF, 4) + payload);
        if (!back) continue;
        ++sound;
        for (const Claim& each : back->claims) {
            for (const Span piece : each.content)
                EXPECT_LE(piece.end, back->article.text.size());
            EXPECT_LE(static_cast<unsigned>(each.certainty), 4U);
            EXPECT_LE(static_cast<unsigned>(each.source.kind), 4U);
            if (each.nested_in) {
                EXPECT_LT(*each.nested_in, back->claims.size());
            }
        }
    }
    EXPECT_GT(sound, 0);  // text bytes may change freely
}

}  // namespace
}  // namespace whosaid::index
