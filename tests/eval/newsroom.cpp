// Attributions, verdicts and copies on annotated stories; every article of every story is a candidate for
// every claim.
#include "core/corroboration/copies.hpp"
#include "core/corroboration/verify.hpp"
#include "core/terms.hpp"
#include "tests/eval/attribution.hpp"
#include "tests/eval/claims_asked.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/readings.hpp"
#include "tests/eval/scores.hpp"
#include "tests/eval/stories.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

namespace whosaid::eval {
namespace {

using corroboration::Analysed;

using Pair = std::pair<std::string, std::string>;
std::set<Pair> pairs_of(const std::vector<std::vector<std::string>>& groups) {
    std::set<Pair> result;
    for (const auto& group : groups) {
        for (const std::string& a : group) {
            for (const std::string& b : group) {
                if (a < b) result.emplace(a, b);
            }
        }
    }
    return result;
}

template <class T>
std::size_t common(const std::set<T>& a, const std::set<T>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const T& x) { return b.contains(x); }));
}

void copy_figures(const std::vector<Story>& all, Figures& figures) {
    std::vector<corroboration::Sketch> sketches;
    std::vector<std::vector<std::string>> gold;
    std::vector<std::vector<std::string>> found;
    for (const Story& s : all) {
        for (const Article& a : s.articles)
            sketches.push_back(corroboration::sketch(a));
        gold.insert(gold.end(), s.copies.begin(), s.copies.end());
    }
    for (auto& group : corroboration::copies(sketches))
        found.push_back(std::move(group.articles));
    const auto g = pairs_of(gold);
    const auto p = pairs_of(found);
    std::printf("# copies\n");
    figures.show("copies", prf(common(g, p), p.size(), g.size()));
    std::set<std::string> firsts;
    for (const auto& group : gold)
        firsts.insert(group.front());
    const auto right =
        std::count_if(found.begin(), found.end(), [&](const auto& x) { return firsts.contains(x.front()); });
    figures.show("first of the copy right %",
                 found.empty() ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found.size()));
}

struct Counts {
    std::size_t claims = 0, right = 0, bad = 0, confirmed = 0, good = 0, lost = 0, accused = 0;
    std::size_t origins_for = 0, origins_against = 0, certain = 0, certainty_right = 0;
    std::size_t evidence_hits = 0, evidence_found = 0, evidence_gold = 0, articles_hit = 0, articles_gold = 0;
};

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void print_error(const GoldClaim& gold, const Verification& v) {
    std::printf("\n## %s  gold %s %u:%u  got %s %u:%u  as of %s\n   %s\n", gold.id.c_str(),
                gold.verdict.c_str(), gold.origins_for, gold.origins_against,
                std::string(term(v.verdict)).c_str(), v.origins_for, v.origins_against,
                to_string(gold.as_of).c_str(), gold.text.c_str());
    for (const GoldEvidence& e : gold.evidence) {
        std::printf("   gold %-11s %s [%s] %s\n", e.stance.c_str(), e.article.c_str(), e.origin.c_str(),
                    e.text.c_str());
    }
    for (const Evidence& e : v.evidence) {
        std::printf("   got  %-11s %s [%s] %.2f %s %s\n", std::string(term(e.stance)).c_str(),
                    e.article.c_str(), e.origin.c_str(), e.score, std::string(term(e.certainty)).c_str(),
                    e.text.c_str());
        for (const Reason& r : e.reasons) {
            std::printf("          %s %s: %s | %s\n", r.agrees ? "=" : "#", std::string(term(r.slot)).c_str(),
                        r.claim.c_str(), r.passage.c_str());
        }
    }
}

// One method a fold of stories.
using Methods = std::vector<corroboration::Method>;

