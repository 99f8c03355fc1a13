#include "cli/json_lines.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

namespace whosaid::cli {
namespace {

using testing::HasSubstr;

std::vector<Result<Record>> records(const std::string& text) {
    const std::string path = testing::TempDir() + "whosaid-records.jsonl";
    std::ofstream(path, std::ios::binary) << text;
    std::vector<Result<Record>> out;
    auto reader = RecordReader::open(path);
    EXPECT_TRUE(reader);
    while (reader) {
        auto record = reader->next();
        if (!record) break;
        out.push_back(std::move(*record));
    }
    std::filesystem::remove(path);
    return out;
}

TEST(RecordReader, PassesOverBlankLinesAndTheByteOrderMark) {
    const auto got = records("\xEF\xBB\xBF{\"id\": 1}\n\n  \r\n{\"id\": \"b\"}");
    ASSERT_EQ(got.size(), 2U);
    EXPECT_EQ(got[0]->id(), "1");
    EXPECT_EQ(got[1]->id(), "b");
    EXPECT_EQ(got[1]->line, 4U);
}

TEST(RecordReader, ABrokenLineIsAnErrorAndTheRestGoesOn) {
    const auto got = records("{\"id\": 1\n[1]\n{\"id\": \"\xFF\"}\n{}\n");
    ASSERT_EQ(got.size(), 4U);
    EXPECT_THAT(to_string(got[0].error()), HasSubstr(".jsonl:1: it is not valid JSON"));
    EXPECT_THAT(to_string(got[1].error()), HasSubstr(".jsonl:2: it is not a JSON object"));
    EXPECT_THAT(to_string(got[2].error()), HasSubstr(".jsonl:3: it is not valid UTF-8"));
    ASSERT_TRUE(got[3]);
    EXPECT_EQ(got[3]->id(), "4");
}

TEST(RecordReader, HostileNestingIsNoCrash) {
    const auto got = records(std::string(200'000, '['));
    ASSERT_EQ(got.size(), 1U);
    EXPECT_FALSE(got[0]);
}

TEST(RecordReader, AMissingFileOrAFolderIsAnError) {
    EXPECT_THAT(to_string(RecordReader::open("/no/such/claims.jsonl").error()), HasSubstr("No such file"));
    EXPECT_THAT(to_string(RecordReader::open("/").error()), HasSubstr("folder"));
}

TEST(Record, TellsWhatIsWrongWithAField) {
    const Record record{
        {{"text", " "}, {"claim", 3}, {"as_of", "soon"}, {"id", Json::array()}}, "c.jsonl", 7};
    EXPECT_THAT(to_string(record.text("text").error()), HasSubstr("c.jsonl:7: \"text\" is empty"));
    EXPECT_THAT(to_string(record.text("claim").error()), HasSubstr("not a text"));
    EXPECT_THAT(to_string(record.text("evidence").error()), HasSubstr("\"evidence\" is missing"));
    EXPECT_THAT(to_string(record.date("as_of").error()), HasSubstr("not a date: \"soon\""));
    EXPECT_FALSE(record.id());
    EXPECT_EQ(record.date("nothing").value(), std::nullopt);
}

class Lists : public testing::Test {
  protected:
    std::string written(Format format) {
        std::FILE* file = std::tmpfile();
        Console console(file, file);
        DocumentList list(console, format, "things");
        for (int number = 1; number <= count_; ++number) {
            Json each = document();
            each["number"] = number;
            list.add(std::move(each));
        }
        list.finish();
        EXPECT_TRUE(console.finish());
        std::string out(static_cast<std::size_t>(std::ftell(file)), '\0');
        std::rewind(file);
        EXPECT_EQ(std::fread(out.data(), 1, out.size(), file), out.size());
        std::fclose(file);
        return out;
    }
    int count_ = 2;
};

TEST_F(Lists, LinesCarryTheSchemaEach) {
    EXPECT_EQ(written(Format::jsonl),
              "{\"schema\":\"whosaid/1\",\"number\":1}\n{\"schema\":\"whosaid/1\",\"number\":2}\n");
}

TEST_F(Lists, OneDocumentCarriesItOnce) {
    EXPECT_EQ(Json::parse(written(Format::json)),
              Json::parse(R"({"schema":"whosaid/1","things":[{"number":1},{"number":2}]})"));
}

TEST_F(Lists, MayBeEmpty) {
    count_ = 0;
    EXPECT_EQ(written(Format::jsonl), "");
    EXPECT_EQ(Json::parse(written(Format::json)), Json::parse(R"({"schema":"whosaid/1","things":[]})"));
}

}  // namespace
}  // namespace whosaid::cli
