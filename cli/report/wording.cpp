#include "cli/report/wording.hpp"

#include "core/corroboration/desk.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace whosaid::cli {

std::string counted(std::uint64_t number, std::string_view singular) {
    return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string_view verdict_name(Verdict verdict) {
    return verdict == Verdict::single_source ? "single source" : term(verdict);
}

std::string_view verdict_meaning(Verdict verdict) {
    switch (verdict) {
        case Verdict::corroborated:
            return "two or more independent origins report it, none contradicts it";
        case Verdict::single_source:
            return "one origin reports it, none contradicts it";
        case Verdict::disputed:
            return "some origins report it, some contradict it";
        case Verdict::contradicted:
            return "no origin reports it, some contradict it";
        case Verdict::unsupported:
            return "nothing was found; \xE2\x80\x9Cnot covered\xE2\x80\x9D where the index has a gap there";
    }
    return {};
}

bool uncovered(const Verification& verification) {
    return verification.verdict == Verdict::unsupported && verification.coverage != "complete";
}

std::string_view verdict_name(const Verification& verification) {
    return uncovered(verification) ? "not covered" : verdict_name(verification.verdict);
}

std::string note_sentence(ClaimNote note, const Verification& verification) {
    switch (note) {
        case ClaimNote::question:
            return "it is a question: write it as a statement, with the answer that you want checked";
        case ClaimNote::order:
            return "it is an order or a wish, neither true nor false: write what is said to be so";
        case ClaimNote::no_statement:
            return "it names something and says nothing of it: write what is said to have happened";
        case ClaimNote::several_claims:
            return "it holds several claims: each needs evidence of its own";
        case ClaimNote::foreign_language:
            return fmt::format("it is in {}, and only English is read: translate it", verification.language);
        case ClaimNote::future:
            return "it is about the future: articles can tell what is planned, only later ones what happens";
        case ClaimNote::opinion:
            return "it is an opinion: articles can show who holds it, not whether it is right";
    }
    return {};
}

std::string verdict_sentence(const Verification& verification) {
    const auto origins = [](std::uint32_t number) {
        return number > 1 ? fmt::format("{} independent origins", number) : std::string("1 origin");
    };
    const auto verb = [](std::uint32_t number, std::string_view singular) {
        return std::string(singular.substr(0, singular.size() - (number == 1 ? 0 : 1)));
    };
    const std::uint32_t pro = verification.origins_for;
    const std::uint32_t contra = verification.origins_against;
    if (uncovered(verification)) return "nothing found in what the index covers";
    if (pro == 0 && contra == 0) return "nothing found that reports or contradicts it";
    std::string out =
        pro > 0 ? fmt::format("{} {} it, ", origins(pro), verb(pro, "reports")) : "no origin reports it, ";
    out += contra == 0 ? "none contradicts it" : fmt::format("{} {} it", contra, verb(contra, "contradicts"));
    return out;
}

std::string sourcing(const Verification& verification) {
    const std::uint32_t named = verification.named_origins;
    const std::uint32_t anonymous = verification.anonymous_origins;
    if (named + anonymous == 0) return {};
    if (anonymous == 0) return fmt::format("{} named", named);
    std::string out = named == 0 ? std::string("none named") : fmt::format("{} named", named);
    return out + fmt::format(", {} anonymous, whose independence cannot be shown", anonymous);
}

namespace {

// The Admiralty scale's words for a letter or number of `codes`; empty for others.
std::string_view admiralty(char code, std::string_view codes, std::span<const std::string_view> words) {
    const std::size_t at = codes.find(code);
    return at == std::string_view::npos ? std::string_view() : words[at];
}

std::string_view reliability_of(char letter) {
    constexpr auto words = std::to_array<std::string_view>(
        {"completely reliable source", "usually reliable source", "fairly reliable source",
         "not usually reliable source", "unreliable source", "source reliability cannot be judged"});
    return admiralty(letter, "ABCDEF", words);
}

std::string_view credibility_of(char number) {
    constexpr auto words =
        std::to_array<std::string_view>({"confirmed by independent sources", "probably true", "possibly true",
                                         "doubtful", "improbable", "truth cannot be judged"});
    return admiralty(number, "123456", words);
}

}  // namespace

std::string grade_meaning(std::string_view grade) {
    if (grade.size() != 2) return {};
    const std::string_view reliability = reliability_of(grade[0]);
    const std::string_view credibility = credibility_of(grade[1]);
    if (reliability.empty() || credibility.empty()) return {};
    return fmt::format("{}; {}", reliability, credibility);
}

std::string reliability_words(char letter) {
    if (letter == corroboration::unrated) return {};
    return fmt::format("{}: {}", letter, reliability_of(letter));
}

std::string_view certainty_meaning(Certainty certainty) {
    switch (certainty) {
        case Certainty::confirmed:
            return "the source vouches for it as established";
        case Certainty::asserted:
            return "the source states it plainly";
        case Certainty::probable:
            return "the source calls it likely";
        case Certainty::possible:
            return "the source calls it possible or only hints";
        case Certainty::uncommitted:
            return "the source does not say whether it is so";
    }
    return {};
}

std::string slot_name(Slot slot) {
    return slot == Slot::quantity_direction ? "direction of change" : std::string(term(slot));
}

std::string difference(const Reason& reason) {
    const std::string claim = reason.claim.empty() ? "nothing" : reason.claim;
    const std::string passage = reason.passage.empty() ? "nothing" : reason.passage;
    return fmt::format("{}: the claim says {}, the passage says {}", slot_name(reason.slot), claim, passage);
}

std::string agreements(const Evidence& evidence) {
    std::vector<std::string> parts;
    for (const Reason& reason : evidence.reasons) {
        if (!reason.agrees || reason.slot == Slot::wording) continue;
        const std::string& words = reason.passage.empty() ? reason.claim : reason.passage;
        parts.push_back(words.empty() ? slot_name(reason.slot)
                                      : fmt::format("{} ({})", slot_name(reason.slot), words));
    }
    return joined(parts, ", ");
}

std::vector<Deciding> deciding(const Verification& verification) {
    std::vector<Deciding> out;
    std::set<std::string> seen;
    for (const OriginGroup& group : by_origin(verification, Stance::contradicts)) {
        for (const Passage& passage : group.passages) {
            for (const Reason& reason : passage.evidence->reasons) {
                if (reason.agrees) continue;
                std::string words = difference(reason);
                if (seen.insert(words).second)
                    out.push_back({reason.slot, std::move(words), origin_name(group)});
            }
        }
    }
    return out;
}

std::string outlet_name(const Evidence& evidence) {
    return evidence.outlet.empty() ? "unknown outlet" : evidence.outlet;
}

std::string date_or_undated(const std::optional<Date>& date) {
    return date ? to_string(*date) : "undated";
}

std::string origin_name(const OriginGroup& group) {
    return group.name.empty() ? "unknown origin" : group.name;
}

std::string carriers(const Passage& passage) {
    std::vector<std::string> names;
    names.reserve(passage.copies.size());
    for (const Evidence* copy : passage.copies) {
        std::string name = outlet_name(*copy);
        if (copy->certainty < passage.evidence->certainty) {
            name += fmt::format(" (hardened to {})", term(copy->certainty));
        }
        names.push_back(std::move(name));
    }
    return joined(names, ", ");
}

std::string_view kind_name(SourceKind kind) {
    switch (kind) {
        case SourceKind::anonymous:
            return "unnamed people";
        case SourceKind::media:
            return "news outlet";
        default:
            return term(kind);
    }
}

std::string anonymity_words(const Anonymity& anonymity) {
    std::vector<std::string> parts;
    if (anonymity.group != AnonymousClass::other) parts.emplace_back(term(anonymity.group));
    if (anonymity.number == 1) parts.emplace_back("1 person");
    if (anonymity.number > 1) parts.push_back(fmt::format("{} people", anonymity.number));
    if (!anonymity.institution.empty()) parts.push_back(anonymity.institution);
    if (!anonymity.access.empty()) parts.push_back(anonymity.access);
    parts.push_back(anonymity.reason.empty() ? "no reason given for anonymity"
                                             : fmt::format("reason given: {}", anonymity.reason));
    return joined(parts, "; ");
}

std::string content_of(const Article& article, const Claim& claim) {
    std::vector<std::string> pieces;
    for (const Span piece : claim.content)
        pieces.emplace_back(piece.of(article.text));
    return joined(pieces, " ... ");
}

Attribution attribution_of(const Article& article, const Claim& claim) {
    Attribution out;
    out.who = claim.source.name;
    if (out.who.empty() && claim.source.span) out.who = claim.source.span->of(article.text);
    if (out.who.empty())
        out.who = claim.own_voice() && !article.outlet.empty() ? article.outlet : "unknown source";
    std::vector<std::string> words;
    for (const Span piece : claim.cue)
        words.emplace_back(piece.of(article.text));
    out.act =
        words.empty() ? std::string(claim.own_voice() ? "in its own voice" : "") : joined(words, " ... ");
    return out;
}

std::vector<VerdictCount> verdict_counts(const Report& report) {
    // By how the reader sees it: an uncovered claim has no verdict.
    std::map<std::pair<bool, Verdict>, std::vector<std::size_t>> claims;
    for (std::size_t i = 0; i < report.verifications.size(); ++i) {
        const Verification& verification = report.verifications[i];
        claims[{uncovered(verification), verification.verdict}].push_back(i);
    }
    std::vector<VerdictCount> out;
    for (const auto& [seen, indices] : claims) {
        const Verification& first = report.verifications[indices.front()];
        out.push_back(
            {fmt::format("{} {}", indices.size(), verdict_name(first)), first.verdict, indices.front()});
    }
    return out;
}

std::vector<std::string> gaps_in_coverage(const Report& report) {
    std::vector<std::string> gaps;
    for (const Verification& verification : report.verifications) {
        if (verification.coverage == "complete") continue;
        if (std::find(gaps.begin(), gaps.end(), verification.coverage) == gaps.end()) {
            gaps.push_back(verification.coverage);
        }
    }
    return gaps;
}

}  // namespace whosaid::cli
