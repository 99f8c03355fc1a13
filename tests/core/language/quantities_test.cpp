#include "core/language/analyse.hpp"
#include "core/language/times.hpp"
#include "core/terms.hpp"
#include "tests/sanitized.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

const std::optional<Date> wednesday = parse_date("2026-01-28");

// "[words] value unit comparison; ..." of the quantities in `text`; "exactly" and empty units left out.
std::string quantities_of(std::string_view text) {
    std::string result;
    for (const Quantity& q : analyse(text, wednesday).quantities) {
        if (!result.empty()) result += "; ";
        result += fmt::format("[{}] {:.10g}", q.span.of(text), q.value);
        if (q.upper) result += fmt::format("..{:.10g}", *q.upper);
        if (!q.unit.empty()) result += " " + q.unit;
        if (q.comparison != Comparison::exactly) result += fmt::format(" {}", term(q.comparison));
    }
    return result;
}

struct Row {
    std::string_view sentence;
    std::string_view quantities;
};

void expect(const std::vector<Row>& rows) {
    for (const Row& row : rows)
        EXPECT_EQ(quantities_of(row.sentence), row.quantities) << row.sentence;
}

TEST(Quantities, ReadsDigits) {
    expect({
        {"The toll rose to 41.", "[41] 41"},
        {"The toll rose to 1,140.", "[1,140] 1140"},
        {"They moved 1,50,000 bags of rice.", "[1,50,000 bags] 150000 bag"},
        {"They moved 12,34,56,789 bags of rice.", "[12,34,56,789 bags] 123456789 bag"},
        {"The index stood at 91.25.", "[91.25] 91.25"},
        {"The walk takes 2½ hours.", "[2½ hours] 2.5 hour"},
    });
}

TEST(Quantities, ReadsNumberWords) {
    expect({
        {"Twenty-three miners were rescued.", "[Twenty-three miners] 23 miner"},
        {"A hundred and fifty goats were sold.", "[A hundred and fifty goats] 150 goat"},
        {"Two hundred thousand candles were lit.", "[Two hundred thousand candles] 200000 candle"},
        {"They bought a dozen lamps.", "[a dozen lamps] 12 lamp"},
        {"They bought half a dozen lamps.", "[half a dozen lamps] 6 lamp"},
        {"They bought two dozen lamps.", "[two dozen lamps] 24 lamp"},
        {"Half a million voters stayed away.", "[Half a million voters] 500000 voter"},
        {"The climb takes two and a half hours.", "[two and a half hours] 2.5 hour"},
        {"The climb takes half an hour.", "[half an hour] 0.5 hour"},
        {"A couple of sheds burned down.", "[A couple of sheds] 2 shed"},
        {"Several hundred people and a few thousand birds came.", ""},
    });
}

TEST(Quantities, ReadsMultipliers) {
    expect({
        {"The town has 2.4 million taps.", "[2.4 million taps] 2400000 tap"},
        {"Nearly 11.5 lakh people were moved.", "[11.5 lakh people] 1150000 person about"},
        {"The levy raised 3 lakh crore rupees.", "[3 lakh crore rupees] 3e+12 INR"},
        {"The debt is $1.2 trillion.", "[$1.2 trillion] 1.2e+12 USD"},
        {"The debt is £60mn.", "[£60mn] 60000000 GBP"},
        {"The debt is $88m.", "[$88m] 88000000 USD"},
        {"The debt is €4.1bn.", "[€4.1bn] 4100000000 EUR"},
        {"The yacht is 40m long.", "[40m] 40 m"},
        {"She won the 200m final.", "[200m] 200 m"},
        {"The gap is 150m (490ft) wide.", "[150m] 150 m; [490ft] 490 ft"},
        {"The scheme created 3m jobs.", "[3m jobs] 3000000 job"},
        {"About 50k tins were found.", "[50k tins] 50000 tin about"},
    });
}

TEST(Quantities, ReadsCurrencies) {
    expect({
        {"It cost ₹500.", "[₹500] 500 INR"},
        {"It cost Rs 51,000 crore.", "[Rs 51,000 crore] 5.1e+11 INR"},
        {"It cost Rs51,000.", "[Rs51,000] 51000 INR"},
        {"It cost US$20 and A$30.", "[US$20] 20 USD; [A$30] 30 AUD"},
        {"It cost 40 million euros.", "[40 million euros] 40000000 EUR"},
        {"It cost ten Australian dollars.", "[ten Australian dollars] 10 AUD"},
        {"It cost 210 million pounds.", "[210 million pounds] 210000000 GBP"},
        {"It cost EUR 12.50.", "[EUR 12.50] 12.5 EUR"},
    });
}

