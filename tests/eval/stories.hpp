// The annotated stories of tests/eval/newsroom (GUIDE.md there), read as they stand.
#pragma once

#include "core/article.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace whosaid::eval {

struct GoldAttribution {
    std::size_t article = 0;            // index into Story::articles
    std::vector<Span> content;          // bytes of the article's text
    std::optional<std::string> source;  // as written
    std::string source_name;
    std::string source_kind;
    std::string recipient;
    std::optional<std::string> cue;
    std::string form, certainty, polarity;
    bool nested = false;
};

struct GoldEvidence {
    std::string article;  // id in the index: STORY/ARTICLE
    std::string text, stance, origin;
};

struct GoldClaim {
    std::string id;  // STORY/CLAIM
    std::string text;
    Date as_of;
    std::vector<GoldEvidence> evidence;
    std::uint32_t origins_for = 0, origins_against = 0;
    std::string verdict;
    std::optional<std::string> highest_certainty;
};

struct Story {
    std::string name;
    std::vector<Article> articles;  // their ids are STORY/ARTICLE; the headline is the title, not in the text
    std::vector<GoldAttribution> attributions;
    std::vector<GoldClaim> claims;
    std::vector<std::vector<std::string>> copies;
};

// All stories under `folder`, by name. Throws what reading throws: evaluation data is trusted.
[[nodiscard]] std::vector<Story> stories(const std::filesystem::path& folder);

// The claim as somebody types it on the day up to which evidence counts.
[[nodiscard]] Article typed(const GoldClaim& claim);

// The stances that annotated evidence gives a sentence.
[[nodiscard]] std::set<Stance> annotated(const GoldClaim& gold, const Article& article, Span sentence);

}  // namespace whosaid::eval
