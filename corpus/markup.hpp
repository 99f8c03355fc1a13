// XML and HTML as they are found, made into XML that a parser takes: cut into tags and text first, which
// never fails, then put together again so that what was opened is closed.
#pragma once

#include "core/types.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::corpus {

enum class MarkupKind : std::uint8_t { xml, html };

struct MarkupToken {
    enum class Kind : std::uint8_t { text, cdata, start_tag, end_tag, other } kind = Kind::text;
    std::size_t size = 0;  // bytes, at least 1
};

// Cuts markup piece by piece. Text, the inside of CDATA and what is `other` (comments, instructions,
// declarations with their internal subset, the marks around CDATA) may come in several tokens; a tag is
// always whole. A "<" that begins nothing is text.
class MarkupScanner {
  public:
    explicit MarkupScanner(MarkupKind kind) : kind_(kind) {}
    // The token at the start of `rest`; `all`: nothing comes after `rest`. nullopt: more bytes are needed, or
    // with `all` the end.
    [[nodiscard]] std::optional<MarkupToken> next(std::string_view rest, bool all);

  private:
    enum class State : std::uint8_t { content, comment, cdata, instruction };
    [[nodiscard]] std::optional<MarkupToken> content(std::string_view rest, bool all);
    [[nodiscard]] std::optional<MarkupToken> until(std::string_view end, MarkupToken::Kind kind,
                                                   std::string_view rest, bool all);
    [[nodiscard]] std::optional<MarkupToken> tag(std::string_view rest, bool all);

    MarkupKind kind_;
    State state_ = State::content;
    // For how many bytes it is known that nothing ends there, so that no "<" makes them looked at again.
    std::size_t no_tag_ends_ = 0;
    std::size_t no_declaration_ends_ = 0;
};

// Of a whole tag: "p" of "<p class='x'>" and of "</p>".
[[nodiscard]] std::string_view tag_name(std::string_view tag);
[[nodiscard]] bool closes_itself(std::string_view tag);
// "p" of "xhtml:p": namespaces are too often wrong to go by.
[[nodiscard]] std::string_view local_name(std::string_view name);

// What had to be mended: how often, and what and where first.
struct Repairs {
    std::size_t places = 0;
    std::string first;       // "</b> ends nothing"
    std::uint64_t line = 0;  // 1-based, within the markup
};

// `markup`, mended text (mend.hpp), as well-formed XML of one element: elements left open are closed, ends of
// nothing are left out, a lone "&" or "<" is text, references become characters; no declarations, comments,
// instructions or CDATA. For html the ends that HTML lets out are none to mend, names are in lower case,
// scripts and styles are left out, and <html> stands around it all. An entity that a document declares itself
// is never expanded. Error (of no file, `line` within the markup): nested more than 500 deep, or more than a
// million elements.
[[nodiscard]] Result<std::string> well_formed(std::string_view markup, MarkupKind kind, Repairs& repairs);

}  // namespace whosaid::corpus
