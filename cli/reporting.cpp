#include "cli/reporting.hpp"

#include "cli/clock.hpp"
#include "cli/digest.hpp"
#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/parallel.hpp"
#include "cli/report/wording.hpp"
#include "core/attribution/lexicon_file.hpp"
#include "core/language/embedded.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

// The claim as a text of its own. It has the article's id, so that the article is no evidence for itself.
Article standing_alone(const Article& article, const Claim& claim, const std::optional<Date>& as_of) {
    return {article.id, "", "", as_of, "", "", content_of(article, claim)};
}

// What decides the bytes of a report, beside the article and the index.
std::vector<std::string> options_given(const Options& options, const Making& making) {
    std::vector<std::string> out;
    if (making.as_of) out.push_back("--as-of " + to_string(*making.as_of));
    out.push_back(fmt::format("--limit {}", making.limit));
    if (options.quick) out.emplace_back("--quick");
    if (making.newsroom.vocabulary.base() != Vocabulary().base())
        out.push_back("--vocabulary " + making.newsroom.vocabulary.base());
    if (making.newsroom.nitf_namespace) out.emplace_back("--xmlns");
    // (Where a file lies is nobody's business.)
    if (!options.desk.empty())
        out.push_back("--desk " + std::filesystem::path(options.desk).filename().string());
    if (!making.reviews.empty()) out.emplace_back("--reviewed");
    return out;
}

}  // namespace

const std::string& Reported::text_of(const std::string& article) const {
    static const std::string none;
    for (const Verified& each : verified) {
        if (const std::string& text = each.text_of(article); !text.empty()) return text;
    }
    return none;
}

Reporter::Reporter(const Context& context, const index::Info& info, const Making& making)
    : making_(&making),
      verifier_(std::make_unique<Verifier>(*context.reader, DateRange{info.first_date, info.last_date},
                                           making.limit, method(context.options.quick, 1), context.desk)) {}

Result<Reporter> Reporter::make(const Context& context, const index::Info& info, const Making& making) {
    Reporter out(context, info, making);
    if (!making.reviews.empty()) {
        Result<Reviews> reviews = Reviews::read(making.reviews);
        if (!reviews) return tl::unexpected(reviews.error());
        out.reviews_ = std::move(*reviews);
    }
    std::string program = version();
    program.pop_back();  // its line break
    out.run_ = {std::move(program),
                info.schema,
                info.revision,
                info.articles,
                now(),
                options_given(context.options, making),
                digest(attribution::lexicon_text()),
                fmt::format("sha256:{}", language::embedded::digest())};
    return out;
}

Result<Reported> Reporter::report(Article article, bool alone, unsigned threads) {
    Reported out;
    const corroboration::Analysed from = corroboration::analysed(std::move(article));
    out.report.article = from.article;
    const std::optional<Date> as_of = making_->as_of ? making_->as_of : out.report.article.date;
    out.report.claims = from.analysis.claims;
    std::size_t next = 0;
    std::optional<Error> stopped;
    in_order<std::size_t, Result<Verified>>(
        [&]() -> std::optional<std::size_t> {
            if (next == out.report.claims.size()) return std::nullopt;
            return next++;
        },
        [&](std::size_t& number) {
            return verifier_->verify(standing_alone(from.article, from.analysis.claims[number], as_of),
                                     &from);
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
        threads);
    if (stopped) return tl::unexpected(*stopped);
    out.report.run = run_;
    if (reviews_) out.report.reviews = reviews_->of(out.report.article, out.report.claims, alone);
    return out;
}

std::string written(const Reported& reported, ReportForm form, const NewsroomStyle& newsroom,
                    const TextStyle& text) {
    const Report& report = reported.report;
    switch (form) {
        case ReportForm::text:
            return terminal_report(report, text);
        case ReportForm::json:
            return json_report(
                report,
                [&](const std::string& article) -> const std::string& { return reported.text_of(article); },
                newsroom.one_line);
        case ReportForm::html:
            return html_report(report);
        case ReportForm::newsml_g2:
            return newsml_g2_report(report, newsroom);
        case ReportForm::nitf:
            return nitf_report(report, newsroom);
        case ReportForm::ninjs:
            return ninjs_report(report, newsroom);
        case ReportForm::ninjs_3:
            return ninjs_3_report(report, newsroom);
        case ReportForm::json_ld:
            return json_ld_report(report, newsroom);
        case ReportForm::web_annotation:
            return web_annotation_report(report, newsroom);
        case ReportForm::csv:
            return csv_header() + csv_rows(report, newsroom);
    }
    return {};
}

std::string packaged(const Reported& reported, ReportForm form, NewsroomStyle newsroom) {
    if (form == ReportForm::newsml_g2) {
        const std::string sum = digest(reported.report.article.id);
        newsroom.id_prefix = "a" + sum.substr(sum.find(':') + 1) + "-";
        return newsml_g2_item(reported.report, newsroom);
    }
    if (form == ReportForm::csv) return csv_rows(reported.report, newsroom);
    newsroom.one_line = true;
    return written(reported, form, newsroom, {});
}

}  // namespace whosaid::cli
