#include "corpus/mend.hpp"

#include "core/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace whosaid::corpus {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Counts a place, and keeps where the first one stands: byte `at` of `text`.
void note(Mended& mended, std::string_view text, std::size_t at) {
    if (mended.places++ > 0) return;
    const std::string_view before = text.substr(0, at);
    mended.line = 1 + static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    mended.byte = at - line_begin + 1;
}

// The value of "\uXXXX" at `at`, or nullopt where there is no such escape.
std::optional<unsigned> escape_at(std::string_view json, std::size_t at) {
    constexpr std::size_t length = 6;
    constexpr int hexadecimal = 16;
    if (at + length > json.size() || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
    unsigned value = 0;
    const char* digits = json.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, value, hexadecimal);
    if (error != std::errc() || end != digits + 4) return std::nullopt;
    return value;
}

// Replaces the escapes of NUL and of lone surrogates by the escape of U+FFFD, which is as long.
void mend_escapes(std::string& json, Mended& mended) {
    constexpr std::size_t length = 6;
    std::size_t at = json.find('\\');
    while (at != std::string::npos) {
        std::size_t next = at + 2;
        if (const std::optional<unsigned> value = escape_at(json, at)) {
            next = at + length;
            const bool high = *value >= 0xD800 && *value <= 0xDBFF;
            const bool low = *value >= 0xDC00 && *value <= 0xDFFF;
            const std::optional<unsigned> second = high ? escape_at(json, next) : std::nullopt;
            if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
                next += length;
            } else if (high || low || *value == 0) {
                note(mended, json, at);
                json.replace(at, length, "\\uFFFD");
            }
        }
        at = json.find('\\', next);
    }
}

}  // namespace

Error Mended::warning(const std::string& file, std::uint64_t first_line) const {
    const std::string count = places > 1 ? fmt::format(" ({} places in all)", places) : "";
    return {ErrorCode::bad_input,
            fmt::format("byte {} of the line is no valid text{}; U+FFFD stands for it", byte, count),
            foreign ? "if the file is not UTF-8, convert it first: iconv -f WINDOWS-1252 -t UTF-8" : "", file,
            first_line + line - 1};
}

Mended mend(std::string& text) {
    Mended mended;
    std::optional<std::size_t> bad = text::first_invalid(text);
    const std::size_t nul = text.find('\0');
    if (!bad && nul == std::string::npos) return mended;
    note(mended, text, std::min(bad.value_or(text.size()), nul));
    mended.foreign = bad.has_value();
    const auto marks = [&] {
        std::size_t count = 0;
        for (std::size_t at = text.find(replacement); at != std::string::npos;
             at = text.find(replacement, at + replacement.size()))
            ++count;
        return count;
    };
    const std::size_t before = marks();
    if (bad) text = text::repaired(text);
    if (nul != std::string::npos) {
        std::string out;
        out.reserve(text.size());
        for (const char c : text) {
            if (c == '\0') {
                out += replacement;
            } else {
                out += c;
            }
        }
        text = std::move(out);
    }
    mended.places = marks() - before;
    return mended;
}

Mended mend_json(std::string& json) {
    Mended mended = mend(json);
    Mended escapes;
    mend_escapes(json, escapes);
    if (mended.places == 0) return escapes;
    mended.places += escapes.places;
    return mended;
}

}  // namespace whosaid::corpus
