#include "cli/options.hpp"

#include "cli/command/command.hpp"
#include "cli/help.hpp"

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::variant<Options, Answer> parsed(const std::vector<std::string>& arguments,
                                     const Environment& environment = {"", 4}) {
    return parse(arguments, environment);
}

Options options(const std::vector<std::string>& arguments, const Environment& environment = {"", 4}) {
    const auto result = parsed(arguments, environment);
    const auto* answer = std::get_if<Answer>(&result);
    EXPECT_EQ(answer, nullptr) << answer->err;
    return answer == nullptr ? std::get<Options>(result) : Options{};
}

Answer answer(const std::vector<std::string>& arguments) {
    const auto result = parsed(arguments);
    EXPECT_TRUE(std::holds_alternative<Answer>(result));
    return std::holds_alternative<Answer>(result) ? std::get<Answer>(result) : Answer{};
}

TEST(Options, IndexComesFromOptionThenEnvironmentThenDefault) {
    EXPECT_THAT(options({"info"}).index, ElementsAre("whosaid.index"));
    EXPECT_THAT(options({"info"}, {"/srv/news", 1}).index, ElementsAre("/srv/news"));
    EXPECT_THAT(options({"info", "--index", "a", "--index", "b"}, {"/srv/news", 1}).index,
                ElementsAre("a", "b"));
}

TEST(Options, AnIndexTakesOneWordEach) {
    const Options verify = options({"verify", "--index", "a", "--index", "b", "The dam failed"});
    EXPECT_THAT(verify.index, ElementsAre("a", "b"));
    EXPECT_EQ(verify.verify.claim, "The dam failed");
    EXPECT_EQ(options({"search", "--index", "a", "dam", "--explain"}).search.request.query, "dam");
    const Options index = options({"index", "--index", "a", "x.txt", "y.txt"});
    EXPECT_THAT(index.index, ElementsAre("a"));
    EXPECT_THAT(index.paths, ElementsAre("x.txt", "y.txt"));
}

TEST(Options, AnIndexIsWrittenOneAtATime) {
    EXPECT_EQ(answer({"index", "--index", "a", "--index", "b", "x.txt"}).status, 2);
}

TEST(Options, PathsMayBeStandardInput) {
    EXPECT_THAT(options({"claims", "a.txt", "-"}).paths, ElementsAre("a.txt", "-"));
}

TEST(Options, AClaimMayFollowOrPrecedeOptions) {
    const Options after = options({"verify", "--as-of", "2026-02-01", "The dam failed"});
    EXPECT_EQ(after.verify.claim, "The dam failed");
    EXPECT_EQ(to_string(*after.verify.as_of), "2026-02-01");
    EXPECT_TRUE(options({"claims", "--explain", "a.txt"}).explain_claims);
    EXPECT_EQ(options({"claims", "--lexicon", "desk.cues", "a.txt"}).lexicon, "desk.cues");
    EXPECT_EQ(options({"verify", "The dam failed", "--explain"}).verify.claim, "The dam failed");
    EXPECT_EQ(options({"verify", "--", "-5 degrees in Leh"}).verify.claim, "-5 degrees in Leh");
}

TEST(Options, ABatchIsGivenInMegabytes) {
    EXPECT_DOUBLE_EQ(options({"index", "x.txt"}).indexing.batch_megabytes, 4);
    EXPECT_DOUBLE_EQ(options({"index", "x.txt", "--batch", "0.5"}).indexing.batch_megabytes, 0.5);
    EXPECT_EQ(answer({"index", "x.txt", "--batch", "0"}).status, 2);
}

TEST(Options, ThreadsDefaultToTheProcessors) {
    EXPECT_EQ(options({"index", "x.txt"}).threads, 4U);
    EXPECT_EQ(options({"index", "x.txt", "--threads", "2"}).threads, 2U);
    EXPECT_EQ(options({"index", "x.txt"}, {"", 0}).threads, 1U);
}

