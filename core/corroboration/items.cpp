#include "core/corroboration/items.hpp"

#include "core/text/characters.hpp"

#include <algorithm>
#include <array>

namespace whosaid::corroboration {
namespace {

using language::Document;
using language::Relation;
using language::Sentence;
using language::Tree;
using language::Upos;
using language::Word;

// Weight of what is not judged by its rarity.
constexpr double name_weight = 1.0;
constexpr double place_weight = 0.7;
constexpr double quantity_weight = 0.9;
constexpr double time_weight = 0.5;

// Strength of what stands elsewhere in the article: the speaker of the words, a person's office, names a
// reader has in mind from the sentences before or from the article's opening.
constexpr double speaker_strength = 0.9;
constexpr double description_strength = 0.8;
constexpr double recent_strength = 0.6;
constexpr double telling_strength = 0.6;  // when something was said
constexpr double opening_strength = 0.35;
constexpr std::uint32_t recent_sentences = 2;
constexpr std::uint32_t opening_entities = 16;

// Verbs that say nothing by themselves.
constexpr auto light_verbs = std::to_array<std::string_view>({"be", "do", "get", "have", "make", "take"});
// Verbs whose complement is not so.
constexpr auto negative_verbs = std::to_array<std::string_view>(
    {"avoid", "cease", "decline", "deny", "dismiss", "dispute", "fail", "forget", "lack", "neglect", "omit",
     "prevent", "refuse", "refute", "reject"});
constexpr auto negative_words = std::to_array<std::string_view>(
    {"hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere", "without"});

template <std::size_t N>
bool in(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        std::string part = text::lower(name.substr(begin, end - begin));
        if (part.ends_with("'s")) part.resize(part.size() - 2);
        if (!part.empty() && part != "the") parts.push_back(std::move(part));
        begin = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += '_';
        out += part;
    }
    return out;
}

// Negations of a predicate itself: "not", "no one ... ", "no ... was"; and of what governs it: "failed to",
// "without", up to the words that attribute it: somebody who denies it (Polarity::denied) is a voice, and the
// words denied are not negative themselves. `attributes` tells those words; where nobody says them ("nobody
// was known to have fallen ill"), they are.
template <class Attributes>
bool negated(const Tree& tree, std::uint32_t predicate, Attributes attributes) {
    constexpr int highest = 3;
    bool odd = false;
    auto at = static_cast<std::int32_t>(predicate);
    for (int step = 0; at >= 0 && step < highest; ++step) {
        const auto index = static_cast<std::uint32_t>(at);
        const bool attributing = step > 0 && attributes(tree.word(index).span);
        for (const std::uint32_t d : tree.dependents(index)) {
            const Word& w = tree.word(d);
            const bool subject = w.relation == Relation::nsubj || w.relation == Relation::nsubj_pass;
            if (attributing && !subject) continue;
            const bool own = w.relation == Relation::advmod || w.relation == Relation::det ||
                             w.relation == Relation::mark || w.relation == Relation::cc_preconj || subject ||
                             w.relation == Relation::obj;
            if (own && in(negative_words, w.lemma)) odd = !odd;
            if (!subject && w.relation != Relation::obj) continue;
            for (const std::uint32_t dd : tree.dependents(d)) {
                if (tree.word(dd).relation == Relation::det && tree.word(dd).lemma == "no") odd = !odd;
            }
        }
        if (attributing) break;
        const Word& w = tree.word(index);
        const bool governed = w.relation == Relation::xcomp || w.relation == Relation::ccomp ||
                              w.relation == Relation::obj || w.relation == Relation::acl;
        if (!governed || w.head < 0) break;
        at = w.head;
        if (!attributes(tree.word(static_cast<std::uint32_t>(at)).span) &&
            in(negative_verbs, tree.word(static_cast<std::uint32_t>(at)).lemma))
            odd = !odd;
    }
    return odd;
}

// A verb with its particle: "call_off".
std::string lemma_of(const Tree& tree, std::uint32_t index) {
    std::string lemma = tree.word(index).lemma;
    if (tree.word(index).upos == Upos::verb) {
        if (const auto particle = tree.dependent(index, {Relation::compound_prt}))
            lemma += "_" + tree.word(*particle).lemma;
    }
    return lemma;
}

bool content_word(const Word& w) {
    switch (w.upos) {
        case Upos::noun:
        case Upos::propn:
        case Upos::adj:
            return true;
        case Upos::verb:
            return !in(light_verbs, w.lemma);
        case Upos::adv:
            return w.relation != Relation::mark && !in(negative_words, w.lemma) && w.lemma.size() > 3;
        default:
            return false;
    }
}

bool is_predicate(const Tree& tree, std::uint32_t index) {
    return tree.word(index).upos == Upos::verb ||
           tree.dependent(index, {Relation::nsubj, Relation::nsubj_pass, Relation::cop}).has_value();
}

class Builder {
  public:
    Builder(const Article& article, const Analysis& analysis)
        : article_(article),
          document_(analysis.document),
          claims_(analysis.claims),
          last_seen_(document_.entities.size()) {}

