#include "core/language/forms.hpp"
#include "core/language/numbers.hpp"
#include "core/language/time_words.hpp"
#include "core/language/times.hpp"
#include "core/language/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace whosaid::language {
namespace {

// How many words may stand between a number and the noun it counts: "24 emergency diesel generators".
constexpr std::size_t noun_reach = 5;

// One number with what belongs to it, before ranges are put together.
struct Amount {
    std::size_t begin = 0;  // words [begin, end), currency sign included
    std::size_t end = 0;
    Number number;
    std::string unit;
    bool currency = false;  // its sign stands before it
};

class SentenceQuantities {
  public:
    SentenceQuantities(const Forms& forms, std::vector<Quantity>& out) : forms_(forms), out_(out) {}

    // The word behind what was read at `i`; a quantity is added where one stands there.
    std::size_t read(std::size_t i) {
        const auto first = amount(i);
        if (!first) return i + 1;
        const auto second = range_end(*first);
        if (left_out(*first, second ? &*second : nullptr))
            return behind_identifiers(second ? second->end : first->end);
        if (second) {
            add_range(*first, *second);
            return out_end_;
        }
        add(*first);
        return out_end_;
    }

  private:
    // ---- reading ----

    [[nodiscard]] std::optional<Amount> amount(std::size_t i) const {
        Amount result;
        result.begin = i;
        std::size_t at = i;
        if (const std::string_view code = currency_before(forms_.written(i)); !code.empty()) {
            result.unit = code;
            result.currency = true;
            at = i + 1;
            if (forms_[at] == "." && forms_.touches(at)) ++at;  // "Rs.500"
        }
        auto number = number_at(forms_, at);
        if (!number) {
            number = glued_rupees(i);
            if (!number) return std::nullopt;
            result.unit = "INR";
            result.currency = true;
        }
        result.number = *number;
        result.end = number->end;
        if (result.currency) return result;
        if (one_in(result)) return result;
        take_unit(result);
        return result;
    }

    // "one in four", "9 in 10": a share.
    [[nodiscard]] bool one_in(Amount& amount) const {
        const std::size_t in = amount.number.end;
        if (forms_[in] != "in") return false;
        const auto whole = number_at(forms_, in + 1);
        if (!whole || whole->value <= amount.number.value || whole->scale > 1 || unit_at(forms_, whole->end))
            return false;
        const bool tens = whole->value == 10 || whole->value == 100 || whole->value == 1000;
        if (amount.number.value != 1 && !tens) return false;
        amount.number.value /= whole->value;
        amount.number.fraction = true;
        amount.number.end = amount.end = whole->end;
        return true;
    }

    // "Rs500", "Rs51,000": the tokens part at the comma.
    [[nodiscard]] std::optional<Number> glued_rupees(std::size_t i) const {
        const std::string_view form = forms_[i];
        if (!form.starts_with("rs") || form.size() < 3) return std::nullopt;
        std::string digits(form.substr(2));
        std::size_t end = i + 1;
        while (digits.size() < 24 && forms_[end] == "," && forms_.touches(end) && forms_.touches(end + 1) &&
               forms_[end + 1].find_first_not_of("0123456789") == std::string_view::npos) {
            digits += ',';
            digits += forms_[end + 1];
            end += 2;
        }
        const auto value = digits_value(digits);
        if (!value) return std::nullopt;
        Number number{*value, end, 1, true, false};
        for (const auto& [name, scale] : {std::pair{"crore", 1e7}, {"lakh", 1e5}, {"cr", 1e7}, {"bn", 1e9}}) {
            if (forms_[end] != name) continue;
            number.value *= scale;
            number.scale = scale;
            ++number.end;
        }
        return number;
    }

