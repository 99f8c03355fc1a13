#include "tests/eval/attribution.hpp"

#include "core/analysis.hpp"
#include "core/terms.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>

namespace whosaid::eval {
namespace {

constexpr double found_at = 0.3;
constexpr double exact_at = 0.8;

bool word_character(char32_t c) {
    return text::is_letter(c) || text::is_digit(c) || c == '_';
}

// Where the words of the spans begin.
std::set<std::uint32_t> word_starts(std::string_view text, const std::vector<Span>& spans) {
    std::set<std::uint32_t> starts;
    for (const Span span : spans) {
        bool inside = false;
        for (std::uint32_t at = span.begin; at < span.end;) {
            const text::Character c = text::character_at(text, at);
            const bool word = word_character(c.value);
            if (word && !inside) starts.insert(at);
            inside = word;
            at += std::max<std::uint32_t>(c.size, 1);
        }
    }
    return starts;
}

double jaccard(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
    std::size_t both = 0;
    for (const std::uint32_t x : a)
        both += b.contains(x);
    const std::size_t either = a.size() + b.size() - both;
    return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

struct Pairing {
    std::size_t gold = 0;
    std::size_t claim = 0;
    double overlap = 0;
};

// Greedy one-to-one pairing, best overlap first; of equals, the first in the text.
std::vector<Pairing> paired(std::string_view text, const std::vector<const GoldAttribution*>& gold,
                            const std::vector<Claim>& claims) {
    std::vector<std::set<std::uint32_t>> ours, theirs;
    for (const auto* g : gold)
        ours.push_back(word_starts(text, g->content));
    for (const Claim& c : claims)
        theirs.push_back(word_starts(text, c.content));
    std::vector<Pairing> candidates;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (std::size_t j = 0; j < claims.size(); ++j) {
            if (const double overlap = jaccard(ours[i], theirs[j]); overlap > 0)
                candidates.push_back({i, j, overlap});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Pairing& a, const Pairing& b) { return a.overlap > b.overlap; });
    std::set<std::size_t> used_gold, used_claims;
    std::vector<Pairing> out;
    for (const Pairing& p : candidates) {
        if (used_gold.contains(p.gold) || used_claims.contains(p.claim)) continue;
        used_gold.insert(p.gold);
        used_claims.insert(p.claim);
        out.push_back(p);
    }
    return out;
}

// The words of a name that count: lower case, without articles and titles.
std::vector<std::string> name_words(std::string_view name) {
    static constexpr auto left_out = std::to_array<std::string_view>(
        {"the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "gen", "sen", "prof", "lord", "hon"});
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty() && std::find(left_out.begin(), left_out.end(), word) == left_out.end())
            words.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < name.size();) {
        const text::Character c = text::character_at(name, at);
        const std::size_t size = std::max<std::size_t>(c.size, 1);
        if (word_character(c.value)) {
            text::append_lower(name.substr(at, size), word);
        } else {
            flush();
        }
        at += size;
    }
    flush();
    return words;
}

bool same_name(std::string_view a, std::string_view b) {
    const auto x = name_words(a);
    const auto y = name_words(b);
    if (x.empty() || y.empty()) return false;
    if (x == y) return true;
    const std::set<std::string> xs(x.begin(), x.end());
    const std::set<std::string> ys(y.begin(), y.end());
    const auto common = static_cast<std::size_t>(
        std::count_if(xs.begin(), xs.end(), [&](const std::string& w) { return ys.contains(w); }));
    const bool inside = common == xs.size() || common == ys.size();
    return inside && (x.back() == y.back() || common > 1);
}

bool is_pronoun(std::string_view source) {
    const std::string low = text::lower(source);
    return low == "he" || low == "she" || low == "they" || low == "it";
}

struct Share {
    std::size_t right = 0;
    std::size_t all = 0;
    void add(bool is_right) {
        right += is_right;
        ++all;
    }
};

void show(Figures& figures, const std::string& name, Share share) {
    figures.show(
        name, share.all == 0 ? 0 : 100.0 * static_cast<double>(share.right) / static_cast<double>(share.all),
        "(n=" + std::to_string(share.all) + ")");
}

std::string joined(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) {
        if (!out.empty()) out += " […] ";
        out += span.of(text);
    }
    return out;
}

void print_claim(const char* what, std::string_view text, const Claim& c) {
    std::printf("   %s [%s] %s | cue %s | %s %s %s %s%s\n", what, std::string(term(c.source.kind)).c_str(),
                c.source.name.c_str(), joined(text, c.cue).c_str(), std::string(term(c.certainty)).c_str(),
                std::string(term(c.polarity)).c_str(), std::string(term(c.form)).c_str(),
                joined(text, c.content).c_str(), c.nested_in ? " (nested)" : "");
}

void print_gold(std::string_view text, const GoldAttribution& g) {
    std::printf("   gold [%s] %s (%s) | cue %s | %s %s %s %s%s\n", g.source_kind.c_str(),
                g.source_name.c_str(), g.source.value_or("-").c_str(), g.cue.value_or("-").c_str(),
                g.certainty.c_str(), g.polarity.c_str(), g.form.c_str(), joined(text, g.content).c_str(),
                g.nested ? " (nested)" : "");
}

}  // namespace

