#include "cli/claims_text.hpp"

#include "core/analysis.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

Article article() {
    Article out;
    out.id = "a1";
    out.outlet = "Lakeside Daily";
    out.title = "Dam";
    out.text =
        "Minister Ada Holm hinted that the dam may close.\n\nKofi Mensah denied that the wall had cracked. "
        "The council said a clerk had told it the pumps were old.";
    return out;
}

TEST(ClaimsText, ExplainsWhatDecided) {
    const Article a = article();
    const std::string text = claims_text(a, analyse(a).claims, {}, true);
    EXPECT_THAT(text, HasSubstr("cue: hint; content: clause; source: name; certainty: cue"));
    EXPECT_THAT(claims_text(a, analyse(a).claims, {}), Not(HasSubstr("cue: hint")));
}

TEST(ClaimsText, MarksTheArticle) {
    const Article a = article();
    const std::string text = marked_article(a, analyse(a).claims, {});
    EXPECT_THAT(text, HasSubstr("Minister Ada Holm hinted that [the dam may close](c1 possible).\n"));
    EXPECT_THAT(text, HasSubstr("[the wall had cracked](c2 asserted, denied)."));
    // A claim within another is named behind it.
    EXPECT_THAT(text, HasSubstr("(c3 asserted)(c4 asserted)."));
    EXPECT_THAT(marked_article(a, analyse(a).claims, {true, 80}), HasSubstr("\x1b[33m[the dam may close]"));
}

TEST(ClaimsText, MarksNothingWhereNothingIsClaimed) {
    Article a = article();
    a.text = "Rain.";
    EXPECT_THAT(marked_article(a, {}, {}), HasSubstr("\nRain.\n"));
}

TEST(ClaimsText, TableHasARowAClaim) {
    const Article a = article();
    const std::string table = claims_table(a, analyse(a).claims, {false, 100});
    EXPECT_THAT(table, HasSubstr("claim certainty    source"));
    EXPECT_THAT(table, HasSubstr("c1    possible     Ada Holm"));
    EXPECT_THAT(table, HasSubstr("c2    denied       Kofi Mensah"));
    EXPECT_THAT(table, HasSubstr("the wall had cracked"));
}

}  // namespace
}  // namespace whosaid::cli
