#include "core/corroboration/spelled.hpp"

#include "core/language/coreference.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace whosaid::corroboration {
namespace {

constexpr auto months =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"});

// "11 March 2025", "March 2025", "2025"; empty for spans that have no such name.
std::string day_named(std::string_view value) {
    const auto days = days_of(value);
    if (!days || !days->first || !days->last) return {};
    const Date first = *days->first;
    const Date last = *days->last;
    std::string year = std::to_string(static_cast<int>(first.year()));
    if (first.year() != last.year()) return {};
    const std::string month(months[static_cast<unsigned>(first.month()) - 1]);
    if (first == last) return std::to_string(static_cast<unsigned>(first.day())) + " " + month + " " + year;
    if (value.size() == 4) return year;
    if (value.size() == 7 && first.month() == last.month()) return month + " " + year;
    return {};
}

bool names_a_year(std::string_view words) {
    std::size_t digits = 0;
    for (const char c : words) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

// Additions by the byte after which they stand.
using Notes = std::map<std::uint32_t, std::string>;

void note_times(const Analysed& text, Span part, Notes& notes) {
    for (const TimeExpression& time : text.analysis.document.times) {
        if (!part.contains(time.span) || names_a_year(time.span.of(text.article.text))) continue;
        std::string day = day_named(time.value);
        if (!day.empty()) notes.try_emplace(time.span.end, std::move(day));
    }
}

void note_persons(const Analysed& text, std::size_t first, std::size_t last, Span part, Notes& notes) {
    const language::Document& document = text.analysis.document;
    const std::string_view words = part.of(text.article.text);
    std::set<std::uint32_t> named;
    for (const language::Mention& m : document.mentions) {
        if (m.sentence < first || m.sentence >= last || !named.insert(m.entity).second) continue;
        const language::NamedEntity& entity = document.entities[m.entity];
        if (entity.type != EntityType::person || entity.description.empty() ||
            words.find(entity.description) != std::string_view::npos)
            continue;
        notes.try_emplace(m.span.end, entity.description);
    }
    for (const language::Antecedent& each : text.antecedents) {
        if (each.sentence < first || each.sentence >= last || !each.entity) continue;
        const language::NamedEntity& entity = document.entities[*each.entity];
        if (entity.type != EntityType::person || !named.insert(*each.entity).second) continue;
        notes.try_emplace(document.sentences[each.sentence].words[each.word].span.end, entity.name);
    }
}

}  // namespace

std::string spelled_out(const Analysed& text, std::size_t first, std::size_t last) {
    const auto& sentences = text.analysis.document.sentences;
    if (first >= last || last > sentences.size()) return {};
    const Span part{sentences[first].span.begin, sentences[last - 1].span.end};
    Notes notes;
    note_times(text, part, notes);
    note_persons(text, first, last, part, notes);
    std::string out;
    std::uint32_t at = part.begin;
    for (const auto& [end, note] : notes) {
        out += Span{at, end}.of(text.article.text);
        out += " (" + note + ")";
        at = end;
    }
    out += Span{at, part.end}.of(text.article.text);
    return out;
}

std::string lead_in(const Analysed& text, std::size_t sentence) {
    std::string out = text.article.title;
    if (sentence > 0) {
        if (!out.empty()) out += ". ";
        out += spelled_out(text, sentence - 1, sentence);
    }
    return out;
}

}  // namespace whosaid::corroboration
