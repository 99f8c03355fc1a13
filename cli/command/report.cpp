#include "cli/command/command.hpp"
#include "cli/output_file.hpp"
#include "cli/reporting.hpp"
#include "corpus/reader.hpp"

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
    Result<Reporter> reporter = Reporter::make(context, *info, options.making);
    if (!reporter) return tl::unexpected(reporter.error());
    Result<Article> article = article_of(options.article, *context.reader, console);
    if (!article) return tl::unexpected(article.error());
    const Result<Reported> reported = reporter->report(std::move(*article), true, context.options.threads);
    if (!reported) return tl::unexpected(reported.error());
    const Report& report = reported->report;
    if (report.reviews.size() < reporter->reviews()) {
        console.message(fmt::format("{} of {} reviews are of no claim of this article",
                                    reporter->reviews() - report.reviews.size(), reporter->reviews()));
    }
    const Making& making = options.making;
    if (!to_file) {
        console.print(written(*reported, making.to, making.newsroom, {console.colour(), console.width()}));
        return Outcome::done;
    }
    constexpr unsigned file_width = 80;
    if (const auto done =
            write_file(options.output, written(*reported, making.to, making.newsroom, {false, file_width}),
                       options.force);
        !done)
        return tl::unexpected(done.error());
    console.message(fmt::format("{} claims reported in {}", report.claims.size(), options.output));
    return Outcome::done;
}

}  // namespace whosaid::cli
