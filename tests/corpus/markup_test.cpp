#include "corpus/markup.hpp"

#include <vector>

#include <gmock/gmock.h>

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Mended {
    std::string xml;  // or the error
    Repairs repairs;
};

Mended mended(std::string_view markup, MarkupKind kind = MarkupKind::xml) {
    Mended out;
    const Result<std::string> xml = well_formed(markup, kind, out.repairs);
    out.xml = xml ? *xml : to_string(xml.error());
    return out;
}

std::string xml(std::string_view markup) {
    return mended(markup).xml;
}

std::string html(std::string_view markup) {
    return mended(markup, MarkupKind::html).xml;
}

// The tokens of `markup` when only `step` bytes more are at hand each time, neighbours of one kind as one.
std::vector<std::string> tokens(std::string_view markup, std::size_t step) {
    std::vector<std::string> out;
    MarkupScanner scanner(MarkupKind::xml);
    std::size_t at = 0;
    std::size_t known = 0;
    int last = -1;
    while (true) {
        const auto token = scanner.next(markup.substr(at, known - at), known == markup.size());
        if (!token) {
            if (known == markup.size()) return out;
            known = std::min(known + step, markup.size());
            continue;
        }
        const auto kind = static_cast<int>(token->kind);
        const bool is_tag =
            token->kind == MarkupToken::Kind::start_tag || token->kind == MarkupToken::Kind::end_tag;
        if (kind != last || is_tag) out.emplace_back(1, "tcse."[kind]);
        out.back() += markup.substr(at, token->size);
        last = kind;
        at += token->size;
    }
}

TEST(MarkupScanner, CutsTheSameWhereverABufferEnds) {
    constexpr std::string_view markup =
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '>]]>'><!-- don't -->]><a x='1>2'><!-- <b> "
        "--><![CDATA[<c>&]] "
        "]]>1 < 2 <d@e.org></a\n><f";
    const std::vector<std::string> whole = tokens(markup, markup.size());
    EXPECT_THAT(whole, ElementsAre(".<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '>]]>'><!-- don't -->]>",
                                   "s<a x='1>2'>", ".<!-- <b> --><![CDATA[", "c<c>&]] ", ".]]>",
                                   "t1 < 2 <d@e.org>", "e</a\n>", ".<f"));
    for (std::size_t step = 1; step < 12; ++step)
        EXPECT_EQ(tokens(markup, step), whole) << step;
}

TEST(WellFormed, WhatIsSoundStays) {
    const Mended got = mended("<a b=\"c\"><d>x</d> <e/>y</a>");
    EXPECT_EQ(got.xml, "<a b=\"c\"><d>x</d> <e/>y</a>");
    EXPECT_EQ(got.repairs.places, 0U);
}

TEST(WellFormed, WhatIsNoContentIsLeftOut) {
    EXPECT_EQ(xml("<a><!-- b -->c<?d e?><![CDATA[<f> & g]]></a>"), "<a>c&lt;f&gt; &amp; g</a>");
    EXPECT_EQ(xml("<a>b</a><c>d</c>"), "<a>b</a>");
}

TEST(WellFormed, EndsThatAreMissingOrTooManyAreMendedAndTold) {
    const Mended open = mended("<a>\n<b>x</a>");
    EXPECT_EQ(open.xml, "<a>\n<b>x</b></a>");
    EXPECT_EQ(open.repairs.places, 1U);
    EXPECT_EQ(open.repairs.line, 2U);
    EXPECT_EQ(open.repairs.first, "<b> has no end");
    const Mended stray = mended("<a>x</b>y</i></a>");
    EXPECT_EQ(stray.xml, "<a>xy</a>");
    EXPECT_EQ(stray.repairs.places, 2U);
    EXPECT_EQ(stray.repairs.first, "</b> ends nothing");
    EXPECT_EQ(xml("<a><b c='d"), "<a></a>");
    EXPECT_EQ(xml("<a><b>x"), "<a><b>x</b></a>");
}

