#include "cli/report/report.hpp"

#include "tests/browser/browser.hpp"
#include "tests/cli/report/fixture.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whosaid::browser {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class ReportInBrowser : public testing::Test {
  protected:
    void SetUp() override {
        if (chromium().empty()) GTEST_SKIP() << "chromium is not installed: no test in a browser";
        page_.emplace();
    }
    Page& page() { return *page_; }  // NOLINT(bugprone-unchecked-optional-access)

  private:
    std::optional<Page> page_;
};

// `words` wherever a report has text of others.
cli::Report filled_with(const std::string& words) {
    cli::Report out = cli::fixture::report();
    out.article.id = out.article.title = out.article.outlet = out.article.author = out.article.url = words;
    out.article.text = words + "\n\n" + words + "\n" + out.article.text;
    out.run = {words, words, 1, 1, words, {words}, words, words};
    const auto size = static_cast<std::uint32_t>(words.size());
    for (Claim& claim : out.claims) {
        claim.content = {{0, size}, {size / 2, size + 4}};
        claim.cue = {{0, size}};
        claim.source.name = claim.source.description = words;
        claim.source.anonymity = Anonymity{AnonymousClass::legal, 3, words, words, words};
        claim.recipient = Recipient{{0, size}, words};
        claim.times = {{{0, size}, words}};
    }
    for (Verification& verification : out.verifications) {
        verification.coverage = verification.grade = verification.text = words;
        for (Evidence& each : verification.evidence) {
            each.article += words;
            each.outlet = each.title = each.text = each.origin = each.url = words;
            each.source.name = each.source.description = words;
            if (each.copy_of) *each.copy_of += words;
            each.reasons = {{Slot::number, words, words, std::nullopt, std::nullopt, false},
                            {Slot::place, words, words, std::nullopt, std::nullopt, true}};
        }
    }
    return out;
}

TEST_F(ReportInBrowser, NothingOfAHostileArticleRuns) {
    for (const std::string words : {
             "<script>window.ran=1;alert(1)</script>",
             "</style></title></textarea></svg><script>window.ran=1</script>",
             "\"><img src=x onerror=window.ran=1>",
             "' onmouseover=window.ran=1 autofocus onfocus=window.ran=1 x='",
             "\" onfocus=\"window.ran=1\" autofocus=\"",
             "javascript:window.ran=1",
             " \tJaVaScRiPt&#58;window.ran=1//https://a.example/",
             "data:text/html,<script>window.ran=1</script>",
             "https://a.example/\" onclick=\"window.ran=1",
             "<svg onload=window.ran=1><animate onbegin=window.ran=1 attributeName=x></svg>",
             "</desc></svg><svg><use href=\"data:image/svg+xml,x\"/><foreignObject><input autofocus></svg>",
             "<iframe srcdoc=\"<script>parent.ran=1</script>\"></iframe>",
             "]]><!--<![CDATA[<script>window.ran=1</script>--!>",
             "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
             "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
             "}body{display:none;background:url(https://evil.example/x)}*{color:red}</style>",
             "<form action=https://evil.example/><input name=x><button>",
             "<details ontoggle=window.ran=1 open>",
             "\xF0\x9F\x9A\xA2<scr\xFFipt>window.ran=1</script>\xE2\x80\xAE",
         }) {
        page().load(cli::html_report(filled_with(words)));
        EXPECT_TRUE(page().evaluate("window.ran === undefined")) << words;
        EXPECT_THAT(page().dialogs(), IsEmpty()) << words;
        EXPECT_THAT(page().requests(), IsEmpty()) << words;
        EXPECT_EQ(page().evaluate("document.styleSheets.length"), 1) << words;
        EXPECT_EQ(page().evaluate(
                      "document.querySelectorAll('script,iframe,object,embed,img,link,base,form,input,"
                      "button,use,image,animate,foreignObject,textarea,meta[http-equiv=refresh]').length"),
                  0)
            << words;
        EXPECT_EQ(page().evaluate("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
                                  ".filter(name => name.startsWith('on') || name === 'style')"),
                  Json::array())
            << words;
        EXPECT_EQ(page().evaluate("[...document.links].map(a => a.protocol)"
                                  ".filter(p => !['http:', 'https:', 'file:'].includes(p))"),
                  Json::array())
            << words;
        EXPECT_TRUE(page().evaluate("getComputedStyle(document.body).display === 'block'")) << words;
    }
}

// What an escaping forgotten somewhere would let in.
constexpr std::string_view intruder =
    "<script>window.ran = 1</script><img src=\"https://evil.example/x.png\" onerror=\"window.ran = 2\">"
    "<svg onload=\"window.ran = 3\"></svg><link rel=\"stylesheet\" href=\"https://evil.example/x.css\">"
    "<style>body { background: url(https://evil.example/y.png) }</style>"
    "<iframe srcdoc=\"<script>parent.ran = 4</script>\"></iframe>";

