#include "cli/report/report.hpp"
#include "cli/report/xml_text.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

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

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> out;
    for (std::string word; in >> word;)
        out.push_back(word);
    return out;
}

void visit(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& f) {
    f(node);
    for (const pugi::xml_node child : node.children())
        visit(child, f);
}

// What xmllint does not check: references lead to ids, and aliases of qcodes are declared or IPTC's.
void expect_sound(const std::string& xml) {
    const pugi::xml_document document = parsed(xml);
    std::set<std::string> ids;
    std::set<std::string> aliases{"ninat", "stat", "cpnat", "drol", "howextr", "irel"};
    visit(document, [&](const pugi::xml_node& node) {
        for (const char* name : {"id", "partid"}) {
            if (const auto id = node.attribute(name)) {
                EXPECT_TRUE(ids.insert(id.value()).second) << "id twice: " << id.value();
            }
        }
        if (std::string(node.name()) == "scheme") {
            EXPECT_TRUE(aliases.insert(node.attribute("alias").value()).second);
        }
    });
    visit(document, [&](const pugi::xml_node& node) {
        for (const char* name : {"idrefs", "contentrefs", "sourceidref"}) {
            for (const std::string& reference : words(node.attribute(name).value())) {
                EXPECT_TRUE(ids.contains(reference)) << name << " " << reference;
            }
        }
        const bool in_nitf =
            !std::string(node.path()).empty() && node.path().find("/nitf") != std::string::npos;
        for (const char* name :
             {"qcode", "rel", "role", "type", "how", "ratingtype", "ratertype", "scaleunit"}) {
            const std::string code = node.attribute(name).value();
            if (code.empty() || in_nitf) continue;
            const std::size_t colon = code.find(':');
            ASSERT_NE(colon, std::string::npos) << name << "=" << code;
            EXPECT_TRUE(aliases.contains(code.substr(0, colon))) << name << "=" << code;
            EXPECT_EQ(code.find(' '), std::string::npos) << code;
        }
        const std::string value = node.attribute("value").value();
        if (in_nitf && value.starts_with("wssrc:")) {
            EXPECT_TRUE(document.select_node(("//assert[@qcode=\"" + value + "\"]").c_str())) << value;
        }
    });
}

void expect_valid(const std::string& xml) {
    const std::filesystem::path schema =
        std::filesystem::path(WHOSAID_SOURCE_DIR) / "../shared/formats/schemas/combined-g2-2.35-nitf-3.6.xsd";
    if (!std::filesystem::exists(schema)) GTEST_SKIP() << "no schemas at " << schema;
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "no xmllint";
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const std::filesystem::path file =
        std::filesystem::path(testing::TempDir()) / (std::string("whosaid_") + test->name() + ".newsml.xml");
    std::ofstream(file, std::ios::binary) << xml;
    const std::string command =
        "xmllint --nonet --noout --schema '" + schema.string() + "' '" + file.string() + "' 2>&1";
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    char buffer[512];
    while (fgets(buffer, sizeof buffer, pipe) != nullptr)
        output += buffer;
    EXPECT_EQ(pclose(pipe), 0) << output;
    std::filesystem::remove(file);
}

Report hostile() {
    Report report = fixture::report();
    const std::string words = "]]>&<\"'\x01\x02\x1B" + std::string(1, '\0') + "\xEF\xBF\xBE \n\t\xFF x";
    report.article.id = report.article.title = report.article.outlet = report.article.author = words;
    report.article.url = "http://exa mple/";
    report.run.made_at = "now";
    report.run.program = words;
    for (Claim& claim : report.claims) {
        claim.source.name = claim.source.description = words;
        claim.recipient = Recipient{{0, 4}, words};
        claim.confidence = 7;
        claim.times = {{{0, 4}, words}};
        claim.source.anonymity = Anonymity{AnonymousClass::legal, 3, words, words, words};
    }
    for (Verification& verification : report.verifications) {
        verification.coverage = verification.grade = words;
        for (Evidence& evidence : verification.evidence) {
            evidence.article = evidence.title = evidence.outlet = evidence.text = evidence.origin = words;
            evidence.url = "https://a.example/%zz[\\]{}^`|\"<>";
        }
    }
    return report;
}

TEST(NewsmlG2, Golden) {
    tests::expect_golden("report.newsml-g2.xml", newsml_g2_report(fixture::report()));
}

TEST(NewsmlG2, IsSound) {
    expect_sound(newsml_g2_report(fixture::report()));
    expect_sound(newsml_g2_report(hostile()));
    expect_sound(newsml_g2_report({}));
}

TEST(NewsmlG2, IsValid) {
    expect_valid(newsml_g2_report(fixture::report()));
}
TEST(NewsmlG2, IsValidWithHostileText) {
    expect_valid(newsml_g2_report(hostile()));
}
TEST(NewsmlG2, IsValidWhenEmpty) {
    expect_valid(newsml_g2_report({}));
}
TEST(NewsmlG2, IsValidWithoutVerifications) {
    Report report = fixture::report();
    report.verifications.clear();
    expect_valid(newsml_g2_report(report));
}

TEST(NewsmlG2, HasWhatReceiversNeed) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report()));
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
    const pugi::xml_document before = parsed(newsml_g2_report(report));
    report.run.made_at = "2026-03-10T09:30:01Z";
    report.claims.pop_back();
    const pugi::xml_document after = parsed(newsml_g2_report(report));
    EXPECT_STREQ(before.child("newsItem").attribute("guid").value(),
                 after.child("newsItem").attribute("guid").value());
    EXPECT_EQ(before.child("newsItem").attribute("version").as_llong() + 1,
              after.child("newsItem").attribute("version").as_llong());
}

TEST(NewsmlG2, CertaintyIsTheSpeakersAndConfidenceTheExtractors) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report()));
    const pugi::xml_node part = document.select_node("//partMeta[@partid='pm-c4']").node();
    const pugi::xml_node rating = part.find_child_by_attribute("rating", "ratingtype", "wsrating:certainty");
    EXPECT_STREQ(rating.attribute("value").value(), "3");
    EXPECT_STREQ(rating.attribute("ratertype").value(), "wsrole:speaker");
    EXPECT_STREQ(part.child("description").attribute("confidence").value(), "88");
    EXPECT_STREQ(part.child_value("description"), "the engine would likely need replacing");
}

TEST(NewsmlG2, SaysTheSameInTheVisibleText) {
    const pugi::xml_document document = parsed(newsml_g2_report(fixture::report()));
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
