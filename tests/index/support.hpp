// Folders, articles and claims for the index's tests.
#pragma once

#include "index/store.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace whosaid::index::testing {

using tests::TemporaryFolder;

inline Article article(std::string id, std::string outlet, std::string_view date, std::string title,
                       std::string text) {
    return {std::move(id),    std::move(outlet), "https://example.org/" + title,
            parse_date(date), std::move(title),  "A. Writer",
            std::move(text)};
}

// Where `words` stand in `text`; the test fails where they do not.
inline Span span_of(const std::string& text, std::string_view words) {
    const std::size_t at = text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Claim claim(const Article& article, std::string_view content, std::string source, std::string_view cue,
                   Certainty certainty = Certainty::asserted, SourceKind kind = SourceKind::person,
                   Polarity polarity = Polarity::affirmed) {
    Claim out;
    out.content = {span_of(article.text, content)};
    out.source.name = std::move(source);
    out.source.kind = kind;
    if (!cue.empty()) out.cue = {span_of(article.text, cue)};
    out.certainty = certainty;
    out.polarity = polarity;
    return out;
}

inline void put(Writer& writer, const Article& article, const std::vector<Claim>& claims) {
    const auto done = writer.put(prepare(article, claims, corroboration::sketch(article)));
    ASSERT_TRUE(done) << to_string(done.error());
}

inline Writer open_writer(const std::filesystem::path& folder) {
    auto writer = Writer::open(folder);
    if (!writer) throw std::runtime_error(to_string(writer.error()));
    return std::move(*writer);
}

inline Reader open_reader(const std::vector<std::string>& folders) {
    auto reader = Reader::open(folders);
    if (!reader) throw std::runtime_error(to_string(reader.error()));
    return std::move(*reader);
}

inline void commit(Writer& writer) {
    const auto done = writer.commit();
    ASSERT_TRUE(done) << to_string(done.error());
}

// The hits as "id" or "id#claim", sorted.
inline std::vector<std::string> found(const Reader& reader, const std::string& query, bool claims) {
    const auto result = reader.search({query, claims, Order::relevance, 0, 100});
    if (!result) return {"error: " + to_string(result.error())};
    std::vector<std::string> out;
    for (const SearchHit& each : result->hits) {
        out.push_back(each.claim ? each.article + "#" + std::to_string(*each.claim) : each.article);
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace whosaid::index::testing
