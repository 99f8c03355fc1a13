#include "core/language/network.hpp"

#include "core/language/embedded.hpp"
#include "core/language/spanning_tree.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace whosaid::language {
namespace {

constexpr std::uint32_t network_magic = 0x4E535757;  // "WWSN"
constexpr std::uint32_t network_version = 1;
constexpr float leak = 0.1F;                  // slope below zero of the layers before the biaffine forms
constexpr std::size_t words_at_a_time = 512;  // as many as keep the gates in the cache

Error damaged(std::string_view what) {
    Error error;
    error.message = "the neural parser's weights are damaged: " + std::string(what);
    error.hint = "build the program again from a clean checkout";
    return error;
}

float leaky(float x) {
    return x < 0 ? x * leak : x;
}

}  // namespace

Result<Network> Network::read(std::string_view bytes) {
    WeightsReader reader(bytes);
    ByteReader& in = reader.in();
    if (in.number() != network_magic) return tl::unexpected(damaged("they do not begin as such"));
    if (in.number() != network_version) return tl::unexpected(damaged("they are of another version"));
    Network out;
    for (const std::string_view line : lines(in.section())) {
        const std::size_t tab = line.find('\t');
        const auto upos = upos_named(line.substr(0, tab));
        if (!upos || tab == std::string_view::npos) return tl::unexpected(damaged("their tags"));
        out.tags_.push_back(tag_of(*upos, line.substr(tab + 1)));
    }
    out.root_relation_ = std::numeric_limits<std::size_t>::max();
    for (const std::string_view line : lines(in.section())) {
        const auto relation = relation_named(line);
        if (!relation) return tl::unexpected(damaged("their relations"));
        if (*relation == Relation::root) out.root_relation_ = out.relations_.size();
        out.relations_.push_back(*relation);
    }
    out.labels_ = lines(in.section());
    ByteReader keys(in.section());
    while (!keys.finished() && keys.ok())
        out.vocabulary_.push_back(keys.number());
    if (!std::is_sorted(out.vocabulary_.begin(), out.vocabulary_.end()) || out.tags_.empty() ||
        out.labels_.empty() || out.relations_.size() < 2 || out.root_relation_ >= out.relations_.size()) {
        return tl::unexpected(damaged("their lists"));
    }
    out.words_ = reader.embedding(out.vocabulary_.size() + 1);
    out.suffixes3_ = reader.embedding(suffix3_rows);
    out.suffixes2_ = reader.embedding(suffix2_rows);
    out.prefixes_ = reader.embedding(prefix3_rows);
    out.shapes_ = reader.embedding(shape_rows);
    out.root_ = reader.embedding(1);
    std::size_t size = out.words_.columns + out.suffixes3_.columns + out.suffixes2_.columns +
                       out.prefixes_.columns + out.shapes_.columns;
    if (!reader.good() || out.root_.columns != size) return tl::unexpected(damaged("their embeddings"));
    for (Layer& layer : out.layers_) {
        for (const int direction : {0, 1}) {
            layer.input[direction] = reader.matrix(size, 0);
            const std::size_t gates = layer.input[direction].outputs;
            layer.hidden[direction] = reader.matrix(gates / 4, gates);
        }
        if (!reader.good() || layer.input[0].outputs != layer.input[1].outputs ||
            layer.input[0].outputs % (4 * lanes) != 0) {
            return tl::unexpected(damaged("their recurrent layers"));
        }
        size = layer.input[0].outputs / 2;
    }
    out.tagger_ = reader.matrix(size, out.tags_.size());
    out.namer_ = reader.matrix(size, out.labels_.size());
    out.arc_head_ = reader.matrix(size, 0);
    out.arc_size_ = out.arc_head_.outputs;
    out.arc_dependent_ = reader.matrix(size, out.arc_size_);
    out.relation_head_ = reader.matrix(size, 0);
    out.relation_size_ = out.relation_head_.outputs;
    out.relation_dependent_ = reader.matrix(size, out.relation_size_);
    out.arcs_ = reader.matrix(out.arc_size_, out.arc_size_);
    out.relation_weights_ =
        reader.matrix(out.relation_size_, out.relations_.size() * (out.relation_size_ + 1));
    if (!reader.good() || !in.finished()) return tl::unexpected(damaged("their length is not what they say"));
    return out;
}

// One run of the network over a few sentences. The rows of all matrices: for each sentence the root, then its
// words.
class Network::Batch {
  public:
    using Sentence = std::span<const NeuralFeatures>;

    // The longest sentence first.
    Batch(const Network& network, std::vector<Sentence> sentences)
        : network_(network), sentences_(std::move(sentences)) {
        for (const Sentence& sentence : sentences_) {
            first_row_.push_back(rows_);
            rows_ += sentence.size() + 1;
        }
    }