    // A unit of measure, or the noun that is counted.
    void take_unit(Amount& amount) const {
        std::size_t at = amount.end;
        const bool hyphen = forms_.hyphen(at);
        if (hyphen) ++at;
        if (forms_.one_of(at, {"crore", "lakh"})) ++at;
        if (auto unit = unit_at(forms_, at)) {
            amount.unit = std::move(unit->name);
            amount.end = unit->end;
            return;
        }
        if (hyphen) {
            const bool noun =
                forms_.lower_word(at) && !forms_.one_of(at, {"a", "and", "in", "odd", "on", "plus", "time",
                                                             "to", "way", "fold", "strong"});
            if (noun) {
                amount.unit = lemma(at);
                amount.end = at + 1;
            }
            return;
        }
        if (amount.number.fraction) return;  // "a third of the workers" is no count of them
        if (const auto noun = counted_noun(at, amount.number.value)) {
            amount.unit = lemma(*noun);
            if (amount.unit == "other") amount.unit.clear();  // "four others": of whatever went before
            amount.end = *noun + 1;
        }
    }

    [[nodiscard]] std::string lemma(std::size_t i) const {
        // "people" is a lemma of its own, and that of a plural taken for a singular its form.
        const std::string& known = forms_.sentence().words[i].lemma;
        return known.empty() || (known == forms_[i] && plural(known)) ? singular(forms_[i]) : known;
    }

    [[nodiscard]] std::optional<std::size_t> counted_noun(std::size_t at, double value) const {
        const auto tag = [&](std::size_t i) {
            return i < forms_.size() ? forms_.sentence().words[i].xpos : std::string_view{};
        };
        std::optional<std::size_t> singular_noun;
        for (std::size_t i = at; i < at + noun_reach && i < forms_.size(); ++i) {
            if (tag(i).empty()) {
                if (!forms_.lower_word(i) || function_word(i)) break;
                if (plural(forms_[i])) return i;
                continue;
            }
            if (tag(i) == "NNS" || tag(i) == "NNPS") return i;
            if (tag(i) == "NN") {
                if (plural(forms_[i]) || collective(i)) return i;
                singular_noun = i;
                continue;
            }
            // "three wounded soldiers" stand before "three died".
            const bool participle = tag(i).starts_with("VB") && tag(i + 1).starts_with("NN");
            if (!participle && !tag(i).starts_with("JJ") && tag(i) != "HYPH" && tag(i) != "NNP") break;
        }
        return value <= 1 ? singular_noun : std::nullopt;
    }

    // Nouns that are counted in the singular.
    [[nodiscard]] bool collective(std::size_t i) const {
        return forms_.one_of(i, {"aircraft", "cattle", "crew", "deer", "fish", "personnel", "police", "sheep",
                                 "spacecraft", "staff"});
    }

    [[nodiscard]] bool function_word(std::size_t i) const {
        return forms_.one_of(
            i, {"a",    "about", "after",  "against", "among", "an",    "and",  "are",    "as",    "at",
                "be",   "been",  "before", "between", "but",   "by",    "did",  "during", "for",   "from",
                "had",  "has",   "have",   "he",      "her",   "his",   "if",   "in",     "into",  "is",
                "it",   "its",   "not",    "of",      "on",    "or",    "said", "says",   "she",   "since",
                "than", "that",  "the",    "their",   "they",  "this",  "to",   "under",  "until", "was",
                "we",   "were",  "when",   "where",   "which", "while", "who",  "will",   "with",  "would"});
    }

    [[nodiscard]] static bool plural(std::string_view form) {
        return singular(form) != form && !form.ends_with("us") && !form.ends_with("is");
    }

