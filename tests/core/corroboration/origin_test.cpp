// Who information goes back to: one test a rule of core/corroboration/origin.hpp.
#include "core/corroboration/origin.hpp"

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

Article article(std::string id, std::string outlet, std::string text = "A text without credit lines.") {
    Article out;
    out.id = std::move(id);
    out.outlet = std::move(outlet);
    out.text = std::move(text);
    return out;
}

Claim by(SourceKind kind, std::string name, std::string description = {}) {
    Claim claim;
    claim.cue = {{0, 1}};
    claim.source.span = Span{0, 1};
    claim.source.kind = kind;
    claim.source.name = std::move(name);
    claim.source.description = std::move(description);
    return claim;
}

Origin from(const Claim& claim, const Article& first) {
    return origin(&claim, first);
}

TEST(Origin, OfAnIdentifiedPersonIsOneWhicheverOutletsCarryIt) {
    const Article wire = article("a", "Harbour Wire");
    const Article daily = article("b", "Lakeside Daily");
    const Claim full = by(SourceKind::person, "Ruta Okello");
    const Claim shorter = by(SourceKind::person, "Okello");
    const Claim sister = by(SourceKind::person, "Amina Okello");
    EXPECT_TRUE(same_origin(from(full, wire), from(full, daily)));
    EXPECT_TRUE(same_origin(from(full, wire), from(shorter, daily)));
    EXPECT_FALSE(same_origin(from(full, wire), from(sister, daily)));
}

TEST(Origin, OfASpokespersonIsTheBodySpokenFor) {
    const Article wire = article("a", "Harbour Wire");
    const Claim spokeswoman = by(SourceKind::person, "Lena Mutua", "energy ministry spokeswoman");
    const Claim ministry = by(SourceKind::organisation, "Energy Ministry");
    const Claim other = by(SourceKind::organisation, "Finance Ministry");
    EXPECT_TRUE(same_origin(from(spokeswoman, wire), from(ministry, wire)));
    EXPECT_FALSE(same_origin(from(spokeswoman, wire), from(other, wire)));
}

TEST(Origin, OfWhoLeadsABodyIsNotApartFromIt) {
    const Article wire = article("a", "Harbour Wire");
    const Article daily = article("b", "Lakeside Daily");
    const auto person = [](std::string description) {
        return by(SourceKind::person, "Lena Mutua", std::move(description));
    };
    const auto body = [](std::string name) { return by(SourceKind::organisation, std::move(name)); };
    EXPECT_TRUE(same_origin(from(person("The force's director general"), wire),
                            from(body("Lake Rescue Force"), wire)));
    EXPECT_TRUE(
        same_origin(from(person("Port Lowick chief executive"), wire), from(body("Port Lowick"), daily)));
    EXPECT_TRUE(
        same_origin(from(person("President of Kenya"), wire), from(body("Kenyan government"), daily)));
    EXPECT_TRUE(same_origin(from(person("health minister"), wire), from(body("Government of Kenya"), wire)));
    // Not every body of the country, nor of another, nor one that they have left or merely work for.
    EXPECT_FALSE(
        same_origin(from(person("President of Kenya"), wire), from(body("Kenyan armed forces"), wire)));
    EXPECT_FALSE(
        same_origin(from(person("health minister"), wire), from(body("Government of Kenya"), daily)));
    EXPECT_FALSE(
        same_origin(from(person("former Port Lowick president"), wire), from(body("Port Lowick"), wire)));
    EXPECT_FALSE(same_origin(from(person("Port Lowick engineer"), wire), from(body("Port Lowick"), wire)));
    EXPECT_FALSE(same_origin(from(person("chief executive"), wire), from(body("Port Lowick"), wire)));
}

TEST(Origin, OfASurnameAloneIsThePersonAndSoIsTheirDocument) {
    const Article wire = article("a", "Harbour Wire");
    const Origin person = from(by(SourceKind::person, "Ruta Okello-Banda"), wire);
    EXPECT_TRUE(same_origin(person, from(by(SourceKind::person, "Okello-Banda"), wire)));
    EXPECT_TRUE(same_origin(from(by(SourceKind::person, "Ruta Okello"), wire),
                            from(by(SourceKind::organisation, "Okello"), wire)));
    EXPECT_TRUE(same_origin(person, from(by(SourceKind::document, "Okello-Banda's judgment"), wire)));
    EXPECT_FALSE(same_origin(person, from(by(SourceKind::document, "the judgment"), wire)));
    EXPECT_FALSE(same_origin(person, from(by(SourceKind::organisation, "Banda Steel"), wire)));
    EXPECT_FALSE(same_origin(person, from(by(SourceKind::person, "Amina Okello-Banda"), wire)));
}

