#include "core/language/encoder.hpp"

#include "core/language/embedded.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <string>

namespace whosaid::language {
namespace {

constexpr std::uint32_t encoder_magic = 0x4E455757;  // "WWEN"
constexpr std::uint32_t encoder_version = 1;
// In pieces, as in training.
constexpr std::size_t longest = 128;
constexpr std::size_t longest_claim = 48;
constexpr std::size_t longest_passage = 110;
constexpr std::size_t longest_alone = 96;    // with its two separators
constexpr std::size_t separators = 4;        // with the one that begins all
constexpr float state_scale = 1024.0F;       // of activations: states lie within ±32
constexpr std::size_t rows_at_a_time = 512;  // as many as keep the activations in the cache

Error damaged(std::string_view what) {
    Error error;
    error.message = "the encoder's weights are damaged: " + std::string(what);
    error.hint = "build the program again from a clean checkout";
    return error;
}

// The same matrix for activations of another scale than the parser's.
PackedMatrix taking(PackedMatrix matrix, float scale) {
    for (float& each : matrix.scale)
        each *= activation_scale / scale;
    return matrix;
}

}  // namespace

Result<Encoder> Encoder::read(std::string_view bytes) {
    WeightsReader reader(bytes);
    ByteReader& in = reader.in();
    if (in.number() != encoder_magic) return tl::unexpected(damaged("they do not begin as such"));
    if (in.number() != encoder_version) return tl::unexpected(damaged("they are of another version"));
    Encoder out;
    const std::size_t layers = in.number();
    out.heads_ = in.number();
    const std::vector<std::string_view> pieces = lines(in.section());
    out.pieces_ = Wordpieces(pieces);
    out.words_ = reader.embedding(pieces.size());
    out.positions_ = reader.embedding(longest);
    out.types_ = reader.embedding(2);
    const std::size_t size = out.words_.columns;
    if (!reader.good() || pieces.empty() || size % (2 * lanes) != 0 || out.positions_.columns != size ||
        out.types_.columns != size || out.heads_ == 0 || size % out.heads_ != 0 || layers > 64) {
        return tl::unexpected(damaged("their embeddings"));
    }
    const auto norm = [&] { return Norm{reader.floats(size), reader.floats(size)}; };
    out.embedded_ = norm();
    for (std::size_t l = 0; l < layers && reader.good(); ++l) {
        Layer layer;
        layer.query = taking(reader.matrix(size, size), state_scale);
        layer.key = taking(reader.matrix(size, size), state_scale);
        layer.value = taking(reader.matrix(size, size), state_scale);
        layer.output = taking(reader.matrix(size, size), state_scale);
        layer.after_attention = norm();
        layer.up = taking(reader.matrix(size, 0), state_scale);
        layer.down = taking(reader.matrix(layer.up.outputs, size), gelu_scale);
        layer.after_output = norm();
        out.layers_.push_back(std::move(layer));
    }
    out.classifier_ = taking(reader.matrix(size, classes), state_scale);
    if (!reader.good() || !in.finished()) return tl::unexpected(damaged("their length is not what they say"));
    return out;
}

// One run over a few pairs of texts. The rows of all matrices: for each pair its pieces.
class Encoder::Batch {
  public:
    explicit Batch(const Encoder& encoder) : encoder_(encoder), size_(encoder.words_.columns) {}

    [[nodiscard]] std::size_t rows() const { return states_.size() / size_; }

    void add(const Texts& texts) {
        const Wordpieces& pieces = encoder_.pieces_;
        const auto claim = pieces.split(texts.claim, longest_claim);
        const std::size_t room = longest - separators - claim.size();
        const auto passage = pieces.split(texts.passage, std::min(longest_passage, room));
        const auto before = pieces.split(texts.before, room - passage.size());
        begin();
        put_all(claim, 0);
        put_all(passage, 1);
        if (!before.empty()) put_all(before, 1);
    }

    void add(std::string_view text) {
        begin();
        put_all(encoder_.pieces_.split(text, longest_alone - 2), 0);
    }

    void run() {
        normalise(encoder_.embedded_);
        for (const Layer& layer : encoder_.layers_) {
            add_to_states(product(layer.output, attended(layer)));
            normalise(layer.after_attention);
            const std::vector<float> up = product(layer.up, activated_);
            Activations curved(up.size());
            kernels().gelu(up.data(), up.size(), curved.data());
            add_to_states(product(layer.down, curved));
            normalise(layer.after_output);
        }
    }

    // The classes of pairs of texts, by the mean of their states.
    [[nodiscard]] std::vector<Scores> scores() const {
        std::vector<Scores> out;
        for (std::size_t t = 0; t < first_row_.size(); ++t) {
            const std::vector<float> mean = mean_of(t);
            Activations row = rows_for(encoder_.classifier_, 1);
            kernels().quantise(state_scale, mean.data(), size_, row.data());
            const std::vector<float> values = product(encoder_.classifier_, row);
            Scores scores{};
            std::copy_n(values.begin(), classes, scores.begin());
            out.push_back(scores);
        }
        return out;
    }

