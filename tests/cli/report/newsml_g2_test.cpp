#include "cli/report/package.hpp"
#include "cli/report/report.hpp"
#include "cli/report/xml_text.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"
#include "tests/newsroom.hpp"

#include <functional>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_full, pugi::encoding_utf8);
    EXPECT_TRUE(result) << result.description() << " at " << result.offset;
    return document;
}

void visit(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& f) {
    f(node);
    for (const pugi::xml_node child : node.children())
        visit(child, f);
}

TEST(NewsmlG2, Golden) {
    tests::expect_golden("report.newsml-g2.xml", newsml_g2_report(fixture::report(), {}));
}

TEST(NewsmlG2, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::unsound_newsml(newsml_g2_report(report, {})), "") << name;
}

TEST(NewsmlG2, IsValidWhateverIsReported) {
    if (const std::string why = tests::no_validation(); !why.empty()) GTEST_SKIP() << why;
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::schema_violation(newsml_g2_report(report, {}), tests::newsml_schema), "") << name;
}

std::string message() {
    const RunRecord run = fixture::report().run;
    Package package(ReportForm::newsml_g2, {}, run, "all");
    std::string out = package.begin();
    for (const char* id : {"one", "two"}) {
        Report report = fixture::report();
        report.article.id = id;
        package.add(report);
        NewsroomStyle style;
        style.id_prefix = std::string(id) + "-";
        out += newsml_g2_item(report, style);
    }
    return out + package.end();
}

TEST(NewsmlG2, PackagesAreSoundAndList) {
    const std::string xml = message();
    EXPECT_EQ(tests::unsound_newsml(xml), "");
    const pugi::xml_document document = parsed(xml);
    EXPECT_EQ(document.select_nodes("/newsMessage/itemSet/newsItem").size(), 2U);
    EXPECT_EQ(document.select_nodes("/newsMessage/itemSet/packageItem/groupSet/group/itemRef").size(), 2U);
    EXPECT_STREQ(document.child("newsMessage").child("header").child_value("sent"), "2026-03-10T09:30:00Z");
}

TEST(NewsmlG2, PackagesAreValid) {
    if (const std::string why = tests::no_validation(); !why.empty()) GTEST_SKIP() << why;
    EXPECT_EQ(tests::schema_violation(message(), tests::newsml_schema), "");
}

TEST(NewsmlG2, TellsHowItWasMade) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report(), {}));
    const auto value = [&](const char* property) {
        const std::string path = std::string("//itemMetaExtProperty[@rel='wsprop:") + property + "']";
        return std::string(document.select_node(path.c_str()).node().attribute("value").value());
    };
    EXPECT_EQ(value("program"), "whosaid 0.1.0");
    EXPECT_EQ(value("index-revision"), "42");
    EXPECT_EQ(value("options"), "--as-of 2026-03-10");
    EXPECT_EQ(value("lexicon"), "fnv1a64:0123456789abcdef");
    EXPECT_EQ(value("model"), "sha256:00ff");
}

TEST(NewsmlG2, TheVocabularyIsTheDesksOwn) {
    NewsroomStyle style;
    style.vocabulary = *Vocabulary::under("https://cv.desk.example/claims");
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report(), style));
    EXPECT_STREQ(document.select_node("//scheme[@alias='wscert']").node().attribute("uri").value(),
                 "https://cv.desk.example/claims/certainty/");
    EXPECT_STREQ(document.child("newsItem").attribute("guid").value(),
                 "https://cv.desk.example/claims/report/vale-mercury%2Fmeridian");
}

TEST(NewsmlG2, HasWhatReceiversNeed) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report(), {}));
    const pugi::xml_node item = document.child("newsItem");
    EXPECT_STREQ(item.attribute("guid").value(), "urn:x-whosaid:report:vale-mercury%2Fmeridian");
    const pugi::xml_node meta = item.child("itemMeta");
    EXPECT_STREQ(meta.child("itemClass").attribute("qcode").value(), "ninat:text");
    EXPECT_STREQ(meta.child("pubStatus").attribute("qcode").value(), "stat:usable");
    EXPECT_STREQ(meta.child_value("versionCreated"), "2026-03-10T09:30:00Z");
    EXPECT_STREQ(item.child("contentSet").child("inlineXML").attribute("contenttype").value(),
                 "application/nitf+xml");
    const pugi::xml_node block = document.select_node("//nitf/body/body.content/block").node();
    EXPECT_TRUE(block.child("p"));
    EXPECT_EQ(document.select_nodes("//partMeta").size(), 8U);
}

TEST(NewsmlG2, GuidStaysWhileVersionRises) {
    Report report = fixture::report();
    const pugi::xml_document before = parsed(newsml_g2_report(report, {}));
    report.run.made_at = "2026-03-10T09:30:01Z";
    report.claims.pop_back();
    const pugi::xml_document after = parsed(newsml_g2_report(report, {}));
    EXPECT_STREQ(before.child("newsItem").attribute("guid").value(),
                 after.child("newsItem").attribute("guid").value());
    EXPECT_EQ(before.child("newsItem").attribute("version").as_llong() + 1,
              after.child("newsItem").attribute("version").as_llong());
}

TEST(NewsmlG2, CertaintyIsTheSpeakersAndConfidenceTheExtractors) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report(), {}));
    const pugi::xml_node part = document.select_node("//partMeta[@partid='pm-c4']").node();
    const pugi::xml_node rating = part.find_child_by_attribute("rating", "ratingtype", "wsrating:certainty");
    EXPECT_STREQ(rating.attribute("value").value(), "3");
    EXPECT_STREQ(rating.attribute("ratertype").value(), "wsrole:speaker");
    EXPECT_STREQ(part.child("description").attribute("confidence").value(), "88");
    EXPECT_STREQ(part.child_value("description"), "the engine would likely need replacing");
}

TEST(NewsmlG2, SaysTheSameInTheVisibleText) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report(), {}));
    std::string text;
    visit(document.select_node("//block").node(), [&](const pugi::xml_node& node) {
        if (node.type() == pugi::node_pcdata) text += node.value();
        if (std::string_view(node.name()) == "p") text += '\n';
    });
    EXPECT_THAT(text,
                HasSubstr("Claim 1. Ines Okafor confirmed: 24 passengers were taken off the ferry Meridian "
                          "(Certainty: confirmed)"));
    EXPECT_THAT(text, HasSubstr("Verdict: disputed; 2 independent origins report it, 1 contradicts it."));
    EXPECT_THAT(text, HasSubstr("https://news.example/wire-1?a=1&b=2"));
    EXPECT_THAT(text, HasSubstr("(Certainty: asserted; denied)"));
    EXPECT_THAT(text, HasSubstr("independence cannot be shown"));
    EXPECT_THAT(text, Not(HasSubstr("javascript:")));
}

TEST(XmlText, LeavesOutWhatXmlForbids) {
    EXPECT_EQ(xml_characters("a\x01"
                             "b\tc\nd\x7F\xE2\x80\xAE\xC2\x85\xEF\xBF\xBF"
                             "e\xFF"),
              "ab\tc\nde\xEF\xBF\xBD");
    EXPECT_EQ(xml_text("  one\n\n two\t "), "one two");
}

}  // namespace
}  // namespace whosaid::cli
