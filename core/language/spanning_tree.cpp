#include "core/language/spanning_tree.hpp"

#include <algorithm>
#include <limits>

namespace whosaid::language {
namespace {

constexpr double impossible = -1e18;
// Beyond the difference of any two trees' scores: one word at the root is better than two.
constexpr double cost_of_root = 1e6;

// Scores of arcs into each node (rows) from each node; node 0 is the root.
class Graph {
  public:
    explicit Graph(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, impossible) {}
    [[nodiscard]] std::size_t nodes() const { return nodes_; }
    double& at(std::size_t to, std::size_t from) { return scores_[to * nodes_ + from]; }
    [[nodiscard]] double at(std::size_t to, std::size_t from) const { return scores_[to * nodes_ + from]; }
    [[nodiscard]] std::size_t best_head(std::size_t node) const {
        const auto row = scores_.begin() + static_cast<std::ptrdiff_t>(node * nodes_);
        return static_cast<std::size_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(nodes_)) -
                                        row);
    }

  private:
    std::size_t nodes_;
    std::vector<double> scores_;
};

using Heads = std::vector<std::size_t>;

// The nodes of a cycle; empty where there is none.
std::vector<std::size_t> cycle_of(const Heads& heads) {
    std::vector<std::size_t> seen(heads.size(), 0);  // by the walk that started at this node
    for (std::size_t start = 1; start < heads.size(); ++start) {
        std::size_t node = start;
        while (node != 0 && seen[node] == 0) {
            seen[node] = start;
            node = heads[node];
        }
        if (node == 0 || seen[node] != start) continue;
        std::vector<std::size_t> cycle{node};
        for (std::size_t next = heads[node]; next != node; next = heads[next])
            cycle.push_back(next);
        return cycle;
    }
    return {};
}

// The best tree: each node's best head, and where they run in a circle, the same for a graph in which the
// circle is one node.
Heads best_tree(const Graph& graph) {
    Heads heads(graph.nodes(), 0);
    for (std::size_t node = 1; node < graph.nodes(); ++node)
        heads[node] = graph.best_head(node);
    const std::vector<std::size_t> cycle = cycle_of(heads);
    if (cycle.empty()) return heads;

    std::vector<bool> inside(graph.nodes(), false);
    for (const std::size_t node : cycle)
        inside[node] = true;
    std::vector<std::size_t> outside;  // the root stays first
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        if (!inside[node]) outside.push_back(node);
    }
    const std::size_t merged = outside.size();
    Graph smaller(merged + 1);
    std::vector<std::size_t> enters(merged, 0);  // which node of the cycle takes its head from outside
    std::vector<std::size_t> leaves(merged, 0);  // which node of the cycle is the outside node's head
    for (std::size_t i = 0; i < merged; ++i) {
        for (std::size_t j = 0; j < merged; ++j)
            smaller.at(i, j) = graph.at(outside[i], outside[j]);
        for (const std::size_t node : cycle) {
            const double entry = graph.at(node, outside[i]) - graph.at(node, heads[node]);
            if (entry > smaller.at(merged, i) || node == cycle.front()) {
                smaller.at(merged, i) = entry;
                enters[i] = node;
            }
            const double exit = graph.at(outside[i], node);
            if (exit > smaller.at(i, merged) || node == cycle.front()) {
                smaller.at(i, merged) = exit;
                leaves[i] = node;
            }
        }
    }
    const Heads reduced = best_tree(smaller);
    for (std::size_t i = 1; i < merged; ++i)
        heads[outside[i]] = reduced[i] == merged ? leaves[i] : outside[reduced[i]];
    const std::size_t entry = enters[reduced[merged]];
    heads[entry] = outside[reduced[merged]];
    return heads;
}

}  // namespace

std::vector<std::int32_t> spanning_tree(const float* scores, std::size_t words) {
    Graph graph(words + 1);
    for (std::size_t w = 0; w < words; ++w) {
        for (std::size_t h = 0; h <= words; ++h) {
            if (h == w + 1) continue;
            graph.at(w + 1, h) =
                static_cast<double>(scores[w * (words + 1) + h]) - (h == 0 ? cost_of_root : 0);
        }
    }
    const Heads heads = best_tree(graph);
    std::vector<std::int32_t> out(words);
    for (std::size_t w = 0; w < words; ++w)
        out[w] = static_cast<std::int32_t>(heads[w + 1]) - 1;
    return out;
}

}  // namespace whosaid::language
