// Files to read, and what comes out of them.
#pragma once

#include "corpus/reader.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

namespace whosaid::corpus::testing {

using tests::TemporaryFolder;

struct Read {
    std::vector<Article> articles;
    // In order, without the folder: "feed.jsonl:2: it is ...".
    std::vector<std::string> errors;
    std::vector<std::string> warnings;
};

inline std::string shown(const Error& error) {
    Error out = error;
    out.file = std::filesystem::path(error.file).filename().string();
    return to_string(out);
}

inline Read read(const std::filesystem::path& path) {
    Read out;
    const auto stream = open(path);
    if (!stream) {
        EXPECT_EQ(stream.error().code, ErrorCode::bad_input);
        out.errors.push_back(shown(stream.error()));
        return out;
    }
    while (true) {
        std::optional<Result<Article>> article = (*stream)->next();
        for (const Error& warning : (*stream)->take_warnings())
            out.warnings.push_back(shown(warning));
        if (!article) return out;
        if (*article) {
            out.articles.push_back(std::move(**article));
        } else {
            EXPECT_EQ(article->error().code, ErrorCode::bad_input);
            out.errors.push_back(shown(article->error()));
        }
    }
}

// Reads `content` as a file of that name.
inline Read read(const std::string& name, std::string_view content) {
    const TemporaryFolder folder;
    return read(folder.write(name, content));
}

inline std::vector<std::string> ids(const Read& read) {
    std::vector<std::string> out;
    for (const Article& article : read.articles)
        out.push_back(article.id);
    return out;
}

}  // namespace whosaid::corpus::testing
