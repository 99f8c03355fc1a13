#include "core/language/tree.hpp"

#include <algorithm>

namespace whosaid::language {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), first_(sentence.words.size() + 1) {
    const auto& words = sentence.words;
    for (const Word& w : words) {
        if (w.head >= 0) ++first_[static_cast<std::size_t>(w.head) + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
    dependents_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (words[i].head >= 0) dependents_[next[static_cast<std::size_t>(words[i].head)]++] = i;
    }
}

std::span<const std::uint32_t> Tree::dependents(std::uint32_t index) const {
    return {dependents_.data() + first_[index], first_[index + 1] - first_[index]};
}

std::optional<std::uint32_t> Tree::dependent(std::uint32_t index,
                                             std::initializer_list<Relation> relations) const {
    for (const std::uint32_t d : dependents(index)) {
        if (std::find(relations.begin(), relations.end(), word(d).relation) != relations.end()) return d;
    }
    return std::nullopt;
}

std::vector<std::uint32_t> Tree::subtree(std::uint32_t index, std::optional<std::uint32_t> leave_out) const {
    std::vector<std::uint32_t> found{index};
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const std::uint32_t d : dependents(found[next])) {
            if (d != leave_out) found.push_back(d);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool Tree::below(std::uint32_t index, std::uint32_t ancestor) const {
    auto i = static_cast<std::int32_t>(index);
    while (i >= 0) {
        if (static_cast<std::uint32_t>(i) == ancestor) return true;
        i = word(static_cast<std::uint32_t>(i)).head;
    }
    return false;
}

}  // namespace whosaid::language
