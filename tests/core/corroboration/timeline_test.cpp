// Moves of a claim from passage to passage: what is one, and what must not be taken for one.
#include "core/corroboration/timeline.hpp"

#include "core/terms.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A passage as verify finds it, in an article that holds it alone or begins with it.
struct Told {
    std::string article;
    std::string outlet;
    const char* date = nullptr;
    std::string passage;
    std::string source;  // empty: the outlet's own voice
    Certainty certainty = Certainty::asserted;
    Stance stance = Stance::supports;
    std::string rest = {};  // of the article's text
};

// "a: hardened possible > asserted since b, by the carrier", an entry for each move, in order.
std::vector<std::string> moves(const std::vector<Told>& all) {
    Verification verification;
    std::vector<std::shared_ptr<const Analysed>> articles;
    for (const Told& each : all) {
        Article article;
        article.id = each.article;
        article.outlet = each.outlet;
        if (each.date != nullptr) article.date = parse_date(each.date);
        article.text = each.passage + each.rest;
        Evidence evidence;
        evidence.article = each.article;
        evidence.outlet = each.outlet;
        evidence.date = article.date;
        evidence.span = {0, static_cast<std::uint32_t>(each.passage.size())};
        evidence.text = each.passage;
        evidence.stance = each.stance;
        evidence.certainty = each.certainty;
        evidence.source.name = each.source.empty() ? each.outlet : each.source;
        if (!each.source.empty()) {
            evidence.source.kind = SourceKind::person;
            evidence.source.span = Span{0, 1};
        }
        evidence.origin = evidence.source.name;
        verification.evidence.push_back(std::move(evidence));
        articles.push_back(std::make_shared<const Analysed>(analysed(std::move(article))));
    }
    std::vector<std::string> out;
    for (const TimelineEntry& entry : timeline(verification, articles)) {
        for (const Move& move : entry.moves) {
            std::string line = entry.evidence.article + ": " + std::string(term(move.kind));
            if (!move.from.empty()) line += " " + move.from + " > " + move.to + " since " + move.since;
            if (move.carrier) line += ", by the carrier";
            out.push_back(std::move(line));
        }
    }
    return out;
}

const std::string may = "Ruta Okello said the Orsa ferry might sail again in March.";
const std::string will = "Ruta Okello said the Orsa ferry will sail again in March.";

TEST(Timeline, TheFirstReportOfEachOriginIsTold) {
    EXPECT_THAT(moves({{"b", "Lakeside Daily", "2026-02-03", will, "Paul Okoye"},
                       {"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello"},
                       {"c", "Inland Post", "2026-02-04", will, "Ruta Okello"}}),
                ElementsAre("a: first-report", "b: first-report"));
}

TEST(Timeline, WhatOnlyTouchesOnTheClaimIsNoReport) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", may, "Ruta Okello", Certainty::possible,
                        Stance::discusses}}),
                IsEmpty());
}

TEST(Timeline, AnotherCertaintyOfTheSameOriginHardensOrSoftens) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", may, "Ruta Okello", Certainty::possible},
                       {"b", "Lakeside Daily", "2026-02-02", will, "Ruta Okello", Certainty::asserted},
                       {"c", "Inland Post", "2026-02-03", may, "Ruta Okello", Certainty::possible}}),
                ElementsAre("a: first-report", "b: hardened possible > asserted since a",
                            "c: softened asserted > possible since b"));
}

TEST(Timeline, OnOneDayNobodyWasFirst) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", may, "Ruta Okello", Certainty::possible},
                       {"b", "Lakeside Daily", "2026-02-01", will, "Ruta Okello", Certainty::asserted}}),
                ElementsAre("a: first-report"));
    EXPECT_THAT(moves({{"a", "Harbour Wire", nullptr, may, "Ruta Okello", Certainty::possible},
                       {"b", "Lakeside Daily", "2026-02-01", will, "Ruta Okello", Certainty::asserted}}),
                ElementsAre("b: first-report"));
}

