#include "cli/command/command.hpp"
#include "cli/schema/json_schema.hpp"

namespace whosaid::cli {

Result<Outcome> run_schema(Context& context) {
    context.console.print(json_schema());
    return Outcome::done;
}

}  // namespace whosaid::cli
