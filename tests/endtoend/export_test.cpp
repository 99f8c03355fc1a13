// Export: the whole demonstration corpus in each form, and what happens to files, folders and what went out
// before.
#include "tests/endtoend/fixture.hpp"
#include "tests/endtoend/json_schema.hpp"
#include "tests/newsroom.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace whosaid::endtoend {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& each : fs::directory_iterator(folder))
        out.push_back(each.path().filename().string());
    std::ranges::sort(out);
    return out;
}

// ---- the whole corpus

struct Form {
    const char* name;
    const char* ending;
    std::function<std::string(const std::string&)> unsound;
    std::function<std::string(const fs::path&)> violation;  // of IPTC's schema; none for others
    std::vector<std::string> options;
};
void PrintTo(const Form& form, std::ostream* out) {
    *out << form.name;
}

class Corpus : public ::testing::TestWithParam<Form> {
  protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<tests::TemporaryFolder>();
        ASSERT_EQ(run(folder_->path(), {"index", sample_folder()}).status, 0);
    }
    static void TearDownTestSuite() { folder_.reset(); }

    // Every report in a file. The evidence of one candidate, compared without reading, is enough for its
    // form.
    [[nodiscard]] static std::vector<fs::path> exported(const Form& form, const std::string& to) {
        const fs::path out = folder_->path() / to;
        fs::create_directory(out);
        Arguments arguments{"export", "-o", to, "--to", form.name, "--quick", "--limit", "1", "--force"};
        arguments.insert(arguments.end(), form.options.begin(), form.options.end());
        if (sanitized) arguments.insert(arguments.end(), {"--query", "date:2025-03"});
        const Outcome outcome = run(folder_->path(), arguments);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(" articles exported"));
        EXPECT_THAT(outcome.out, IsEmpty());
        std::vector<fs::path> files;
        for (const auto& each : fs::directory_iterator(out))
            files.push_back(each.path());
        EXPECT_TRUE(sanitized ? !files.empty() : files.size() == 111) << files.size();
        return files;
    }
    static std::unique_ptr<tests::TemporaryFolder> folder_;
};
std::unique_ptr<tests::TemporaryFolder> Corpus::folder_;

TEST_P(Corpus, IsSoundAndValid) {
    const Form& form = GetParam();
    const std::vector<fs::path> files = exported(form, form.name);
    for (const fs::path& file : files) {
        EXPECT_TRUE(file.string().ends_with(form.ending)) << file;
        EXPECT_EQ(form.unsound(content(file)), "") << file;
    }
    if (!form.violation) return;
    if (const std::string why = tests::no_validation(); !why.empty()) GTEST_SKIP() << why;
    for (const fs::path& file : files)
        EXPECT_EQ(form.violation(file), "") << file;
}

std::string of_text(const fs::path& file, std::string (*check)(const std::string&)) {
    return check(content(file));
}

