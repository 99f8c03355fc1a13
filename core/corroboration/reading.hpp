// Passages read beside a claim by an encoder that has learned what such texts have to do with each other.
#pragma once

#include "core/corroboration/stance.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace whosaid::corroboration {

// The sentences [first, last) of an article.
struct Passage {
    const Analysed* article = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
};

// Gives a reading for each passage, of all that it says: where it tells words to deny them, the stance is
// that of the denial. Must be safe to call from several threads.
using Reader = std::function<std::vector<Reading>(const Analysed& claim, std::span<const Passage> passages)>;

// The reader's readings of all passages of one claim, with how far each is behind the likest.
[[nodiscard]] std::vector<Reading> readings(const Reader& reader, const Analysed& claim,
                                            std::span<const Passage> passages);

// How passages are judged: by the items that they share with the claim alone, or with a reader.
struct Method {
    Reader reader;                      // none: items alone
    const ReadModel* found = nullptr;   // weighs items and reading together: of sentences that were found
    const ReadModel* picked = nullptr;  // of passages picked for the claim
};
[[nodiscard]] Method quick();
[[nodiscard]] Method thorough();  // with the program's own encoder

// The program's own encoder as a Reader (core/language/encoder.hpp). Some fifteen milliseconds a passage.
[[nodiscard]] std::vector<Reading> read(const Analysed& claim, std::span<const Passage> passages);

}  // namespace whosaid::corroboration
