// Articles as JSON objects: one a line (JSON Lines), or one after the other, over any number of lines, as in
// a JSON array. Either way one object is in memory at a time, and a broken one costs no other. Each is ours
// or ninjs, as its members show.
#include "corpus/findings.hpp"
#include "corpus/formats.hpp"
#include "corpus/mend.hpp"
#include "corpus/ninjs.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whosaid::corpus {
namespace {

using nlohmann::json;

enum class Name : std::uint8_t { id, outlet, date, title, url, author, text };
constexpr std::array<std::string_view, 7> names{"id", "outlet", "date", "title", "url", "author", "text"};

struct Field {
    enum class Type : std::uint8_t { missing, null, string, whole_number, other } type = Type::missing;
    std::string text;  // of a string, or the figures of a whole number
};

// The fields of one object, without building the tree of it: hostile nesting costs nothing, and what is not
// ours is passed over.
class ArticleFields : public nlohmann::json_sax<json> {
  public:
    [[nodiscard]] Field& operator[](Name name) { return fields_.at(static_cast<std::size_t>(name)); }
    [[nodiscard]] const std::string& problem() const { return problem_; }  // empty: none
    [[nodiscard]] const std::vector<std::string_view>& repeated() const { return repeated_; }
    [[nodiscard]] bool is_ninjs() { return ninjs_ && (*this)[Name::text].type == Field::Type::missing; }

    bool null() override { return value({Field::Type::null, ""}); }
    bool boolean(bool) override { return value({Field::Type::other, ""}); }
    bool number_integer(number_integer_t number) override {
        return value({Field::Type::whole_number, std::to_string(number)});
    }
    bool number_unsigned(number_unsigned_t number) override {
        return value({Field::Type::whole_number, std::to_string(number)});
    }
    bool number_float(number_float_t, const string_t&) override { return value({Field::Type::other, ""}); }
    bool string(string_t& text) override { return value({Field::Type::string, std::move(text)}); }
    bool binary(binary_t&) override { return value({Field::Type::other, ""}); }
    bool start_object(std::size_t) override {
        return depth_ == 0 ? enter() : value({Field::Type::other, ""}) && enter();
    }
    bool start_array(std::size_t) override { return value({Field::Type::other, ""}) && enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (depth_ != 1) return true;
        ninjs_ = ninjs_ || is_ninjs_member(name);
        const auto found = std::ranges::find(names, name);
        current_ =
            found == names.end() ? nullptr : &fields_.at(static_cast<std::size_t>(found - names.begin()));
        if (current_ != nullptr && current_->type != Field::Type::missing) repeated_.push_back(*found);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail(fmt::format("it is not valid JSON, from byte {} on", position));
    }

  private:
    bool value(Field field) {
        if (depth_ == 0) return fail("it is not a JSON object");
        if (depth_ == 1 && current_ != nullptr) *current_ = std::move(field);
        return true;
    }
    bool enter() {
        constexpr std::size_t deepest = 100;
        if (depth_ == deepest) return fail(fmt::format("it is nested more than {} deep", deepest));
        ++depth_;
        return true;
    }
    bool leave() {
        --depth_;
        return true;
    }
    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    std::array<Field, names.size()> fields_;
    Field* current_ = nullptr;  // whose key was read last, at the top of the object
    std::size_t depth_ = 0;
    std::vector<std::string_view> repeated_;
    bool ninjs_ = false;
    std::string problem_;
};

// The JSON of one article, and the line on which it begins.
struct Piece {
    std::string json;
    std::uint64_t line = 0;
    bool too_long = false;  // then `json` is empty

    void append(std::string_view more) {
        if (too_long) return;
        too_long = json.size() + more.size() > largest_article;
        if (too_long) {
            json = std::string();
        } else {
            json += more;
        }
    }
    [[nodiscard]] bool blank() const {
        return !too_long && json.find_first_not_of(" \t\r") == std::string::npos;
    }
};

// Cuts an input into pieces: nullopt at its end; an error ends it.
class Splitter {
  public:
    Splitter(Bytes bytes, JsonLayout layout) : bytes_(std::move(bytes)), layout_(layout) {}
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }

    [[nodiscard]] std::optional<Result<Piece>> next() {
        if (!begun_) {
            begun_ = true;
            const Result<std::string_view> first = bytes_.peek();
            if (!first) return tl::unexpected(first.error());
            over_lines_ = goes_over_lines(*first, layout_);
        }
        return over_lines_ ? next_value() : next_line();
    }

  private:
    // True for an array, and for an object whose first line ends where only a person or a pretty-printer
    // breaks it.
    [[nodiscard]] static bool goes_over_lines(std::string_view first, JsonLayout layout) {
        constexpr std::string_view blank = " \t\r\n";
        const std::size_t begin = first.find_first_not_of(blank);
        if (begin == std::string_view::npos) return false;
        if (first[begin] == '[' || layout == JsonLayout::lines) return first[begin] == '[';
        const std::size_t end = first.find('\n', begin);
        if (first[begin] != '{' || end == std::string_view::npos) return false;
        const char last = first[first.find_last_not_of(blank, end)];
        return last == '{' || last == ',';
    }

    [[nodiscard]] std::optional<Result<Piece>> next_line() {
        Piece piece;
        piece.line = ++line_;
        bool any = false;
        while (true) {
            const Result<std::string_view> chunk = bytes_.peek();
            if (!chunk) return tl::unexpected(chunk.error());
            if (chunk->empty()) break;
            any = true;
            const std::size_t end = chunk->find('\n');
            piece.append(chunk->substr(0, end));
            bytes_.take(end == std::string_view::npos ? chunk->size() : end + 1);
            if (end != std::string_view::npos) break;
        }
        if (!any) return std::nullopt;
        return piece;
    }

    // What stands between the commas of an array: brackets are counted and strings passed over, so that an
    // object that is broken inside ends where it should.
    [[nodiscard]] std::optional<Result<Piece>> next_value() {
        Piece piece;
        Nesting nesting;
        while (true) {
            const Result<std::string_view> chunk = bytes_.peek();
            if (!chunk) return tl::unexpected(chunk.error());
            if (chunk->empty()) break;
            std::size_t at = 0;
            if (piece.line == 0) {
                at = between(*chunk);
                if (at < chunk->size()) piece.line = line_ + 1;
            }
            const std::size_t begin = at;
            bool ended = false;
            while (at < chunk->size() && !ended) {
                const char c = (*chunk)[at];
                ended = nesting.ends_before(c);
                if (ended) break;
                if (c == '\n') ++line_;
                ++at;
                ended = nesting.ends_after(c);
            }
            piece.append(chunk->substr(begin, at - begin));
            bytes_.take(at);
            if (ended) return piece;
        }
        if (piece.line > 0) {
            open_arrays_ = 0;  // one error is enough for a file that is cut off
            return piece;
        }
        if (std::exchange(open_arrays_, 0) > 0)
            return tl::unexpected(Error{ErrorCode::bad_input, "the array has no end",
                                        "the file may be cut off; what stands before is taken", bytes_.name(),
                                        line_ + 1});
        return std::nullopt;
    }

    // Passes over what stands between values; its length in `chunk`.
    std::size_t between(std::string_view chunk) {
        std::size_t at = 0;
        for (; at < chunk.size(); ++at) {
            const char c = chunk[at];
            if (c == '\n') {
                ++line_;
            } else if (c == '[') {
                ++open_arrays_;
            } else if (c == ']') {
                if (open_arrays_ > 0) --open_arrays_;
            } else if (c != ' ' && c != '\t' && c != '\r' && c != ',') {
                break;
            }
        }
        return at;
    }

    // Where a value ends, told character by character.
    class Nesting {
      public:
        [[nodiscard]] bool ends_before(char c) const {
            return depth_ == 0 && !in_string_ && (c == ',' || c == ']' || c == '\n');
        }
        [[nodiscard]] bool ends_after(char c) {
            if (in_string_) {
                if (escaped_) {
                    escaped_ = false;
                } else if (c == '\\') {
                    escaped_ = true;
                } else if (c == '"') {
                    in_string_ = false;
                }
                return false;
            }
            if (c == '"') in_string_ = true;
            if (c == '{' || c == '[') ++depth_;
            if ((c == '}' || c == ']') && depth_ > 0) return --depth_ == 0;
            return false;
        }

      private:
        std::size_t depth_ = 0;
        bool in_string_ = false;
        bool escaped_ = false;
    };

