#include "corpus/xml_items.hpp"

#include "core/text/utf8.hpp"
#include "corpus/characters.hpp"
#include "corpus/markup.hpp"
#include "corpus/mend.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

struct Item {
    std::string xml;  // from the start tag on
    std::uint64_t line = 0;
    bool passed_over = false;  // one of the other items; then `xml` is empty
    bool too_large = false;    // then too
    bool open = false;         // it has no end

    void append(std::string_view more) {
        if (passed_over || too_large) return;
        too_large = xml.size() + more.size() > largest_article;
        if (too_large) {
            xml = std::string();
        } else {
            xml += more;
        }
    }
};

// The value of `encoding` in the "<?xml ...?>" at the start of an input.
std::string declared_encoding(std::string_view first) {
    constexpr std::string_view key = "encoding";
    first = first.substr(0, first.find('>'));
    const std::size_t found = first.find(key);
    if (first.find("<?xml") == std::string_view::npos || found == std::string_view::npos) return {};
    const std::size_t begin = first.find_first_not_of(" =\"'\t\r\n", found + key.size());
    if (begin == std::string_view::npos) return {};
    return std::string(first.substr(begin, first.find_first_of(" \"'?", begin) - begin));
}

// Cuts an input into items: nullopt at its end; an error ends it.
class Cutter {
  public:
    Cutter(Bytes bytes, const XmlForm& form) : bytes_(std::move(bytes)), form_(form) {}
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }  // as the input declares it

    [[nodiscard]] std::optional<Result<Item>> next() {
        using Kind = MarkupToken::Kind;
        std::optional<Item> item;
        std::string name;  // of its element
        while (true) {
            const std::string_view rest = std::string_view(buffer_).substr(at_);
            const std::optional<MarkupToken> token = scanner_.next(rest, ended_);
            if (!token) {
                if (ended_) break;
                if (const Result<void> filled = fill(); !filled) return tl::unexpected(filled.error());
                continue;
            }
            const std::string_view bytes = rest.substr(0, token->size);
            const bool is_tag = token->kind == Kind::start_tag || token->kind == Kind::end_tag;
            const std::string_view tag = is_tag ? local_name(tag_name(bytes)) : std::string_view();
            // No item stands in another: where the next one begins, the last has ended.
            const bool begins = token->kind == Kind::start_tag && is_item(tag);
            if (item && begins) {
                item->open = true;
                return std::move(*item);
            }
            if (begins) {
                name = tag;
                item.emplace();
                item->line = line_;
                item->passed_over = is_other(tag);
            }
            if (item) item->append(bytes);
            line_ += static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
            at_ += token->size;
            if (item && tag == name && (token->kind == Kind::end_tag || closes_itself(bytes)))
                return std::move(*item);
        }
        if (!item) return std::nullopt;
        item->open = true;
        return std::move(*item);
    }

  private:
    [[nodiscard]] bool is_item(std::string_view tag) const {
        return std::ranges::find(form_.articles, tag) != form_.articles.end() || is_other(tag);
    }
    [[nodiscard]] bool is_other(std::string_view tag) const {
        return std::ranges::find(form_.other_items, tag) != form_.other_items.end();
    }

    Result<void> fill() {
        const Result<std::string_view> piece = bytes_.peek();
        if (!piece) return tl::unexpected(piece.error());
        ended_ = piece->empty();
        if (line_ == 1 && at_ == 0 && buffer_.empty()) encoding_ = declared_encoding(*piece);
        buffer_.erase(0, std::exchange(at_, 0));
        buffer_ += *piece;
        bytes_.take(piece->size());
        return {};
    }

    Bytes bytes_;
    const XmlForm& form_;
    MarkupScanner scanner_{MarkupKind::xml};
    std::string buffer_;
    std::size_t at_ = 0;      // of what is not cut yet, in buffer_
    std::uint64_t line_ = 1;  // at which at_ stands
    bool ended_ = false;
    std::string encoding_;
};

class XmlStream : public ArticleStream {
  public:
    XmlStream(Bytes bytes, std::string id, XmlForm form)
        : form_(std::move(form)), findings_(bytes.name(), std::move(id)), cutter_(std::move(bytes), form_) {}

    std::optional<Result<Article>> next() override {
        while (!ended_) {
            std::optional<Result<Item>> item = cutter_.next();
            if (!item) {
                ended_ = true;
                return ending();
            }
            if (!*item) {
                ended_ = true;
                return tl::unexpected(item->error());
            }
            Result<std::optional<Article>> read = article(std::move(**item));
            if (!read) {
                any_ = true;
                return tl::unexpected(read.error());
            }
            if (*read) {
                any_ = true;
                return std::move(**read);
            }
            ++passed_over_;
        }
        return std::nullopt;
    }
    std::uint64_t bytes_read() const override { return cutter_.bytes().position(); }
    std::vector<Error> take_warnings() override { return findings_.take_warnings(); }

  private:
    std::optional<Result<Article>> ending() {
        findings_.end();
        if (any_) return std::nullopt;
        if (passed_over_ == 0)
            return tl::unexpected(findings_.error(
                fmt::format("it holds no <{}>, as {} has", form_.articles.front(), form_.name),
                "check the file", 0));
        findings_.warn_of_others(passed_over_);
        return std::nullopt;
    }

    Result<std::optional<Article>> article(Item item) {
        if (item.passed_over) return std::nullopt;
        if (item.too_large) return tl::unexpected(findings_.too_large("it is left out", item.line));
        to_utf8(item);
        Repairs repairs;
        Result<std::string> xml = well_formed(item.xml, MarkupKind::xml, repairs);
        if (!xml) {
            return tl::unexpected(findings_.error(std::move(xml.error().message), "it is left out",
                                                  item.line + xml.error().line - 1));
        }
        item.xml = std::string();
        pugi::xml_document document;
        const pugi::xml_parse_result parsed = document.load_buffer_inplace(
            xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed)
            return tl::unexpected(findings_.error(fmt::format("it cannot be read: {}", parsed.description()),
                                                  "it is left out", item.line));
        Result<std::optional<Article>> out = form_.article(document.document_element(), item.line, findings_);
        if (out && *out) tell(item, repairs);
        return out;
    }

    // Bytes that are no UTF-8 are what the input declares, where it does.
    void to_utf8(Item& item) {
        if (text::first_invalid(item.xml)) {
            if (std::optional<std::string> text = decoded(item.xml, cutter_.encoding()))
                item.xml = std::move(*text);
        }
        findings_.warn(mend(item.xml), item.line);
    }

    void tell(const Item& item, const Repairs& repairs) {
        if (item.open) {
            findings_.warn("it has no end", "the file may be cut off; what stands before is taken",
                           item.line);
        } else if (repairs.places > 0) {
            const std::string count =
                repairs.places > 1 ? fmt::format(" ({} places in all)", repairs.places) : "";
            findings_.warn(fmt::format("it is not well-formed XML: {}{}", repairs.first, count),
                           "it is read as far as that makes sense", item.line + repairs.line - 1);
        }
    }

    XmlForm form_;
    Findings findings_;
    Cutter cutter_;
    std::uint64_t passed_over_ = 0;
    bool any_ = false;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> read_xml(Bytes bytes, std::string id, XmlForm form) {
    return std::make_unique<XmlStream>(std::move(bytes), std::move(id), std::move(form));
}

}  // namespace whosaid::corpus
