#include "cli/json.hpp"

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

// The words between code points [begin, end), counted by hand: a code point at a time.
std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
    std::string out;
    std::size_t count = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
        if (count > begin && count <= end) out += c;
    }
    return out;
}

Span at(const std::string& text, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

std::string sliced(const std::string& text, const Json& span) {
    return slice(text, span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>());
}

// Curly quotes (3 bytes), an emoji (4 bytes), an accent (2 bytes) before and within what is marked.
const std::string emoji_text =
    "\xF0\x9F\x93\xB0 \xE2\x80\x9CThe r\xC3\xA9servoir is at 92%,\xE2\x80\x9D Zo\xC3\xAB Ibarra told the "
    "Lark \xF0\x9F\x98\x80 on Friday.";

Article emoji_article() {
    return {"lark/1", "The Lark", "", parse_date("2026-03-06"), "R\xC3\xA9servoir", "", emoji_text};
}

Claim emoji_claim() {
    Claim claim;
    claim.content = {at(emoji_text, "\xE2\x80\x9CThe r\xC3\xA9servoir is at 92%,\xE2\x80\x9D")};
    claim.source.span = at(emoji_text, "Zo\xC3\xAB Ibarra");
    claim.source.name = "Zo\xC3\xAB Ibarra";
    claim.source.kind = SourceKind::person;
    claim.recipient = Recipient{at(emoji_text, "the Lark"), "The Lark"};
    claim.cue = {at(emoji_text, "told")};
    claim.cue_class = CueClass::speech;
    claim.form = Form::direct;
    claim.times = {{at(emoji_text, "Friday"), "2026-03-06"}};
    Quantity quantity;
    quantity.span = at(emoji_text, "92%");
    quantity.value = 92;
    quantity.unit = "%";
    claim.quantities = {quantity};
    claim.entities = {{at(emoji_text, "Zo\xC3\xAB Ibarra"), "Zo\xC3\xAB Ibarra", EntityType::person}};
    claim.confidence = 0.5;
    return claim;
}

TEST(Json, SpansCountCodePoints) {
    const Json json = claims_json(emoji_article(), {emoji_claim()});
    const Json& claim = json.at("claims").at(0);
    EXPECT_EQ(sliced(emoji_text, claim.at("content").at(0)),
              "\xE2\x80\x9CThe r\xC3\xA9servoir is at 92%,\xE2\x80\x9D");
    EXPECT_EQ(claim.at("content").at(0), Json({2, 28}));
    EXPECT_EQ(sliced(emoji_text, claim.at("source").at("span")), "Zo\xC3\xAB Ibarra");
    EXPECT_EQ(sliced(emoji_text, claim.at("recipient").at("span")), "the Lark");
    EXPECT_EQ(sliced(emoji_text, claim.at("cue").at(0)), "told");
    EXPECT_EQ(sliced(emoji_text, claim.at("times").at(0).at("span")), "Friday");
    EXPECT_EQ(sliced(emoji_text, claim.at("quantities").at(0).at("span")), "92%");
    EXPECT_EQ(sliced(emoji_text, claim.at("entities").at(0).at("span")), "Zo\xC3\xAB Ibarra");
}

TEST(Json, ClaimHasEveryFieldOfTheContract) {
    const Json claim = claims_json(emoji_article(), {emoji_claim()}).at("claims").at(0);
    std::vector<std::string> names;
    for (const auto& [name, _] : claim.items())
        names.push_back(name);
    EXPECT_THAT(names, testing::ElementsAre("id", "text", "content", "source", "recipient", "cue",
                                            "cue_class", "form", "certainty", "polarity", "nested_in",
                                            "confidence", "times", "quantities", "entities"));
    EXPECT_EQ(claim.at("id"), "c1");
    EXPECT_EQ(claim.at("cue_class"), "speech");
    EXPECT_EQ(claim.at("form"), "direct");
    EXPECT_EQ(claim.at("certainty"), "asserted");
    EXPECT_EQ(claim.at("polarity"), "affirmed");
    EXPECT_EQ(claim.at("nested_in"), nullptr);
}

TEST(Json, OwnVoiceHasNullsAndNoCue) {
    Claim claim;
    claim.content = {{0, 4}};
    claim.source.name = "The Lark";
    claim.nested_in = 1;
    const Json json = claims_json(emoji_article(), {claim}).at("claims").at(0);
    EXPECT_EQ(json.at("source").at("span"), nullptr);
    EXPECT_EQ(json.at("recipient"), nullptr);
    EXPECT_EQ(json.at("cue"), Json::array());
    EXPECT_EQ(json.at("nested_in"), "c2");
}

TEST(Json, ContentInPiecesIsJoinedBySpaces) {
    Article article{"a", "", "", std::nullopt, "", "", "It rained, she said, all night."};
    Claim claim;
    claim.content = {at(article.text, "It rained"), at(article.text, "all night")};
    const Json json = claims_json(article, {claim}).at("claims").at(0);
    EXPECT_EQ(json.at("text"), "It rained all night");
    EXPECT_EQ(json.at("content").size(), 2U);
}

TEST(Json, AnonymousSourcesCarryWhatIsTold) {
    Claim claim;
    claim.source.kind = SourceKind::anonymous;
    claim.source.anonymity = Anonymity{AnonymousClass::diplomatic, 2, "", "briefed on the talks", ""};
    const Json source = claims_json(emoji_article(), {claim}).at("claims").at(0).at("source");
    EXPECT_EQ(source.at("anonymity"), Json({{"class", "diplomatic"},
                                            {"number", 2},
                                            {"institution", nullptr},
                                            {"access", "briefed on the talks"},
                                            {"reason", nullptr}}));
}

TEST(Json, DocumentsCarryTheSchemaFirst) {
    EXPECT_EQ(to_json(emoji_article()).begin().key(), "schema");
    EXPECT_EQ(claims_json(emoji_article(), {}).begin().key(), "schema");
    EXPECT_EQ(dump(document()), R"({"schema":"whosaid/1"})");
}

TEST(Json, AnArticleWithoutDateUrlOrAuthorHasNulls) {
    Article article = emoji_article();
    article.date.reset();
    const Json json = to_json(article);
    EXPECT_EQ(json.at("date"), nullptr);
    EXPECT_EQ(json.at("url"), nullptr);
    EXPECT_EQ(json.at("author"), nullptr);
    EXPECT_EQ(json.at("text"), emoji_text);
}

TEST(Json, EvidenceSpansCountCodePointsOfItsArticle) {
    Verification verification;
    verification.id = "q1";
    verification.text = "R\xC3\xA9servoir at 90%";
    verification.as_of = parse_date("2026-03-07");
    verification.verdict = Verdict::contradicted;
    Evidence evidence;
    evidence.article = "lark/1";
    evidence.span = at(emoji_text, "The r\xC3\xA9servoir is at 92%");
    evidence.stance = Stance::contradicts;
    Reason reason;
    reason.slot = Slot::number;
    reason.claim = "90%";
    reason.passage = "92%";
    reason.claim_span = at(verification.text, "90%");
    reason.passage_span = at(emoji_text, "92%");
    evidence.reasons = {reason};
    verification.evidence = {evidence};
    const Json json = to_json(verification, [](const std::string& id) -> const std::string& {
        EXPECT_EQ(id, "lark/1");
        return emoji_text;
    });
    EXPECT_EQ(json.at("verdict"), "contradicted");
    EXPECT_EQ(json.at("as_of"), "2026-03-07");
    EXPECT_EQ(json.at("highest_certainty"), nullptr);
    const Json& first = json.at("evidence").at(0);
    EXPECT_EQ(sliced(emoji_text, first.at("span")), "The r\xC3\xA9servoir is at 92%");
    EXPECT_EQ(sliced(verification.text, first.at("reasons").at(0).at("claim_span")), "90%");
    EXPECT_EQ(sliced(emoji_text, first.at("reasons").at(0).at("passage_span")), "92%");
}

TEST(Json, BytesThatAreNoUtf8AreReplacedNotThrown) {
    Article article = emoji_article();
    article.title = "caf\xE9";
    EXPECT_THAT(dump(to_json(article)), testing::HasSubstr("caf\xEF\xBF\xBD"));
}

}  // namespace
}  // namespace whosaid::cli
