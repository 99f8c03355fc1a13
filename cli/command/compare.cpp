#include "core/corroboration/compare.hpp"

#include "cli/claims_text.hpp"
#include "cli/command/command.hpp"
#include "cli/json_lines.hpp"
#include "cli/parallel.hpp"
#include "cli/report/display.hpp"
#include "cli/report/wording.hpp"
#include "cli/verify.hpp"
#include "core/terms.hpp"
#include "core/text/utf8.hpp"

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using corroboration::Comparison;

struct Pair {
    std::string id;
    std::string claim;
    std::string passage;
    std::optional<Date> as_of;
};

struct Compared {
    std::optional<Error> error;  // in place of the rest
    Pair pair;
    Comparison comparison;
};

// The stance is that of the passage, by whose voice it speaks.
Comparison compared(const Pair& pair, const corroboration::Method& method) {
    const auto claim = corroboration::analysed({"claim", "", "", pair.as_of, "", "", pair.claim});
    const auto passage = corroboration::analysed({"passage", "", "", pair.as_of, "", "", pair.passage});
    Comparison out = corroboration::compare(claim, passage, 0, passage.statements.size(), method);
    out.stance = corroboration::voiced_stance(out, passage);
    return out;
}

Json comparison_json(const Compared& compared) {
    Json out = document();
    out["id"] = compared.pair.id;
    out["stance"] = term(compared.comparison.stance);
    out["score"] = compared.comparison.score;
    out["reasons"] = to_json(compared.comparison.reasons, compared.pair.claim, compared.pair.passage);
    return out;
}

std::string comparison_text(const Compared& compared, const TextStyle& style) {
    std::string out = fmt::format("{} ({:.2f})", styled(term(compared.comparison.stance), "1", style.colour),
                                  compared.comparison.score);
    if (!compared.pair.id.empty()) out = fmt::format("{}: {}", printable(compared.pair.id), out);
    out += "\n";
    for (const Reason& reason : compared.comparison.reasons)
        out += indented(reason_text(reason), 2, style);
    return out;
}

Result<Pair> pair_of(const Record& record, const std::optional<Date>& as_of) {
    Pair pair;
    Result<std::string> id = record.id();
    if (!id) return tl::unexpected(id.error());
    Result<std::string> claim = record.text("claim");
    if (!claim) return tl::unexpected(claim.error());
    Result<std::string> passage = record.text("evidence");
    if (!passage) return tl::unexpected(passage.error());
    const Result<std::optional<Date>> date = record.date("as_of");
    if (!date) return tl::unexpected(date.error());
    return Pair{std::move(*id), std::move(*claim), std::move(*passage), *date ? *date : as_of};
}

Result<Outcome> compare_pairs(Context& context) {
    Console& console = context.console;
    const CompareOptions& options = context.options.compare;
    Result<RecordReader> records = RecordReader::open(options.pairs_file);
    if (!records) return tl::unexpected(records.error());
    std::optional<DocumentList> list;
    if (context.options.format != Format::text) list.emplace(console, context.options.format, "comparisons");
    bool failed = false;
    const auto work = [&](Result<Record>& record) {
        Compared out;
        Result<Pair> pair = record.and_then([&](const Record& each) { return pair_of(each, options.as_of); });
        if (!pair) {
            out.error = pair.error();
            return out;
        }
        out.pair = std::move(*pair);
        out.comparison = compared(out.pair, method(context.options.quick, 1));
        return out;
    };
    const auto emit = [&](Compared& each) {
        if (each.error) {
            console.error(*each.error);
            failed = true;
        } else if (list) {
            list->add(comparison_json(each));
        } else {
            console.print(comparison_text(each, {console.colour(), console.width()}));
        }
        return !console.closed();
    };
    in_order<Result<Record>, Compared>([&] { return records->next(); }, work, emit, context.options.threads);
    if (list) list->finish();
    return failed ? Outcome::inputs_failed : Outcome::done;
}

}  // namespace

Result<Outcome> run_compare(Context& context) {
    const CompareOptions& options = context.options.compare;
    if (!options.pairs_file.empty()) return compare_pairs(context);
    Compared out;
    out.pair = {"", text::repaired(options.claim), text::repaired(options.passage), options.as_of};
    out.comparison = compared(out.pair, method(context.options.quick, 1));
    if (context.options.format == Format::text) {
        context.console.print(comparison_text(out, {context.console.colour(), context.console.width()}));
    } else {
        context.console.line(dump(comparison_json(out), context.options.format == Format::json ? 2 : -1));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
