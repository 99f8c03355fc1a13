// What the readers of the newsroom forms read alike: who wrote it, where it stands, what must not be used,
// and our own claim reports.
//
// A claim report, as `whosaid export` writes it in these forms, is read as the article it reports on. The
// item says that it is one, has the article's particulars under names that begin with "article", and the
// article's own paragraphs with a class of their own among those of the report.
#pragma once

#include "core/article.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace whosaid::corpus {

inline constexpr std::string_view claim_report = "claim-report";  // the item's scope, keyword or profile
inline constexpr std::string_view article_paragraph = "article";  // the class of the article's paragraphs
inline constexpr const char* no_article_text = "it is a claim report without the text of its article";
inline constexpr const char* no_text = "it has no text";
inline constexpr const char* left_out = "the article is left out";

// Sets the particular that a report names so: "article" (the id), "article-outlet", "article-date",
// "article-title", "article-url", "article-author", also with "_". Other names mean nothing.
void set_particular(Article& article, std::string_view name, const std::string& value);

// The first that is not empty; empty where all are.
[[nodiscard]] std::string first_filled(std::initializer_list<std::string> candidates);
// A publication status as IPTC names it ("stat:canceled", "withheld") of what must not be used.
[[nodiscard]] bool is_withdrawn(std::string_view status);
// "usable" of "stat:usable".
[[nodiscard]] std::string_view code_of(std::string_view qcode);
// A byline without the "By" before the name.
[[nodiscard]] std::string author_of(std::string_view byline);
// An id that is an address on the web, as many items have it; else nothing.
[[nodiscard]] std::string address_of(std::string_view id);

}  // namespace whosaid::corpus
