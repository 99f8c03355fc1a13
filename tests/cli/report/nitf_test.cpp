#include "cli/report/report.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"
#include "tests/newsroom.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace whosaid::cli {
namespace {

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_buffer(xml.data(), xml.size()));
    return document;
}

std::string alt_code(const pugi::xml_node& claim, const std::string& source) {
    return claim.find_child_by_attribute("alt-code", "idsrc", source.c_str()).attribute("value").value();
}

TEST(Nitf, Golden) {
    tests::expect_golden("report.nitf.xml", nitf_report(fixture::report(), {}));
}

TEST(Nitf, IsSoundWhateverIsReported) {
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::unsound_nitf(nitf_report(report, {})), "") << name;
}

TEST(Nitf, IsValidWithItsNamespace) {
    if (const std::string why = tests::no_validation(); !why.empty()) GTEST_SKIP() << why;
    NewsroomStyle style;
    style.nitf_namespace = true;
    for (const auto& [name, report] : fixture::odd_reports())
        EXPECT_EQ(tests::schema_violation(nitf_report(report, style), tests::nitf_schema), "") << name;
}

TEST(Nitf, TheNamespaceIsWrittenWhenAskedFor) {
    EXPECT_FALSE(parsed(nitf_report(fixture::report(), {})).child("nitf").attribute("xmlns"));
    NewsroomStyle style;
    style.nitf_namespace = true;
    EXPECT_STREQ(parsed(nitf_report(fixture::report(), style)).child("nitf").attribute("xmlns").value(),
                 "http://iptc.org/std/NITF/2006-10-18/");
}

TEST(Nitf, AClaimIsAClassifierWithItsCodes) {
    const pugi::xml_document document = parsed(nitf_report(fixture::report(), {}));
    const pugi::xml_node claim = document.select_node("//identified-content/classifier[@value='c1']").node();
    EXPECT_STREQ(claim.child_value(), "24 passengers were taken off the ferry Meridian");
    EXPECT_EQ(alt_code(claim, "urn:x-whosaid:property:speaker"), "ines-okafor");
    EXPECT_EQ(alt_code(claim, "urn:x-whosaid:property:certainty"), "confirmed");
    EXPECT_EQ(alt_code(claim, "urn:x-whosaid:property:verdict"), "disputed");
    EXPECT_EQ(alt_code(claim, "urn:x-whosaid:property:origins-for"), "2");
    EXPECT_EQ(alt_code(claim, "urn:x-whosaid:property:extraction-confidence"), "88");
    const std::string document_id = alt_code(claim, "urn:x-whosaid:relation:contradicts");
    EXPECT_TRUE(document.select_node(("//virtloc[@id='" + document_id + "']").c_str()));
    EXPECT_EQ(alt_code(document.select_node("//classifier[@value='c4']").node(),
                       "urn:x-whosaid:property:nested-in"),
              "c3");
}

TEST(Nitf, HasWhatReceiversNeed) {
    const pugi::xml_document document = parsed(nitf_report(fixture::report(), {}));
    const pugi::xml_node data = document.select_node("/nitf/head/docdata").node();
    EXPECT_STREQ(data.child("doc-id").attribute("id-string").value(),
                 "urn:x-whosaid:report:vale-mercury%2Fmeridian");
    EXPECT_STREQ(data.child("date.release").attribute("norm").value(), "20260310T093000Z");
    EXPECT_STREQ(document.select_node("/nitf/head/pubdata").node().attribute("date.publication").value(),
                 "20260303T000000Z");
    EXPECT_STREQ(document.select_node("//body.head/distributor").node().child_value(), "The Vale Mercury");
    EXPECT_FALSE(document.select_node("//tobject.subject"));
}

}  // namespace
}  // namespace whosaid::cli
