#include "tests/corpus/support.hpp"

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids;
using ::testing::IsEmpty;
using testing::Read;
using testing::read;
using ::testing::StartsWith;

constexpr std::string_view meta =
    R"(<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:OW"><name>Orsa
Wire</name></provider><versionCreated>2026-03-09T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>)";

std::string item(std::string_view guid, std::string_view content, std::string_view item_meta = meta) {
    return fmt::format(R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{}" version="3">
{}
<contentMeta><contentCreated>2026-03-02T08:15:00+01:00</contentCreated><creator><name>Ada Lund</name></creator>
<headline>Ferry aground</headline></contentMeta>
<contentSet>{}</contentSet>
</newsItem>
)",
                       guid, item_meta, content);
}

std::string nitf(std::string_view words) {
    return fmt::format(
        "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>"
        "<body><body.head><hedline><hl1>Other</hl1></hedline></body.head><body.content><p>{}</p>"
        "</body.content></body></nitf></inlineXML>",
        words);
}

std::string message(std::string_view items) {
    return fmt::format(
        "<?xml version='1.0' "
        "encoding='UTF-8'?>\n<newsMessage><header/><itemSet>\n{}</itemSet></newsMessage>\n",
        items);
}

TEST(NewsmlG2, EveryFieldIsRead) {
    const Read got = read("item.xml", item("urn:newsml:orsa.example:1", nitf("Rain fell.")));
    ASSERT_EQ(got.articles.size(), 1U);
    const Article& a = got.articles[0];
    EXPECT_EQ(a.id, "urn:newsml:orsa.example:1");
    EXPECT_EQ(a.outlet, "Orsa Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-03-02");
    EXPECT_EQ(a.title, "Ferry aground");
    EXPECT_EQ(a.author, "Ada Lund");
    EXPECT_EQ(a.url, "");
    EXPECT_EQ(a.text, "Rain fell.");
    EXPECT_THAT(got.errors, IsEmpty());
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(NewsmlG2, TheBodyIsNitfXhtmlOrPlainText) {
    const auto text = [](const std::string& content) {
        return read("item.xml", item("a", content)).articles.at(0).text;
    };
    EXPECT_EQ(text(nitf("Rain fell.")), "Rain fell.");
    EXPECT_EQ(
        text(
            "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head>"
            "<title>x</title></head><body><p>Rain <em>fell</em>.</p><p>Sun.</p></body></html></inlineXML>"),
        "Rain fell.\n\nSun.");
    EXPECT_EQ(text("<inlineData contenttype='text/plain'>\n  Rain fell.\n\n  Sun.\n</inlineData>"),
              "Rain fell.\n\nSun.");
    EXPECT_EQ(text("<inlineData contenttype='text/html'><![CDATA[<p>Rain fell.<p>Sun.]]></inlineData>"),
              "Rain fell.\n\nSun.");
    EXPECT_EQ(text("<inlineXML><x:data xmlns:x='y'><x:v>1</x:v></x:data></inlineXML><remoteContent/>" +
                   nitf("Sun.")),
              "Sun.");
}

TEST(NewsmlG2, ParticularsStandInSeveralPlaces) {
    const Read got = read("item.xml", R"(<newsItem guid="https://orsa.example/1"><rightsInfo><copyrightHolder
literal="Orsa Wire"/></rightsInfo><itemMeta><provider uri="https://orsa.example/"/><versionCreated>2026-03-09T10:00:00Z
</versionCreated><title>Rain</title></itemMeta><contentMeta><by>By Ada Lund</by></contentMeta><contentSet><inlineData>
Rain fell.</inlineData></contentSet></newsItem>)");
    const Article& a = got.articles.at(0);
    EXPECT_EQ(a.url, "https://orsa.example/1");
    EXPECT_EQ(a.outlet, "Orsa Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-03-09");
    EXPECT_EQ(a.title, "Rain");
    EXPECT_EQ(a.author, "Ada Lund");
}

TEST(NewsmlG2, AMessageIsReadItemByItem) {
    const Read got = read("all.xml", message(item("a", nitf("Rain fell.")) + item("b", "<inlineXML/>") +
                                             "<packageItem guid='p'><itemRef residref='a'/></packageItem>\n" +
                                             item("c", nitf("Sun."))));
    EXPECT_THAT(ids(got), ElementsAre("a", "c"));
    EXPECT_THAT(got.errors, ElementsAre("all.xml:10: it has no text; the article is left out"));
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(NewsmlG2, AnItemWithoutAnEndCostsNoOther) {
    std::string first = item("a", nitf("Rain fell."));
    first.resize(first.find("</contentSet>"));
    const Read got = read("all.xml", message(first + item("b", nitf("Sun."))));
    EXPECT_THAT(ids(got), ElementsAre("a", "b"));
    EXPECT_THAT(
        got.warnings,
        ElementsAre("all.xml:3: it has no end; the file may be cut off; what stands before is taken"));
}

TEST(NewsmlG2, ItemsThatAreNoArticlesArePassedOver) {
    std::string picture(meta);
    picture.replace(picture.find("ninat:text"), 10, "ninat:picture");
    const std::string pictured = item("p", "<remoteContent href='x.jpg'/>", picture);
    EXPECT_THAT(ids(read("all.xml", message(pictured + item("a", nitf("Rain fell."))))), ElementsAre("a"));
    const Read none = read("item.xml", pictured);
    EXPECT_THAT(none.errors, IsEmpty());
    EXPECT_THAT(none.warnings,
                ElementsAre("item.xml: it holds no article, only an item of other kinds; packages, "
                            "pictures and the like are passed over"));
    const Read package = read("p.xml", "<packageItem guid='p'/><conceptItem/>");
    EXPECT_THAT(package.errors, IsEmpty());
    EXPECT_THAT(package.warnings, ElementsAre(HasSubstr("only 2 items of other kinds")));
    EXPECT_THAT(read("m.xml", "<newsMessage><itemSet/></newsMessage>").errors,
                ElementsAre("m.xml: it holds no <newsItem>, as NewsML-G2 has; check the file"));
}

TEST(NewsmlG2, WithdrawnItemsAreLeftOutAndTold) {
    std::string withheld(meta);
    withheld.replace(withheld.find("stat:usable"), 11, "stat:withheld");
    const Read got =
        read("all.xml", message(item("a", nitf("Rain fell."), withheld) + item("b", nitf("Sun."))));
    EXPECT_THAT(ids(got), ElementsAre("b"));
    EXPECT_THAT(got.warnings,
                ElementsAre("all.xml:3: its status is \"stat:withheld\"; the article is left out"));
}

TEST(NewsmlG2, AnItemThatIsTooLargeOrTooDeepCostsNoOther) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<p>";
    const Read got = read("all.xml", message(item("a", nitf(std::string(2 * largest_article, 'x'))) +
                                             item("b", nitf(deep)) + item("c", nitf("Sun."))));
    EXPECT_THAT(ids(got), ElementsAre("c"));
    EXPECT_THAT(got.errors, ElementsAre(StartsWith("all.xml:3: it is larger than 32 MB"),
                                        StartsWith("all.xml:15: it is nested more than 500 deep")));
}

TEST(NewsmlG2, MarksInCommentsAndCdataAreNoItems) {
    const Read got =
        read("all.xml", message("<!-- <newsItem guid='x'> --><![CDATA[<newsItem>]]>" +
                                item("a", "<inlineData><![CDATA[Write </newsItem> there.]]></inlineData>")));
    EXPECT_THAT(ids(got), ElementsAre("a"));
    EXPECT_EQ(got.articles[0].text, "Write </newsItem> there.");
}

TEST(NewsmlG2, AMessageOfManyItemsIsReadToItsEnd) {
    std::string items;
    for (int i = 0; i < 2000; ++i)
        items += item(fmt::format("a{}", i), nitf("Rain fell. " + std::string(300, 'x')));
    const Read got = read("all.xml", message(items));
    EXPECT_EQ(got.articles.size(), 2000U);
    EXPECT_EQ(got.articles.back().id, "a1999");
    EXPECT_THAT(got.errors, IsEmpty());
}

TEST(NewsmlG2, AClaimReportIsTheArticleItReportsOn) {
    const std::string properties =
        "<itemMeta><itemMetaExtProperty rel='wsprop:program' value='whosaid'/><itemMetaExtProperty "
        "rel='wsprop:article-date' value='2026-02-01'/></itemMeta>";
    std::string report = item("r", "", properties);
    report.replace(report.find("<headline>"), 0, "<keyword>claim-report</keyword>");
    report.replace(report.find("<contentSet>") + 12, 0,
                   "<inlineXML><nitf><body><body.content><p>Claim 1.</p><p class='article'>Rain<br/>fell.</p>"
                   "<p class='article'>Sun.</p></body.content></body></nitf></inlineXML>");
    const Read got = read("r.xml", report);
    EXPECT_THAT(ids(got), ElementsAre("r"));  // the file's name: the report tells no id
    EXPECT_EQ(got.articles.at(0).text, "Rain\nfell.\n\nSun.");
    EXPECT_EQ(to_string(got.articles[0].date.value()), "2026-02-01");
    EXPECT_EQ(got.articles[0].title, "");
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(NewsmlG2, AClaimReportOfBeforeItCarriedTheArticleIsAnError) {
    std::string report = item("r", nitf("Claim 1."));
    report.replace(report.find("<headline>"), 0, "<keyword>claim-report</keyword>");
    EXPECT_THAT(
        read("r.xml", report).errors,
        ElementsAre(
            "r.xml:1: it is a claim report without the text of its article; the article is left out"));
}

}  // namespace
}  // namespace whosaid::corpus