    std::vector<Statement> run() {
        std::vector<Statement> all;
        all.reserve(document_.sentences.size());
        find_covering_claims();
        for (std::uint32_t s = 0; s < document_.sentences.size(); ++s)
            all.push_back(statement(s));
        return all;
    }

  private:
    void find_covering_claims() {
        covering_.resize(document_.sentences.size());
        for (std::uint32_t c = 0; c < claims_.size(); ++c) {
            for (const Span piece : claims_[c].content) {
                auto s = std::lower_bound(document_.sentences.begin(), document_.sentences.end(), piece.begin,
                                          [](const Sentence& x, std::uint32_t p) { return x.span.end <= p; });
                for (; s != document_.sentences.end() && s->span.begin < piece.end; ++s) {
                    auto& list = covering_[static_cast<std::size_t>(s - document_.sentences.begin())];
                    if (list.empty() || list.back() != c) list.push_back(c);
                }
            }
        }
    }

    Statement statement(std::uint32_t s) {
        const Sentence& sentence = document_.sentences[s];
        const Tree tree(sentence);
        Statement out;
        out.claims = covering_[s];
        out.question = sentence.span.of(article_.text).ends_with('?');
        taken_.assign(sentence.words.size(), false);
        add_names(s, sentence, out);
        add_times(sentence, out);
        add_quantities(sentence, out);
        for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
            const Word& w = sentence.words[i];
            if (w.relation == Relation::mark &&
                (w.lemma == "if" || w.lemma == "unless" || w.lemma == "whether"))
                out.condition = true;
            if (taken_[i] || !content_word(w)) continue;
            out.items.push_back(word_item(out, tree, i));
        }
        std::stable_sort(out.items.begin(), out.items.end(),
                         [](const Item& a, const Item& b) { return a.span.begin < b.span.begin; });
        out.root = main_predicate(tree, out);
        add_known(s, out);
        return out;
    }

    // Words that attribute the sentence's content to somebody.
    [[nodiscard]] bool attributes(const Statement& statement, Span word) const {
        return std::any_of(statement.claims.begin(), statement.claims.end(), [&](std::uint32_t c) {
            const auto& cue = claims_[c].cue;
            return std::any_of(cue.begin(), cue.end(), [&](Span piece) { return piece.overlaps(word); });
        });
    }

    Item word_item(const Statement& statement, const Tree& tree, std::uint32_t i) const {
        const Word& w = tree.word(i);
        Item item;
        item.kind = ItemKind::word;
        item.span = w.span;
        item.word = i;
        item.key = lemma_of(tree, i);
        item.id = language::word_id(item.key);
        if (!item.id && item.key != w.lemma) {  // a particle that makes no word of its own
            item.key = w.lemma;
            item.id = language::word_id(item.key);
        }
        const double rarity = language::rarity(item.key);
        item.weight = rarity * rarity;
        item.predicate = is_predicate(tree, i);
        item.noun = w.upos == Upos::noun || w.upos == Upos::propn;
        item.attributes = attributes(statement, w.span);
        if (item.predicate)
            item.negated = negated(tree, i, [&](Span word) { return attributes(statement, word); });
        return item;
    }

    [[nodiscard]] Item name_item(std::string_view name, EntityType type, Span span) const {
        Item item;
        item.kind = ItemKind::name;
        item.span = span;
        item.parts = parts_of(name);
        item.key = joined(item.parts);
        item.id = language::word_id(item.key);
        item.type = type;
        item.weight = type == EntityType::place ? place_weight : name_weight;
        return item;
    }

