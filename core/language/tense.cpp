#include "core/language/tense.hpp"

#include <algorithm>
#include <array>

namespace whosaid::language {
namespace {

// How far a verb may stand from the expression, in words.
constexpr std::size_t farthest = 25;
// How far before a participle or infinitive its auxiliary may stand: "will not have been".
constexpr std::size_t auxiliary_reach = 4;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view form) {
    return std::find(words.begin(), words.end(), form) != words.end();
}

// Participles and adjectives that point ahead: "is scheduled for Friday", "due in March".
constexpr auto pointing_ahead =
    std::to_array<std::string_view>({"anticipated", "due", "expected", "likely", "planned", "proposed",
                                     "scheduled", "set", "slated", "upcoming"});
constexpr auto modals = std::to_array<std::string_view>(
    {"'ll", "can", "could", "may", "might", "must", "shall", "should", "will", "wo", "would", "’ll"});
constexpr auto past_auxiliaries = std::to_array<std::string_view>({"did", "had", "said", "was", "were"});

class Clause {
  public:
    explicit Clause(const Forms& forms) : forms_(forms), words_(forms.sentence().words) {}

    [[nodiscard]] Direction nearest(std::size_t at) const {
        for (std::size_t i = at; i > 0 && at - i < farthest; --i) {
            if (const auto found = of_verb(i - 1); found != Direction::unknown) return found;
        }
        for (std::size_t i = at; i < words_.size() && i - at < farthest; ++i) {
            if (const auto found = of_verb(i); found != Direction::unknown) return found;
        }
        return Direction::unknown;
    }

  private:
    // The Penn tag, or a guess from the form where nobody tagged the sentence.
    [[nodiscard]] std::string_view tag(std::size_t i) const {
        if (!words_[i].xpos.empty()) return words_[i].xpos;
        const std::string_view form = forms_[i];
        if (among(modals, form)) return form == "may" && forms_.capital(i) ? "NNP" : "MD";
        if (among(past_auxiliaries, form)) return "VBD";
        if (form.ends_with("ed") || form == "been") return "VBN";
        if (form == "be") return "VB";
        if (form == "has" || form == "have") return "VBP";
        if (form == "not" || form == "n't") return "RB";
        return {};
    }

    [[nodiscard]] Direction of_verb(std::size_t i) const {
        const std::string_view form = forms_[i];
        const std::string_view verb = tag(i);
        if (verb == "MD") return Direction::future;
        if (verb == "VBD") return Direction::past;
        if (among(pointing_ahead, form) && !verb.starts_with("NN")) return Direction::future;
        if (verb == "VB") return by_auxiliary(i, Direction::unknown, Direction::unknown);
        if (verb == "VBN") return by_auxiliary(i, Direction::past, Direction::past);
        // "is meeting on Friday" is a plan; "meeting on Friday, they ..." says nothing itself. Nor does the
        // present: "meets on Friday" stands beside "says on Friday".
        if (verb == "VBG") return by_auxiliary(i, Direction::future, Direction::unknown);
        return Direction::unknown;
    }

    // By the auxiliary before a verb form that is not finite: `present` behind one in the present tense
    // ("has met", "is leaving"), `without` behind none.
    [[nodiscard]] Direction by_auxiliary(std::size_t i, Direction present, Direction without) const {
        for (std::size_t back = 1; back <= auxiliary_reach && back <= i; ++back) {
            const std::string_view before = tag(i - back);
            if (before == "VB" && forms_[i - back] == "have") return Direction::past;  // "may have met"
            if (before == "MD" || before == "TO") return Direction::future;
            if (before == "VBD") return Direction::past;
            if (before == "VBZ" || before == "VBP") return present;
            if (before != "RB" && before != "VB" && before != "VBN") break;
        }
        return without;
    }

    const Forms& forms_;
    const std::vector<Word>& words_;
};

}  // namespace

Direction direction_at(const Forms& forms, std::size_t at) {
    // "Monday's vote" is no part of the clause that tells of it.
    if (forms.one_of(at + 1, {"'s", "’s"})) return Direction::unknown;
    return Clause(forms).nearest(at);
}

}  // namespace whosaid::language
