// Addresses of articles as they may stand in a report's links.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whosaid::cli {

// `url` as an IRI reference that is safe to follow: http or https, a host (with a port at most: no user name
// that could pass for one), no white space or controls. Characters that no IRI has are percent-encoded.
[[nodiscard]] std::optional<std::string> safe_href(std::string_view url);

}  // namespace whosaid::cli
