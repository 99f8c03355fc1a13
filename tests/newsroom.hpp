// What newsroom documents must be, checked by ourselves and, where IPTC's schemas are at hand, by those. Each
// check gives what is wrong, or nothing.
#pragma once

#include <filesystem>
#include <string>

#include <pugixml.hpp>

namespace whosaid::tests {

// The folder of the schemas, which are no part of the project: $WHOSAID_SCHEMAS, else in its neighbour
// ../shared.
[[nodiscard]] std::filesystem::path schema_folder();
// Why XML cannot be held against the schemas here: they, or xmllint, are missing. Empty: it can.
[[nodiscard]] std::string no_validation();

inline constexpr const char* newsml_schema = "combined-g2-2.35-nitf-3.6.xsd";
inline constexpr const char* nitf_schema = "nitf/nitf-3-6.xsd";
// What xmllint says of a file.
[[nodiscard]] std::string schema_violation(const std::filesystem::path& file, const char* schema);

// The same for a text; also where it is no XML at all.
[[nodiscard]] std::string schema_violation(const std::string& xml, const char* schema);

// What xmllint does not check: every reference leads to an id, ids are unique, aliases of qcodes are IPTC's
// or declared, one partMeta a claim. `xml`: a newsItem or a newsMessage.
[[nodiscard]] std::string unsound_newsml(const std::string& xml);
// The same for NITF: ids, references to documents, one classifier a claim, and what receivers crash without.
[[nodiscard]] std::string unsound_nitf(const std::string& xml);
// ninjs 1.x and 3.1: required members, times in UTC with Z, one entry a claim.
[[nodiscard]] std::string unsound_ninjs(const std::string& json);
[[nodiscard]] std::string unsound_ninjs_3(const std::string& json);
// The same against IPTC's schema, 1.6 without the members that only content management systems know, or 3.1.
[[nodiscard]] std::string ninjs_violation(const std::string& json);
[[nodiscard]] std::string ninjs_3_violation(const std::string& json);
// schema.org and Web Annotations: what each object must have.
[[nodiscard]] std::string unsound_json_ld(const std::string& json);
[[nodiscard]] std::string unsound_web_annotation(const std::string& json);
// RFC 4180, the same number of cells in each row, none that a spreadsheet would compute.
[[nodiscard]] std::string unsound_csv(const std::string& csv);

}  // namespace whosaid::tests
