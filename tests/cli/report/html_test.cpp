#include "cli/report/html_builder.hpp"
#include "cli/report/links.hpp"
#include "cli/report/marks.hpp"
#include "cli/report/report.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"

#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

// Steps written out: [ ] paragraph, 1: label, 1( ... 1) mark, text as it is.
std::string shape(const std::string& text, const std::vector<std::vector<Span>>& contents) {
    std::vector<Claim> claims;
    for (const std::vector<Span>& content : contents)
        claims.emplace_back().content = content;
    std::string out;
    for (const MarkStep& step : mark_up(text, claims)) {
        switch (step.kind) {
            case MarkStep::Kind::paragraph_begin:
                out += '[';
                break;
            case MarkStep::Kind::paragraph_end:
                out += ']';
                break;
            case MarkStep::Kind::label:
                out += std::to_string(step.claim + 1) + (step.piece > 0 ? ".:" : ":");
                break;
            case MarkStep::Kind::open:
                out += std::to_string(step.claim + 1) + '(';
                break;
            case MarkStep::Kind::close:
                out += std::to_string(step.claim + 1) + ')';
                break;
            case MarkStep::Kind::text:
                out += step.span.of(text);
                break;
        }
    }
    return out;
}

TEST(MarkUp, NestsAndCutsClaims) {
    EXPECT_EQ(shape("abcdef", {}), "[abcdef]");
    EXPECT_EQ(shape("abcdef", {{{1, 3}}}), "[a1:1(bc1)def]");
    EXPECT_EQ(shape("abcdef", {{{0, 6}}, {{2, 4}}}), "[1:1(ab2:2(cd2)ef1)]") << "nested";
    EXPECT_EQ(shape("abcdef", {{{2, 4}}, {{0, 6}}}), "[2:2(ab1:1(cd1)ef2)]") << "nested, inner listed first";
    EXPECT_EQ(shape("abcdef", {{{0, 4}}, {{2, 6}}}), "[1:1(ab2:2(cd2)1)2(ef2)]") << "crossing";
    EXPECT_EQ(shape("abcdef", {{{0, 3}}, {{0, 3}}}), "[1:1(2:2(abc2)1)def]") << "the same span twice";
    EXPECT_EQ(shape("abcdef", {{{0, 2}, {4, 6}}}), "[1:1(ab1)cd1.:1(ef1)]") << "two pieces";
}

TEST(MarkUp, ClosesAtParagraphs) {
    EXPECT_EQ(shape("ab\n\ncd\n", {{{1, 5}}}), "[a1:1(b1)][1(c1)d]");
    EXPECT_EQ(shape("ab\n\ncd", {{{2, 4}}}), "[ab][cd]") << "a claim of white space alone";
    EXPECT_EQ(shape(" ab \r\n cd", {{{3, 9}}}), "[ab][1:1(cd1)]");
    EXPECT_EQ(shape("", {{{0, 3}}}), "");
}

TEST(MarkUp, CutsSpansThatDoNotFit) {
    EXPECT_EQ(shape("abc", {{{1, 99}}, {{50, 60}}, {{2, 1}}}), "[a1:1(bc1)]");
    EXPECT_EQ(shape("\xC3\xA9\xC3\xA9", {{{1, 3}}}),
              "[1:1(\xC3\xA9"
              "1)\xC3\xA9]")
        << "within characters";
}

