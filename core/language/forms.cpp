#include "core/language/forms.hpp"

#include "core/text/characters.hpp"

#include <algorithm>

namespace whosaid::language {

Forms::Forms(std::string_view text, const Sentence& sentence) : text_(text), sentence_(&sentence) {
    lower_.reserve(sentence.span.size());
    starts_.reserve(sentence.words.size() + 1);
    for (const Word& word : sentence.words) {
        starts_.push_back(static_cast<std::uint32_t>(lower_.size()));
        text::append_lower(word.span.of(text), lower_);
    }
    starts_.push_back(static_cast<std::uint32_t>(lower_.size()));
}

std::string_view Forms::bare(std::size_t i) const {
    std::string_view form = (*this)[i];
    if (form.size() > 1 && form.back() == '.') form.remove_suffix(1);
    return form;
}

std::string_view Forms::written(std::size_t i) const {
    return i < size() ? sentence_->words[i].span.of(text_) : std::string_view{};
}

bool Forms::one_of(std::size_t i, std::initializer_list<std::string_view> words) const {
    return i < size() && std::find(words.begin(), words.end(), (*this)[i]) != words.end();
}

bool Forms::touches(std::size_t i) const {
    return i > 0 && i < size() && sentence_->words[i - 1].span.end == sentence_->words[i].span.begin;
}

bool Forms::capital(std::size_t i) const {
    return text::is_upper(text::character_at(written(i), 0).value);
}

bool Forms::lower_word(std::size_t i) const {
    return text::is_lower(text::character_at(written(i), 0).value);
}

bool Forms::hyphen(std::size_t i) const {
    return one_of(i, {"-", "–", "‑", "‐"}) && touches(i) && touches(i + 1);
}

bool Forms::dash(std::size_t i) const {
    return one_of(i, {"-", "–", "—", "‑", "‐"});
}

Span Forms::span(std::size_t begin, std::size_t end) const {
    return {sentence_->words[begin].span.begin, sentence_->words[end - 1].span.end};
}

}  // namespace whosaid::language