const std::vector<Form> forms{
    {"newsml-g2",
     ".xml",
     tests::unsound_newsml,
     [](const fs::path& file) { return tests::schema_violation(file, tests::newsml_schema); },
     {}},
    {"nitf",
     ".xml",
     tests::unsound_nitf,
     [](const fs::path& file) { return tests::schema_violation(file, tests::nitf_schema); },
     {"--xmlns"}},
    {"ninjs",
     ".json",
     tests::unsound_ninjs,
     [](const fs::path& file) { return of_text(file, tests::ninjs_violation); },
     {}},
    {"ninjs-3.1",
     ".json",
     tests::unsound_ninjs_3,
     [](const fs::path& file) { return of_text(file, tests::ninjs_3_violation); },
     {}},
    {"claimreview", ".jsonld", tests::unsound_json_ld, nullptr, {}},
    {"web-annotation", ".jsonld", tests::unsound_web_annotation, nullptr, {}},
    {"csv", ".csv", tests::unsound_csv, nullptr, {}},
};
std::string name_of(const testing::TestParamInfo<Form>& each) {
    std::string name = each.param.name;
    std::ranges::replace_if(
        name, [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
}
INSTANTIATE_TEST_SUITE_P(Forms, Corpus, ::testing::ValuesIn(forms), name_of);

// ---- and back

class ReadBack : public Corpus {
  protected:
    // The articles in `path` as lines by their ids.
    [[nodiscard]] static std::map<std::string, std::string> articles(const std::string& path) {
        const Outcome outcome = run(folder_->path(), {"read", path});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_THAT(outcome.err, IsEmpty());
        std::map<std::string, std::string> out;
        std::istringstream lines(outcome.out);
        for (std::string each; std::getline(lines, each);)
            out.emplace(Json::parse(each).at("id"), each);
        return out;
    }
    // Text and particulars, byte for byte.
    static void expect_originals(const std::map<std::string, std::string>& read, std::size_t count) {
        static const std::map<std::string, std::string> originals = articles(sample_folder());
        EXPECT_EQ(read.size(), count);
        for (const auto& [id, line] : read) {
            ASSERT_TRUE(originals.contains(id)) << id;
            EXPECT_EQ(line, originals.at(id));
        }
    }
};

TEST_P(ReadBack, ReportsAndPackagesAreTheArticlesTheyAreOn) {
    const Form& form = GetParam();
    const std::string to = std::string(form.name) + "-back";
    expect_originals(articles(to), exported(form, to).size());
    if (std::string_view(form.name) == "nitf") return;  // which has no packages
    const std::string package = to + form.ending;
    ASSERT_EQ(run(folder_->path(), {"export", "--package", package, "--to", form.name, "--quick", "--limit",
                                    "1", "--query", "date:2025-03"})
                  .status,
              0);
    const std::map<std::string, std::string> read = articles(package);
    EXPECT_GT(read.size(), 1U);
    expect_originals(read, read.size());
}

const std::vector<Form> readable{forms.begin(), forms.begin() + 4};
INSTANTIATE_TEST_SUITE_P(Forms, ReadBack, ::testing::ValuesIn(readable), name_of);

// ---- files and state

class Export : public EndToEnd {
  protected:
    void SetUp() override {
        static_cast<void>(write("articles.jsonl",
                                line("harbour/a1", "Harbour Wire", "2026-03-02", "Ferry",
                                     "The ferry struck a rock off Orsa, Paul Okoye said. Nobody was hurt.") +
                                    line("north/a2", "North Desk", "2026-03-03", "Rock",
                                         "The coastguard denied that the ferry struck a rock.") +
                                    line("../../evil\n<b>", "Isle \"Gazette\"", "2026-03-04", "]]>&<",
                                         "The ferry may sail on Friday, officials said.")));
        ASSERT_EQ(run({"index", "articles.jsonl"}).status, 0);
        fs::create_directory(path("out"));
    }
    [[nodiscard]] std::vector<std::string> out() const { return names_in(path("out")); }
    [[nodiscard]] Outcome exported(Arguments more) const {
        Arguments arguments{"export", "--quick"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
    void change(const std::string& id, const std::string& text) const {
        static_cast<void>(write("changed.jsonl", line(id, "Harbour Wire", "2026-03-02", "Ferry", text)));
        ASSERT_EQ(run({"index", "changed.jsonl"}).status, 0);
    }
};

const char* const evil = "%2E.%2F..%2Fevil%0A%3Cb%3E.xml";

TEST_F(Export, WritesAFileAnArticleUnderASafeName) {
    ASSERT_EQ(exported({"-o", "out"}).status, 0);
    EXPECT_THAT(out(), ElementsAre(evil, "harbour%2Fa1.xml", "north%2Fa2.xml"));
    EXPECT_EQ(content(path("out/harbour%2Fa1.xml")),
              output({"report", "harbour/a1", "--to", "newsml-g2", "--quick"}));
    EXPECT_EQ(tests::unsound_newsml(content(path("out") / evil)), "");
}

TEST_F(Export, TakesWhatIsAskedFor) {
    ASSERT_EQ(exported({"-o", "out", "--id", "north/a2"}).status, 0);
    EXPECT_THAT(out(), ElementsAre("north%2Fa2.xml"));
    ASSERT_EQ(exported({"-o", "out", "--query", "outlet:\"Harbour Wire\" ferry", "--to", "nitf"}).status, 0);
    EXPECT_THAT(out(), ElementsAre("harbour%2Fa1.xml", "north%2Fa2.xml"));
    const Outcome none = exported({"-o", "out", "--query", "quokka"});
    EXPECT_EQ(none.status, 0);
    EXPECT_THAT(none.err, HasSubstr("no article was found"));
    EXPECT_EQ(exported({"-o", "out", "--query", "outlet:("}).status, 2);
    const Outcome unknown = exported({"-o", "out", "--id", "no/such", "--id", "harbour/a1", "--to", "html"});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_THAT(unknown.err, HasSubstr("no/such: no article of the index has this id"));
    EXPECT_THAT(out(), testing::Contains("harbour%2Fa1.html"));
}

TEST_F(Export, KeepsFilesThatExistAndGoesOn) {
    static_cast<void>(write("out/harbour%2Fa1.xml", "mine"));
    const Outcome kept = exported({"-o", "out"});
    EXPECT_EQ(kept.status, 3);
    EXPECT_THAT(kept.err,
                AllOf(HasSubstr("harbour%2Fa1.xml: the file exists and is kept"), HasSubstr("--force"),
                      HasSubstr("2 articles exported"), HasSubstr("1 failed")));
    EXPECT_EQ(content(path("out/harbour%2Fa1.xml")), "mine");
    EXPECT_EQ(out().size(), 3U);
    ASSERT_EQ(exported({"-o", "out", "--force"}).status, 0);
    EXPECT_NE(content(path("out/harbour%2Fa1.xml")), "mine");
}

TEST_F(Export, NeedsAFolderAndSaysSo) {
    for (const char* folder : {"none", "articles.jsonl"}) {
        const Outcome outcome = exported({"-o", folder});
        EXPECT_EQ(outcome.status, 1);
        EXPECT_THAT(outcome.err, AllOf(HasSubstr(folder), HasSubstr("check that the folder exists")));
    }
    EXPECT_EQ(exported({"--package", "none/all.xml"}).status, 1);
    if (::geteuid() == 0) return;  // root may write anywhere
    fs::permissions(path("out"), fs::perms::owner_write, fs::perm_options::remove);
    const Outcome outcome = exported({"-o", "out"});
    fs::permissions(path("out"), fs::perms::owner_write, fs::perm_options::add);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("the folder cannot be written"));
}

TEST_F(Export, SinceLetsEachArticleAsItIsOutOnce) {
    const Arguments since{"-o", "out", "--since", "sent.json", "--force"};
    ASSERT_EQ(exported(since).status, 0);
    EXPECT_EQ(out().size(), 3U);
    // A management system takes the files away.
    for (const std::string& name : out())
        fs::remove(path("out/" + name));
    const Outcome again = exported(since);
    EXPECT_EQ(again.status, 0);
    EXPECT_THAT(again.err, HasSubstr("3 had gone out before"));
    EXPECT_THAT(out(), IsEmpty());
    change("harbour/a1", "The ferry struck a whale off Orsa, Paul Okoye said.");
    ASSERT_EQ(exported(since).status, 0);
    EXPECT_THAT(out(), ElementsAre("harbour%2Fa1.xml"));
    const Outcome other = exported({"-o", "out", "--since", "sent.json", "--to", "nitf"});
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.err, HasSubstr("as newsml-g2, not nitf"));
}

TEST_F(Export, WhatFailedGoesOutTheNextTime) {
    static_cast<void>(write("out/harbour%2Fa1.xml", "mine"));
    EXPECT_EQ(exported({"-o", "out", "--since", "sent.json"}).status, 3);
    fs::remove(path("out/harbour%2Fa1.xml"));
    const Outcome next = exported({"-o", "out", "--since", "sent.json"});
    EXPECT_EQ(next.status, 0);
    EXPECT_THAT(next.err, AllOf(HasSubstr("1 article exported"), HasSubstr("2 had gone out before")));
    EXPECT_TRUE(fs::exists(path("out/harbour%2Fa1.xml")));
    // The state is a document of ours.
    const Json state = Json::parse(content(path("sent.json")));
    EXPECT_EQ(violation(state, Json::parse(output({"schema"}))), "");
    EXPECT_EQ(state["sent"].size(), 3U);
}

TEST_F(Export, PackagesHoldAllInOneFile) {
    ASSERT_EQ(exported({"--package", "all.xml"}).status, 0);
    EXPECT_EQ(tests::unsound_newsml(content(path("all.xml"))), "");
    if (tests::no_validation().empty()) {
        EXPECT_EQ(tests::schema_violation(path("all.xml"), tests::newsml_schema), "");
    }
    EXPECT_EQ(exported({"--package", "all.xml"}).status, 1);  // it exists
    ASSERT_EQ(exported({"--package", "all.csv", "--to", "csv"}).status, 0);
    EXPECT_EQ(tests::unsound_csv(content(path("all.csv"))), "");
    for (const char* form : {"ninjs", "ninjs-3.1", "jsonld", "web-annotation", "json"}) {
        ASSERT_EQ(exported({"--package", "all.jsonl", "--to", form, "--force"}).status, 0) << form;
        const std::string text = content(path("all.jsonl"));
        EXPECT_EQ(std::ranges::count(text, '\n'), 3) << form;
        std::istringstream lines(text);
        for (std::string each; std::getline(lines, each);)
            EXPECT_FALSE(Json::parse(each, nullptr, false).is_discarded()) << form;
    }
    EXPECT_THAT(names_in(folder()), Not(testing::Contains(HasSubstr("all.jsonl."))));
}

TEST_F(Export, LineBreaksMarksAndParticularsComeBack) {
    const std::string original =
        R"({"schema":"whosaid/1","id":"a & <b>","outlet":"","date":"2026-03-05","title":"\"Rain\" & <sun>",)"
        R"("url":"https://orsa.example/1?a=1&b=2","author":"Ada Lund","text":"The ferry sails, <b> she said.\n)"
        R"(Nobody & \"no one\" was hurt.\n\nCafés shut \u2014 all of them, Paul Okoye said."})";
    const Json article = Json::parse(original);
    static_cast<void>(write("one.jsonl", article.dump() + "\n"));
    ASSERT_EQ(run({"index", "one.jsonl"}).status, 0);
    for (const char* form : {"newsml-g2", "nitf", "ninjs", "ninjs-3.1"}) {
        fs::create_directory(path(form));
        ASSERT_EQ(exported({"-o", form, "--to", form, "--id", "a & <b>"}).status, 0);
        EXPECT_EQ(Json::parse(output({"read", form})), article) << form;
    }
}

