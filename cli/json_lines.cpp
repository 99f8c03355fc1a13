#include "cli/json_lines.hpp"

#include "core/text/utf8.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include <fmt/format.h>

namespace whosaid::cli {

Error Record::error(std::string message, std::string hint) const {
    return {ErrorCode::bad_input, std::move(message), std::move(hint), file, line};
}

Result<std::string> Record::text(const char* name) const {
    const auto found = json.find(name);
    if (found == json.end())
        return tl::unexpected(error(fmt::format("\"{}\" is missing", name), "the line is left out"));
    if (!found->is_string())
        return tl::unexpected(error(fmt::format("\"{}\" is not a text", name), "the line is left out"));
    auto value = found->get<std::string>();
    if (value.find_first_not_of(" \t\r\n") == std::string::npos)
        return tl::unexpected(error(fmt::format("\"{}\" is empty", name), "the line is left out"));
    return value;
}

Result<std::string> Record::id() const {
    const auto found = json.find("id");
    if (found == json.end() || found->is_null()) return std::to_string(line);
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return found->dump();
    return tl::unexpected(error("\"id\" is neither a text nor a whole number", "the line is left out"));
}

Result<std::optional<Date>> Record::date(const char* name) const {
    const auto found = json.find(name);
    if (found == json.end() || found->is_null()) return std::nullopt;
    const std::optional<Date> date =
        found->is_string() ? parse_date(found->get_ref<const std::string&>()) : std::nullopt;
    if (!date)
        return tl::unexpected(error(fmt::format("\"{}\" is not a date: {}", name, dump(*found)),
                                    "write it as \"2026-02-01\"; the line is left out"));
    return date;
}

Result<RecordReader> RecordReader::open(const std::string& path) {
    RecordReader out;
    out.name_ = path == "-" ? "standard input" : path;
    if (path == "-") return out;
    const auto fail = [&](const std::string& why) {
        return tl::unexpected(Error{ErrorCode::bad_input, why, "check the path", path, 0});
    };
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return fail("it is a folder, not a file of JSON Lines");
    out.file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*out.file_) return fail(std::string("it cannot be read: ") + std::strerror(errno));
    return out;
}

std::optional<Result<Record>> RecordReader::next() {
    std::istream& in = file_ ? static_cast<std::istream&>(*file_) : std::cin;
    std::string text;
    while (std::getline(in, text)) {
        ++line_;
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (line_ == 1 && text.starts_with(mark)) text.erase(0, mark.size());
        if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
        Record record{Json(), name_, line_};
        if (text::first_invalid(text))
            return tl::unexpected(record.error("it is not valid UTF-8", "the line is left out"));
        record.json = Json::parse(text, nullptr, false);
        if (record.json.is_discarded())
            return tl::unexpected(
                record.error("it is not valid JSON", "one object a line; the line is left out"));
        if (!record.json.is_object())
            return tl::unexpected(record.error("it is not a JSON object", "the line is left out"));
        return record;
    }
    return std::nullopt;
}

DocumentList::DocumentList(Console& console, Format format, std::string name, const Json& head)
    : console_(console), lines_(format == Format::jsonl) {
    if (lines_) return;
    std::string opening = dump(head);
    opening.pop_back();  // its closing brace
    console_.print(fmt::format("{},{}:[", opening, dump(Json(std::move(name)))));
}

void DocumentList::add(Json each) {
    if (lines_) {
        console_.line(dump(each));
        return;
    }
    each.erase("schema");
    console_.print(first_ ? "\n" : ",\n");
    console_.print(dump(each));
    first_ = false;
}

void DocumentList::finish() {
    if (!lines_) console_.line("\n]}");
}

}  // namespace whosaid::cli
