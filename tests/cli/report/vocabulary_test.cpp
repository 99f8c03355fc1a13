#include "cli/report/vocabulary.hpp"

#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

TEST(Vocabulary, IsAUrnUntilADeskGivesItsOwn) {
    EXPECT_EQ(Vocabulary().scheme("verdict"), "urn:x-whosaid:verdict:");
    EXPECT_EQ(Vocabulary().term("report", "a/b c"), "urn:x-whosaid:report:a%2Fb%20c");
    EXPECT_EQ(Vocabulary::under("https://cv.example/claims")->term("verdict", "disputed"),
              "https://cv.example/claims/verdict/disputed");
    EXPECT_EQ(Vocabulary::under("https://cv.example/claims#")->scheme("verdict"),
              "https://cv.example/claims#verdict/");
    EXPECT_EQ(Vocabulary::under("urn:x-desk")->scheme("verdict"), "urn:x-desk:verdict:");
}

TEST(Vocabulary, TakesNoAddressThatIsNone) {
    for (const char* base : {"", "claims", "javascript:alert(1)", "http://", "https://a b/",
                             "urn:", "urn::", "urn:x-desk:<>", "https://cv.example/\"", "ftp://a.example/"}) {
        const auto vocabulary = Vocabulary::under(base);
        ASSERT_FALSE(vocabulary) << base;
        EXPECT_EQ(vocabulary.error().code, ErrorCode::usage);
    }
}

TEST(Slug, IsACodeWhateverTheName) {
    EXPECT_EQ(slug("Ines Okafor", 60), "ines-okafor");
    EXPECT_EQ(slug("  \"The  Desk\" (B.B.)!", 60), "the-desk-b-b");
    EXPECT_EQ(slug("?!", 60), "unnamed");
}

}  // namespace
}  // namespace whosaid::cli
