#include "core/corroboration/matter.hpp"

#include <gtest/gtest.h>

namespace whosaid::corroboration {
namespace {

bool may_share(std::string one, std::string other) {
    return may_share_matter(analysed({"a", "", "", std::nullopt, "", "", std::move(one)}),
                            analysed({"b", "", "", std::nullopt, "", "", std::move(other)}));
}

TEST(Matter, IsSharedWithAPersonOrABody) {
    EXPECT_TRUE(may_share("Energy Minister Kofi Mensah denied it.", "Mensah told parliament on Monday."));
    EXPECT_TRUE(may_share("The Ashgrove Corporation denied it on Monday.",
                          "Shares of the Ashgrove Corporation rose."));
}

TEST(Matter, IsNotSharedByWordsAlone) {
    EXPECT_FALSE(may_share("Energy Minister Kofi Mensah denied it.", "The mayor, Ruta Okello, denied it."));
}

TEST(Matter, IsNotSharedByAnOutletOrACountryAlone) {
    EXPECT_FALSE(may_share("Kofi Mensah told the Harbour Wire news agency in Ghana that it was false.",
                           "Ruta Okello told the Harbour Wire news agency in Ghana that it was true."));
}

TEST(Matter, OfAnArticleThatNamesNobodyMayBeAnything) {
    EXPECT_TRUE(may_share("That is no denial.", "The mayor, Ruta Okello, denied it."));
}

}  // namespace
}  // namespace whosaid::corroboration
