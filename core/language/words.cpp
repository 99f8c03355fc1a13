#include "core/language/words.hpp"

#include "core/language/embedded.hpp"
#include "core/language/word_table.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace whosaid::language {
namespace {

struct WordTable {
    std::string_view names;
    std::vector<std::uint32_t> ends;  // of each name in `names`
    std::string_view rarities;
    std::vector<std::uint32_t> relation_ends;
    std::vector<RelatedWord> relations;
    std::size_t dimensions = 0;
    std::string_view vectors;

    [[nodiscard]] std::string_view name(std::size_t word) const {
        const std::uint32_t begin = word == 0 ? 0 : ends[word - 1];
        return names.substr(begin, ends[word] - begin);
    }
};

class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    std::string_view take(std::size_t count) {
        if (count > rest_.size()) throw std::logic_error("the word table of this program is cut short");
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        const std::string_view bytes = take(4);
        for (std::size_t i = 0; i < 4; ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return value;
    }
    std::vector<std::uint32_t> numbers(std::size_t count) {
        std::vector<std::uint32_t> out(count);
        for (std::uint32_t& each : out)
            each = number();
        return out;
    }

  private:
    std::string_view rest_;
};

WordTable loaded() {
    Bytes bytes(embedded::words());
    if (bytes.number() != word_table_magic || bytes.number() != word_table_version)
        throw std::logic_error("the word table of this program is of another version");
    WordTable table;
    const std::uint32_t words = bytes.number();
    table.dimensions = bytes.number();
    const std::uint32_t name_bytes = bytes.number();
    const std::uint32_t relations = bytes.number();
    table.ends = bytes.numbers(words);
    table.names = bytes.take(name_bytes);
    table.rarities = bytes.take(words);
    table.relation_ends = bytes.numbers(words);
    table.relations.reserve(relations);
    for (const std::uint32_t packed : bytes.numbers(relations)) {
        table.relations.push_back(
            {packed >> word_table_relation_bits,
             static_cast<WordRelation>(packed & ((1U << word_table_relation_bits) - 1))});
    }
    table.vectors = bytes.take(static_cast<std::size_t>(words) * table.dimensions);
    return table;
}

// Read once, when first asked for: programs that only print help pay nothing.
const WordTable& table() {
    static const WordTable words = loaded();
    return words;
}

bool relates(WordId from, WordId to, WordRelation relation) {
    const auto all = related_words(from);
    auto each = std::lower_bound(all.begin(), all.end(), to,
                                 [](const RelatedWord& r, WordId word) { return r.word < word; });
    for (; each != all.end() && each->word == to; ++each) {
        if (each->relation == relation) return true;
    }
    return false;
}

}  // namespace

std::optional<WordId> word_id(std::string_view lemma) {
    const WordTable& words = table();
    std::size_t low = 0;
    std::size_t high = words.ends.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (words.name(middle) < lemma) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == words.ends.size() || words.name(low) != lemma) return std::nullopt;
    return static_cast<WordId>(low);
}

std::string_view word_of(WordId word) {
    return table().name(word);
}

double rarity(std::string_view lemma) {
    const auto id = word_id(lemma);
    return id ? static_cast<unsigned char>(table().rarities[*id]) / 255.0 : 1;
}

std::span<const RelatedWord> related_words(WordId word) {
    const WordTable& words = table();
    const std::uint32_t begin = word == 0 ? 0 : words.relation_ends[word - 1];
    return {words.relations.data() + begin, words.relation_ends[word] - begin};
}

bool related(WordId a, WordId b, WordRelation relation) {
    if (relates(a, b, relation)) return true;
    const bool one_way = relation == WordRelation::broader || relation == WordRelation::part_of;
    return !one_way && relates(b, a, relation);
}

void add_vector(WordId word, double weight, std::vector<double>& sum) {
    const WordTable& words = table();
    const std::string_view vector = words.vectors.substr(word * words.dimensions, words.dimensions);
    sum.resize(words.dimensions);
    for (std::size_t i = 0; i < vector.size(); ++i)
        sum[i] += weight * static_cast<signed char>(vector[i]) / 127.0;
}

double likeness(WordId a, WordId b) {
    const WordTable& words = table();
    const std::string_view x = words.vectors.substr(a * words.dimensions, words.dimensions);
    const std::string_view y = words.vectors.substr(b * words.dimensions, words.dimensions);
    std::int32_t product = 0;
    for (std::size_t i = 0; i < words.dimensions; ++i)
        product += static_cast<signed char>(x[i]) * static_cast<signed char>(y[i]);
    return product / (127.0 * 127.0);
}

}  // namespace whosaid::language
