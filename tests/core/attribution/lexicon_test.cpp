#include "core/analysis.hpp"
#include "core/attribution/lexicon_file.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::attribution {
namespace {

TEST(Lexicon, IsReadAgainAsItIsShown) {
    const auto read = read_lexicon(lexicon_text(), "shown");
    ASSERT_TRUE(read) << to_string(read.error());
    const std::vector<Entry> all = entries_in_use();
    ASSERT_EQ(read->size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ((*read)[i].noun, all[i].noun) << all[i].lemma;
        EXPECT_EQ((*read)[i].lemma, all[i].lemma);
        EXPECT_EQ((*read)[i].cue->cue_class, all[i].cue->cue_class) << all[i].lemma;
        EXPECT_EQ((*read)[i].cue->commitment, all[i].cue->commitment) << all[i].lemma;
        EXPECT_EQ((*read)[i].cue->frames, all[i].cue->frames) << all[i].lemma;
    }
}

TEST(Lexicon, TakesRemarksAndBlankLines) {
    const auto read = read_lexicon(
        "# ours\n\n  verb Yodel About : speech possible about clause # rare\r\n"
        "noun yodel: thought uncommitted\nverb say: none\n",
        "desk");
    ASSERT_TRUE(read) << to_string(read.error());
    ASSERT_EQ(read->size(), 3U);
    EXPECT_EQ((*read)[0].lemma, "yodel about");
    EXPECT_EQ((*read)[0].cue->commitment, Certainty::possible);
    EXPECT_TRUE((*read)[0].cue->takes(about) && (*read)[0].cue->takes(clause));
    EXPECT_TRUE((*read)[1].noun);
    EXPECT_FALSE((*read)[2].cue);
}

struct Wrong {
    const char* name;
    const char* text;
    std::uint64_t line;
    const char* told;
};
void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.name;
}
class LexiconError : public testing::TestWithParam<Wrong> {};

TEST_P(LexiconError, NamesFileLineAndFault) {
    const auto read = read_lexicon(GetParam().text, "desk.cues");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().file, "desk.cues");
    EXPECT_EQ(read.error().line, GetParam().line);
    EXPECT_THAT(read.error().message, testing::HasSubstr(GetParam().told));
    EXPECT_FALSE(read.error().hint.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Lines, LexiconError,
    testing::Values(Wrong{"NoColon", "verb yodel speech asserted clause", 1, "colon"},
                    Wrong{"WordClass", "\nadverb yodelingly: speech asserted", 2, "adverb"},
                    Wrong{"NoWord", "verb : speech asserted clause", 1, "missing"},
                    Wrong{"CueClass", "verb yodel: song asserted clause", 1, "song"},
                    Wrong{"Commitment", "verb yodel: speech maybe clause", 1, "maybe"},
                    Wrong{"NoCommitment", "verb yodel: speech", 1, "none of confirmed"},
                    Wrong{"Frame", "verb yodel: speech asserted cluase", 1, "cluase"},
                    Wrong{"NoFrame", "verb yodel: speech asserted", 1, "frame"},
                    Wrong{"BehindNone", "verb yodel: none clause", 1, "none"}),
    [](const testing::TestParamInfo<Wrong>& row) { return std::string(row.param.name); });

// Last in this program's order of use: entries stay.
TEST(Lexicon, EntriesOfADeskCount) {
    Article article;
    article.outlet = "Lakeside Daily";
    article.text = "Ada Holm chirruped that the bridge was open. Kofi Mensah wigwagged that it was shut.";
    use_lexicon(*read_lexicon("verb chirrup: speech possible clause\nverb wigwag: none\n", "desk"));
    const std::vector<Claim> claims = analyse(article).claims;
    const auto said =
        std::ranges::find_if(claims, [](const Claim& c) { return c.decision.cue == "chirrup"; });
    ASSERT_NE(said, claims.end());
    EXPECT_EQ(said->source.name, "Ada Holm");
    EXPECT_EQ(said->certainty, Certainty::possible);
    EXPECT_EQ(said->decision.content, "clause");
    EXPECT_EQ(said->decision.source, "name");
}

}  // namespace
}  // namespace whosaid::attribution