    std::vector<Parse> run() {
        Activations states = embedded();
        for (const Layer& layer : network_.layers_)
            states = recurrent(layer, states);
        const std::vector<float> tags = product(network_.tagger_, states);
        const std::vector<float> labels = product(network_.namer_, states);
        std::vector<Parse> out(sentences_.size());
        for (std::size_t s = 0; s < sentences_.size(); ++s) {
            for (std::size_t w = 1; w <= sentences_[s].size(); ++w) {
                const float* scores = tags.data() + (first_row_[s] + w) * network_.tagger_.outputs;
                out[s].tags.push_back(static_cast<std::uint32_t>(
                    std::max_element(scores, scores + network_.tags_.size()) - scores));
            }
            out[s].labels = labels_of(s, labels);
        }
        trees(states, out);
        return out;
    }

  private:
    void put(const Embedding& table, std::size_t row, std::int16_t*& to) const {
        const float scale = table.scale[row] * activation_scale;
        const char* values = table.values.data() + row * table.columns;
        for (std::size_t i = 0; i < table.columns; ++i) {
            const float value = scale * static_cast<float>(signed_byte(values[i]));
            *to++ = static_cast<std::int16_t>(std::clamp(value, -32767.0F, 32767.0F));
        }
    }

    [[nodiscard]] Activations embedded() const {
        const PackedMatrix& next = network_.layers_[0].input[0];
        Activations out = rows_for(next, rows_);
        std::int16_t* row = out.data();
        for (const Sentence& sentence : sentences_) {
            std::int16_t* to = row;
            put(network_.root_, 0, to);
            row += next.inputs;
            for (const NeuralFeatures& word : sentence) {
                const auto& known = network_.vocabulary_;
                const auto at = std::lower_bound(known.begin(), known.end(), word.word);
                const bool found = at != known.end() && *at == word.word;
                to = row;
                put(network_.words_, found ? static_cast<std::size_t>(at - known.begin()) + 1 : 0, to);
                put(network_.suffixes3_, word.suffix3, to);
                put(network_.suffixes2_, word.suffix2, to);
                put(network_.prefixes_, word.prefix3, to);
                put(network_.shapes_, word.shape, to);
                row += next.inputs;
            }
        }
        return out;
    }

    // The hidden states of both directions, side by side.
    [[nodiscard]] Activations recurrent(const Layer& layer, const Activations& in) const {
        const std::size_t size = layer.hidden[0].inputs;
        Activations out(rows_ * 2 * size);
        const std::size_t steps = sentences_.front().size() + 1;
        std::vector<float> from_hidden(sentences_.size() * layer.hidden[0].outputs);
        for (const std::size_t direction : {std::size_t{0}, std::size_t{1}}) {
            const std::vector<float> from_input = product(layer.input[direction], in);
            const PackedMatrix& weights = layer.hidden[direction];
            Activations hidden(sentences_.size() * size, 0);
            std::vector<float> cells(sentences_.size() * size, 0);
            std::size_t running = sentences_.size();  // the first so many have words left
            for (std::size_t step = 0; step < steps; ++step) {
                while (sentences_[running - 1].size() + 1 <= step)
                    --running;
                kernels().multiply(weights, hidden.data(), running, from_hidden.data());
                for (std::size_t i = 0; i < running; ++i) {
                    const std::size_t length = sentences_[i].size() + 1;
                    const std::size_t row = first_row_[i] + (direction == 0 ? step : length - 1 - step);
                    kernels().lstm_cell(from_input.data() + row * weights.outputs,
                                        from_hidden.data() + i * weights.outputs, size,
                                        cells.data() + i * size, hidden.data() + i * size);
                    std::copy_n(hidden.data() + i * size, size, out.data() + (row * 2 + direction) * size);
                }
            }
        }
        return out;
    }

    // From left to right; a name goes on only where one of its type is open.
    [[nodiscard]] std::vector<std::uint32_t> labels_of(std::size_t s,
                                                       const std::vector<float>& scores) const {
        std::vector<std::uint32_t> out;
        std::string_view open;
        for (std::size_t w = 1; w <= sentences_[s].size(); ++w) {
            const float* row = scores.data() + (first_row_[s] + w) * network_.namer_.outputs;
            std::uint32_t best = 0;
            for (std::uint32_t l = 1; l < network_.labels_.size(); ++l) {
                const std::string_view name = network_.labels_[l];
                const bool follows = !name.starts_with("I-") || name.substr(2) == open;
                if (follows && row[l] > row[best]) best = l;
            }
            const std::string_view name = network_.labels_[best];
            open = best == 0 ? std::string_view() : name.substr(std::min<std::size_t>(2, name.size()));
            out.push_back(best);
        }
        return out;
    }

