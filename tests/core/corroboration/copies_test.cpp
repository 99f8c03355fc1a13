#include "core/corroboration/copies.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

const std::string wire =
    "The harbour of Quellmar reopened on Monday after an eleven-day strike, the port authority said. About "
    "40 "
    "ships had been waiting outside the breakwater, some with fruit that had begun to rot. Dockers voted by "
    "a "
    "narrow margin to go back after the owners offered a raise of 6 percent over two years. Their leader, "
    "Ilse "
    "Marrand, called the offer thin but honest. The first ship to berth carried 9,000 tonnes of grain for "
    "the "
    "mills up the river, which had been running at half their usual pace since the walkout began.";
const std::string cut =
    "The harbour of Quellmar reopened on Monday after an eleven-day strike, the port authority said. Dockers "
    "voted by a narrow margin to go back after the owners offered a raise of 6 percent over two years. Their "
    "leader, Ilse Marrand, called the offer thin but honest.";
const std::string rewrite =
    "After eleven days of strike, ships are moving again at Quellmar. The port authority said the harbour "
    "had "
    "reopened on Monday. Some 40 ships had been waiting outside the breakwater, several with fruit that had "
    "begun "
    "to rot. The owners offered a raise of 6 percent over two years, and dockers voted by a narrow margin to "
    "go "
    "back. Ilse Marrand, who leads them, called the offer thin but honest. Local shopkeepers, who had missed "
    "the "
    "crews, put out flags, and the mayor bought a round in the tavern by the mole for everyone who came.";
const std::string independent =
    "Cranes swung over the quays of Quellmar again this week. Strikers who had shut the docks since early "
    "May "
    "accepted better pay in a ballot that could have gone either way. I watched the grain carrier Dorothea "
    "tie up "
    "in drizzle while men in yellow coats clapped. Not all were glad: a third of the workforce, mostly "
    "young, had "
    "wanted to hold out for shorter shifts, and they say the union's leadership sold them short in a back "
    "room.";

Article article(std::string id, std::string outlet, const char* date, std::string text) {
    Article a;
    a.id = std::move(id);
    a.outlet = std::move(outlet);
    if (date != nullptr) a.date = parse_date(date);
    a.text = std::move(text);
    return a;
}

std::vector<std::vector<std::string>> groups(const std::vector<Article>& articles) {
    std::vector<Sketch> sketches;
    sketches.reserve(articles.size());
    for (const Article& a : articles)
        sketches.push_back(sketch(a));
    std::vector<std::vector<std::string>> result;
    for (auto& group : copies(sketches))
        result.push_back(std::move(group.articles));
    return result;
}

using Groups = std::vector<std::vector<std::string>>;

TEST(Copies, CutsAndRewritesGoTogether) {
    EXPECT_EQ(groups({article("a", "Quellmar Post", "2026-05-12", cut),
                      article("b", "Andes Wire", "2026-05-11", wire),
                      article("c", "Coast Daily", "2026-05-12", rewrite),
                      article("d", "The Sunday Lamp", "2026-05-13", independent)}),
              (Groups{{"b", "a", "c"}}));
}

TEST(Copies, TheCreditedAgencyComesFirst) {
    const auto found = groups({article("a", "Quellmar Post", "2026-05-11", "QUELLMAR (Andes Wire) — " + cut),
                               article("b", "Andes Wire", "2026-05-12", "QUELLMAR (Andes Wire) — " + wire)});
    EXPECT_EQ(found, (Groups{{"b", "a"}}));
}

TEST(Copies, EvidenceTellsShareAndCredit) {
    const auto found =
        copies({sketch(article("a", "Quellmar Post", "2026-05-12", "QUELLMAR (Andes Wire) — " + cut)),
                sketch(article("b", "Andes Wire", "2026-05-11", wire))});
    ASSERT_EQ(found.size(), 1U);
    ASSERT_EQ(found[0].evidence.size(), 1U);
    EXPECT_EQ(found[0].evidence[0].article, "a");
    EXPECT_EQ(found[0].evidence[0].first, "b");
    EXPECT_EQ(found[0].evidence[0].credit, "Andes Wire");
    EXPECT_GT(found[0].evidence[0].shared, 0.9);
}

