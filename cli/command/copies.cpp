#include "cli/command/command.hpp"
#include "cli/json_lines.hpp"
#include "cli/report/display.hpp"
#include "cli/report/wording.hpp"
#include "cli/verify.hpp"

#include <unordered_map>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using corroboration::CopyGroup;
using corroboration::Sketch;

Json group_json(const CopyGroup& group) {
    Json out = document();
    out["group"] = group.articles;
    out["evidence"] = Json::array();
    for (const corroboration::CopyEvidence& each : group.evidence) {
        out["evidence"].push_back({{"article", each.article},
                                   {"first", each.first},
                                   {"shared", each.shared},
                                   {"credit", each.credit.empty() ? Json(nullptr) : Json(each.credit)}});
    }
    return out;
}

std::string group_text(const CopyGroup& group, const std::unordered_map<std::string, const Sketch*>& by_id,
                       const Console& console) {
    constexpr double percent = 100;
    const auto name = [&](const std::string& id) {
        const auto found = by_id.find(id);
        if (found == by_id.end()) return printable(id);
        const Sketch& sketch = *found->second;
        return fmt::format("{} ({}, {})", styled(printable(id), "1", console.colour()),
                           sketch.outlet.empty() ? "unknown outlet" : printable(sketch.outlet),
                           date_or_undated(sketch.date));
    };
    std::string out = name(group.articles.front()) + "\n";
    for (const corroboration::CopyEvidence& each : group.evidence) {
        out += fmt::format("  {}: shares {:.0f}% with {}", name(each.article), each.shared * percent,
                           printable(each.first));
        if (!each.credit.empty()) out += fmt::format("; credits {}", printable(each.credit));
        out += "\n";
    }
    return out;
}

}  // namespace

Result<Outcome> run_copies(Context& context) {
    Console& console = context.console;
    if (const auto info = info_of_filled(*context.reader, context.options.index); !info)
        return tl::unexpected(info.error());
    const Result<std::vector<Sketch>> sketches = context.reader->sketches();
    if (!sketches) return tl::unexpected(sketches.error());
    const std::vector<CopyGroup> groups = corroboration::copies(*sketches);
    if (context.options.format != Format::text) {
        DocumentList list(console, context.options.format, "groups");
        for (const CopyGroup& group : groups)
            list.add(group_json(group));
        list.finish();
        return Outcome::done;
    }
    std::unordered_map<std::string, const Sketch*> by_id;
    for (const Sketch& sketch : *sketches)
        by_id.emplace(sketch.id, &sketch);
    for (const CopyGroup& group : groups) {
        console.print(group_text(group, by_id, console));
        console.print("\n");
    }
    console.line(fmt::format("{} of copies among {}", counted(groups.size(), "group"),
                             counted(sketches->size(), "article")));
    return Outcome::done;
}

}  // namespace whosaid::cli
