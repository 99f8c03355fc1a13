// A text as the pieces of words that a pretrained encoder has learned: without case and accents, each word
// split into the longest pieces known (WordPiece; Wu et al. 2016, as used by Devlin et al. 2019).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whosaid::language {

class Wordpieces {
  public:
    Wordpieces() = default;
    // The pieces in the order of their numbers, "##" before those that continue a word. They must outlive
    // the object. "[UNK]" stands for what cannot be put together.
    explicit Wordpieces(const std::vector<std::string_view>& pieces);

    // Of "[CLS]" and the like; nothing for what is not there.
    [[nodiscard]] std::uint32_t number_of(std::string_view piece) const;
    // At most `most` pieces; what comes behind them is not looked at. `text` is UTF-8, invalid bytes are
    // left out.
    [[nodiscard]] std::vector<std::uint32_t> split(std::string_view text, std::size_t most) const;

  private:
    void split_word(std::string_view word, std::vector<std::uint32_t>& out) const;

    std::unordered_map<std::string_view, std::uint32_t> numbers_;     // of pieces that begin a word
    std::unordered_map<std::string_view, std::uint32_t> continuing_;  // without their "##"
    std::uint32_t unknown_ = 0;
};

}  // namespace whosaid::language
