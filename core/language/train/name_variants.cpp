#include "core/language/train/name_variants.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace whosaid::train {
namespace {

using Name = std::vector<std::string>;

// What bodies and media are called by, and what stands before people's names, the world over.
constexpr auto firms = std::to_array<std::string_view>(
    {"Airways",      "Bank",    "Breweries",  "Capital",     "Cement",       "Chemicals",  "Coatings",
     "Consulting",   "Dairies", "Energy",     "Engineering", "Estates",      "FZE",        "Farms",
     "Foods",        "GmbH",    "Group",      "Holdings",    "Inc",          "Industries", "Insurance",
     "Laboratories", "Labs",    "Lines",      "Logistics",   "Ltd",          "Media",      "Metals",
     "Mills",        "Mining",  "Motors",     "Networks",    "Oil",          "PLC",        "Partners",
     "Pharma",       "Power",   "Properties", "SA",          "Securities",   "Shipping",   "Solar",
     "Solutions",    "Steel",   "Studios",    "Systems",     "Technologies", "Telecom",    "Textiles",
     "Ventures",     "Water",   "Works"});
constexpr auto bodies = std::to_array<std::string_view>(
    {"Agency",   "Alliance",  "Assembly",    "Association", "Authority",  "Board",       "Brigade",
     "Bureau",   "Chamber",   "Church",      "Club",        "College",    "Commission",  "Committee",
     "Congress", "Council",   "Court",       "Department",  "Federation", "Foundation",  "Front",
     "Hospital", "Institute", "League",      "Ministry",    "Movement",   "Observatory", "Office",
     "Party",    "Police",    "Secretariat", "Senate",      "Service",    "Society",     "Trust",
     "Union",    "United",    "University"});
constexpr auto media = std::to_array<std::string_view>(
    {"Beacon",  "Bulletin", "Chronicle", "Courier", "Daily", "Dispatch", "Echo",
     "Gazette", "Herald",   "Mail",      "Mirror",  "News",  "Observer", "Post",
     "Press",   "Radio",    "Review",    "Star",    "Times", "Tribune",  "Wire"});
constexpr auto governing = std::to_array<std::string_view>(
    {"Agency for",      "Bank of",       "Bureau of",       "Centre for",    "Commission for",
     "Council of",      "Department of", "Directorate of",  "Federation of", "House of",
     "Institute of",    "League of",     "Ministry of",     "Office of",     "Office of the",
     "Organisation of", "Party of",      "Secretariat for", "Union of",      "University of"});
constexpr auto fields = std::to_array<std::string_view>({"Agriculture",
                                                         "Agriculture and Fisheries",
                                                         "Aviation",
                                                         "Culture",
                                                         "Defence",
                                                         "Education",
                                                         "Energy",
                                                         "External Relations",
                                                         "Finance",
                                                         "Fisheries",
                                                         "Food",
                                                         "Food and Drug",
                                                         "Foreign Affairs",
                                                         "Health",
                                                         "Health Workers",
                                                         "Home Affairs",
                                                         "Justice",
                                                         "Labour",
                                                         "Meteorological",
                                                         "Mines and Steel",
                                                         "National Planning",
                                                         "Ombudsman",
                                                         "Petroleum",
                                                         "Port Workers",
                                                         "Public Prosecutor",
                                                         "Railway Drivers",
                                                         "Science and Technology",
                                                         "Social Security",
                                                         "Sport",
                                                         "Statistics",
                                                         "Trade",
                                                         "Trade and Industry",
                                                         "Transport",
                                                         "Water Resources",
                                                         "Works and Housing"});
constexpr auto titles = std::to_array<std::string_view>({"Alhaji",
                                                         "Ambassador",
                                                         "Archbishop",
                                                         "Begum",
                                                         "Captain",
                                                         "Chief",
                                                         "Chief Executive",
                                                         "Coach",
                                                         "Col.",
                                                         "Commander",
                                                         "Councillor",
                                                         "DSP",
                                                         "Dr",
                                                         "Dr.",
                                                         "Energy Minister",
                                                         "Engr",
                                                         "Finance Minister",
                                                         "Fire Chief",
                                                         "Gen",
                                                         "Governor",
                                                         "Hajia",
                                                         "Health Secretary",
                                                         "Imam",
                                                         "Inspector",
                                                         "Justice",
                                                         "Lady",
                                                         "Lt",
                                                         "Maj",
                                                         "Malam",
                                                         "Mayor",
                                                         "Minister",
                                                         "Mr",
                                                         "Mr.",
                                                         "Mrs",
                                                         "Ms",
                                                         "Police Commissioner",
                                                         "Pastor",
                                                         "President",
                                                         "Prime Minister",
                                                         "Prof",
                                                         "Professor",
                                                         "Rev",
                                                         "Senator",
                                                         "Sgt",
                                                         "Sheikh",
                                                         "Shri",
                                                         "Sir",
                                                         "Sister",
                                                         "Smt",
                                                         "Sr.",
                                                         "Superintendent"});

bool plain_word(const std::string& form) {
    return form.size() > 2 && std::isupper(static_cast<unsigned char>(form[0])) != 0 &&
           std::all_of(form.begin() + 1, form.end(),
                       [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
}

class Variants {
  public:
    Variants(const std::vector<NamedSentence>& sentences, std::mt19937& random) : random_(&random) {
        for (const NamedSentence& s : sentences) {
            for (std::size_t i = 0; i < s.forms.size();) {
                const std::size_t end = name_end(s, i);
                if (end > i)
                    names_[s.labels[i].substr(2)].emplace_back(s.forms.begin() + i, s.forms.begin() + end);
                i = std::max(end, i + 1);
            }
        }
    }

    [[nodiscard]] NamedSentence of(const NamedSentence& s) {
        NamedSentence out;
        out.opens_document = s.opens_document;
        for (std::size_t i = 0; i < s.forms.size();) {
            const std::size_t end = name_end(s, i);
            if (end == i) {
                out.forms.push_back(s.forms[i]);
                out.labels.push_back(s.labels[i]);
                ++i;
                continue;
            }
            const std::string type = s.labels[i].substr(2);
            if (type == "PER" && chance(12)) {
                for (const std::string& form : words_of(pick(titles))) {
                    out.forms.push_back(form);
                    out.labels.emplace_back("O");
                }
            }
            const Name name = other(Name(s.forms.begin() + i, s.forms.begin() + end), type);
            for (std::size_t w = 0; w < name.size(); ++w) {
                out.forms.push_back(name[w]);
                out.labels.push_back((w == 0 ? "B-" : "I-") + type);
            }
            i = end;
        }
        return out;
    }

    // Behind the name that begins at `i`; `i` where none does.
    static std::size_t name_end(const NamedSentence& s, std::size_t i) {
        if (!s.labels[i].starts_with("B-")) return i;
        std::size_t end = i + 1;
        while (end < s.labels.size() && s.labels[end] == "I-" + s.labels[i].substr(2))
            ++end;
        return end;
    }

  private:
    bool chance(unsigned percent) { return (*random_)() % 100 < percent; }
    const Name& any(const std::string& type) {
        const std::vector<Name>& all = names_.at(type);
        return all[(*random_)() % all.size()];
    }

    // The beginning of one name's word and the end of another's.
    std::string mixed_word(const std::string& form, const std::string& type) {
        const std::string& end = any(type).back();
        if (!plain_word(form) || !plain_word(end)) return form;
        return form.substr(0, (form.size() + 1) / 2) + end.substr(end.size() / 2);
    }

    template <std::size_t Count>
    std::string_view pick(const std::array<std::string_view, Count>& from) {
        return from[(*random_)() % Count];
    }
    static Name words_of(std::string_view phrase) {
        Name words;
        while (!phrase.empty()) {
            const std::size_t end = std::min(phrase.find(' '), phrase.size());
            words.emplace_back(phrase.substr(0, end));
            phrase.remove_prefix(std::min(end + 1, phrase.size()));
        }
        return words;
    }
    static void append(Name& name, const Name& more) { name.insert(name.end(), more.begin(), more.end()); }

    // A word that nobody has seen, or a place's or a person's.
    std::string coined() {
        const std::string type = chance(40) ? "LOC" : chance(50) ? "PER" : "ORG";
        const Name& name = any(type);
        const std::string& form = name[(*random_)() % name.size()];
        return chance(30) ? form : mixed_word(form, type);
    }

    Name body() {
        Name name;
        const auto kind = (*random_)() % 100;
        if (kind < 35) {  // "Vindal Shipping", "Al Marjan Power FZE"
            for (auto words = 1 + (*random_)() % 2; words > 0; --words)
                name.push_back(coined());
            if (chance(15)) append(name, {"&", coined()});
            for (auto words = 1 + (*random_)() % 2; words > 0; --words)
                name.emplace_back(pick(firms));
        } else if (kind < 55) {  // "Ministry of Energy"
            append(name, words_of(pick(governing)));
            append(name, words_of(pick(fields)));
            if (chance(15)) append(name, {"of", any("LOC").front()});
        } else if (kind < 75) {  // "Nordhaven Water Board", "Food and Drug Agency"
            if (chance(60)) name.push_back(coined());
            if (name.empty() || chance(50)) append(name, words_of(pick(fields)));
            name.emplace_back(pick(bodies));
        } else if (kind < 90) {  // "Accra Beacon"
            name.push_back(coined());
            name.emplace_back(pick(media));
        } else {
            name.push_back(coined());
        }
        return name;
    }

    Name other(Name name, const std::string& type) {
        if (type == "ORG" && chance(35)) return body();
        if (type != "PER") {
            if (chance(60)) name = any(type);
            for (std::string& form : name) {
                if (chance(25)) form = mixed_word(form, type);
            }
            return name;
        }
        for (std::string& form : name)
            form = mixed_word(form, type);
        if (name.size() > 1 && plain_word(name.back()) && chance(20)) {
            name.emplace_back("-");
            name.push_back(mixed_word(any(type).back(), type));
        }
        if (name.size() > 1 && plain_word(name.front()) && chance(15)) {
            name.front() = name.front().substr(0, 1) + ".";
            if (chance(50)) name.insert(name.begin() + 1, any(type).front().substr(0, 1) + ".");
        }
        return name;
    }

    std::mt19937* random_;
    std::map<std::string, std::vector<Name>> names_;
};

}  // namespace

std::vector<NamedSentence> varied(const std::vector<NamedSentence>& sentences, std::mt19937& random) {
    Variants variants(sentences, random);
    std::vector<NamedSentence> out;
    for (const NamedSentence& s : sentences) {
        const bool has_name = std::any_of(s.labels.begin(), s.labels.end(),
                                          [](const std::string& label) { return label.starts_with("B-"); });
        if (has_name) out.push_back(variants.of(s));
    }
    return out;
}

}  // namespace whosaid::train
