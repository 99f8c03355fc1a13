#include "cli/report/groups.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace whosaid::cli {
namespace {

// The kind of the origin, as far as one of its passages shows it.
void describe(OriginGroup& group, const Evidence& evidence) {
    if (evidence.anonymous_origin) group.anonymous = true;
    group.reliability = evidence.reliability;  // the same for all of an origin
    if (group.kind || (group.name.empty() && !evidence.anonymous_origin)) return;
    if (evidence.source.name == group.name || evidence.anonymous_origin) {
        group.kind = evidence.anonymous_origin ? SourceKind::anonymous : evidence.source.kind;
        group.description = evidence.source.description;
    } else if (evidence.outlet == group.name) {
        group.kind = SourceKind::media;
    }
}

}  // namespace

std::vector<OriginGroup> by_origin(const Verification& verification, Stance stance) {
    std::vector<OriginGroup> groups;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> group_of;
    // Which passage of a group stands for a copied text, and which articles it has named already.
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> passage_of;
    std::set<std::pair<std::size_t, std::string_view>> seen;

    for (const Evidence& evidence : verification.evidence) {
        if (evidence.stance != stance) continue;
        const std::string_view apart = evidence.origin.empty() ? std::string_view(evidence.article) : "";
        const auto [found, is_new] = group_of.try_emplace({evidence.origin, apart}, groups.size());
        const std::size_t g = found->second;
        if (is_new) groups.emplace_back().name = evidence.origin;
        OriginGroup& group = groups[g];
        describe(group, evidence);

        const std::string_view text_of = evidence.copy_of ? *evidence.copy_of : evidence.article;
        const auto [passage, first] = passage_of.try_emplace({g, text_of}, group.passages.size());
        const bool same_article =
            !first && group.passages[passage->second].evidence->article == evidence.article;
        if (first || same_article) {
            seen.emplace(g, evidence.article);
            group.passages.push_back({&evidence, {}});
        } else if (seen.emplace(g, evidence.article).second) {
            group.passages[passage->second].copies.push_back(&evidence);
        }
    }
    return groups;
}

}  // namespace whosaid::cli
