#include "cli/command/command.hpp"
#include "core/attribution/lexicon_file.hpp"

namespace whosaid::cli {

Result<Outcome> run_lexicon(Context& context) {
    context.console.print(attribution::lexicon_text());
    return Outcome::done;
}

}  // namespace whosaid::cli
