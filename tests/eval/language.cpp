// Tags, lemmas, trees and names on annotated text: words as annotated, all else as the program finds it.
#include "core/attribution/lexicon.hpp"
#include "core/language/analyse.hpp"
#include "core/language/annotate.hpp"
#include "core/language/labels.hpp"
#include "core/language/lemmas.hpp"
#include "core/language/names.hpp"
#include "core/language/repair.hpp"
#include "core/language/train/treebank.hpp"
#include "core/terms.hpp"
#include "core/text/characters.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace whosaid::eval {
namespace {

using namespace language;

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << in.rdbuf();
    return buffer.str();
}

// The program's own models, or others before they go into it: --network=FILE, --model=FILE; --linear: the
// linear models alone, as also with --model.
class ModelsInUse {
  public:
    explicit ModelsInUse(const Options& options) {
        constexpr std::string_view model_flag = "--model=";
        constexpr std::string_view network_flag = "--network=";
        for (const std::string& given : options.flags) {
            const std::string path = given.substr(std::min(given.size(), given.find('=') + 1));
            linear_ = linear_ || given == "--linear" || given.starts_with(model_flag);
            if (given.starts_with(model_flag)) {
                read(path, model_bytes_, other_model_);
            } else if (given.starts_with(network_flag)) {
                read(path, network_bytes_, other_network_);
            } else if (given != "--linear") {
                throw std::runtime_error(given + ": unknown option");
            }
        }
    }
    [[nodiscard]] const Model& model() const { return other_model_ ? *other_model_ : language::model(); }
    // nullptr: the linear models alone
    [[nodiscard]] const Network* network() const {
        return linear_ ? nullptr : other_network_ ? &*other_network_ : &language::network();
    }

  private:
    template <class M>
    static void read(const std::string& path, std::string& bytes, std::optional<M>& into) {
        bytes = bytes_of(path);
        Result<M> made = M::read(bytes);
        if (!made) throw std::runtime_error(path + ": " + to_string(made.error()));
        into = std::move(*made);
    }
    std::string model_bytes_, network_bytes_;
    std::optional<Model> other_model_;
    std::optional<Network> other_network_;
    bool linear_ = false;
};

std::string_view base(Relation relation) {
    const std::string_view name = name_of(relation);
    return name.substr(0, name.find(':'));
}

// Arcs that attribution reads off, of one kind.
struct Arcs {
    std::size_t hits = 0, predicted = 0, gold = 0;
    bool count(bool is_gold, bool is_predicted, bool same_head) {
        gold += is_gold;
        predicted += is_predicted;
        hits += is_gold && is_predicted && same_head;
        return is_gold == is_predicted && (same_head || !is_gold);
    }
    [[nodiscard]] Prf score() const { return prf(hits, predicted, gold); }
};

struct Counts {
    std::size_t words = 0, upos = 0, xpos = 0, lemma = 0, unlabelled = 0, labelled = 0, exact = 0;
    Arcs subjects, contents;
};

bool is_cue(const train::TreebankSentence& sentence, std::int32_t i) {
    if (i < 0) return false;
    const train::TreebankWord& w = sentence[static_cast<std::size_t>(i)];
    return w.upos == "VERB" && attribution::verb_cue(text::lower(w.lemma)) != nullptr;
}

void show_error(const train::TreebankSentence& sentence, std::size_t word, Attachment found) {
    const auto form = [&](std::int32_t i) {
        return i < 0 ? "ROOT" : sentence[static_cast<std::size_t>(i)].form.c_str();
    };
    const train::TreebankWord& w = sentence[word];
    std::printf("  %s: %s of %s, found %s of %s |", w.form.c_str(), w.relation.c_str(), form(w.head),
                std::string(name_of(found.relation)).c_str(), form(found.head));
    for (const train::TreebankWord& each : sentence)
        std::printf(" %s", each.form.c_str());
    std::printf("\n");
}

