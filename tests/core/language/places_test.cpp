#include "core/language/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

using testing::Contains;
using testing::Eq;
using testing::Optional;

TEST(Places, CountriesAreThoseOfIcu) {
    EXPECT_GT(country_names().size(), 200U);
    EXPECT_THAT(country_names(), Contains("Paraguay"));
    EXPECT_THAT(country_named("paraguay"), Optional(Eq("Paraguay")));
    EXPECT_THAT(country_named("Great Britain"), Optional(Eq("United Kingdom")));
    EXPECT_THAT(country_named("the Netherlands"), Optional(Eq("Netherlands")));
    EXPECT_FALSE(country_named("Atlantis"));
    EXPECT_FALSE(country_named(""));
}

TEST(Places, CapitalsAloneStandForCountries) {
    EXPECT_THAT(country_of_capital("New Delhi"), Optional(Eq("India")));
    EXPECT_THAT(country_of_capital("Asuncion"), Optional(Eq("Paraguay")));
    EXPECT_THAT(country_of_capital("Copenhagen"), Optional(Eq("Denmark")));
    EXPECT_THAT(country_of_capital("MOSCOW"), Optional(Eq("Russia")));
    EXPECT_FALSE(country_of_capital("Mumbai"));
    EXPECT_FALSE(country_of_capital("table"));
}

TEST(Places, PeoplesHaveTheirCountries) {
    EXPECT_THAT(country_of_people("Paraguayan"), Optional(Eq("Paraguay")));
    EXPECT_THAT(country_of_people("Egyptians"), Optional(Eq("Egypt")));
    EXPECT_FALSE(country_of_people("wooden"));
    EXPECT_EQ(adjective_of_country("Bolivia"), "Bolivian");
    EXPECT_EQ(adjective_of_country("Denmark"), "");  // "Danish" is told by no rule of ours
    EXPECT_EQ(adjective_of_country("Springfield"), "");
}

}  // namespace
}  // namespace whosaid::language