    void add_names(std::uint32_t s, const Sentence& sentence, Statement& out) {
        for (; mention_ < document_.mentions.size() && document_.mentions[mention_].sentence <= s;
             ++mention_) {
            const language::Mention& m = document_.mentions[mention_];
            if (m.sentence < s) continue;
            Item item = name_item(document_.entities[m.entity].name, m.type, m.span);
            item.word = head_of(sentence, m.first, m.last);
            for (std::uint32_t i = m.first; i <= m.last && i < taken_.size(); ++i)
                taken_[i] = true;
            out.items.push_back(std::move(item));
            last_seen_[m.entity] = s + 1;
            recent_.push_back(m.entity);
        }
    }

    static std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t i = first; i <= last && i < sentence.words.size(); ++i) {
            const auto head = sentence.words[i].head;
            if (head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) return i;
        }
        return first;
    }

    // The head of the words inside `span`; marks the words as taken.
    template <class Keep>
    std::uint32_t take(const Sentence& sentence, Span span, Keep keep) {
        const auto begin = std::lower_bound(sentence.words.begin(), sentence.words.end(), span.begin,
                                            [](const Word& w, std::uint32_t p) { return w.span.begin < p; });
        auto first = static_cast<std::uint32_t>(begin - sentence.words.begin());
        std::uint32_t last = first;
        for (std::uint32_t i = first; i < sentence.words.size() && sentence.words[i].span.end <= span.end;
             ++i) {
            last = i;
            if (!keep(sentence.words[i])) taken_[i] = true;
        }
        return first < sentence.words.size() ? head_of(sentence, first, last) : 0;
    }

    void add_times(const Sentence& sentence, Statement& out) {
        for (; time_ < document_.times.size() && document_.times[time_].span.begin < sentence.span.end;
             ++time_) {
            const TimeExpression& time = document_.times[time_];
            if (time.span.begin < sentence.span.begin) continue;
            Item item;
            item.kind = ItemKind::time;
            item.span = time.span;
            item.key = time.value;
            item.days = days_of(time.value);
            item.weight = time_weight;
            item.word = take(sentence, time.span, [](const Word&) { return false; });
            if (of_the_telling(out, time.span)) item.strength = telling_strength;
            out.items.push_back(std::move(item));
        }
    }

    // "confirmed on Thursday": in a sentence that attributes, a time outside of what is said is when it was
    // said.
    [[nodiscard]] bool of_the_telling(const Statement& statement, Span span) const {
        bool attributed = false;
        for (const std::uint32_t c : statement.claims) {
            if (claims_[c].own_voice()) continue;
            attributed = true;
            for (const Span piece : claims_[c].content) {
                if (piece.overlaps(span)) return false;
            }
        }
        return attributed;
    }

    void add_quantities(const Sentence& sentence, Statement& out) {
        const auto& quantities = document_.quantities;
        for (; quantity_ < quantities.size() && quantities[quantity_].span.begin < sentence.span.end;
             ++quantity_) {
            const Quantity& quantity = quantities[quantity_];
            if (quantity.span.begin < sentence.span.begin) continue;
            Item item;
            item.kind = ItemKind::quantity;
            item.span = quantity.span;
            item.key = quantity.unit;
            item.id = language::word_id(quantity.unit);
            item.quantity = static_cast<std::uint32_t>(quantity_);
            item.weight = quantity_weight;
            item.word = take(sentence, quantity.span, [](const Word& w) { return w.upos == Upos::noun; });
            item.negated = behind_not(sentence, quantity.span);
            out.items.push_back(std::move(item));
        }
    }

    // "not five as first reported", "not the nine dead".
    static bool behind_not(const Sentence& sentence, Span span) {
        const auto at = std::lower_bound(sentence.words.begin(), sentence.words.end(), span.begin,
                                         [](const Word& w, std::uint32_t p) { return w.span.begin < p; });
        auto before = std::make_reverse_iterator(at);
        if (before != sentence.words.rend() && before->lemma == "the") ++before;
        return before != sentence.words.rend() && before->lemma == "not";
    }

    // The predicate nearest the root; of equals, the first.
    static std::optional<std::uint32_t> main_predicate(const Tree& tree, const Statement& out) {
        std::vector<std::uint32_t> level;
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (tree.word(i).head < 0) level.push_back(i);
        }
        while (!level.empty()) {
            for (std::uint32_t i = 0; i < out.items.size(); ++i) {
                const Item& item = out.items[i];
                if (item.predicate && std::binary_search(level.begin(), level.end(), item.word)) return i;
            }
            std::vector<std::uint32_t> below;
            for (const std::uint32_t i : level) {
                const auto dependents = tree.dependents(i);
                below.insert(below.end(), dependents.begin(), dependents.end());
            }
            std::sort(below.begin(), below.end());
            level = std::move(below);
        }
        return std::nullopt;
    }

    void add_known(std::uint32_t s, Statement& out) {
        const std::size_t said_here = out.items.size();
        const auto add = [&](std::string_view name, EntityType type, double strength) {
            Item item = name_item(name, type, document_.sentences[s].span);
            item.strength = strength;
            if (!item.parts.empty()) out.items.push_back(std::move(item));
        };
        for (const std::uint32_t c : out.claims) {
            const Source& source = claims_[c].source;
            if (!claims_[c].own_voice() && !source.name.empty())
                add(source.name,
                    source.kind == SourceKind::person ? EntityType::person : EntityType::organisation,
                    speaker_strength);
            add_words(source.description, description_strength, s, out);
        }
        for (std::size_t i = 0; i < said_here; ++i) {
            if (out.items[i].kind != ItemKind::name) continue;
            for (const language::NamedEntity* e : entity_named(out.items[i]))
                add_words(e->description, description_strength, s, out);
        }
        while (!recent_.empty() && last_seen_[recent_.front()] + recent_sentences < s + 1)
            recent_.erase(recent_.begin());
        for (std::uint32_t e = 0; e < document_.entities.size() && e < opening_entities; ++e) {
            if (last_seen_[e] > 0 && last_seen_[e] + recent_sentences < s + 1)
                add(document_.entities[e].name, document_.entities[e].type, opening_strength);
        }
        std::vector<std::uint32_t> before(recent_);
        std::sort(before.begin(), before.end());
        before.erase(std::unique(before.begin(), before.end()), before.end());
        for (const std::uint32_t e : before) {
            if (last_seen_[e] <= s && last_seen_[e] + recent_sentences >= s + 1)
                add(document_.entities[e].name, document_.entities[e].type, recent_strength);
        }
    }

    // Entities by the mention that made `item`.
    [[nodiscard]] std::vector<const language::NamedEntity*> entity_named(const Item& item) const {
        const auto m =
            std::lower_bound(document_.mentions.begin(), document_.mentions.end(), item.span.begin,
                             [](const language::Mention& x, std::uint32_t p) { return x.span.begin < p; });
        if (m == document_.mentions.end() || m->span != item.span) return {};
        return {&document_.entities[m->entity]};
    }

    void add_words(std::string_view description, double strength, std::uint32_t s, Statement& out) const {
        for (const std::string& part : parts_of(description)) {
            if (part.size() < 3) continue;
            Item item;
            item.kind = ItemKind::word;
            item.span = document_.sentences[s].span;
            item.key = part;
            item.id = language::word_id(part);
            const double rarity = language::rarity(part);
            item.weight = rarity * rarity;
            item.strength = strength;
            out.items.push_back(std::move(item));
        }
    }

    const Article& article_;
    const Document& document_;
    const std::vector<Claim>& claims_;
    std::vector<std::vector<std::uint32_t>> covering_;  // claims of each sentence
    std::vector<std::uint32_t>
        last_seen_;  // of each entity, the sentence of its latest mention, plus 1; 0: none yet
    std::vector<std::uint32_t> recent_;  // entities of the latest sentences
    std::vector<char> taken_;            // words of the sentence that a name, time or quantity covers
    std::size_t mention_ = 0;
    std::size_t time_ = 0;
    std::size_t quantity_ = 0;
};

}  // namespace

std::vector<Statement> statements(const Article& article, const Analysis& analysis) {
    return Builder(article, analysis).run();
}

}  // namespace whosaid::corroboration
