#include "cli/schema/json_schema.hpp"

namespace whosaid::cli {

// Every document is one of those listed under "oneOf"; what a list of --format json holds has no "schema" of
// its own, so the bodies stand under "$defs" without it.
std::string_view json_schema() {
    return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:whosaid:schema:1",
  "title": "whosaid/1",
  "description": "Every JSON document, and each line of JSON Lines, that whosaid writes. Spans are [start, end) in Unicode code points of the text they stand in. Readers should pass over members they do not know.",
  "type": "object",
  "required": ["schema"],
  "properties": {"schema": {"const": "whosaid/1"}},
  "oneOf": [
    {"title": "read --format jsonl", "$ref": "#/$defs/article"},
    {"title": "claims --format jsonl", "$ref": "#/$defs/article_claims"},
    {"title": "verify", "$ref": "#/$defs/verification"},
    {"title": "timeline", "$ref": "#/$defs/timeline"},
    {"title": "compare", "$ref": "#/$defs/comparison"},
    {"title": "copies --format jsonl", "$ref": "#/$defs/copy_group"},
    {"title": "search --format jsonl", "$ref": "#/$defs/search_hit"},
    {"title": "read --format json, claims --format json", "required": ["articles"], "properties": {
      "articles": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/article"}, {"$ref": "#/$defs/article_claims"}]}}}},
    {"title": "verify --claims --format json", "required": ["verifications"], "not": {"required": ["article"]}, "properties": {
      "verifications": {"type": "array", "items": {"$ref": "#/$defs/verification"}}}},
    {"title": "compare --pairs --format json", "required": ["comparisons"], "properties": {
      "comparisons": {"type": "array", "items": {"$ref": "#/$defs/comparison"}}}},
    {"title": "copies --format json", "required": ["groups"], "properties": {
      "groups": {"type": "array", "items": {"$ref": "#/$defs/copy_group"}}}},
    {"title": "search --format json", "required": ["query", "estimated_total", "hits"], "properties": {
      "query": {"type": "string"}, "estimated_total": {"$ref": "#/$defs/count"}, "explanation": {"type": "string"},
      "hits": {"type": "array", "items": {"$ref": "#/$defs/search_hit"}}}},
    {"title": "report --to json", "$ref": "#/$defs/report"},
    {"title": "export --since STATE", "$ref": "#/$defs/export_state"},
    {"title": "index", "$ref": "#/$defs/index_summary"},
    {"title": "info", "$ref": "#/$defs/index_info"}
  ],
  "$defs": {
    "count": {"type": "integer", "minimum": 0},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "text_or_null": {"type": ["string", "null"]},
    "date_or_null": {"type": ["string", "null"], "pattern": "^\\d{4}-\\d{2}-\\d{2}$"},
    "span": {"type": "array", "items": {"$ref": "#/$defs/count"}, "minItems": 2, "maxItems": 2},
    "span_or_null": {"oneOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]},
    "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
    "claim_id": {"type": "string", "pattern": "^c[1-9][0-9]*$"},
    "source_kind": {"enum": ["person", "organisation", "anonymous", "document", "media"]},
    "certainty": {"enum": ["confirmed", "asserted", "probable", "possible", "uncommitted"]},
    "stance": {"enum": ["supports", "contradicts", "discusses", "unrelated"]},
    "article": {
      "type": "object",
      "required": ["id", "outlet", "date", "title", "url", "author", "text"],
      "properties": {
        "id": {"type": "string"}, "outlet": {"type": "string"}, "date": {"$ref": "#/$defs/date_or_null"},
        "title": {"type": "string"}, "url": {"$ref": "#/$defs/text_or_null"},
        "author": {"$ref": "#/$defs/text_or_null"}, "text": {"type": "string"}}
    },
    "source": {
      "description": "Who says it; span is null in the outlet's own voice and where the article names nobody.",
      "type": "object",
      "required": ["span", "name", "kind", "description"],
      "properties": {
        "span": {"$ref": "#/$defs/span_or_null"}, "name": {"type": "string"},
        "kind": {"$ref": "#/$defs/source_kind"}, "description": {"type": "string"},
        "anonymity": {
          "type": "object",
          "required": ["class", "number", "institution", "access", "reason"],
          "properties": {
            "class": {"enum": ["diplomatic", "government", "military", "police", "medical", "company", "legal", "other"]},
            "number": {"type": ["integer", "null"], "minimum": 1},
            "institution": {"$ref": "#/$defs/text_or_null"}, "access": {"$ref": "#/$defs/text_or_null"},
            "reason": {"$ref": "#/$defs/text_or_null"}}}}
    },
    "piece": {
      "type": "object", "required": ["span", "text"],
      "properties": {"span": {"$ref": "#/$defs/span"}, "text": {"type": "string"}}
    },
    "times": {"type": "array", "items": {
      "type": "object", "required": ["span", "value"],
      "properties": {"span": {"$ref": "#/$defs/span"},
                     "value": {"description": "ISO 8601, coarse ones as 2026-02, 2026-W05, 2026-Q1; intervals a/b",
                               "type": "string"}}}},
    "claim": {
      "type": "object",
      "required": ["id", "text", "content", "source", "recipient", "cue", "cue_class", "form", "certainty", "polarity",
                   "nested_in", "confidence", "times", "quantities", "entities"],
      "properties": {
        "id": {"$ref": "#/$defs/claim_id"},
        "text": {"description": "the pieces of the content, joined by spaces", "type": "string"},
        "content": {"$ref": "#/$defs/spans"},
        "source": {"$ref": "#/$defs/source"},
        "recipient": {"oneOf": [{"type": "null"}, {
          "type": "object", "required": ["span", "name"],
          "properties": {"span": {"$ref": "#/$defs/span"}, "name": {"type": "string"}}}]},
        "cue": {"$ref": "#/$defs/spans"},
        "cue_class": {"enum": ["speech", "writing", "thought", "intention"]},
        "form": {"enum": ["direct", "indirect", "mixed"]},
        "certainty": {"$ref": "#/$defs/certainty"},
        "polarity": {"enum": ["affirmed", "denied"]},
        "nested_in": {"oneOf": [{"$ref": "#/$defs/claim_id"}, {"type": "null"}]},
        "confidence": {"$ref": "#/$defs/share"},
        "times": {"$ref": "#/$defs/times"},
        "quantities": {"type": "array", "items": {
          "type": "object", "required": ["span", "value", "unit", "comparison"],
          "properties": {
            "span": {"$ref": "#/$defs/span"}, "value": {"type": ["number", "null"]}, "upper": {"type": ["number", "null"]},
            "unit": {"type": "string"},
            "comparison": {"enum": ["exactly", "about", "at-least", "at-most", "more-than", "less-than", "between"]}}}},
        "entities": {"type": "array", "items": {
          "type": "object", "required": ["span", "name", "type"],
          "properties": {"span": {"$ref": "#/$defs/span"}, "name": {"type": "string"},
                         "type": {"enum": ["person", "organisation", "place", "other"]}}}},
        "explanation": {
          "description": "claims --explain: the lexicon's entry, the frame of the content, the step that named the source, the rule of the certainty; all empty in the outlet's own voice",
          "type": "object", "required": ["cue", "content", "source", "certainty"],
          "properties": {"cue": {"type": "string"}, "content": {"type": "string"}, "source": {"type": "string"},
                         "certainty": {"type": "string"}}}}
    },
    "article_claims": {
      "type": "object",
      "required": ["id", "outlet", "date", "title", "claims"],
      "properties": {
        "id": {"type": "string"}, "outlet": {"type": "string"}, "date": {"$ref": "#/$defs/date_or_null"},
        "title": {"type": "string"}, "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}}}
    },
    "reason": {
      "description": "One slot in which claim and passage agree or differ, in the words of both.",
      "type": "object",
      "required": ["slot", "claim", "passage", "agrees"],
      "properties": {
        "slot": {"enum": ["number", "date", "place", "actor", "role", "polarity", "status", "quantity-direction", "wording"]},
        "claim": {"type": "string"}, "passage": {"type": "string"}, "agrees": {"type": "boolean"},
        "claim_span": {"$ref": "#/$defs/span_or_null"}, "passage_span": {"$ref": "#/$defs/span_or_null"}}
    },
    "evidence": {
      "type": "object",
      "required": ["article", "outlet", "date", "title", "url", "span", "text", "stance", "score", "origin", "source",
                   "certainty", "copy_of", "reasons"],
      "properties": {
        "article": {"type": "string"}, "outlet": {"type": "string"}, "date": {"$ref": "#/$defs/date_or_null"},
        "title": {"type": "string"}, "url": {"$ref": "#/$defs/text_or_null"}, "span": {"$ref": "#/$defs/span"},
        "text": {"type": "string"}, "stance": {"enum": ["supports", "contradicts", "discusses"]},
        "score": {"$ref": "#/$defs/share"},
        "origin": {"description": "who the information goes back to", "type": "string"},
        "anonymous_origin": {"description": "its independence cannot be shown", "type": "boolean"},
        "reliability": {"description": "of the origin, by the desk's own file: Admiralty; F where it has no entry",
                        "enum": ["A", "B", "C", "D", "E", "F"]},
        "source": {"$ref": "#/$defs/source"}, "certainty": {"$ref": "#/$defs/certainty"},
        "copy_of": {"description": "the article whose copy this one carries", "$ref": "#/$defs/text_or_null"},
        "reasons": {"type": "array", "items": {"$ref": "#/$defs/reason"}}}
    },
    "notes": {
      "type": "array", "items": {
        "type": "object", "required": ["note", "text"],
        "properties": {
          "note": {"enum": ["question", "order", "no-statement", "several-claims", "foreign-language", "future", "opinion"]},
          "text": {"description": "for people: what is the matter, and what to do", "type": "string"}}}
    },
    "verification": {
      "type": "object",
      "required": ["id", "text", "as_of", "verdict", "origins_for", "origins_against", "highest_certainty", "grade",
                   "coverage", "evidence"],
      "properties": {
        "id": {"type": "string"}, "text": {"type": "string"}, "as_of": {"$ref": "#/$defs/date_or_null"},
        "verdict": {"enum": ["corroborated", "single-source", "disputed", "contradicted", "unsupported"]},
        "origins_for": {"$ref": "#/$defs/count"}, "origins_against": {"$ref": "#/$defs/count"},
        "named_origins": {"$ref": "#/$defs/count"}, "anonymous_origins": {"$ref": "#/$defs/count"},
        "highest_certainty": {"oneOf": [{"$ref": "#/$defs/certainty"}, {"type": "null"}]},
        "grade": {"description": "Admiralty: reliability of the source, credibility of the information",
                  "type": "string", "pattern": "^[A-F][1-6]$"},
        "coverage": {"description": "complete, or what part of the index could not be asked, or that its articles end before as_of or begin after it; unsupported then tells nothing",
                     "type": "string"},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
        "notes": {"description": "verify: what keeps the text from being one claim that articles could settle",
                  "$ref": "#/$defs/notes"},
        "parts": {"description": "verify: where the text is several claims, each by itself", "type": "array",
                  "items": {"$ref": "#/$defs/verification"}, "minItems": 2},
        "searched_for": {"description": "with --explain", "type": "array", "items": {
          "type": "object", "required": ["word", "variants", "weight"],
          "properties": {"word": {"type": "string"}, "variants": {"type": "array", "items": {"type": "string"}},
                         "weight": {"type": "number"}}}},
        "compared_with": {"description": "with --explain: ids of articles", "type": "array", "items": {"type": "string"}}}
    },
    "timeline": {
      "type": "object",
      "required": ["text", "as_of", "coverage", "timeline"],
      "properties": {
        "text": {"type": "string"}, "as_of": {"$ref": "#/$defs/date_or_null"}, "coverage": {"type": "string"},
        "notes": {"$ref": "#/$defs/notes"},
        "timeline": {
          "description": "the evidence in order of publication",
          "type": "array", "items": {"$ref": "#/$defs/evidence", "required": ["times", "moves"], "properties": {
            "times": {"$ref": "#/$defs/times"},
            "moves": {"type": "array", "items": {
              "type": "object", "required": ["move", "from", "to", "since", "carrier"],
              "properties": {
                "move": {"enum": ["first-report", "hardened", "softened", "reversed", "date-changed"]},
                "from": {"description": "certainties, stances or times; null for first-report", "$ref": "#/$defs/text_or_null"},
                "to": {"$ref": "#/$defs/text_or_null"},
                "since": {"description": "the article that the earlier passage is in", "$ref": "#/$defs/text_or_null"},
                "carrier": {"description": "surely the carrier's doing: a copy's, or its own words beside those of its source",
                            "type": "boolean"}}}}}}}}
    },
    "comparison": {
      "type": "object",
      "required": ["id", "stance", "score", "reasons"],
      "properties": {
        "id": {"type": "string"}, "stance": {"$ref": "#/$defs/stance"}, "score": {"$ref": "#/$defs/share"},
        "reasons": {"type": "array", "items": {"$ref": "#/$defs/reason"}}}
    },
    "copy_group": {
      "type": "object",
      "required": ["group", "evidence"],
      "properties": {
        "group": {"description": "ids of articles, the original first", "type": "array", "items": {"type": "string"}, "minItems": 2},
        "evidence": {"type": "array", "items": {
          "type": "object", "required": ["article", "first", "shared", "credit"],
          "properties": {
            "article": {"type": "string"}, "first": {"type": "string"}, "shared": {"$ref": "#/$defs/share"},
            "credit": {"$ref": "#/$defs/text_or_null"},
            "credit_line": {"description": "with --explain: the credit as it is written, and in which article",
                            "oneOf": [{"type": "null"}, {"$ref": "#/$defs/piece", "required": ["article"]}]},
            "passages": {
              "description": "with --explain: the longest that both have word for word; text and span are the copy's",
              "type": "array", "items": {"$ref": "#/$defs/piece", "required": ["first_span", "words"], "properties": {
                "first_span": {"$ref": "#/$defs/span"}, "words": {"$ref": "#/$defs/count"}}}},
            "adds": {"description": "with --explain: sentences of the copy alone",
                     "type": "array", "items": {"$ref": "#/$defs/piece"}},
            "leaves_out": {"description": "with --explain: sentences of the first alone",
                           "type": "array", "items": {"$ref": "#/$defs/piece"}}}}}}
    },
    "search_hit": {
      "type": "object",
      "required": ["article", "outlet", "date", "title", "url", "weight"],
      "properties": {
        "article": {"type": "string"}, "outlet": {"type": "string"}, "date": {"$ref": "#/$defs/date_or_null"},
        "title": {"type": "string"}, "url": {"$ref": "#/$defs/text_or_null"}, "weight": {"type": "number"},
        "claim": {"$ref": "#/$defs/claim"}, "snippet": {"type": "string"}}
    },
    "report": {
      "type": "object",
      "required": ["article", "claims", "verifications", "run"],
      "properties": {
        "article": {"$ref": "#/$defs/article"},
        "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}},
        "verifications": {"description": "one a claim, in the same order", "type": "array",
                          "items": {"$ref": "#/$defs/verification"}},
        "run": {
          "type": "object",
          "required": ["program", "index_schema", "revision", "articles", "made_at", "options", "lexicon", "model"],
          "properties": {
            "program": {"type": "string"}, "index_schema": {"type": "string"}, "revision": {"$ref": "#/$defs/count"},
            "articles": {"$ref": "#/$defs/count"}, "made_at": {"type": "string"},
            "options": {"type": "array", "items": {"type": "string"}},
            "lexicon": {"description": "digest of the cues in use", "type": "string", "pattern": "^fnv1a64:[0-9a-f]{16}$"},
            "model": {"description": "digest of the models in the program", "type": "string",
                      "pattern": "^sha256:[0-9a-f]{64}$"}}}}
    },
    "export_state": {
      "description": "What went out to a folder or in packages: for each article's id a digest of the article as it was.",
      "type": "object",
      "required": ["to", "sent"],
      "properties": {"to": {"type": "string"}, "sent": {"type": "object"}}
    },
    "index_summary": {
      "type": "object",
      "required": ["index", "articles", "claims", "unchanged", "unreadable", "words", "text_bytes", "interrupted"],
      "properties": {
        "index": {"type": "string"}, "articles": {"$ref": "#/$defs/count"}, "claims": {"$ref": "#/$defs/count"},
        "unchanged": {"$ref": "#/$defs/count"}, "unreadable": {"$ref": "#/$defs/count"},
        "words": {"$ref": "#/$defs/count"}, "text_bytes": {"$ref": "#/$defs/count"}, "interrupted": {"type": "boolean"}}
    },
    "index_info": {
      "type": "object",
      "required": ["index", "index_schema", "generator", "articles", "claims", "bytes", "revision", "first_date",
                   "last_date", "outlets"],
      "properties": {
        "index": {"type": "array", "items": {"type": "string"}}, "index_schema": {"type": "string"},
        "generator": {"type": "string"}, "articles": {"$ref": "#/$defs/count"}, "claims": {"$ref": "#/$defs/count"},
        "bytes": {"$ref": "#/$defs/count"}, "revision": {"$ref": "#/$defs/count"},
        "first_date": {"$ref": "#/$defs/date_or_null"}, "last_date": {"$ref": "#/$defs/date_or_null"},
        "outlets": {"type": "array", "items": {
          "type": "object", "required": ["outlet", "articles"],
          "properties": {"outlet": {"type": "string"}, "articles": {"$ref": "#/$defs/count"}}}}}
    }
  }
}
)json";
}

}  // namespace whosaid::cli
