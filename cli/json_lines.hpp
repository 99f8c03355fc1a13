// JSON Lines of small records: the claims to verify, the pairs to compare. And lists of documents, written.
#pragma once

#include "cli/console.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "core/date.hpp"

#include <fstream>
#include <istream>
#include <optional>
#include <string>

namespace whosaid::cli {

// One object of a file, and where it stands.
struct Record {
    Json json;
    std::string file;
    std::uint64_t line = 0;

    [[nodiscard]] Error error(std::string message, std::string hint) const;
    // A text that must be there and not be blank.
    [[nodiscard]] Result<std::string> text(const char* name) const;
    // The "id", a text or a number; the line's number where there is none.
    [[nodiscard]] Result<std::string> id() const;
    // A date, or nullopt where it is missing or null.
    [[nodiscard]] Result<std::optional<Date>> date(const char* name) const;
};

class RecordReader {
  public:
    // "-": standard input.
    [[nodiscard]] static Result<RecordReader> open(const std::string& path);
    // The next record, or the error that stands in its place; nullopt at the end. Blank lines are passed
    // over.
    [[nodiscard]] std::optional<Result<Record>> next();

  private:
    std::unique_ptr<std::ifstream> file_;  // none: standard input
    std::string name_;
    std::uint64_t line_ = 0;
};

// Documents of one kind as they come: a line each for jsonl, for json one document with the list under
// `name`.
class DocumentList {
  public:
    // `head`: what stands beside the list. `console` outlives this.
    DocumentList(Console& console, Format format, std::string name, const Json& head = document());
    void add(Json each);  // with its "schema", which json leaves out within the list
    void finish();

  private:
    Console& console_;
    bool lines_;
    bool first_ = true;
};

}  // namespace whosaid::cli
