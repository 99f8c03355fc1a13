#include "core/corroboration/timeline.hpp"

#include "cli/command/command.hpp"
#include "cli/json.hpp"
#include "cli/report/report.hpp"
#include "cli/verify.hpp"
#include "core/text/utf8.hpp"

namespace whosaid::cli {

Result<Outcome> run_timeline(Context& context) {
    Console& console = context.console;
    const TimelineOptions& options = context.options.timeline;
    const Result<index::Info> info = info_of_filled(*context.reader, context.options.index);
    if (!info) return tl::unexpected(info.error());
    Verifier verifier(*context.reader, {info->first_date, info->last_date}, options.limit,
                      method(context.options.quick, context.options.threads), context.desk);
    const Result<Verified> verified =
        verifier.answer({"", "", "", options.as_of, "", "", text::repaired(options.claim)});
    if (!verified) return tl::unexpected(verified.error());
    const Verification& verification = verified->verification;
    const std::vector<TimelineEntry> entries = corroboration::timeline(verification, verified->candidates);
    if (context.options.format == Format::text) {
        console.print(terminal_timeline(verification, entries, {console.colour(), console.width()}));
    } else {
        const Json json = to_json(verification, entries, [&](const std::string& id) -> const std::string& {
            return verified->text_of(id);
        });
        console.line(dump(json, context.options.format == Format::json ? 2 : -1));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
