// Plain text: the whole file is the text of one article.
#include "corpus/formats.hpp"
#include "corpus/mend.hpp"

#include <utility>

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

class TextStream : public ArticleStream {
  public:
    TextStream(Bytes bytes, std::string id) : bytes_(std::move(bytes)), id_(std::move(id)) {}

    std::optional<Result<Article>> next() override {
        if (std::exchange(ended_, true)) return std::nullopt;
        return whole();
    }
    std::uint64_t bytes_read() const override { return bytes_.position(); }
    std::vector<Error> take_warnings() override { return std::exchange(warnings_, {}); }

  private:
    [[nodiscard]] Error error(std::string message, std::string hint, std::uint64_t line = 0) const {
        return {ErrorCode::bad_input, std::move(message), std::move(hint), bytes_.name(), line};
    }

    Result<Article> whole() {
        std::string text;
        while (true) {
            const Result<std::string_view> piece = bytes_.peek();
            if (!piece) return tl::unexpected(piece.error());
            if (piece->empty()) break;
            if (text.size() + piece->size() > largest_article)
                return tl::unexpected(
                    error(fmt::format("it is larger than {} MB, the most one article may take",
                                      largest_article / 1'000'000),
                          "many articles in one file are written as JSON Lines"));
            text += *piece;
            bytes_.take(piece->size());
        }
        if (text.find_first_not_of(" \t\r\n\v\f") == std::string::npos)
            return tl::unexpected(error("it is empty", "an article needs a text"));
        const std::size_t size = text.size();
        const Mended mended = mend(text);
        // Western text in another 8-bit encoding has such bytes here and there; where they are every tenth
        // byte or more, it is no text.
        constexpr std::size_t few = 20;
        constexpr std::size_t dense = 10;
        if (mended.places > few && mended.places > size / dense)
            return tl::unexpected(
                error(fmt::format("it is no UTF-8 text, from byte {} of the line on", mended.byte),
                      "convert it to UTF-8 text first", mended.line));
        if (mended.places > 0) warnings_.push_back(mended.warning(bytes_.name(), 1));
        return Article{id_, "", "", std::nullopt, "", "", std::move(text)};
    }

    Bytes bytes_;
    std::string id_;
    std::vector<Error> warnings_;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> read_text(Bytes bytes, std::string id) {
    return std::make_unique<TextStream>(std::move(bytes), std::move(id));
}

}  // namespace whosaid::corpus
