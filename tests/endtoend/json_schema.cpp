#include "tests/endtoend/json_schema.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string_view>

namespace whosaid::endtoend {
namespace {

using nlohmann::json;

bool has_type(const json& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
}

bool has_one_type(const json& value, const json& types) {
    if (types.is_string()) return has_type(value, types.get_ref<const std::string&>());
    return std::ranges::any_of(
        types, [&](const json& type) { return has_type(value, type.get_ref<const std::string&>()); });
}

// Keywords that look at the value alone: whether it keeps to `rule`. As JSON Schema 2020-12 has it, they bind
// only values of the type that they are about.
using Check = bool (*)(const json& value, const json& rule);
const std::map<std::string, Check> checks{
    {"type", has_one_type},
    {"const", [](const json& value, const json& rule) { return value == rule; }},
    {"enum",
     [](const json& value, const json& rule) { return std::ranges::find(rule, value) != rule.end(); }},
    {"pattern",
     [](const json& value, const json& rule) {
         return !value.is_string() ||
                std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
     }},
    {"minimum", [](const json& value, const json& rule) { return !value.is_number() || value >= rule; }},
    {"maximum", [](const json& value, const json& rule) { return !value.is_number() || value <= rule; }},
    {"minItems",
     [](const json& value, const json& rule) { return !value.is_array() || value.size() >= rule; }},
    {"maxItems",
     [](const json& value, const json& rule) { return !value.is_array() || value.size() <= rule; }},
    {"required",
     [](const json& value, const json& rule) {
         return !value.is_object() || std::ranges::all_of(rule, [&](const json& name) {
             return value.contains(name.get_ref<const std::string&>());
         });
     }},
};

// "format" is one too, as the standard has it: those who care check dates and addresses themselves.
constexpr std::array<std::string_view, 9> annotations{
    "$schema", "$id", "id", "title", "description", "$defs", "definitions", "format", "description_old"};

class Validator {
  public:
    explicit Validator(const json& root) : root_(root) {}

    [[nodiscard]] std::string check(const json& value, const json& schema, const std::string& path) const {
        for (const auto& [keyword, rule] : schema.items()) {
            if (std::string problem = kept(keyword, value, rule, schema, path); !problem.empty())
                return problem;
        }
        return {};
    }

  private:
    [[nodiscard]] std::string kept(const std::string& keyword, const json& value, const json& rule,
                                   const json& schema, const std::string& path) const {
        if (std::ranges::find(annotations, keyword) != annotations.end()) return {};
        if (const auto found = checks.find(keyword); found != checks.end()) {
            if (found->second(value, rule)) return {};
            return path + ": " + value.dump().substr(0, 200) + " breaks " + keyword + " " + rule.dump();
        }
        if (keyword == "$ref") return check(value, target(rule), path);
        if (keyword == "not")
            return check(value, rule, path).empty() ? path + ": is what it must not be" : "";
        if (keyword == "oneOf" || keyword == "anyOf") return some(keyword == "oneOf", value, rule, path);
        if (keyword == "properties") return members(value, rule, path);
        if (keyword == "patternProperties") return members_like(value, rule, path);
        if (keyword == "additionalProperties" || keyword == "unevaluatedProperties")
            return others(keyword, value, rule, schema, path);
        if (keyword == "items") return items(value, rule, path);
        return path + ": the keyword " + keyword + " is not known here";
    }

    [[nodiscard]] std::string some(bool exactly_one, const json& value, const json& schemas,
                                   const std::string& path) const {
        std::size_t fitting = 0;
        std::string problems;
        for (const json& each : schemas) {
            const std::string problem = check(value, each, path);
            if (problem.empty()) ++fitting;
            problems.append("\n  ").append(each.value("title", "")).append(" ").append(problem);
        }
        if (fitting == 1 || (fitting > 1 && !exactly_one)) return {};
        return path + ": fits " + std::to_string(fitting) + " of:" + problems;
    }

    [[nodiscard]] std::string members(const json& value, const json& schemas, const std::string& path) const {
        if (!value.is_object()) return {};
        for (const auto& [name, each] : schemas.items()) {
            if (!value.contains(name)) continue;
            std::string place = path;
            place.append("/").append(name);
            if (std::string problem = check(value[name], each, place); !problem.empty()) return problem;
        }
        return {};
    }

    [[nodiscard]] std::string members_like(const json& value, const json& schemas,
                                           const std::string& path) const {
        if (!value.is_object()) return {};
        for (const auto& [pattern, each] : schemas.items()) {
            const std::regex like(pattern);
            for (const auto& [name, member] : value.items()) {
                if (!std::regex_search(name, like)) continue;
                std::string place = path;
                place.append("/").append(name);
                if (std::string problem = check(member, each, place); !problem.empty()) return problem;
            }
        }
        return {};
    }

    // Whether `schema` says anything of a member of this name: beside the keyword, and for
    // unevaluatedProperties also behind its reference.
    [[nodiscard]] bool speaks_of(const std::string& name, const json& schema, bool through_reference) const {
        if (schema.contains("properties") && schema["properties"].contains(name)) return true;
        if (schema.contains("patternProperties")) {
            for (const auto& [pattern, each] : schema["patternProperties"].items()) {
                if (std::regex_search(name, std::regex(pattern))) return true;
            }
        }
        return through_reference && schema.contains("$ref") && speaks_of(name, target(schema["$ref"]), true);
    }

    [[nodiscard]] std::string others(const std::string& keyword, const json& value, const json& rule,
                                     const json& schema, const std::string& path) const {
        if (!value.is_object() || rule == true) return {};
        if (rule != false) return path + ": " + keyword + " with a schema is not known here";
        for (const auto& [name, each] : value.items()) {
            if (speaks_of(name, schema, keyword == "unevaluatedProperties")) continue;
            std::string problem = path;
            return problem.append(": ")
                .append(name)
                .append(" is no member that ")
                .append(keyword)
                .append(" allows");
        }
        return {};
    }

    [[nodiscard]] const json& target(const json& reference) const {
        return root_.at(json::json_pointer(reference.get<std::string>().substr(1)));  // without its "#"
    }

    [[nodiscard]] std::string items(const json& value, const json& schema, const std::string& path) const {
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
            if (std::string problem = check(value[i], schema, path + "/" + std::to_string(i));
                !problem.empty())
                return problem;
        }
        return {};
    }

    const json& root_;
};

}  // namespace

std::string violation(const json& value, const json& schema) {
    return Validator(schema).check(value, schema, "");
}

}  // namespace whosaid::endtoend
