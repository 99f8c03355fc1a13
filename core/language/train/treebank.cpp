#include "core/language/train/treebank.hpp"

#include "core/language/nouns.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

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
        sentence.push_back({column[1], column[2], column[3], column[4], column[7], column[9],
                            std::stoi(column[6]) - 1, space});
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

namespace {

std::string without_stop(std::string word) {
    if (word.ends_with('.')) word.pop_back();
    return word;
}

struct EntitySpan {
    std::size_t first = 0, last = 0;
    std::string label;  // "PER"; empty for kinds that have no names here
};

// GUM's brackets, MISC's Entity: "(3-person-new-..." opens one, "3)" closes it, "(4-place-...)" does both.
class EntityReader {
  public:
    void read(std::size_t word, std::string_view misc) {
        constexpr std::string_view key = "Entity=";
        const std::size_t at = misc.find(key);
        if (at == std::string_view::npos) return;
        misc.remove_prefix(at + key.size());
        misc = misc.substr(0, misc.find('|'));
        while (!misc.empty()) {
            const bool opens = misc.front() == '(';
            const std::size_t end = misc.find_first_of("()", opens ? 1 : 0);
            const bool closes = end != std::string_view::npos && misc[end] == ')';
            const std::string_view inside = misc.substr(opens ? 1 : 0, end - (opens ? 1 : 0));
            const std::string id(inside.substr(0, inside.find('-')));
            if (opens) open_.push_back({id, word, label_of(inside)});
            if (closes) close(id, word);
            misc.remove_prefix(end == std::string_view::npos ? misc.size() : end + (closes ? 1 : 0));
        }
    }
    // Longest first; what was not closed is no entity.
    [[nodiscard]] std::vector<EntitySpan> finish() {
        open_.clear();
        std::stable_sort(found_.begin(), found_.end(), [](const EntitySpan& a, const EntitySpan& b) {
            return a.last - a.first > b.last - b.first;
        });
        return std::exchange(found_, {});
    }

  private:
    struct Open {
        std::string id;
        std::size_t first;
        std::string label;
    };
    static std::string label_of(std::string_view inside) {
        std::string_view kind = inside.substr(std::min(inside.find('-'), inside.size() - 1) + 1);
        kind = kind.substr(0, kind.find('-'));
        return kind == "person" ? "PER" : kind == "organization" ? "ORG" : kind == "place" ? "LOC" : "";
    }
    void close(const std::string& id, std::size_t word) {
        for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
            if (at->id != id) continue;
            found_.push_back({at->first, word, at->label});
            open_.erase(std::next(at).base());
            return;
        }
    }
    std::vector<Open> open_;
    std::vector<EntitySpan> found_;
};

bool proper(const TreebankWord& word) {
    return word.upos == "PROPN" || word.xpos == "NNP" || word.xpos == "NNPS";
}

// The name within an entity: proper nouns around its head; for bodies and places also behind "of" and the
// like ("Ministry of Energy"). Titles before people stay out.
std::optional<EntitySpan> name_in(const TreebankSentence& words, const EntitySpan& entity) {
    std::size_t head = entity.first;
    while (head < entity.last && words[head].head >= static_cast<std::int32_t>(entity.first) &&
           words[head].head <= static_cast<std::int32_t>(entity.last))
        ++head;
    if (words[head].upos != "PROPN") return std::nullopt;
    EntitySpan name{head, head, entity.label};
    while (name.first > entity.first && proper(words[name.first - 1]))
        --name.first;
    const auto joins = [&](std::size_t i) {
        const std::string& form = words[i].form;
        return form == "of" || form == "for" || form == "and" || form == "&" || form == "the" || form == "-";
    };
    for (std::size_t i = head + 1; i <= entity.last; ++i) {
        if (proper(words[i])) {
            name.last = i;
        } else if (!joins(i) || (entity.label == "PER" && words[i].form != "-")) {
            break;
        }
    }
    if (entity.label == "PER") {
        while (name.first < name.last &&
               language::is_title(without_stop(text::lower(words[name.first].form))))
            ++name.first;
    }
    return name;
}

std::vector<NamedSentence> read_entities(const std::string& path) {
    std::vector<NamedSentence> out;
    for (const TreebankSentence& words : read_treebank(path)) {
        NamedSentence named;
        EntityReader reader;
        for (std::size_t i = 0; i < words.size(); ++i) {
            named.forms.push_back(words[i].form);
            named.labels.emplace_back("O");
            reader.read(i, words[i].misc);
        }
        for (const EntitySpan& entity : reader.finish()) {
            const auto name = entity.label.empty() ? std::nullopt : name_in(words, entity);
            if (!name ||
                std::any_of(named.labels.begin() + name->first, named.labels.begin() + name->last + 1,
                            [](const std::string& label) { return label != "O"; }))
                continue;
            for (std::size_t i = name->first; i <= name->last; ++i)
                named.labels[i] = (i == name->first ? "B-" : "I-") + name->label;
        }
        out.push_back(std::move(named));
    }
    return out;
}

}  // namespace

std::vector<NamedSentence> read_names(const std::string& path) {
    if (path.ends_with(".conllu")) return read_entities(path);
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
        if (column.size() < 3) continue;
        sentence.forms.push_back(column[1]);
        // Names of other things are not told apart here.
        const std::string& label = column[2];
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