TEST(Quantities, ReadsSharesAndRates) {
    expect({
        {"Rents rose 3.1%.", "[3.1%] 3.1 %"},
        {"Rents rose 22 per cent.", "[22 per cent] 22 %"},
        {"Rents rose by nine percent.", "[nine percent] 9 %"},
        {"Support fell by four percentage points.", "[four percentage points] 4 percentage point"},
        {"The bank cut its rate by 25 basis points.", "[25 basis points] 25 basis point"},
        {"A third of the vines died.", "[A third] 0.3333333333"},
        {"Two-thirds of the vines died.", "[Two-thirds] 0.6666666667"},
        {"About three quarters of the vines died.", "[three quarters] 0.75 about"},
        {"Half of the vines died.", "[Half] 0.5"},
        {"One in four vines died.", "[One in four] 0.25"},
    });
}

TEST(Quantities, ReadsUnits) {
    expect({
        {"The pipe is 740 km long.", "[740 km] 740 km"},
        {"The pipe is 740 kilometres long.", "[740 kilometres] 740 km"},
        {"Winds of 110 kmph were felt.", "[110 kmph] 110 km/h"},
        {"Winds of 110 kilometres an hour were felt.", "[110 kilometres an hour] 110 km/h"},
        {"The farm covers 12 square kilometres.", "[12 square kilometres] 12 sq km"},
        {"The mill burns 90 metric tons.", "[90 metric tons] 90 t"},
        {"The mill burns 1.2 million tonnes.", "[1.2 million tonnes] 1200000 t"},
        {"The dam yields 40 MW.", "[40 MW] 40 MW"},
        {"The oven ran at 310 °C.", "[310 °C] 310 °C"},
        {"The oven ran at 310 degrees Celsius.", "[310 degrees Celsius] 310 °C"},
        {"They spoke for 20 minutes.", "[20 minutes] 20 minute"},
        {"They had a 20-minute chat.", "[20-minute] 20 minute"},
        {"The recall covers 8-ounce jars.", "[8-ounce] 8 oz"},
        {"The boy won an 8-pound trout.", "[8-pound] 8 lb"},
    });
}

TEST(Quantities, NamesWhatIsCounted) {
    expect({
        {"The firm sold 41 generators.", "[41 generators] 41 generator"},
        {"The firm sold 24 emergency generators.", "[24 emergency generators] 24 generator"},
        {"Three other ministers resigned.", "[Three other ministers] 3 minister"},
        {"At least 17 people died.", "[17 people] 17 person at-least"},
        {"Nine women and four children were hurt.", "[Nine women] 9 woman; [four children] 4 child"},
        {"They called back 340 of 355 boats.", "[340] 340 boat; [355 boats] 355 boat"},
        {"The 46-page letter was read out.", "[46-page] 46 page"},
        {"Two were hurt and four others fled.", "[Two] 2; [four others] 4"},
        {"Ana Sorel, 44, sells cheese.", "[44] 44 year"},
    });
}

TEST(Quantities, ReadsComparisons) {
    expect({
        {"About 40 homes burned.", "[40 homes] 40 home about"},
        {"Roughly 40 homes burned.", "[40 homes] 40 home about"},
        {"An estimated 40 homes burned.", "[40 homes] 40 home about"},
        {"More than 40 homes burned.", "[40 homes] 40 home more-than"},
        {"Over 40 homes burned.", "[40 homes] 40 home more-than"},
        {"No more than 40 homes burned.", "[40 homes] 40 home at-most"},
        {"Fewer than 40 homes burned.", "[40 homes] 40 home less-than"},
        {"No fewer than 40 homes burned.", "[40 homes] 40 home at-least"},
        {"Up to 40 homes burned.", "[40 homes] 40 home at-most"},
        {"As many as 40 homes burned.", "[40 homes] 40 home at-most"},
        {"At most 40 homes burned.", "[40 homes] 40 home at-most"},
        {"The fine was under $300.", "[$300] 300 USD less-than"},
        {"The shelter took in 200+ dogs.", "[200+ dogs] 200 dog at-least"},
        {"The cave held 40 bats or more.", "[40 bats] 40 bat at-least"},
    });
}

