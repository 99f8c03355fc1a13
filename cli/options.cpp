#include "cli/options.hpp"

#include "cli/help.hpp"
#include "cli/report/package.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr std::uint32_t most_candidates = 1000;
constexpr std::uint32_t most_results = 10'000;
constexpr unsigned most_threads = 256;
constexpr double least_batch = 0.01;  // megabytes
constexpr double largest_batch = 1000;

const std::map<std::string, Format> formats{
    {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl}};
const std::map<std::string, ReportForm> report_forms{{"text", ReportForm::text},
                                                     {"json", ReportForm::json},
                                                     {"html", ReportForm::html},
                                                     {"newsml-g2", ReportForm::newsml_g2},
                                                     {"nitf", ReportForm::nitf},
                                                     {"ninjs", ReportForm::ninjs},
                                                     {"ninjs-3.1", ReportForm::ninjs_3},
                                                     {"claimreview", ReportForm::json_ld},
                                                     {"jsonld", ReportForm::json_ld},
                                                     {"web-annotation", ReportForm::web_annotation},
                                                     {"csv", ReportForm::csv}};
const std::map<std::string, ClaimsView> views{
    {"article", ClaimsView::article}, {"list", ClaimsView::list}, {"table", ClaimsView::table}};
const std::map<std::string, index::Order> orders{{"relevance", index::Order::relevance},
                                                 {"date", index::Order::date}};

// An option that takes one of a few words: help lists the words, an error names them.
template <class E>
CLI::Option* choice(CLI::App& command, const std::string& name, E& value,
                    const std::map<std::string, E>& words, const std::string& purpose) {
    std::string listed;
    for (const auto& [word, _] : words)
        listed += (listed.empty() ? "" : "|") + word;
    const auto set = [&value, &words, listed](const std::string& word) {
        const auto found = words.find(word);
        if (found == words.end())
            throw CLI::ValidationError(fmt::format("\"{}\" is not one of {}", word, listed));
        value = found->second;
    };
    return command.add_option_function<std::string>(name, set, purpose)->type_name(listed);
}

void date_option(CLI::App& command, const std::string& name, std::optional<Date>& value,
                 const std::string& purpose) {
    const auto set = [&value, name](const std::string& word) {
        value = parse_date(word);
        if (!value)
            throw CLI::ValidationError(
                fmt::format("{}: \"{}\" is not a date; write it as 2026-02-01", name, word));
    };
    command.add_option_function<std::string>(name, set, purpose)->type_name("DATE");
}

void index_option(CLI::App& command, Options& options, bool writes) {
    CLI::Option* option = command.add_option("--index", options.index,
                                             writes ? "index to write, made where there is none [default: "
                                                      "$WHOSAID_INDEX, else ./whosaid.index]"
                                                    : "index to read; repeat it for several [default: "
                                                      "$WHOSAID_INDEX, else ./whosaid.index]");
    option->type_name("DIR");
    option->expected(1);
    if (!writes) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    option->allow_extra_args(false);  // what follows is the claim, query or article
}

void threads_option(CLI::App& command, Options& options) {
    command
        .add_option("--threads", options.threads,
                    fmt::format("analysers at work [default: {}]", options.threads))
        ->type_name("N")
        ->check(CLI::Range(1U, most_threads).description(""));
}

void format_option(CLI::App& command, Options& options) {
    choice(command, "--format", options.format, formats, "form of the results [default: text]");
}

void limit_option(CLI::App& command, std::uint32_t& limit) {
    command
        .add_option("--limit", limit,
                    fmt::format("articles to compare a claim with, at most [default: {}]", limit))
        ->type_name("N")
        ->check(CLI::Range(1U, most_candidates).description(""));
}

void paths_option(CLI::App& command, Options& options) {
    command
        .add_option("PATH", options.paths,
                    "files (.jsonl, .json, .xml, .txt), folders, or - for standard input")
        ->type_name("")
        ->required();
}

void lexicon_option(CLI::App& command, Options& options) {
    command.add_option("--lexicon", options.lexicon, "the desk's own cues, as whosaid lexicon shows them")
        ->type_name("FILE");
}

void desk_option(CLI::App& command, Options& options) {
    command
        .add_option("--desk", options.desk,
                    "the desk's own sources, with aliases and reliability, and publishers; TOML, see whosaid "
                    "verify --help")
        ->type_name("FILE");
}

void quick_option(CLI::App& command, Options& options) {
    command.add_flag("--quick", options.quick,
                     "compare words, names, numbers and dates alone; do not read the passages");
}