void attribution_figures(const std::vector<Story>& all, std::size_t errors, Figures& figures) {
    std::size_t gold_count = 0, predicted = 0, found = 0, exact = 0;
    Share own, name, pronoun, kind, anonymous, form, recipient, nested, polarity, denials, certainty;
    std::vector<std::string> gold_certainty, got_certainty;
    for (const Story& story : all) {
        for (std::size_t a = 0; a < story.articles.size(); ++a) {
            const Article& article = story.articles[a];
            const std::string_view text = article.text;
            std::vector<const GoldAttribution*> gold;
            for (const GoldAttribution& g : story.attributions) {
                if (g.article == a) gold.push_back(&g);
            }
            const std::vector<Claim> claims = analyse(article).claims;
            const auto attributed = [](const GoldAttribution& g) { return g.source || g.cue; };
            for (const auto* g : gold)
                ++(attributed(*g) ? gold_count : own.all);
            // Intentions count where they meet the gold alone.
            for (const Claim& c : claims)
                predicted += !c.own_voice() && c.cue_class != CueClass::intention;
            std::vector<char> met(gold.size()), used(claims.size());
            for (const Pairing& p : paired(text, gold, claims)) {
                if (p.overlap < found_at) continue;
                const GoldAttribution& g = *gold[p.gold];
                const Claim& c = claims[p.claim];
                if (!attributed(g)) {
                    ++own.right;
                } else {
                    if (c.own_voice()) continue;
                    predicted += c.cue_class == CueClass::intention;
                    ++found;
                    exact += p.overlap >= exact_at;
                    const bool named = same_name(g.source_name, c.source.name);
                    name.add(named);
                    kind.add(g.source_kind == term(c.source.kind));
                    form.add(g.form == term(c.form));
                    if (is_pronoun(g.source.value_or(""))) pronoun.add(named);
                    if (g.source_kind == "anonymous") anonymous.add(c.source.kind == SourceKind::anonymous);
                    if (!g.recipient.empty())
                        recipient.add(c.recipient && same_name(g.recipient, c.recipient->name));
                    if (g.nested) nested.add(c.nested_in.has_value());
                }
                met[p.gold] = used[p.claim] = true;
                polarity.add(g.polarity == term(c.polarity));
                if (g.polarity == "denied") denials.add(c.polarity == Polarity::denied);
                certainty.add(g.certainty == term(c.certainty));
                gold_certainty.push_back(g.certainty);
                got_certainty.emplace_back(term(c.certainty));
                const bool wrong =
                    g.certainty != term(c.certainty) || g.polarity != term(c.polarity) ||
                    (attributed(g) && (!same_name(g.source_name, c.source.name) ||
                                       g.source_kind != term(c.source.kind) || p.overlap < exact_at));
                if (wrong && errors > 0) {
                    --errors;
                    std::printf("\n## %s differs\n", article.id.c_str());
                    print_gold(text, g);
                    print_claim("got ", text, c);
                }
            }
            for (std::size_t i = 0; i < gold.size() && errors > 0; ++i) {
                if (met[i]) continue;
                --errors;
                std::printf("\n## %s missed\n", article.id.c_str());
                print_gold(text, *gold[i]);
            }
            for (std::size_t i = 0; i < claims.size() && errors > 0; ++i) {
                if (used[i] || claims[i].own_voice()) continue;
                --errors;
                std::printf("\n## %s made up\n", article.id.c_str());
                print_claim("got ", text, claims[i]);
            }
        }
    }
    std::printf("# attribution\n");
    figures.show("detection@0.3", prf(found, predicted, gold_count));
    figures.show("detection@0.8", prf(exact, predicted, gold_count));
    show(figures, "own-voice recall", own);
    show(figures, "source name %", name);
    show(figures, "pronoun source name %", pronoun);
    show(figures, "source kind %", kind);
    show(figures, "anonymous recall %", anonymous);
    show(figures, "form %", form);
    show(figures, "recipient %", recipient);
    show(figures, "nested %", nested);
    show(figures, "polarity %", polarity);
    show(figures, "denial recall %", denials);
    show(figures, "certainty accuracy", certainty);
    figures.macro("certainty macro F1", gold_certainty, got_certainty,
                  {"confirmed", "asserted", "probable", "possible", "uncommitted"});
}

}  // namespace whosaid::eval