    // The far end of "10-12", "10 to 12", "between 10 and 12", "six or seven".
    [[nodiscard]] std::optional<Amount> range_end(const Amount& first) const {
        std::size_t link = first.end;
        if (forms_.hyphen(link) && forms_[link + 1] == "to" &&
            forms_.hyphen(link + 2)) {  // "six-to-eight-member"
            return amount(link + 3);
        }
        const std::string_view before = forms_[first.begin - 1];
        const bool between = before == "between";
        const bool dash = forms_.dash(link) && forms_.touches(link);
        const bool linked = between ? forms_[link] == "and" : dash || forms_.one_of(link, {"to", "or"});
        if (!linked || first.number.fraction) return std::nullopt;
        // "rose from 10 to 12" tells two values, "ranges from 10 to 12" one range.
        if (before == "from" &&
            !forms_.one_of(first.begin - 2, {"anywhere", "range", "ranged", "ranges", "ranging"}))
            return std::nullopt;
        auto second = amount(link + 1);
        if (!second) return std::nullopt;
        if (second->currency && !first.currency) return std::nullopt;
        // "fell 9.4% to 312 pence", "eased 2 cents to 91": not one range.
        const bool same_unit = first.unit == second->unit;
        if (!first.unit.empty() && !second->unit.empty() && !same_unit) return std::nullopt;
        if (!first.unit.empty() && same_unit && second->number.value <= first.number.value &&
            second->number.scale <= first.number.scale)
            return std::nullopt;  // "51 per cent to 48 per cent"
        const bool word_link = !dash && !between;
        if (word_link && !first.unit.empty() && second->unit.empty() && second->number.scale == 1)
            return std::nullopt;
        return second;
    }

    // ---- what is no quantity ----

    [[nodiscard]] bool left_out(const Amount& first, const Amount* second) const {
        const std::string& unit = second != nullptr && first.unit.empty() ? second->unit : first.unit;
        if (pronoun(first)) return true;
        // "F-16", "Covid-19"
        if (!first.currency && forms_.hyphen(first.begin - 1)) return true;
        // "5G", "3D"
        if (unit.empty() && forms_.touches(first.end) && first.number.digits &&
            (forms_.lower_word(first.end) || forms_.capital(first.end)))
            return true;
        if (clock_time(first, unit) || calendar(first)) return true;
        if (unit.empty() && second == nullptr && comparison_before(first.begin) == Comparison::exactly &&
            identifier(first))
            return true;
        // "a 0-0 draw"
        if (second != nullptr && forms_.dash(first.end) && first.unit.empty() &&
            second->number.value <= first.number.value)
            return true;
        if (second != nullptr && unit.empty()) {
            // Bare "3-1" and "5 to 4" are scores, votes and pages.
            return forms_.dash(first.end) || second->number.value <= first.number.value || identifier(first);
        }
        return false;
    }

    [[nodiscard]] bool pronoun(const Amount& first) const {
        if (forms_[first.begin] != "one" || first.number.end != first.begin + 1)
            return false;  // "one in four" is none
        if (forms_.one_of(first.begin - 1,
                          {"any", "each", "every", "no", "some", "that", "the", "this", "which"}))
            return true;
        if (first.unit.empty()) return true;
        // Without tags the noun is a guess, and "one" a pronoun as a rule.
        const bool measured =
            unit_at(forms_, forms_.hyphen(first.number.end) ? first.number.end + 1 : first.number.end)
                .has_value();
        return !measured && forms_.sentence().words[first.begin].xpos != "CD";
    }

    [[nodiscard]] bool clock_time(const Amount& first, const std::string& unit) const {
        const std::size_t next = first.number.end;
        if (forms_.one_of(next, {"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock", "o’clock", "gmt", "ist",
                                 "tonight"}))
            return true;
        if (forms_[next] == "in" && forms_[next + 1] == "the" &&
            forms_.one_of(next + 2, {"morning", "afternoon", "evening"}))
            return true;
        std::size_t before = first.begin - 1;
        if (forms_.one_of(before, {"about", "around", "nearly", "almost"})) --before;
        return unit.empty() && forms_[before] == "at" && first.number.value <= 12 &&
               first.number.value == std::floor(first.number.value);
    }

    // A day of a month or a year that has no value for want of a publication date.
    [[nodiscard]] bool calendar(const Amount& first) const {
        const auto month = [&](std::size_t i) {
            const TimeWordKind kind = time_word(forms_.bare(i)).kind;
            return (kind == TimeWordKind::month || kind == TimeWordKind::short_month) && forms_.capital(i);
        };
        return first.number.digits && !first.currency && (month(first.number.end) || month(first.begin - 1));
    }

