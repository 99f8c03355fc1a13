// Claims for a terminal, as `claims` and `search` show them.
#pragma once

#include "cli/report/report.hpp"

#include <string>
#include <vector>

namespace whosaid::cli {

// The article's head, "TITLE / outlet · date · id".
[[nodiscard]] std::string article_head(const Article& article, const TextStyle& style);
// One claim: "who [kind], cue, certainty" and its content, wrapped and indented.
[[nodiscard]] std::string claim_text(const Article& article, const Claim& claim, std::size_t number,
                                     const TextStyle& style);
// With `explain` each claim is followed by what decided it.
[[nodiscard]] std::string claims_text(const Article& article, const std::vector<Claim>& claims,
                                      const TextStyle& style, bool explain = false);
// The article itself with its claims marked: "[The plant may close](c2 possible)", in the colour of the
// certainty; claims within others are named behind them.
[[nodiscard]] std::string marked_article(const Article& article, const std::vector<Claim>& claims,
                                         const TextStyle& style);
// A row a claim: id, certainty, source, cue, content, each cut to its column.
[[nodiscard]] std::string claims_table(const Article& article, const std::vector<Claim>& claims,
                                       const TextStyle& style);
// "+ number: 24 / 19", whether claim and passage agree and in what words.
[[nodiscard]] std::string reason_text(const Reason& reason);
// `text` made printable, in lines no wider than the style's width, each after `indent` spaces.
[[nodiscard]] std::string indented(std::string_view text, std::size_t indent, const TextStyle& style);

}  // namespace whosaid::cli
