#include "core/corroboration/spelled.hpp"

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

Analysed article(std::string text, std::string title = {}) {
    Article out;
    out.id = "a";
    out.outlet = "Harbour Wire";
    out.title = std::move(title);
    out.date = parse_date("2026-02-05");  // a Thursday
    out.text = std::move(text);
    return analysed(std::move(out));
}

TEST(Spelled, TellsTheDayOfATimeThatDoesNotNameItsYear) {
    const Analysed text = article("The bridge was closed on Tuesday. It had opened in May 2019.");
    EXPECT_EQ(spelled_out(text, 0, 1), "The bridge was closed on Tuesday (3 February 2026).");
    EXPECT_EQ(spelled_out(text, 1, 2), "It had opened in May 2019.");
    EXPECT_EQ(spelled_out(text, 0, 2),
              "The bridge was closed on Tuesday (3 February 2026). It had opened in May 2019.");
}

TEST(Spelled, TellsWhomAPronounMeans) {
    const Analysed text = article("Mayor Ruta Okello visited the bridge. She said it was safe.");
    EXPECT_EQ(spelled_out(text, 1, 2), "She (Ruta Okello) said it was safe.");
    // Not where the name stands beside it.
    EXPECT_EQ(spelled_out(text, 0, 2).find("She ("), std::string::npos);
}

TEST(Spelled, TellsTheOfficeThatStandsElsewhere) {
    const Analysed text =
        article("Ruta Okello, the mayor of Lowick, visited the bridge. Okello called it safe.");
    EXPECT_EQ(spelled_out(text, 1, 2), "Okello (mayor of Lowick) called it safe.");
    EXPECT_EQ(spelled_out(text, 0, 1), "Ruta Okello, the mayor of Lowick, visited the bridge.");
}

TEST(Spelled, LeadsInByHeadlineAndTheSentenceAhead) {
    const Analysed text = article("The bridge was closed on Tuesday. Nobody was hurt.", "Bridge shut");
    EXPECT_EQ(lead_in(text, 1), "Bridge shut. The bridge was closed on Tuesday (3 February 2026).");
    EXPECT_EQ(lead_in(text, 0), "Bridge shut");
    EXPECT_EQ(lead_in(article("One. Two."), 0), "");
}

TEST(Spelled, OfNothingIsNothing) {
    const Analysed text = article("The bridge was closed.");
    EXPECT_EQ(spelled_out(text, 0, 0), "");
    EXPECT_EQ(spelled_out(text, 1, 2), "");
    EXPECT_EQ(spelled_out(article(""), 0, 0), "");
}

}  // namespace
}  // namespace whosaid::corroboration
