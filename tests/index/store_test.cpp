// Adding, replacing, finding, searching, reading several indexes and while a writer writes.
#include "index/store.hpp"

#include "tests/index/support.hpp"

#include <thread>

#include <gmock/gmock.h>

namespace whosaid::index {
namespace {

using testing::article;
using testing::claim;
using testing::commit;
using testing::found;
using testing::open_reader;
using testing::open_writer;
using testing::put;
using testing::TemporaryFolder;
using Found = std::vector<std::string>;

// Three articles of two outlets, five claims.
void write_ferries(Writer& writer) {
    const Article first = article(
        "f1", "Harbour Wire", "2026-01-28", "Ferry line to close",
        "The ferry line will close in March, said Reuven Azar. Two officials hinted that a new line may open "
        "next year.");
    put(writer, first,
        {claim(first, "The ferry line will close in March", "Reuven Azar", "said"),
         claim(first, "a new line may open next year", "two officials", "hinted", Certainty::possible,
               SourceKind::anonymous)});
    const Article second =
        article("f2", "The Quay", "2026-02-10", "Company denies ferry plans",
                "The company denied closing the ferry line. It has confirmed a sale of ships.");
    Claim sale = claim(second, "a sale of ships", "Norsund Lines", "has confirmed", Certainty::confirmed,
                       SourceKind::organisation);
    sale.entities = {{testing::span_of(second.text, "company"), "Norsund Lines", EntityType::organisation}};
    put(writer, second,
        {claim(second, "closing the ferry line", "Norsund Lines", "denied", Certainty::asserted,
               SourceKind::organisation, Polarity::denied),
         sale});
    const Article third = article("f3", "", "", "Storm", "A storm closed the harbour.");
    put(writer, third,
        {claim(third, "A storm closed the harbour", "", "", Certainty::asserted, SourceKind::media)});
    commit(writer);
}

class Ferries : public ::testing::Test {
  protected:
    Ferries() {
        Writer writer = open_writer(folder_ / "index");
        write_ferries(writer);
    }
    [[nodiscard]] std::string path() const { return (folder_ / "index").string(); }
    TemporaryFolder folder_;
};

TEST_F(Ferries, AreFoundByIdWithTheirClaims) {
    const Reader reader = open_reader({path()});
    const auto stored = reader.find("f1");
    ASSERT_TRUE(stored && *stored);
    EXPECT_EQ((*stored)->article.title, "Ferry line to close");
    EXPECT_EQ((*stored)->article.url, "https://example.org/Ferry line to close");
    ASSERT_EQ((*stored)->claims.size(), 2U);
    EXPECT_EQ((*stored)->claims[1].certainty, Certainty::possible);
    const auto none = reader.find("f4");
    ASSERT_TRUE(none);
    EXPECT_FALSE(*none);
}

struct Case {
    const char* query;
    Found articles;
    Found claims;
};

TEST_F(Ferries, AreSearchedByWordsAndFields) {
    const Reader reader = open_reader({path()});
    const std::vector<Case> cases = {
        {"", {"f1", "f2", "f3"}, {"f1#0", "f1#1", "f2#0", "f2#1", "f3#0"}},
        {"ferry", {"f1", "f2"}, {"f1#0", "f2#0"}},
        {"closing ferries", {"f1", "f2"}, {"f1#0", "f2#0"}},
        {"the ferry of March", {"f1"}, {"f1#0"}},
        {"storm OR ships", {"f2", "f3"}, {"f2#1", "f3#0"}},
        {"ferry AND NOT march", {"f2"}, {"f2#0"}},
        {"NOT ferry", {"f3"}, {"f1#1", "f2#1", "f3#0"}},
        {"NOT NOT ferry", {"f1", "f2"}, {"f1#0", "f2#0"}},
        {"(storm OR ferry) march", {"f1"}, {"f1#0"}},
        {"\"ferry line\"", {"f1", "f2"}, {"f1#0", "f2#0"}},
        {"\"line ferry\"", {}, {}},
        {"“sale of ships”", {"f2"}, {"f2#1"}},
        {"\"march said\"", {"f1"}, {}},  // not within one claim
        {"\"close ferry\"", {}, {}},     // title and text are apart
        {"line NEAR march", {"f1"}, {"f1#0"}},
        {"march NEAR/5 line", {"f1"}, {"f1#0"}},
        {"ferry NEAR/1 march", {}, {}},
        {"stor*", {"f3"}, {"f3#0"}},
        {"harbour storm*", {"f3"}, {"f3#0"}},
        {"source:azar", {"f1"}, {"f1#0"}},
        {"source:\"Reuven Azar\"", {"f1"}, {"f1#0"}},
        {"source:\"Azar Reuven\"", {}, {}},
        {"source:(reuven azar)", {"f1"}, {"f1#0"}},
        {"source:(azar OR norsund)", {"f1", "f2"}, {"f1#0", "f2#0", "f2#1"}},
        {"source:nors*", {"f2"}, {"f2#0", "f2#1"}},
        {"Source:AZAR", {"f1"}, {"f1#0"}},
        {"outlet:\"harbour wire\"", {"f1"}, {"f1#0", "f1#1"}},
        {"outlet:harbour", {}, {}},
        {"outlet:harb*", {"f1"}, {"f1#0", "f1#1"}},
        {"cue:hint", {"f1"}, {"f1#1"}},
        {"cue:confirming", {"f2"}, {"f2#1"}},
        {"cue:\"has confirmed\"", {"f2"}, {"f2#1"}},
        {"certainty:possible", {"f1"}, {"f1#1"}},
        {"kind:organisation ferry", {"f2"}, {"f2#0"}},
        {"polarity:denied", {"f2"}, {"f2#0"}},
        {"entity:norsund", {"f2"}, {"f2#1"}},
        {"entity:\"norsund lines\"", {"f2"}, {"f2#1"}},
        {"title:ferry", {"f1", "f2"}, {"f1#0", "f1#1", "f2#0", "f2#1"}},
        {"title:\"ferry line\"", {"f1"}, {"f1#0", "f1#1"}},
        {"title:march", {}, {}},
        {"title:(ferry plans) ships", {"f2"}, {"f2#1"}},
        {"title:stor*", {"f3"}, {"f3#0"}},
        {"date:2026-01-28", {"f1"}, {"f1#0", "f1#1"}},
        {"date:2026-01", {"f1"}, {"f1#0", "f1#1"}},
        {"date:2026-01..2026-02", {"f1", "f2"}, {"f1#0", "f1#1", "f2#0", "f2#1"}},
        {"date:2026-01-29..", {"f2"}, {"f2#0", "f2#1"}},
        {"date:..2026-02-09", {"f1"}, {"f1#0", "f1#1"}},
        {"date:2026-Q1 ferry", {"f1", "f2"}, {"f1#0", "f2#0"}},
        {"date:2025", {}, {}},
        {"date:1900..2100", {"f1", "f2"}, {"f1#0", "f1#1", "f2#0", "f2#1"}},
        {"NOT date:2026", {"f3"}, {"f3#0"}},
        {"note: ferry", {}, {}},
        {"https://example.org", {}, {}},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(found(reader, each.query, false), each.articles) << each.query;
        EXPECT_EQ(found(reader, each.query, true), each.claims) << each.query << " (claims)";
    }
}

TEST_F(Ferries, BadQueriesAreUsageErrorsWithAHint) {
    const Reader reader = open_reader({path()});
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"sauce:azar", "source:"},
        {"date:tuesday", "date:2026-01"},
        {"date:2026-02..2026-01", "date:2026-01"},
        {"date:..", "date:2026-01"},
        {"date:2026-13", "date:2026-01"},
        {"certainty:maybe", "probable"},
        {"kind:human", "anonymous"},
        {"polarity:no", "affirmed"},
        {"source:", "source:\"Reuven Azar\""},
        {"source: azar", "without a space"},
        {"\"ferry line", "put a \""},
        {"(ferry", "put a )"},
        {"ferry)", "take the )"},
        {"()", "fill it"},
        {"ferry AND", "stand between"},
        {"OR ferry", "stand between"},
        {"NOT", "stand between"},
        {"the of", "says what it is about"},
        {"f*", "at least 2 letters"},
        {"*", "at least 2 letters"},
        {"ferry NEAR \"the line\"", "NEAR/5"},
        {"ferry NEAR/0 line", "NEAR/5"},
        {"ferry NEAR/x line", "NEAR/5"},
        {"source:(title:x)", "close the bracket"},
        {std::string(200, '('), "simpler"},
        {std::string(20'000, 'a'), "shorter"},
    };
    for (const auto& [query, hint] : cases) {
        for (const bool claims : {false, true}) {
            const auto result = reader.search({query, claims, Order::relevance, 0, 10});
            ASSERT_FALSE(result) << query;
            EXPECT_EQ(result.error().code, ErrorCode::usage) << query;
            EXPECT_NE(result.error().hint.find(hint), std::string::npos)
                << query << ": " << to_string(result.error());
        }
    }
    std::string nots;
    for (int i = 0; i < 1000; ++i)
        nots += "NOT ";
    EXPECT_FALSE(reader.search({nots + "x", false, Order::relevance, 0, 10}));
}

TEST_F(Ferries, AreOrderedAndPaged) {
    const Reader reader = open_reader({path()});
    const auto by_date = reader.search({"ferry OR storm", false, Order::date, 0, 10});
    ASSERT_TRUE(by_date);
    ASSERT_EQ(by_date->hits.size(), 3U);
    EXPECT_EQ(by_date->hits[0].article, "f2");
    EXPECT_EQ(by_date->hits[1].article, "f1");
    EXPECT_EQ(by_date->hits[2].article, "f3");  // without a date: last
    EXPECT_EQ(by_date->estimated_total, 3U);
    EXPECT_THAT(by_date->explanation, ::testing::HasSubstr("ferri"));
    const auto second = reader.search({"ferry OR storm", false, Order::date, 1, 1});
    ASSERT_TRUE(second);
    ASSERT_EQ(second->hits.size(), 1U);
    EXPECT_EQ(second->hits[0].article, "f1");
    const auto beyond = reader.search({"ferry", true, Order::relevance, 4'000'000'000U, 4'000'000'000U});
    ASSERT_TRUE(beyond);
    EXPECT_TRUE(beyond->hits.empty());
}

TEST_F(Ferries, AreCandidatesByWeighedWordsAndDate) {
    const Reader reader = open_reader({path()});
    corroboration::RetrievalQuery query;
    query.words = {{"ferries", {"boat"}, 1}, {"norsund", {}, 3}, {"tempest", {"storm"}, 1}, {"sale", {}, 2}};
    const auto ids = [&] {
        std::vector<std::string> out;
        const auto hits = reader.candidates(query, 10);
        EXPECT_TRUE(hits);
        for (const ArticleHit& each : *hits)
            out.push_back(each.id);
        return out;
    };
    auto all = ids();
    EXPECT_EQ(all.front(), "f2");
    EXPECT_THAT(all, ::testing::UnorderedElementsAre("f1", "f2", "f3"));
    query.as_of = parse_date("2026-02-09");
    EXPECT_THAT(ids(), ::testing::UnorderedElementsAre("f1", "f3"));
    query.as_of = parse_date("2026-02-10");
    EXPECT_THAT(ids(), ::testing::UnorderedElementsAre("f1", "f2", "f3"));
    EXPECT_EQ(reader.candidates(query, 1)->size(), 1U);
    EXPECT_TRUE(reader.candidates(query, 0)->empty());
    query.words = {{"--", {}, 1}, {"ferry", {}, 0}};
    EXPECT_TRUE(ids().empty());
}

TEST_F(Ferries, AreCounted) {
    const auto info = open_reader({path()}).info();
    ASSERT_TRUE(info);
    EXPECT_EQ(info->articles, 3U);
    EXPECT_EQ(info->claims, 5U);
    EXPECT_EQ(info->revision, 1U);
    EXPECT_GT(info->bytes, 10'000U);
    EXPECT_EQ(info->schema, "1");
    EXPECT_THAT(info->generator, ::testing::StartsWith("whosaid "));
    EXPECT_EQ(info->first_date, parse_date("2026-01-28"));
    EXPECT_EQ(info->last_date, parse_date("2026-02-10"));
    const std::vector<std::pair<std::string, std::uint64_t>> outlets = {{"Harbour Wire", 1}, {"The Quay", 1}};
    EXPECT_EQ(info->outlets, outlets);
}

TEST_F(Ferries, AreReplacedWithTheirClaims) {
    const Article newer = article("f1", "Harbour Wire", "2026-01-29", "Ferry line saved",
                                  "The ferry line stays, the minister announced.");
    {
        Writer writer = open_writer(path());
        const auto before = writer.unchanged(newer);
        ASSERT_TRUE(before);
        EXPECT_FALSE(*before);
        put(writer, newer, {claim(newer, "The ferry line stays", "the minister", "announced")});
        commit(writer);
        EXPECT_TRUE(*writer.unchanged(newer));
        Article other = newer;
        other.author = "Someone else";
        EXPECT_FALSE(*writer.unchanged(other));
    }
    const Reader reader = open_reader({path()});
    EXPECT_EQ(found(reader, "outlet:\"harbour wire\"", true), Found{"f1#0"});
    EXPECT_EQ(found(reader, "source:azar", true), Found{});
    EXPECT_EQ(found(reader, "source:azar", false), Found{});
    EXPECT_EQ(found(reader, "stays", true), Found{"f1#0"});
    EXPECT_EQ(reader.info()->claims, 4U);
    EXPECT_EQ(reader.info()->first_date, parse_date("2026-01-29"));
}

TEST_F(Ferries, WithoutCommitNothingIsKept) {
    {
        Writer writer = open_writer(path());
        const Article lost = article("f9", "X", "2026-03-01", "Lost", "Lost words.");
        put(writer, lost, {});
    }
    const Reader reader = open_reader({path()});
    EXPECT_EQ(reader.info()->articles, 3U);
    EXPECT_EQ(found(reader, "lost", false), Found{});
    open_writer(path());  // and the lock is free again
}

TEST_F(Ferries, AreReadTogetherWithOtherIndexes) {
    const std::string other = (folder_ / "other").string();
    {
        Writer writer = open_writer(other);
        const Article more =
            article("a0", "Harbour Wire", "2027-05-05", "Another ferry", "A ferry sank, said Reuven Azar.");
        put(writer, more, {claim(more, "A ferry sank", "Reuven Azar", "said")});
        const Article twin = article("f1", "Copy Cat", "2027-06-06", "Ferry twin", "A twin of the ferry.");
        put(writer, twin, {});
        commit(writer);
    }
    const Reader reader = open_reader({path(), other});
    EXPECT_EQ(found(reader, "source:azar", true), (Found{"a0#0", "f1#0"}));
    EXPECT_EQ(found(reader, "\"ferry sank\"", true), Found{"a0#0"});
    EXPECT_EQ(found(reader, "title:another", true), Found{"a0#0"});
    const auto info = reader.info();
    ASSERT_TRUE(info);
    EXPECT_EQ(info->articles, 5U);
    EXPECT_EQ(info->claims, 6U);
    EXPECT_EQ(info->last_date, parse_date("2027-06-06"));
    EXPECT_EQ(info->outlets.front(), (std::pair<std::string, std::uint64_t>{"Harbour Wire", 2}));
    std::vector<std::string> ids;
    ASSERT_TRUE(reader.each([&](const StoredArticle& each) {
        ids.push_back(each.article.id);
        return true;
    }));
    EXPECT_EQ(ids, (Found{"a0", "f1", "f2", "f3"}));
    EXPECT_EQ((*reader.find("f1"))->article.outlet, "Harbour Wire");  // the first index counts
    corroboration::RetrievalQuery query;
    query.words = {{"ferry", {}, 1}};
    EXPECT_EQ(reader.candidates(query, 10)->size(), 3U);  // the twin once
}

TEST(Store, VisitsInOrderOfIdAndStopsWhenTold) {
    const TemporaryFolder folder;
    {
        Writer writer = open_writer(folder / "index");
        for (int i = 199; i >= 0; --i) {
            const std::string id = "n" + std::to_string(1000 + i);
            put(writer, article(id, "Wire", "2026-01-01", "T", "Text " + id), {});
        }
        commit(writer);
    }
    const Reader reader = open_reader({(folder / "index").string()});
    std::vector<std::string> ids;
    ASSERT_TRUE(reader.each([&](const StoredArticle& each) {
        ids.push_back(each.article.id);
        EXPECT_TRUE(reader.find(each.article.id));  // the reader may be asked meanwhile
        return ids.size() < 150;
    }));
    EXPECT_EQ(ids.size(), 150U);
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_EQ(reader.sketches()->size(), 200U);
}

TEST(Store, StrangeIdsAndLongValuesAreKept) {
    const TemporaryFolder folder;
    const std::vector<std::string> ids = {"",
                                          std::string("a\0b", 3),
                                          std::string(5000, 'x'),
                                          std::string(5000, 'x') + "y",
                                          std::string(200, 'z'),
                                          "Qé#1",
                                          "f1#0"};
    {
        Writer writer = open_writer(folder / "index");
        for (const std::string& id : ids) {
            const Article odd =
                article(id, std::string(3000, 'o') + " outlet", "2026-01-01", "T", "Words here.");
            Claim one = claim(odd, "Words here", std::string(1000, 'n'), "");
            one.source.name += " of many words";
            put(writer, odd, {one});
        }
        commit(writer);
    }
    const Reader reader = open_reader({(folder / "index").string()});
    EXPECT_EQ(reader.info()->articles, ids.size());
    for (const std::string& id : ids) {
        const auto stored = reader.find(id);
        ASSERT_TRUE(stored && *stored);
        EXPECT_EQ((*stored)->article.id, id);
    }
    std::vector<std::string> expected = ids;
    std::ranges::sort(expected);
    EXPECT_EQ(found(reader, "words", false), expected);
    for (std::string& each : expected)
        each += "#0";
    std::ranges::sort(expected);
    EXPECT_EQ(found(reader, "\"words here\"", true), expected);
}

TEST(Store, TooManyExpansionsAreAUsageError) {
    const TemporaryFolder folder;
    {
        Writer writer = open_writer(folder / "index");
        std::string text;
        for (int i = 0; i < 6000; ++i)
            text += "zz" + std::to_string(i) + "q ";
        put(writer, article("many", "X", "2026-01-01", "T", text), {});
        commit(writer);
    }
    const Reader reader = open_reader({(folder / "index").string()});
    const auto result = reader.search({"zz*", false, Order::relevance, 0, 10});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::usage);
    EXPECT_EQ(found(reader, "zz59*", false), Found{"many"});
}

TEST(Store, ReadersStayWholeWhileAWriterWrites) {
    const TemporaryFolder folder;
    const std::string path = (folder / "index").string();
    const auto version = [](int number) {
        return article("same", "Wire", "2026-01-01", "Version",
                       "Version word" + std::to_string(number) + " stands.");
    };
    const auto write = [&](Writer& writer, int number) {
        const Article now = version(number);
        put(writer, now,
            {claim(now, "word" + std::to_string(number), "Source" + std::to_string(number), "")});
        put(writer,
            article("n" + std::to_string(number), "Wire", "2026-01-02", "Filler",
                    std::string(2000, 'f') + " filler"),
            {});
        commit(writer);
    };
    Writer writer = open_writer(path);
    write(writer, 0);
    std::thread reading([&] {
        const Reader reader = open_reader({path});
        for (int round = 0; round < 60; ++round) {
            const auto stored = reader.find("same");
            ASSERT_TRUE(stored) << to_string(stored.error());
            ASSERT_TRUE(*stored);
            EXPECT_EQ((*stored)->claims.size(), 1U);
            EXPECT_EQ(
                "Source" + (*stored)->article.text.substr(12, (*stored)->article.text.find(' ', 12) - 12),
                (*stored)->claims[0].source.name);
            EXPECT_EQ(found(reader, "source:source*", true), Found{"same#0"});
            std::size_t seen = 0;
            ASSERT_TRUE(reader.each([&](const StoredArticle&) { return ++seen > 0; }));
            EXPECT_GT(seen, 1U);
        }
    });
    for (int number = 1; number < 60; ++number)
        write(writer, number);
    reading.join();
}

}  // namespace
}  // namespace whosaid::index
