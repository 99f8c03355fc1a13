#include "index/query.hpp"

#include "core/terms.hpp"
#include "index/date_cover.hpp"
#include "index/schema.hpp"
#include "index/words.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whosaid::index {
namespace {

using Xapian::Query;

constexpr std::size_t longest_query = 10'000;  // bytes
constexpr int deepest = 100;                   // brackets and NOTs within one another
constexpr std::size_t default_window = 10;     // of NEAR
constexpr std::size_t widest_window = 1'000;
constexpr std::size_t shortest_prefix = 2;  // letters before a *
constexpr Xapian::termcount most_expansions = 5'000;

Error wrong(std::string message, std::string hint) {
    return {ErrorCode::usage, std::move(message), std::move(hint), "", 0};
}

std::string known_fields() {
    std::vector<std::string_view> names;
    for (const Field& each : fields) {
        if (!each.name.empty()) names.push_back(each.name);
    }
    return fmt::format("the fields are {}:", fmt::join(names, ":, "));
}

const Field* find_field(std::string_view name) {
    const auto found = std::ranges::find_if(
        fields, [&](const Field& each) { return !each.name.empty() && each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

enum class Kind : std::uint8_t { end, word, phrase, open, close, both, either, negated, near, field };

struct Token {
    Kind kind = Kind::end;
    std::string text;
    std::size_t window = default_window;
};

// A quotation mark at `at`, straight or curly: its size in bytes, else 0.
std::size_t quote_at(std::string_view text, std::size_t at) {
    if (text[at] == '"') return 1;
    const std::string_view mark = text.substr(at, 3);
    return mark == "\u201C" || mark == "\u201D" ? 3 : 0;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<Token> next() {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        if (at_ == text_.size()) return Token{};
        if (text_[at_] == '(') return single(Kind::open);
        if (text_[at_] == ')') return single(Kind::close);
        if (const std::size_t size = quote_at(text_, at_); size > 0) return quoted(size);
        if (const auto name = field_name()) return field_token(*name);
        const std::size_t begin = at_;
        while (at_ < text_.size() && !ends_word())
            ++at_;
        return operator_or_word(text_.substr(begin, at_ - begin));
    }

  private:
    Token single(Kind kind) {
        ++at_;
        return {kind, {}};
    }
    [[nodiscard]] bool ends_word() const {
        return is_space(text_[at_]) || text_[at_] == '(' || text_[at_] == ')' || quote_at(text_, at_) > 0;
    }
    Result<Token> quoted(std::size_t size) {
        at_ += size;
        const std::size_t begin = at_;
        while (at_ < text_.size() && quote_at(text_, at_) == 0)
            ++at_;
        if (at_ == text_.size()) {
            return tl::unexpected(wrong("a quotation is not closed in the query", "put a \" at its end"));
        }
        Token token{Kind::phrase, std::string(text_.substr(begin, at_ - begin))};
        at_ += quote_at(text_, at_);
        return token;
    }
    // The letters before a colon; none where the colon belongs to an address, a time or plain text.
    [[nodiscard]] std::optional<std::string_view> field_name() const {
        std::size_t end = at_;
        while (end < text_.size() && is_letter(text_[end]))
            ++end;
        if (end == at_ || end == text_.size() || text_[end] != ':') return std::nullopt;
        if (text_.substr(end, 3) == "://") return std::nullopt;
        return text_.substr(at_, end - at_);
    }
    Result<Token> field_token(std::string_view name) {
        at_ += name.size() + 1;
        std::string lower(name);
        for (char& c : lower) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        const bool bare = at_ == text_.size() || is_space(text_[at_]) || text_[at_] == ')';
        if (find_field(lower) == nullptr) {
            if (bare) return Token{Kind::word, std::string(name)};
            return tl::unexpected(wrong(fmt::format("no field is called \"{}:\"", name), known_fields()));
        }
        if (bare) {
            return tl::unexpected(
                wrong(fmt::format("\"{}:\" has no value", lower),
                      fmt::format("write it without a space, as in {}", find_field(lower)->example)));
        }
        return Token{Kind::field, lower};
    }
    static Result<Token> operator_or_word(std::string_view word) {
        if (word == "AND") return Token{Kind::both, {}};
        if (word == "OR") return Token{Kind::either, {}};
        if (word == "NOT") return Token{Kind::negated, {}};
        if (word == "NEAR") return Token{Kind::near, {}};
        if (word.starts_with("NEAR/")) {
            const std::string_view digits = word.substr(5);
            std::size_t window = 0;
            const auto [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), window);
            if (bad != std::errc() || end != digits.data() + digits.size() || window < 1 ||
                window > widest_window) {
                return tl::unexpected(
                    wrong(fmt::format("\"{}\" has no distance between 1 and {}", word, widest_window),
                          "write NEAR or, say, NEAR/5"));
            }
            return Token{Kind::near, {}, window};
        }
        return Token{Kind::word, std::string(word)};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

Query unweighted(const Query& query) {
    return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

Query minus(const Query& query, const Query& unwanted) {
    return unwanted.empty() ? query : Query(Query::OP_AND_NOT, query, unwanted);
}

template <class E>
Result<std::string> checked_term(std::string_view field, std::string_view value) {
    if (from_term<E>(value)) return std::string(value);
    return tl::unexpected(wrong(fmt::format("{}: has no value \"{}\"", field, value),
                                fmt::format("its values are {}", fmt::join(Terms<E>::values, ", "))));
}

// One operand: `query` is none where it held stop words alone; `stem` is set for one plain word.
struct Operand {
    std::optional<Query> query;
    std::optional<std::string> stem;
};

class Parser {
  public:
    Parser(std::string_view text, const QueryContext& context)
        : lexer_(text), context_(context), stem_("english") {}

    Result<Query> parse() {
        if (auto read = advance(); !read) return tl::unexpected(read.error());
        if (token_.kind == Kind::end) return Query::MatchAll;
        Result<Operand> whole = either(nullptr);
        if (!whole) return tl::unexpected(whole.error());
        if (token_.kind == Kind::close) {
            return tl::unexpected(wrong("a bracket is closed that was not opened", "take the ) away"));
        }
        if (!whole->query) {
            return tl::unexpected(wrong("the query holds nothing but common words or marks",
                                        "add a word that says what it is about"));
        }
        return *whole->query;
    }

  private:
    // Counts the depth of nesting for as long as it lives.
    class Level {
      public:
        explicit Level(int& depth) : depth_(depth) { ++depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        ~Level() { --depth_; }

      private:
        int& depth_;
    };

    Result<void> advance() {
        Result<Token> read = lexer_.next();
        if (!read) return tl::unexpected(read.error());
        token_ = std::move(*read);
        return {};
    }

    Result<Operand> either(const Field* in) {
        std::vector<Query> operands;
        bool only_one = true;
        Operand last;
        while (true) {
            Result<Operand> operand = both(in);
            if (!operand) return operand;
            if (operand->query) operands.push_back(*operand->query);
            last = std::move(*operand);
            if (token_.kind != Kind::either) break;
            only_one = false;
            if (auto read = advance(); !read) return tl::unexpected(read.error());
        }
        if (only_one) return last;
        if (operands.empty()) return Operand{};
        return Operand{Query(Query::OP_OR, operands.begin(), operands.end()), {}};
    }

    Result<Operand> both(const Field* in) {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        Operand last;
        std::size_t count = 0;
        while (true) {
            const bool negated = token_.kind == Kind::negated;
            Result<Operand> operand = unary(in);
            if (!operand) return operand;
            if (operand->query) (negated ? unwanted : wanted).push_back(*operand->query);
            last = std::move(*operand);
            ++count;
            if (token_.kind == Kind::both) {
                if (auto read = advance(); !read) return tl::unexpected(read.error());
                continue;
            }
            if (token_.kind == Kind::end || token_.kind == Kind::close || token_.kind == Kind::either) break;
        }
        if (count == 1 && unwanted.empty()) return last;
        if (wanted.empty() && unwanted.empty()) return Operand{};
        const Query positive =
            wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
        return Operand{minus(positive, Query(Query::OP_OR, unwanted.begin(), unwanted.end())), {}};
    }

    // After NOT: the operand itself, which `both` then takes away; NOT NOT x is x.
    Result<Operand> unary(const Field* in) {
        if (token_.kind != Kind::negated) return near(in);
        const Level level(depth_);
        if (depth_ > deepest) return too_deep();
        if (auto read = advance(); !read) return tl::unexpected(read.error());
        if (token_.kind != Kind::negated) return near(in);
        Result<Operand> inner = unary(in);
        if (!inner || !inner->query) return inner;
        return Operand{minus(Query::MatchAll, *inner->query), {}};
    }

    Result<Operand> near(const Field* in) {
        Result<Operand> first = primary(in);
        if (!first || token_.kind != Kind::near) return first;
        Proximity words{{}, 0};
        Result<Operand> operand = std::move(first);
        while (true) {
            if (!operand) return operand;
            if (!operand->stem) {
                return tl::unexpected(
                    wrong("NEAR stands between single words only", "for example: rate NEAR/5 cut"));
            }
            words.stems.push_back(*operand->stem);
            if (token_.kind != Kind::near) break;
            words.window = std::max(words.window, token_.window);
            if (auto read = advance(); !read) return tl::unexpected(read.error());
            operand = primary(in);
        }
        words.window += words.stems.size() - 1;  // Xapian counts the words from the first to the last
        return together(words, in);
    }

    Result<Operand> primary(const Field* in) {
        const Token token = token_;
        switch (token.kind) {
            case Kind::word:
            case Kind::phrase: {
                if (auto read = advance(); !read) return tl::unexpected(read.error());
                const bool quoted = token.kind == Kind::phrase;
                return in == nullptr || in->values == Values::text ? plain(token.text, quoted, in)
                                                                   : value(token.text, quoted, *in);
            }
            case Kind::open:
                return bracketed(in);
            case Kind::field: {
                if (in != nullptr) {
                    return tl::unexpected(wrong(fmt::format("{}: stands inside {}:( )", token.text, in->name),
                                                "close the bracket before the next field"));
                }
                if (auto read = advance(); !read) return tl::unexpected(read.error());
                if (token_.kind == Kind::word || token_.kind == Kind::phrase || token_.kind == Kind::open) {
                    return primary(find_field(token.text));
                }
                return tl::unexpected(wrong(fmt::format("{}: has no value", token.text),
                                            fmt::format("for example: {}", find_field(token.text)->example)));
            }
            default:
                return tl::unexpected(wrong("an operator in the query has no operand",
                                            "AND, OR and NEAR stand between two words, NOT before one; as "
                                            "plain words write them small"));
        }
    }

    Result<Operand> bracketed(const Field* in) {
        const Level level(depth_);
        if (depth_ > deepest) return too_deep();
        if (auto read = advance(); !read) return tl::unexpected(read.error());
        if (token_.kind == Kind::close) {
            return tl::unexpected(
                wrong("a pair of brackets in the query is empty", "take it away or fill it"));
        }
        Result<Operand> inner = either(in);
        if (!inner) return inner;
        if (token_.kind != Kind::close) {
            return tl::unexpected(wrong("a bracket is not closed in the query", "put a ) at its end"));
        }
        if (auto read = advance(); !read) return tl::unexpected(read.error());
        return Operand{inner->query, {}};
    }

    static Result<Operand> too_deep() {
        return tl::unexpected(
            wrong(fmt::format("the query nests more than {} deep", deepest), "make it simpler"));
    }

    // A query on terms that only articles have, for the database that is asked.
    [[nodiscard]] Query of_articles(const Query& query, const Field* in) const {
        if (in == nullptr) return query;
        return context_.claims ? context_.claims_of(query) : unweighted(query);
    }

    [[nodiscard]] Result<Operand> together(const Proximity& words, const Field* in) const {
        if (in == nullptr && context_.claims) return Operand{unweighted(context_.claims_with(words)), {}};
        return Operand{of_articles(positional(words, in == nullptr ? "" : in->prefix), in), {}};
    }

    // Words of the text, or of a field that holds text.
    Result<Operand> plain(const std::string& text, bool quoted, const Field* in) {
        if (!quoted && text.ends_with('*')) return wildcard(text, in, in == nullptr ? "" : in->prefix);
        Proximity words;
        bool stop = false;
        std::string word;
        for (Words each(text); each.next(word);) {
            words.stems.push_back(stem_(word));
            stop = each.stop_word();
        }
        if (words.stems.empty()) return Operand{};
        if (words.stems.size() > 1) return together(words, in);
        if (stop && (!quoted || context_.claims)) return Operand{};
        const std::string& stemmed = words.stems.front();
        if (in == nullptr) return Operand{Query(stemmed), stemmed};
        return Operand{of_articles(Query(std::string(in->prefix) + stemmed), in), stemmed};
    }

    Result<Operand> wildcard(const std::string& text, const Field* in, std::string_view prefix) {
        const std::string beginning = folded(std::string_view(text).substr(0, text.size() - 1));
        if (beginning.size() < shortest_prefix) {
            return tl::unexpected(
                wrong(fmt::format("\"{}\" would match too much", text),
                      fmt::format("write at least {} letters before the *", shortest_prefix)));
        }
        const Query query(Query::OP_WILDCARD, std::string(prefix) + beginning, most_expansions,
                          Query::WILDCARD_LIMIT_ERROR);
        if (in != nullptr && in->values != Values::text) return Operand{unweighted(query), {}};
        return Operand{of_articles(query, in), {}};
    }

    Result<Operand> value(const std::string& text, bool quoted, const Field& in) {
        if (!quoted && text.ends_with('*') && in.values != Values::date && in.values != Values::terms) {
            return wildcard(text, &in, in.prefix);
        }
        switch (in.values) {
            case Values::date:
                return date(text);
            case Values::terms: {
                const std::string value = folded(text);
                const Result<std::string> known =
                    in.name == field("certainty").name ? checked_term<Certainty>(in.name, value)
                    : in.name == field("kind").name    ? checked_term<SourceKind>(in.name, value)
                                                       : checked_term<Polarity>(in.name, value);
                if (!known) return tl::unexpected(known.error());
                return Operand{unweighted(Query(std::string(in.prefix) + *known)), {}};
            }
            default: {
                std::string value = folded(text);
                if (value.empty()) return Operand{};
                const bool one_word = value.find(' ') == std::string::npos;
                if (in.values == Values::stems && one_word) value = stem_(value);
                return Operand{unweighted(Query(std::string(in.prefix) + value)), {}};
            }
        }
    }

    [[nodiscard]] Result<Operand> date(std::string_view text) const {
        const auto bad = [&] {
            return tl::unexpected(wrong(fmt::format("\"{}\" is no date and no range of dates", text),
                                        "write date:2026-01-28, date:2026-01, date:2026-Q1, "
                                        "date:2026-01..2026-02 or date:..2026"));
        };
        DateRange range;
        const std::size_t dots = text.find("..");
        const bool one = dots == std::string_view::npos || text.find('/') != std::string_view::npos;
        const std::string_view first = one ? text : text.substr(0, dots);
        const std::string_view last = one ? text : text.substr(dots + 2);
        if (first.empty() && last.empty()) return bad();
        if (!first.empty()) {
            const auto days = days_of(first);
            if (!days) return bad();
            range = *days;
            if (!one) range.last.reset();
        }
        if (!one && !last.empty()) {
            const auto days = days_of(last);
            if (!days || !days->last) return bad();
            range.last = days->last;
        }
        if (range.first && range.last && *range.last < *range.first) return bad();
        return Operand{dated(range, context_.dates), {}};
    }

    Lexer lexer_;
    const QueryContext& context_;
    Xapian::Stem stem_;
    Token token_;
    int depth_ = 0;
};

}  // namespace

Result<Query> parse_query(std::string_view text, const QueryContext& context) {
    if (text.size() > longest_query) {
        return tl::unexpected(
            wrong(fmt::format("the query is longer than {} bytes", longest_query), "make it shorter"));
    }
    return Parser(text, context).parse();
}

Query dated(const DateRange& range, const DateRange& of_the_index) {
    if (!of_the_index.first || !of_the_index.last) return Query::MatchNothing;
    const Date first = range.first ? std::max(*range.first, *of_the_index.first) : *of_the_index.first;
    const Date last = range.last ? std::min(*range.last, *of_the_index.last) : *of_the_index.last;
    const std::vector<std::string> terms = date_cover(first, last);
    if (terms.empty()) return Query::MatchNothing;
    return unweighted(Query(Query::OP_OR, terms.begin(), terms.end()));
}

Query positional(const Proximity& words, std::string_view prefix) {
    std::vector<std::string> terms;
    for (const std::string& each : words.stems)
        terms.push_back(std::string(prefix) + each);
    if (words.window == 0)
        return {Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<unsigned>(terms.size())};
    return {Query::OP_NEAR, terms.begin(), terms.end(), static_cast<unsigned>(words.window)};
}

bool stands_in(std::string_view text, const Proximity& words) {
    const Xapian::Stem stem("english");
    std::vector<std::string> stems;
    std::string word;
    for (Words each(text); each.next(word);)
        stems.push_back(stem(word));
    if (words.window == 0) {
        return std::search(stems.begin(), stems.end(), words.stems.begin(), words.stems.end()) != stems.end();
    }
    // How many more of each the last `window` words should hold; below zero: they hold more than needed.
    std::map<std::string_view, std::ptrdiff_t> wanted;
    for (const std::string& each : words.stems)
        ++wanted[each];
    std::size_t open = words.stems.size();
    for (std::size_t i = 0; i < stems.size(); ++i) {
        const auto came = wanted.find(stems[i]);
        if (came != wanted.end() && came->second-- > 0) --open;
        const auto left = i < words.window ? wanted.end() : wanted.find(stems[i - words.window]);
        if (left != wanted.end() && ++left->second > 0) ++open;
        if (open == 0) return true;
    }
    return false;
}

}  // namespace whosaid::index
