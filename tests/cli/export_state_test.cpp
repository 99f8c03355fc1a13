#include "cli/export_state.hpp"

#include "tests/temporary_folder.hpp"

#include <string>

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;

TEST(ExportState, RemembersFromOneRunToTheNext) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "state.json").string();
    {
        auto state = ExportState::open(path, ReportForm::nitf);
        ASSERT_TRUE(state) << to_string(state.error());
        EXPECT_FALSE(state->sent("a", "1"));
        state->add("a", "1");
        state->add("\"b\"\n\xF0\x9F\x9A\xA2", "2");
        EXPECT_TRUE(state->sent("a", "1"));
        ASSERT_TRUE(state->save());
    }
    const auto state = ExportState::open(path, ReportForm::nitf);
    ASSERT_TRUE(state) << to_string(state.error());
    EXPECT_TRUE(state->sent("a", "1"));
    EXPECT_FALSE(state->sent("a", "2"));
    EXPECT_TRUE(state->sent("\"b\"\n\xF0\x9F\x9A\xA2", "2"));
}

TEST(ExportState, IsOfOneForm) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "state.json").string();
    {
        const auto state = ExportState::open(path, ReportForm::nitf);
        ASSERT_TRUE(state && state->save());
    }
    const auto other = ExportState::open(path, ReportForm::csv);
    ASSERT_FALSE(other);
    EXPECT_THAT(to_string(other.error()), HasSubstr("as nitf, not csv"));
}

TEST(ExportState, ServesOneExportAtATime) {
    const tests::TemporaryFolder folder;
    const std::string path = (folder / "state.json").string();
    const auto first = ExportState::open(path, ReportForm::nitf);
    ASSERT_TRUE(first);
    const auto second = ExportState::open(path, ReportForm::nitf);
    ASSERT_FALSE(second);
    EXPECT_THAT(to_string(second.error()), HasSubstr("another export"));
}

TEST(ExportState, OfAnotherKindIsLeftAsItIs) {
    const tests::TemporaryFolder folder;
    for (const char* content : {"", "text", "[]", "{}", R"({"schema": "whosaid/1"})",
                                R"({"schema": "whosaid/1", "to": "nitf", "sent": {"a": 1}})",
                                R"({"schema": "other", "to": "nitf", "sent": {}})"}) {
        const std::string path = folder.write("state.json", content).string();
        const auto state = ExportState::open(path, ReportForm::nitf);
        ASSERT_FALSE(state) << content;
        EXPECT_EQ(state.error().file, path);
    }
    EXPECT_FALSE(ExportState::open((folder / "no/such/state").string(), ReportForm::nitf));
}

TEST(Revision, ChangesWithAnyPartOfTheArticle) {
    Article article;
    article.id = "a";
    article.title = "b";
    const std::string before = revision_of(article);
    EXPECT_EQ(before, revision_of(article));
    std::swap(article.title, article.author);
    EXPECT_NE(before, revision_of(article));
}

}  // namespace
}  // namespace whosaid::cli