void put(const Model& model, const std::string& form, const Tag& tag, Attachment tree, Word& word) {
    word.upos = tag.upos;
    word.xpos = tag.xpos;
    word.lemma = tag.upos == Upos::punct ? form : lemma_of(model, form, tag.xpos);
    word.head = tree.head;
    word.relation = tree.relation;
}

// Sentences whose words are given, analysed as the program does it; their words have no spans.
std::vector<Sentence> parse_all(const std::vector<std::vector<std::string>>& forms,
                                const ModelsInUse& in_use) {
    std::vector<Sentence> out(forms.size());
    std::vector<std::vector<NeuralFeatures>> features;
    std::vector<std::size_t> by_network;
    for (std::size_t s = 0; s < forms.size(); ++s) {
        out[s].words.resize(forms[s].size());
        if (in_use.network() != nullptr && forms[s].size() <= longest_neural_sentence) {
            by_network.push_back(s);
            auto& of_sentence = features.emplace_back();
            for (const std::string& form : forms[s])
                of_sentence.push_back(neural_features(form));
            continue;
        }
        const Model& model = in_use.model();
        const auto hashes = token_hashes(model, forms[s]);
        const auto tags = tagged(model.tagger(), model.tags(), hashes);
        const auto tree = parsed(model, hashes, tags);
        for (std::size_t i = 0; i < tags.size(); ++i)
            put(model, forms[s][i], model.tags()[tags[i]], tree[i], out[s].words[i]);
        repair(out[s]);
    }
    if (by_network.empty()) return out;
    const auto parses = in_use.network()->parse(features);
    for (std::size_t n = 0; n < parses.size(); ++n) {
        const std::size_t s = by_network[n];
        for (std::size_t i = 0; i < out[s].words.size(); ++i)
            put(in_use.model(), forms[s][i], in_use.network()->tags()[parses[n].tags[i]], parses[n].tree[i],
                out[s].words[i]);
        repair(out[s]);
    }
    return out;
}

void count(const train::TreebankSentence& sentence, const Sentence& parsed, std::size_t& errors, Counts& n) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const train::TreebankWord& gold = sentence[i];
        const Word& word = parsed.words[i];
        const Attachment found{word.head, word.relation};
        const Relation relation = relation_named(gold.relation).value_or(Relation::dep);
        const bool head = found.head == gold.head;
        ++n.words;
        n.upos += name_of(word.upos) == gold.upos;
        n.xpos += word.xpos == gold.xpos;
        n.lemma += word.upos == Upos::punct || word.lemma == text::lower(gold.lemma);
        n.unlabelled += head;
        n.labelled += head && base(relation) == base(found.relation);
        n.exact += head && relation == found.relation;
        const auto subject = [&](std::int32_t of, Relation r) {
            return is_cue(sentence, of) && r == Relation::nsubj;
        };
        // "said that X happened" and "X happened, she said".
        const auto content = [&](std::int32_t of, Relation r) {
            return (is_cue(sentence, of) && r == Relation::ccomp) ||
                   (is_cue(sentence, static_cast<std::int32_t>(i)) && r == Relation::parataxis);
        };
        const bool subject_right =
            n.subjects.count(subject(gold.head, relation), subject(found.head, found.relation), head);
        const bool content_right =
            n.contents.count(content(gold.head, relation), content(found.head, found.relation), head);
        if (errors > 0 && !(subject_right && content_right)) {
            show_error(sentence, i, found);
            --errors;
        }
    }
}

using NameSpan = std::tuple<std::size_t, std::size_t, std::size_t, std::string>;  // sentence, words, type

std::set<NameSpan> gold_names(const std::vector<train::NamedSentence>& sentences) {
    std::set<NameSpan> spans;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const auto& labels = sentences[s].labels;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (!labels[i].starts_with("B-")) continue;
            const std::string type = labels[i].substr(2);
            std::size_t last = i;
            while (last + 1 < labels.size() && labels[last + 1] == "I-" + type)
                ++last;
            spans.emplace(s, i, last, type);
        }
    }
    return spans;
}