TEST(MarkUp, StaysLinearUnderManyCrossingClaims) {
    const std::string text(60'000, 'x');
    std::vector<Claim> claims;
    for (std::uint32_t i = 0; i < 20'000; ++i)
        claims.emplace_back().content = {{i, i + 30'000}};
    const std::vector<MarkStep> steps = mark_up(text, claims);
    EXPECT_LT(steps.size(), 400'000U);
    std::size_t depth = 0;
    for (const MarkStep& step : steps) {
        if (step.kind == MarkStep::Kind::open) ++depth;
        if (step.kind == MarkStep::Kind::close) --depth;
        ASSERT_LE(depth, deepest);
    }
    EXPECT_EQ(depth, 0U);
}

TEST(Html, EscapesText) {
    Html html;
    html.text("<a href=\"x\">&'\x01\x7F" + std::string(1, '\0') + "\n\xFF");
    EXPECT_EQ(html.take(), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\n\xEF\xBF\xBD");
}

TEST(SafeHref, LetsHttpThroughAlone) {
    const std::pair<const char*, const char*> good[] = {
        {"https://a.example/x?y=1&z=2#p", "https://a.example/x?y=1&z=2#p"},
        {"HTTP://a.example:8080", "HTTP://a.example:8080"},
        {"https://a.example/\"<>[]|%zz%41", "https://a.example/%22%3C%3E%5B%5D%7C%25zz%41"},
        {"https://a.example/#a#b", "https://a.example/#a%23b"},
        {"https://\xC3\xA9.example/\xC3\xA9", "https://\xC3\xA9.example/\xC3\xA9"},
    };
    for (const auto& [url, href] : good)
        EXPECT_EQ(safe_href(url), href) << url;
    for (const char* bad :
         {"", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//a.example", "https:a",
          "https://", "https:///x", " https://a.example", "https://a.example/\nx", "https://a.example/ x",
          "file:///etc/passwd", "java\tscript:x", "https://bank.example@evil.example/",
          "https://a.example:port/", "https://[::1/", "https://a.example\\b"}) {
        EXPECT_FALSE(safe_href(bad)) << bad;
    }
}

std::vector<std::string> all(const std::string& page, const std::string& pattern) {
    const std::regex regex(pattern);
    std::vector<std::string> out;
    for (std::sregex_iterator it(page.begin(), page.end(), regex), end; it != end; ++it)
        out.push_back((*it)[1]);
    return out;
}

TEST(HtmlReport, Golden) {
    tests::expect_golden("report.html", html_report(fixture::report()));
}

TEST(HtmlReport, NothingOfAnArticleRuns) {
    Report report = fixture::report();
    const std::string hostile = "</style></title><script>alert(1)</script>\"' onload=alert(1) <!--";
    report.article.title = report.article.outlet = report.article.author = report.article.id = hostile;
    report.article.url = "javascript:alert(1)";
    report.verifications[0].coverage = hostile;
    report.verifications[0].grade = hostile;
    report.claims[0].source.name = report.claims[0].source.description = hostile;
    report.run.options = {hostile};
    for (Evidence& evidence : report.verifications[0].evidence) {
        evidence.article = evidence.outlet = evidence.title = evidence.text = evidence.origin = hostile;
        evidence.url = "javascript:alert(1)//https://";
        evidence.copy_of = hostile;
        evidence.reasons = {{Slot::number, hostile, hostile, std::nullopt, std::nullopt, false},
                            {Slot::place, hostile, hostile, std::nullopt, std::nullopt, true}};
    }
    const std::string page = html_report(report);
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<!--")));
    EXPECT_EQ(all(page, "(</style)").size(), 1U);
    EXPECT_EQ(all(page, "(</title)").size(), 1U);
    EXPECT_TRUE(all(page, "\" *(on[a-z]+) *=").empty());
    for (const std::string& href : all(page, "href=\"([^\"]*)\"")) {
        EXPECT_TRUE(href.starts_with("#") || href.starts_with("http")) << href;
    }
}

TEST(HtmlReport, IsOneFileWithoutScript) {
    const std::string page = html_report(fixture::report());
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    for (const char* tag : {"<script", "<link", "<img", "<iframe", "@import", "url("}) {
        EXPECT_THAT(page, Not(HasSubstr(tag))) << tag;
    }
}

TEST(HtmlReport, AnchorsLeadBothWays) {
    const std::string page = html_report(fixture::report());
    const std::vector<std::string> ids = all(page, " id=\"([^\"]*)\"");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
    for (const std::string& target : all(page, "href=\"#([^\"]*)\""))
        EXPECT_TRUE(known.contains(target)) << target;
    for (int i = 1; i <= 8; ++i) {
        EXPECT_TRUE(known.contains("c" + std::to_string(i))) << i;
        EXPECT_TRUE(known.contains("e" + std::to_string(i))) << i;
    }
}

TEST(HtmlReport, TagsAreBalanced) {
    const std::string page = html_report(fixture::report());
    for (const char* tag : {"a", "p", "span", "li", "ul", "ol", "div", "section", "figure", "details", "bdi",
                            "dl", "blockquote", "h3", "h4"}) {
        const std::string name(tag);
        EXPECT_EQ(all(page, "(<" + name + "[ >])").size(), all(page, "(</" + name + ">)").size()) << name;
    }
}

TEST(HtmlReport, CarriesTheVerdictInWords) {
    const std::string page = html_report(fixture::report());
    EXPECT_THAT(page, HasSubstr("2 independent origins report it, 1 contradicts it."));
    EXPECT_THAT(page, HasSubstr("No origin reports it, 1 contradicts it."));
    EXPECT_THAT(
        page, HasSubstr("Also carried by NBT World Service, Volta Business Report (hardened to confirmed)"));
    EXPECT_THAT(page, HasSubstr("independence cannot be shown"));
    EXPECT_THAT(page, HasSubstr("aria-label=\"Claim 4: the captain, probable; single source\""));
    EXPECT_THAT(page, HasSubstr("The index could not be asked completely: shard 2"));
}

TEST(HtmlReport, AnEmptyReportIsAPage) {
    EXPECT_THAT(html_report({}), HasSubstr("0 claims"));
    Report unjudged = fixture::report();
    unjudged.verifications.clear();
    EXPECT_THAT(html_report(unjudged), HasSubstr("8 claims"));
}

}  // namespace
}  // namespace whosaid::cli
