// A report in running text, for forms whose receivers read the text alone: source, certainty and verdict in
// sentences that an editor may leave standing. Behind them stands the article itself, so that a report can be
// read without it, and read back as it: corpus/particulars.hpp.
#pragma once

#include "cli/report/report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace whosaid::cli {

// One paragraph, fit for XML. That of a claim comes in pieces, which markup may stand around:
// "Claim 1. " "Ines Okafor" " confirmed: " "24 passengers were taken off" " (Certainty: confirmed)"
struct Paragraph {
    enum class Kind : std::uint8_t { summary, coverage, claim, verdict, evidence, heading, article };
    Kind kind = Kind::summary;
    std::size_t claim = 0;  // index, of claim, verdict and evidence
    // All kinds but claim: the whole paragraph. That of an article has the line breaks that stand in it.
    std::string lead;
    std::string speaker;
    std::string act;
    std::string content;
    std::string tail;

    [[nodiscard]] std::string words() const { return lead + speaker + act + content + tail; }
};

// Summary, coverage where it is not complete, then each claim with its verdict and its evidence; at last the
// article's paragraphs under a heading. White space within its lines is one space.
[[nodiscard]] std::vector<Paragraph> paragraphs(const Report& report);

// "Source: Ines Okafor, person, Harbour master (The Vale Mercury). Certainty: confirmed. Verdict: ..."
[[nodiscard]] std::string verdict_words(const Report& report, std::size_t claim);

// "summary", "claim", ...: a class for markup.
[[nodiscard]] const char* name_of(Paragraph::Kind kind);

}  // namespace whosaid::cli
