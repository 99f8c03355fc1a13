#include "cli/inputs.hpp"

#include "core/text/language.hpp"

#include <fmt/format.h>

namespace whosaid::cli {

Inputs::Inputs(const std::vector<std::string>& paths, Console& console, std::optional<Date> today)
    : console_(console), today_(today), inputs_(corpus::inputs(paths)) {
    for (const Result<corpus::Input>& input : inputs_) {
        if (!input) continue;
        if (input->path == "-") {
            total_ = 0;
            break;
        }
        total_ += input->bytes;
    }
}

std::uint64_t Inputs::bytes_read() const {
    return done_ + (stream_ ? stream_->bytes_read() : 0);
}

void Inputs::fail(const Error& error) {
    ++failures_;
    console_.error(error);
}

bool Inputs::open_next() {
    while (position_ < inputs_.size()) {
        const Result<corpus::Input>& input = inputs_[position_++];
        if (!input) {
            fail(input.error());
            continue;
        }
        auto opened = corpus::open(input->path);
        if (!opened) {
            fail(opened.error());
            done_ += input->bytes;
            continue;
        }
        stream_ = std::move(*opened);
        current_ = input->path == "-" ? "standard input" : input->path.string();
        return true;
    }
    return false;
}

void Inputs::check(const Article& article) {
    const auto [first, fresh] = seen_.try_emplace(article.id, position_ - 1);
    if (!fresh) {
        console_.warning({ErrorCode::bad_input,
                          fmt::format("the id \"{}\" was met before, in {}", article.id,
                                      inputs_[first->second]->path.string()),
                          "of articles with one id the index keeps the last", current_, 0});
    }
    if (article.date && *article.date > *today_) {
        console_.warning(
            {ErrorCode::bad_input,
             fmt::format("the date of \"{}\", {}, is in the future", article.id, to_string(*article.date)),
             "check it: relative times count from it", current_, 0});
    }
}

void Inputs::warn_of_language(const Article& article) {
    const std::string language = text::foreign_language(article.text);
    if (language.empty()) return;
    console_.warning({ErrorCode::bad_input, fmt::format("\"{}\" is in {}, not English", article.id, language),
                      "it is kept for search, but no claims are taken from it", current_, 0});
}

std::optional<Article> Inputs::next() {
    while (stream_ || open_next()) {
        std::optional<Result<Article>> article = stream_->next();
        for (const Error& warning : stream_->take_warnings())
            console_.warning(warning);
        if (!article) {
            done_ += stream_->bytes_read();
            stream_.reset();
            continue;
        }
        if (!*article) {
            fail(article->error());
            continue;
        }
        if (today_) check(**article);
        warn_of_language(**article);
        return std::move(**article);
    }
    return std::nullopt;
}

}  // namespace whosaid::cli
