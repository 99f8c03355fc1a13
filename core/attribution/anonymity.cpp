#include "core/attribution/anonymity.hpp"

#include "core/attribution/frames.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whosaid::attribution {
namespace {

using language::Relation;
using language::Tree;
using language::Upos;
using language::Word;

struct ClassWord {
    std::string_view lemma;
    AnonymousClass group;
};
// Words of the phrase that tell the class; the first found in the phrase decides. By general vocabulary.
constexpr auto class_words = std::to_array<ClassWord>({
    {"diplomat", AnonymousClass::diplomatic},
    {"diplomatic", AnonymousClass::diplomatic},
    {"embassy", AnonymousClass::diplomatic},
    {"envoy", AnonymousClass::diplomatic},
    {"police", AnonymousClass::police},
    {"detective", AnonymousClass::police},
    {"policeman", AnonymousClass::police},
    {"military", AnonymousClass::military},
    {"army", AnonymousClass::military},
    {"soldier", AnonymousClass::military},
    {"officer", AnonymousClass::military},
    {"navy", AnonymousClass::military},
    {"security", AnonymousClass::military},
    {"intelligence", AnonymousClass::military},
    {"defence", AnonymousClass::military},
    {"defense", AnonymousClass::military},
    {"doctor", AnonymousClass::medical},
    {"medical", AnonymousClass::medical},
    {"hospital", AnonymousClass::medical},
    {"nurse", AnonymousClass::medical},
    {"medic", AnonymousClass::medical},
    {"health", AnonymousClass::medical},
    {"lawyer", AnonymousClass::legal},
    {"legal", AnonymousClass::legal},
    {"court", AnonymousClass::legal},
    {"prosecutor", AnonymousClass::legal},
    {"judge", AnonymousClass::legal},
    {"attorney", AnonymousClass::legal},
    {"judicial", AnonymousClass::legal},
    {"company", AnonymousClass::company},
    {"firm", AnonymousClass::company},
    {"employee", AnonymousClass::company},
    {"executive", AnonymousClass::company},
    {"industry", AnonymousClass::company},
    {"banker", AnonymousClass::company},
    {"worker", AnonymousClass::company},
    {"trader", AnonymousClass::company},
    {"engineer", AnonymousClass::company},
    {"government", AnonymousClass::government},
    {"official", AnonymousClass::government},
    {"ministry", AnonymousClass::government},
    {"minister", AnonymousClass::government},
    {"aide", AnonymousClass::government},
    {"lawmaker", AnonymousClass::government},
    {"administration", AnonymousClass::government},
    {"presidency", AnonymousClass::government},
    {"civil", AnonymousClass::government},
});

struct NumberWord {
    std::string_view word;
    std::uint32_t value;
};
constexpr auto number_words = std::to_array<NumberWord>({{"one", 1},
                                                         {"two", 2},
                                                         {"three", 3},
                                                         {"four", 4},
                                                         {"five", 5},
                                                         {"six", 6},
                                                         {"seven", 7},
                                                         {"eight", 8},
                                                         {"nine", 9},
                                                         {"ten", 10},
                                                         {"eleven", 11},
                                                         {"twelve", 12},
                                                         {"dozen", 12}});

std::uint32_t number_of(const Tree& tree, std::uint32_t head) {
    const Word& w = tree.word(head);
    for (const std::uint32_t d : tree.dependents(head)) {
        const Word& n = tree.word(d);
        if (n.relation != Relation::nummod && n.upos != Upos::num) continue;
        for (const NumberWord& known : number_words) {
            if (n.lemma == known.word) return known.value;
        }
        if (!n.lemma.empty() && n.lemma.size() < 7 &&
            std::all_of(n.lemma.begin(), n.lemma.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            return static_cast<std::uint32_t>(std::stoul(n.lemma));
        }
    }
    const bool plural = w.xpos == "NNS" || w.xpos == "NNPS";
    return plural ? 0 : 1;
}

Span words_span(const Tree& tree, const std::vector<std::uint32_t>& words) {
    return {tree.word(words.front()).span.begin, tree.word(words.back()).span.end};
}

}  // namespace

Anonymity anonymity_of(std::string_view text, const Tree& tree, std::uint32_t head) {
    Anonymity a;
    a.number = number_of(tree, head);
    const Span np = noun_phrase(tree, head);
    bool classed = false;
    for (std::uint32_t i = 0; i < tree.size() && !classed; ++i) {
        if (!np.contains(tree.word(i).span)) continue;
        for (const ClassWord& known : class_words) {
            if (tree.word(i).lemma != known.lemma) continue;
            a.group = known.group;
            classed = true;
            break;
        }
    }
    for (const std::uint32_t d : tree.dependents(head)) {
        const Word& w = tree.word(d);
        if (w.relation == Relation::nmod && a.institution.empty()) {
            const auto preposition = tree.dependent(d, {Relation::case_});
            const std::string_view p = preposition ? std::string_view(tree.word(*preposition).lemma) : "";
            if (p == "of" || p == "at" || p == "in" || p == "from" || p == "within")
                a.institution = std::string(noun_phrase(tree, d).of(text));
            if (p == "with" && a.access.empty())
                a.access = std::string(words_span(tree, tree.subtree(d)).of(text));
        }
        const bool access = (w.relation == Relation::acl && (w.xpos == "VBN" || w.xpos == "VBD")) ||
                            (w.relation == Relation::amod && d > head);
        static constexpr std::array<std::string_view, 6> insight{"brief",   "close",    "familiar",
                                                                 "involve", "informed", "acquaint"};
        if (access && a.access.empty() &&
            std::find(insight.begin(), insight.end(), w.lemma) != insight.end()) {
            a.access = std::string(words_span(tree, tree.subtree(d)).of(text));
        }
    }
    // "... because they were not authorised to speak", beside "anonymity" or "not to be named".
    const Span sentence = tree.sentence().span;
    const std::string_view words = sentence.of(text);
    if (words.find("anonym") != std::string_view::npos ||
        words.find("not be named") != std::string_view::npos ||
        words.find("not to be named") != std::string_view::npos) {
        for (const std::string_view reason :
             {"because ", "since ", "citing ", "for fear ", "as they ", "as he ", "as she "}) {
            const auto at = words.find(reason);
            if (at == std::string_view::npos) continue;
            const auto end = words.find_first_of(".,;", at);
            a.reason = std::string(
                words.substr(at, end == std::string_view::npos ? std::string_view::npos : end - at));
            break;
        }
    }
    return a;
}

}  // namespace whosaid::attribution