TEST(Origin, OfABodyIsKnownUnderItsCountrysNames) {
    const Article wire = article("a", "Harbour Wire");
    EXPECT_TRUE(same_origin(from(by(SourceKind::organisation, "Egyptian government"), wire),
                            from(by(SourceKind::organisation, "government of Egypt"), wire)));
    EXPECT_FALSE(same_origin(from(by(SourceKind::organisation, "Egyptian government"), wire),
                             from(by(SourceKind::organisation, "Indian government"), wire)));
}

TEST(Origin, OfUnnamedPeopleIsTheOutletThatSpokeToThem) {
    const Article wire = article("a", "Harbour Wire");
    const Article daily = article("b", "Lakeside Daily");
    const Claim diplomats = by(SourceKind::anonymous, "two diplomatic sources");
    const Claim one = by(SourceKind::anonymous, "one of them");
    const Claim officer = by(SourceKind::anonymous, "a police officer");
    EXPECT_TRUE(from(diplomats, wire).anonymous);
    EXPECT_EQ(from(diplomats, wire).name, "two diplomatic sources, to Harbour Wire");
    EXPECT_TRUE(same_origin(from(diplomats, wire), from(one, wire)));
    EXPECT_FALSE(same_origin(from(diplomats, wire), from(officer, wire)));
    EXPECT_FALSE(same_origin(from(diplomats, wire), from(diplomats, daily)));
}

TEST(Origin, OfTheOutletsOwnWordsIsTheOutlet) {
    EXPECT_TRUE(same_origin(origin(nullptr, article("a", "Harbour Wire")),
                            origin(nullptr, article("b", "The Harbour Wire"))));
    EXPECT_FALSE(same_origin(origin(nullptr, article("a", "Harbour Wire")),
                             origin(nullptr, article("b", "Lakeside Daily"))));
}

TEST(Origin, OfAnotherOutletsReportIsThatOutlet) {
    const Claim reported = by(SourceKind::media, "Harbour Wire");
    EXPECT_TRUE(same_origin(from(reported, article("b", "Lakeside Daily")),
                            origin(nullptr, article("a", "Harbour Wire"))));
}

TEST(Origin, OfCreditedCopyIsTheAgency) {
    const Article credited = article("b", "Lakeside Daily",
                                     "NAIROBI (Harbour Wire) — The dam held overnight.\n\nNo one was hurt.");
    EXPECT_TRUE(same_origin(origin(nullptr, credited), origin(nullptr, article("a", "Harbour Wire"))));
}

TEST(Origin, OfAnUnknownOutletNeverMergesAndNeverVanishes) {
    const Origin one = origin(nullptr, article("a", ""));
    const Origin two = origin(nullptr, article("b", ""));
    EXPECT_FALSE(same_origin(one, two));
    EXPECT_EQ(one.name, "unknown outlet (a)");
}

// A desk that knows two names of a ministry, a person, and a house of two outlets.
const Desk& desk() {
    static const Desk known{{{"Energy Ministry", {"Department of Power"}, 'B'},
                             {"Ruta Okello", {"R. B. Adongo"}, 'C'},
                             {"Harbour Wire", {}, 'A'}},
                            {{"Harbour Media", {"Harbour Wire", "Lakeside Daily"}}}};
    return known;
}

Origin by_desk(const Claim& claim, const Article& first) {
    return origin(&claim, first, desk());
}

