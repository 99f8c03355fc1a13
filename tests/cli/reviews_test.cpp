#include "cli/reviews.hpp"

#include "tests/temporary_folder.hpp"

#include <string>

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;

class ReviewsFile : public testing::Test {
  protected:
    [[nodiscard]] Result<Reviews> read(const std::string& lines) const {
        return Reviews::read(folder_.write("reviews.jsonl", lines).string());
    }
    static Article article(const std::string& id) {
        Article out;
        out.id = id;
        out.text = "The dam failed. The bridge held.";
        return out;
    }
    static std::vector<Claim> claims() {
        std::vector<Claim> out(2);
        out[0].content = {{0, 14}};
        out[1].content = {{16, 31}};
        return out;
    }

  private:
    tests::TemporaryFolder folder_;
};

const std::string rest =
    R"(, "rating": "False", "reviewer": "North Desk", "url": "https://desk.example/1", "date": "2026-03-01"})";

TEST_F(ReviewsFile, AreOfClaimsByIdOrWords) {
    const auto reviews =
        read(R"({"claim": "The bridge  held")" + rest + "\n" + R"({"claim": "c1")" + rest + "\n");
    ASSERT_TRUE(reviews) << to_string(reviews.error());
    const auto alone = reviews->of(article("a"), claims(), true);
    ASSERT_EQ(alone.size(), 2U);
    EXPECT_EQ(alone[0].claim, 0U);
    EXPECT_EQ(alone[1].claim, 1U);
    EXPECT_EQ(alone[1].rating, "False");
    EXPECT_EQ(alone[1].reviewer, "North Desk");
    EXPECT_EQ(to_string(*alone[1].date), "2026-03-01");
    // "c1" of no named article may be any article's.
    const auto among_others = reviews->of(article("a"), claims(), false);
    ASSERT_EQ(among_others.size(), 1U);
    EXPECT_EQ(among_others[0].claim, 1U);
}

TEST_F(ReviewsFile, OfAnArticleAreOfNoOther) {
    const auto reviews = read(R"({"article": "a", "claim": "c2")" + rest + "\n");
    ASSERT_TRUE(reviews);
    EXPECT_EQ(reviews->size(), 1U);
    EXPECT_EQ(reviews->of(article("a"), claims(), false).size(), 1U);
    EXPECT_TRUE(reviews->of(article("b"), claims(), true).empty());
    EXPECT_TRUE(reviews->of(article("a"), {}, true).empty());
}

TEST_F(ReviewsFile, WithABadLineIsAnErrorThatNamesIt) {
    for (const std::string& line :
         {std::string("no json"), R"({"claim": "c1"})" + std::string(), R"({"claim": "")" + rest,
          R"({"claim": 7)" + rest,
          std::string(R"({"claim": "c1", "rating": "x", "reviewer": "y", "url": "javascript:1"})"),
          std::string(R"({"claim": "c1", "rating": "x", "reviewer": "y",
                                                    "url": "https://a.example", "date": "soon"})")}) {
        std::string one_line = line;
        std::erase(one_line, '\n');
        const auto reviews = read("\n" + one_line + "\n");
        ASSERT_FALSE(reviews) << line;
        EXPECT_EQ(reviews.error().code, ErrorCode::usage);
        EXPECT_EQ(reviews.error().line, 2U) << line;
    }
    const auto missing = Reviews::read("/no/such/file");
    ASSERT_FALSE(missing);
    EXPECT_THAT(to_string(missing.error()), HasSubstr("/no/such/file"));
}

}  // namespace
}  // namespace whosaid::cli