    // "Block 14", "lot 2409", "No. 5", "Version one": a number that names rather than counts; also ages'
    // look-alikes at the start of a list ("1.").
    [[nodiscard]] bool identifier(const Amount& first) const {
        if (first.currency) return false;
        const std::size_t before = first.begin - 1;
        // "3. Defence, 4. Environment"
        if (first.number.digits && forms_[first.end] == "." && forms_.touches(first.end) &&
            forms_.capital(first.end + 1))
            return true;
        if (first.begin == 0) return forms_.one_of(first.end, {".", ")"});
        if (forms_.one_of(
                before,
                {"#",      "article", "articles", "case",  "category", "chapter", "channel", "clause",
                 "flight", "gate",    "grade",    "group", "item",     "line",    "lot",     "lots",
                 "model",  "no",      "no.",      "nos.",  "number",   "numbers", "page",    "pages",
                 "para",   "phase",   "platform", "level", "route",    "room",    "rule",    "section",
                 "stage",  "step",    "type",     "verse", "version"}))
            return true;
        return forms_.capital(before) && (before > 0 || first.number.digits) && !function_word(before);
    }

    // Numbers that go on an identifier: "lots 2417 through 2431 and 2440".
    [[nodiscard]] std::size_t behind_identifiers(std::size_t i) const {
        while (forms_.one_of(i, {"through", "to", "and", "-", "–", ","}) && digits_value(forms_[i + 1]) &&
               (!forms_.one_of(i, {"and", ","}) || !forms_.lower_word(i + 2)))
            i += 2;
        return i;
    }

    // ---- comparisons ----

    [[nodiscard]] Comparison comparison_before(std::size_t begin) const {
        std::size_t i = begin - 1;
        if (forms_.one_of(i, {"a", "an", "the", "just", "only"}) && i > 0) --i;
        const std::string_view word = forms_[i];
        if (word == "than") {
            const bool negated = forms_.one_of(i - 2, {"no", "not"});
            if (forms_.one_of(i - 1, {"more", "greater", "higher", "larger", "longer", "better"}))
                return negated ? Comparison::at_most : Comparison::more_than;
            if (forms_.one_of(i - 1, {"less", "fewer", "lower", "smaller", "shorter"}))
                return negated ? Comparison::at_least : Comparison::less_than;
            return Comparison::exactly;
        }
        if (word == "least" && forms_[i - 1] == "at") return Comparison::at_least;
        if (word == "most" && forms_[i - 1] == "at") return Comparison::at_most;
        if (word == "to" && forms_[i - 1] == "up") return Comparison::at_most;
        if (word == "to" && forms_[i - 1] == "close") return Comparison::about;
        if (word == "of") {
            if (forms_.one_of(i - 1, {"minimum", "upwards"})) return Comparison::at_least;
            if (forms_[i - 1] == "maximum") return Comparison::at_most;
            return Comparison::exactly;
        }
        if (word == "as" && forms_[i - 2] == "as") {
            if (forms_.one_of(i - 1, {"many", "much", "high", "long"})) return Comparison::at_most;
            if (forms_.one_of(i - 1, {"few", "little", "low"})) return Comparison::at_least;
        }
        if (forms_.one_of(i, {"above", "exceed", "exceeded", "exceeding", "exceeds", "over", "surpassed",
                              "topped", ">"}))
            return Comparison::more_than;
        if (forms_.one_of(i, {"below", "under", "<"})) return Comparison::less_than;
        if (forms_.one_of(i, {"about", "almost", "approximately", "around", "circa", "estimated", "nearly",
                              "roughly", "some", "~", "≈"}))
            return Comparison::about;
        return Comparison::exactly;
    }

    // "200+", "2,300-odd", "six weeks or more".
    [[nodiscard]] std::optional<Comparison> comparison_behind(std::size_t& end) const {
        if (forms_[end] == "or") {
            if (forms_.one_of(end + 1, {"more", "over", "above"})) return Comparison::at_least;
            if (forms_.one_of(end + 1, {"less", "fewer", "under", "below"})) return Comparison::at_most;
            if (forms_[end + 1] == "so") return Comparison::about;
        }
        return std::nullopt;
    }

