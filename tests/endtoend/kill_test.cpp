// Power cuts: `index` is killed at random moments, and what it leaves is whole each time.
#include "tests/endtoend/fixture.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <thread>

namespace whosaid::endtoend {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr unsigned kills = sanitized ? 5 : 20;
constexpr std::size_t times = sanitized ? 1 : 2;  // the demonstration corpus, about 130 kB of text each
const Arguments index_arguments{"index", "articles.jsonl", "--batch", sanitized ? "0.02" : "0.03"};
const std::string everything = "date:2025";

// What an index holds: an article's claims, as search shows them, by its id.
using Holdings = std::map<std::string, std::vector<std::string>>;

class Killed : public EndToEnd {
  protected:
    void SetUp() override {
        static_cast<void>(write("articles.jsonl", sample(times)));
        const Clock::time_point begin = Clock::now();
        const Outcome outcome = run(index_arguments);
        length_ = Clock::now() - begin;
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        whole_ = holdings();
        ASSERT_EQ(whole_.size(), times * 111);
        std::filesystem::remove_all(path("index"));
    }

    [[nodiscard]] Holdings holdings() const {
        Holdings out;
        for (const Json& hit : lines({"search", everything, "--limit", "10000", "--format", "jsonl"}))
            out[hit["article"]];
        for (const std::string& claim : all_claims(folder(), everything))
            out[Json::parse(claim)["article"]].push_back(claim);
        return out;
    }

    // Starts `index` on nothing and kills it at `share` of the length of a whole run: earlier where it is
    // quicker this time. False where it always ended first.
    [[nodiscard]] bool killed_at(double share) const {
        constexpr int attempts = 20;
        Seconds delay = share * length_;
        for (int i = 0; i < attempts; ++i, delay *= 0.8) {
            std::filesystem::remove_all(path("index"));
            Process indexing(folder(), index_arguments);
            std::this_thread::sleep_for(delay);
            indexing.kill();
            if (indexing.wait().status < 0) return true;
        }
        return false;
    }

    // The number of articles that the index holds, each as a whole run leaves it.
    [[nodiscard]] std::size_t whole_articles() const {
        const Outcome info = run({"info", "--format", "json"});
        if (!std::filesystem::exists(path("index/manifest"))) {
            EXPECT_EQ(info.status, 4);  // killed before there was an index
            return 0;
        }
        EXPECT_EQ(info.status, 0) << info.err;
        const Holdings held = holdings();
        std::size_t claims = 0;
        for (const auto& [id, its] : held) {
            const auto expected = whole_.find(id);
            EXPECT_TRUE(expected != whole_.end() && its == expected->second) << id;
            claims += its.size();
        }
        const Json told = Json::parse(info.out);
        EXPECT_EQ(told["articles"], held.size());
        EXPECT_EQ(told["claims"], claims);
        return held.size();
    }

    Holdings whole_;
    Seconds length_{};
};

TEST_F(Killed, AtTwentyRandomMomentsTheIndexIsWholeAndIndexCompletesIt) {
    std::mt19937 random(20260302);  // fixed: the same moments in every run, as far as the machine allows
    std::uniform_real_distribution<double> within(0, 1);
    std::size_t in_between = 0;  // kills that left some articles, but not all
    for (unsigned i = 0; i < kills; ++i) {
        const double share = (i + within(random)) / kills;
        SCOPED_TRACE("killed at " + std::to_string(share) + " of the run");
        ASSERT_TRUE(killed_at(share));
        const std::size_t held = whole_articles();
        if (held > 0 && held < whole_.size()) ++in_between;
        const Outcome completed = run(index_arguments);
        ASSERT_EQ(completed.status, 0) << completed.err;
        EXPECT_TRUE(holdings() == whole_);
    }
    EXPECT_GE(in_between, kills / 3);
}

}  // namespace
}  // namespace whosaid::endtoend
