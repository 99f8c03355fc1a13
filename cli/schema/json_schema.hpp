// The JSON Schema (draft 2020-12) of every document with "schema": "whosaid/1".
#pragma once

#include <string_view>

namespace whosaid::cli {

[[nodiscard]] std::string_view json_schema();

}  // namespace whosaid::cli
