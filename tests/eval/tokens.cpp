// Words and sentences found in raw text, against treebanks: exact spans, as the CoNLL 2018 shared task scores
// them.
#include "core/text/segment.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whosaid::eval {
namespace {

using Spans = std::set<std::pair<std::size_t, std::size_t>>;  // in bytes that are no white space

// A document's text, put together from its sentences, and where its words and sentences stand in it.
struct RawDocument {
    std::string text;
    std::vector<Span> words, sentences;
};

// Reads the sentences of a CoNLL-U file; a new document begins where the file says so.
class RawTreebank {
  public:
    explicit RawTreebank(const std::string& path) {
        std::ifstream in(path);
        std::string line;
        while (std::getline(in, line)) {
            if (line.starts_with("# newdoc")) {
                documents_.emplace_back();
            } else if (line.starts_with("# newpar")) {
                new_paragraph_ = true;
            } else if (line.starts_with("# text = ")) {
                sentence_ = line.substr(9);
            } else if (line.empty()) {
                end_sentence();
            } else if (line.front() != '#') {
                add(line);
            }
        }
        if (!in.eof()) throw std::runtime_error(path + ": cannot be read");
    }
    [[nodiscard]] const std::vector<RawDocument>& documents() const { return documents_; }

  private:
    struct Form {
        std::string text;
        bool range = false;      // of a word written as one with others: "don't" before "do" and "n't"
        std::size_t covers = 0;  // how many of the words that follow
    };
    void add(const std::string& line) {
        std::istringstream fields(line);
        std::string id;
        std::string form;
        std::getline(fields, id, '\t');
        std::getline(fields, form, '\t');
        if (id.find('.') != std::string::npos) return;
        const std::size_t dash = id.find('-');
        if (dash == std::string::npos) {
            forms_.push_back({form, false, 0});
        } else {
            forms_.push_back(
                {form, true, std::stoul(id.substr(dash + 1)) - std::stoul(id.substr(0, dash)) + 1});
        }
    }
    // Words that do not stand in the text as they are ("gon" and "na" do) share the span of what is written.
    void end_sentence() {
        if (documents_.empty()) documents_.emplace_back();
        RawDocument& document = documents_.back();
        if (!document.text.empty()) document.text += new_paragraph_ ? "\n\n" : " ";
        const std::size_t base = document.text.size();
        std::size_t at = 0;
        std::size_t shared = 0;  // words to come that share `whole`
        Span whole;
        for (const Form& form : forms_) {
            if (shared > 0) {
                --shared;
                document.words.push_back(whole);
                continue;
            }
            const std::size_t found = sentence_.find(form.text, at);
            if (found == std::string::npos) throw std::runtime_error(form.text + " is not in: " + sentence_);
            if (form.range) {
                std::string parts;
                const auto begin = &form - forms_.data() + 1;
                for (std::size_t i = 0; i < form.covers; ++i)
                    parts += forms_[static_cast<std::size_t>(begin) + i].text;
                if (parts == form.text) continue;  // they are found one by one
                whole = {static_cast<std::uint32_t>(base + found),
                         static_cast<std::uint32_t>(base + found + form.text.size())};
                shared = form.covers;
            } else {
                document.words.push_back({static_cast<std::uint32_t>(base + found),
                                          static_cast<std::uint32_t>(base + found + form.text.size())});
            }
            at = found + form.text.size();
        }
        document.text += sentence_;
        document.sentences.push_back(
            {static_cast<std::uint32_t>(base), static_cast<std::uint32_t>(document.text.size())});
        forms_.clear();
        new_paragraph_ = false;
    }

    std::vector<RawDocument> documents_;
    std::string sentence_;
    std::vector<Form> forms_;
    bool new_paragraph_ = false;
};

// Without white space, so that spaces at the edges do not count.
Spans without_spaces(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::size_t> before(text.size() + 1, 0);
    for (std::size_t i = 0; i < text.size(); ++i)
        before[i + 1] = before[i] + (text[i] != ' ' && text[i] != '\n' && text[i] != '\t');
    Spans out;
    for (const Span span : spans)
        out.emplace(before[span.begin], before[span.end]);
    return out;
}

struct Found {
    std::size_t hits = 0, predicted = 0, gold = 0;
    void add(const Spans& g, const Spans& p) {
        gold += g.size();
        predicted += p.size();
        hits += static_cast<std::size_t>(
            std::count_if(p.begin(), p.end(), [&](const auto& s) { return g.contains(s); }));
    }
    [[nodiscard]] Prf score() const { return prf(hits, predicted, gold); }
};

void show_errors(std::string_view text, const std::vector<Span>& gold, const std::vector<Span>& found,
                 std::string_view kind, std::size_t& errors) {
    const Spans g = without_spaces(text, gold);
    for (const Span span : found) {
        if (errors == 0) return;
        const Spans one = without_spaces(text.substr(0, span.end), {span});
        if (g.contains(*one.begin())) continue;
        const std::size_t from = span.begin < 20 ? 0 : span.begin - 20;
        std::string context(text.substr(from, span.end - from + 25));
        std::replace(context.begin(), context.end(), '\n', '|');
        std::printf("  %s \"%s\" in: %s\n", std::string(kind).c_str(), std::string(span.of(text)).c_str(),
                    context.c_str());
        --errors;
    }
}

}  // namespace

int tokens(const Arguments& arguments) {
    const Options given = options(arguments);
    Figures figures;
    for (const std::string& path : given.paths) {
        Found words;
        Found sentences;
        std::size_t word_errors = given.errors;
        std::size_t sentence_errors = given.errors;
        const RawTreebank treebank(path);
        for (const RawDocument& document : treebank.documents()) {
            std::vector<Span> found_words;
            std::vector<Span> found_sentences;
            for (const Span paragraph : text::paragraphs(document.text)) {
                for (const Span sentence : text::sentences(document.text, paragraph)) {
                    found_sentences.push_back(sentence);
                    for (const Span token : text::tokens(document.text, sentence))
                        found_words.push_back(token);
                }
            }
            words.add(without_spaces(document.text, document.words),
                      without_spaces(document.text, found_words));
            sentences.add(without_spaces(document.text, document.sentences),
                          without_spaces(document.text, found_sentences));
            show_errors(document.text, document.words, found_words, "word", word_errors);
            show_errors(document.text, document.sentences, found_sentences, "sentence", sentence_errors);
        }
        std::printf("# %s\n", path.c_str());
        figures.show("words", words.score());
        figures.show("sentences", sentences.score());
    }
    return figures.judge(given);
}

}  // namespace whosaid::eval