    // The places of single texts.
    [[nodiscard]] std::vector<std::vector<float>> places() const {
        std::vector<std::vector<float>> out;
        for (std::size_t t = 0; t < first_row_.size(); ++t) {
            std::vector<float> mean = mean_of(t);
            const float length = std::sqrt(std::inner_product(mean.begin(), mean.end(), mean.begin(), 0.0F));
            for (float& each : mean)
                each /= length;
            out.push_back(std::move(mean));
        }
        return out;
    }

  private:
    // The next text or pair of texts.
    void begin() {
        first_row_.push_back(rows());
        position_ = 0;
        put(encoder_.pieces_.number_of("[CLS]"), 0);
    }

    void put(std::uint32_t piece, std::size_t type) {
        const std::size_t at = states_.size();
        states_.resize(at + size_, 0);
        encoder_.words_.add(piece, states_.data() + at);
        encoder_.positions_.add(position_++, states_.data() + at);
        encoder_.types_.add(type, states_.data() + at);
    }

    void put_all(const std::vector<std::uint32_t>& pieces, std::size_t type) {
        for (const std::uint32_t piece : pieces)
            put(piece, type);
        put(encoder_.pieces_.number_of("[SEP]"), type);
    }

    void add_to_states(const std::vector<float>& change) {
        kernels().add_scaled(1, change.data(), states_.size(), states_.data());
    }

    void normalise(const Norm& norm) {
        activated_.resize(states_.size());
        for (std::size_t r = 0; r < rows(); ++r) {
            kernels().layer_norm(norm.factor.data(), norm.summand.data(), size_, states_.data() + r * size_);
            kernels().quantise(state_scale, states_.data() + r * size_, size_, activated_.data() + r * size_);
        }
    }

    [[nodiscard]] std::size_t length(std::size_t text) const {
        return (text + 1 < first_row_.size() ? first_row_[text + 1] : rows()) - first_row_[text];
    }

    // What each piece takes from the others of its pair, head by head.
    [[nodiscard]] Activations attended(const Layer& layer) const {
        const std::vector<float> queries = product(layer.query, activated_);
        const std::vector<float> keys = product(layer.key, activated_);
        const std::vector<float> values = product(layer.value, activated_);
        const std::size_t width = size_ / encoder_.heads_;
        std::vector<float> out(states_.size());
        std::vector<float> turned(width * longest);
        std::vector<float> weights(longest);
        for (std::size_t t = 0; t < first_row_.size(); ++t) {
            const std::size_t count = length(t);
            for (std::size_t head = 0; head < encoder_.heads_; ++head) {
                const std::size_t first = first_row_[t] * size_ + head * width;
                for (std::size_t p = 0; p < count; ++p) {
                    for (std::size_t i = 0; i < width; ++i)
                        turned[i * count + p] = keys[first + p * size_ + i];
                }
                for (std::size_t p = 0; p < count; ++p) {
                    kernels().attend(queries.data() + first + p * size_, turned.data(), values.data() + first,
                                     count, width, size_, weights.data(), out.data() + first + p * size_);
                }
            }
        }
        Activations result(out.size());
        kernels().quantise(state_scale, out.data(), out.size(), result.data());
        return result;
    }

    [[nodiscard]] std::vector<float> mean_of(std::size_t text) const {
        std::vector<float> mean(size_, 0);
        const float share = 1 / static_cast<float>(length(text));
        for (std::size_t p = 0; p < length(text); ++p)
            kernels().add_scaled(share, states_.data() + (first_row_[text] + p) * size_, size_, mean.data());
        return mean;
    }

    const Encoder& encoder_;
    std::size_t size_;
    std::vector<std::size_t> first_row_;  // of each text or pair
    std::size_t position_ = 0;            // in the last of them
    std::vector<float> states_;
    Activations activated_;  // the states, as the next layer takes them
};

template <class Out, class In, class Take>
std::vector<Out> Encoder::in_batches(std::span<const In> texts, Take take) const {
    std::vector<Out> out;
    out.reserve(texts.size());
    for (std::size_t begin = 0; begin < texts.size();) {
        Batch batch(*this);
        for (; begin < texts.size() && batch.rows() < rows_at_a_time; ++begin)
            batch.add(texts[begin]);
        batch.run();
        std::vector<Out> some = take(batch);
        std::move(some.begin(), some.end(), std::back_inserter(out));
    }
    return out;
}

std::vector<Encoder::Scores> Encoder::judge(std::span<const Texts> texts) const {
    return in_batches<Scores>(texts, [](const Batch& batch) { return batch.scores(); });
}

std::vector<std::vector<float>> Encoder::place(std::span<const std::string_view> texts) const {
    return in_batches<std::vector<float>>(texts, [](const Batch& batch) { return batch.places(); });
}

const Encoder& encoder() {
    static const Encoder ours = [] {
        Result<Encoder> read = Encoder::read(embedded::encoder());
        if (!read) throw std::logic_error(to_string(read.error()));
        return std::move(*read);
    }();
    return ours;
}

}  // namespace whosaid::language
