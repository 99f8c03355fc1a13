// ninjs 1.x, where a headline and each body is a member by itself, and 2.x and 3.x, where they are lists and
// names have capitals: both are taken from any version, and names in any case.
#include "corpus/ninjs.hpp"

#include "core/text/characters.hpp"
#include "corpus/markup_text.hpp"
#include "corpus/particulars.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whosaid::corpus {
namespace {

using nlohmann::json;

constexpr auto members = std::to_array<std::string_view>(
    {"altids", "associations", "by", "byline", "contentcreated", "copyrightholder", "extra", "firstcreated",
     "guid", "infosource", "infosources", "profile", "provider", "pubstatus", "source", "title", "type",
     "uri", "versioncreated"});

bool is_read(const std::string& name) {
    return std::ranges::find(members, name) != members.end() || name.starts_with("bod") ||
           name.starts_with("headline");
}

// Only what is read becomes a tree, and no more of it than any item needs.
json tree_of(const std::string& object) {
    constexpr std::size_t most_values = 1'000'000;
    std::size_t values = 0;
    return json::parse(
        object,
        [&](int depth, json::parse_event_t event, json& value) {
            if (event == json::parse_event_t::key)
                return depth > 1 || is_read(text::lower(value.get_ref<const std::string&>()));
            return ++values <= most_values;
        },
        false);
}

// The member of that name in lower case; null where there is none.
const json& member(const json& object, std::string_view name) {
    static const json none;
    if (!object.is_object()) return none;
    for (const auto& [key, value] : object.items()) {
        if (text::lower(key) == name) return value;
    }
    return none;
}

// A string, the name of an object, or that of the first of a list.
std::string words(const json& value) {
    if (value.is_string()) return one_line(value.get_ref<const std::string&>());
    if (value.is_array() && !value.empty()) return words(value.front());
    if (!value.is_object()) return {};
    return first_filled(
        {words(member(value, "name")), words(member(value, "value")), words(member(value, "literal"))});
}

struct Body {
    std::string type;  // what its name or its content type say
    const std::string* text = nullptr;
};

// Those in markup first, since plain ones lose paragraphs.
std::vector<Body> bodies(const json& item) {
    std::vector<Body> out;
    const auto add = [&](std::string type, const json& value) {
        if (value.is_string()) out.push_back({std::move(type), &value.get_ref<const std::string&>()});
    };
    for (const auto& [key, value] : item.items()) {
        const std::string name = text::lower(key);
        if (name.starts_with("body")) add(name, value);
        if (name != "bodies" || !value.is_array()) continue;
        for (const json& each : value)
            add(first_filled({words(member(each, "contenttype")), words(member(each, "role"))}),
                member(each, "value"));
    }
    std::stable_partition(out.begin(), out.end(),
                          [](const Body& each) { return is_markup(each.type, *each.text); });
    return out;
}

std::string title_of(const json& item) {
    const json& list = member(item, "headlines");
    if (list.is_array()) {
        for (const json& each : list) {
            if (words(member(each, "role")) == "main") return words(member(each, "value"));
        }
    }
    std::string any;
    for (const auto& [key, value] : item.items()) {
        if (any.empty() && text::lower(key).starts_with("headline")) any = words(value);
    }
    return first_filled({words(member(item, "headline")), any, words(member(item, "title"))});
}

Result<std::string> text_of(const json& item) {
    for (const Body& body : bodies(item)) {
        Result<std::string> text = body_text(body.type, *body.text);
        if (!text || !is_blank(*text)) return text;
    }
    return {};
}

Result<std::string> reported_text(const json& item) {
    for (const Body& body : bodies(item)) {
        pugi::xml_document tree;
        if (const Result<void> loaded = load_html(tree, *body.text); !loaded)
            return tl::unexpected(loaded.error());
        std::string text = text_of_class(tree, article_paragraph);
        if (!is_blank(text)) return text;
    }
    return {};
}

// The particulars: of 1.x in `extra`, of 3.1 those of the item that is associated as the article.
Article reported_article(const json& item) {
    Article out;
    const json& extra = member(item, "extra");
    if (extra.is_object()) {
        for (const auto& [name, value] : extra.items())
            set_particular(out, name, words(value));
        return out;
    }
    for (const json& each : member(item, "associations")) {
        if (words(member(each, "rel")) != "article") continue;
        for (const json& id : member(each, "altids"))
            set_particular(out, words(member(id, "role")), words(member(id, "value")));
        out.outlet = words(member(each, "infosources"));
        out.title = title_of(each);
        out.author = words(member(each, "by"));
        out.date = parse_date(words(member(each, "contentcreated")));
    }
    return out;
}

}  // namespace

bool is_ninjs_member(std::string_view name) {
    const std::string lower = text::lower(name);
    constexpr std::array<std::string_view, 5> telling{"uri", "bodies", "versioncreated", "pubstatus",
                                                      "headlines"};
    return std::ranges::find(telling, lower) != telling.end() || lower.starts_with("body_");
}

Result<std::optional<Article>> ninjs_article(const std::string& object, std::uint64_t line,
                                             Findings& findings) {
    const json item = tree_of(object);
    const std::string status = words(member(item, "pubstatus"));
    if (is_withdrawn(status)) {
        findings.warn(fmt::format("its status is \"{}\"", status), left_out, line);
        return std::nullopt;
    }
    const bool report = words(member(item, "profile")) == claim_report;
    Result<std::string> text = report ? reported_text(item) : text_of(item);
    if (!text) return tl::unexpected(findings.error(text.error().message, left_out, line));
    if (is_blank(*text)) {
        const std::string type = words(member(item, "type"));
        if (!report && !type.empty() && type != "text") return std::nullopt;
        return tl::unexpected(findings.error(report ? no_article_text : no_text, left_out, line));
    }
    Article out;
    if (report) {
        out = reported_article(item);
    } else {
        out.id = first_filled({words(member(item, "uri")), words(member(item, "guid"))});
        out.url = address_of(out.id);
        out.outlet = first_filled({words(member(item, "source")), words(member(item, "provider")),
                                   words(member(item, "copyrightholder")), words(member(item, "infosources")),
                                   words(member(item, "infosource"))});
        out.title = title_of(item);
        out.author = author_of(first_filled({words(member(item, "byline")), words(member(item, "by"))}));
        out.date = findings.date(
            first_filled({words(member(item, "versioncreated")), words(member(item, "contentcreated")),
                          words(member(item, "firstcreated"))}),
            line);
    }
    if (out.id.empty()) out.id = findings.id_for(line);
    out.text = std::move(*text);
    return out;
}

}  // namespace whosaid::corpus
