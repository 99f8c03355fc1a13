#include "corpus/markup.hpp"

#include "corpus/characters.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

constexpr auto npos = std::string_view::npos;
// What is longer is no tag: a "<" in a text that has no ">" after it.
constexpr std::size_t longest_tag = 1'000'000;
constexpr std::size_t deepest = 500;
constexpr std::size_t most_nodes = 1'000'000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_name(std::string_view name) {
    return !name.empty() && begins_name(name.front()) && std::ranges::all_of(name, [](char c) {
        return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

constexpr std::size_t no_tag = 0;

// The bytes of the tag at the start of `rest`, `no_tag`, or npos: its end is not at hand. A quotation mark
// counts only after "=". Where it is not closed, and in XML where a "<" stands before it is, which XML
// forbids, the first ">" ends the tag.
std::size_t tag_size(std::string_view rest, MarkupKind kind, bool complete) {
    const auto first_end = [&] {
        const std::size_t end = rest.find('>');
        return end == npos ? npos : end + 1;
    };
    char quote = 0;
    char before = 0;  // the last character that is no space
    for (std::size_t i = 1; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
            if (c == '<' && kind == MarkupKind::xml) return first_end();
        } else if (c == '>') {
            return i + 1;
        } else if (c == '<') {
            return no_tag;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        }
        if (!is_space(c)) before = c;
    }
    return complete ? first_end() : npos;
}

// The bytes of "<!...>" with all that stands in it: an internal subset, quoted values, comments.
std::size_t declaration_size(std::string_view rest) {
    std::size_t depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (rest.substr(i).starts_with("<!--")) {
            i = rest.find("-->", i);
            if (i == npos) return npos;
            i += 2;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '<') {
            ++depth;
        } else if (c == '>' && --depth == 0) {
            return i + 1;
        }
    }
    return npos;
}

}  // namespace

std::optional<MarkupToken> MarkupScanner::next(std::string_view rest, bool all) {
    using Kind = MarkupToken::Kind;
    if (rest.empty()) return std::nullopt;
    const auto token = [&]() -> std::optional<MarkupToken> {
        switch (state_) {
            case State::content:
                return content(rest, all);
            case State::comment:
                return until("-->", Kind::other, rest, all);
            case State::cdata:
                return until("]]>", Kind::cdata, rest, all);
            case State::instruction:
                return until(">", Kind::other, rest, all);
        }
        return std::nullopt;
    }();
    if (token) {
        no_tag_ends_ -= std::min(no_tag_ends_, token->size);
        no_declaration_ends_ -= std::min(no_declaration_ends_, token->size);
    }
    return token;
}

// What stands before `end`, then `end` itself.
std::optional<MarkupToken> MarkupScanner::until(std::string_view end, MarkupToken::Kind kind,
                                                std::string_view rest, bool all) {
    if (rest.starts_with(end)) {
        state_ = State::content;
        return MarkupToken{MarkupToken::Kind::other, end.size()};
    }
    const std::size_t found = rest.find(end);
    if (found != npos) return MarkupToken{kind, found};
    if (all) return MarkupToken{kind, rest.size()};
    if (rest.size() < end.size()) return std::nullopt;
    return MarkupToken{kind, rest.size() - end.size() + 1};
}

std::optional<MarkupToken> MarkupScanner::content(std::string_view rest, bool all) {
    using Kind = MarkupToken::Kind;
    if (rest.front() != '<') return MarkupToken{Kind::text, std::min(rest.find('<'), rest.size())};
    constexpr std::string_view cdata = "<![CDATA[";
    if (rest.size() < cdata.size() && !all) return std::nullopt;
    const auto enter = [&](State state, std::size_t size) {
        state_ = state;
        return MarkupToken{Kind::other, size};
    };
    if (rest.starts_with("<!--")) return enter(State::comment, 4);
    if (rest.starts_with(cdata)) return enter(State::cdata, cdata.size());
    if (rest.starts_with("<?")) return enter(State::instruction, 2);
    if (!rest.starts_with("<!")) return tag(rest, all);
    if (no_declaration_ends_ == 0) {
        const std::string_view seen = rest.substr(0, longest_tag);
        const std::size_t size = declaration_size(seen);
        if (size != npos) return MarkupToken{Kind::other, size};
        if (!all && seen.size() < longest_tag) return std::nullopt;
        no_declaration_ends_ = seen.size();
    }
    return MarkupToken{Kind::other, 2};  // what stands in it is looked at by itself
}

