#include "core/language/transitions.hpp"

#include <algorithm>

namespace whosaid::language {

ParserInput parser_input(const std::vector<TokenHashes>& words, const std::vector<Tag>& tag_set,
                         const std::vector<std::uint32_t>& tags) {
    ParserInput input;
    ParserInput::Marks marks;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Tag& tag = tag_set[tags[i]];
        input.words.push_back(words[i].lower);
        input.coarse.push_back(words[i].coarse);
        input.fine.push_back(words[i].fine);
        input.tags.push_back(tag.hash);
        input.coarse_tags.push_back(tag.coarse_hash);
        input.marks.push_back(marks);
        if (tag.xpos == ",") {
            ++marks.commas;
        } else if (tag.xpos == "``" || tag.xpos == "''") {
            ++marks.quotes;
        } else if (tag.upos == Upos::punct) {
            ++marks.others;
        } else if (tag.upos == Upos::verb || tag.upos == Upos::aux) {
            ++marks.verbs;
        }
    }
    input.marks.push_back(marks);
    const FeatureHash root = hash_of("<root>");
    for (auto* list : {&input.words, &input.tags, &input.coarse_tags, &input.coarse, &input.fine})
        list->push_back(root);
    return input;
}

ParserState::ParserState(std::int32_t words) : nodes_(static_cast<std::size_t>(words) + 1), root_(words) {}

void ParserState::attach(std::int32_t head, std::int32_t dependent, std::uint32_t relation) {
    Node& h = nodes_[static_cast<std::size_t>(head)];
    Node& d = nodes_[static_cast<std::size_t>(dependent)];
    d.head = head;
    d.relation = static_cast<std::int32_t>(relation);
    if (dependent < head) {
        h.left2 = h.left;
        h.left = dependent;
        ++h.lefts;
    } else {
        h.right2 = h.right;
        h.right = dependent;
        ++h.rights;
    }
}

void ParserState::take(std::uint32_t step) {
    if (step == shift) {
        stack_.push_back(front_++);
        return;
    }
    const std::int32_t dependent = stack_.back();
    stack_.pop_back();
    if (step <= relation_count) {
        attach(front_, dependent, step - 1);
    } else {
        attach(stack_.back(), dependent, step - 1 - static_cast<std::uint32_t>(relation_count));
    }
}

