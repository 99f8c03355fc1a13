#include "corpus/reader.hpp"

#include "core/text/utf8.hpp"
#include "corpus/bytes.hpp"
#include "corpus/findings.hpp"
#include "corpus/formats.hpp"
#include "corpus/markup.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace whosaid::corpus {
namespace {

namespace fs = std::filesystem;

enum class Format : std::uint8_t { unknown, json_lines, json, text, xml, newsml_g2, nitf };

struct Ending {
    std::string_view name;
    Format format;
};
constexpr std::array<Ending, 5> endings{{{".jsonl", Format::json_lines},
                                         {".ndjson", Format::json_lines},
                                         {".json", Format::json},
                                         {".txt", Format::text},
                                         {".xml", Format::xml}}};

std::string lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

// The name without the ending of compression.
fs::path uncompressed(const fs::path& path) {
    const fs::path name = path.filename();
    return lower_case(name.extension().string()) == ".gz" ? name.stem() : name;
}

Format format_by_ending(const fs::path& path) {
    const std::string ending = lower_case(uncompressed(path).extension().string());
    const auto found = std::ranges::find(endings, ending, &Ending::name);
    return found == endings.end() ? Format::unknown : found->format;
}

// By the first element that a newsroom form begins with, whatever stands around it.
Format xml_format(std::string_view first) {
    if (is_blank(first)) return Format::text;  // whose reader says so
    MarkupScanner scanner(MarkupKind::xml);
    while (const std::optional<MarkupToken> token = scanner.next(first, true)) {
        if (token->kind == MarkupToken::Kind::start_tag) {
            const std::string_view name = local_name(tag_name(first.substr(0, token->size)));
            if (name == "nitf") return Format::nitf;
            if (is_newsml_g2_element(name)) return Format::newsml_g2;
        }
        first.remove_prefix(token->size);
    }
    return Format::unknown;
}

// JSON where an object begins, XML where one of its forms does; nothing where a page, a PDF or other bytes
// that are no text do.
Format format_by_content(std::string_view first) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = first.find_first_not_of(blank);
    if (begin == std::string_view::npos) return Format::text;
    const std::string_view rest = first.substr(begin);
    if (rest.starts_with('{')) return Format::json;
    if (rest.starts_with('[')) {
        const std::size_t next = rest.find_first_not_of(blank, 1);
        if (next != std::string_view::npos && rest[next] == '{') return Format::json;
    }
    if (rest.starts_with('<')) return Format::xml;
    constexpr std::size_t sample = 1024;
    const bool foreign =
        rest.starts_with("%PDF") || first.substr(0, sample).find('\0') != std::string_view::npos;
    return foreign ? Format::unknown : Format::text;
}

std::string id_by_name(const fs::path& path) {
    return path == "-" ? "stdin" : text::repaired(uncompressed(path).stem().string());
}

class Walk {
  public:
    void add(const fs::path& path) {
        if (path == "-") {
            inputs_.emplace_back(Input{path, 0});
            return;
        }
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (status.type() == fs::file_type::not_found) {
            fail(path, "there is no such file or folder", "check the path");
        } else if (error) {
            fail(path, "it cannot be read: " + error.message(), "");
        } else if (status.type() == fs::file_type::directory) {
            folder(path);
        } else {
            inputs_.emplace_back(Input{path, size_of(path)});
        }
    }
    std::vector<Result<Input>> take() { return std::move(inputs_); }

  private:
    void folder(const fs::path& path) {
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        fs::directory_iterator each(path, error);
        for (; !error && each != fs::directory_iterator(); each.increment(error))
            entries.push_back(*each);
        if (error) fail(path, "the folder cannot be read: " + error.message(), "");
        std::ranges::sort(entries);
        for (const fs::directory_entry& entry : entries) {
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                // A link to a folder may lead in a circle.
                if (!entry.is_symlink(ignored)) folder(entry.path());
            } else if (format_by_ending(entry.path()) != Format::unknown) {
                file(entry);
            }
        }
    }

    // A pipe or a device in a folder would wait for ever; a link that leads nowhere is worth telling.
    void file(const fs::directory_entry& entry) {
        std::error_code ignored;
        if (entry.is_regular_file(ignored)) {
            inputs_.emplace_back(Input{entry.path(), size_of(entry.path())});
        } else if (!entry.exists(ignored)) {
            fail(entry.path(), "the link leads nowhere", "");
        }
    }

    static std::uint64_t size_of(const fs::path& path) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(path, error);
        return error ? 0 : size;
    }

    void fail(const fs::path& path, std::string message, std::string hint) {
        inputs_.emplace_back(tl::unexpected(
            Error{ErrorCode::bad_input, std::move(message), std::move(hint), path.string(), 0}));
    }

    std::vector<Result<Input>> inputs_;
};

}  // namespace

Result<std::unique_ptr<ArticleStream>> open(const fs::path& path) {
    Result<Bytes> bytes = Bytes::open(path);
    if (!bytes) return tl::unexpected(bytes.error());
    Format format = path == "-" ? Format::unknown : format_by_ending(path);
    if (format == Format::unknown || format == Format::xml) {
        const Result<std::string_view> first = bytes->peek();
        if (!first) return tl::unexpected(first.error());
        if (format == Format::unknown) format = format_by_content(*first);
        if (format == Format::xml) format = xml_format(*first);
    }
    switch (format) {
        case Format::json_lines:
            return read_json(std::move(*bytes), id_by_name(path), JsonLayout::lines);
        case Format::json:
            return read_json(std::move(*bytes), id_by_name(path), JsonLayout::free);
        case Format::text:
            return read_text(std::move(*bytes), id_by_name(path));
        case Format::newsml_g2:
            return read_newsml_g2(std::move(*bytes), id_by_name(path));
        case Format::nitf:
            return read_nitf(std::move(*bytes), id_by_name(path));
        case Format::xml:
        case Format::unknown:
            break;
    }
    return tl::unexpected(
        Error{ErrorCode::bad_input, "its format is not known",
              "give JSON Lines (.jsonl), ninjs (.json), NewsML-G2 or NITF (.xml), or plain text "
              "(.txt)",
              bytes->name(), 0});
}

std::vector<Result<Input>> inputs(const std::vector<std::string>& paths) {
    Walk walk;
    for (const std::string& path : paths)
        walk.add(path);
    return walk.take();
}

}  // namespace whosaid::corpus