std::string with_intruder(std::string html) {
    const std::string_view body = "<body>";
    return html.insert(html.find(body) + body.size(), intruder);
}

TEST_F(ReportInBrowser, PolicyStopsWhatEscapingWouldMiss) {
    std::string html = with_intruder(cli::html_report(cli::fixture::report()));
    page().load(html);
    EXPECT_TRUE(page().evaluate("window.ran === undefined"));
    EXPECT_EQ(page().evaluate("getComputedStyle(document.body).backgroundImage"), "none");
    EXPECT_NE(page().evaluate("getComputedStyle(document.body).backgroundColor"), "rgba(0, 0, 0, 0)")
        << "its own style holds";
    for (const std::string& request : page().requests())
        EXPECT_THAT(request, testing::Not(HasSubstr("evil.example"))) << request;

    // Without the policy all that happens: the test would see it.
    const std::size_t policy = html.find("<meta http-equiv=\"Content-Security-Policy\"");
    ASSERT_NE(policy, std::string::npos);
    html.erase(policy, html.find('>', policy) + 1 - policy);
    page().load(html);
    EXPECT_FALSE(page().evaluate("window.ran === undefined"));
    EXPECT_THAT(page().requests(), testing::Contains(HasSubstr("evil.example")));
}

// Elements that reach over the right edge of the window.
constexpr std::string_view overflowing = R"js(
    [...document.querySelectorAll('body, body *')]
      .filter(e => !e.closest('.skip') && !e.parentElement.closest('svg'))
      .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 3).map(e => e.outerHTML.slice(0, 200)))js";

TEST_F(ReportInBrowser, FitsEveryWidth) {
    std::vector<std::pair<std::string, cli::Report>> reports = cli::fixture::odd_reports();
    reports.emplace_back("endless", filled_with(std::string(3000, 'm')));
    reports.emplace_back(
        "address", filled_with("https://a.example/" + std::string(800, 'x') + "?y=" + std::string(800, '-')));
    for (const auto& [name, report] : reports) {
        if (name == "long") continue;  // the usual one, many times over
        page().load(cli::html_report(report));
        static_cast<void>(
            page().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)"));
        for (const int width : {320, 390, 820, 1280}) {
            page().screen(width, 800, width < 800);
            EXPECT_EQ(page().evaluate("document.documentElement.scrollWidth"), width) << name;
            EXPECT_EQ(page().evaluate(overflowing), Json::array()) << name << width;
        }
    }
}

TEST_F(ReportInBrowser, NumbersStayWithTheirWords) {
    page().load(cli::html_report(cli::fixture::report()));
    for (int width = 320; width < 420; width += 7) {
        page().screen(width, 800, true);
        EXPECT_EQ(page().evaluate(R"js([...document.querySelectorAll('.label')].filter(e => {
                    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    words.currentNode = e.parentElement.lastChild;
                    const next = new Range();
                    next.setStart(words.nextNode(), 0);
                    next.setEnd(next.startContainer, 1);
                    return next.getBoundingClientRect().top > e.getBoundingClientRect().bottom;
                  }).map(e => e.textContent))js"),
                  Json::array())
            << width;
    }
}

TEST_F(ReportInBrowser, ThousandsOfClaimsArePresentable) {
    for (const auto& [name, report] : cli::fixture::odd_reports()) {
        if (name != "long") continue;
        page().screen(390, 800, true);
        page().load(cli::html_report(report));
        EXPECT_EQ(page().evaluate("document.documentElement.scrollWidth"), 390);
        EXPECT_EQ(page().evaluate("document.querySelectorAll('.claim').length"), report.claims.size());
    }
}

TEST_F(ReportInBrowser, IsReadWithoutScripts) {
    page().scripts(false);
    const cli::Report report = cli::fixture::report();
    page().load(cli::html_report(report));
    const std::string seen = page().evaluate("document.body.innerText");
    for (const char* words :
         {"24 passengers were taken off the ferry Meridian",
          "2 independent origins report it, 1 contradicts it.",
          "Nineteen people were on board, Straitlink said", "independence cannot be shown", "whosaid 0.1.0"})
        EXPECT_THAT(seen, HasSubstr(words));
    // What is folded away opens without a script.
    page().screen(1280, 800, false);
    static_cast<void>(page().evaluate("document.querySelector('.key summary').focus()"));
    page().press("Enter");
    EXPECT_TRUE(page().evaluate("document.querySelector('.key').open"));
}

