#include "core/language/units.hpp"

#include <algorithm>
#include <array>

namespace whosaid::language {
namespace {

struct Entry {
    std::string_view form;
    std::string_view name;
};

template <std::size_t N>
constexpr bool sorted(const std::array<Entry, N>& table) {
    return std::is_sorted(table.begin(), table.end(),
                          [](const Entry& a, const Entry& b) { return a.form < b.form; });
}

template <std::size_t N>
std::string_view find(const std::array<Entry, N>& table, std::string_view form) {
    const auto* at =
        std::lower_bound(table.begin(), table.end(), form,
                         [](const Entry& entry, std::string_view key) { return entry.form < key; });
    return at != table.end() && at->form == form ? at->name : std::string_view{};
}

constexpr auto units = std::to_array<Entry>({{"%", "%"},
                                             {"acre", "acre"},
                                             {"acres", "acre"},
                                             {"baht", "THB"},
                                             {"barrel", "barrel"},
                                             {"barrels", "barrel"},
                                             {"bbl", "barrel"},
                                             {"bp", "basis point"},
                                             {"bps", "basis point"},
                                             {"cedi", "GHS"},
                                             {"cedis", "GHS"},
                                             {"cent", "cent"},
                                             {"centimeter", "cm"},
                                             {"centimeters", "cm"},
                                             {"centimetre", "cm"},
                                             {"centimetres", "cm"},
                                             {"cents", "cent"},
                                             {"cm", "cm"},
                                             {"day", "day"},
                                             {"days", "day"},
                                             {"decade", "decade"},
                                             {"decades", "decade"},
                                             {"degree", "degree"},
                                             {"degrees", "degree"},
                                             {"dollar", "USD"},
                                             {"dollars", "USD"},
                                             {"euro", "EUR"},
                                             {"euros", "EUR"},
                                             {"feet", "ft"},
                                             {"foot", "ft"},
                                             {"fortnight", "fortnight"},
                                             {"fortnights", "fortnight"},
                                             {"franc", "CHF"},
                                             {"francs", "CHF"},
                                             {"ft", "ft"},
                                             {"gallon", "gallon"},
                                             {"gallons", "gallon"},
                                             {"gb", "GB"},
                                             {"gigabyte", "GB"},
                                             {"gigabytes", "GB"},
                                             {"gigawatt", "GW"},
                                             {"gigawatts", "GW"},
                                             {"gram", "g"},
                                             {"gramme", "g"},
                                             {"grammes", "g"},
                                             {"grams", "g"},
                                             {"gw", "GW"},
                                             {"gwh", "GWh"},
                                             {"ha", "ha"},
                                             {"hectare", "ha"},
                                             {"hectares", "ha"},
                                             {"hertz", "Hz"},
                                             {"hour", "hour"},
                                             {"hours", "hour"},
                                             {"hr", "hour"},
                                             {"hrs", "hour"},
                                             {"hz", "Hz"},
                                             {"inch", "inch"},
                                             {"inches", "inch"},
                                             {"kg", "kg"},
                                             {"kgs", "kg"},
                                             {"kilo", "kg"},
                                             {"kilogram", "kg"},
                                             {"kilogramme", "kg"},
                                             {"kilogrammes", "kg"},
                                             {"kilograms", "kg"},
                                             {"kilometer", "km"},
                                             {"kilometers", "km"},
                                             {"kilometre", "km"},
                                             {"kilometres", "km"},
                                             {"kilos", "kg"},
                                             {"kiloton", "kt"},
                                             {"kilotonne", "kt"},
                                             {"kilotonnes", "kt"},
                                             {"kilotons", "kt"},
                                             {"kilowatt", "kW"},
                                             {"kilowatts", "kW"},
                                             {"km", "km"},
                                             {"kmh", "km/h"},
                                             {"kmph", "km/h"},
                                             {"kms", "km"},
                                             {"knot", "knot"},
                                             {"knots", "knot"},
                                             {"kph", "km/h"},
                                             {"kt", "kt"},
                                             {"kw", "kW"},
                                             {"kwacha", "ZMW"},
                                             {"kwh", "kWh"},
                                             {"lb", "lb"},
                                             {"lbs", "lb"},
                                             {"lira", "TRY"},
                                             {"liter", "l"},
                                             {"liters", "l"},
                                             {"litre", "l"},
                                             {"litres", "l"},
                                             {"m", "m"},
                                             {"mb", "MB"},
                                             {"megabyte", "MB"},
                                             {"megabytes", "MB"},
                                             {"megawatt", "MW"},
                                             {"megawatts", "MW"},
                                             {"meter", "m"},
                                             {"meters", "m"},
                                             {"metre", "m"},
                                             {"metres", "m"},
                                             {"mg", "mg"},
                                             {"mi", "mile"},
                                             {"mile", "mile"},
                                             {"miles", "mile"},
                                             {"milligram", "mg"},
                                             {"milligrams", "mg"},
                                             {"milliliter", "ml"},
                                             {"milliliters", "ml"},
                                             {"millilitre", "ml"},
                                             {"millilitres", "ml"},
                                             {"millimeter", "mm"},
                                             {"millimeters", "mm"},
                                             {"millimetre", "mm"},
                                             {"millimetres", "mm"},
                                             {"min", "minute"},
                                             {"mins", "minute"},
                                             {"minute", "minute"},
                                             {"minutes", "minute"},
                                             {"ml", "ml"},
                                             {"mm", "mm"},
                                             {"month", "month"},
                                             {"months", "month"},
                                             {"mph", "mph"},
                                             {"mt", "t"},
                                             {"mw", "MW"},
                                             {"mwh", "MWh"},
                                             {"naira", "NGN"},
                                             {"nm", "nautical mile"},
                                             {"ounce", "oz"},
                                             {"ounces", "oz"},
                                             {"oz", "oz"},
                                             {"paisa", "paisa"},
                                             {"paise", "paisa"},
                                             {"pct", "%"},
                                             {"pence", "penny"},
                                             {"penny", "penny"},
                                             {"percent", "%"},
                                             {"pound", "GBP"},
                                             {"pounds", "GBP"},
                                             {"quid", "GBP"},
                                             {"rand", "ZAR"},
                                             {"reais", "BRL"},
                                             {"renminbi", "CNY"},
                                             {"ringgit", "MYR"},
                                             {"rouble", "RUB"},
                                             {"roubles", "RUB"},
                                             {"ruble", "RUB"},
                                             {"rubles", "RUB"},
                                             {"rupee", "INR"},
                                             {"rupees", "INR"},
                                             {"rupiah", "IDR"},
                                             {"sec", "second"},
                                             {"seconds", "second"},
                                             {"secs", "second"},
                                             {"shekel", "ILS"},
                                             {"shekels", "ILS"},
                                             {"sterling", "GBP"},
                                             {"taka", "BDT"},
                                             {"tb", "TB"},
                                             {"terabyte", "TB"},
                                             {"terabytes", "TB"},
                                             {"ton", "t"},
                                             {"tonne", "t"},
                                             {"tonnes", "t"},
                                             {"tons", "t"},
                                             {"twh", "TWh"},
                                             {"volt", "V"},
                                             {"volts", "V"},
                                             {"week", "week"},
                                             {"weeks", "week"},
                                             {"yard", "yard"},
                                             {"yards", "yard"},
                                             {"year", "year"},
                                             {"years", "year"},
                                             {"yen", "JPY"},
                                             {"yr", "year"},
                                             {"yrs", "year"},
                                             {"yuan", "CNY"},
                                             {"zloty", "PLN"},
                                             {"°", "degree"}});
static_assert(sorted(units));

// Dollars of a country.
constexpr auto dollars = std::to_array<Entry>({{"american", "USD"},
                                               {"australian", "AUD"},
                                               {"canadian", "CAD"},
                                               {"fijian", "FJD"},
                                               {"hong", "HKD"},
                                               {"jamaican", "JMD"},
                                               {"singapore", "SGD"},
                                               {"u.s.", "USD"},
                                               {"us", "USD"}});
static_assert(sorted(dollars));

constexpr auto currencies = std::to_array<Entry>(
    {{"$", "USD"},   {"A$", "AUD"},  {"AED", "AED"}, {"AU$", "AUD"}, {"AUD", "AUD"}, {"BDT", "BDT"},
     {"BRL", "BRL"}, {"C$", "CAD"},  {"CA$", "CAD"}, {"CAD", "CAD"}, {"CHF", "CHF"}, {"CNY", "CNY"},
     {"DKK", "DKK"}, {"EGP", "EGP"}, {"EUR", "EUR"}, {"GBP", "GBP"}, {"GHS", "GHS"}, {"GH₵", "GHS"},
     {"HK$", "HKD"}, {"HKD", "HKD"}, {"IDR", "IDR"}, {"ILS", "ILS"}, {"INR", "INR"}, {"JPY", "JPY"},
     {"KES", "KES"}, {"KRW", "KRW"}, {"LKR", "LKR"}, {"MXN", "MXN"}, {"MYR", "MYR"}, {"NGN", "NGN"},
     {"NOK", "NOK"}, {"NPR", "NPR"}, {"NZ$", "NZD"}, {"NZD", "NZD"}, {"PHP", "PHP"}, {"PKR", "PKR"},
     {"PLN", "PLN"}, {"QAR", "QAR"}, {"R$", "BRL"},  {"RUB", "RUB"}, {"Re", "INR"},  {"Rs", "INR"},
     {"Rs.", "INR"}, {"S$", "SGD"},  {"SAR", "SAR"}, {"SEK", "SEK"}, {"SGD", "SGD"}, {"THB", "THB"},
     {"TRY", "TRY"}, {"TWD", "TWD"}, {"UAH", "UAH"}, {"US$", "USD"}, {"USD", "USD"}, {"VND", "VND"},
     {"ZAR", "ZAR"}, {"ZMW", "ZMW"}, {"£", "GBP"},   {"¥", "JPY"},   {"৳", "BDT"},   {"฿", "THB"},
     {"₦", "NGN"},   {"₩", "KRW"},   {"₪", "ILS"},   {"€", "EUR"},   {"₱", "PHP"},   {"₵", "GHS"},
     {"₹", "INR"},   {"₺", "TRY"},   {"₽", "RUB"}});
static_assert(sorted(currencies));

struct Conversion {
    std::string_view unit;
    Measure measure;
};
// Months and years are mean ones.
constexpr auto conversions = std::to_array<Conversion>({{"acre", {"ha", 0.40469}},
                                                        {"basis point", {"%", 0.01}},
                                                        {"cm", {"m", 0.01}},
                                                        {"decade", {"day", 3652.5}},
                                                        {"fortnight", {"day", 14}},
                                                        {"ft", {"m", 0.3048}},
                                                        {"g", {"kg", 0.001}},
                                                        {"hour", {"day", 1 / 24.0}},
                                                        {"inch", {"m", 0.0254}},
                                                        {"km", {"m", 1000}},
                                                        {"lb", {"kg", 0.45359}},
                                                        {"mile", {"m", 1609.344}},
                                                        {"minute", {"day", 1 / 1440.0}},
                                                        {"mm", {"m", 0.001}},
                                                        {"month", {"day", 30.44}},
                                                        {"oz", {"kg", 0.02835}},
                                                        {"percentage point", {"%", 1}},
                                                        {"second", {"day", 1 / 86400.0}},
                                                        {"t", {"kg", 1000}},
                                                        {"week", {"day", 7}},
                                                        {"yard", {"m", 0.9144}},
                                                        {"year", {"day", 365.25}}});
static_assert(std::ranges::is_sorted(conversions, {}, &Conversion::unit));

constexpr auto irregular = std::to_array<Entry>({{"analyses", "analysis"},
                                                 {"buses", "bus"},
                                                 {"children", "child"},
                                                 {"crises", "crisis"},
                                                 {"criteria", "criterion"},
                                                 {"feet", "foot"},
                                                 {"firemen", "fireman"},
                                                 {"fishermen", "fisherman"},
                                                 {"gunmen", "gunman"},
                                                 {"halves", "half"},
                                                 {"heroes", "hero"},
                                                 {"knives", "knife"},
                                                 {"lives", "life"},
                                                 {"memoranda", "memorandum"},
                                                 {"men", "man"},
                                                 {"mice", "mouse"},
                                                 {"people", "person"},
                                                 {"persons", "person"},
                                                 {"policemen", "policeman"},
                                                 {"potatoes", "potato"},
                                                 {"series", "series"},
                                                 {"servicemen", "serviceman"},
                                                 {"species", "species"},
                                                 {"teeth", "tooth"},
                                                 {"viruses", "virus"},
                                                 {"wives", "wife"},
                                                 {"women", "woman"}});
static_assert(sorted(irregular));

bool is_length(std::string_view name) {
    return name == "km" || name == "mile" || name == "m" || name == "ft";
}

// "square kilometres", "sq km", "cubic metres"
std::optional<UnitPhrase> area_or_volume(const Forms& forms, std::size_t at) {
    const bool square = forms.one_of(at, {"square", "sq", "sq."});
    if (!square && !forms.one_of(at, {"cubic", "cu"})) return std::nullopt;
    const std::size_t unit = forms.hyphen(at + 1) ? at + 2 : at + 1;
    const std::string_view length = find(units, forms[unit]);
    if (!is_length(length)) return std::nullopt;
    return UnitPhrase{(square ? "sq " : "cu ") + std::string(length), unit + 1};
}

// Letters that are units only as the number writes them: "40C", "5°F", "10g", "3h".
std::optional<UnitPhrase> glued(const Forms& forms, std::size_t at) {
    const bool degrees = forms[at] == "°" || forms.one_of(at, {"degrees", "degree"});
    const std::size_t letter = degrees ? at + 1 : at;
    const std::string_view written = forms.written(letter);
    if (degrees || forms.touches(at)) {
        if (written == "C" || (degrees && forms[letter] == "celsius")) return UnitPhrase{"°C", letter + 1};
        if (written == "F" || (degrees && forms[letter] == "fahrenheit")) return UnitPhrase{"°F", letter + 1};
    }
    if (degrees || !forms.touches(at)) return std::nullopt;
    if (written == "g") return UnitPhrase{"g", at + 1};
    if (written == "t") return UnitPhrase{"t", at + 1};
    if (written == "p") return UnitPhrase{"penny", at + 1};
    if (written == "c") return UnitPhrase{"cent", at + 1};
    if (written == "h") return UnitPhrase{"hour", at + 1};
    return std::nullopt;
}

}  // namespace

std::optional<UnitPhrase> unit_at(const Forms& forms, std::size_t at) {
    if (forms[at] == "per" && forms[at + 1] == "cent") return UnitPhrase{"%", at + 2};
    if (forms[at] == "percentage" && forms.one_of(at + 1, {"point", "points"}))
        return UnitPhrase{"percentage point", at + 2};
    if (forms[at] == "basis" && forms.one_of(at + 1, {"point", "points"}))
        return UnitPhrase{"basis point", at + 2};
    if (forms[at] == "nautical" && forms.one_of(at + 1, {"mile", "miles"}))
        return UnitPhrase{"nautical mile", at + 2};
    if (forms[at] == "metric" && find(units, forms[at + 1]) == "t") return UnitPhrase{"t", at + 2};
    if (auto unit = area_or_volume(forms, at)) return unit;
    if (auto unit = glued(forms, at)) return unit;
    if (const std::string_view code = find(dollars, forms[at]); !code.empty()) {
        const std::size_t noun = forms[at] == "hong" ? at + 2 : at + 1;
        if (forms.one_of(noun, {"dollar", "dollars"})) return UnitPhrase{std::string(code), noun + 1};
    }
    const std::string_view name = find(units, forms[at]);
    if (name.empty()) return std::nullopt;
    if (forms.one_of(at, {"pound", "pounds"})) {
        const bool weight = forms[at + 1] == "of" || forms.hyphen(at - 1);
        return UnitPhrase{weight ? "lb" : "GBP", at + 1};
    }
    if (is_length(name)) {
        const bool slash = forms[at + 1] == "/" && forms.one_of(at + 2, {"h", "hr", "hour"});
        if (slash || (forms.one_of(at + 1, {"per", "an"}) && forms[at + 2] == "hour")) {
            return UnitPhrase{name == "mile" ? "mph" : std::string(name) + "/h", at + 3};
        }
    }
    return UnitPhrase{std::string(name), at + 1};
}

std::string_view currency_before(std::string_view written) {
    return find(currencies, written);
}

Measure measure_of(std::string_view unit) {
    const auto* at = std::ranges::lower_bound(conversions, unit, {}, &Conversion::unit);
    return at != conversions.end() && at->unit == unit ? at->measure : Measure{unit, 1};
}

std::string singular(std::string_view plural) {
    if (const std::string_view known = find(irregular, plural); !known.empty()) return std::string(known);
    const auto cut = [&](std::size_t ending) {
        return std::string(plural.substr(0, plural.size() - ending));
    };
    if (plural.size() > 4 && plural.ends_with("ies")) return cut(3) + "y";
    for (const std::string_view ending : {"sses", "xes", "ches", "shes", "zzes"}) {
        if (plural.ends_with(ending)) return cut(2);
    }
    if (plural.size() > 3 && plural.ends_with('s') && !plural.ends_with("ss")) return cut(1);
    return std::string(plural);
}

}  // namespace whosaid::language
