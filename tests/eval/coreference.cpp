// Who is meant by a pronoun, on documents whose mentions are annotated with the chains they belong to.
//
// The text is put together again from its words, and the program reads it as any other: words, trees, names
// and mentions are its own. Scored is each he, him, his, himself, she, her, hers, herself of a gold chain
// that was mentioned before; it and they, in all forms, are shown apart. It is right when the mention the
// program takes it for is one of the same chain: the smallest gold mention around its head word, or, for a
// name, around its last word, is in the chain. A pronoun left unresolved is wrong.
#include "core/language/coreference.hpp"

#include "core/language/analyse.hpp"
#include "core/text/characters.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::eval {
namespace {

using language::Antecedent;
using language::Document;

struct GoldMention {
    std::size_t first = 0;
    std::size_t last = 0;  // inclusive
    std::string chain;
};

struct GoldDocument {
    std::string genre;
    std::string text;
    std::vector<Span> words;
    std::vector<GoldMention> mentions;
};

// Appends words with the blanks a writer sets between them.
class Writer {
  public:
    explicit Writer(GoldDocument& document) : document_(document) {}
    void write(const std::string& word) {
        static constexpr auto closing = std::to_array<std::string_view>(
            {",",   ".",   ";",   ":",   "!",   "?",   ")",  "]",  "”",  "%",  "'s", "’s", "n't", "n’t",
             "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m", "…",  "'",  "’"});
        static constexpr auto opening = std::to_array<std::string_view>({"(", "[", "“", "$", "£", "€"});
        const bool quote = word == "\"";
        if (quote) open_ = !open_;
        const bool closes = (quote && !open_) || std::ranges::find(closing, word) != closing.end();
        std::string& text = document_.text;
        if (!text.empty() && !closes && !glue_) text += ' ';
        glue_ = (quote && open_) || std::ranges::find(opening, word) != opening.end();
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += word;
        document_.words.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }

  private:
    GoldDocument& document_;
    bool open_ = false;
    bool glue_ = false;
};

// "(person-1-Ada(place-2)" opens and closes, "person-1-Ada)" closes. What follows the number is left away, so
// is the type.
void read_brackets(std::string_view column, std::size_t word,
                   std::map<std::string, std::vector<std::size_t>>& open,
                   std::vector<GoldMention>& mentions) {
    const auto chain_of = [](std::string_view label) {
        const auto type = label.find('-');
        if (type == std::string_view::npos) return std::string(label);
        return std::string(label.substr(type + 1, label.find('-', type + 1) - type - 1));
    };
    const auto close = [&](const std::string& chain) {
        auto& starts = open[chain];
        if (starts.empty()) return;
        mentions.push_back({starts.back(), word, chain});
        starts.pop_back();
    };
    for (std::size_t at = 0; at < column.size();) {
        const bool opens = column[at] == '(';
        const std::size_t from = at + (opens ? 1 : 0);
        const std::size_t to = std::min(column.find_first_of("()", from), column.size());
        const std::string chain = chain_of(column.substr(from, to - from));
        if (opens) open[chain].push_back(word);
        at = to;
        if (at < column.size() && column[at] == ')') {
            close(chain);
            ++at;
        }
    }
}

GoldDocument read(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    GoldDocument document;
    const std::string name = path.stem().string();  // GUM_GENRE_TITLE
    const auto genre = name.find('_');
    if (genre != std::string::npos)
        document.genre = name.substr(genre + 1, name.find('_', genre + 1) - genre - 1);
    Writer writer(document);
    std::map<std::string, std::vector<std::size_t>> open;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream columns(line);
        std::string index, word, brackets;
        if (!std::getline(columns, index, '\t') || !std::getline(columns, word, '\t') ||
            !std::getline(columns, brackets, '\t'))
            throw std::runtime_error(path.string() + ": not three columns: " + line);
        if (brackets != "_") read_brackets(brackets, document.words.size(), open, document.mentions);
        writer.write(word);
    }
    return document;
}

class Gold {
  public:
    explicit Gold(const GoldDocument& document) : document_(document), around_(document.words.size()) {
        for (std::size_t m = 0; m < document.mentions.size(); ++m) {
            for (std::size_t i = document.mentions[m].first; i <= document.mentions[m].last; ++i)
                around_[i].push_back(m);
        }
    }
    [[nodiscard]] std::size_t word_at(Span span) const {
        const auto at = std::ranges::upper_bound(document_.words, span.begin, {}, &Span::begin);
        return at == document_.words.begin() ? 0 : static_cast<std::size_t>(at - document_.words.begin()) - 1;
    }
    // Chains of the smallest mentions that hold the word.
    [[nodiscard]] std::set<std::string> chains(std::size_t word) const {
        std::size_t least = SIZE_MAX;
        std::set<std::string> out;
        for (const std::size_t m : around_[word]) {
            const GoldMention& mention = document_.mentions[m];
            const std::size_t size = mention.last - mention.first;
            if (size < least) out.clear();
            least = std::min(least, size);
            if (size == least) out.insert(mention.chain);
        }
        return out;
    }

