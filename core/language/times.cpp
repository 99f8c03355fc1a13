#include "core/language/times.hpp"

#include "core/language/forms.hpp"
#include "core/language/time_grammar.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace whosaid::language {
namespace {

// Words of one sentence that belong to a name: "Theresa May", "The Friday Times".
class NamedWords {
  public:
    explicit NamedWords(const std::vector<Mention>& mentions) : mentions_(mentions) {}

    // Sentences must be asked for in order.
    void enter(std::uint32_t sentence) {
        while (next_ < mentions_.size() && mentions_[next_].sentence < sentence)
            ++next_;
        from_ = next_;
        while (next_ < mentions_.size() && mentions_[next_].sentence == sentence)
            ++next_;
    }

    // Whether a name holds the words [begin, end) and more, or is a person's.
    [[nodiscard]] bool hold(std::size_t begin, std::size_t end) {
        while (from_ < next_ && mentions_[from_].last < begin)
            ++from_;
        if (from_ == next_) return false;
        const Mention& mention = mentions_[from_];
        if (mention.first > begin || mention.last + 1 < end) return false;
        const bool more = mention.first < begin || mention.last + 1 > end;
        return mention.type == EntityType::person || (more && mention.type != EntityType::other);
    }

  private:
    const std::vector<Mention>& mentions_;
    std::size_t from_ = 0;
    std::size_t next_ = 0;
};

// Articles may claim to be of the first or the last day that ISO 8601 can write.
bool four_digit_years(const Stretch& days) {
    using std::chrono::year;
    return days.from.first.year() >= year{0} && last_day(days.to).year() <= year{9999};
}

// "since 2017" leaves the end open, "until Friday" the beginning.
std::string value_of(const Forms& forms, const TimePhrase& phrase, const Stretch& days) {
    std::size_t before = phrase.begin - 1;
    if (forms.one_of(before, {"about", "around"})) --before;
    if (days.from == days.to) {
        if (forms[before] == "since") return iso(days.from) + "/..";
        if (forms.one_of(before, {"until", "till"})) return "../" + iso(days.from);
    }
    return iso(days);
}

}  // namespace

void find_times(std::string_view text, std::optional<Date> date, Document& document) {
    document.times.clear();
    NamedWords names(document.mentions);
    std::optional<Period> reference;
    std::uint32_t paragraph = 0;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (std::exchange(paragraph, sentence.paragraph) != sentence.paragraph) reference.reset();
        names.enter(s);
        const Forms forms(text, sentence);
        for (std::size_t i = 0; i < forms.size();) {
            const TimeGrammar grammar(forms, date, reference);
            const auto phrase = grammar.at(i);
            if (!phrase || names.hold(phrase->begin, phrase->end)) {
                ++i;
                continue;
            }
            i = phrase->end;
            const auto days = grammar.days(*phrase);
            if (!days || !four_digit_years(*days)) continue;
            reference = days->to;
            document.times.push_back(
                {forms.span(phrase->begin, phrase->end), value_of(forms, *phrase, *days)});
        }
    }
}

}  // namespace whosaid::language
