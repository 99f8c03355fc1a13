#include "cli/report/report.hpp"

#include "cli/clock.hpp"
#include "cli/command/command.hpp"
#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/output_file.hpp"
#include "cli/parallel.hpp"
#include "cli/report/wording.hpp"
#include "cli/verify.hpp"
#include "corpus/reader.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// The one article of a file.
Result<Article> article_in(const std::string& path, Console& console) {
    auto stream = corpus::open(path);
    if (!stream) return tl::unexpected(stream.error());
    std::optional<Result<Article>> first = (*stream)->next();
    if (!first)
        return tl::unexpected(Error{ErrorCode::bad_input, "it holds no article",
                                    "give a text, or one article as a line of JSON", path, 0});
    for (const Error& warning : (*stream)->take_warnings())
        console.warning(warning);
    if (*first && (*stream)->next())
        return tl::unexpected(Error{ErrorCode::bad_input, "it holds more than one article",
                                    "index it and give an article's id, or take one line of it", path, 0});
    return std::move(*first);
}

Result<Article> article_of(const std::string& name, const index::Reader& reader, Console& console) {
    std::error_code ignored;
    if (name == "-" || std::filesystem::is_regular_file(name, ignored)) return article_in(name, console);
    Result<std::optional<index::StoredArticle>> stored = reader.find(name);
    if (!stored) return tl::unexpected(stored.error());
    if (!*stored)
        return tl::unexpected(Error{ErrorCode::bad_input,
                                    "neither a file nor the id of an article in the index",
                                    "whosaid search finds ids", name, 0});
    return std::move((*stored)->article);
}

// The claim as a text of its own. It has the article's id, so that the article is no evidence for itself.
Article standing_alone(const Article& article, const Claim& claim, const std::optional<Date>& as_of) {
    return {article.id, "", "", as_of, "", "", content_of(article, claim)};
}

struct Texts {
    Report report;
    std::vector<Verified> verified;  // one a claim
};

Result<Texts> made(Context& context, const index::Info& info) {
    const ReportOptions& options = context.options.report;
    Result<Article> article = article_of(options.article, *context.reader, context.console);
    if (!article) return tl::unexpected(article.error());
    Texts out;
    out.report.article = std::move(*article);
    const std::optional<Date> as_of = options.as_of ? options.as_of : out.report.article.date;
    out.report.claims = analyse(out.report.article).claims;
    Verifier verifier(*context.reader, {info.first_date, info.last_date}, options.limit,
                      method(context.options.quick, 1), context.desk);
    std::size_t next = 0;
    std::optional<Error> stopped;
    in_order<std::size_t, Result<Verified>>(
        [&]() -> std::optional<std::size_t> {
            if (next == out.report.claims.size()) return std::nullopt;
            return next++;
        },
        [&](std::size_t& number) {
            return verifier.verify(standing_alone(out.report.article, out.report.claims[number], as_of),
                                   out.report.article.text);
        },
        [&](Result<Verified>& verified) {
            if (!verified) {
                stopped = verified.error();
                return false;
            }
            verified->verification.id = claim_id(out.verified.size());
            out.report.verifications.push_back(verified->verification);
            out.verified.push_back(std::move(*verified));
            return true;
        },
        context.options.threads);
    if (stopped) return tl::unexpected(*stopped);
    std::string program = version();
    program.pop_back();  // its line break
    out.report.run = {program, info.schema, info.revision, info.articles, now(), {}};
    if (options.as_of) out.report.run.options.push_back("--as-of " + to_string(*options.as_of));
    out.report.run.options.push_back(fmt::format("--limit {}", options.limit));
    if (context.options.quick) out.report.run.options.emplace_back("--quick");
    if (!context.options.desk.empty()) out.report.run.options.push_back("--desk " + context.options.desk);
    return out;
}

std::string report_json(const Texts& texts) {
    const Report& report = texts.report;
    Json out = document();
    out["article"] = to_json(report.article);
    out["article"].erase("schema");
    out["claims"] = claims_json(report.article, report.claims)["claims"];
    out["verifications"] = Json::array();
    for (const Verified& verified : texts.verified) {
        Json each = to_json(verified.verification, [&](const std::string& id) -> const std::string& {
            return verified.text_of(id);
        });
        each.erase("schema");
        out["verifications"].push_back(std::move(each));
    }
    out["run"] = {{"program", report.run.program},   {"index_schema", report.run.schema},
                  {"revision", report.run.revision}, {"articles", report.run.articles},
                  {"made_at", report.run.made_at},   {"options", report.run.options}};
    return dump(out, 2) + "\n";
}

std::string written(const Texts& texts, ReportForm form, const TextStyle& style) {
    switch (form) {
        case ReportForm::text:
            return terminal_report(texts.report, style);
        case ReportForm::json:
            return report_json(texts);
        case ReportForm::html:
            return html_report(texts.report);
        case ReportForm::newsml_g2:
            return newsml_g2_report(texts.report);
    }
    return {};
}

}  // namespace

Result<Outcome> run_report(Context& context) {
    Console& console = context.console;
    const ReportOptions& options = context.options.report;
    const bool to_file = !options.output.empty() && options.output != "-";
    if (to_file) {
        if (const auto allowed = may_write(options.output, options.force); !allowed)
            return tl::unexpected(allowed.error());
    }
    const Result<index::Info> info = info_of_filled(*context.reader, context.options.index);
    if (!info) return tl::unexpected(info.error());
    const Result<Texts> texts = made(context, *info);
    if (!texts) return tl::unexpected(texts.error());
    if (!to_file) {
        console.print(written(*texts, options.to, {console.colour(), console.width()}));
        return Outcome::done;
    }
    constexpr unsigned file_width = 80;
    if (const auto done =
            write_file(options.output, written(*texts, options.to, {false, file_width}), options.force);
        !done)
        return tl::unexpected(done.error());
    console.message(fmt::format("{} claims reported in {}", texts->report.claims.size(), options.output));
    return Outcome::done;
}

}  // namespace whosaid::cli
