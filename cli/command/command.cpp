#include "cli/command/command.hpp"

#include "cli/desk.hpp"
#include "core/attribution/lexicon_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace whosaid::cli {
namespace {

constexpr auto table = std::to_array<Command>({
    {"index", Needs::write, run_index},
    {"read", Needs::none, run_read},
    {"claims", Needs::none, run_claims},
    {"lexicon", Needs::none, run_lexicon},
    {"search", Needs::read, run_search},
    {"verify", Needs::read, run_verify},
    {"timeline", Needs::read, run_timeline},
    {"report", Needs::read, run_report},
    {"export", Needs::read, run_export},
    {"copies", Needs::read, run_copies},
    {"compare", Needs::none, run_compare},
    {"info", Needs::read, run_info},
    {"schema", Needs::none, run_schema},
});

Result<std::string> file_contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    if (in) out << in.rdbuf();
    if (!in || in.bad())
        return tl::unexpected(
            Error{ErrorCode::usage, "cannot be read", "check the name and the rights", path});
    return out.str();
}

Result<void> take_lexicon(const std::string& file) {
    const Result<std::string> text = file_contents(file);
    if (!text) return tl::unexpected(text.error());
    const Result<std::vector<attribution::Entry>> entries = attribution::read_lexicon(*text, file);
    if (!entries) return tl::unexpected(entries.error());
    attribution::use_lexicon(*entries);
    return {};
}

Result<Outcome> open_and_run(const Command& command, const Options& options, Console& console) {
    Context context{options, console};
    if (!options.lexicon.empty()) {
        if (const Result<void> taken = take_lexicon(options.lexicon); !taken)
            return tl::unexpected(taken.error());
    }
    if (!options.desk.empty()) {
        Result<corroboration::Desk> desk = file_contents(options.desk).and_then([&](const std::string& text) {
            return read_desk(text, options.desk);
        });
        if (!desk) return tl::unexpected(desk.error());
        context.desk = std::move(*desk);
    }
    if (command.needs == Needs::read) {
        const Result<index::Reader> reader = index::Reader::open(options.index);
        if (!reader) return tl::unexpected(reader.error());
        context.reader = &*reader;
        return command.run(context);
    }
    if (command.needs == Needs::write) {
        constexpr double megabyte = 1e6;
        Result<index::Writer> writer = index::Writer::open(
            options.index.front(), static_cast<std::size_t>(options.indexing.batch_megabytes * megabyte));
        if (!writer) return tl::unexpected(writer.error());
        context.writer = &*writer;
        return command.run(context);
    }
    return command.run(context);
}

}  // namespace

std::span<const Command> commands() {
    return table;
}

int run(const Options& options, Console& console) {
    const auto command = std::find_if(table.begin(), table.end(),
                                      [&](const Command& each) { return each.name == options.command; });
    const Result<Outcome> outcome = open_and_run(*command, options, console);
    const Result<void> written = console.finish();
    if (!outcome) {
        console.error(outcome.error());
        return exit_status(outcome.error().code);
    }
    if (!written) {
        console.error(written.error());
        return exit_status(written.error().code);
    }
    return *outcome == Outcome::inputs_failed ? exit_status(ErrorCode::bad_input) : 0;
}

}  // namespace whosaid::cli