// The texts whose colour stands out too little from what is painted behind it, 4.5 : 1 being level AA of
// WCAG.
constexpr std::string_view pale = R"js((() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgba = colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = c => c.slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = e => {
      for (; e; e = e.parentElement) {
        const c = rgba(getComputedStyle(e).backgroundColor);
        if (c[3] === 255) return c;
      }
      return [255, 255, 255, 255];
    };
    const out = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const e = node.parentElement;
      if (!node.data.trim() || e.closest('title, desc')) continue;
      const style = getComputedStyle(e);
      const words = luminance(rgba(e.closest('svg') ? style.fill : style.color));
      const behind = luminance(ground(e));
      const ratio = (Math.max(words, behind) + 0.05) / (Math.min(words, behind) + 0.05);
      if (ratio < 4.5) out.add(e.tagName + '.' + e.getAttribute('class') + ' ' + ratio.toFixed(2));
    }
    return [...out];
  })())js";

TEST_F(ReportInBrowser, WordsStandOutInEveryScheme) {
    for (const char* media : {"screen", "print"}) {
        for (const char* scheme : {"light", "dark"}) {
            page().medium(media, scheme);
            page().load(cli::html_report(cli::fixture::report()));
            EXPECT_EQ(page().evaluate(pale), Json::array()) << media << ", " << scheme;
            const bool dark = page().evaluate("getComputedStyle(document.body).color.startsWith('rgb(232')");
            EXPECT_EQ(dark, std::string_view(media) == "screen" && std::string_view(scheme) == "dark");
        }
    }
}

TEST_F(ReportInBrowser, KeysLeadToTheClaimsAndBack) {
    page().screen(1280, 800, false);
    page().load(cli::html_report(cli::fixture::report()));
    page().press("Tab");
    EXPECT_EQ(page().evaluate("document.activeElement.className"), "skip");
    EXPECT_TRUE(page().evaluate("document.activeElement.getBoundingClientRect().left >= 0"));
    page().press("Enter");
    EXPECT_EQ(page().evaluate("document.activeElement.id"), "claims");

    static_cast<void>(page().evaluate("document.querySelector('#c4').focus()"));
    page().press("Enter");
    EXPECT_EQ(page().evaluate("document.querySelector(':target').id"), "e4");
    EXPECT_TRUE(
        page().evaluate("(r => r.top >= 0 && r.top < innerHeight)"
                        "(document.querySelector('#e4').getBoundingClientRect())"));
    page().press("Tab");
    EXPECT_EQ(page().evaluate("document.activeElement.getAttribute('href')"), "#c4")
        << "the way back is next";
    page().press("Enter");
    EXPECT_EQ(page().evaluate("document.querySelector(':target').id"), "c4");
}

TEST_F(ReportInBrowser, TargetsAreAsLargeAsAFingertip) {
    page().screen(390, 800, true);
    page().load(cli::html_report(cli::fixture::report()));
    // 24 pixels are level AA of WCAG 2.2; links within a sentence are exempt.
    EXPECT_EQ(
        page().evaluate("[...document.querySelectorAll('summary, .number, .tally a, .claim-head a')]"
                        ".filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 24)"
                        ".map(e => e.outerHTML.slice(0, 100))"),
        Json::array());
    EXPECT_EQ(page().evaluate(R"js([...document.querySelectorAll('.label')].filter(e => {
                e.scrollIntoView({block: 'center', behavior: 'instant'});
                const r = e.getBoundingClientRect();
                const x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
                return [y - 11, y + 11].some(at => document.elementFromPoint(x, at)?.closest('.label') !== e);
              }).map(e => e.outerHTML))js"),
              Json::array());
}

TEST_F(ReportInBrowser, DrawingsKeepTheirWordsInside) {
    page().screen(390, 800, true);
    page().load(cli::html_report(cli::fixture::report()));
    EXPECT_GT(page().evaluate("document.querySelectorAll('.drawing text').length"), 10);
    EXPECT_EQ(page().evaluate(R"js([...document.querySelectorAll('.drawing text')].filter(e => {
                const frame = e.ownerSVGElement.getBoundingClientRect(), words = e.getBoundingClientRect();
                const room = e.ownerSVGElement.ownerSVGElement ? e.ownerSVGElement.width.baseVal.value
                                                               : e.ownerSVGElement.viewBox.baseVal.width;
                const box = e.getBBox();
                return box.x < -0.5 || box.x + box.width > room + 0.5;
              }).map(e => e.outerHTML))js"),
              Json::array());
}

TEST_F(ReportInBrowser, OnPaperNothingIsFolded) {
    page().medium("print", "dark");
    page().load(cli::html_report(cli::fixture::report()));
    EXPECT_EQ(page().evaluate("[...document.querySelectorAll('.key dd, .origins details li')]"
                              ".filter(e => e.getBoundingClientRect().height === 0).length"),
              0);
    EXPECT_GT(page().pdf().size(), 10'000U);
}

}  // namespace
}  // namespace whosaid::browser
