// Text to the words that are indexed and searched; both sides use this, so they always agree.
//
// A word is a run of letters, digits and marks, folded (NFKC case folding, accents off). "51,000" is 51000,
// "3.5" stays, "U.S." is us, "Israel's" is israel, "don't" is dont; a hyphen separates. Words of more than 64
// bytes are passed over, so time and memory stay linear in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whosaid::index {

class Words {
  public:
    explicit Words(std::string_view text) : text_(text) {}  // valid UTF-8, must outlive this
    // Sets `word` to the next one; false at the end.
    [[nodiscard]] bool next(std::string& word);
    // The last word is a common function word, and not written in capitals ("us", but not "US").
    [[nodiscard]] bool stop_word() const { return stop_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool stop_ = false;
};

// The folded words of `text`, joined by single spaces, cut after at most 200 bytes at the end of a word.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace whosaid::index
