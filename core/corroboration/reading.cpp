#include "core/corroboration/reading.hpp"

#include "core/corroboration/spelled.hpp"
#include "core/language/encoder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>

namespace whosaid::corroboration {
namespace {

Distribution softmax(const language::Encoder::Scores& scores) {
    static_assert(language::Encoder::classes == stance_count);
    const double most = *std::max_element(scores.begin(), scores.end());
    Distribution out{};
    double sum = 0;
    for (std::size_t s = 0; s < stance_count; ++s)
        sum += out[s] = std::exp(static_cast<double>(scores[s]) - most);
    for (double& each : out)
        each /= sum;
    return out;
}

}  // namespace

Method quick() {
    return {};
}

Method thorough() {
    return {read, &read_found_model(), &read_pairs_model()};
}

std::vector<Reading> read(const Analysed& claim, std::span<const Passage> passages) {
    const std::string ours = spelled_out(claim, 0, claim.statements.size());
    std::vector<std::string> theirs;
    std::vector<std::string> before;
    for (const Passage& passage : passages) {
        theirs.push_back(spelled_out(*passage.article, passage.first, passage.last));
        before.push_back(lead_in(*passage.article, passage.first));
    }
    std::vector<language::Encoder::Texts> texts;
    texts.reserve(passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i)
        texts.push_back({ours, theirs[i], before[i]});
    const std::vector<language::Encoder::Scores> scores = language::encoder().judge(texts);
    std::vector<std::string_view> alone{ours};
    alone.insert(alone.end(), theirs.begin(), theirs.end());
    const std::vector<std::vector<float>> places = language::encoder().place(alone);
    std::vector<Reading> out(passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
        out[i].stances = softmax(scores[i]);
        out[i].likeness = std::inner_product(places[0].begin(), places[0].end(), places[i + 1].begin(), 0.0);
    }
    return out;
}

std::vector<Reading> readings(const Reader& reader, const Analysed& claim,
                              std::span<const Passage> passages) {
    std::vector<Reading> out = reader(claim, passages);
    double most = 0;
    for (const Reading& each : out)
        most = std::max(most, each.likeness);
    for (Reading& each : out)
        each.behind = most - each.likeness;
    return out;
}

}  // namespace whosaid::corroboration
