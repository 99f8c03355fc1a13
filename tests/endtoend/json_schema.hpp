// JSON Schema as far as `whosaid schema` and the schemas of ninjs use it.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace whosaid::endtoend {

// What in `value` does not keep to `schema`, with the way to it ("/claims/0/id: ..."); empty: nothing. A
// keyword that is not known here counts as not kept, so that no part of a schema goes unchecked.
[[nodiscard]] std::string violation(const nlohmann::json& value, const nlohmann::json& schema);

}  // namespace whosaid::endtoend
