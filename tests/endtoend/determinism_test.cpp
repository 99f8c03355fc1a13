// The same corpus gives the same answers, whatever the number of threads and however often it is read.
#include "tests/endtoend/fixture.hpp"

#include <algorithm>
#include <fstream>

namespace whosaid::endtoend {
namespace {

class Determinism : public EndToEnd {
  protected:
    void SetUp() override { static_cast<void>(write("articles.jsonl", sample(1))); }
};

TEST_F(Determinism, ClaimsDoNotDependOnThreads) {
    const std::string one = output({"claims", "articles.jsonl", "--format", "jsonl", "--threads", "1"});
    EXPECT_EQ(std::ranges::count(one, '\n'), 111);
    EXPECT_TRUE(one == output({"claims", "articles.jsonl", "--format", "jsonl", "--threads", "8"}));
}

TEST_F(Determinism, AnswersDoNotDependOnThreadsOrBatches) {
    static_cast<void>(output({"index", "articles.jsonl", "--index", "one", "--threads", "1"}));
    static_cast<void>(
        output({"index", "articles.jsonl", "--index", "eight", "--threads", "8", "--batch", "0.05"}));
    // What was written twice is as what was written once.
    static_cast<void>(output({"index", "articles.jsonl", "--index", "eight"}));
    static_cast<void>(write(
        "claims.jsonl",
        R"({"id": "1", "text": "The ferry will sail again on Monday."})"
        "\n"
        R"({"id": "2", "text": "The prime minister will visit Cairo before the summer.", "as_of": "2025-04-01"})"
        "\n"
        R"({"id": "3", "text": "At least 12 people died in the fire."})"
        "\n"));
    for (Arguments arguments : std::vector<Arguments>{
             {"search", "minister said", "--limit", "500", "--format", "jsonl"},
             {"search", "certainty:possible", "--claims", "--limit", "5000", "--format", "jsonl"},
             {"search", "date:2025", "--by", "date", "--limit", "500", "--format", "jsonl"},
             {"verify", "--claims", "claims.jsonl", "--explain", "--format", "jsonl"},
             {"copies", "--format", "jsonl"}}) {
        arguments.insert(arguments.end(), {"--index", "one"});
        const std::string one = output(arguments);
        EXPECT_FALSE(one.empty()) << arguments[0];
        arguments.back() = "eight";
        EXPECT_TRUE(one == output(arguments)) << arguments[0] << ' ' << arguments[1];
    }
    // The passages of one claim are read by several threads, and by none with --quick.
    const auto verified = [&](const Arguments& more) {
        Arguments arguments{
            "verify", "The prime minister of India will visit Cairo.", "--index", "one", "--format", "json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return output(arguments);
    };
    const std::string by_one = verified({"--threads", "1"});
    EXPECT_TRUE(by_one == verified({"--threads", "8"}));
    EXPECT_FALSE(by_one == verified({"--quick"}));
    const auto report = [&](const std::string& index) {
        Json out = document({"report", "0/egypt-visit/a1", "--to", "json", "--index", index});
        out.erase("run");  // tells how often the index was committed
        return out;
    };
    EXPECT_TRUE(report("one") == report("eight"));
}

}  // namespace
}  // namespace whosaid::endtoend
