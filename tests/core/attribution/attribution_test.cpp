// Sentences of our own and the claims to be found in them: one row a phenomenon.
//
// A row's expectation is one claim that must be among those found; an empty field is not looked at. Pieces of
// content are joined by " … ".
#include "core/analysis.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid {
namespace {

struct Row {
    const char* name;
    const char* text;
    const char* source;  // name
    const char* kind;
    const char* cue;
    const char* content;
    const char* certainty = "";
    const char* polarity = "";
    const char* form = "";
    const char* recipient = "";
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string joined(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) {
        if (!out.empty()) out += " … ";
        out += span.of(text);
    }
    return out;
}

Article article(const char* text) {
    Article out;
    out.id = "a";
    out.outlet = "Lakeside Daily";
    out.date = Date{std::chrono::year{2026} / 1 / 28};  // a Wednesday
    out.text = text;
    return out;
}

std::string shown(const Claim& c, std::string_view text) {
    std::string out = "[" + std::string(term(c.source.kind)) + "] " + c.source.name + " | " +
                      joined(text, c.cue) + " | " + joined(text, c.content) + " | " +
                      std::string(term(c.certainty)) + " " + std::string(term(c.polarity)) + " " +
                      std::string(term(c.form));
    if (c.recipient) out += " to " + c.recipient->name;
    return out;
}

bool matches(std::string_view expected, std::string_view got) {
    return expected.empty() || expected == got;
}

bool fits(const Row& row, const Claim& c, std::string_view text) {
    return matches(row.source, c.source.name) && matches(row.kind, term(c.source.kind)) &&
           matches(row.cue, joined(text, c.cue)) && matches(row.content, joined(text, c.content)) &&
           matches(row.certainty, term(c.certainty)) && matches(row.polarity, term(c.polarity)) &&
           matches(row.form, term(c.form)) && matches(row.recipient, c.recipient ? c.recipient->name : "");
}

class Attribution : public testing::TestWithParam<Row> {};

TEST_P(Attribution, IsFound) {
    const Row& row = GetParam();
    const Article a = article(row.text);
    const std::vector<Claim> claims = analyse(a).claims;
    const bool found =
        std::any_of(claims.begin(), claims.end(), [&](const Claim& c) { return fits(row, c, a.text); });
    std::string all;
    for (const Claim& c : claims)
        all += "\n  " + shown(c, a.text);
    EXPECT_TRUE(found) << row.text << "\nfound:" << all;
}

std::string test_name(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Frames, Attribution,
    testing::Values(
        Row{"ThatClause", "Energy minister Kofi Mensah said that the turbines would run by March.",
            "Kofi Mensah", "person", "said", "the turbines would run by March", "asserted", "affirmed",
            "indirect"},
        Row{"ClauseWithoutThat", "The ministry said the dam was safe.", "ministry", "organisation", "said",
            "the dam was safe", "asserted", "affirmed", "indirect"},
        Row{"QuoteBefore", "\"The water is rising,\" Amina Okello said on Tuesday.", "Amina Okello", "person",
            "said", "\"The water is rising,\"", "asserted", "affirmed", "direct"},
        Row{"QuoteBeforeInverted", "\"The water is rising,\" said Amina Okello.", "Amina Okello", "person",
            "said", "\"The water is rising,\"", "asserted", "affirmed", "direct"},
        Row{"CurlyQuote", "“The water is rising,” said Amina Okello.", "Amina Okello", "person", "said",
            "“The water is rising,”", "", "", "direct"},
        Row{"QuoteAfterColon", "Amina Okello said: \"The water is rising fast.\"", "Amina Okello", "person",
            "said", "\"The water is rising fast.\"", "", "", "direct"},
        Row{"InterruptedQuote",
            "\"The bridge will hold,\" Amina Okello said, \"but nobody should cross it tonight.\"",
            "Amina Okello", "person", "said",
            "\"The bridge will hold,\" … \"but nobody should cross it tonight.\"", "", "", "direct"},
        Row{"SourceAfterContent", "The plant will close in June, the company said.", "company",
            "organisation", "said", "The plant will close in June", "asserted", "affirmed", "indirect"},
        Row{"SourceBetween", "The plant, the company said, will close in June.", "company", "organisation",
            "said", "", "", "", "indirect"},
        Row{"AccordingToBehind", "Two boats are missing, according to the coast guard.", "coast guard",
            "organisation", "according to", "Two boats are missing", "asserted", "affirmed", "indirect"},
        Row{"AccordingToBefore", "According to the coast guard, two boats are missing.", "coast guard",
            "organisation", "According to", "two boats are missing", "asserted", "affirmed", "indirect"},
        Row{"ToldWithRecipient", "Kofi Mensah told Harbour Wire that the turbines were ready.", "Kofi Mensah",
            "person", "told", "the turbines were ready", "asserted", "affirmed", "indirect", "Harbour Wire"},
        Row{"ToldReporters", "Kofi Mensah told reporters the turbines were ready.", "Kofi Mensah", "person",
            "told", "the turbines were ready", "", "", "indirect", "reporters"},
        Row{"MixedForm", "Kofi Mensah said the delay was \"a scandal\" and promised an inquiry.",
            "Kofi Mensah", "person", "said", "", "", "", "mixed"},
        Row{"PassiveWithAgent", "The figures were confirmed by the central bank.", "central bank",
            "organisation", "were confirmed", "The figures", "confirmed", "affirmed", "indirect"},
        Row{"PassiveWithoutAgent", "The general is said to be in Geneva.", "", "anonymous", "is said", ""},
        Row{"ClaimNoun", "The company rejected the union's claim that the line was unsafe.", "union",
            "organisation", "claim", "the line was unsafe", "", "", "indirect"},
        Row{"Document", "The report said the pumps had failed twice.", "report", "document", "said",
            "the pumps had failed twice", "asserted", "affirmed", "indirect"},
        Row{"Believes", "Amina Okello believes the road will reopen.", "Amina Okello", "person", "believes",
            "the road will reopen", "probable", "affirmed", "indirect"},
        Row{"HintDropped", "The ambassador, Amina Okello, dropped a broad hint that the road would reopen.",
            "Amina Okello", "person", "dropped a broad hint", "the road would reopen", "possible", "affirmed",
            "indirect"},
        Row{"SaidBehindAComma", "The fire at the textile mill killed 11 workers, police said.", "police",
            "organisation", "said", "The fire at the textile mill killed 11 workers"},
        Row{"SaidBehindACommaByALongName",
            "The recall covers wheels sold in 11 states, the Food and Drug Administration said in a notice.",
            "Food and Drug Administration", "organisation", "said",
            "The recall covers wheels sold in 11 states"},
        Row{"SaidBehindACommaUnnamed",
            "The fire at the mill killed 11 workers, an official said on condition of anonymity.",
            "an official", "anonymous", "said", "The fire at the mill killed 11 workers"},
        Row{"SpeakerBehindQuotation",
            "\"Visits are announced in time,\" its spokeswoman, Ms. Amina Okello, told reporters.",
            "Amina Okello", "", "told", "\"Visits are announced in time,\""},
        Row{"RankOfItsHolder", "Col. Peter Okello led the patrol. The colonel denied that it had crossed.",
            "Peter Okello", "person", "denied", "it had crossed", "", "denied"},
        Row{"EnvoyIsTheAmbassador", "Ambassador Peter Okello met reporters. The envoy said a visit was near.",
            "Peter Okello", "person", "said", "a visit was near"},
        Row{"BodyByItsNoun",
            "Alder & Finch Creamery recalled its cheese. The creamery said nobody had fallen ill.",
            "Alder & Finch Creamery", "organisation", "said", "nobody had fallen ill"},
        Row{"TitleIsNoName", "State Fire Marshal Gwen Tarrasch said the blaze began in a silo.",
            "Gwen Tarrasch", "person", "said", "the blaze began in a silo"},
        Row{"HyphenatedNameWithATitleInIt", "Dr. Iqbal Sheikh-Dawood said the sum was large.",
            "Iqbal Sheikh-Dawood", "person", "said", "the sum was large"},
        Row{"QuoteOverParagraphs",
            "\"We counted the boats twice,\" Amina Okello said. \"Two had not come back by noon.",
            "Amina Okello", "person", "said", "", "asserted", "", "direct"}),
    test_name);

INSTANTIATE_TEST_SUITE_P(
    Certainty, Attribution,
    testing::Values(
        Row{"Confirmed", "The palace confirmed that the king would travel to Oslo.", "palace", "organisation",
            "confirmed", "the king would travel to Oslo", "confirmed", "affirmed"},
        Row{"Announced", "The ministry announced that schools would reopen on Monday.", "ministry",
            "organisation", "announced", "schools would reopen on Monday", "confirmed"},
        Row{"Hinted", "Kofi Mensah hinted that he would resign.", "Kofi Mensah", "person", "hinted",
            "he would resign", "possible"},
        Row{"Suggested", "Kofi Mensah suggested that the vote could be delayed.", "Kofi Mensah", "person",
            "suggested", "the vote could be delayed", "possible"},
        Row{"ModalWeakens", "Kofi Mensah said the vote might be delayed.", "Kofi Mensah", "person", "said",
            "the vote might be delayed", "possible"},
        Row{"LikelyWeakens", "Kofi Mensah said a delay was likely.", "Kofi Mensah", "person", "said",
            "a delay was likely", "probable"},
        Row{"ExpectedWeakens", "The ministry said the talks were expected to resume.", "ministry",
            "organisation", "said", "the talks were expected to resume", "probable"},
        Row{"ConfirmedButMight", "The ministry confirmed that the talks may resume.", "ministry",
            "organisation", "confirmed", "the talks may resume", "possible"},
        Row{"Hoped", "Kofi Mensah hoped that the talks would resume.", "Kofi Mensah", "person", "hoped",
            "the talks would resume", "uncommitted"},
        Row{"Denied", "The company denied that it had misled investors.", "company", "organisation", "denied",
            "it had misled investors", "asserted", "denied"},
        Row{"DeniedNoun", "Kofi Mensah denied any knowledge of the payments.", "Kofi Mensah", "person",
            "denied", "any knowledge of the payments", "asserted", "denied"},
        Row{"NegatedContentIsAffirmed", "The company said it had not misled investors.", "company",
            "organisation", "said", "it had not misled investors", "asserted", "affirmed"}),
    test_name);

INSTANTIATE_TEST_SUITE_P(
    Sources, Attribution,
    testing::Values(
        Row{"ShortName",
            "Energy minister Kofi Mensah visited the dam on Monday. Mensah said the turbines were ready.",
            "Kofi Mensah", "person", "said", "the turbines were ready"},
        Row{"He", "Energy minister Kofi Mensah visited the dam on Monday. He said the turbines were ready.",
            "Kofi Mensah", "person", "said", "the turbines were ready"},
        Row{"She",
            "Ms Amina Okello visited the dam with Mr Kofi Mensah. She said the turbines were "
            "ready.",
            "Amina Okello", "person", "said", "the turbines were ready"},
        Row{"Office",
            "Kofi Mensah, the energy minister, visited the dam. The minister said the turbines were ready.",
            "Kofi Mensah", "person", "said", "the turbines were ready"},
        Row{"DiplomaticSources", "Diplomatic sources indicated that the talks would resume.",
            "diplomatic sources", "anonymous", "indicated", "the talks would resume"},
        Row{"TwoOfficials", "Two officials said the minister had resigned.", "two officials", "anonymous",
            "said", "the minister had resigned"},
        Row{"Spokeswoman", "A spokeswoman for the health ministry said the clinic had closed.",
            "health ministry", "organisation", "said", "the clinic had closed"},
        Row{"AnotherOutlet", "Harbour Wire reported that the minister had resigned.", "Harbour Wire", "media",
            "reported", "the minister had resigned"}),
    test_name);

TEST(Claims, OfTheOutletItselfHaveNeitherCueNorSource) {
    const Article a =
        article("The dam at Kwaresh was built in 1974 and holds 40 million cubic metres of water.");
    const std::vector<Claim> claims = analyse(a).claims;
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_TRUE(claims[0].own_voice());
    EXPECT_EQ(claims[0].source.name, "Lakeside Daily");
    EXPECT_EQ(claims[0].source.kind, SourceKind::media);
}

TEST(Claims, NestWhereOneStandsInsideAnother) {
    const Article a =
        article("Harbour Wire reported that Kofi Mensah had told lawmakers that the dam was unsafe.");
    const std::vector<Claim> claims = analyse(a).claims;
    const auto inner = std::find_if(claims.begin(), claims.end(),
                                    [](const Claim& c) { return c.source.name == "Kofi Mensah"; });
    ASSERT_NE(inner, claims.end());
    ASSERT_TRUE(inner->nested_in);
    EXPECT_EQ(claims[*inner->nested_in].source.name, "Harbour Wire");
}

TEST(Claims, CarryTimesResolvedAgainstTheArticlesDate) {
    const Article a = article("Kofi Mensah said the turbines would run in February.");
    const std::vector<Claim> claims = analyse(a).claims;
    ASSERT_FALSE(claims.empty());
    ASSERT_EQ(claims[0].times.size(), 1U);
    EXPECT_EQ(claims[0].times[0].value, "2026-02");
}

TEST(Claims, TellWhatIsSaidOfUnnamedSources) {
    const Article a = article(
        "Two military officials said the border would close. They spoke on condition of "
        "anonymity because the plan is not public.");
    const std::vector<Claim> claims = analyse(a).claims;
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [](const Claim& c) { return c.source.kind == SourceKind::anonymous; });
    ASSERT_NE(found, claims.end());
    ASSERT_TRUE(found->source.anonymity);
    EXPECT_EQ(found->source.anonymity->group, AnonymousClass::military);
    EXPECT_EQ(found->source.anonymity->number, 2U);
}

}  // namespace
}  // namespace whosaid
