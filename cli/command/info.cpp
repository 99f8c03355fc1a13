#include "cli/command/command.hpp"
#include "cli/json.hpp"
#include "cli/progress.hpp"
#include "cli/report/display.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr double step = 1000;
    constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= step && unit + 1 < units.size()) {
        value /= step;
        ++unit;
    }
    return unit == 0 ? fmt::format("{} bytes", bytes) : fmt::format("{:.1f} {}", value, units.at(unit));
}

std::string info_text(const index::Info& info) {
    constexpr std::size_t most_outlets = 10;
    std::string out;
    const auto row = [&](std::string_view name, const std::string& value) {
        out += fmt::format("{:<9} {}\n", name, value);
    };
    row("articles", grouped(info.articles));
    row("claims", grouped(info.claims));
    row("dates", info.first_date && info.last_date
                     ? fmt::format("{} to {}", to_string(*info.first_date), to_string(*info.last_date))
                     : "none");
    row("size", size_text(info.bytes));
    row("schema", info.schema);
    row("written", "by " + info.generator);
    row("revision", grouped(info.revision));
    row("outlets", grouped(info.outlets.size()));
    for (std::size_t i = 0; i < std::min(info.outlets.size(), most_outlets); ++i) {
        out +=
            fmt::format("  {:>9} {}\n", grouped(info.outlets[i].second),
                        info.outlets[i].first.empty() ? "unknown outlet" : printable(info.outlets[i].first));
    }
    if (info.outlets.size() > most_outlets) {
        out += fmt::format("  and {} more; --format json lists all\n",
                           grouped(info.outlets.size() - most_outlets));
    }
    return out;
}

Json info_json(const index::Info& info, const std::vector<std::string>& locations) {
    const auto date = [](const std::optional<Date>& day) {
        return day ? Json(to_string(*day)) : Json(nullptr);
    };
    Json out = document();
    out["index"] = locations;
    out["index_schema"] = info.schema;
    out["generator"] = info.generator;
    out["articles"] = info.articles;
    out["claims"] = info.claims;
    out["bytes"] = info.bytes;
    out["revision"] = info.revision;
    out["first_date"] = date(info.first_date);
    out["last_date"] = date(info.last_date);
    out["outlets"] = Json::array();
    for (const auto& [name, articles] : info.outlets)
        out["outlets"].push_back({{"outlet", name}, {"articles", articles}});
    return out;
}

}  // namespace

Result<Outcome> run_info(Context& context) {
    const Result<index::Info> info = context.reader->info();
    if (!info) return tl::unexpected(info.error());
    if (context.options.format == Format::text) {
        context.console.print(info_text(*info));
    } else {
        const int indent = context.options.format == Format::json ? 2 : -1;
        context.console.line(dump(info_json(*info, context.options.index), indent));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