void verdict_figures(const std::vector<Story>& all, const Methods& methods, std::size_t errors,
                     Figures& figures) {
    std::vector<std::shared_ptr<const Analysed>> candidates;
    for (const Story& s : all) {
        for (const Article& a : s.articles)
            candidates.push_back(std::make_shared<const Analysed>(corroboration::analysed(a)));
    }
    Counts c;
    std::vector<std::string> gold;
    std::vector<std::string> got;
    for (std::size_t story = 0; story < all.size(); ++story) {
        for (const GoldClaim& claim : all[story].claims) {
            const Verification v = corroboration::verify(corroboration::analysed(typed(claim)), candidates,
                                                         "complete", methods[story % methods.size()]);
            const std::string verdict(term(v.verdict));
            gold.push_back(claim.verdict);
            got.push_back(verdict);
            ++c.claims;
            c.right += verdict == claim.verdict;
            const bool confirmed = one_of(verdict, {"corroborated", "single-source"});
            if (one_of(claim.verdict, {"contradicted", "unsupported"})) {
                ++c.bad;
                c.confirmed += confirmed;
            }
            if (one_of(claim.verdict, {"corroborated", "single-source"})) {
                ++c.good;
                c.lost += verdict == "unsupported";
                c.accused += one_of(verdict, {"contradicted", "disputed"});
            }
            c.origins_for += v.origins_for == claim.origins_for;
            c.origins_against += v.origins_against == claim.origins_against;
            if (claim.highest_certainty) {
                ++c.certain;
                c.certainty_right +=
                    v.highest_certainty && term(*v.highest_certainty) == *claim.highest_certainty;
            }
            std::set<Pair> ge, pe;
            std::set<std::string> ga, pa;
            for (const GoldEvidence& e : claim.evidence) {
                if (e.stance == "discusses") continue;
                ge.emplace(e.article, e.stance);
                ga.insert(e.article);
            }
            for (const Evidence& e : v.evidence) {
                pa.insert(e.article);
                if (e.stance != Stance::discusses) pe.emplace(e.article, term(e.stance));
            }
            c.evidence_hits += common(ge, pe);
            c.evidence_found += pe.size();
            c.evidence_gold += ge.size();
            c.articles_hit += common(ga, pa);
            c.articles_gold += ga.size();
            if (verdict != claim.verdict && errors > 0) {
                --errors;
                print_error(claim, v);
            }
        }
    }
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf("# corroboration\n");
    figures.show("verdict accuracy", percent(c.right, c.claims), "(n=" + std::to_string(c.claims) + ")");
    figures.macro("verdict macro F1", gold, got,
                  {"corroborated", "single-source", "disputed", "contradicted", "unsupported"});
    figures.show("false confirmation %", percent(c.confirmed, c.bad),
                 "(" + std::to_string(c.confirmed) + " of " + std::to_string(c.bad) + ")");
    figures.show("true claims lost %", percent(c.lost, c.good));
    figures.show("true claims accused %", percent(c.accused, c.good));
    figures.show("evidence (article, stance)", prf(c.evidence_hits, c.evidence_found, c.evidence_gold));
    figures.show("evidence article recall", percent(c.articles_hit, c.articles_gold));
    figures.show("origins for exact %", percent(c.origins_for, c.claims));
    figures.show("origins against exact %", percent(c.origins_against, c.claims));
    figures.show("highest certainty %", percent(c.certainty_right, c.certain));
}

}  // namespace

int newsroom(const Arguments& arguments) {
    const Options given = options(arguments);
    if (given.paths.size() != 1) {
        std::fprintf(stderr, "newsroom: one folder of stories\n");
        return 2;
    }
    const Pool all = stories(given.paths.front());
    Figures figures;
    // Errors are printed of one part at a time: all of one kind read better together.
    const bool claims = !given.has("--corroboration");
    const bool verdicts = !given.has("--attribution");
    Methods methods{given.has("--quick") ? corroboration::quick() : corroboration::thorough()};
    std::vector<corroboration::ReadModel> models;
    if (const auto path = given.value("--readings")) {
        const corroboration::Reader reader = readings_in(*path);
        const Examples examples = read_sentences({all}, reader);
        for (std::size_t fold = 0; fold < folds; ++fold)
            models.push_back(read_model(without(examples, fold)));
        methods.clear();
        for (const auto& model : models)
            methods.push_back({reader, &model, nullptr});
    }
    if (claims) attribution_figures(all, given.errors, figures);
    if (verdicts) {
        verdict_figures(all, methods, given.errors, figures);
        copy_figures(all, figures);
    }
    return figures.judge(given);
}

}  // namespace whosaid::eval
