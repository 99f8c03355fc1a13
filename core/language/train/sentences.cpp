// whosaid-sentences FILE...: sentences as the neural parser's training reads them (train_neural.py), one word
// a line, an empty line after each sentence: form, form as features see it, UPOS, XPOS, head (from 1; 0: the
// root), relation, name label; "_" for what is not annotated. Treebanks (.conllu), names (.iob, .iob2), and
// articles (.jsonl with "text"), which are segmented as analysis does. With --varied in front, variants of
// the annotated names' sentences instead (name_variants.hpp), always the same ones.
#include "core/language/annotate.hpp"
#include "core/language/labels.hpp"
#include "core/language/neural_features.hpp"
#include "core/language/train/name_variants.hpp"
#include "core/language/train/treebank.hpp"
#include "core/text/segment.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace whosaid::train {
namespace {

using namespace whosaid::language;

void write(std::string_view form, const std::string& normal, const std::string& annotation) {
    std::printf("%.*s\t%s\t%s\n", static_cast<int>(form.size()), form.data(), normal.c_str(),
                annotation.c_str());
}

void write_treebank(const std::string& path) {
    for (const TreebankSentence& sentence : read_treebank(path)) {
        const std::vector<std::string> normal = normal_forms(tokens_of(sentence));
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            const TreebankWord& word = sentence[i];
            const Relation relation = relation_named(word.relation).value_or(Relation::dep);
            write(word.form, normal[i],
                  word.upos + "\t" + word.xpos + "\t" + std::to_string(word.head + 1) + "\t" +
                      std::string(name_of(relation)) + "\t_");
        }
        std::puts("");
    }
}

void write_names(const std::vector<NamedSentence>& sentences) {
    for (const NamedSentence& named : sentences) {
        std::string text;
        const Sentence sentence = sentence_of(named.forms, text);
        const std::vector<std::string> normal = normal_forms(tokens_of(text, sentence));
        for (std::size_t i = 0; i < normal.size(); ++i)
            write(named.forms[i], normal[i], "_\t_\t_\t_\t" + named.labels[i]);
        std::puts("");
    }
}

void write_articles(const std::string& path) {
    std::ifstream in(path);
    std::string line;
    while (std::getline(in, line)) {
        const std::string article = nlohmann::json::parse(line).at("text").get<std::string>();
        for (const Span paragraph : text::paragraphs(article)) {
            for (const Span span : text::sentences(article, paragraph)) {
                Sentence sentence{span, 0, {}};
                for (const Span token : text::tokens(article, span)) {
                    sentence.words.emplace_back();
                    sentence.words.back().span = token;
                }
                const std::vector<std::string> normal = normal_forms(tokens_of(article, sentence));
                for (std::size_t i = 0; i < normal.size(); ++i)
                    write(sentence.words[i].span.of(article), normal[i], "_\t_\t_\t_\t_");
                std::puts("");
            }
        }
    }
    if (!in.eof()) throw std::runtime_error(path + ": cannot be read");
}

void write_file(const std::string& path) {
    if (path.ends_with(".conllu")) {
        write_treebank(path);
    } else if (path.ends_with(".jsonl")) {
        write_articles(path);
    } else {
        write_names(read_names(path));
    }
}

void write_varied(int count, char** paths) {
    std::vector<NamedSentence> named;
    for (int i = 0; i < count; ++i) {
        std::vector<NamedSentence> more = read_names(paths[i]);
        std::move(more.begin(), more.end(), std::back_inserter(named));
    }
    std::mt19937 random(7);
    write_names(varied(named, random));
}

void write_features() {
    std::string form;
    while (std::getline(std::cin, form)) {
        const NeuralFeatures f = neural_features(form);
        std::printf("%s\t%s\t%u\t%u\t%u\t%u\n", form.c_str(), vocabulary_form(form).c_str(), f.suffix3,
                    f.suffix2, f.prefix3, f.shape);
    }
}

}  // namespace
}  // namespace whosaid::train

int main(int argc, char** argv) {
    try {
        if (argc == 2 && std::string_view(argv[1]) == "--features") {
            whosaid::train::write_features();
            return 0;
        }
        if (argc > 2 && std::string_view(argv[1]) == "--varied") {
            whosaid::train::write_varied(argc - 2, argv + 2);
            return 0;
        }
        for (int i = 1; i < argc; ++i)
            whosaid::train::write_file(argv[i]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "whosaid-sentences: %s\n", error.what());
        return 1;
    }
    return 0;
}
