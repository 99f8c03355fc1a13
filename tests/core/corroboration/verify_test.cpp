// Verdicts by independent origins: what counts, what is folded, and what must not count at all.
#include "core/corroboration/verify.hpp"

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

constexpr Date monday{std::chrono::year{2025} / 3 / 10};
constexpr Date tuesday{std::chrono::year{2025} / 3 / 11};
constexpr Date friday{std::chrono::year{2025} / 3 / 14};

using Candidates = std::vector<std::shared_ptr<const Analysed>>;

struct Told {
    const char* id;
    const char* outlet;
    const char* text;
    Date date = monday;
};

Candidates candidates(std::initializer_list<Told> all) {
    Candidates out;
    for (const Told& each : all) {
        Article article;
        article.id = each.id;
        article.outlet = each.outlet;
        article.text = each.text;
        article.date = each.date;
        out.push_back(std::make_shared<const Analysed>(analysed(std::move(article))));
    }
    return out;
}

Analysed claim(std::string text, Date as_of = tuesday, std::string id = {}) {
    Article article;
    article.id = std::move(id);
    article.text = std::move(text);
    article.date = as_of;
    return analysed(std::move(article));
}

constexpr const char* claimed = "The fire at the Kisumu textile mill killed 11 workers.";
constexpr const char* by_police = "The fire at the Kisumu textile mill killed 11 workers, police said.";
constexpr const char* by_union =
    "The fire at the Kisumu textile mill killed 11 workers, the weavers' union said.";

TEST(Verify, OneOriginIsASingleSource) {
    const Verification v = verify(claim(claimed), candidates({{"a", "Harbour Wire", by_police}}));
    EXPECT_EQ(v.verdict, Verdict::single_source);
    EXPECT_EQ(v.origins_for, 1U);
    EXPECT_EQ(v.origins_against, 0U);
}

TEST(Verify, WhoGivesTheDateSpeaksOfTheMatter) {
    const Verification v = verify(claim("The president of Kenya will visit Lagos in May."),
                                  candidates({{"a", "Harbour Wire",
                                               "Lagos has invited the president of Kenya for a visit, the "
                                               "governor confirmed on Monday, and two "
                                               "diplomats said the trip was expected in May."}}),
                                  "complete", quick());
    ASSERT_EQ(v.evidence.size(), 1U);
    EXPECT_EQ(v.evidence[0].source.kind, SourceKind::anonymous);
    EXPECT_EQ(v.evidence[0].certainty, Certainty::probable);
}

// A model that takes a reading as it stands.
const ReadModel& as_read() {
    static const ReadModel model = [] {
        ReadModel out{};
        for (std::size_t s = 0; s < out.size(); ++s)
            out[s].reading[s] = 1;
        return out;
    }();
    return model;
}

// Everything that holds `words` is read as `stance`, the rest as unrelated.
Method reading_as(Stance stance, std::string words) {
    const Reader reader = [stance, words = std::move(words)](const Analysed&,
                                                             std::span<const Passage> passages) {
        std::vector<Reading> out(passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i) {
            const Analysed& article = *passages[i].article;
            const Span span = article.analysis.document.sentences[passages[i].first].span;
            const bool holds = span.of(article.article.text).find(words) != std::string_view::npos;
            out[i].likeness = 1;
            out[i].stances = {};
            out[i].stances[static_cast<std::size_t>(holds ? stance : Stance::unrelated)] = 1;
        }
        return out;
    };
    return {reader, &as_read(), &as_read()};
}

TEST(Verify, TakesWhatTheReaderMakesOfAPassage) {
    constexpr const char* reworded = "A blaze in a Kisumu mill cost 11 lives.";
    const auto all = candidates({{"a", "Harbour Wire", by_police}});
    EXPECT_EQ(verify(claim(reworded), all, "complete", reading_as(Stance::supports, "police")).verdict,
              Verdict::single_source);
    EXPECT_EQ(verify(claim(reworded), all, "complete", reading_as(Stance::contradicts, "police")).verdict,
              Verdict::contradicted);
    EXPECT_EQ(verify(claim(reworded), all, "complete", reading_as(Stance::supports, "coroner")).verdict,
              Verdict::unsupported);
}