TEST(Options, QuickIsForCommandsThatCompare) {
    EXPECT_FALSE(options({"verify", "x"}).quick);
    EXPECT_TRUE(options({"verify", "x", "--quick"}).quick);
    EXPECT_TRUE(options({"report", "x.txt", "--quick"}).quick);
    EXPECT_TRUE(options({"compare", "x", "y", "--quick"}).quick);
    EXPECT_EQ(answer({"claims", "x.txt", "--quick"}).status, 2);
}

TEST(Options, SearchIsHandedToTheIndexAsAsked) {
    const Options found =
        options({"search", "dam OR breach", "--claims", "--by", "date", "--limit", "5", "--offset", "20"});
    EXPECT_EQ(found.search.request.query, "dam OR breach");
    EXPECT_TRUE(found.search.request.claims);
    EXPECT_EQ(found.search.request.order, index::Order::date);
    EXPECT_EQ(found.search.request.limit, 5U);
    EXPECT_EQ(found.search.request.offset, 20U);
}

TEST(Options, ReportFormsAreNamedAsTheUserWritesThem) {
    EXPECT_EQ(options({"report", "a.txt"}).report.making.to, ReportForm::text);
    EXPECT_EQ(options({"report", "a.txt", "--to", "newsml-g2"}).report.making.to, ReportForm::newsml_g2);
    EXPECT_EQ(options({"report", "a.txt", "--to", "html", "-o", "b.html"}).report.output, "b.html");
}

TEST(Options, FormsForNewsroomsHaveOptionsOfTheirOwn) {
    EXPECT_EQ(options({"report", "a.txt", "--to", "claimreview"}).report.making.to, ReportForm::json_ld);
    EXPECT_EQ(options({"report", "a.txt", "--to", "jsonld", "--reviewed", "r.jsonl"}).report.making.reviews,
              "r.jsonl");
    EXPECT_TRUE(
        options({"report", "a.txt", "--to", "nitf", "--xmlns"}).report.making.newsroom.nitf_namespace);
    EXPECT_EQ(options({"report", "a.txt", "--vocabulary", "https://cv.example/x"})
                  .report.making.newsroom.vocabulary.base(),
              "https://cv.example/x/");
}

TEST(Options, ExportGoesToAFolderOrAPackage) {
    const Options folder = options({"export", "--id", "a", "--id", "b", "-o", "out"});
    EXPECT_THAT(folder.exporting.ids, ElementsAre("a", "b"));
    EXPECT_EQ(folder.exporting.folder, "out");
    EXPECT_EQ(folder.exporting.making.to, ReportForm::newsml_g2);
    const Options package = options({"export", "--query", "dam", "--to", "csv", "--package", "all.csv",
                                     "--force", "--since", "state.json"});
    EXPECT_EQ(package.exporting.query, "dam");
    EXPECT_EQ(package.exporting.package, "all.csv");
    EXPECT_EQ(package.exporting.state, "state.json");
    EXPECT_TRUE(package.exporting.force);
}

TEST(Options, EveryFormHasAName) {
    for (const ReportForm form : {ReportForm::text, ReportForm::json, ReportForm::html, ReportForm::newsml_g2,
                                  ReportForm::nitf, ReportForm::ninjs, ReportForm::ninjs_3,
                                  ReportForm::json_ld, ReportForm::web_annotation, ReportForm::csv})
        EXPECT_EQ(options({"report", "a", "--to", std::string(name_of(form))}).report.making.to, form);
}

struct Wrong {
    std::vector<std::string> arguments;
    std::string message;
};

class WrongUsage : public testing::TestWithParam<Wrong> {};