    Bytes bytes_;
    JsonLayout layout_;
    std::uint64_t line_ = 0;  // lines that are read
    bool begun_ = false;
    bool over_lines_ = false;
    std::size_t open_arrays_ = 0;
};

class JsonStream : public ArticleStream {
  public:
    JsonStream(Bytes bytes, std::string id, JsonLayout layout)
        : findings_(bytes.name(), std::move(id)), splitter_(std::move(bytes), layout) {}

    std::optional<Result<Article>> next() override {
        while (!ended_) {
            std::optional<Result<Piece>> piece = splitter_.next();
            if (!piece) {
                ended_ = true;
                return ending();
            }
            if (*piece && (*piece)->blank()) continue;
            if (!*piece) {
                ended_ = true;
                return tl::unexpected(piece->error());
            }
            Result<std::optional<Article>> read = article(std::move(**piece));
            if (read && !*read) {
                ++passed_over_;
                continue;
            }
            any_ = true;
            if (!read) return tl::unexpected(read.error());
            return std::move(**read);
        }
        return std::nullopt;
    }
    std::uint64_t bytes_read() const override { return splitter_.bytes().position(); }
    std::vector<Error> take_warnings() override { return findings_.take_warnings(); }

  private:
    std::optional<Result<Article>> ending() {
        findings_.end();
        if (any_) return std::nullopt;
        if (passed_over_ == 0)
            return tl::unexpected(
                findings_.error("it is empty", "an article is an object with \"id\" and \"text\"", 0));
        findings_.warn_of_others(passed_over_);
        return std::nullopt;
    }

    Result<std::optional<Article>> article(Piece piece) {
        const auto fail = [&](std::string message, std::string hint) {
            return tl::unexpected(findings_.error(std::move(message), std::move(hint), piece.line));
        };
        if (piece.too_long) return tl::unexpected(findings_.too_large("it is left out", piece.line));
        findings_.warn(mend_json(piece.json), piece.line);
        ArticleFields fields;
        json::sax_parse(piece.json, &fields);
        if (!fields.problem().empty())
            return fail(fields.problem(),
                        "an article is one object with \"id\" and \"text\"; it is left out");
        if (fields.is_ninjs()) return ninjs_article(piece.json, piece.line, findings_);
        for (const std::string_view name : fields.repeated())
            findings_.warn(fmt::format("\"{}\" stands more than once", name), "the last one counts",
                           piece.line);
        const Field& text = fields[Name::text];
        if (text.type == Field::Type::missing || text.type == Field::Type::null)
            return fail("it has no \"text\"", "the article is left out");
        if (text.type != Field::Type::string)
            return fail("its \"text\" is no string", "the article is left out");
        if (is_blank(text.text)) return fail("its \"text\" is empty", "the article is left out");
        const Field::Type id = fields[Name::id].type;
        if (id == Field::Type::other)
            return fail("its \"id\" is neither a string nor a whole number", "the article is left out");
        Article out;
        out.id =
            fields[Name::id].text.empty() ? findings_.id_for(piece.line) : std::move(fields[Name::id].text);
        out.outlet = string(piece, fields, Name::outlet);
        out.url = string(piece, fields, Name::url);
        out.title = string(piece, fields, Name::title);
        out.author = string(piece, fields, Name::author);
        out.date = date(piece, fields);
        out.text = std::move(fields[Name::text].text);
        return out;
    }

    std::string string(const Piece& piece, ArticleFields& fields, Name name) {
        Field& field = fields[name];
        if (field.type == Field::Type::whole_number || field.type == Field::Type::other) {
            findings_.warn(fmt::format("\"{}\" is no string", names.at(static_cast<std::size_t>(name))),
                           "the article is taken without it", piece.line);
            return {};
        }
        return std::move(field.text);
    }

    std::optional<Date> date(const Piece& piece, ArticleFields& fields) {
        const Field& field = fields[Name::date];
        if (field.type != Field::Type::other) return findings_.date(field.text, piece.line);
        findings_.warn("\"date\" is no string", undated_hint, piece.line);
        return std::nullopt;
    }

    Findings findings_;
    Splitter splitter_;
    std::uint64_t passed_over_ = 0;
    bool any_ = false;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> read_json(Bytes bytes, std::string id, JsonLayout layout) {
    return std::make_unique<JsonStream>(std::move(bytes), std::move(id), layout);
}

}  // namespace whosaid::corpus
