// The JSON contract, "schema": "whosaid/1": one place that writes claims, verifications and articles. Byte
// spans become Unicode code points here and nowhere else.
#pragma once

#include "cli/claim_id.hpp"
#include "core/analysis.hpp"
#include "core/corroboration/evidence.hpp"
#include "core/text/utf8.hpp"

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace whosaid::cli {

using Json = nlohmann::ordered_json;

inline constexpr const char* json_schema_id = "whosaid/1";

// {"schema": "whosaid/1"}, for the rest to be added to.
[[nodiscard]] Json document();
// Serialised; bytes that are no UTF-8 become U+FFFD. indent -1: one line.
[[nodiscard]] std::string dump(const Json& json, int indent = -1);
// A whole document with its line break: indented, or as one line of JSON Lines.
[[nodiscard]] std::string json_text(const Json& json, bool one_line);

// One claim; `number` is its place in the article's list ("c1" is number 0).
[[nodiscard]] Json to_json(const Claim& claim, std::size_t number, const std::string& text,
                           const text::CodePoints& points);
// One line of `claims --format jsonl`: schema, id, outlet, date, title, claims; with `explain` what decided
// each.
[[nodiscard]] Json claims_json(const Article& article, const std::vector<Claim>& claims,
                               bool explain = false);
// One line of `read`: schema, id, outlet, date, title, url, author, text.
[[nodiscard]] Json to_json(const Article& article);
// One line of `verify --format jsonl`. Evidence spans are code points of the article's text and need it:
// `text_of(article id)` gives it, and it outlives the call.
[[nodiscard]] Json to_json(const Verification& verification,
                           const std::function<const std::string&(const std::string&)>& text_of);

// A piece of an article: {"span", "text"}.
[[nodiscard]] Json piece_json(Span span, const std::string& text, const text::CodePoints& points);
// The notes on a claim that somebody asks about: [{"note", "text"}].
[[nodiscard]] Json notes_json(const Verification& verification);
// The document of `timeline`: the evidence of to_json(Verification) in order of publication, each with its
// times and moves.
[[nodiscard]] Json to_json(const Verification& verification, const std::vector<TimelineEntry>& entries,
                           const std::function<const std::string&(const std::string&)>& text_of);

// The reasons of a comparison; spans count code points of the claim and of the passage.
[[nodiscard]] Json to_json(const std::vector<Reason>& reasons, const std::string& claim,
                           const std::string& passage);

}  // namespace whosaid::cli
