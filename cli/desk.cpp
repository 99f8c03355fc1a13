#include "cli/desk.hpp"

#include "cli/options.hpp"
#include "core/corroboration/credits.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace whosaid::cli {
namespace {

constexpr auto tables = std::to_array<std::string_view>({"source", "publisher"});
constexpr auto source_keys = std::to_array<std::string_view>({"name", "aliases", "reliability"});
constexpr auto publisher_keys = std::to_array<std::string_view>({"name", "outlets"});

// Takes the file apart until something is wrong with it.
class DeskReader {
  public:
    explicit DeskReader(std::string file) : file_(std::move(file)) {}

    Result<corroboration::Desk> read(const toml::table& root) {
        known(root, tables, "the file");
        each_table(root, "source", [&](const toml::table& table) { source(table); });
        each_table(root, "publisher", [&](const toml::table& table) { publisher(table); });
        if (error_) return tl::unexpected(*error_);
        return std::move(desk_);
    }

  private:
    // The first that is wrong is told.
    void fail(const toml::source_region& where, std::string message, std::string hint) {
        if (!error_)
            error_ = {ErrorCode::usage, std::move(message), std::move(hint), file_, where.begin.line};
    }

    void known(const toml::table& table, std::span<const std::string_view> names, std::string_view what) {
        for (const auto& [key, value] : table) {
            if (std::find(names.begin(), names.end(), key.str()) != names.end()) continue;
            const std::string_view meant = nearest(key.str(), names);
            fail(key.source(), fmt::format("{} has no key \"{}\"", what, key.str()),
                 meant.empty() ? fmt::format("it may have {}", fmt::join(names, ", "))
                               : fmt::format("did you mean \"{}\"?", meant));
        }
    }

    template <class Read>
    void each_table(const toml::table& root, std::string_view name, const Read& read) {
        const toml::node* node = root.get(name);
        if (node == nullptr) return;
        const toml::array* array = node->as_array();
        if (array == nullptr || !array->is_homogeneous(toml::node_type::table)) {
            fail(node->source(), fmt::format("\"{}\" is not a list of tables", name),
                 fmt::format("begin each with a line [[{}]]", name));
            return;
        }
        for (const toml::node& each : *array)
            read(*each.as_table());
    }

    // A text with at least a letter or digit in it; empty where there is none.
    std::string text(const toml::node& node, std::string_view what) {
        const auto value = node.value_exact<std::string>();
        if (value && !corroboration::outlet_key(*value).empty()) return *value;
        fail(node.source(), fmt::format("{} is not a name", what), "write it between quotation marks");
        return {};
    }

    std::string name(const toml::table& table, std::string_view what) {
        const toml::node* node = table.get("name");
        if (node != nullptr) return text(*node, "\"name\"");
        fail(table.source(), fmt::format("a {} without a name", what), "add a line: name = \"...\"");
        return {};
    }

    // The names under `key`, none of them in `seen` yet.
    using Seen = std::map<std::string, toml::source_index>;
    std::vector<std::string> names(const toml::table& table, std::string_view key, Seen& seen) {
        std::vector<std::string> out;
        const toml::node* node = table.get(key);
        if (node == nullptr) return out;
        const toml::array* array = node->as_array();
        if (array == nullptr) {
            fail(node->source(), fmt::format("\"{}\" is not a list", key),
                 fmt::format("write it as {} = [\"...\", \"...\"]", key));
            return out;
        }
        for (const toml::node& each : *array) {
            out.push_back(text(each, fmt::format("a value of \"{}\"", key)));
            once(each, out.back(), seen);
        }
        return out;
    }

    void once(const toml::node& node, const std::string& name, Seen& seen) {
        const auto [at, fresh] = seen.try_emplace(corroboration::outlet_key(name), node.source().begin.line);
        if (!fresh)
            fail(node.source(), fmt::format("\"{}\" stands in line {} already", name, at->second),
                 "a name is that of one source, an outlet that of one publisher");
    }

    void source(const toml::table& table) {
        known(table, source_keys, "a source");
        corroboration::DeskSource out;
        out.name = name(table, "source");
        if (const toml::node* node = table.get("name")) once(*node, out.name, source_names_);
        out.aliases = names(table, "aliases", source_names_);
        if (const toml::node* node = table.get("reliability")) {
            const std::string letter = node->value_exact<std::string>().value_or("");
            if (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= corroboration::unrated) {
                out.reliability = letter[0];
            } else {
                fail(node->source(), "\"reliability\" is not one of \"A\" to \"F\"",
                     "A is completely reliable, E unreliable, F cannot be judged");
            }
        }
        desk_.sources.push_back(std::move(out));
    }

    void publisher(const toml::table& table) {
        known(table, publisher_keys, "a publisher");
        corroboration::Publisher out;
        out.name = name(table, "publisher");
        out.outlets = names(table, "outlets", outlets_);
        if (out.outlets.empty())
            fail(table.source(), "a publisher without outlets", "add a line: outlets = [\"...\", \"...\"]");
        desk_.publishers.push_back(std::move(out));
    }

    std::string file_;
    std::optional<Error> error_;
    Seen source_names_;  // with their lines
    Seen outlets_;
    corroboration::Desk desk_;
};

}  // namespace

Result<corroboration::Desk> read_desk(std::string_view text, const std::string& file) {
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed)
        return tl::unexpected(Error{ErrorCode::usage, std::string(parsed.error().description()),
                                    "it is read as TOML; strings stand between quotation marks", file,
                                    parsed.error().source().begin.line});
    return DeskReader(file).read(parsed.table());
}

}  // namespace whosaid::cli
