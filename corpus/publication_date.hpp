// Dates as feeds and newsrooms write them.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace whosaid::corpus {

// The day of a publication date in English or in figures: ISO 8601 with or without a time, RFC 822
// ("Wed, 28 Jan 2026 09:00:00 +0530"), "28 January 2026", "Jan. 28, 2026", "28-Jan-2026", "28.01.2026",
// "28/01/2026". The day is the one written, in the outlet's own time zone. nullopt for what is no day (a
// month alone), what does not exist (30 February) and what may be read in two ways ("03/04/2026").
[[nodiscard]] std::optional<Date> publication_date(std::string_view text);

}  // namespace whosaid::corpus
