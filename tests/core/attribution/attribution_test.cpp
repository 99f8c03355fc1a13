// The claims found in sentences of our own: a table (sentences.txt), one test a block of it.
#include "core/analysis.hpp"
#include "core/terms.hpp"
#include "sentences.hpp"

#include <algorithm>
#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid {

namespace sentences {
void PrintTo(const Block& block, std::ostream* out) {
    *out << block.name;
}
}  // namespace sentences

namespace {

using sentences::Block;
using sentences::Expectation;

Article article(std::string text) {
    Article out;
    out.id = "a";
    out.outlet = "Lakeside Daily";
    out.date = Date{std::chrono::year{2026} / 1 / 28};  // a Wednesday
    out.text = std::move(text);
    return out;
}

std::string joined(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) {
        if (!out.empty()) out += sentences::joint;
        out += span.of(text);
    }
    return out;
}

std::string shown(const Claim& c, const std::vector<Claim>& all, std::string_view text) {
    std::string out = c.source.name + " | " + std::string(term(c.source.kind)) + " | " +
                      (c.cue.empty() ? "-" : joined(text, c.cue)) + " | " + joined(text, c.content) + " | " +
                      std::string(term(c.certainty)) + " " + std::string(term(c.polarity)) + " " +
                      std::string(term(c.form));
    if (c.recipient || c.nested_in) out += " | " + (c.recipient ? c.recipient->name : "-");
    if (c.nested_in) out += " | " + all[*c.nested_in].source.name;
    if (const auto& a = c.source.anonymity) {
        out += "\n      unnamed: " + std::string(term(a->group)) + " | " + std::to_string(a->number) + " | " +
               a->institution + " | " + a->access + " | " + a->reason;
    }
    return out;
}

bool matches(std::string_view expected, std::string_view got) {
    return expected.empty() || expected == (got.empty() ? "-" : got);
}

// A name in ASCII lower case, without its article.
std::string bare(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const std::string_view article : {"the ", "a ", "an "}) {
        if (out.starts_with(article)) return out.substr(article.size());
    }
    return out;
}

bool names(std::string_view expected, std::string_view got) {
    return matches(bare(expected), bare(got));
}

bool fits(const Expectation& e, const Claim& c, const std::vector<Claim>& all, std::string_view text) {
    if (e.unnamed) {
        const Anonymity told = c.source.anonymity.value_or(Anonymity{});
        if (!c.source.anonymity || !matches(e.group, term(told.group)) ||
            !matches(e.number, std::to_string(told.number)) || !matches(e.institution, told.institution) ||
            !matches(e.access, told.access) || !matches(e.reason, told.reason))
            return false;
    }
    return names(e.source, c.source.name) && matches(e.kind, term(c.source.kind)) &&
           matches(e.cue, joined(text, c.cue)) && matches(e.content, joined(text, c.content)) &&
           matches(e.certainty, term(c.certainty)) && matches(e.polarity, term(c.polarity)) &&
           matches(e.form, term(c.form)) && names(e.recipient, c.recipient ? c.recipient->name : "") &&
           names(e.nested_in, c.nested_in ? all[*c.nested_in].source.name : "");
}

const Result<std::vector<Block>>& table() {
    static const Result<std::vector<Block>> read = sentences::read(WHOSAID_SENTENCES);
    return read;
}

const std::vector<Block>& blocks() {
    static const std::vector<Block> none;
    return table() ? *table() : none;
}

TEST(Sentences, AreReadable) {
    ASSERT_TRUE(table()) << to_string(table().error());
    std::size_t claims = 0;
    std::size_t open = 0;
    for (const Block& b : blocks()) {
        claims += b.claims.size();
        open += static_cast<std::size_t>(std::ranges::count_if(b.claims, &Expectation::open));
    }
    std::cout << blocks().size() << " texts, " << claims << " claims expected of them, " << open << " open\n";
}

class Sentence : public testing::TestWithParam<Block> {};

TEST_P(Sentence, HasItsClaims) {
    const Block& block = GetParam();
    const Article a = article(block.text);
    const std::vector<Claim> claims = analyse(a).claims;
    std::string found = "\nfound:";
    for (const Claim& c : claims)
        found += "\n    " + shown(c, claims, a.text);
    for (const Expectation& e : block.claims) {
        const bool any =
            std::ranges::any_of(claims, [&](const Claim& c) { return fits(e, c, claims, a.text); });
        if (e.open == (any != e.never)) {
            ADD_FAILURE_AT(WHOSAID_SENTENCES, static_cast<int>(e.line))
                << (e.open ? "This is met now: take its mark \"open\" away." : "This is not met.") << "\n"
                << block.text << "\n    " << e.written << found;
        }
    }
}

std::string test_name(const testing::TestParamInfo<Block>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Attribution, Sentence, testing::ValuesIn(blocks()), test_name);

TEST(Claims, OfTheOutletItselfHaveNeitherCueNorSource) {
    const Article a =
        article("The dam at Kwaresh was built in 1974 and holds 40 million cubic metres of water.");
    const std::vector<Claim> claims = analyse(a).claims;
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_TRUE(claims[0].own_voice());
    EXPECT_EQ(claims[0].source.name, "Lakeside Daily");
    EXPECT_EQ(claims[0].source.kind, SourceKind::media);
}

TEST(Claims, NestWhereOneStandsInsideAnother) {
    const Article a =
        article("Harbour Wire reported that Kofi Mensah had told lawmakers that the dam was unsafe.");
    const std::vector<Claim> claims = analyse(a).claims;
    const auto inner = std::find_if(claims.begin(), claims.end(),
                                    [](const Claim& c) { return c.source.name == "Kofi Mensah"; });
    ASSERT_NE(inner, claims.end());
    ASSERT_TRUE(inner->nested_in);
    EXPECT_EQ(claims[*inner->nested_in].source.name, "Harbour Wire");
}

TEST(Claims, CarryTimesResolvedAgainstTheArticlesDate) {
    const Article a = article("Kofi Mensah said the turbines would run in February.");
    const std::vector<Claim> claims = analyse(a).claims;
    ASSERT_FALSE(claims.empty());
    ASSERT_EQ(claims[0].times.size(), 1U);
    EXPECT_EQ(claims[0].times[0].value, "2026-02");
}

TEST(Claims, TellWhatIsSaidOfUnnamedSources) {
    const Article a = article(
        "Two military officials said the border would close. They spoke on condition of "
        "anonymity because the plan is not public.");
    const std::vector<Claim> claims = analyse(a).claims;
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [](const Claim& c) { return c.source.kind == SourceKind::anonymous; });
    ASSERT_NE(found, claims.end());
    ASSERT_TRUE(found->source.anonymity);
    EXPECT_EQ(found->source.anonymity->group, AnonymousClass::military);
    EXPECT_EQ(found->source.anonymity->number, 2U);
}

}  // namespace
}  // namespace whosaid
