// The pictures in the HTML report, as inline SVG: no script, no address, colours by the page's style sheet.
// Each is a figure with a caption, has a title and a description for those who do not see it, and shows
// nothing that the page does not also say in words.
#pragma once

#include "cli/report/html_builder.hpp"
#include "cli/report/report.hpp"

#include <cstddef>

namespace whosaid::cli {

// Which articles carry what which origin says, for and against the claim `number` (1 for the first). Nothing
// for a single article, of which there is nothing to draw.
void write_origins_chart(Html& html, const Verification& verification, std::size_t number);

// How certainty and side moved over the days, a lane an origin, and the same as a table. Nothing where all
// dated evidence is of one day. `published`: the article's own date.
void write_timeline_chart(Html& html, const Verification& verification, const std::optional<Date>& published,
                          std::size_t number);

// The signs of both drawings with their meanings, for a legend.
void write_charts_key(Html& html);

}  // namespace whosaid::cli
