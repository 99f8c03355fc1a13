#include "corpus/findings.hpp"

#include "corpus/publication_date.hpp"
#include "corpus/reader.hpp"

#include <utility>

#include <fmt/format.h>

namespace whosaid::corpus {

Error Findings::error(std::string message, std::string hint, std::uint64_t line) const {
    return {ErrorCode::bad_input, std::move(message), std::move(hint), file_, line};
}

Error Findings::too_large(std::string hint, std::uint64_t line) const {
    return error(
        fmt::format("it is larger than {} MB, the most one article may take", largest_article / 1'000'000),
        std::move(hint), line);
}

void Findings::warn(std::string message, std::string hint, std::uint64_t line) {
    warnings_.push_back(error(std::move(message), std::move(hint), line));
}

void Findings::warn(const Mended& mended, std::uint64_t first_line) {
    if (mended.places > 0) warnings_.push_back(mended.warning(file_, first_line));
}

std::vector<Error> Findings::take_warnings() {
    return std::exchange(warnings_, {});
}

std::optional<Date> Findings::date(const std::string& written, std::uint64_t line) {
    if (written.empty()) {
        if (++undated_ == 1)
            warn("the article has no date", "times such as \"on Monday\" in it stay open", line);
        return std::nullopt;
    }
    const std::optional<Date> date = publication_date(written);
    constexpr std::size_t shown = 40;
    if (!date)
        warn(fmt::format("the date \"{}\" cannot be read", written.substr(0, shown)), undated_hint, line);
    return date;
}

void Findings::warn_of_others(std::uint64_t count) {
    warn(fmt::format("it holds no article, only {} of other kinds",
                     count == 1 ? "an item" : fmt::format("{} items", count)),
         "packages, pictures and the like are passed over", 0);
}

std::string Findings::id_for(std::uint64_t line) {
    return std::exchange(id_taken_, true) ? fmt::format("{}:{}", id_, line) : id_;
}

void Findings::end() {
    if (undated_ > 1) warn(fmt::format("{} more articles have no date", undated_ - 1), "", 0);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

}  // namespace whosaid::corpus
