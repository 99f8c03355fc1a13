#include "core/corroboration/matter.hpp"

#include "core/corroboration/words.hpp"
#include "core/language/nouns.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace whosaid::corroboration {
namespace {

struct Names {
    std::set<std::string> who;     // surnames, and bodies' whole names
    std::set<std::string> places;  // whole names
};

Names names_of(const Analysed& article) {
    Names out;
    for (const language::NamedEntity& entity : article.analysis.document.entities) {
        std::vector<std::string> words;
        for (PlainWord& word : plain_words(entity.name, {0, static_cast<std::uint32_t>(entity.name.size())}))
            words.push_back(std::move(word.folded));
        if (words.empty()) continue;
        std::string whole;
        for (const std::string& word : words)
            whole += word + " ";
        switch (entity.type) {
            case EntityType::person:
                out.who.insert(words.back() + " ");
                break;
            case EntityType::organisation:
                if (std::none_of(words.begin(), words.end(), language::is_media_word))
                    out.who.insert(std::move(whole));
                break;
            case EntityType::place:
                out.places.insert(std::move(whole));
                break;
            case EntityType::other:
                break;
        }
    }
    return out;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); }));
}

}  // namespace

bool may_share_matter(const Analysed& article, const Analysed& other) {
    constexpr std::size_t enough_places = 2;
    const Names here = names_of(article);
    if (here.who.empty() && here.places.size() < enough_places) return true;
    const Names there = names_of(other);
    return shared(here.who, there.who) > 0 || shared(here.places, there.places) >= enough_places;
}

}  // namespace whosaid::corroboration