    // ---- results ----

    void emit(std::size_t begin, std::size_t end, Quantity quantity) {
        if (const auto behind = comparison_behind(end); behind && quantity.comparison == Comparison::exactly)
            quantity.comparison = *behind;
        quantity.span = forms_.span(begin, end);
        out_.push_back(std::move(quantity));
        out_end_ = end;
    }

    void add(Amount amount) {
        Quantity quantity;
        quantity.comparison = comparison_before(amount.begin);
        const std::size_t next = amount.number.end;
        if (forms_[next] == "+" && forms_.touches(next)) {
            quantity.comparison = Comparison::at_least;
            amount.end = next + 1;
            amount.number.end = next + 1;
            if (!amount.currency) take_unit(amount);
        } else if (forms_.hyphen(next) && forms_[next + 1] == "odd") {
            quantity.comparison = Comparison::about;
            amount.end = next + 2;
            take_unit(amount);
        }
        if (amount.unit.empty()) amount.unit = shared_unit(amount);
        quantity.value = amount.number.value;
        quantity.unit = std::move(amount.unit);
        emit(amount.begin, amount.end, std::move(quantity));
    }

    void add_range(const Amount& first, const Amount& second) {
        Quantity quantity;
        quantity.value = first.number.value;
        // "10-12 million": the multiplier stands once.
        const bool lends = second.number.scale > 1 && first.number.scale == 1 &&
                           first.number.value < second.number.value / second.number.scale;
        if (lends) quantity.value *= second.number.scale;
        quantity.upper = second.number.value;
        quantity.unit = first.unit.empty() ? second.unit : first.unit;
        quantity.comparison = Comparison::between;
        emit(first.begin, second.end, std::move(quantity));
    }

    // "340 of 355 boats", "from 10 to 12 per cent": the noun stands behind the other number. And an age
    // beside a name is told in years.
    [[nodiscard]] std::string shared_unit(const Amount& amount) const {
        std::size_t next = amount.end;
        if (forms_.one_of(next, {"of", "to"})) {
            ++next;
            if (forms_.one_of(next, {"the", "its", "their"})) ++next;
            if (const auto other = this->amount(next); other && !other->currency) return other->unit;
            return {};
        }
        const bool commas = forms_[amount.begin - 1] == "," && forms_.one_of(next, {",", "."});
        const bool brackets = forms_[amount.begin - 1] == "(" && forms_[next] == ")";
        const bool person = forms_.capital(amount.begin - 2) && (commas || brackets);
        const bool age = (person || forms_[amount.begin - 1] == "aged") && amount.number.value < 120 &&
                         amount.number.value == std::floor(amount.number.value);
        return age ? "year" : "";
    }

    const Forms& forms_;
    std::vector<Quantity>& out_;
    std::size_t out_end_ = 0;
};

// Walks spans in order of the text alongside the words.
template <class Item>
class Alongside {
  public:
    explicit Alongside(const std::vector<Item>& items) : items_(items) {}
    // The item that overlaps `span`; spans must be asked for in order.
    [[nodiscard]] const Item* at(Span span) {
        while (next_ < items_.size() && items_[next_].span.end <= span.begin)
            ++next_;
        return next_ < items_.size() && items_[next_].span.overlaps(span) ? &items_[next_] : nullptr;
    }

  private:
    const std::vector<Item>& items_;
    std::size_t next_ = 0;
};

}  // namespace

void find_quantities(std::string_view text, Document& document) {
    document.quantities.clear();
    Alongside times(document.times);
    Alongside names(document.mentions);
    for (const Sentence& sentence : document.sentences) {
        const Forms forms(text, sentence);
        SentenceQuantities quantities(forms, document.quantities);
        for (std::size_t i = 0; i < forms.size();) {
            const Span span = sentence.words[i].span;
            i = times.at(span) || names.at(span) ? i + 1 : quantities.read(i);
        }
    }
}

}  // namespace whosaid::language
