// Plain text: the whole file is the text of one article.
#include "corpus/findings.hpp"
#include "corpus/formats.hpp"
#include "corpus/mend.hpp"

#include <utility>

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

class TextStream : public ArticleStream {
  public:
    TextStream(Bytes bytes, std::string id)
        : findings_(bytes.name(), std::move(id)), bytes_(std::move(bytes)) {}

    std::optional<Result<Article>> next() override {
        if (std::exchange(ended_, true)) return std::nullopt;
        return whole();
    }
    std::uint64_t bytes_read() const override { return bytes_.position(); }
    std::vector<Error> take_warnings() override { return findings_.take_warnings(); }

  private:
    Result<Article> whole() {
        std::string text;
        while (true) {
            const Result<std::string_view> piece = bytes_.peek();
            if (!piece) return tl::unexpected(piece.error());
            if (piece->empty()) break;
            if (text.size() + piece->size() > largest_article)
                return tl::unexpected(
                    findings_.too_large("many articles in one file are written as JSON Lines", 0));
            text += *piece;
            bytes_.take(piece->size());
        }
        if (is_blank(text))
            return tl::unexpected(findings_.error("it is empty", "an article needs a text", 0));
        const std::size_t size = text.size();
        const Mended mended = mend(text);
        // Western text in another 8-bit encoding has such bytes here and there; where they are every tenth
        // byte or more, it is no text.
        constexpr std::size_t few = 20;
        constexpr std::size_t dense = 10;
        if (mended.places > few && mended.places > size / dense)
            return tl::unexpected(
                findings_.error(fmt::format("it is no UTF-8 text, from byte {} of the line on", mended.byte),
                                "convert it to UTF-8 text first", mended.line));
        findings_.warn(mended, 1);
        return Article{findings_.id_for(1), "", "", std::nullopt, "", "", std::move(text)};
    }

    Findings findings_;
    Bytes bytes_;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> read_text(Bytes bytes, std::string id) {
    return std::make_unique<TextStream>(std::move(bytes), std::move(id));
}

}  // namespace whosaid::corpus