TEST(Copies, CaseQuotesAndPunctuationDoNotMatter) {
    std::string shouted = wire;
    std::replace(shouted.begin(), shouted.end(), ',', ';');
    std::transform(shouted.begin(), shouted.end(), shouted.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    // "9,000" must not fall into two words.
    shouted.replace(shouted.find("9;000"), 5, "9,000");
    EXPECT_EQ(sketch(article("a", "", nullptr, wire)).shingles,
              sketch(article("b", "", nullptr, shouted)).shingles);
}

TEST(Copies, TheSameSpeechQuotedTwiceIsNoCopy) {
    const std::string speech =
        "\"We have crossed the river that our fathers feared, and I tell you that we shall not cross it back "
        "for "
        "any prize the other bank may hold out to us, not for silver, not for the promise of quiet harvests, "
        "not for "
        "the thanks of men who never once asked what the ford had cost us.\"";
    const std::string one =
        "The old general spoke for an hour in the rain at Tessen, and few of the young officers "
        "who stood below the rostrum took their eyes from him. " +
        speech + " A band then played, badly, and people went to look for shelter under the arcades.";
    const std::string two =
        "Markets took fright on Tuesday. Traders in the bond pit said a veteran's bellicose words "
        "had scared off buyers of river loans, whose price fell by a tenth before noon. " +
        speech + " Analysts at two brokerages cut their outlook for the valley's growth to a crawl.";
    EXPECT_EQ(groups({article("a", "A", "2026-05-11", one), article("b", "B", "2026-05-11", two)}), Groups{});
}

TEST(Copies, SerialNoticesAreNoCopies) {
    std::vector<Article> days;
    for (int day = 10; day < 28; ++day) {
        days.push_back(article(
            "d" + std::to_string(day), "Coast Daily", ("2026-05-" + std::to_string(day)).c_str(),
            "Winds of force " + std::to_string(day % 7) + " are expected off the cape on May " +
                std::to_string(day) + ", the weather office says. Ferries leave at " + std::to_string(day) +
                ".10 and 1" + std::to_string(day % 9) + ".45 from pier " + std::to_string(day % 5) +
                ". Anglers should keep away from the mole while waves exceed " + std::to_string(day % 4) +
                " metres."));
    }
    EXPECT_EQ(groups(days), Groups{});
}

TEST(Copies, EmptyShortAndUndatedTexts) {
    EXPECT_EQ(groups({}), Groups{});
    EXPECT_EQ(groups({article("a", "", nullptr, ""), article("b", "", nullptr, "")}), Groups{});
    EXPECT_EQ(groups({article("a", "", nullptr, "Yes."), article("b", "", nullptr, "Yes.")}), Groups{});
    EXPECT_EQ(groups({article("b", "", nullptr, wire), article("a", "", nullptr, wire)}),
              (Groups{{"a", "b"}}));
}

TEST(Copies, ShareABand) {
    const auto a = bands(sketch(article("a", "", nullptr, wire)));
    const auto b = bands(sketch(article("b", "", nullptr, rewrite)));
    std::vector<std::uint64_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    EXPECT_FALSE(both.empty());
}

TEST(Copies, ManyCopiesOfOneTextStayNearLinear) {
    std::vector<Sketch> sketches;
    sketches.reserve(3000);
    for (int i = 0; i < 3000; ++i) {
        sketches.push_back(sketch(
            article("a" + std::to_string(10'000 + i), "Outlet " + std::to_string(i), "2026-05-11", wire)));
    }
    const auto found = copies(sketches);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].articles.size(), 3000U);
}

TEST(Copies, HostileTexts) {
    std::string quotes(2 << 20, '"');
    EXPECT_TRUE(sketch(article("a", "", nullptr, quotes)).shingles.empty());
    std::string one_word(2 << 20, 'x');
    EXPECT_TRUE(sketch(article("a", "", nullptr, one_word)).shingles.empty());
    std::string repeated;
    for (int i = 0; i < 300'000; ++i)
        repeated += "go ";
    EXPECT_EQ(sketch(article("a", "", nullptr, repeated)).shingles.size(), 1U);
}

}  // namespace
}  // namespace whosaid::corroboration