TEST_F(Export, APackageOfNothingNewIsNotWritten) {
    ASSERT_EQ(exported({"--package", "one.xml", "--since", "sent.json"}).status, 0);
    const Outcome second = exported({"--package", "two.xml", "--since", "sent.json"});
    EXPECT_EQ(second.status, 0);
    EXPECT_FALSE(fs::exists(path("two.xml")));
}

TEST_F(Export, DoesNotDependOnThreads) {
    for (const char* form : {"newsml-g2", "csv", "web-annotation"}) {
        ASSERT_EQ(exported({"--package", "one", "--to", form, "--threads", "1", "--force"}).status, 0);
        ASSERT_EQ(exported({"--package", "many", "--to", form, "--threads", "5", "--force"}).status, 0);
        EXPECT_TRUE(content(path("one")) == content(path("many"))) << form;
    }
}

TEST_F(Export, ReviewsBecomeClaimReviews) {
    static_cast<void>(write(
        "checks.jsonl", R"({"article": "harbour/a1", "claim": "c1", "rating": "False", "reviewer": "Desk",)"
                        R"( "url": "https://desk.example/1", "date": "2026-03-05"})"
                        "\n"));
    const Outcome outcome =
        exported({"--package", "all.jsonl", "--to", "claimreview", "--reviewed", "checks.jsonl"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(content(path("all.jsonl")), HasSubstr("\"ClaimReview\""));
    EXPECT_EQ(run({"report", "north/a2", "--to", "claimreview", "--reviewed", "none.jsonl"}).status, 2);
    const Outcome other =
        run({"report", "north/a2", "--to", "claimreview", "--reviewed", "checks.jsonl", "--quick"});
    EXPECT_THAT(other.err, HasSubstr("1 of 1 reviews are of no claim of this article"));
    EXPECT_THAT(other.out, Not(HasSubstr("\"ClaimReview\"")));
}

}  // namespace
}  // namespace whosaid::endtoend