  private:
    const GoldDocument& document_;
    std::vector<std::vector<std::size_t>> around_;  // mentions by word
};

struct Tally {
    std::size_t right = 0;
    std::size_t all = 0;
    void count(bool is_right) {
        right += is_right ? 1 : 0;
        ++all;
    }
};

std::string_view group_of(std::string_view lower_form) {
    static constexpr auto one =
        std::to_array<std::string_view>({"he", "him", "his", "himself", "she", "her", "hers", "herself"});
    static constexpr auto thing = std::to_array<std::string_view>({"it", "its", "itself"});
    static constexpr auto many =
        std::to_array<std::string_view>({"they", "them", "their", "theirs", "themselves"});
    if (std::ranges::find(one, lower_form) != one.end()) return "he, she";
    if (std::ranges::find(thing, lower_form) != thing.end()) return "it";
    return std::ranges::find(many, lower_form) != many.end() ? "they" : "";
}

void show_error(const GoldDocument& gold, const std::string& path, std::size_t word, std::string_view found,
                std::string_view sieve) {
    constexpr std::uint32_t context = 300;  // bytes before the pronoun
    const Span span = gold.words[word];
    std::uint32_t from = span.begin > context ? span.begin - context : 0;
    while (from < span.begin && from > 0 && gold.text[from - 1] != ' ')
        ++from;
    const std::string before = gold.text.substr(from, span.begin - from);
    const std::string after = gold.text.substr(span.end, 60);
    std::printf("  %s: found %s (%s) | %s[[%s]]%s\n", path.c_str(), std::string(found).c_str(),
                std::string(sieve).c_str(), before.c_str(), std::string(span.of(gold.text)).c_str(),
                after.c_str());
}

}  // namespace

int coreference(const Arguments& arguments) {
    const Options given = options(arguments);
    std::vector<std::filesystem::path> files;
    for (const std::string& path : given.paths) {
        if (!std::filesystem::is_directory(path)) {
            files.emplace_back(path);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() == ".conll") files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::map<std::string, Tally> groups, genres, sieves;
    std::size_t errors = given.errors;
    for (const std::filesystem::path& path : files) {
        const GoldDocument document = read(path);
        const Document analysed = language::analyse(document.text, std::nullopt);
        const Gold gold(document);
        std::map<std::size_t, Antecedent> found;
        for (const Antecedent& a : language::resolve_pronouns(document.text, analysed))
            found.emplace(gold.word_at(analysed.sentences[a.sentence].words[a.word].span), a);
        std::map<std::string, std::size_t> first_of;
        for (const GoldMention& m : document.mentions) {
            const auto [at, added] = first_of.emplace(m.chain, m.first);
            at->second = std::min(at->second, m.first);
        }
        for (const GoldMention& m : document.mentions) {
            const std::string_view form = document.words[m.first].of(document.text);
            const std::string_view group =
                m.first == m.last ? group_of(text::lower(form)) : std::string_view();
            if (group.empty() || first_of[m.chain] >= m.first) continue;
            const auto at = found.find(m.first);
            bool right = false;
            std::string_view meant = "nobody";
            if (at != found.end()) {
                const auto& words = analysed.sentences[at->second.antecedent_sentence].words;
                const Span head = words[at->second.antecedent_word].span;
                meant = head.of(document.text);
                right = gold.chains(gold.word_at(head)).contains(m.chain);
                for (const language::Mention& name : analysed.mentions) {
                    if (name.sentence == at->second.antecedent_sentence &&
                        name.first <= at->second.antecedent_word && at->second.antecedent_word <= name.last)
                        right = right || gold.chains(gold.word_at(words[name.last].span)).contains(m.chain);
                }
            }
            groups[std::string(group)].count(right);
            if (group != "he, she") continue;
            genres[document.genre].count(right);
            const std::string_view sieve = at != found.end() ? at->second.sieve : "none";
            sieves[std::string(sieve)].count(right);
            if (right || errors == 0) continue;
            show_error(document, path.stem().string(), m.first, meant, sieve);
            --errors;
        }
    }
    Figures figures;
    const auto show = [&](const std::string& prefix, const std::map<std::string, Tally>& tallies) {
        for (const auto& [name, tally] : tallies)
            figures.show(prefix + name,
                         100.0 * static_cast<double>(tally.right) / static_cast<double>(tally.all),
                         "(n=" + std::to_string(tally.all) + ")");
    };
    show("", groups);
    show("  he, she in ", genres);
    show("  he, she by ", sieves);
    return figures.judge(given);
}

}  // namespace whosaid::eval