std::set<NameSpan> found_names(const std::vector<train::NamedSentence>& sentences,
                               const ModelsInUse& in_use) {
    std::string text;
    Document document;
    for (const train::NamedSentence& sentence : sentences)
        document.sentences.push_back(train::sentence_of(sentence.forms, text));
    annotate(text, in_use.model(), in_use.network(), document);
    find_names(text, document);
    static constexpr std::array types{"PER", "ORG", "LOC", "OTH"};
    std::set<NameSpan> spans;
    for (const Mention& m : document.mentions)
        spans.emplace(m.sentence, m.first, m.last, types[static_cast<std::size_t>(m.type)]);
    return spans;
}

// Sentences whose names are not those of the annotation.
void show_errors(const std::vector<train::NamedSentence>& sentences, const std::set<NameSpan>& gold,
                 const std::set<NameSpan>& found, std::size_t& left) {
    for (std::size_t s = 0; s < sentences.size() && left > 0; ++s) {
        const auto listed = [&](const std::set<NameSpan>& names, const std::set<NameSpan>& others) {
            std::string out;
            for (const auto& name : names) {
                const auto& [sentence, first, last, type] = name;
                if (sentence != s || others.contains(name)) continue;
                out += " [" + type;
                for (std::size_t i = first; i <= last; ++i)
                    out += " " + sentences[s].forms[i];
                out += "]";
            }
            return out;
        };
        const std::string missed = listed(gold, found);
        const std::string wrong = listed(found, gold);
        if (missed.empty() && wrong.empty()) continue;
        std::printf("  missed%s, wrong%s |", missed.c_str(), wrong.c_str());
        for (const std::string& form : sentences[s].forms)
            std::printf(" %s", form.c_str());
        std::printf("\n");
        --left;
    }
}

// Annotated stories tell who speaks: sources that the text names must be found, under their name and type.
struct NamedSources {
    Arcs persons, organisations;
};
void count_sources(const Story& story, const ModelsInUse& in_use, std::size_t& errors, NamedSources& n) {
    std::set<std::tuple<std::size_t, std::string, std::string>> seen;
    std::vector<Document> documents;
    for (const Article& article : story.articles) {
        Document& document = documents.emplace_back(language::parse(article.text));
        annotate(article.text, in_use.model(), in_use.network(), document);
        find_names(article.text, document);
        link_entities(article.text, document);
    }
    for (const GoldAttribution& gold : story.attributions) {
        const bool person = gold.source_kind == "person";
        if (!person && gold.source_kind != "organisation" && gold.source_kind != "media") continue;
        const std::string& text = story.articles[gold.article].text;
        if (gold.source_name.empty() || !text::is_upper(text::character_at(gold.source_name, 0).value) ||
            text.find(gold.source_name) == std::string::npos ||
            !seen.emplace(gold.article, gold.source_name, gold.source_kind).second) {
            continue;
        }
        constexpr std::string_view article = "The ";
        const std::string_view name = std::string_view(gold.source_name)
                                          .substr(gold.source_name.starts_with(article) ? article.size() : 0);
        const auto& entities = documents[gold.article].entities;
        const auto found = std::find_if(entities.begin(), entities.end(),
                                        [&](const NamedEntity& entity) { return entity.name == name; });
        const EntityType type = person ? EntityType::person : EntityType::organisation;
        const bool right = found != entities.end() && found->type == type;
        Arcs& arcs = person ? n.persons : n.organisations;
        arcs.count(true, right, true);
        if (errors == 0 || right) continue;
        std::printf("  %s: %s %s; found:", story.articles[gold.article].id.c_str(), gold.source_kind.c_str(),
                    gold.source_name.c_str());
        for (const NamedEntity& entity : entities) {
            if (name.find(entity.name) == std::string_view::npos &&
                entity.name.find(name) == std::string::npos)
                continue;
            std::printf(" [%s %s]", std::string(term(entity.type)).c_str(), entity.name.c_str());
        }
        std::printf("\n");
        --errors;
    }
}

}  // namespace

