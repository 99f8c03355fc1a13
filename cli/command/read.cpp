#include "cli/command/command.hpp"
#include "cli/inputs.hpp"
#include "cli/json_lines.hpp"

namespace whosaid::cli {

Result<Outcome> run_read(Context& context) {
    // JSON Lines are its text form too: they are what index reads.
    const Format format = context.options.format == Format::json ? Format::json : Format::jsonl;
    Inputs inputs(context.options.paths, context.console);
    DocumentList list(context.console, format, "articles");
    while (!context.console.closed()) {
        const std::optional<Article> article = inputs.next();
        if (!article) break;
        list.add(to_json(*article));
    }
    list.finish();
    return inputs.failures() == 0 ? Outcome::done : Outcome::inputs_failed;
}

}  // namespace whosaid::cli
