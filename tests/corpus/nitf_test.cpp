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

constexpr std::string_view head = R"(<head><title>Ferry</title><docdata management-status="usable">
  <doc-id id-string="orsa-1" regsrc="OW"/><date.issue norm="20260302T081500Z"/>
</docdata><pubdata name="Orsa Wire" date.publication="20260303T000000Z"/></head>)";

std::string document(std::string_view body, std::string_view of_nitf = "") {
    return fmt::format("<?xml version=\"1.0\"?>\n<nitf{}>\n{}\n<body>{}</body>\n</nitf>\n", of_nitf, head,
                       body);
}

std::string content(std::string_view paragraphs) {
    return document(fmt::format("<body.content><block>{}</block></body.content>", paragraphs));
}

TEST(Nitf, EveryFieldIsRead) {
    const Read got = read(
        "story.xml", document(R"(<body.head><hedline><hl1>Ferry <i>aground</i></hl1><hl2>No one hurt</hl2>
</hedline><byline>By <person>Ada Lund</person>, <byttl>Staff Writer</byttl></byline><dateline>ORSA</dateline>
<abstract><p>Short.</p></abstract></body.head>
<body.content><block><p>The ferry ran aground, <person>Paul Okoye</person> said.</p>
<p>Nobody was hurt.</p></block></body.content>)"));
    ASSERT_EQ(got.articles.size(), 1U);
    const Article& a = got.articles[0];
    EXPECT_EQ(a.id, "orsa-1");
    EXPECT_EQ(a.outlet, "Orsa Wire");
    EXPECT_EQ(to_string(a.date.value()), "2026-03-03");
    EXPECT_EQ(a.title, "Ferry aground");
    EXPECT_EQ(a.author, "Ada Lund");
    EXPECT_EQ(a.url, "");
    EXPECT_EQ(a.text, "The ferry ran aground, Paul Okoye said.\n\nNobody was hurt.");
    EXPECT_THAT(got.errors, IsEmpty());
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(Nitf, NamespaceAndBlockMayBeWrongOrMissing) {
    const std::string plain = "<body.content><p>Rain fell.</p></body.content>";
    for (const std::string& xml :
         {document(plain, " xmlns='http://iptc.org/std/NITF/2006-10-18/'"),
          document(plain, " xmlns='urn:other'"), document(plain),
          document("<body.content>Rain fell.</body.content>"), document("<p>Rain fell.</p>"),
          std::string(
              "<n:nitf xmlns:n='x'><n:body><n:body.content><n:p>Rain fell.</n:p></n:body.content></n:body>"
              "</n:nitf>")}) {
        EXPECT_EQ(read("story.xml", xml).articles.at(0).text, "Rain fell.") << xml;
    }
}

TEST(Nitf, WithoutParticularsTheFilesNameIsTheId) {
    const Read got =
        read("story.xml", "<nitf><body><body.content><p>Rain fell.</p></body.content></body></nitf>");
    EXPECT_THAT(ids(got), ElementsAre("story"));
    EXPECT_FALSE(got.articles[0].date);
    EXPECT_THAT(got.warnings, ElementsAre(StartsWith("story.xml:1: the article has no date")));
}

TEST(Nitf, DatesAndOutletsStandInSeveralPlaces) {
    const Read got = read(
        "story.xml", R"(<nitf><head><title>Rain</title><docdata><doc-id id-string="https://orsa.example/1"/>
<date.release norm="20260304T101112Z"/><doc.copyright holder="Orsa Wire"/></docdata></head>
<body><body.content><p>Rain fell.</p></body.content></body></nitf>)");
    EXPECT_EQ(to_string(got.articles.at(0).date.value()), "2026-03-04");
    EXPECT_EQ(got.articles[0].outlet, "Orsa Wire");
    EXPECT_EQ(got.articles[0].title, "Rain");
    EXPECT_EQ(got.articles[0].url, "https://orsa.example/1");
}

TEST(Nitf, EntitiesOfHtmlNeedNoDeclaration) {
    const Read got =
        read("story.xml", content("<p>Caf&eacute;s shut &mdash; &ldquo;all&rdquo; of them.</p>"));
    EXPECT_EQ(got.articles.at(0).text, "Caf\u00E9s shut \u2014 \u201Call\u201D of them.");
    EXPECT_THAT(got.warnings, IsEmpty());
}

TEST(Nitf, WhatIsNotWellFormedIsMendedAndTold) {
    const Read got = read("story.xml", content("<p>Rain & <b>wind.</p>\n<p>Sun.</p>"));
    EXPECT_EQ(got.articles.at(0).text, "Rain & wind.\n\nSun.");
    EXPECT_THAT(
        got.warnings,
        ElementsAre("story.xml:6: it is not well-formed XML: a lone \"&\" is text (2 places in all); it is "
                    "read as far as that makes sense"));
}

TEST(Nitf, AFileThatIsCutOffGivesWhatItHas) {
    const std::string whole = content("<p>Rain fell.</p><p>Then the sun came out again.</p>");
    const Read got = read("story.xml", whole.substr(0, whole.find(" out again")));
    EXPECT_EQ(got.articles.at(0).text, "Rain fell.\n\nThen the sun came");
    EXPECT_THAT(got.warnings,
                ElementsAre("story.xml:2: it has no end; the file may be cut off; what stands before is "
                            "taken"));
    EXPECT_THAT(read("story.xml", whole.substr(0, whole.find("<body>"))).errors,
                ElementsAre("story.xml:2: it has no text; the article is left out"));
}

TEST(Nitf, BytesAreWhatTheDeclarationSaysOrUtf8) {
    const std::string latin =
        "<nitf><body><body.content><p>caf\xE9 \x93x\x94</p></body.content></body></nitf>";
    const Read declared = read("story.xml", "<?xml version='1.0' encoding='ISO-8859-1'?>" + latin);
    EXPECT_EQ(declared.articles.at(0).text, "caf\u00E9 \u201Cx\u201D");
    EXPECT_THAT(declared.warnings, ElementsAre(HasSubstr("no date")));
    const Read turkish = read("story.xml", "<?xml version=\"1.0\" encoding=\"iso-8859-9\" ?>\n" + latin);
    EXPECT_THAT(turkish.articles.at(0).text, StartsWith("caf\u00E9"));
    // A declaration that is wrong does no harm.
    const Read utf8 = read("story.xml",
                           "<?xml version='1.0' encoding='latin1'?><nitf><body><body.content><p>caf\u00E9"
                           "</p></body.content></body></nitf>");
    EXPECT_EQ(utf8.articles.at(0).text, "caf\u00E9");
    for (const char* encoding : {"", " encoding='utf-8'", " encoding='no-such'"}) {
        const Read none = read("story.xml", fmt::format("<?xml version='1.0'{}?>\n", encoding) + latin);
        EXPECT_EQ(none.articles.at(0).text, "caf\uFFFD \uFFFDx\uFFFD") << encoding;
        EXPECT_THAT(none.warnings,
                    ElementsAre(StartsWith("story.xml:2: byte 33 of the line is no valid text"),
                                HasSubstr("no date")));
    }
}

TEST(Nitf, NulsAreMendedAndTold) {
    const Read got = read("story.xml", content("<p>Rain" + std::string(2, '\0') + " fell.</p>"));
    EXPECT_EQ(got.articles.at(0).text, "Rain\uFFFD\uFFFD fell.");
    EXPECT_THAT(got.warnings, ElementsAre(HasSubstr("no valid text (2 places in all)")));
}

TEST(Nitf, WithdrawnItemsAreLeftOutAndTold) {
    std::string canceled = content("<p>Rain fell.</p>");
    canceled.replace(canceled.find("usable"), 6, "canceled");
    const Read got = read("story.xml", canceled);
    EXPECT_THAT(got.articles, IsEmpty());
    EXPECT_THAT(got.warnings.at(0), "story.xml:2: its status is \"canceled\"; the article is left out");
}

TEST(Nitf, EntityBombsAndExternalEntitiesDoNothing) {
    const testing::TemporaryFolder folder;
    const std::string secret = folder.write("secret.txt", "hidden").string();
    std::string subset =
        fmt::format("<!ENTITY x SYSTEM \"file://{}\"><!ENTITY % y SYSTEM \"http://127.0.0.1/\">%y;", secret);
    subset += "<!ENTITY l0 \"haha\">";
    for (int i = 1; i < 30; ++i)
        subset += fmt::format("<!ENTITY l{0} \"&l{1};&l{1};\">", i, i - 1);
    std::string xml = content("<p>Rain &x; &l29; fell.</p>");
    xml.insert(xml.find("<nitf"), "<!DOCTYPE nitf SYSTEM \"http://127.0.0.1/nitf.dtd\" [" + subset + "]>\n");
    const Read got = read("story.xml", xml);
    EXPECT_EQ(got.articles.at(0).text, "Rain &x; &l29; fell.");
    EXPECT_THAT(got.warnings,
                ElementsAre(HasSubstr("the entity \"&x;\" is not known and stays as it is written")));
}

TEST(Nitf, HostileNestingIsAnError) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "<block>";
    EXPECT_THAT(read("story.xml", content(deep)).errors,
                ElementsAre("story.xml:6: it is nested more than 500 deep; it is left out"));
}

TEST(Nitf, TooLargeAnItemIsAnErrorAndIsNeverHeld) {
    const std::string huge = content("<p>" + std::string(2 * largest_article, 'x') + "</p>");
    const Read got = read("story.xml", huge + content("<p>Rain fell.</p>"));
    EXPECT_THAT(ids(got), ElementsAre("orsa-1"));
    EXPECT_THAT(
        got.errors,
        ElementsAre("story.xml:2: it is larger than 32 MB, the most one article may take; it is left out"));
}

TEST(Nitf, AFileWithoutAnItemIsAnError) {
    const std::string unknown = "story.xml: its format is not known";
    EXPECT_THAT(read("story.xml", " \n").errors,
                ElementsAre("story.xml: it is empty; an article needs a text"));
    EXPECT_THAT(read("story.xml", "<!-- <nitf> -->").errors, ElementsAre(StartsWith(unknown)));
    EXPECT_THAT(read("story.xml", "<nitf/>").errors,
                ElementsAre("story.xml:1: it has no text; the article is left out"));
}

TEST(Nitf, IsKnownByItsFirstBytes) {
    EXPECT_THAT(ids(read("story", content("<p>Rain fell.</p>"))), ElementsAre("orsa-1"));
    EXPECT_THAT(ids(read("story", "\xEF\xBB\xBF\n" + content("<p>Rain fell.</p>"))), ElementsAre("orsa-1"));
}

}  // namespace
}  // namespace whosaid::corpus
