#include "corpus/markup_text.hpp"

#include <gtest/gtest.h>

namespace whosaid::corpus {
namespace {

std::string text(std::string_view html) {
    return body_text("text/html", html).value();
}

TEST(ArticleText, ParagraphsArePartedByAnEmptyLine) {
    EXPECT_EQ(text("<p>One\n  line.</p>\n<p> Two <b>words</b>\there. </p>"), "One line.\n\nTwo words here.");
    EXPECT_EQ(text("<div>a<p>b</p>c</div>"), "a\n\nb\n\nc");
    EXPECT_EQ(text("<h2>Head</h2><ul><li>one</li><li>two</li></ul>"), "Head\n\none\n\ntwo");
    EXPECT_EQ(text("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>"),
              "a b\n\nc d");
    EXPECT_EQ(text("<p></p><p> </p>"), "");
}

TEST(ArticleText, BreaksAreLinesAndTwoOfThemAParagraph) {
    EXPECT_EQ(text("<p>a<br>b<br/> c</p>"), "a\nb\nc");
    EXPECT_EQ(text("a<br><br>b<br><br><br>c<br>"), "a\n\nb\n\nc");
    EXPECT_EQ(text("<pre>a  b\n c</pre>"), "a b\nc");
}

TEST(ArticleText, QuotationsHaveTheirMarksOnce) {
    EXPECT_EQ(text("<p>He said <q>no</q>.</p>"), "He said \"no\".");
    EXPECT_EQ(text("<p>He said \"<q>no</q>\".</p>"), "He said \"no\".");
    EXPECT_EQ(text("<p>He said <q><b>\u201Cno</b>\u201D</q>.</p>"), "He said \u201Cno\u201D.");
}

TEST(ArticleText, WhatIsBesideTheTextIsLeftOut) {
    EXPECT_EQ(text("<html><head><title>x</title></head><body><nav>x</nav><p>a</p><figure><img/><figcaption>x"
                   "</figcaption></figure><script>x</script><aside>x</aside><p>b</p></body></html>"),
              "a\n\nb");
}

TEST(ArticleText, OfNitfItIsTheContentAndTheTagline) {
    EXPECT_EQ(
        text("<nitf><head><title>x</title></head><body><body.head><hedline><hl1>x</hl1></hedline></body.head>"
             "<body.content><block><p>a</p><media><media-caption>x</media-caption></media></block><p>b</p>"
             "</body.content><body.end><tagline>(Reporting by C)</tagline></body.end></body></nitf>"),
        "a\n\nb\n\n(Reporting by C)");
}

TEST(BodyText, IsMarkupWhereTypeOrFirstCharacterSaySo) {
    EXPECT_EQ(body_text("", "<p>a</p>").value(), "a");
    EXPECT_EQ(body_text("body_xhtml", "a <i>b</i>").value(), "a b");
    EXPECT_EQ(body_text("text/plain", "<p>a</p>").value(), "<p>a</p>");
    EXPECT_EQ(body_text("", "a  b \r\n\r\n\r\n c\nd\n").value(), "a b\n\nc\nd");
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<div>";
    EXPECT_EQ(to_string(body_text("", deep).error()), "it is nested more than 500 deep");
}

TEST(TextOfClass, TakesThoseParagraphsAlone) {
    pugi::xml_document tree;
    ASSERT_TRUE(
        load_html(tree, "<p class='a b'>x<br>y</p><p class='ab'>no</p><div><p class='b'>z</p></div>"));
    EXPECT_EQ(text_of_class(tree, "b"), "x\ny\n\nz");
}

}  // namespace
}  // namespace whosaid::corpus
