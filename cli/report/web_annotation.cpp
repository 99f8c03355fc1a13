// W3C Web Annotations, a collection in one page: where in the article each claim stands and who says it, and
// beside it what the report says. Positions count code points of the article's text as `whosaid read` gives
// it.
#include "cli/claim_id.hpp"
#include "cli/json.hpp"
#include "cli/report/item.hpp"
#include "cli/report/links.hpp"
#include "cli/report/sentences.hpp"
#include "cli/report/wording.hpp"
#include "cli/report/xml_text.hpp"
#include "core/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::uint32_t context = 32;  // code points quoted before and after a span

// The article's text, and where in it spans stand.
class Target {
  public:
    Target(const Report& report, const Vocabulary& vocabulary)
        : text_(report.article.text),
          points_(report.article.text),
          source_(safe_href(report.article.url).value_or(vocabulary.term("article", report.article.id))) {}

    [[nodiscard]] Json of(Span span) const {
        const std::uint32_t start = points_.at(span.begin);
        const std::uint32_t end = points_.at(span.end);
        const std::uint32_t before = points_.byte(start - std::min(start, context));
        const std::uint32_t after = points_.byte(std::min(end + context, points_.size()));
        return {
            {"source", source_},
            {"selector", Json::array({{{"type", "TextQuoteSelector"},
                                       {"exact", words({span.begin, span.end})},
                                       {"prefix", words({before, span.begin})},
                                       {"suffix", words({span.end, after})}},
                                      {{"type", "TextPositionSelector"}, {"start", start}, {"end", end}}})}};
    }
    [[nodiscard]] Json of(const std::vector<Span>& spans) const {
        Json out = Json::array();
        for (const Span span : spans)
            out.push_back(of(span));
        return out;
    }

  private:
    [[nodiscard]] std::string words(Span span) const { return xml_characters(span.of(text_)); }

    std::string_view text_;
    text::CodePoints points_;
    std::string source_;
};

Json textual(std::string_view purpose, const std::string& words) {
    return {{"type", "TextualBody"},
            {"purpose", purpose},
            {"format", "text/plain"},
            {"language", language},
            {"value", words}};
}

Json annotation(const std::string& id, const char* motivation, Json body, Json target) {
    return {{"id", id},
            {"type", "Annotation"},
            {"motivation", motivation},
            {"body", std::move(body)},
            {"target", std::move(target)}};
}

Json claim_body(const Report& report, std::size_t index, const Vocabulary& vocabulary) {
    Json out = Json::array({textual("describing", verdict_words(report, index))});
    for (const Property& property : properties(report, index)) {
        // Codes that another thing lends, as the evidence its certainty, say nothing of the claim itself.
        if (property.kind != Property::Kind::code || property.name != property.scheme) continue;
        out.push_back({{"type", "SpecificResource"},
                       {"purpose", "classifying"},
                       {"source", vocabulary.term(property.scheme, property.value)}});
    }
    return out;
}

Json source_body(const Sources::Entry& source, const Vocabulary& vocabulary) {
    return Json::array({{{"type", "SpecificResource"},
                         {"purpose", "identifying"},
                         {"source", vocabulary.term("source", source.code)}},
                        textual("tagging", source.name)});
}

}  // namespace

std::string web_annotation_report(const Report& report, const NewsroomStyle& style) {
    const Identity item = identity(report, style.vocabulary);
    const Sources sources(report);
    const Target target(report, style.vocabulary);
    Json items = Json::array();
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
        const Claim& claim = report.claims[i];
        const std::string id = item.guid + "#" + claim_id(i);
        if (!claim.content.empty())
            items.push_back(annotation(id, "describing", claim_body(report, i, style.vocabulary),
                                       target.of(claim.content)));
        if (claim.source.span)
            items.push_back(annotation(id + "-source", "identifying",
                                       source_body(sources.of(i), style.vocabulary),
                                       target.of(*claim.source.span)));
    }
    Json run = Json::object();
    for (const auto& [name, value] : run_facts(report.run))
        run[fmt::format("whosaid:{}", name)] = value;
    const std::size_t total = items.size();
    const Json out{{"@context", Json::array({"http://www.w3.org/ns/anno.jsonld",
                                             {{"whosaid", style.vocabulary.scheme("property")}}})},
                   {"id", item.guid + "#annotations"},
                   {"type", "AnnotationCollection"},
                   {"label", headline(report.article)},
                   {"created", item.created},
                   {"generated", item.created},
                   {"generator", {{"type", "Software"}, {"name", xml_text(report.run.program)}}},
                   {"whosaid:version", std::to_string(item.version)},
                   {"whosaid:run", std::move(run)},
                   {"total", total},
                   {"first",
                    {{"id", item.guid + "#page-1"},
                     {"type", "AnnotationPage"},
                     {"startIndex", 0},
                     {"items", std::move(items)}}}};
    return json_text(out, style.one_line);
}

}  // namespace whosaid::cli
