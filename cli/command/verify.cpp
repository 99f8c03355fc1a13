#include "cli/verify.hpp"

#include "cli/claims_text.hpp"
#include "cli/command/command.hpp"
#include "cli/json_lines.hpp"
#include "cli/parallel.hpp"
#include "cli/report/display.hpp"
#include "core/terms.hpp"
#include "core/text/utf8.hpp"

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

Json explained(Json out, const Verified& verified) {
    Json words = Json::array();
    for (const corroboration::QueryWord& word : verified.query.words)
        words.push_back({{"word", word.word}, {"variants", word.variants}, {"weight", word.weight}});
    Json candidates = Json::array();
    for (const SharedArticle& each : verified.candidates)
        candidates.push_back(each->article.id);
    out["searched_for"] = std::move(words);
    out["compared_with"] = std::move(candidates);
    return out;
}

Json verified_json(const Verified& verified, bool explain) {
    Json out = to_json(verified.verification,
                       [&](const std::string& id) -> const std::string& { return verified.text_of(id); });
    out["notes"] = notes_json(verified.verification);
    if (!verified.parts.empty()) {
        out["parts"] = Json::array();
        for (const Verified& part : verified.parts) {
            out["parts"].push_back(verified_json(part, explain));
            out["parts"].back().erase("schema");
        }
    }
    return explain ? explained(std::move(out), verified) : out;
}

std::string explanation_text(const Verified& verified, const TextStyle& style) {
    std::string searched = "Searched for:";
    for (const corroboration::QueryWord& word : verified.query.words)
        searched += fmt::format(" {} ({:.1f})", word.word, word.weight);
    std::string compared = fmt::format("Compared with {} articles:", verified.candidates.size());
    for (const SharedArticle& each : verified.candidates)
        compared += " " + each->article.id;
    std::string out = "\n" + indented(searched, 0, style) + indented(compared, 0, style);
    for (const Evidence& evidence : verified.verification.evidence) {
        out += "\n" + indented(fmt::format("{} in {} ({:.2f}): \"{}\"", term(evidence.stance),
                                           evidence.article, evidence.score, evidence.text),
                               0, style);
        for (const Reason& reason : evidence.reasons)
            out += indented(reason_text(reason), 2, style);
    }
    return out;
}

std::string verified_text(const Verified& verified, const Console& console, bool explain) {
    const TextStyle style{console.colour(), console.width()};
    std::string out = terminal_verification(verified.verification, style);
    if (explain) out += explanation_text(verified, style);
    for (const Verified& part : verified.parts)
        out += "\n" + verified_text(part, console, explain);
    return out;
}

Result<Article> claim_of(const Record& record, const std::optional<Date>& as_of) {
    Result<std::string> id = record.id();
    if (!id) return tl::unexpected(id.error());
    Result<std::string> text = record.text("text");
    if (!text) return tl::unexpected(text.error());
    const Result<std::optional<Date>> date = record.date("as_of");
    if (!date) return tl::unexpected(date.error());
    return Article{std::move(*id), "", "", *date ? *date : as_of, "", "", std::move(*text)};
}

// One line of the file: its verification as text or JSON, or why there is none.
struct Answered {
    std::optional<Error> error;
    std::string text;
    Json json;
};

Result<Outcome> verify_many(Context& context, Verifier& verifier) {
    Console& console = context.console;
    const VerifyOptions& options = context.options.verify;
    Result<RecordReader> records = RecordReader::open(options.claims_file);
    if (!records) return tl::unexpected(records.error());
    std::optional<DocumentList> list;
    if (context.options.format != Format::text)
        list.emplace(console, context.options.format, "verifications");
    bool inputs_failed = false;
    bool first = true;
    std::optional<Error> stopped;
    const auto work = [&](Result<Record>& record) {
        Answered out;
        const Result<Verified> verified =
            record.and_then([&](const Record& each) { return claim_of(each, options.as_of); })
                .and_then([&](Article claim) { return verifier.answer(std::move(claim)); });
        if (!verified) {
            out.error = verified.error();
            if (record && out.error->code == ErrorCode::usage)
                out.error = record->error(out.error->message, out.error->hint);
        } else if (list) {
            out.json = verified_json(*verified, options.explain);
        } else {
            out.text = verified_text(*verified, console, options.explain);
        }
        return out;
    };
    const auto emit = [&](Answered& each) {
        if (each.error && each.error->code != ErrorCode::bad_input) {
            stopped = each.error;
            return false;
        }
        if (each.error) {
            console.error(*each.error);
            inputs_failed = true;
        } else if (list) {
            list->add(std::move(each.json));
        } else {
            if (!first) console.print("\n");
            first = false;
            console.print(each.text);
        }
        return !console.closed();
    };
    in_order<Result<Record>, Answered>([&] { return records->next(); }, work, emit, context.options.threads);
    if (stopped) return tl::unexpected(*stopped);
    if (list) list->finish();
    return inputs_failed ? Outcome::inputs_failed : Outcome::done;
}

}  // namespace

Result<Outcome> run_verify(Context& context) {
    Console& console = context.console;
    const VerifyOptions& options = context.options.verify;
    const Result<index::Info> info = info_of_filled(*context.reader, context.options.index);
    if (!info) return tl::unexpected(info.error());
    // Many claims are verified side by side, the passages of one are read so.
    const bool many = !options.claims_file.empty();
    Verifier verifier(*context.reader, {info->first_date, info->last_date}, options.limit,
                      method(context.options.quick, many ? 1 : context.options.threads), context.desk);
    if (many) return verify_many(context, verifier);
    const Result<Verified> verified =
        verifier.answer({"", "", "", options.as_of, "", "", text::repaired(options.claim)});
    if (!verified) return tl::unexpected(verified.error());
    if (context.options.format == Format::text) {
        console.print(verified_text(*verified, console, options.explain));
    } else {
        console.line(
            dump(verified_json(*verified, options.explain), context.options.format == Format::json ? 2 : -1));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
