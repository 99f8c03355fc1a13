// whosaid-train OUT --treebanks CONLLU... --names IOB... --vectors JSON: makes
// core/language/model/language.bin. MODEL.md has the command, the data and the figures. With --grammar MODEL
// instead of treebanks and vectors it learns names alone and takes the rest from that model.
#include "core/language/annotate.hpp"
#include "core/language/lemmas.hpp"
#include "core/language/model.hpp"
#include "core/language/train/clusters.hpp"
#include "core/language/train/learning.hpp"
#include "core/language/train/name_variants.hpp"
#include "core/language/train/treebank.hpp"
#include "core/language/transitions.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <stdexcept>

namespace whosaid::train {
namespace {

using namespace whosaid::language;

constexpr int tagger_rounds = 10;
// Averages that are smaller are left out: the figures hardly change, the file is half the size.
constexpr double least_tag_weight = 0.97;
constexpr double least_tree_weight = 1.22;
constexpr double least_name_weight = 0.97;
constexpr std::size_t cluster_words = 100'000;
constexpr std::size_t coarse_clusters = 128;
constexpr std::size_t fine_clusters = 1024;

struct Arguments {
    std::string out, vectors;
    std::string grammar;  // a model whose tags, trees and clusters are kept
    std::vector<std::string> treebanks, names;
};

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string lines(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
        out += name + "\n";
    return out;
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << in.rdbuf();
    if (!in) throw std::runtime_error(path + ": cannot be read");
    return buffer.str();
}

Clusters word_clusters(const std::string& path, std::string& section) {
    const WordVectors vectors = read_vectors(path, cluster_words);
    const auto coarse = clustered(vectors, coarse_clusters);
    const auto fine = clustered(vectors, fine_clusters);
    std::map<std::uint32_t, WordClusters> by_key;  // of two words with one key the commoner stays
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        by_key.try_emplace(
            key_of(hash_of(vectors.words[i])),
            WordClusters{static_cast<std::uint16_t>(coarse[i] + 1), static_cast<std::uint16_t>(fine[i] + 1)});
    }
    std::vector<WordCluster> packed;
    packed.reserve(by_key.size());
    for (const auto& [key, clusters] : by_key)
        packed.push_back({key, clusters});
    section = packed_clusters(packed);
    Clusters clusters;
    for (const std::string& word : vectors.words)
        clusters[word] = by_key.at(key_of(hash_of(word)));
    return clusters;
}

// The commonest lemma of each form and tag where the rules of endings give another.
std::string irregular_lemmas(const std::vector<TreebankSentence>& treebank) {
    std::map<std::pair<std::string, std::string>, std::map<std::string, std::size_t>> counts;
    for (const TreebankSentence& sentence : treebank) {
        const std::vector<std::string> forms = normal_forms(tokens_of(sentence));
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            const TreebankWord& word = sentence[i];
            if (word.lemma == "_" || word.lemma.empty() || word.upos == "PUNCT") continue;
            ++counts[{text::lower(forms[i]), word.xpos}][text::lower(word.lemma)];
        }
    }
    std::string out;
    for (const auto& [key, lemmas] : counts) {
        const auto most = std::max_element(lemmas.begin(), lemmas.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto& [form, xpos] = key;
        if (most->first != regular_lemma(form, xpos))
            out.append(form).append("\t").append(xpos).append("\t").append(most->first).append("\n");
    }
    return out;
}

std::vector<TrainingSentence> training_sentences(const std::vector<TreebankSentence>& treebank,
                                                 const Clusters& clusters, TagSet& tags) {
    std::vector<TrainingSentence> sentences;
    for (const TreebankSentence& source : treebank) {
        TrainingSentence s;
        s.words = hashed(tokens_of(source), clusters);
        for (const TreebankWord& w : source) {
            s.tags.push_back(tags.add(w.upos + "\t" + w.xpos));
            s.heads.push_back(w.head < 0 ? static_cast<std::int32_t>(source.size()) : w.head);
            s.relations.push_back(relation_named(w.relation).value_or(Relation::dep));
        }
        sentences.push_back(std::move(s));
    }
    return sentences;
}

// The sentences tagged and parsed by the models learnt so far, with the numbers of their labels.
std::vector<NameSentence> name_sentences(const std::vector<NamedSentence>& named, const Model& model,
                                         std::vector<std::string>& labels) {
    std::vector<NameSentence> sentences;
    for (const NamedSentence& n : named) {
        std::string text;
        Sentence sentence = sentence_of(n.forms, text);
        annotate(text, model, sentence);
        NameSentence s;
        s.words = name_words(text, model, sentence);
        for (const std::string& label : n.labels) {
            const auto at = std::find(labels.begin(), labels.end(), label);
            s.labels.push_back(static_cast<std::uint32_t>(at - labels.begin()));
            if (at == labels.end()) labels.push_back(label);
        }
        sentences.push_back(std::move(s));
    }
    return sentences;
}

// Tags, trees, lemmas and clusters.
ModelFile learn_grammar(const Arguments& arguments, std::mt19937& random) {
    ModelFile file;
    const Clusters clusters = word_clusters(arguments.vectors, file.clusters);
    std::fprintf(stderr, "%zu words in clusters\n", clusters.size());

    std::vector<TreebankSentence> treebank;
    for (const std::string& path : arguments.treebanks)
        append(treebank, read_treebank(path));
    TagSet tag_set;
    std::vector<TrainingSentence> sentences = training_sentences(treebank, clusters, tag_set);
    const std::vector<Tag> tags = tag_set.tags();
    file.tags = lines(tag_set.names);
    file.lemmas = irregular_lemmas(treebank);
    std::fprintf(stderr, "%zu sentences, %zu tags\n", sentences.size(), tags.size());

    give_tags(sentences, tags, random);
    std::vector<const TrainingSentence*> all;
    all.reserve(sentences.size());
    for (const TrainingSentence& s : sentences)
        all.push_back(&s);
    file.tagger = Classifier::packed(
        learn_tags(std::move(all), tags, tagger_rounds, random).averaged(least_tag_weight));
    std::fprintf(stderr, "tags: %zu bytes\n", file.tagger.size());
    file.parser = Classifier::packed(learn_trees(sentences, tags, random).averaged(least_tree_weight));
    std::fprintf(stderr, "trees: %zu bytes\n", file.parser.size());
    return file;
}

void learn_names(const Arguments& arguments, std::mt19937& random, ModelFile& file) {
    std::vector<NamedSentence> named;
    for (const std::string& path : arguments.names)
        append(named, read_names(path));
    const std::size_t annotated = named.size();
    for (int round = 0; round < 3; ++round)
        append(named,
               varied({named.begin(), named.begin() + static_cast<std::ptrdiff_t>(annotated)}, random));
    std::vector<std::string> labels{"O"};
    file.labels = lines(labels);
    file.names = Classifier::packed({});
    const std::string so_far = model_bytes(file);
    const Result<Model> model = Model::read(so_far);
    if (!model) throw std::logic_error(to_string(model.error()));
    const auto sentences = name_sentences(named, *model, labels);
    file.names = Classifier::packed(learn_names(sentences, labels, random).averaged(least_name_weight));
    file.labels = lines(labels);
    std::fprintf(stderr, "names: %zu bytes\n", file.names.size());
}

int train(const Arguments& arguments) {
    std::mt19937 random(7);
    ModelFile file;
    if (arguments.grammar.empty()) {
        file = learn_grammar(arguments, random);
    } else {
        const auto kept = model_file(bytes_of(arguments.grammar));
        if (!kept) throw std::runtime_error(arguments.grammar + ": no model of this version");
        file = *kept;
    }
    learn_names(arguments, random, file);

    const std::string bytes = model_bytes(file);
    std::ofstream out(arguments.out, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error(arguments.out + ": cannot be written");
    std::fprintf(stderr, "%s: %zu bytes\n", arguments.out.c_str(), bytes.size());
    return 0;
}

}  // namespace
}  // namespace whosaid::train

int main(int argc, char** argv) {
    whosaid::train::Arguments arguments;
    std::vector<std::string>* list = nullptr;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--treebanks") {
            list = &arguments.treebanks;
        } else if (word == "--names") {
            list = &arguments.names;
        } else if (word == "--vectors" && i + 1 < argc) {
            arguments.vectors = argv[++i];
        } else if (word == "--grammar" && i + 1 < argc) {
            arguments.grammar = argv[++i];
        } else if (list != nullptr) {
            list->push_back(word);
        } else {
            arguments.out = word;
        }
    }
    const bool grammar = arguments.grammar.empty()
                             ? !arguments.vectors.empty() && !arguments.treebanks.empty()
                             : arguments.treebanks.empty();
    if (arguments.out.empty() || arguments.names.empty() || !grammar) {
        std::fprintf(stderr,
                     "usage: whosaid-train OUT --treebanks CONLLU... --names IOB... --vectors JSON\n"
                     "       whosaid-train OUT --grammar MODEL --names IOB...\n");
        return 2;
    }
    try {
        return whosaid::train::train(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "whosaid-train: %s\n", error.what());
        return 1;
    }
}
