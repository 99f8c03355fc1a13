// A desk's own file, in TOML:
//
//   [[source]]
//   name = "Energy Ministry"
//   aliases = ["Ministry of Power and Energy"]
//   reliability = "B"                # Admiralty, A to F
//
//   [[publisher]]
//   name = "Harbour Media"
//   outlets = ["Harbour Wire", "Lakeside Daily"]
#pragma once

#include "core/corroboration/desk.hpp"
#include "core/types.hpp"

#include <string>
#include <string_view>

namespace whosaid::cli {

// `file`: the name of the file that `text` is from, for errors. Errors (usage) name the line: what is no
// TOML, keys that do not exist, values of another kind, a source without a name, a name or an outlet that
// stands twice.
[[nodiscard]] Result<corroboration::Desk> read_desk(std::string_view text, const std::string& file);

}  // namespace whosaid::cli
