#include "cli/export_state.hpp"

#include "cli/digest.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace whosaid::cli {
namespace {

Error wrong(const std::string& path, std::string message, std::string hint) {
    return {ErrorCode::failed, std::move(message), std::move(hint), path, 0};
}

// A descriptor that holds the lock.
Result<int> locked(const std::string& path) {
    constexpr mode_t mode = 0666;
    const std::string name = path + ".lock";
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, mode);
    if (descriptor < 0) {
        return tl::unexpected(wrong(name, std::string("it cannot be written: ") + std::strerror(errno),
                                    "check that the folder exists and can be written"));
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    ::close(descriptor);
    return tl::unexpected(wrong(path, "another export is using it", "wait until that is done"));
}

}  // namespace

std::string revision_of(const Article& article) {
    // As JSON, so that what ends one field is no part of the next.
    return digest(dump(to_json(article)));
}

Result<ExportState> ExportState::open(const std::string& path, ReportForm form) {
    ExportState out;
    out.path_ = path;
    out.form_ = form;
    const Result<int> lock = locked(path);
    if (!lock) return tl::unexpected(lock.error());
    out.lock_ = *lock;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return out;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file)
        return tl::unexpected(
            wrong(path, std::string("it cannot be read: ") + std::strerror(errno), "check the rights"));
    const auto json = nlohmann::json::parse(bytes, nullptr, false);
    const auto damaged = [&] {
        return tl::unexpected(wrong(path, "it is no record of an export",
                                    "name another file; a new one lets everything go out again"));
    };
    if (!json.is_object() || json.value("schema", Json()) != json_schema_id || !json.contains("sent") ||
        !json["sent"].is_object() || !json.contains("to") || !json["to"].is_string())
        return damaged();
    const auto to = json["to"].get<std::string>();
    if (to != name_of(form)) {
        return tl::unexpected(
            wrong(path, fmt::format("it remembers what went out as {}, not {}", to, name_of(form)),
                  "keep a file of its own for each form"));
    }
    for (const auto& [id, revision] : json["sent"].items()) {
        if (!revision.is_string()) return damaged();
        out.sent_.emplace(id, revision.get<std::string>());
    }
    return out;
}

ExportState::ExportState(ExportState&& other) noexcept
    : path_(std::move(other.path_)),
      form_(other.form_),
      sent_(std::move(other.sent_)),
      lock_(std::exchange(other.lock_, -1)) {}

ExportState& ExportState::operator=(ExportState&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(form_, other.form_);
    std::swap(sent_, other.sent_);
    std::swap(lock_, other.lock_);
    return *this;
}

ExportState::~ExportState() {
    if (lock_ >= 0) ::close(lock_);
}

bool ExportState::sent(const std::string& id, const std::string& revision) const {
    const auto found = sent_.find(id);
    return found != sent_.end() && found->second == revision;
}

Result<void> ExportState::save() const {
    // A line an article: an ordered object of a large export would be searched through for each.
    std::string out = fmt::format("{{\"schema\": {}, \"to\": {}, \"sent\": {{", dump(json_schema_id),
                                  dump(std::string(name_of(form_))));
    const char* separator = "\n";
    for (const auto& [id, revision] : sent_) {
        out += fmt::format("{}  {}: {}", separator, dump(id), dump(revision));
        separator = ",\n";
    }
    return write_file(path_, out + "\n}}\n", true);
}

}  // namespace whosaid::cli
