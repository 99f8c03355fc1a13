// News in JSON: objects among others in a JSON input, each recognised by its members.
#pragma once

#include "core/article.hpp"
#include "core/types.hpp"
#include "corpus/findings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whosaid::corpus {

// A member at the top of an object without a "text" by which it is ninjs.
[[nodiscard]] bool is_ninjs_member(std::string_view name);

// The article of a ninjs object, whose JSON is sound and begins on `line`; nullopt: it is a picture or
// another item without a body.
[[nodiscard]] Result<std::optional<Article>> ninjs_article(const std::string& object, std::uint64_t line,
                                                           Findings& findings);

}  // namespace whosaid::corpus