int parse(const Arguments& arguments) {
    const Options given = options(arguments);
    const ModelsInUse in_use(given);
    Figures figures;
    for (const std::string& path : given.paths) {
        const auto sentences = train::read_treebank(path);
        Counts n;
        std::size_t errors = given.errors;
        const auto begin = std::chrono::steady_clock::now();
        std::vector<std::vector<std::string>> forms;
        forms.reserve(sentences.size());
        for (const auto& sentence : sentences)
            forms.push_back(normal_forms(train::tokens_of(sentence)));
        const std::vector<Sentence> parses = parse_all(forms, in_use);
        for (std::size_t s = 0; s < sentences.size(); ++s)
            count(sentences[s], parses[s], errors, n);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        std::printf("# %s: %zu words, %.0f a second\n", path.c_str(), n.words,
                    static_cast<double>(n.words) / took.count());
        figures.show("UPOS", percent(n.upos, n.words));
        figures.show("XPOS", percent(n.xpos, n.words));
        figures.show("lemma", percent(n.lemma, n.words));
        figures.show("UAS", percent(n.unlabelled, n.words));
        figures.show("LAS", percent(n.labelled, n.words), "(base relations)");
        figures.show("LAS with subtypes", percent(n.exact, n.words));
        figures.show("subject of a cue verb", n.subjects.score());
        figures.show("content of a cue verb", n.contents.score());
    }
    return figures.judge(given);
}

int names(const Arguments& arguments) {
    const Options given = options(arguments);
    const ModelsInUse in_use(given);
    Figures figures;
    for (const std::string& path : given.paths) {
        if (std::filesystem::is_directory(path)) {
            NamedSources sources;
            std::size_t errors = given.errors;
            for (const Story& story : stories(path))
                count_sources(story, in_use, errors, sources);
            std::printf("# %s\n", path.c_str());
            figures.show("persons who speak, found", percent(sources.persons.hits, sources.persons.gold));
            figures.show("bodies that speak, found",
                         percent(sources.organisations.hits, sources.organisations.gold));
            continue;
        }
        std::map<std::string, Arcs> types;
        std::size_t errors = given.errors;
        Arcs all, untyped;
        const auto sentences = train::read_names(path);
        for (auto begin = sentences.begin(); begin != sentences.end();) {
            const auto end = std::find_if(begin + 1, sentences.end(),
                                          [](const auto& sentence) { return sentence.opens_document; });
            const std::vector<train::NamedSentence> document(begin, end);
            begin = end;
            const auto gold = gold_names(document);
            const auto found = found_names(document, in_use);
            show_errors(document, gold, found, errors);
            for (const NameSpan& name : gold) {
                ++types[std::get<3>(name)].gold;
                types[std::get<3>(name)].hits += found.contains(name);
                all.hits += found.contains(name);
            }
            for (const NameSpan& name : found)
                ++types[std::get<3>(name)].predicted;
            all.gold += gold.size();
            all.predicted += found.size();
            const auto spans = [](const std::set<NameSpan>& names) {
                std::set<std::tuple<std::size_t, std::size_t, std::size_t>> out;
                for (const auto& [sentence, first, last, type] : names)
                    out.emplace(sentence, first, last);
                return out;
            };
            const auto gold_spans = spans(gold);
            for (const auto& span : spans(found))
                untyped.hits += gold_spans.contains(span);
        }
        untyped.gold = all.gold;
        untyped.predicted = all.predicted;
        std::printf("# %s\n", path.c_str());
        for (const auto& [type, counts] : types)
            figures.show(type, counts.score());
        figures.show("names", all.score());
        figures.show("names, untyped", untyped.score());
    }
    return figures.judge(given);
}

}  // namespace whosaid::eval
