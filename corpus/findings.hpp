// What all readers tell of the articles of an input in the same words, and the id of an article without one.
#pragma once

#include "core/date.hpp"
#include "core/types.hpp"
#include "corpus/mend.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::corpus {

inline constexpr const char* undated_hint = "write it as \"2026-01-28\"; the article is taken without a date";

class Findings {
  public:
    // `file`: the input's name, `id`: for an article that has none.
    Findings(std::string file, std::string id) : file_(std::move(file)), id_(std::move(id)) {}

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] Error error(std::string message, std::string hint, std::uint64_t line) const;
    [[nodiscard]] Error too_large(std::string hint, std::uint64_t line) const;

    void warn(std::string message, std::string hint, std::uint64_t line);
    // `first_line`: on which the text begins; nothing mended, nothing told.
    void warn(const Mended& mended, std::uint64_t first_line);
    [[nodiscard]] std::vector<Error> take_warnings();

    // A publication date as it is written; nullopt, and told: there is none, or it cannot be read.
    [[nodiscard]] std::optional<Date> date(const std::string& written, std::uint64_t line);
    // At the end of an input whose items are all packages, pictures and the like.
    void warn_of_others(std::uint64_t count);
    // The file's name serves for one article; the next ones have the line behind it.
    [[nodiscard]] std::string id_for(std::uint64_t line);
    // At the end: a feed without dates would drown everything else, so that only the first is told with its
    // place and the others are counted here.
    void end();

  private:
    std::string file_;
    std::string id_;
    std::vector<Error> warnings_;
    std::uint64_t undated_ = 0;
    bool id_taken_ = false;
};

// Whether an article's text has nothing to read.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace whosaid::corpus
