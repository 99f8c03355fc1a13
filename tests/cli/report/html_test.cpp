#include "cli/report/html_builder.hpp"
#include "cli/report/html_style.hpp"
#include "cli/report/lanes.hpp"
#include "cli/report/links.hpp"
#include "cli/report/marks.hpp"
#include "cli/report/report.hpp"
#include "cli/report/sha256.hpp"
#include "core/terms.hpp"
#include "fixture.hpp"
#include "tests/golden.hpp"

#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

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
    EXPECT_EQ(all(page, "(</title)").size(), all(page, "(<title)").size());
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

TEST(Sha256, IsThatOfTheStandard) {
    EXPECT_EQ(sha256_base64(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    EXPECT_EQ(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    EXPECT_EQ(sha256_base64(std::string(55, 'a')), "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg=");
    EXPECT_EQ(sha256_base64(std::string(56, 'a')), "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o=");
    EXPECT_EQ(sha256_base64(std::string(1'000'000, 'a')), "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

TEST(HtmlReport, AnchorsLeadBothWays) {
    for (const auto& [name, report] : fixture::odd_reports()) {
        const std::string page = html_report(report);
        const std::vector<std::string> ids = all(page, " id=\"([^\"]*)\"");
        const std::set<std::string> known(ids.begin(), ids.end());
        EXPECT_EQ(known.size(), ids.size()) << name << ": an id stands twice";
        for (const std::string& target : all(page, "href=\"#([^\"]*)\""))
            EXPECT_TRUE(known.contains(target)) << name << ": " << target;
        for (const std::string& targets : all(page, "aria-labelledby=\"([^\"]*)\"")) {
            for (const std::string& target : all(targets, "([^ ]+)"))
                EXPECT_TRUE(known.contains(target)) << name << ": " << target;
        }
        for (std::size_t i = 1; i <= report.claims.size(); ++i)
            ASSERT_TRUE(known.contains("e" + std::to_string(i))) << name << ": " << i;
    }
    const std::string page = html_report(fixture::report());
    for (int i = 1; i <= 8; ++i) {
        EXPECT_THAT(page, HasSubstr(fmt::format("id=\"c{0}\" href=\"#e{0}\"", i)));
        EXPECT_THAT(page, HasSubstr(fmt::format("class=\"number\" href=\"#c{}\"", i)));
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

TEST(HtmlCharts, AreImagesWithWords) {
    for (const auto& [name, report] : fixture::odd_reports()) {
        const std::string page = html_report(report);
        const std::string begin = "<figure class=\"chart\">";
        for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
            const std::string_view end = "</figure>";
            const std::string figure = page.substr(at, page.find(end, at) + end.size() - at);
            pugi::xml_document document;
            ASSERT_TRUE(document.load_string(figure.c_str())) << name << figure;
            const pugi::xml_node svg = document.child("figure").child("svg");
            EXPECT_STREQ(svg.attribute("role").value(), "img");
            EXPECT_EQ(svg.attribute("aria-labelledby").value(),
                      fmt::format("{} {}", svg.child("title").attribute("id").value(),
                                  svg.child("desc").attribute("id").value()));
            EXPECT_STRNE(svg.child_value("title"), "");
            EXPECT_STRNE(svg.child_value("desc"), "");
            EXPECT_FALSE(
                svg.select_node(".//script|.//a|.//image|.//use|.//style|.//foreignObject|.//@style"))
                << name;
        }
    }
}

TEST(HtmlCharts, StayInTheirFrame) {
    for (const auto& [name, report] : fixture::odd_reports()) {
        for (const std::string& x : all(html_report(report), " c?x=\"(-?[0-9.]+)\""))
            EXPECT_TRUE(std::stod(x) >= 0 && std::stod(x) <= 340) << name << ": " << x;
    }
}

TEST(HtmlCharts, ShowOriginsWithTheirCarriers) {
    const std::string page = html_report(fixture::report());
    EXPECT_THAT(
        page, HasSubstr("For it: Ines Okafor, in Harbour Wire, as a copy in NBT World Service, as a copy in "
                        "Volta Business Report. For it, unnamed: rescuers at the scene, in unknown outlet. "
                        "Against it: Straitlink, in The Isle Gazette.</desc>"));
    // Of a single article there is nothing to draw.
    EXPECT_THAT(page, Not(HasSubstr("\"o4t\"")));
    EXPECT_THAT(html_report(fixture::crowded()), HasSubstr("and 7 more"));
    EXPECT_THAT(html_report(fixture::crowded()), HasSubstr("origins, listed below"));
}

TEST(HtmlCharts, ShowTheDaysAsDrawingAndTable) {
    const std::string page = html_report(fixture::report());
    EXPECT_THAT(page,
                HasSubstr("3 origins from 2026-03-03 to 2026-03-04; the table after it has every passage."));
    EXPECT_THAT(page, HasSubstr("<title>2026-03-04: against it, asserted; The Isle Gazette</title>"));
    EXPECT_THAT(page, HasSubstr("<td>undated</td><td><bdi>Ines Okafor</bdi></td><td>for it, confirmed</td>"
                                "<td><bdi>Volta Business Report</bdi></td>"));
    EXPECT_THAT(page, Not(HasSubstr("\"t5t\""))) << "all of one day";
}

TEST(Lanes, FollowAnOriginFromSideToSide) {
    const auto passage = [](const char* article, const char* origin, std::optional<Date> date, Stance stance,
                            Certainty certainty) {
        Evidence out;
        out.article = article;
        out.origin = origin;
        out.date = date;
        out.stance = stance;
        out.certainty = certainty;
        return out;
    };
    using std::chrono::day;
    const auto march = std::chrono::year{2026} / std::chrono::month{3};
    Verification verification;
    verification.evidence = {
        passage("late", "Straitlink", march / day{9}, Stance::supports, Certainty::confirmed),
        passage("same", "Straitlink", march / day{9}, Stance::supports, Certainty::confirmed),
        passage("none", "Straitlink", std::nullopt, Stance::supports, Certainty::asserted),
        passage("who", "", march / day{7}, Stance::supports, Certainty::asserted),
        passage("else", "", march / day{8}, Stance::supports, Certainty::asserted),
        passage("early", "Straitlink", march / day{2}, Stance::contradicts, Certainty::possible),
        passage("aside", "Mercury", march / day{1}, Stance::discusses, Certainty::asserted)};
    const std::vector<Lane> lanes = lanes_of(verification);
    ASSERT_EQ(lanes.size(), 3U) << "what is unknown never merges, what takes no side has no lane";
    EXPECT_EQ(lanes[0].name, "Straitlink");
    EXPECT_EQ(lanes[1].name, "unknown origin");
    const std::vector<Moment>& moments = lanes[0].moments;
    ASSERT_EQ(moments.size(), 3U);
    EXPECT_EQ(moments[0].stance, Stance::contradicts);
    EXPECT_EQ(moments[0].certainty, Certainty::possible);
    EXPECT_EQ(moments[1].certainty, Certainty::confirmed);
    EXPECT_EQ(moments[1].passages.size(), 2U);
    EXPECT_FALSE(moments[2].date) << "undated last";
}

// The colours of a block of the style sheet that begins with `opening`: {"ink", {r, g, b}}.
std::map<std::string, std::array<double, 3>> colours(const std::string& style, const std::string& opening) {
    const std::size_t at = style.find(opening);
    EXPECT_NE(at, std::string::npos) << opening;
    const std::string block = style.substr(at, style.find('}', at) - at);
    const std::regex colour("--([a-z-]+): #([0-9a-f]+);");
    std::map<std::string, std::array<double, 3>> out;
    for (std::sregex_iterator it(block.begin(), block.end(), colour), end; it != end; ++it) {
        std::string hex = (*it)[2];
        if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
        for (std::size_t i = 0; i < 3; ++i)
            out[(*it)[1]].at(i) = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
    }
    return out;
}

// WCAG 2.2, relative luminance and contrast ratio.
double contrast(const std::array<double, 3>& a, const std::array<double, 3>& b) {
    const auto luminance = [](const std::array<double, 3>& rgb) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    };
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

TEST(HtmlStyle, ColoursStandOutFromTheirGround) {
    constexpr double readable = 4.5;  // level AA
    EXPECT_NEAR(contrast({0, 0, 0}, {1, 1, 1}), 21, 0.01);
    for (const char* scheme :
         {":root {\n  color-scheme: light dark", "@media (prefers-color-scheme: dark)", "@media print"}) {
        auto of = colours(html_style, scheme);
        for (const char* words : {"ink", "soft", "link"}) {
            for (const char* ground : {"paper", "card"})
                EXPECT_GE(contrast(of.at(words), of.at(ground)), readable) << scheme << words << ground;
        }
        for (const std::string_view each : Terms<Verdict>::values) {
            const std::string verdict(each);
            EXPECT_GE(contrast(of.at(verdict), of.at(verdict + "-tint")), readable) << scheme << verdict;
            for (const char* ground : {"paper", "card"})
                EXPECT_GE(contrast(of.at(verdict), of.at(ground)), readable) << scheme << verdict << ground;
            if (of.contains("glow")) {
                EXPECT_GE(contrast(of.at(verdict), of.at("glow")), readable) << scheme << verdict;
            }
        }
        if (of.contains("glow")) {
            EXPECT_GE(contrast(of.at("ink"), of.at("glow")), readable) << scheme;
        }
    }
}

TEST(HtmlReport, KeepsDaysOnOneLine) {
    const auto written = [](const char* words) {
        Html html;
        write_with_dates(html, words);
        return html.take();
    };
    EXPECT_EQ(written("from 2026-03-03 on"), "from <span class=\"day\">2026-03-03</span> on");
    EXPECT_EQ(written("2026-03/2026-05-01"),
              "<span class=\"day\">2026-03</span>/<span class=\"day\">2026-05-01</span>");
    for (const char* plain : {"", "none", "24 people", "555-1234", "2026-03-03-99-1234567890", "20260303"})
        EXPECT_EQ(written(plain), plain);
}

TEST(HtmlReport, AnEmptyReportIsAPage) {
    EXPECT_THAT(html_report({}), HasSubstr("0 claims"));
    Report unjudged = fixture::report();
    unjudged.verifications.clear();
    EXPECT_THAT(html_report(unjudged), HasSubstr("8 claims"));
}

}  // namespace
}  // namespace whosaid::cli