TEST_P(WrongUsage, IsStatusTwoAndSaysWhereHelpIs) {
    const Answer given = answer(GetParam().arguments);
    EXPECT_EQ(given.status, 2);
    EXPECT_THAT(given.err, HasSubstr(GetParam().message));
    EXPECT_THAT(given.err, HasSubstr("--help"));
    EXPECT_EQ(given.out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Options, WrongUsage,
    testing::Values(
        Wrong{{"serach", "dam"}, "did you mean \"search\"?"},
        Wrong{{"quidditch"}, "unknown command \"quidditch\""}, Wrong{{"--frob"}, "unknown option \"--frob\""},
        Wrong{{"verify"}, "either a claim or --claims FILE"},
        Wrong{{"verify", "The dam failed", "--claims", "c.jsonl"}, "either a claim or --claims FILE"},
        Wrong{{"verify", "--as-of", "yesterday", "x"}, "\"yesterday\" is not a date"},
        Wrong{{"compare", "only a claim"}, "a claim and a passage"},
        Wrong{{"compare", "a", "b", "--pairs", "p.jsonl"}, "a claim and a passage"},
        Wrong{{"claims", "--format", "xml", "a.txt"}, "\"xml\" is not one of json|jsonl|text"},
        Wrong{{"claims"}, "PATH is required"}, Wrong{{"index", "--threads", "0", "a.txt"}, "not in range"},
        Wrong{{"index", "--threads", "many", "a.txt"}, "many"},
        Wrong{{"search", "--by", "weight", "dam"}, "\"weight\" is not one of date|relevance"},
        Wrong{{"search", "--limit", "-1", "dam"}, "--limit"},
        Wrong{{"search", "--limit", "0", "dam"}, "--limit"},
        Wrong{{"report", "a.txt", "--to", "pdf"}, "\"pdf\" is not one of"},
        Wrong{{"report", "a.txt", "--to", "csv", "--xmlns"}, "--xmlns is for --to nitf"},
        Wrong{{"report", "a.txt", "--reviewed", "r.jsonl"}, "--reviewed is for --to claimreview"},
        Wrong{{"report", "a.txt", "--vocabulary", "claims"}, "\"claims\" is no address"},
        Wrong{{"export"}, "either a folder, -o DIR, or --package FILE"},
        Wrong{{"export", "-o", "a", "--package", "b"}, "either a folder, -o DIR, or --package FILE"},
        Wrong{{"export", "-o", "a", "--query", "dam", "--id", "b"}, "either by --query or by --id"},
        Wrong{{"export", "--package", "a.xml", "--to", "nitf"}, "nitf has no form for many articles"},
        Wrong{{"info", "--frob"}, "--frob"}));

TEST(Options, EveryCommandHasHelpWithPurposeAndExamples) {
    ASSERT_EQ(commands().size(), command_helps().size());
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const CommandHelp& help = command_helps()[i];
        EXPECT_EQ(commands()[i].name, help.name);
        const Answer shown = answer({std::string(help.name), "--help"});
        EXPECT_EQ(shown.status, 0);
        EXPECT_THAT(shown.out, HasSubstr(std::string(help.purpose)));
        EXPECT_THAT(shown.out, HasSubstr("Example"));
        EXPECT_THAT(answer({"--help"}).out, HasSubstr(std::string(help.purpose)));
        EXPECT_EQ(answer({"help", std::string(help.name)}).out, shown.out);
    }
}

TEST(Options, VersionAndOverview) {
    EXPECT_THAT(answer({"--version"}).out, testing::MatchesRegex("whosaid [0-9]+\\.[0-9]+\\.[0-9]+\n"));
    EXPECT_EQ(answer({}).out, answer({"--help"}).out);
}

TEST(Nearest, KnowsSlipsAndAbbreviationsButNoStrangers) {
    constexpr std::array<std::string_view, 4> names{"index", "info", "verify", "copies"};
    EXPECT_EQ(nearest("indx", names), "index");
    EXPECT_EQ(nearest("ver", names), "verify");
    EXPECT_EQ(nearest("copys", names), "copies");
    EXPECT_EQ(nearest("frobnicate", names), "");
    EXPECT_EQ(nearest(std::string(100'000, 'x'), names), "");
}

}  // namespace
}  // namespace whosaid::cli