TEST(Timeline, AnotherOriginIsNoMove) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", may, "Ruta Okello", Certainty::possible},
                       {"b", "Lakeside Daily", "2026-02-02", will, "Paul Okoye", Certainty::asserted}}),
                ElementsAre("a: first-report", "b: first-report"));
}

const std::string body =
    "\n\nThe ferry was taken out of service on 20 February after it struck a rock off Lindholm in thick fog. "
    "Nobody was hurt in the accident, which happened shortly before dawn with 40 passengers on board. Divers "
    "have since patched the hull, and the line has hired a second pilot for the narrows. Tickets that were "
    "sold "
    "for the weeks without a ferry will be paid back at the quay, the line wrote to its customers.";

TEST(Timeline, ACopyThatIsSurerIsHardenedByItsCarrierOnTheSameDayToo) {
    EXPECT_THAT(moves({{"wire", "Harbour Wire", "2026-02-01", "The Orsa ferry might sail again in March.", "",
                        Certainty::possible, Stance::supports, body},
                       {"copy", "Lakeside Daily", "2026-02-01", "The Orsa ferry will sail again in March.",
                        "", Certainty::asserted, Stance::supports, "\n\n(Harbour Wire)" + body}}),
                ElementsAre("wire: first-report", "copy: first-report",
                            "copy: hardened possible > asserted since wire, by the carrier"));
}

TEST(Timeline, AnOutletSurerThanTheSourceItNamesHasHardenedIt) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "", Certainty::asserted},
                       {"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello", Certainty::possible}}),
                ElementsAre("a: first-report", "a: hardened possible > asserted since a, by the carrier",
                            "a: first-report"));
    // Also where verify has not kept the source's words.
    const std::string rest =
        " The harbour master, Ruta Okello, told the Wire the ferry might sail again in April."
        "holds.";
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", "The Orsa ferry will sail again in April.", "",
                        Certainty::asserted, Stance::supports, rest}}),
                ElementsAre("a: first-report", "a: hardened possible > asserted since a, by the carrier"));
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", "The line paid back 40 tickets.", "",
                        Certainty::asserted, Stance::supports, rest}}),
                ElementsAre("a: first-report"));
    // Not where the source is as sure, or takes the other side.
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "", Certainty::asserted},
                       {"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello", Certainty::asserted}}),
                ElementsAre("a: first-report", "a: first-report"));
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "", Certainty::asserted},
                       {"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello", Certainty::possible,
                        Stance::contradicts}}),
                ElementsAre("a: first-report", "a: first-report"));
}

TEST(Timeline, AnOriginThatChangesSidesIsReversed) {
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello"},
                       {"b", "Lakeside Daily", "2026-02-03", "Okello: no ferry in March.", "Ruta Okello",
                        Certainty::asserted, Stance::contradicts}}),
                ElementsAre("a: first-report", "b: reversed supports > contradicts since a"));
}

TEST(Timeline, AnotherTimeOfTheSameOriginIsAChangedDate) {
    const std::string april = "Ruta Okello said the Orsa ferry will sail again in April.";
    const std::string closer = "Ruta Okello said the Orsa ferry will sail again on 9 March.";
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello"},
                       {"b", "Lakeside Daily", "2026-02-03", april, "Ruta Okello"}}),
                ElementsAre("a: first-report", "b: date-changed 2026-03 > 2026-04 since a"));
    // Told more closely is not told otherwise; and when it was said is not when it happens.
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-01", will, "Ruta Okello"},
                       {"b", "Lakeside Daily", "2026-02-03", closer, "Ruta Okello"}}),
                ElementsAre("a: first-report"));
    EXPECT_THAT(moves({{"a", "Harbour Wire", "2026-02-05",
                        "The ferry will sail again, Ruta Okello said on Monday.", "Ruta Okello"},
                       {"b", "Lakeside Daily", "2026-02-06",
                        "The ferry will sail again, Ruta Okello said on Tuesday.", "Ruta Okello"}}),
                ElementsAre("a: first-report"));
}

TEST(Timeline, NothingFoundIsNoTimeline) {
    EXPECT_TRUE(timeline(Verification{}, {}).empty());
}

}  // namespace
}  // namespace whosaid::corroboration
