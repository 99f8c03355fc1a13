#include "tests/eval/claims_asked.hpp"

#include <filesystem>

namespace whosaid::eval {

using corroboration::Analysed;

Sources sources(const std::vector<std::string>& paths) {
    Sources out;
    for (const std::string& path : paths) {
        if (std::filesystem::is_directory(path)) {
            out.pools.push_back(stories(path));
        } else {
            out.pairs.push_back(path);
        }
    }
    return out;
}

void each_claim(const std::vector<Pool>& pools, const std::function<void(const AskedClaim&)>& visit) {
    std::size_t group = 0;
    for (const Pool& pool : pools) {
        std::vector<Analysed> articles;
        for (const Story& story : pool) {
            for (const Article& article : story.articles)
                articles.push_back(corroboration::analysed(article));
        }
        for (const Story& story : pool) {
            for (const GoldClaim& gold : story.claims) {
                const Analysed claim = corroboration::analysed(typed(gold));
                std::vector<const Analysed*> candidates;
                for (const Analysed& article : articles) {
                    if (article.article.date <= gold.as_of) candidates.push_back(&article);
                }
                visit({gold, group, claim, candidates});
            }
            ++group;
        }
    }
}

}  // namespace whosaid::eval