    [[nodiscard]] Activations activated(const PackedMatrix& layer, const Activations& states,
                                        const PackedMatrix& next) const {
        const std::vector<float> values = product(layer, states);
        Activations out = rows_for(next, rows_);
        for (std::size_t r = 0; r < rows_; ++r)
            kernels().activate(values.data() + r * layer.outputs, next.inputs, leak,
                               out.data() + r * next.inputs);
        return out;
    }

    void trees(const Activations& states, std::vector<Parse>& out) const {
        const std::size_t arc_size = network_.arc_size_;
        const std::vector<float> heads = product(network_.arc_head_, states);
        const std::vector<float> dependents =
            product(network_.arcs_, activated(network_.arc_dependent_, states, network_.arcs_));
        const std::vector<float> relation_heads = product(network_.relation_head_, states);
        const Activations relation_dependents =
            activated(network_.relation_dependent_, states, network_.relation_weights_);
        for (std::size_t s = 0; s < sentences_.size(); ++s) {
            const std::size_t words = sentences_[s].size();
            const std::size_t nodes = words + 1;
            // Components by node, so that the sums run over nodes side by side.
            std::vector<float> turned(arc_size * nodes);
            for (std::size_t n = 0; n < nodes; ++n) {
                for (std::size_t c = 0; c < arc_size; ++c)
                    turned[c * nodes + n] = leaky(heads[(first_row_[s] + n) * arc_size + c]);
            }
            std::vector<float> scores(words * nodes, 0);
            for (std::size_t w = 0; w < words; ++w) {
                const float* vector = dependents.data() + (first_row_[s] + w + 1) * arc_size;
                for (std::size_t c = 0; c < arc_size; ++c)
                    kernels().add_scaled(vector[c], turned.data() + c * nodes, nodes,
                                         scores.data() + w * nodes);
            }
            const std::vector<std::int32_t> tree = spanning_tree(scores.data(), words);
            const auto relations = relations_of(s, tree, relation_heads, relation_dependents);
            for (std::size_t w = 0; w < words; ++w)
                out[s].tree.push_back({tree[w], relations[w]});
        }
    }

    [[nodiscard]] std::vector<Relation> relations_of(std::size_t s, const std::vector<std::int32_t>& tree,
                                                     const std::vector<float>& heads,
                                                     const Activations& dependents) const {
        const PackedMatrix& weights = network_.relation_weights_;
        const std::size_t size = network_.relation_size_;
        const std::size_t kinds = network_.relations_.size();
        std::vector<float> vectors(tree.size() * weights.outputs);
        kernels().multiply(weights, dependents.data() + (first_row_[s] + 1) * weights.inputs, tree.size(),
                           vectors.data());
        std::vector<Relation> out;
        for (std::size_t w = 0; w < tree.size(); ++w) {
            const float* own = vectors.data() + w * weights.outputs;
            const float* head = heads.data() + (first_row_[s] + static_cast<std::size_t>(tree[w] + 1)) * size;
            std::vector<float> scores(own + size * kinds, own + (size + 1) * kinds);
            for (std::size_t c = 0; c < size; ++c)
                kernels().add_scaled(leaky(head[c]), own + c * kinds, kinds, scores.data());
            scores[network_.root_relation_] = std::numeric_limits<float>::lowest();
            const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
            out.push_back(tree[w] < 0 ? Relation::root : network_.relations_[static_cast<std::size_t>(best)]);
        }
        return out;
    }

    const Network& network_;
    std::vector<Sentence> sentences_;
    std::vector<std::size_t> first_row_;
    std::size_t rows_ = 0;
};

std::vector<Network::Parse> Network::parse(std::span<const std::vector<NeuralFeatures>> sentences) const {
    // Sentences of like length together: the fewest steps with few of them running.
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sentences[a].size() > sentences[b].size(); });
    std::vector<Parse> out(sentences.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::vector<Batch::Sentence> some;
        std::size_t words = 0;
        for (std::size_t i = begin; i < order.size() && (some.empty() || words < words_at_a_time); ++i) {
            some.emplace_back(sentences[order[i]]);
            words += sentences[order[i]].size();
        }
        const std::size_t count = some.size();
        std::vector<Parse> parses = Batch(*this, std::move(some)).run();
        for (std::size_t i = 0; i < count; ++i)
            out[order[begin + i]] = std::move(parses[i]);
        begin += count;
    }
    return out;
}

const Network& network() {
    static const Network ours = [] {
        Result<Network> read = Network::read(embedded::network());
        if (!read) throw std::logic_error(to_string(read.error()));
        return std::move(*read);
    }();
    return ours;
}

}  // namespace whosaid::language