TEST(Verify, TakesAReadingOfDeniedWordsForTheDenial) {
    const auto all = candidates(
        {{"a", "Harbour Wire", "The owner denied that the fire at the Kisumu mill killed 11 workers."}});
    const Verification v = verify(claim(claimed), all, "complete", reading_as(Stance::contradicts, "denied"));
    EXPECT_EQ(v.verdict, Verdict::contradicted);
    ASSERT_EQ(v.evidence.size(), 1U);
    EXPECT_EQ(v.evidence[0].stance, Stance::contradicts);
}

TEST(Verify, AClaimThatTellsWhoSaidSoGoesBackToThem) {
    const auto all = candidates(
        {{"a", "Harbour Wire", "Ruta Okello's promise of a new mill in Kisumu has yet to be kept."},
         {"b", "Lakeside Daily", "Ruta Okello promised a new mill in Kisumu."}});
    const Verification v = verify(claim("Ruta Okello said that she would build a new mill in Kisumu."), all,
                                  "complete", reading_as(Stance::supports, "mill"));
    ASSERT_EQ(v.evidence.size(), 2U);
    EXPECT_EQ(v.evidence[0].origin, "Ruta Okello");
    EXPECT_EQ(v.evidence[1].origin, "Ruta Okello");
    EXPECT_EQ(v.verdict, Verdict::single_source);
}

TEST(Verify, ASentenceThatTellsASpeakersWordsIsTheirs) {
    // What the claim meets stands beside the words: the speaker's own name.
    const auto all = candidates({{"a", "Harbour Wire", "\"We got nothing,\" said Ruta Okello of Lowick."}});
    const Verification v = verify(claim("The team of Ruta Okello of Lowick found no ore."), all, "complete",
                                  reading_as(Stance::supports, "nothing"));
    ASSERT_EQ(v.evidence.size(), 1U);
    EXPECT_EQ(v.evidence[0].origin, "Ruta Okello");
}

TEST(Verify, GivesTheReaderNoMoreThanTheLikeliestPassages) {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "A fire at a mill in Kisumu was put out in an hour. ";
    std::size_t given = 0;
    std::string first;
    const Reader reader = [&](const Analysed&, std::span<const Passage> passages) {
        given += passages.size();
        const Analysed& article = *passages.front().article;
        first = article.analysis.document.sentences[passages.front().first].span.of(article.article.text);
        return std::vector<Reading>(passages.size());
    };
    const Verification v =
        verify(claim(claimed), candidates({{"a", "Harbour Wire", (text + by_police).c_str()}}), "complete",
               {reader, &as_read(), &as_read()});
    EXPECT_EQ(v.verdict, Verdict::unsupported);
    EXPECT_EQ(given, 40U);
    EXPECT_EQ(first, by_police);
}

TEST(Verify, TwoOutletsThatQuoteOneBodyAreOneOrigin) {
    const Verification v = verify(
        claim(claimed), candidates({{"a", "Harbour Wire", by_police},
                                    {"b", "Lakeside Daily",
                                     "Police said the fire at the Kisumu textile mill killed 11 workers."}}));
    EXPECT_EQ(v.verdict, Verdict::single_source);
    EXPECT_EQ(v.origins_for, 1U);
    EXPECT_EQ(v.evidence.size(), 2U);
}

TEST(Verify, TwoBodiesCorroborate) {
    const Verification v = verify(
        claim(claimed), candidates({{"a", "Harbour Wire", by_police}, {"b", "Lakeside Daily", by_union}}));
    EXPECT_EQ(v.verdict, Verdict::corroborated);
    EXPECT_EQ(v.origins_for, 2U);
}

TEST(Verify, TheDesksBestLetterAmongThoseForIsTheGrades) {
    const Desk desk{{{"weavers' union", {}, 'D'}, {"police", {"Kisumu police"}, 'B'}, {"coroner", {}, 'A'}},
                    {}};
    const auto all = candidates({{"a", "Harbour Wire", by_police}, {"b", "Lakeside Daily", by_union}});
    const Verification v = verify(claim(claimed), all, "complete", quick(), desk);
    EXPECT_EQ(v.grade, "B1");
    for (const Evidence& each : v.evidence)
        EXPECT_EQ(each.reliability, each.article == "a" ? 'B' : 'D') << each.origin;
    EXPECT_EQ(verify(claim(claimed), all, "complete", quick()).grade, "F1");
    // Who contradicts it lends it no letter.
    const auto against = candidates({{"a", "Harbour Wire", by_police}});
    EXPECT_EQ(verify(claim("The fire at the Kisumu textile mill killed 14 workers."), against, "complete",
                     quick(), desk)
                  .grade,
              "F5");
}