void making_options(CLI::App& command, Options& options, Making& making, const char* form) {
    choice(command, "--to", making.to, report_forms, form);
    date_option(command, "--as-of", making.as_of,
                "count only what was published up to this day [default: the article's date]");
    const auto set = [&making](const std::string& base) {
        Result<Vocabulary> vocabulary = Vocabulary::under(base);
        if (!vocabulary) throw CLI::ValidationError(to_string(vocabulary.error()));
        making.newsroom.vocabulary = std::move(*vocabulary);
    };
    command
        .add_option_function<std::string>(
            "--vocabulary", set,
            fmt::format("address that codes and ids begin with [default: {}]", Vocabulary().base()))
        ->type_name("URI");
    command.add_flag("--xmlns", making.newsroom.nitf_namespace, "nitf: give the root its namespace");
    command
        .add_option("--reviewed", making.reviews,
                    "claimreview: what people found, JSON Lines with claim, rating, reviewer, url, date")
        ->type_name("FILE");
    quick_option(command, options);
    limit_option(command, making.limit);
    index_option(command, options, false);
    desk_option(command, options);
    lexicon_option(command, options);
    threads_option(command, options);
}

void describe(CLI::App& command, std::string_view name, Options& options) {
    if (name == "index") {
        paths_option(command, options);
        index_option(command, options, true);
        threads_option(command, options);
        command
            .add_option("--batch", options.indexing.batch_megabytes,
                        fmt::format("megabytes of text between two commits: what a crash costs [default: {}]",
                                    options.indexing.batch_megabytes))
            ->type_name("MB")
            ->check(CLI::Range(least_batch, largest_batch).description(""));
        lexicon_option(command, options);
        format_option(command, options);
    } else if (name == "read") {
        paths_option(command, options);
        format_option(command, options);
    } else if (name == "claims") {
        paths_option(command, options);
        choice(command, "--view", options.view, views,
               "text as a list, as the article with its claims marked, or as a table [default: list]");
        command.add_flag("--explain", options.explain_claims, "tell what decided each claim");
        lexicon_option(command, options);
        threads_option(command, options);
        format_option(command, options);
    } else if (name == "search") {
        auto& search = options.search;
        command.add_option("QUERY", search.request.query, "words, \"phrases\", AND OR NOT NEAR, and fields")
            ->type_name("")
            ->required();
        command.add_flag("--claims", search.request.claims, "find claims rather than articles");
        choice(command, "--by", search.request.order, orders, "order of the results [default: relevance]");
        command.add_option("--limit", search.request.limit, "results to show [default: 10]")
            ->type_name("N")
            ->check(CLI::Range(1U, most_results).description(""));
        command
            .add_option("--offset", search.request.offset, "results to leave out before them [default: 0]")
            ->type_name("N");
        command.add_flag("--explain", search.explain, "show the query as it was understood");
        index_option(command, options, false);
        format_option(command, options);
    } else if (name == "verify") {
        auto& verify = options.verify;
        command.add_option("CLAIM", verify.claim, "the claim, one sentence")->type_name("");
        command
            .add_option("--claims", verify.claims_file,
                        "many claims, JSON Lines with id, text and as_of; - for standard input")
            ->type_name("FILE");
        date_option(command, "--as-of", verify.as_of, "count only what was published up to this day");
        command.add_flag("--explain", verify.explain, "show what was searched for and every reason");
        quick_option(command, options);
        limit_option(command, verify.limit);
        index_option(command, options, false);
        desk_option(command, options);
        lexicon_option(command, options);
        threads_option(command, options);
        format_option(command, options);
    } else if (name == "timeline") {
        auto& timeline = options.timeline;
        command.add_option("CLAIM", timeline.claim, "the claim, one sentence")->type_name("")->required();
        date_option(command, "--as-of", timeline.as_of, "show only what was published up to this day");
        quick_option(command, options);
        limit_option(command, timeline.limit);
        index_option(command, options, false);
        desk_option(command, options);
        lexicon_option(command, options);
        threads_option(command, options);
        format_option(command, options);
    } else if (name == "report") {
        auto& report = options.report;
        command
            .add_option("ARTICLE", report.article, "a file with one article, or the id of one in the index")
            ->type_name("")
            ->required();
        command.add_option("-o,--output", report.output, "write to this file rather than standard output")
            ->type_name("FILE");
        command.add_flag("--force", report.force, "replace the file where it exists");
        making_options(command, options, report.making, "form of the report [default: text]");
    } else if (name == "export") {
        auto& exporting = options.exporting;
        exporting.making.to = ReportForm::newsml_g2;
        command.add_option("--query", exporting.query, "the articles that search finds by it")
            ->type_name("QUERY");
        command.add_option("--id", exporting.ids, "an article by its id; repeat it for several")
            ->type_name("ID")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        command.add_option("-o,--output", exporting.folder, "a folder: one file an article in it")
            ->type_name("DIR");
        command.add_option("--package", exporting.package, "one file of all")->type_name("FILE");
        command
            .add_option("--since", exporting.state,
                        "remember in this file what went out, and let each article as it is go out once")
            ->type_name("STATE");
        command.add_flag("--force", exporting.force, "replace files that exist");
        making_options(command, options, exporting.making, "form of the reports [default: newsml-g2]");
    } else if (name == "compare") {
        auto& compare = options.compare;
        command.add_option("CLAIM", compare.claim, "the claim")->type_name("");
        command.add_option("PASSAGE", compare.passage, "the passage to hold it against")->type_name("");
        command
            .add_option("--pairs", compare.pairs_file,
                        "many pairs, JSON Lines with id, claim, evidence and as_of; - for standard input")
            ->type_name("FILE");
        date_option(command, "--as-of", compare.as_of, "the day of both: \"on Tuesday\" counts from it");
        quick_option(command, options);
        lexicon_option(command, options);
        threads_option(command, options);
        format_option(command, options);
    } else if (name == "copies") {
        command.add_flag("--explain", options.explain_copies,
                         "show what each copy shares, adds and leaves out, and its credit line");
        index_option(command, options, false);
        format_option(command, options);
    } else if (name == "info") {
        index_option(command, options, false);
        format_option(command, options);
    }
}

