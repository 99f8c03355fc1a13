// More names than the annotated ones. Training data have few thousand, most of them American: learners take
// them by heart. Copies of the sentences with other names in their place, put together from parts of
// annotated ones and from common words of bodies' names and titles, teach what surrounds a name and how names
// are built.
#pragma once

#include "core/language/train/treebank.hpp"

#include <random>
#include <vector>

namespace whosaid::train {

// One variant of each sentence that has a name: parts of people's names exchanged, some family names doubled
// ("Mensah-Ofori"), given names cut to initials, titles put before them; bodies and places exchanged for
// others, and bodies invented.
[[nodiscard]] std::vector<NamedSentence> varied(const std::vector<NamedSentence>& sentences,
                                                std::mt19937& random);

}  // namespace whosaid::train
