// The commands: one table, one file a command.
#pragma once

#include "cli/console.hpp"
#include "cli/options.hpp"
#include "core/corroboration/desk.hpp"
#include "core/types.hpp"
#include "index/store.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace whosaid::cli {

enum class Needs : std::uint8_t { none, read, write };

// What a command works with. `reader` is there for a command that needs to read, `writer` for one that
// writes.
struct Context {
    const Options& options;
    Console& console;
    const index::Reader* reader = nullptr;
    index::Writer* writer = nullptr;
    corroboration::Desk desk = {};  // empty without --desk
};

// How a command ended, where no error ended it: with all inputs, or with some that could not be read, each
// reported already.
enum class Outcome : std::uint8_t { done, inputs_failed };

struct Command {
    std::string_view name;
    Needs needs = Needs::none;
    Result<Outcome> (*run)(Context& context) = nullptr;
};

[[nodiscard]] std::span<const Command> commands();

// Opens what the command needs, runs it, reports errors. The exit status.
[[nodiscard]] int run(const Options& options, Console& console);

Result<Outcome> run_index(Context& context);
Result<Outcome> run_read(Context& context);
Result<Outcome> run_claims(Context& context);
Result<Outcome> run_search(Context& context);
Result<Outcome> run_verify(Context& context);
Result<Outcome> run_timeline(Context& context);
Result<Outcome> run_report(Context& context);
Result<Outcome> run_export(Context& context);
Result<Outcome> run_copies(Context& context);
Result<Outcome> run_compare(Context& context);
Result<Outcome> run_info(Context& context);
Result<Outcome> run_schema(Context& context);
Result<Outcome> run_lexicon(Context& context);

}  // namespace whosaid::cli
