#include "core/language/train/treebank.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace whosaid::train {
namespace {

std::vector<std::string> columns(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string column; std::getline(in, column, '\t');)
        out.push_back(std::move(column));
    return out;
}

std::ifstream opened(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path + ": cannot be read");
    return in;
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::string& path) {
    std::ifstream in = opened(path);
    std::vector<TreebankSentence> sentences;
    TreebankSentence sentence;
    bool space = true;
    std::string multiword_end;  // number of the last word of the token being read
    bool multiword_space = true;
    const auto finish = [&] {
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
        sentence.clear();
        space = true;
        multiword_end.clear();
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) finish();
        if (line.empty() || line.front() == '#') continue;
        const auto column = columns(line);
        if (column.size() < 10) continue;
        const bool space_after = column[9].find("SpaceAfter=No") == std::string::npos;
        if (const auto hyphen = column[0].find('-'); hyphen != std::string::npos) {
            multiword_end = column[0].substr(hyphen + 1);
            multiword_space = space_after;
        }
        if (column[0].find_first_of("-.") != std::string::npos) continue;
        sentence.push_back(
            {column[1], column[2], column[3], column[4], column[7], std::stoi(column[6]) - 1, space});
        // Spaces around a multi-word token ("don't") stand on its own line; inside it there are none.
        space = multiword_end.empty() ? space_after : column[0] == multiword_end && multiword_space;
        if (column[0] == multiword_end) multiword_end.clear();
    }
    finish();
    return sentences;
}

std::vector<language::Token> tokens_of(const TreebankSentence& sentence) {
    std::vector<language::Token> tokens;
    for (const TreebankWord& word : sentence)
        tokens.push_back({word.form, word.space_before});
    return tokens;
}

std::vector<NamedSentence> read_names(const std::string& path) {
    std::ifstream in = opened(path);
    std::vector<NamedSentence> sentences;
    NamedSentence sentence;
    sentence.opens_document = true;
    const auto finish = [&] {
        if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
        sentence = {};
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) finish();
        if (line.starts_with("# newdoc")) sentence.opens_document = true;
        if (line.empty() || line.starts_with("# ")) continue;
        const auto column = columns(line);
        const std::size_t form = column.size() > 2 ? 1 : 0;
        if (column.size() < 2) continue;
        sentence.forms.push_back(column[form]);
        // Not all files have names of other things; those that have them call them by several labels.
        const std::string& label = column[form + 1];
        const bool kept = label.ends_with("-PER") || label.ends_with("-ORG") || label.ends_with("-LOC");
        sentence.labels.push_back(kept ? label : "O");
    }
    finish();
    return sentences;
}

language::Sentence sentence_of(const std::vector<std::string>& forms, std::string& text) {
    language::Sentence sentence;
    sentence.span.begin = static_cast<std::uint32_t>(text.size());
    for (const std::string& form : forms) {
        language::Word word;
        word.span.begin = static_cast<std::uint32_t>(text.size());
        text += form;
        word.span.end = static_cast<std::uint32_t>(text.size());
        text += ' ';
        sentence.words.push_back(std::move(word));
    }
    sentence.span.end = static_cast<std::uint32_t>(text.size());
    return sentence;
}

}  // namespace whosaid::train