TEST(Quantities, ReadsRanges) {
    expect({
        {"It takes 10-12 days.", "[10-12 days] 10..12 day between"},
        {"It takes 10 to 12 days.", "[10 to 12 days] 10..12 day between"},
        {"It takes three or four weeks.", "[three or four weeks] 3..4 week between"},
        {"Between 40 and 60 homes burned.", "[40 and 60 homes] 40..60 home between"},
        {"The bill is £160mn to £240mn.", "[£160mn to £240mn] 160000000..240000000 GBP between"},
        {"The bill is $9-13 million.", "[$9-13 million] 9000000..13000000 USD between"},
        {"The share rose from 8 to 12 per cent.", "[8] 8 %; [12 per cent] 12 %"},
        {"The share fell 9% to 312 pence.", "[9%] 9 %; [312 pence] 312 penny"},
        {"She led by 51 percent to 48 percent.", "[51 percent] 51 %; [48 percent] 48 %"},
        {"A six-to-eight-member team came.", "[six-to-eight-member] 6..8 member between"},
    });
}

TEST(Quantities, LeavesOutWhatCountsNothing) {
    expect({
        {"The first man and the second car were seen on the 14th floor.", ""},
        {"The road was opened in 2019 and closed on 3 May.", ""},
        {"It began three days ago at 8 p.m. and ended at 11:30.", ""},
        {"One of them left; no one saw the one who stayed.", ""},
        {"The ship lies in Block 14 at Kilometre 31.", ""},
        {"He voted for lots 2417 through 2431.", ""},
        {"Rovers won 3-1 after a 0-0 draw.", ""},
        {"An F-16 and Covid-19 and a 5G mast.", ""},
        {"Call 555-0134 about 9/11.", ""},
        {"Agent 007 met the rest.", ""},
        {"Please see page 4 and chapter 12.", ""},
    });
}

TEST(Quantities, KeepsNumbersOfDatesOutWithoutAPublicationDate) {
    const std::string_view text = "It was on 28 January, and again on March 3, that 40 homes burned.";
    const auto quantities = analyse(text, {}).quantities;
    ASSERT_EQ(quantities.size(), 1U);
    EXPECT_EQ(quantities.front().span.of(text), "40 homes");
}

// Texts that no newspaper prints end soon, with finite values, in order and apart from the times.
TEST(Quantities, SurvivesHostileTexts) {
    const auto repeated = [](std::string_view piece, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < (tests::sanitized ? count / 10 : count); ++i)
            text += piece;
        return text;
    };
    const std::vector<std::string> texts{
        repeated("9", 1'000'000),
        repeated("9,999", 200'000),
        repeated("7 ", 200'000),
        repeated("1-", 200'000),
        repeated("one hundred million ", 50'000),
        repeated("crore lakh crore ", 50'000),
        repeated("12 of 13 to ", 50'000),
        repeated("between $1 and ", 50'000),
        repeated("5 in ", 100'000),
        repeated("lot 1 through 2 ", 50'000),
        "Rs" + repeated("1,", 100'000) + "1 and $" + repeated("0", 400) + ".1 and 1e999 and 0.0.0",
        "40 homes 2019 5 to 2026-01-28 12 Friday 3 May 9 June 2024 to 7",
    };
    for (const std::string& text : texts) {
        const Document document = analyse(text, wednesday);
        ASSERT_TRUE(
            std::ranges::is_sorted(document.times, {}, [](const TimeExpression& t) { return t.span.begin; }));
        auto time = document.times.begin();
        std::uint32_t last = 0;
        for (const Quantity& quantity : document.quantities) {
            ASSERT_TRUE(std::isfinite(quantity.value) && std::isfinite(quantity.upper.value_or(0)));
            ASSERT_LE(last, quantity.span.begin);
            last = quantity.span.end;
            ASSERT_LE(last, text.size());
            // Times stand in the order of the text, so those behind the last quantity are all that can
            // overlap.
            while (time != document.times.end() && time->span.end <= quantity.span.begin)
                ++time;
            ASSERT_FALSE(time != document.times.end() && time->span.overlaps(quantity.span))
                << quantity.span.of(text);
        }
    }
}

}  // namespace
}  // namespace whosaid::language
