// A report as an item of news: what all newsroom forms say of it as a whole, of its sources and of its
// claims. A form decides how that is written, never what.
#pragma once

#include "cli/report/report.hpp"
#include "cli/report/vocabulary.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::cli {

struct Identity {
    std::string guid;  // the same for every report on the article
    // Seconds from 1970 to the time of the export, at least 1: rises from one export to the next.
    std::int64_t version = 1;
    std::string created;  // the time of the export, ISO 8601 in UTC: "2026-03-10T09:30:00Z"
};
[[nodiscard]] Identity identity(const Report& report, const Vocabulary& vocabulary);
// Of a package of reports; `name` stays the same from one to the next.
[[nodiscard]] Identity identity(const RunRecord& run, const Vocabulary& vocabulary, std::string_view name);

// "Claim report: Ferry to Ostra Island"; the article's id where it has no title.
[[nodiscard]] std::string headline(const Article& article);
[[nodiscard]] std::string title_of(const Article& article);
[[nodiscard]] std::string outlet_of(const Article& article);  // or "unknown outlet"
[[nodiscard]] std::string slugline(const Article& article);   // "claims-ferry-to-ostra-island"
// "8 claims: 1 corroborated, 2 single source"
[[nodiscard]] std::string summary(const Report& report);
// The same for an editor: that it is machine-made, and what the index could not be asked.
[[nodiscard]] std::string editors_note(const Report& report);
inline constexpr std::string_view usage_terms =
    "Verification report. Quoted text stays the property of its publishers.";
inline constexpr std::string_view provider = "whosaid";
inline constexpr std::string_view language = "en";  // of our own words

// The run record as names and values, those that are empty left out.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> run_facts(const RunRecord& run);

// The article as names and values, those that are empty left out: "article" (its id), "article-outlet",
// "article-date", "article-title", "article-url", "article-author". Readers know it again by them.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> article_facts(const Article& article);

// The distinct sources of a report, each with a code of its own.
class Sources {
  public:
    explicit Sources(const Report& report);
    struct Entry {
        std::string code;  // of the scheme "source"
        std::string name;
        const Source* source = nullptr;   // as its first claim has it; of the report
        std::vector<std::size_t> claims;  // indices
    };
    [[nodiscard]] const Entry& of(std::size_t claim) const { return list_[of_claim_[claim]]; }
    [[nodiscard]] const std::vector<Entry>& list() const { return list_; }

  private:
    std::vector<Entry> list_;
    std::vector<std::size_t> of_claim_;
    std::map<std::pair<SourceKind, std::string>, std::size_t> index_;
};

// The extractor's confidence in hundredths, 0 to 100; never the source's certainty.
[[nodiscard]] int confidence_percent(const Claim& claim);

// What is known of a claim beside its words. Empty texts are left out; a name may come more than once.
struct Property {
    enum class Kind : std::uint8_t { code, text, count };
    Kind kind = Kind::text;
    std::string_view name;    // "certainty", "origins-for"
    std::string_view scheme;  // of a code
    std::string value;
};
[[nodiscard]] std::vector<Property> properties(const Report& report, std::size_t claim);

// The verification of a claim; nullptr where it has none.
[[nodiscard]] const Verification* verification_of(const Report& report, std::size_t claim);

// The articles of the evidence, each once a stance, in order.
[[nodiscard]] std::vector<const Evidence*> articles_of(const Verification& verification);

}  // namespace whosaid::cli