TEST(WellFormed, ReferencesBecomeCharacters) {
    EXPECT_EQ(xml("<a>&amp;&lt;&#8212;&mdash;&#x2014;&nbsp;&apos;</a>"),
              "<a>&amp;&lt;\u2014\u2014\u2014\u00A0'</a>");
    EXPECT_EQ(xml("<a>&#146;&#0;&#xD800;&#x110000;&#99999999999;</a>"),
              "<a>\u2019\uFFFD\uFFFD\uFFFD\uFFFD</a>");
    EXPECT_EQ(mended("<a>&eacute;</a>").repairs.places, 0U);
    const Mended lone = mended("<a>R&D & so</a>");
    EXPECT_EQ(lone.xml, "<a>R&amp;D &amp; so</a>");
    EXPECT_EQ(lone.repairs.first, "a lone \"&\" is text");
    const Mended unknown = mended("<a>&house;</a>");
    EXPECT_EQ(unknown.xml, "<a>&amp;house;</a>");
    EXPECT_EQ(unknown.repairs.first, "the entity \"&house;\" is not known and stays as it is written");
}

TEST(WellFormed, AnEntityOfTheDocumentsOwnIsNeverExpanded) {
    const std::string bomb =
        "<!DOCTYPE a [<!ENTITY b \"haha\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d SYSTEM "
        "\"file:///etc/passwd\">]>"
        "<a>&c;&d;</a>";
    EXPECT_EQ(xml(bomb), "<a>&amp;c;&amp;d;</a>");
}

TEST(WellFormed, AttributesGetMarks) {
    EXPECT_EQ(xml("<a b=1 c='\"' d e = \"&amp;&lt;\" 5=6/>"),
              "<a b=\"1\" c=\"&quot;\" d=\"\" e=\"&amp;&lt;\"/>");
    // A mark that is not closed costs the values, not the text.
    EXPECT_THAT(xml("<a><b c=\"d>text</b></a>"), HasSubstr(">text</b>"));
}

TEST(WellFormed, WhatOnlyLooksLikeATagIsText) {
    EXPECT_EQ(xml("<a>1 < 2 <ada@example.org> <3</a>"), "<a>1 &lt; 2 &lt;ada@example.org&gt; &lt;3</a>");
}

TEST(WellFormed, HtmlNeedsNoEnds) {
    EXPECT_EQ(html("<P>a<br>b<P>c<ul><li>d<li>e</ul>"),
              "<html><p>a<br/>b</p><p>c<ul><li>d</li><li>e</li></ul></p></html>");
    EXPECT_EQ(html("<table><tr><td>a<td>b<tr><td>c</table>"),
              "<html><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></html>");
    EXPECT_EQ(html("a<script>if (b < c) d('</p>')</SCRIPT>e<img src=f>"), "<html>ae<img src=\"f\"/></html>");
    EXPECT_EQ(html("</html>a"), "<html>a</html>");
    EXPECT_EQ(mended("<b>a", MarkupKind::html).repairs.places, 0U);
}

TEST(WellFormed, HostileMarkupIsAnErrorOrCostsNothing) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<a>\n";
    EXPECT_EQ(xml(deep), "it is nested more than 500 deep");
    Repairs none;
    EXPECT_EQ(well_formed(deep, MarkupKind::xml, none).error().line, 501U);
    std::string many = "<a>";
    for (int i = 0; i < 1'000'001; ++i)
        many += "<b/>";
    EXPECT_EQ(xml(many), "it has more than 1000000 elements and attributes");
    // Each would take for ever if it were looked at again from every "<".
    for (const std::string_view piece :
         {"<", "<a ", "<a b=\"", "<!", "<!--", "<![CDATA[", "&", "</", "<?", "<a b='<"}) {
        std::string markup = "<a>";
        while (markup.size() < 2'000'000)
            markup += piece;
        EXPECT_THAT(html(markup).substr(0, 300), ::testing::AnyOf(StartsWith("<html>"), HasSubstr("nested")))
            << piece;
        EXPECT_THAT(xml(markup).substr(0, 300), ::testing::AnyOf(StartsWith("<a>"), HasSubstr("nested")))
            << piece;
    }
}

}  // namespace
}  // namespace whosaid::corpus