TEST(Origin, OfNamesThatTheDeskGivesOneSourceIsOne) {
    const Article wire = article("a", "Harbour Wire");
    const Article other = article("b", "Inland Post");
    const Claim ministry = by(SourceKind::organisation, "Ministry of Energy");
    const Claim department = by(SourceKind::organisation, "the Department of Power");
    const Claim spokeswoman = by(SourceKind::person, "Lena Mutua", "power department spokeswoman");
    EXPECT_FALSE(same_origin(from(ministry, wire), from(department, other)));
    EXPECT_TRUE(same_origin(by_desk(ministry, wire), by_desk(department, other)));
    EXPECT_TRUE(same_origin(by_desk(ministry, wire), by_desk(spokeswoman, other)));
    EXPECT_EQ(by_desk(department, wire).name, "Energy Ministry");
    EXPECT_EQ(by_desk(department, wire).reliability, 'B');
    EXPECT_TRUE(same_origin(by_desk(by(SourceKind::person, "Ruta Okello"), wire),
                            by_desk(by(SourceKind::person, "R. B. Adongo"), other)));
    // A part of a name is not the name, nor are unnamed people of a ministry the ministry.
    const Claim section = by(SourceKind::organisation, "Department of Power Savings");
    const Claim officials = by(SourceKind::anonymous, "Energy Ministry");
    EXPECT_FALSE(by_desk(section, wire).known);
    EXPECT_FALSE(by_desk(officials, wire).known);
    EXPECT_EQ(by_desk(officials, wire).reliability, 'F');
    EXPECT_FALSE(by_desk(by(SourceKind::person, "Amina Okello"), wire).known);
}

TEST(Origin, OfOutletsOfOnePublisherIsOneInTheirOwnVoice) {
    const Origin wire = origin(nullptr, article("a", "Harbour Wire"), desk());
    const Origin daily = origin(nullptr, article("b", "The Lakeside Daily"), desk());
    const Origin other = origin(nullptr, article("c", "Inland Post"), desk());
    EXPECT_TRUE(same_origin(wire, daily));
    EXPECT_FALSE(same_origin(wire, other));
    EXPECT_EQ(wire.reliability, 'A');
    EXPECT_EQ(daily.reliability, 'F');
    // What another outlet takes from one of them goes back to the house too.
    EXPECT_TRUE(
        same_origin(by_desk(by(SourceKind::media, "Lakeside Daily"), article("c", "Inland Post")), wire));
    EXPECT_FALSE(
        same_origin(origin(nullptr, article("x", ""), desk()), origin(nullptr, article("y", ""), desk())));
}

TEST(Origin, OfUnnamedPeopleToldToTwoOutletsOfOnePublisherIsOne) {
    const Claim diplomats = by(SourceKind::anonymous, "two diplomats");
    const Claim officer = by(SourceKind::anonymous, "a police officer");
    const Article wire = article("a", "Harbour Wire");
    const Article daily = article("b", "Lakeside Daily");
    EXPECT_TRUE(same_origin(by_desk(diplomats, wire), by_desk(diplomats, daily)));
    EXPECT_FALSE(same_origin(by_desk(diplomats, wire), by_desk(officer, daily)));
    EXPECT_FALSE(same_origin(by_desk(diplomats, wire), by_desk(diplomats, article("c", "Inland Post"))));
}

TEST(Origin, OfNamedSourcesStaysTheirOwnWithinOnePublisher) {
    const Article wire = article("a", "Harbour Wire");
    const Article daily = article("b", "Lakeside Daily");
    const Claim okello = by(SourceKind::person, "Ruta Okello");
    const Claim mutua = by(SourceKind::person, "Lena Mutua");
    EXPECT_FALSE(same_origin(by_desk(okello, wire), by_desk(mutua, daily)));
    EXPECT_FALSE(same_origin(by_desk(okello, wire), origin(nullptr, daily, desk())));
    EXPECT_TRUE(same_origin(by_desk(okello, wire), by_desk(okello, daily)));
}

TEST(Origin, IsCountedOnceThroughAllItsNames) {
    const Article wire = article("a", "Harbour Wire");
    const std::vector<Origin> origins{
        from(by(SourceKind::person, "Lena Mutua", "energy ministry spokeswoman"), wire),
        origin(nullptr, wire),
        from(by(SourceKind::organisation, "ministry"), wire),
        from(by(SourceKind::organisation, "Energy Ministry"), article("b", "Lakeside Daily")),
    };
    EXPECT_EQ(independent(origins), (std::vector<std::uint32_t>{0, 1, 0, 0}));
    EXPECT_TRUE(independent({}).empty());
}

}  // namespace
}  // namespace whosaid::corroboration