Answer wrong(std::string message, std::string_view command) {
    const std::string help = command.empty() ? "whosaid --help" : fmt::format("whosaid {} --help", command);
    return {exit_status(ErrorCode::usage), "", fmt::format("{}; see {}", message, help)};
}

std::string contradiction(const Making& making) {
    if (making.newsroom.nitf_namespace && making.to != ReportForm::nitf) return "--xmlns is for --to nitf";
    if (!making.reviews.empty() && making.to != ReportForm::json_ld)
        return "--reviewed is for --to claimreview";
    return {};
}

// What CLI11 does not tell: options that need or exclude each other. Empty where all is well.
std::string contradiction(const Options& options) {
    const VerifyOptions& verify = options.verify;
    const CompareOptions& compare = options.compare;
    if (options.command == "verify" && verify.claim.empty() == verify.claims_file.empty())
        return "verify needs either a claim or --claims FILE";
    if (options.command == "compare" && (compare.passage.empty() == compare.pairs_file.empty() ||
                                         compare.claim.empty() != compare.passage.empty()))
        return "compare needs either a claim and a passage or --pairs FILE";
    if (options.command == "report") return contradiction(options.report.making);
    if (options.command == "export") {
        const ExportOptions& exporting = options.exporting;
        if (exporting.folder.empty() == exporting.package.empty())
            return "export needs either a folder, -o DIR, or --package FILE";
        if (!exporting.query.empty() && !exporting.ids.empty())
            return "export takes articles either by --query or by --id";
        if (!exporting.package.empty() && !can_be_packaged(exporting.making.to))
            return fmt::format("{} has no form for many articles; give a folder with -o DIR",
                               name_of(exporting.making.to));
        return contradiction(exporting.making);
    }
    return {};
}

std::variant<Options, Answer> parse_command(const CommandHelp& help, std::span<const std::string> arguments,
                                            const Environment& environment) {
    Options options;
    options.command = help.name;
    options.threads = std::clamp(environment.processors, 1U, most_threads);
    CLI::App app{std::string(help.purpose) + "\n", fmt::format("whosaid {}", help.name)};
    app.footer(std::string(help.examples));
    app.set_help_flag("-h,--help", "show this help");
    app.get_formatter()->column_width(28);
    app.get_formatter()->label("REQUIRED", "");
    app.get_formatter()->label("Positionals", "Arguments");
    describe(app, help.name, options);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return Answer{0, app.help(), ""};
    } catch (const CLI::ParseError& error) {
        return wrong(error.what(), help.name);
    }
    if (std::string message = contradiction(options); !message.empty()) return wrong(message, help.name);
    if (options.index.empty())
        options.index.push_back(environment.index.empty() ? "whosaid.index" : environment.index);
    return options;
}

// Levenshtein's distance; the words are short.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string_view name_of(ReportForm form) {
    const auto found = std::find_if(report_forms.begin(), report_forms.end(),
                                    [form](const auto& each) { return each.second == form; });
    return found == report_forms.end() ? std::string_view() : std::string_view(found->first);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t longest = 64;
    if (word.size() > longest) return {};
    std::string_view best;
    std::size_t least = word.size() / 3 + 2;  // at most a third of the word, and one more, mistyped
    for (const std::string_view name : names) {
        const std::size_t d = name.starts_with(word) && word.size() > 1 ? 1 : distance(word, name);
        if (d < least) {
            least = d;
            best = name;
        }
    }
    return best;
}

std::variant<Options, Answer> parse(std::span<const std::string> arguments, const Environment& environment) {
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h")
        return Answer{0, overview(), ""};
    const std::string& first = arguments[0];
    if (first == "--version") return Answer{0, version(), ""};
    if (first == "help") {
        if (arguments.size() == 1) return Answer{0, overview(), ""};
        const std::array<std::string, 2> asked{arguments[1], "--help"};
        return parse(asked, environment);
    }
    for (const CommandHelp& help : command_helps()) {
        if (help.name == first) return parse_command(help, arguments.subspan(1), environment);
    }
    if (first.starts_with("-"))
        return wrong(fmt::format("unknown option \"{}\" before a command", first), "");
    std::vector<std::string_view> names;
    for (const CommandHelp& help : command_helps())
        names.push_back(help.name);
    const std::string_view meant = nearest(first, names);
    return wrong(meant.empty() ? fmt::format("unknown command \"{}\"", first)
                               : fmt::format("unknown command \"{}\", did you mean \"{}\"?", first, meant),
                 "");
}

}  // namespace whosaid::cli