TEST(Verify, OutletsOfOnePublisherDoNotCorroborateEachOther) {
    const auto all = candidates({{"a", "Harbour Wire", claimed}, {"b", "Lakeside Daily", claimed}});
    const Desk desk{{}, {{"Harbour Media", {"Harbour Wire", "Lakeside Daily"}}}};
    EXPECT_EQ(verify(claim(claimed), all, "complete", quick()).verdict, Verdict::corroborated);
    EXPECT_EQ(verify(claim(claimed), all, "complete", quick(), desk).verdict, Verdict::single_source);
}

TEST(Verify, ANumberThatDiffersContradicts) {
    const Verification v = verify(claim("The fire at the Kisumu textile mill killed 14 workers."),
                                  candidates({{"a", "Harbour Wire", by_police}}));
    EXPECT_EQ(v.verdict, Verdict::contradicted);
    EXPECT_EQ(v.origins_for, 0U);
    EXPECT_EQ(v.origins_against, 1U);
    EXPECT_FALSE(v.highest_certainty.has_value());
}

TEST(Verify, OneForAndOneAgainstIsDisputed) {
    const Verification v = verify(
        claim(claimed),
        candidates({{"a", "Harbour Wire", by_police},
                    {"b", "Lakeside Daily",
                     "The fire at the Kisumu textile mill killed 14 workers, the weavers' union said."}}));
    EXPECT_EQ(v.verdict, Verdict::disputed);
    EXPECT_EQ(v.origins_for, 1U);
    EXPECT_EQ(v.origins_against, 1U);
}

TEST(Verify, AnOriginThatCorrectsItselfIsNoDispute) {
    const Verification v =
        verify(claim(claimed),
               candidates({{"a", "Harbour Wire",
                            "The fire at the Kisumu textile mill killed 9 workers, police said.", monday},
                           {"b", "Lakeside Daily", by_police, tuesday}}));
    EXPECT_EQ(v.verdict, Verdict::single_source);
    EXPECT_EQ(v.origins_against, 0U);
}

TEST(Verify, WhatIsPublishedLaterDoesNotCount) {
    const Verification v =
        verify(claim(claimed, tuesday), candidates({{"a", "Harbour Wire", by_police, friday}}));
    EXPECT_EQ(v.verdict, Verdict::unsupported);
    EXPECT_TRUE(v.evidence.empty());
}

TEST(Verify, AnArticleIsNoEvidenceForItself) {
    const Verification v =
        verify(claim(claimed, tuesday, "a"), candidates({{"a", "Harbour Wire", by_police}}));
    EXPECT_EQ(v.verdict, Verdict::unsupported);
}

TEST(Verify, ADatelineOrANameAloneIsNoEvidence) {
    const Verification v =
        verify(claim(claimed), candidates({{"a", "Harbour Wire", "KISUMU — Rain is expected on the lake."},
                                           {"b", "Lakeside Daily", "Kisumu has three markets."}}));
    EXPECT_EQ(v.verdict, Verdict::unsupported);
}

TEST(Verify, UnnamedPeopleAreCountedAndMarked) {
    const Verification v = verify(
        claim(claimed),
        candidates(
            {{"a", "Harbour Wire",
              "The fire at the Kisumu textile mill killed 11 workers, an official said on condition of "
              "anonymity."}}));
    ASSERT_EQ(v.verdict, Verdict::single_source);
    EXPECT_EQ(v.named_origins, 0U);
    EXPECT_EQ(v.anonymous_origins, 1U);
    EXPECT_TRUE(v.evidence.front().anonymous_origin);
}

TEST(Verify, NothingToAskIsUnsupportedAndKeepsItsCoverage) {
    const Verification v = verify(claim(claimed), {}, "1 of 2 indexes could not be read");
    EXPECT_EQ(v.verdict, Verdict::unsupported);
    EXPECT_EQ(v.coverage, "1 of 2 indexes could not be read");
    EXPECT_EQ(v.grade, "F6");
}

TEST(Verify, DoesNotDependOnTheOrderOfCandidates) {
    Candidates all = candidates({{"a", "Harbour Wire", by_police}, {"b", "Lakeside Daily", by_union}});
    const Verification one = verify(claim(claimed), all);
    std::swap(all[0], all[1]);
    const Verification two = verify(claim(claimed), all);
    EXPECT_EQ(one.verdict, two.verdict);
    EXPECT_EQ(one.origins_for, two.origins_for);
}

}  // namespace
}  // namespace whosaid::corroboration
