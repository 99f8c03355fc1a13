#include "cli/report/wording.hpp"
#include "cli/reporting.hpp"
#include "core/analysis.hpp"
#include "core/corroboration/verify.hpp"
#include "tests/bench/articles.hpp"
#include "tests/bench/clock.hpp"
#include "tests/bench/modes.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::bench {
namespace {

using cli::ReportForm;
using corroboration::Analysed;

constexpr std::uint64_t usual_articles = 25;

}  // namespace

void reports(const Settings& settings) {
    Articles source(settings.paths.empty() ? sample_corpus() : settings.paths);
    const std::uint64_t limit = settings.limit == 0 ? usual_articles : settings.limit;
    std::vector<std::shared_ptr<const Analysed>> articles;
    double analysis = 0;
    while (articles.size() < limit) {
        Article article = source.next();
        const double begin = thread_seconds();
        const std::size_t claims = analyse(article).claims.size();
        if (claims > 0) analysis += thread_seconds() - begin;
        articles.push_back(std::make_shared<const Analysed>(corroboration::analysed(std::move(article))));
    }
    std::vector<cli::Reported> reported;
    for (const auto& article : articles) {
        cli::Reported& out = reported.emplace_back();
        out.report.article = article->article;
        out.report.claims = article->analysis.claims;
        for (const Claim& claim : out.report.claims) {
            const Analysed asked =
                corroboration::analysed({article->article.id, "", "", article->article.date, "", "",
                                         cli::content_of(article->article, claim)});
            out.report.verifications.push_back(
                corroboration::verify(asked, articles, "complete", corroboration::quick()));
        }
    }
    show("analysis of an article, ms", 1000 * analysis / static_cast<double>(limit));
    constexpr auto forms = std::to_array<std::pair<std::string_view, ReportForm>>(
        {{"newsml-g2", ReportForm::newsml_g2},
         {"nitf", ReportForm::nitf},
         {"ninjs", ReportForm::ninjs},
         {"ninjs-3.1", ReportForm::ninjs_3},
         {"claimreview", ReportForm::json_ld},
         {"web-annotation", ReportForm::web_annotation},
         {"csv", ReportForm::csv},
         {"html", ReportForm::html},
         {"text", ReportForm::text}});
    for (const auto& [name, form] : forms) {
        const double begin = thread_seconds();
        std::size_t bytes = 0;
        for (const cli::Reported& each : reported)
            bytes += cli::written(each, form, {}, {false, 80}).size();
        const double writing = thread_seconds() - begin;
        show(std::string(name) + " written, share of the analysis", writing / analysis);
        show(std::string(name) + ", kB an article",
             static_cast<double>(bytes) / 1000 / static_cast<double>(limit));
    }
}

}  // namespace whosaid::bench