std::optional<MarkupToken> MarkupScanner::tag(std::string_view rest, bool all) {
    using Kind = MarkupToken::Kind;
    constexpr MarkupToken text{Kind::text, 1};
    const bool ends = rest.size() > 1 && rest[1] == '/';
    const std::size_t name = ends ? 2 : 1;
    if (name >= rest.size()) return all ? std::optional(text) : std::nullopt;
    if (!begins_name(rest[name]) || no_tag_ends_ > 0) return text;
    const std::string_view seen = rest.substr(0, longest_tag);
    const bool complete = all || seen.size() == longest_tag;
    const std::size_t size = tag_size(seen, kind_, complete);
    if (size == npos) {
        if (!complete) return std::nullopt;
        // The last tag of a file that is cut off is no text.
        if (seen.size() < longest_tag) return MarkupToken{Kind::other, rest.size()};
        no_tag_ends_ = seen.size();
        return text;
    }
    // Addresses stand in such brackets too: "<ada@example.org>".
    if (size == no_tag || !is_name(tag_name(rest.substr(0, size)))) return text;
    return MarkupToken{ends ? Kind::end_tag : Kind::start_tag, size};
}

std::string_view tag_name(std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    const auto* end = std::ranges::find_if(tag, [](char c) { return is_space(c) || c == '/' || c == '>'; });
    return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

bool closes_itself(std::string_view tag) {
    return tag.ends_with("/>");
}

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// HTML's elements whose inside is no markup; those without an end; those that the next of their kind ends;
// and those beyond which it does not.
constexpr std::array<std::string_view, 2> raw_texts{"script", "style"};
constexpr std::array<std::string_view, 14> voids{"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                 "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<std::string_view, 8> ended_by_next{"p", "li", "td", "th", "tr", "dt", "dd", "option"};
constexpr std::array<std::string_view, 9> containers{"table", "ul",   "ol",      "dl",        "div",
                                                     "body",  "html", "section", "blockquote"};

class Mender {
  public:
    Mender(std::string_view markup, MarkupKind kind, Repairs& repairs)
        : markup_(markup), html_(kind == MarkupKind::html), scanner_(kind), repairs_(repairs) {}

    Result<std::string> run() {
        using Kind = MarkupToken::Kind;
        out_.reserve(markup_.size() + markup_.size() / 8);
        if (html_) open("<html>");
        while (const std::optional<MarkupToken> token = scanner_.next(markup_.substr(at_), true)) {
            const std::string_view bytes = markup_.substr(at_, token->size);
            if (html_ && token->kind == Kind::start_tag && among(raw_texts, name_of(bytes))) {
                at_ = raw_end(at_ + token->size, name_of(bytes));
                continue;
            }
            if (token->kind == Kind::text) add_text(bytes);
            if (token->kind == Kind::cdata) add_characters(bytes);
            if (token->kind == Kind::start_tag) open(bytes);
            if (token->kind == Kind::end_tag) close(bytes);
            if (elements_ + attributes_ > most_nodes)
                problem_ = fmt::format("it has more than {} elements and attributes", most_nodes);
            if (!problem_.empty())
                return tl::unexpected(Error{ErrorCode::bad_input, problem_, "", "", line()});
            at_ += token->size;
            // One element is all: what stands behind it is not looked at.
            if (!html_ && open_.empty() && elements_ > 0) return std::move(out_);
        }
        if (!html_ && !open_.empty()) note(fmt::format("<{}> has no end", open_.back()));
        close_to(0);
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::uint64_t line() const {
        return 1 + static_cast<std::uint64_t>(std::ranges::count(markup_.substr(0, at_), '\n'));
    }

    void note(std::string what) {
        if (html_ || repairs_.places++ > 0) return;
        repairs_.first = std::move(what);
        repairs_.line = line();
    }

    void open(std::string_view tag) {
        const std::string name = name_of(tag);
        ++elements_;
        if (html_) end_before(name);
        const bool empty = closes_itself(tag) || (html_ && among(voids, name));
        if (!empty && open_.size() == deepest) {
            problem_ = fmt::format("it is nested more than {} deep", deepest);
            return;
        }
        out_ += '<';
        out_ += name;
        add_attributes(tag);
        out_ += empty ? "/>" : ">";
        if (!empty) open_.push_back(name);
    }

    void close(std::string_view tag) {
        const std::string name = name_of(tag);
        const auto found = std::find(open_.rbegin(), open_.rend(), name);
        if (found == open_.rend()) {
            note(fmt::format("</{}> ends nothing", name));
            return;
        }
        const auto depth = static_cast<std::size_t>(open_.rend() - found) - 1;
        if (html_ && depth == 0) return;  // what stands behind the end of a page still counts
        if (depth + 1 < open_.size()) note(fmt::format("<{}> has no end", open_.back()));
        close_to(depth);
    }

    void close_to(std::size_t depth) {
        while (open_.size() > depth) {
            out_ += fmt::format("</{}>", open_.back());
            open_.pop_back();
        }
    }

    // The elements that end where an element of that name begins.
    void end_before(std::string_view name) {
        if (!among(ended_by_next, name)) return;
        for (std::size_t i = open_.size(); i > 0 && !among(containers, open_[i - 1]); --i) {
            if (open_[i - 1] == name) {
                close_to(i - 1);
                return;
            }
        }
    }

    // Where the text of a script or style ends, which begins at `from`.
    [[nodiscard]] std::size_t raw_end(std::size_t from, const std::string& name) const {
        while (true) {
            from = markup_.find("</", from);
            if (from == npos) return markup_.size();
            if (name_of(markup_.substr(from, name.size() + 2)) == name) return from;
            from += 2;
        }
    }

    [[nodiscard]] std::string name_of(std::string_view tag) const {
        std::string name(tag_name(tag));
        if (html_) {
            for (char& c : name) {
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            }
        }
        return name;
    }

    void add_attributes(std::string_view tag) {
        std::string_view rest = tag.substr(1 + tag_name(tag).size());
        rest.remove_suffix(closes_itself(tag) ? 2 : 1);
        const auto skip = [&](auto passes) {
            const auto* end = std::ranges::find_if_not(rest, passes);
            const std::string_view skipped = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
            rest.remove_prefix(skipped.size());
            return skipped;
        };
        while (true) {
            skip([](char c) { return is_space(c) || c == '/'; });
            if (rest.empty()) return;
            const std::string_view name = skip([](char c) { return !is_space(c) && c != '=' && c != '/'; });
            skip(is_space);
            std::string_view value;
            if (rest.starts_with('=')) {
                rest.remove_prefix(1);
                skip(is_space);
                const char quote = rest.empty() ? ' ' : rest.front();
                if (quote == '"' || quote == '\'') {
                    rest.remove_prefix(1);
                    value = skip([&](char c) { return c != quote; });
                    if (!rest.empty()) rest.remove_prefix(1);
                } else {
                    value = skip([](char c) { return !is_space(c); });
                }
            }
            if (!is_name(name)) continue;
            ++attributes_;
            out_ += fmt::format(" {}=\"", name);
            add_text(value);
            out_ += '"';
        }
    }

    void add_text(std::string_view text) {
        while (!text.empty()) {
            const std::size_t mark = std::min(text.find('&'), text.size());
            add_characters(text.substr(0, mark));
            text.remove_prefix(mark);
            if (text.empty()) return;
            const std::optional<Reference> reference = reference_at(text);
            if (reference) {
                std::string character;
                append(reference->character, character);
                add_characters(character);
            } else {
                note(unknown(text));
                out_ += "&amp;";
            }
            text.remove_prefix(reference ? reference->size : 1);
        }
    }

    [[nodiscard]] static std::string unknown(std::string_view text) {
        constexpr std::size_t longest = 32;
        const std::size_t end = text.substr(0, longest).find(';');
        if (end == npos || !is_name(text.substr(1, end - 1))) return "a lone \"&\" is text";
        return fmt::format("the entity \"{}\" is not known and stays as it is written",
                           text.substr(0, end + 1));
    }

    void add_characters(std::string_view text) {
        for (const char c : text) {
            switch (c) {
                case '<':
                    out_ += "&lt;";
                    break;
                case '>':
                    out_ += "&gt;";
                    break;
                case '&':
                    out_ += "&amp;";
                    break;
                case '"':  // of an attribute's value, it may be
                    out_ += "&quot;";
                    break;
                default:
                    out_ += c;
            }
        }
    }

    std::string_view markup_;
    bool html_;
    MarkupScanner scanner_;
    Repairs& repairs_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<std::string> open_;
    std::size_t elements_ = 0;
    std::size_t attributes_ = 0;
    std::string problem_;
};

}  // namespace

Result<std::string> well_formed(std::string_view markup, MarkupKind kind, Repairs& repairs) {
    return Mender(markup, kind, repairs).run();
}

}  // namespace whosaid::corpus
