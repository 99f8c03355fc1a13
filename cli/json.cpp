#include "cli/json.hpp"

#include "cli/report/wording.hpp"
#include "core/terms.hpp"

#include <optional>
#include <unordered_map>

namespace whosaid::cli {
namespace {

Json span_json(Span span, const text::CodePoints& points) {
    return Json::array({points.at(span.begin), points.at(span.end)});
}

Json span_json(const std::optional<Span>& span, const text::CodePoints& points) {
    return span ? span_json(*span, points) : Json(nullptr);
}

Json spans_json(const std::vector<Span>& spans, const text::CodePoints& points) {
    Json out = Json::array();
    for (const Span span : spans)
        out.push_back(span_json(span, points));
    return out;
}

Json date_json(const std::optional<Date>& date) {
    return date ? Json(to_string(*date)) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json source_json(const Source& source, const text::CodePoints& points) {
    Json out;
    out["span"] = span_json(source.span, points);
    out["name"] = source.name;
    out["kind"] = term(source.kind);
    out["description"] = source.description;
    if (source.anonymity) {
        const Anonymity& anonymity = *source.anonymity;
        out["anonymity"] = {{"class", term(anonymity.group)},
                            {"number", anonymity.number == 0 ? Json(nullptr) : Json(anonymity.number)},
                            {"institution", text_or_null(anonymity.institution)},
                            {"access", text_or_null(anonymity.access)},
                            {"reason", text_or_null(anonymity.reason)}};
    }
    return out;
}

Json quantity_json(const Quantity& quantity, const text::CodePoints& points) {
    Json out{{"span", span_json(quantity.span, points)}, {"value", quantity.value}};
    if (quantity.upper) out["upper"] = *quantity.upper;
    out["unit"] = quantity.unit;
    out["comparison"] = term(quantity.comparison);
    return out;
}

Json reason_json(const Reason& reason, const text::CodePoints& claim, const text::CodePoints& passage) {
    return {{"slot", term(reason.slot)},
            {"claim", reason.claim},
            {"passage", reason.passage},
            {"agrees", reason.agrees},
            {"claim_span", span_json(reason.claim_span, claim)},
            {"passage_span", span_json(reason.passage_span, passage)}};
}

Json times_json(const std::vector<TimeExpression>& times, const text::CodePoints& points) {
    Json out = Json::array();
    for (const TimeExpression& time : times)
        out.push_back({{"span", span_json(time.span, points)}, {"value", time.value}});
    return out;
}

Json move_json(const Move& move) {
    return {{"move", term(move.kind)},
            {"from", text_or_null(move.from)},
            {"to", text_or_null(move.to)},
            {"since", text_or_null(move.since)},
            {"carrier", move.carrier}};
}

Json evidence_json(const Evidence& evidence, const text::CodePoints& claim, const text::CodePoints& article) {
    Json out{{"article", evidence.article},
             {"outlet", evidence.outlet},
             {"date", date_json(evidence.date)},
             {"title", evidence.title},
             {"url", text_or_null(evidence.url)},
             {"span", span_json(evidence.span, article)},
             {"text", evidence.text},
             {"stance", term(evidence.stance)},
             {"score", evidence.score},
             {"origin", evidence.origin},
             {"anonymous_origin", evidence.anonymous_origin},
             {"reliability", std::string(1, evidence.reliability)},
             {"source", source_json(evidence.source, article)},
             {"certainty", term(evidence.certainty)},
             {"copy_of", evidence.copy_of ? Json(*evidence.copy_of) : Json(nullptr)},
             {"reasons", Json::array()}};
    for (const Reason& reason : evidence.reasons)
        out["reasons"].push_back(reason_json(reason, claim, article));
    return out;
}

// Code points of the articles that evidence is from, counted once each.
class ArticlePoints {
  public:
    explicit ArticlePoints(const std::function<const std::string&(const std::string&)>& text_of)
        : text_of_(text_of) {}
    const text::CodePoints& of(const std::string& id) {
        auto found = points_.find(id);
        if (found == points_.end()) found = points_.emplace(id, text::CodePoints(text_of_(id))).first;
        return found->second;
    }

  private:
    const std::function<const std::string&(const std::string&)>& text_of_;
    std::unordered_map<std::string, text::CodePoints> points_;
};

}  // namespace

Json document() {
    return {{"schema", json_schema_id}};
}

std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string json_text(const Json& json, bool one_line) {
    return dump(json, one_line ? -1 : 2) + "\n";
}

Json to_json(const Claim& claim, std::size_t number, const std::string& text,
             const text::CodePoints& points) {
    std::string content;
    for (const Span span : claim.content) {
        if (!content.empty()) content += ' ';
        content += span.of(text);
    }
    Json out{{"id", claim_id(number)},
             {"text", content},
             {"content", spans_json(claim.content, points)},
             {"source", source_json(claim.source, points)},
             {"recipient", nullptr},
             {"cue", spans_json(claim.cue, points)},
             {"cue_class", term(claim.cue_class)},
             {"form", term(claim.form)},
             {"certainty", term(claim.certainty)},
             {"polarity", term(claim.polarity)},
             {"nested_in", claim.nested_in ? Json(claim_id(*claim.nested_in)) : Json(nullptr)},
             {"confidence", claim.confidence},
             {"times", times_json(claim.times, points)},
             {"quantities", Json::array()},
             {"entities", Json::array()}};
    if (claim.recipient) {
        out["recipient"] = {{"span", span_json(claim.recipient->span, points)},
                            {"name", claim.recipient->name}};
    }
    for (const Quantity& quantity : claim.quantities)
        out["quantities"].push_back(quantity_json(quantity, points));
    for (const Entity& entity : claim.entities) {
        out["entities"].push_back(
            {{"span", span_json(entity.span, points)}, {"name", entity.name}, {"type", term(entity.type)}});
    }
    return out;
}

Json piece_json(Span span, const std::string& text, const text::CodePoints& points) {
    return {{"span", span_json(span, points)}, {"text", span.of(text)}};
}

Json claims_json(const Article& article, const std::vector<Claim>& claims, bool explain) {
    const text::CodePoints points(article.text);
    Json out = document();
    out["id"] = article.id;
    out["outlet"] = article.outlet;
    out["date"] = date_json(article.date);
    out["title"] = article.title;
    out["claims"] = Json::array();
    for (std::size_t i = 0; i < claims.size(); ++i) {
        Json claim = to_json(claims[i], i, article.text, points);
        if (explain) {
            const Decision& d = claims[i].decision;
            claim["explanation"] = {
                {"cue", d.cue}, {"content", d.content}, {"source", d.source}, {"certainty", d.certainty}};
        }
        out["claims"].push_back(std::move(claim));
    }
    return out;
}

Json to_json(const Article& article) {
    Json out = document();
    out["id"] = article.id;
    out["outlet"] = article.outlet;
    out["date"] = date_json(article.date);
    out["title"] = article.title;
    out["url"] = text_or_null(article.url);
    out["author"] = text_or_null(article.author);
    out["text"] = article.text;
    return out;
}

Json to_json(const std::vector<Reason>& reasons, const std::string& claim, const std::string& passage) {
    const text::CodePoints claim_points(claim);
    const text::CodePoints passage_points(passage);
    Json out = Json::array();
    for (const Reason& reason : reasons)
        out.push_back(reason_json(reason, claim_points, passage_points));
    return out;
}

Json notes_json(const Verification& verification) {
    Json out = Json::array();
    for (const ClaimNote note : verification.notes)
        out.push_back({{"note", term(note)}, {"text", note_sentence(note, verification)}});
    return out;
}

Json to_json(const Verification& verification,
             const std::function<const std::string&(const std::string&)>& text_of) {
    const text::CodePoints claim(verification.text);
    ArticlePoints articles(text_of);
    Json out = document();
    out["id"] = verification.id;
    out["text"] = verification.text;
    out["as_of"] = date_json(verification.as_of);
    out["verdict"] = term(verification.verdict);
    out["origins_for"] = verification.origins_for;
    out["origins_against"] = verification.origins_against;
    out["named_origins"] = verification.named_origins;
    out["anonymous_origins"] = verification.anonymous_origins;
    out["highest_certainty"] =
        verification.highest_certainty ? Json(term(*verification.highest_certainty)) : Json(nullptr);
    out["grade"] = verification.grade;
    out["coverage"] = verification.coverage;
    out["evidence"] = Json::array();
    for (const Evidence& evidence : verification.evidence)
        out["evidence"].push_back(evidence_json(evidence, claim, articles.of(evidence.article)));
    return out;
}

Json to_json(const Verification& verification, const std::vector<TimelineEntry>& entries,
             const std::function<const std::string&(const std::string&)>& text_of) {
    const text::CodePoints claim(verification.text);
    ArticlePoints articles(text_of);
    Json out = document();
    out["text"] = verification.text;
    out["as_of"] = date_json(verification.as_of);
    out["coverage"] = verification.coverage;
    out["notes"] = notes_json(verification);
    out["timeline"] = Json::array();
    for (const TimelineEntry& entry : entries) {
        const text::CodePoints& points = articles.of(entry.evidence.article);
        Json each = evidence_json(entry.evidence, claim, points);
        each["times"] = times_json(entry.times, points);
        each["moves"] = Json::array();
        for (const Move& move : entry.moves)
            each["moves"].push_back(move_json(move));
        out["timeline"].push_back(std::move(each));
    }
    return out;
}

}  // namespace whosaid::cli