void ParserState::features(const ParserInput& in, FeatureList& out) const {
    constexpr std::int32_t none = -1;
    constexpr std::int32_t farthest = 9;
    const auto from_top = [&](std::size_t depth) {
        return stack_.size() > depth ? stack_[stack_.size() - 1 - depth] : none;
    };
    const auto from_front = [&](std::int32_t ahead) {
        return front_ + ahead <= root_ ? front_ + ahead : none;
    };
    const std::int32_t s0 = from_top(0), s1 = from_top(1), s2 = from_top(2);
    const std::int32_t b0 = from_front(0), b1 = from_front(1), b2 = from_front(2), b3 = from_front(3);
    const auto get = [](const std::vector<FeatureHash>& of, std::int32_t i, FeatureHash missing) {
        return i < 0 ? missing : of[static_cast<std::size_t>(i)];
    };
    const auto w = [&](std::int32_t i) { return get(in.words, i, 11); };
    const auto x = [&](std::int32_t i) { return get(in.tags, i, 13); };
    const auto t = [&](std::int32_t i) { return get(in.coarse_tags, i, 13); };
    const auto k = [&](std::int32_t i) { return get(in.coarse, i, 31); };
    const auto q = [&](std::int32_t i) { return get(in.fine, i, 37); };
    static const Node nothing;
    const auto node = [&](std::int32_t i) -> const Node& {
        return i < 0 ? nothing : nodes_[static_cast<std::size_t>(i)];
    };
    const auto rel = [&](std::int32_t i) -> FeatureHash {
        return i < 0 ? 17 : static_cast<FeatureHash>(node(i).relation + 100);
    };
    const auto distance = [&](std::int32_t a, std::int32_t b) -> FeatureHash {
        return a < 0 || b < 0 ? farthest + 1 : static_cast<FeatureHash>(std::min(b - a, farthest));
    };
    // What stands between two words, the first itself counted.
    const auto between = [&](std::int32_t a, std::int32_t b) -> FeatureHash {
        if (a < 0 || b < 0) return 1;
        const auto& from = in.marks[static_cast<std::size_t>(a)];
        const auto& to = in.marks[static_cast<std::size_t>(b)];
        const auto some = [](std::uint32_t count) { return static_cast<FeatureHash>(std::min(count, 2U)); };
        return 2 + some(to.commas - from.commas) + 3 * some(to.quotes - from.quotes) +
               9 * some(to.others - from.others) + 27 * some(to.verbs - from.verbs);
    };
    const FeatureHash d = distance(s0, b0);
    const FeatureHash d1 = distance(s1, s0);

    out.clear();
    out.add(5);
    for (const std::int32_t i : {s0, s1, s2, b0, b1, b2, b3}) {
        out.add(w(i));
        out.add(t(i));
        out.add(x(i));
        out.add(w(i), x(i));
    }
    out.add(w(s0), w(b0));
    out.add(x(s0), x(b0));
    out.add(w(s0), x(b0));
    out.add(x(s0), w(b0));
    out.add(w(s0), x(s0), x(b0));
    out.add(w(b0), x(b0), x(s0));
    out.add(w(s0), w(s1));
    out.add(x(s0), x(s1));
    out.add(w(s0), x(s1));
    out.add(x(s0), w(s1));
    out.add(x(b0), x(b1));
    out.add(w(b0), w(b1));
    out.add(x(s1), x(b0));
    out.add(w(s1), x(b0));
    out.add(x(s1), w(b0));
    out.add(w(s1), w(b0));
    out.add(x(s0), x(b0), x(b1));
    out.add(x(s1), x(s0), x(b0));
    out.add(x(s2), x(s1), x(s0));
    out.add(x(b0), x(b1), x(b2));
    out.add(w(s0), x(b0), x(b1));
    out.add(x(s0), w(b0), x(b1));
    out.add(w(s1), x(s0), x(b0));
    out.add(x(s1), w(s0), x(b0));
    out.add(x(s1), x(s0), w(b0));
    out.add(mixed(x(s1), x(s0)), x(b0), x(b1));
    for (const std::int32_t i : {s0, s1}) {
        const Node& n = node(i);
        out.add(x(i), x(n.left));
        out.add(x(i), x(n.right));
        out.add(x(i), rel(n.left));
        out.add(x(i), rel(n.right));
        out.add(x(i), rel(n.left), rel(n.left2));
        out.add(x(i), rel(n.right), rel(n.right2));
        out.add(w(i), rel(n.left));
        out.add(w(i), rel(n.right));
        out.add(w(i), static_cast<FeatureHash>(n.lefts));
        out.add(w(i), static_cast<FeatureHash>(n.rights));
        out.add(x(i), static_cast<FeatureHash>(n.lefts));
        out.add(x(i), static_cast<FeatureHash>(n.rights));
        out.add(w(i), rel(n.left), rel(n.right));
        out.add(w(n.left), w(i));
        out.add(w(n.right), w(i));
    }
    const Node& front = node(b0);
    out.add(x(b0), x(front.left));
    out.add(x(b0), rel(front.left));
    out.add(x(b0), rel(front.left), rel(front.left2));
    out.add(w(b0), rel(front.left));
    out.add(x(b0), static_cast<FeatureHash>(front.lefts));
    out.add(x(s0), x(b0), x(front.left));
    out.add(x(s0), x(node(s0).right), x(b0));
    out.add(x(s0), x(node(s0).left), x(b0));
    out.add(x(s1), x(s0), x(node(s0).right));
    out.add(x(s1), x(s0), x(node(s0).left));
    out.add(x(s1), x(node(s1).right), x(s0));
    out.add(x(s1), x(node(s1).left), x(s0));
    for (const std::int32_t i : {s0, s1, b0, b1}) {
        out.add(k(i));
        out.add(q(i));
        out.add(q(i), x(i));
    }
    out.add(q(s0), q(b0));
    out.add(k(s0), k(b0));
    out.add(q(s1), q(s0));
    out.add(k(s1), k(s0));
    out.add(q(s0), x(b0));
    out.add(x(s0), q(b0));
    out.add(q(s1), x(s0));
    out.add(x(s1), q(s0));
    out.add(q(s1), x(b0));
    out.add(k(s1), k(s0), k(b0));
    out.add(q(s1), x(s0), x(b0));
    out.add(x(s1), x(s0), q(b0));
    out.add(k(s0), k(b0), x(b1));
    out.add(w(s1), k(s0));
    out.add(k(s1), w(s0));
    out.add(w(s0), k(b0));
    out.add(k(s0), w(b0));
    out.add(w(s0), d);
    out.add(x(s0), d);
    out.add(w(b0), d);
    out.add(x(b0), d);
    out.add(x(s0), x(b0), d);
    out.add(w(s0), w(b0), d);
    out.add(x(s0), x(s1), d1);
    out.add(w(s0), w(s1), d1);
    const FeatureHash gap = between(s0, b0);
    const FeatureHash gap1 = between(s1, s0);
    out.add(gap, x(s0), x(b0));
    out.add(gap, w(s0));
    out.add(gap, w(b0));
    out.add(gap1, x(s1), x(s0));
    out.add(gap1, w(s1));
    out.add(gap1, w(s0));
    out.add(mixed(gap, gap1), x(s0), x(b0));
    // The words beside, wherever they hang by now.
    const std::int32_t behind_s0 = s0 < 0 ? none : s0 + 1;
    const std::int32_t before_b0 = b0 > 0 ? b0 - 1 : none;
    out.add(x(s0), x(behind_s0), x(b0));
    out.add(x(s0), x(before_b0), x(b0));
    out.add(w(before_b0), x(s0), x(b0));
}

}  // namespace whosaid::language
