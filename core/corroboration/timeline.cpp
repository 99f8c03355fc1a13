#include "core/corroboration/timeline.hpp"

#include "core/corroboration/copies.hpp"
#include "core/corroboration/words.hpp"
#include "core/terms.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace whosaid::corroboration {
namespace {

// Of the words of both: from here on a passage of a copy is the other's, rewritten.
constexpr double least_alike = 0.4;
// Of the words of the shorter: from here on an outlet's own words are those of a source beside them.
constexpr double least_held = 0.6;

bool takes_side(const Evidence& evidence) {
    return evidence.stance == Stance::supports || evidence.stance == Stance::contradicts;
}

bool own_voice(const Evidence& evidence) {
    return evidence.source.kind == SourceKind::media && !evidence.source.span;
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> out;
    for (PlainWord& word : plain_words(text, {0, static_cast<std::uint32_t>(text.size())}))
        out.insert(std::move(word.folded));
    return out;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

// Jaccard's index of their words.
double alike(const std::string& a, const std::string& b) {
    const std::set<std::string> x = words_of(a);
    const std::set<std::string> y = words_of(b);
    const std::size_t both = shared(x, y);
    const std::size_t all = x.size() + y.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

// Whether one says most of the other, in the same words: their overlap coefficient.
bool holds(std::string_view a, std::string_view b) {
    constexpr std::size_t least_shared = 4;
    const std::set<std::string> x = words_of(a);
    const std::set<std::string> y = words_of(b);
    const std::size_t both = shared(x, y);
    return both >= least_shared &&
           static_cast<double>(both) >= least_held * static_cast<double>(std::min(x.size(), y.size()));
}

class Chronicle {
  public:
    Chronicle(const Verification& verification, std::span<const std::shared_ptr<const Analysed>> articles) {
        std::vector<Sketch> sketches;
        for (const auto& each : articles) {
            if (by_id_.emplace(each->article.id, each.get()).second) sketches.push_back(each->sketch);
        }
        const std::vector<CopyGroup> groups = copies(sketches);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (std::size_t i = 0; i < groups[g].articles.size(); ++i)
                copy_of_.emplace(groups[g].articles[i], Copy{g, i > 0});
        }
        for (const Evidence& each : verification.evidence)
            entries_.push_back({each, times_of(each), {}});
        std::stable_sort(entries_.begin(), entries_.end(),
                         [&](const TimelineEntry& a, const TimelineEntry& b) {
                             return order(a.evidence) < order(b.evidence);
                         });
    }

    std::vector<TimelineEntry> told() && {
        std::set<std::string_view> reported;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            TimelineEntry& entry = entries_[i];
            const Evidence& evidence = entry.evidence;
            if (takes_side(evidence) && reported.insert(origin_of(evidence)).second)
                entry.moves.push_back({MoveKind::first_report, "", "", "", false});
            if (const TimelineEntry* earlier = earlier_copy(i)) {
                compare(*earlier, entry, true);
            } else if (const TimelineEntry* same = earlier_of_origin(i)) {
                compare(*same, entry, false);
            } else if (const std::optional<Certainty> source = less_sure_source(evidence)) {
                harden(*source, evidence.article, entry, true);
            }
        }
        return std::move(entries_);
    }

  private:
    struct Copy {
        std::size_t group = 0;
        bool later = false;  // not the original
    };

    // An unknown outlet stands for its article alone.
    static std::string_view origin_of(const Evidence& evidence) {
        return evidence.origin.empty() ? evidence.article : evidence.origin;
    }

    using Order = std::tuple<bool, Date, bool, std::string_view, Span>;
    [[nodiscard]] Order order(const Evidence& evidence) const {
        const auto copy = copy_of_.find(evidence.article);
        return {!evidence.date, evidence.date.value_or(Date{}), copy != copy_of_.end() && copy->second.later,
                evidence.article, evidence.span};
    }

    // Those of what is said: "on Monday" in "the mayor said on Monday" is none of them.
    [[nodiscard]] std::vector<TimeExpression> times_of(const Evidence& evidence) const {
        const auto found = by_id_.find(evidence.article);
        if (found == by_id_.end()) return {};
        const Analysis& analysis = found->second->analysis;
        std::vector<Span> content;
        for (const Claim& claim : analysis.claims) {
            if (claim.own_voice() || claim.source.name != evidence.source.name) continue;
            for (const Span piece : claim.content) {
                if (piece.overlaps(evidence.span)) content.push_back(piece);
            }
        }
        if (content.empty()) content.push_back(evidence.span);
        std::vector<TimeExpression> out;
        for (const TimeExpression& time : analysis.document.times) {
            const bool said = std::any_of(content.begin(), content.end(),
                                          [&](Span piece) { return piece.contains(time.span); });
            if (said && evidence.span.contains(time.span) && days_of(time.value)) out.push_back(time);
        }
        return out;
    }

    [[nodiscard]] const TimelineEntry* earlier_copy(std::size_t entry) const {
        const Evidence& evidence = entries_[entry].evidence;
        const auto copy = copy_of_.find(evidence.article);
        if (copy == copy_of_.end()) return nullptr;
        const TimelineEntry* best = nullptr;
        double most = least_alike;
        for (std::size_t i = 0; i < entry; ++i) {
            const Evidence& other = entries_[i].evidence;
            const auto its = copy_of_.find(other.article);
            if (its == copy_of_.end() || its->second.group != copy->second.group ||
                other.article == evidence.article)
                continue;
            const double likeness = alike(other.text, evidence.text);
            if (likeness < most) continue;
            most = likeness;
            best = &entries_[i];
        }
        return best;
    }

    [[nodiscard]] const TimelineEntry* earlier_of_origin(std::size_t entry) const {
        const Evidence& evidence = entries_[entry].evidence;
        const TimelineEntry* best = nullptr;
        for (std::size_t i = 0; i < entry; ++i) {
            const Evidence& other = entries_[i].evidence;
            const bool before = other.date && evidence.date && *other.date < *evidence.date;
            if (before && origin_of(other) == origin_of(evidence) && takes_side(other)) best = &entries_[i];
        }
        return takes_side(evidence) ? best : nullptr;
    }

    // How sure the source is whose words the outlet has made its own: the passage found for the same stance,
    // else a claim of the same article in nearly the same words. nullopt: none that is less sure.
    [[nodiscard]] std::optional<Certainty> less_sure_source(const Evidence& evidence) const {
        if (!own_voice(evidence) || !takes_side(evidence)) return std::nullopt;
        std::optional<Certainty> surest;
        const auto take = [&](Certainty certainty) {
            if (certainty > evidence.certainty) surest = std::min(surest.value_or(certainty), certainty);
        };
        for (const TimelineEntry& other : entries_) {
            if (other.evidence.article == evidence.article && !own_voice(other.evidence) &&
                other.evidence.stance == evidence.stance)
                take(other.evidence.certainty);
        }
        const auto found = by_id_.find(evidence.article);
        if (surest || found == by_id_.end()) return surest;
        const Analysed& article = *found->second;
        for (const Claim& claim : article.analysis.claims) {
            if (claim.own_voice() || claim.polarity == Polarity::denied) continue;
            const bool same = std::any_of(claim.content.begin(), claim.content.end(), [&](Span piece) {
                return holds(piece.of(article.article.text), evidence.text);
            });
            if (same) take(claim.certainty);
        }
        return surest;
    }

    static void compare(const TimelineEntry& earlier, TimelineEntry& later, bool carrier) {
        const Evidence& was = earlier.evidence;
        const Evidence& is = later.evidence;
        if (was.stance == is.stance) harden(was.certainty, was.article, later, carrier);
        // A copy has no side of its own to change.
        if (!carrier && was.stance != is.stance)
            later.moves.push_back({MoveKind::reversed, std::string(term(was.stance)),
                                   std::string(term(is.stance)), was.article, false});
        const TimeExpression* from = time_of(earlier);
        const TimeExpression* to = time_of(later);
        if (from != nullptr && to != nullptr && apart(*from, *to))
            later.moves.push_back({MoveKind::date_changed, from->value, to->value, was.article, carrier});
    }

    static void harden(Certainty was, const std::string& since, TimelineEntry& later, bool carrier) {
        const Certainty is = later.evidence.certainty;
        if (was == is) return;
        later.moves.push_back({is < was ? MoveKind::hardened : MoveKind::softened, std::string(term(was)),
                               std::string(term(is)), since, carrier});
    }

    // The time that answers the claim's, else the only one; nullptr where it is not clear.
    static const TimeExpression* time_of(const TimelineEntry& entry) {
        const auto at = [&](Span span) {
            return std::find_if(entry.times.begin(), entry.times.end(),
                                [&](const TimeExpression& time) { return time.span == span; });
        };
        for (const Reason& reason : entry.evidence.reasons) {
            if (reason.slot != Slot::date || !reason.passage_span) continue;
            if (const auto found = at(*reason.passage_span); found != entry.times.end()) return &*found;
        }
        const bool one = !entry.times.empty() &&
                         std::all_of(entry.times.begin(), entry.times.end(), [&](const TimeExpression& time) {
                             return time.value == entry.times.front().value;
                         });
        return one ? &entry.times.front() : nullptr;
    }

    // No day of the one is a day of the other: "in February" and "on 14 February" are one time, told more
    // closely.
    static bool apart(const TimeExpression& a, const TimeExpression& b) {
        const std::optional<DateRange> x = days_of(a.value);
        const std::optional<DateRange> y = days_of(b.value);
        if (!x || !y) return false;
        const auto ends_before = [](const DateRange& one, const DateRange& other) {
            return one.last && other.first && *one.last < *other.first;
        };
        return ends_before(*x, *y) || ends_before(*y, *x);
    }

    std::map<std::string, const Analysed*, std::less<>> by_id_;
    std::map<std::string, Copy, std::less<>> copy_of_;
    std::vector<TimelineEntry> entries_;
};

}  // namespace

std::vector<TimelineEntry> timeline(const Verification& verification,
                                    std::span<const std::shared_ptr<const Analysed>> articles) {
    return Chronicle(verification, articles).told();
}

}  // namespace whosaid::corroboration
