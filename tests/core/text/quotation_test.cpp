#include "core/text/quotation.hpp"

#include "core/text/segment.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whosaid::text {
namespace {

// Each quotation in brackets, joined by " | "; ">" before one that continues, "~" behind one that is not
// closed.
std::string found(std::string_view text) {
    std::string out;
    for (const Quotation& q : quotations(text, paragraphs(text))) {
        if (!out.empty()) out += " | ";
        if (q.continues_last) out += ">";
        out += q.span.of(text);
        if (!q.closed) out += "~";
    }
    return out;
}

TEST(Quotation, FindsEveryKindOfMark) {
    EXPECT_EQ(found("He said \"we go\" and left."), "\"we go\"");
    EXPECT_EQ(found("“We go,” he said, “at noon.”"), "“We go,” | “at noon.”");
    EXPECT_EQ(found("‘We go,’ she said."), "‘We go,’");
    EXPECT_EQ(found("She called it 'a farce', twice."), "'a farce'");
    EXPECT_EQ(found("Er nannte es «absurd»."), "«absurd»");
}

TEST(Quotation, TellsApostrophesFromClosingMarks) {
    EXPECT_EQ(found("‘I don’t know the firm’s plans,’ he said."), "‘I don’t know the firm’s plans,’");
    EXPECT_EQ(found("‘The miners’ pay is due,’ he said."), "‘The miners’ pay is due,’");
    EXPECT_EQ(found("The firm's plan and the workers' pay."), "");
    EXPECT_EQ(found("Rock 'n' roll in the '90s"), "'n'");
}

TEST(Quotation, CarriesAQuotationOverParagraphs) {
    EXPECT_EQ(found("“We build.\n\n“We sell,” he said."), "“We build.~ | >“We sell,”");
    EXPECT_EQ(found("\"We build.\n\n\"We sell,\" he said."), "\"We build.~ | >\"We sell,\"");
    EXPECT_EQ(found("“We build.”\n\n“We sell.”"), "“We build.” | “We sell.”");
}

TEST(Quotation, KeepsNestedMarksInside) {
    EXPECT_EQ(found("“He said ‘no’ to me,” she said."), "“He said ‘no’ to me,”");
}

TEST(Quotation, StaysLinearOnMarksAlone) {
    std::string text;
    for (int i = 0; i < 300000; ++i)
        text += " 'a";
    for (int i = 0; i < 300000; ++i)
        text += " “a";
    EXPECT_FALSE(quotations(text, paragraphs(text)).empty());
}

}  // namespace
}  // namespace whosaid::text
