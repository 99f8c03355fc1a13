// The words of one sentence in lower case, for rules that read forms rather than trees.
#pragma once

#include "core/language/document.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// Views into it live as long as it does; text and sentence must outlive it. Any index may be asked for:
// outside the sentence stands the empty word, index 0 minus one included.
class Forms {
  public:
    Forms(std::string_view text, const Sentence& sentence);

    [[nodiscard]] std::size_t size() const { return sentence_->words.size(); }
    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        if (i >= size()) return {};
        return std::string_view(lower_).substr(starts_[i], starts_[i + 1] - starts_[i]);
    }
    // Without the full stop of an abbreviation: "jan" for "Jan.".
    [[nodiscard]] std::string_view bare(std::size_t i) const;
    [[nodiscard]] std::string_view written(std::size_t i) const;
    [[nodiscard]] bool one_of(std::size_t i, std::initializer_list<std::string_view> words) const;
    [[nodiscard]] bool touches(std::size_t i) const;     // no space between the word before and this one
    [[nodiscard]] bool capital(std::size_t i) const;     // starts with an upper-case letter
    [[nodiscard]] bool lower_word(std::size_t i) const;  // starts with a lower-case letter
    [[nodiscard]] bool hyphen(std::size_t i) const;      // "-" or an en dash, between words that touch
    [[nodiscard]] bool dash(std::size_t i) const;        // "-", en or em dash, with or without spaces
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;  // words [begin, end), not empty

  private:
    std::string_view text_;
    const Sentence* sentence_;
    std::string lower_;                  // all words, one behind the other
    std::vector<std::uint32_t> starts_;  // where each starts in lower_, and the end of the last
};

}  // namespace whosaid::language
