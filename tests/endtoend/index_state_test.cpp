// Indexes that are missing, foreign, empty, locked, or being written.
#include "tests/endtoend/fixture.hpp"

#include <fstream>
#include <thread>

namespace whosaid::endtoend {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

constexpr int no_index = 4;
constexpr int locked = 5;

class IndexState : public EndToEnd {
  protected:
    // Every command that reads an index gives this status and message.
    void expect_unreadable(const std::string& message) const {
        for (const Arguments& arguments : std::vector<Arguments>{{"search", "rain"},
                                                                 {"verify", "It rained."},
                                                                 {"timeline", "It rained."},
                                                                 {"report", "a"},
                                                                 {"copies"},
                                                                 {"info"}}) {
            const Outcome outcome = run(arguments);
            EXPECT_EQ(outcome.status, no_index) << arguments[0];
            EXPECT_THAT(outcome.err, HasSubstr(message)) << arguments[0];
            EXPECT_THAT(outcome.out, IsEmpty()) << arguments[0];
        }
    }
    [[nodiscard]] Outcome index(const std::string& articles) const { return run({"index", "-"}, articles); }
    const std::string article_ =
        line("a", "Harbour Wire", "2026-03-02", "Rain", "It rained on Monday, Ana Ruiz said.");
};

TEST_F(IndexState, MissingItIsAnError) {
    expect_unreadable(
        "whosaid: index: there is no index here; make one with: whosaid index --index index ARTICLES");
}

TEST_F(IndexState, AFileIsNone) {
    static_cast<void>(write("index", "x"));
    expect_unreadable("whosaid: index: this is a file, not an index");
    const Outcome outcome = index(article_);
    EXPECT_EQ(outcome.status, no_index);
    EXPECT_THAT(outcome.err, HasSubstr("whosaid: index: this is a file, not an index"));
}

TEST_F(IndexState, AFolderOfOtherThingsIsNoneAndIsLeftAlone) {
    static_cast<void>(write("index/letters.txt", "x"));
    expect_unreadable("whosaid: index: this folder is not a whosaid index");
    EXPECT_EQ(index(article_).status, no_index);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path("index")), {}), 1);
}

TEST_F(IndexState, OneOfAnotherSchemaIsAnError) {
    ASSERT_EQ(index(article_).status, 0);
    static_cast<void>(write("index/manifest", "whosaid index\nschema: 999\ngenerator: whosaid 9.9\n"));
    expect_unreadable(
        "whosaid: index: this index has schema 999, written by whosaid 9.9; this program reads schema ");
    EXPECT_EQ(index(article_).status, no_index);
}

TEST_F(IndexState, ADamagedOneIsAnErrorAndNeverUnsupported) {
    ASSERT_EQ(index(article_).status, 0);
    for (const char* part : {"index/articles", "index/claims"}) {
        for (const auto& file : std::filesystem::directory_iterator(path(part)))
            std::filesystem::resize_file(file, 0);
    }
    expect_unreadable("whosaid: index: ");
}

TEST_F(IndexState, AnEmptyOneVerifiesNothing) {
    ASSERT_EQ(index("{\n").status, 3);
    for (const Arguments& arguments :
         std::vector<Arguments>{{"verify", "It rained."}, {"timeline", "It rained."}, {"report", "-"}}) {
        const Outcome outcome = run(arguments, "It rained.");
        EXPECT_NE(outcome.status, 0) << arguments[0];
        EXPECT_THAT(outcome.err, HasSubstr("whosaid: index: ")) << arguments[0];
        EXPECT_THAT(outcome.out, IsEmpty()) << arguments[0];
    }
    EXPECT_EQ(document({"info", "--format", "json"})["articles"], 0);
    EXPECT_THAT(lines({"search", "rain", "--format", "jsonl"}), IsEmpty());
}

TEST_F(IndexState, OneOfSeveralThatIsMissingIsAnErrorAndNeverUnsupported) {
    ASSERT_EQ(index(article_).status, 0);
    for (const char* command : {"verify", "timeline"}) {
        const Outcome outcome = run({command, "It snowed.", "--index", "index", "--index", "none"});
        EXPECT_EQ(outcome.status, no_index);
        EXPECT_THAT(outcome.err, HasSubstr("whosaid: none: "));
        EXPECT_THAT(outcome.out, IsEmpty());
    }
}

TEST_F(IndexState, ASecondWriterIsToldAndTheFirstGoesOn) {
    Process first(folder(), {"index", "-", "--format", "json"});
    first.write(article_);
    while (first.running() && !std::filesystem::exists(path("index/manifest")))
        std::this_thread::sleep_for(5ms);
    const Outcome second = index(line("b", "", "2026-03-02", "", "It snowed."));
    EXPECT_EQ(second.status, locked);
    EXPECT_THAT(second.err, HasSubstr("whosaid: index: "));
    EXPECT_THAT(second.out, IsEmpty());
    const Outcome done = first.wait();
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(Json::parse(done.out)["articles"], 1);
    EXPECT_EQ(index(line("b", "", "2026-03-02", "", "It snowed.")).status, 0);
    EXPECT_EQ(document({"info", "--format", "json"})["articles"], 2);
}

TEST_F(IndexState, IsReadWholeWhileAnotherProcessWrites) {
    static_cast<void>(write("many.jsonl", sample(sanitized ? 1 : 6)));
    ASSERT_EQ(index(article_).status, 0);
    Process writer(folder(), {"index", "many.jsonl", "--batch", "0.02"});
    std::size_t reads = 0;
    std::uint64_t articles = 0;
    std::uint64_t claims = 0;
    bool writing = true;
    while (writing) {
        writing = writer.running();  // asked first, so that the last reads see the end
        const Json info = document({"info", "--format", "json"});
        EXPECT_GE(info["articles"].get<std::uint64_t>(), articles);
        EXPECT_GE(info["claims"].get<std::uint64_t>(), claims);
        articles = info["articles"];
        claims = info["claims"];
        EXPECT_EQ(lines({"search", "rained", "--format", "jsonl"}).at(0)["article"], "a");
        const Json verified =
            document({"verify", "It rained on Monday.", "--as-of", "2026-03-02", "--format", "json"});
        EXPECT_EQ(verified["coverage"], "complete");
        if (writing) ++reads;
    }
    const Outcome done = writer.wait();
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_GE(reads, 3U);
    EXPECT_EQ(articles, 1U + (sanitized ? 1 : 6) * 111U);
}

}  // namespace
}  // namespace whosaid::endtoend
