#include "sentences.hpp"

#include "core/terms.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace whosaid::sentences {
namespace {

constexpr std::string_view blank = " \t\r";

std::string_view trimmed(std::string_view s) {
    const auto begin = s.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return s.substr(begin, s.find_last_not_of(blank) - begin + 1);
}

// The first word of `s`, taken off it.
std::string_view take_word(std::string_view& s) {
    const auto end = std::min(s.find_first_of(blank), s.size());
    const std::string_view word = s.substr(0, end);
    s = trimmed(s.substr(end));
    return word;
}

bool take(std::string_view& s, std::string_view word) {
    std::string_view rest = s;
    if (take_word(rest) != word) return false;
    s = rest;
    return true;
}

std::vector<std::string_view> split(std::string_view s, std::string_view at) {
    std::vector<std::string_view> out;
    for (auto end = s.find(at); end != std::string_view::npos; end = s.find(at)) {
        out.push_back(trimmed(s.substr(0, end)));
        s.remove_prefix(end + at.size());
    }
    out.push_back(trimmed(s));
    return out;
}

// "Reported questions, orders" → "ReportedQuestionsOrders"
std::string camel_case(std::string_view heading) {
    std::string out;
    bool start = true;
    for (const char c : heading) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            start = true;
            continue;
        }
        out += start ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        start = false;
    }
    return out;
}

class Reader {
  public:
    Result<std::vector<Block>> read(const std::filesystem::path& path) {
        std::ifstream in(path);
        std::string text;
        while (in && !error_ && std::getline(in, text)) {
            ++line_;
            take_line(text);
        }
        if (blocks_.empty()) error_ = Error{.message = "no sentences", .hint = {}, .file = {}};
        close_block();
        if (error_) {
            error_->file = path.string();
            return tl::unexpected(*error_);
        }
        return std::move(blocks_);
    }

  private:
    void take_line(std::string_view raw) {
        const std::string_view s = trimmed(raw);
        if (s.starts_with("## ")) {
            close_block();
            heading_ = camel_case(s.substr(3));
        } else if (s.starts_with('#')) {
            return;
        } else if (s.empty()) {
            paragraph_ends_ = true;
        } else if (blank.find(raw.front()) == std::string_view::npos) {
            take_text(s);
        } else if (pending_.ends_with('|')) {
            pending_ += " " + std::string(s);
        } else {
            close_claim();
            pending_ = s;
            pending_line_ = line_;
        }
    }

    void take_text(std::string_view s) {
        if (!pending_.empty() || heading_ != block_heading_) {
            close_block();
            block_heading_ = heading_;
            const std::string number = std::to_string(++numbers_[heading_]);
            blocks_.push_back(
                {.name = heading_ + (number.size() < 2 ? "_0" : "_") + number, .text = {}, .claims = {}});
            paragraph_ends_ = false;
        }
        std::string& text = blocks_.back().text;
        if (!text.empty()) text += paragraph_ends_ ? "\n\n" : " ";
        text += s;
        paragraph_ends_ = false;
    }

    void close_block() {
        close_claim();
        if (!blocks_.empty() && blocks_.back().claims.empty()) fail("a text without claims before this line");
        block_heading_.clear();
    }

    void close_claim() {
        if (pending_.empty()) return;
        std::string_view s = pending_;
        if (blocks_.empty()) {
            fail("a claim without a text");
        } else if (take(s, "unnamed:")) {
            take_unnamed(s);
        } else {
            take_claim(s);
        }
        pending_.clear();
    }

    void take_claim(std::string_view s) {
        Expectation e;
        e.line = pending_line_;
        e.written = s;
        e.open = take(s, "open");
        e.never = take(s, "never");
        const std::vector<std::string_view> fields = split(s, "|");
        std::string_view terms;
        std::string* const strings[] = {&e.source, &e.kind,      &e.cue,      &e.content,
                                        nullptr,   &e.recipient, &e.nested_in};
        if (fields.size() > std::size(strings)) fail("more than 7 fields");
        for (std::size_t i = 0; i < std::min(fields.size(), std::size(strings)); ++i) {
            if (strings[i] == nullptr) {
                terms = fields[i];
            } else {
                *strings[i] = fields[i];
            }
        }
        if (!e.kind.empty() && !from_term<SourceKind>(e.kind)) fail("unknown kind: " + e.kind);
        while (!terms.empty()) {
            const std::string_view word = take_word(terms);
            if (from_term<Certainty>(word)) {
                e.certainty = word;
            } else if (from_term<Polarity>(word)) {
                e.polarity = word;
            } else if (from_term<Form>(word)) {
                e.form = word;
            } else {
                fail("unknown word: " + std::string(word));
            }
        }
        for (const std::string& words : {e.cue, e.content}) {
            if (words == "-") continue;
            for (const std::string_view piece : split(words, joint)) {
                if (blocks_.back().text.find(piece) == std::string::npos)
                    fail("not in the text: " + std::string(piece));
            }
        }
        blocks_.back().claims.push_back(std::move(e));
    }

    void take_unnamed(std::string_view s) {
        if (blocks_.back().claims.empty()) return fail("unnamed: without a claim");
        Expectation& e = blocks_.back().claims.back();
        e.unnamed = true;
        e.written += "\n      unnamed: " + std::string(s);
        const std::vector<std::string_view> fields = split(s, "|");
        std::string* const strings[] = {&e.group, &e.number, &e.institution, &e.access, &e.reason};
        if (fields.size() > std::size(strings)) fail("more than 5 fields");
        for (std::size_t i = 0; i < std::min(fields.size(), std::size(strings)); ++i)
            *strings[i] = fields[i];
        if (!e.group.empty() && !from_term<AnonymousClass>(e.group)) fail("unknown class: " + e.group);
    }

    void fail(std::string message) {
        if (error_) return;
        error_ = Error{.message = std::move(message),
                       .hint = {},
                       .file = {},
                       .line = pending_.empty() ? line_ : pending_line_};
    }

    std::vector<Block> blocks_;
    std::optional<Error> error_;
    std::map<std::string, int> numbers_;  // of the last block of each heading
    std::string heading_;
    std::string block_heading_;  // of the block that takes text
    std::string pending_;        // a claim, which may go on in the next line
    std::uint64_t pending_line_ = 0;
    std::uint64_t line_ = 0;
    bool paragraph_ends_ = false;
};

}  // namespace

Result<std::vector<Block>> read(const std::filesystem::path& path) {
    return Reader{}.read(path);
}

}  // namespace whosaid::sentences
