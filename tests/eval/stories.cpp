#include "tests/eval/stories.hpp"

#include "core/terms.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace whosaid::eval {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Article article(const fs::path& folder, const std::string& story, const json& a) {
    Article result;
    const auto id = a.at("id").get<std::string>();
    result.id = story + "/" + id;
    result.outlet = a.at("outlet");
    result.date = parse_date(a.at("date").get<std::string>());
    const std::string whole = contents(folder / (id + ".txt"));
    const auto line = whole.find('\n');
    result.title = whole.substr(0, line);
    const auto first = whole.find_first_not_of('\n', line);
    const auto last = whole.find_last_not_of('\n');
    if (first != std::string::npos) result.text = whole.substr(first, last + 1 - first);
    return result;
}

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::optional<std::string> optional_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::nullopt;
    return found->get<std::string>();
}

Story story(const fs::path& folder) {
    const json data = json::parse(contents(folder / "story.json"));
    Story result;
    result.name = data.at("story");
    for (const json& a : data.at("articles"))
        result.articles.push_back(article(folder, result.name, a));
    const auto full_id = [&](const json& id) { return result.name + "/" + id.get<std::string>(); };
    for (const json& n : data.at("annotations")) {
        GoldAttribution gold;
        const auto id = full_id(n.at("article"));
        while (result.articles.at(gold.article).id != id)
            ++gold.article;
        const std::string& text = result.articles[gold.article].text;
        bool found = true;
        for (const json& piece : n.at("content")) {
            const auto words = piece.get<std::string>();
            const auto at = text.find(words);
            found = found && at != std::string::npos;
            if (found)
                gold.content.push_back(
                    {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
        }
        if (!found) continue;
        gold.source = optional_of(n, "source");
        gold.source_name = text_of(n, "source_name");
        gold.source_kind = text_of(n, "source_kind");
        gold.recipient = text_of(n, "recipient");
        gold.cue = optional_of(n, "cue");
        gold.form = text_of(n, "form");
        gold.certainty = text_of(n, "certainty");
        gold.polarity = text_of(n, "polarity");
        gold.nested = n.contains("nested_in") && !n["nested_in"].is_null();
        result.attributions.push_back(std::move(gold));
    }
    for (const json& c : data.at("claims")) {
        GoldClaim gold;
        gold.id = full_id(c.at("id"));
        gold.text = c.at("text");
        gold.as_of = parse_date(c.at("as_of").get<std::string>()).value();
        for (const json& e : c.at("evidence")) {
            gold.evidence.push_back(
                {full_id(e.at("article")), e.at("text"), e.at("stance"), text_of(e, "origin")});
        }
        gold.origins_for = c.at("origins_for");
        gold.origins_against = c.at("origins_against");
        gold.verdict = c.at("verdict");
        gold.highest_certainty = optional_of(c, "highest_certainty");
        result.claims.push_back(std::move(gold));
    }
    for (const json& group : data.value("copies", json::array())) {
        auto& ids = result.copies.emplace_back();
        for (const json& id : group)
            ids.push_back(full_id(id));
    }
    return result;
}

}  // namespace

std::vector<Story> stories(const fs::path& folder) {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (fs::exists(entry.path() / "story.json")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    std::vector<Story> result;
    result.reserve(folders.size());
    for (const fs::path& f : folders)
        result.push_back(story(f));
    return result;
}

std::set<Stance> annotated(const GoldClaim& gold, const Article& article, Span sentence) {
    std::set<Stance> stances;
    for (const GoldEvidence& e : gold.evidence) {
        if (e.article != article.id) continue;
        const auto at = article.text.find(e.text);
        if (at != std::string::npos && at < sentence.end && at + e.text.size() > sentence.begin)
            stances.insert(from_term<Stance>(e.stance).value());
    }
    return stances;
}

Article typed(const GoldClaim& claim) {
    Article out;
    out.id = claim.id;
    out.text = claim.text;
    out.date = claim.as_of;
    return out;
}

}  // namespace whosaid::eval
