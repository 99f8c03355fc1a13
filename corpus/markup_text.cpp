#include "corpus/markup_text.hpp"

#include "core/text/characters.hpp"
#include "corpus/markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whosaid::corpus {
namespace {

using pugi::xml_node;

constexpr std::string_view blanks = " \t\r\n\f";

bool is_blank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

// What stands apart from what is before and behind it, in XHTML and in NITF.
constexpr auto blocks = std::to_array<std::string_view>(
    {"address", "article", "blockquote", "bq",    "block", "body",   "body.content", "body.end", "caption",
     "center",  "credit",  "dd",         "div",   "dl",    "dt",     "fn",           "footer",   "h1",
     "h2",      "h3",      "h4",         "h5",    "h6",    "header", "hl1",          "hl2",      "hr",
     "li",      "main",    "nitf-table", "note",  "ol",    "p",      "pre",          "section",  "table",
     "tagline", "tbody",   "tfoot",      "thead", "tr",    "ul"});
// What is beside the text, or none.
constexpr auto left_out = std::to_array<std::string_view>(
    {"aside",   "audio",  "body.head", "button", "canvas", "del",      "docdata",  "embed",
     "figure",  "form",   "head",      "iframe", "media",  "nav",      "noscript", "object",
     "picture", "script", "select",    "style",  "svg",    "template", "textarea", "video"});

class Paragraphs {
  public:
    void add(std::string_view words) {
        for (const char c : words) {
            if (is_blank(c)) {
                space_ = true;
                continue;
            }
            if (space_ && !current_.empty() && current_.back() != '\n') current_ += ' ';
            space_ = false;
            current_ += c;
        }
    }
    void add_lines(std::string_view lines) {  // of <pre>
        while (true) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            add(lines.substr(0, end));
            if (end == lines.size()) return;
            break_line();
            lines.remove_prefix(end + 1);
        }
    }
    void break_line() {
        // Two in a row part paragraphs; more do no more.
        if (!current_.empty() && !current_.ends_with("\n\n")) current_ += '\n';
        space_ = false;
    }
    void end_paragraph() {
        while (!current_.empty() && current_.back() == '\n')
            current_.pop_back();
        space_ = false;
        if (current_.empty()) return;
        if (!out_.empty()) out_ += "\n\n";
        out_ += current_;
        current_.clear();
    }
    // Around what <q> holds; false: the text has a mark of its own there.
    [[nodiscard]] bool begin_quote(std::string_view first) {
        if (text::is_quote(text::character_at(first, 0).value) ||
            text::is_quote(text::character_before(current_, current_.size()).value))
            return false;
        add("\"");
        return true;
    }
    void end_quote() {
        space_ = false;
        add("\"");
    }
    [[nodiscard]] std::string take() {
        end_paragraph();
        return std::move(out_);
    }

  private:
    std::string out_;
    std::string current_;
    bool space_ = false;  // white space that waits for what it parts
};

// The first text below `node`, from its first word on.
std::string_view first_words(xml_node node) {
    const auto begin = [](xml_node each) { return std::string_view(each.value()).find_first_not_of(blanks); };
    const xml_node found =
        node.find_node([&](xml_node each) { return begin(each) != std::string_view::npos; });
    return found ? std::string_view(found.value()).substr(begin(found)) : std::string_view();
}

// The depth of a tree is bounded where it was made.
class Walk {
  public:
    void below(xml_node node) {
        for (const xml_node each : node.children())
            visit(each);
    }
    void visit(xml_node node) {
        if (node.type() == pugi::node_pcdata) {
            if (preserving_) {
                text_.add_lines(node.value());
            } else {
                text_.add(node.value());
            }
            return;
        }
        const std::string_view name = local_name(node.name());
        if (among(left_out, name)) return;
        if (name == "br") {
            // Left open, it holds what stands behind it.
            text_.break_line();
            below(node);
        } else if (name == "q") {
            const bool begun = text_.begin_quote(first_words(node));
            below(node);
            if (begun) text_.end_quote();
        } else if (name == "td" || name == "th") {
            text_.add(" ");
            below(node);
        } else if (among(blocks, name)) {
            text_.end_paragraph();
            const bool outer = std::exchange(preserving_, preserving_ || name == "pre");
            below(node);
            preserving_ = outer;
            text_.end_paragraph();
        } else {
            below(node);
        }
    }
    [[nodiscard]] std::string take() { return text_.take(); }

  private:
    Paragraphs text_;
    bool preserving_ = false;
};

bool has_class(xml_node node, std::string_view name) {
    std::string_view classes = node.attribute("class").value();
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find(' '), classes.size());
        if (classes.substr(0, end) == name) return true;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

void add_words(xml_node node, std::string& out) {
    out += node.value();
    for (const xml_node each : node.children())
        add_words(each, out);
    if (local_name(node.name()) == "br") out += ' ';
}

}  // namespace

std::string one_line(std::string_view text) {
    Paragraphs out;
    out.add(text);
    return out.take();
}

std::string line_of(xml_node node) {
    std::string words;
    add_words(node, words);
    return one_line(words);
}

std::string article_text(xml_node root) {
    Walk walk;
    const xml_node content = descendant(root, "body.content");
    walk.visit(content ? content : root);
    if (content) walk.visit(child(child(content.parent(), "body.end"), "tagline"));
    return walk.take();
}

std::string text_of_class(xml_node root, std::string_view name) {
    Walk walk;
    root.find_node([&](xml_node each) {
        if (has_class(each, name)) walk.visit(each);
        return false;
    });
    return walk.take();
}

std::string plain_text(std::string_view text) {
    Paragraphs out;
    out.add_lines(text);
    return out.take();
}

bool is_markup(std::string_view content_type, std::string_view body) {
    const std::string type = text::lower(content_type);
    const auto says = [&](std::string_view what) { return type.find(what) != std::string::npos; };
    const std::size_t begin = body.find_first_not_of(blanks);
    if (begin == std::string_view::npos || says("plain") || body.find('<') == std::string_view::npos)
        return false;
    return says("html") || says("xml") || says("nitf") || says("richtext") || body[begin] == '<';
}

Result<std::string> body_text(std::string_view content_type, std::string_view body) {
    if (!is_markup(content_type, body)) return plain_text(body);
    pugi::xml_document tree;
    if (const Result<void> loaded = load_html(tree, body); !loaded) return tl::unexpected(loaded.error());
    return article_text(tree);
}

Result<void> load_html(pugi::xml_document& tree, std::string_view html) {
    Repairs none;  // HTML's parsers mend it all the time
    const Result<std::string> xml = well_formed(html, MarkupKind::html, none);
    if (!xml) return tl::unexpected(xml.error());
    tree.load_buffer(xml->data(), xml->size(), pugi::parse_default | pugi::parse_ws_pcdata,
                     pugi::encoding_utf8);
    return {};
}

xml_node child(xml_node parent, std::string_view name) {
    return parent.find_child([&](xml_node each) { return local_name(each.name()) == name; });
}

xml_node descendant(xml_node parent, std::string_view name) {
    return parent.find_node([&](xml_node each) { return local_name(each.name()) == name; });
}

}  // namespace whosaid::corpus
