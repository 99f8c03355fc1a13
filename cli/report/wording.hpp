// The words all forms of a report share: verdicts, grades, reasons and sources in plain English. Everything
// here is text for people; the codes of machines are core/terms.hpp.
#pragma once

#include "cli/report/groups.hpp"
#include "cli/report/report.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::cli {

// "1 origin", "2 origins".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view singular);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

[[nodiscard]] std::string_view verdict_name(Verdict verdict);  // "single source"
// "two or more independent origins report it, none contradicts it", for a legend.
[[nodiscard]] std::string_view verdict_meaning(Verdict verdict);
// "2 independent origins report it, none contradicts it"; for `unsupported` with a coverage that is not
// complete it says that only a part could be asked.
[[nodiscard]] std::string verdict_sentence(const Verification& verification);
// Nothing was found, and the index does not cover all that was asked: that nobody reports it cannot be said.
[[nodiscard]] bool uncovered(const Verification& verification);
// The name of its verdict, "not covered" where it has none.
[[nodiscard]] std::string_view verdict_name(const Verification& verification);
// What is the matter with a claim, and what to do: "it is a question: write it as a statement, ...".
[[nodiscard]] std::string note_sentence(ClaimNote note, const Verification& verification);
// "1 named, 1 anonymous, whose independence cannot be shown"; empty where nothing supports the claim.
[[nodiscard]] std::string sourcing(const Verification& verification);
// "source reliability cannot be judged; truth cannot be judged": the Admiralty scale's words for "F6".
[[nodiscard]] std::string grade_meaning(std::string_view grade);
// "B: usually reliable source", of the letter alone; empty for F, which says nothing.
[[nodiscard]] std::string reliability_words(char letter);
// "the source is sure and says so has been established", for a legend.
[[nodiscard]] std::string_view certainty_meaning(Certainty certainty);

// Where claim and passage differ: "number: the claim says 24, the passage says 19".
[[nodiscard]] std::string difference(const Reason& reason);
[[nodiscard]] std::string slot_name(Slot slot);  // "quantity direction"
// "number (24), place (Cairo)": the slots in which claim and passage agree; wording by itself is left out.
[[nodiscard]] std::string agreements(const Evidence& evidence);
// The differences that decide against the claim, each once, with the origin that stands for it.
struct Deciding {
    Slot slot = Slot::wording;
    std::string difference;
    std::string origin;
};
[[nodiscard]] std::vector<Deciding> deciding(const Verification& verification);

[[nodiscard]] std::string outlet_name(const Evidence& evidence);  // or "unknown outlet"
[[nodiscard]] std::string date_or_undated(const std::optional<Date>& date);
[[nodiscard]] std::string origin_name(const OriginGroup& group);  // or "unknown origin"
// The outlets that carry copies of a passage: "NBT World Service, Volta Business Report (hardened to
// confirmed)".
[[nodiscard]] std::string carriers(const Passage& passage);
// "person", "unnamed people", "outlet": a source's kind for a reader.
[[nodiscard]] std::string_view kind_name(SourceKind kind);
// "diplomatic; 2 people; of the energy ministry; reason given: not authorised to speak".
[[nodiscard]] std::string anonymity_words(const Anonymity& anonymity);

// The pieces of a claim's content in one line, " ... " between them.
[[nodiscard]] std::string content_of(const Article& article, const Claim& claim);
// Who says it and by what act: {"Hisham Nawar", "dropped a broad hint"}; the outlet's own voice has "states".
struct Attribution {
    std::string who;
    std::string act;
};
[[nodiscard]] Attribution attribution_of(const Article& article, const Claim& claim);

// How many claims of the report have each verdict: {"2 disputed", disputed}. In the order of Verdict, without
// those that no claim has; "1 not covered" comes last.
struct VerdictCount {
    std::string words;
    Verdict verdict = Verdict::unsupported;
    std::size_t first = 0;  // index of the first of them
};
[[nodiscard]] std::vector<VerdictCount> verdict_counts(const Report& report);
// The coverages of the report that are not "complete", each once.
[[nodiscard]] std::vector<std::string> gaps_in_coverage(const Report& report);

}  // namespace whosaid::cli
