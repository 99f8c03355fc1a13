#include "core/language/places.hpp"

#include "core/language/words.hpp"
#include "core/text/characters.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <unicode/uloc.h>
#include <unicode/unistr.h>

namespace whosaid::language {
namespace {

// As the word table writes it: "new_delhi".
std::string key_of(std::string_view name) {
    std::string key = text::lower(name);
    if (key.starts_with("the ")) key.erase(0, 4);
    std::ranges::replace(key, ' ', '_');
    return key;
}

const std::unordered_map<std::string, std::string>& names_by_key() {
    static const std::unordered_map<std::string, std::string> names = [] {
        std::unordered_map<std::string, std::string> out;
        for (const std::string& name : country_names())
            out.emplace(key_of(name), name);
        return out;
    }();
    return names;
}

std::optional<std::string> country_of_key(const std::string& key) {
    const auto& all = names_by_key();
    if (const auto same = all.find(key); same != all.end()) return same->second;
    const auto id = word_id(key);
    if (!id) return std::nullopt;
    for (const RelatedWord& other : related_words(*id)) {
        if (other.relation != WordRelation::synonym) continue;
        const auto found = all.find(std::string(word_of(other.word)));
        if (found != all.end()) return found->second;
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& country_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
            std::array<char16_t, 128> name;
            UErrorCode status = U_ZERO_ERROR;
            const std::string locale = std::string("_") + *code;
            const std::int32_t length = uloc_getDisplayCountry(
                locale.c_str(), "en", name.data(), static_cast<std::int32_t>(name.size()), &status);
            if (U_FAILURE(status) || length > static_cast<std::int32_t>(name.size())) continue;
            icu::UnicodeString(name.data(), length).toUTF8String(out.emplace_back());
        }
        return out;
    }();
    return names;
}

std::optional<std::string> country_named(std::string_view name) {
    return country_of_key(key_of(name));
}

std::optional<std::string> country_of_capital(std::string_view city) {
    const auto id = word_id(key_of(city));
    if (!id) return std::nullopt;
    for (const RelatedWord& other : related_words(*id)) {
        if (other.relation != WordRelation::synonym) continue;
        const std::string_view word = word_of(other.word);
        constexpr std::string_view of = "capital_of_";
        constexpr std::string_view capital = "_capital";
        std::optional<std::string> country;
        if (word.starts_with(of)) {
            std::string_view rest = word.substr(of.size());
            if (rest.starts_with("the_")) rest.remove_prefix(4);
            country = country_of_key(std::string(rest));
        } else if (word.ends_with(capital)) {
            country = country_of_people(word.substr(0, word.size() - capital.size()));
        }
        if (country) return country;
    }
    return std::nullopt;
}

std::optional<std::string> country_of_people(std::string_view adjective) {
    std::string key = key_of(adjective);
    auto id = word_id(key);
    if (!id && key.ends_with('s')) {
        key.pop_back();
        id = word_id(key);
    }
    if (!id) return std::nullopt;
    std::optional<std::string> country;
    for (const RelatedWord& other : related_words(*id)) {
        if (other.relation != WordRelation::derivation) continue;
        const std::string_view word = word_of(other.word);
        const auto found = country_of_key(std::string(word));
        if (!found) continue;
        if (country && *country != *found) return std::nullopt;
        country = found;
    }
    return country;
}

std::string adjective_of_country(std::string_view country) {
    const std::string key = key_of(country);
    const auto id = word_id(key);
    if (!id || !country_of_key(key)) return {};
    for (const RelatedWord& other : related_words(*id)) {
        if (other.relation != WordRelation::derivation) continue;
        const std::string_view word = word_of(other.word);
        const bool people = word.ends_with("n") || word.ends_with("sh") || word.ends_with("ese") ||
                            word.ends_with("i") || word.ends_with("ch");
        // "Nigerian" is of Nigeria and of Niger alike: no name to be told by.
        if (!people || word.front() != key.front() || !country_of_people(word)) continue;
        std::string adjective(word);
        adjective.front() = static_cast<char>(adjective.front() - 'a' + 'A');
        return adjective;
    }
    return {};
}

}  // namespace whosaid::language
