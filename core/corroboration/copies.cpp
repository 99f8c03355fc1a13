#include "core/corroboration/copies.hpp"

#include "core/corroboration/credits.hpp"
#include "core/corroboration/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <set>
#include <span>
#include <unordered_map>

namespace whosaid::corroboration {
namespace {

constexpr std::size_t shingle_words = 3;
constexpr std::size_t longest_text = 20'000;  // words; what stands later in a text decides nothing
// Marks kept in a shingle's lowest bits: what two reports of one speech share lies in quotations, what two
// issues of one serial notice (weather, prices, counts) do not share are its numbers.
constexpr std::uint64_t with_number = 1;
constexpr std::uint64_t in_quotation = 2;

constexpr std::size_t band_count = 32;
constexpr std::size_t bucket_reach = 16;  // latest members of a bucket that a newcomer is compared with
constexpr std::size_t group_reach = 5;    // members of a group it is compared with: the first and the latest

// Thresholds of the share of the shorter text. Newsroom stories: light rewrites of wire copy share 0.30 and
// more, independent reports of the same event 0.12 at most.
constexpr double share_alone = 0.24;       // and the more, the shorter the text: see same_copy
constexpr double short_text_share = 8;     // shingles
constexpr double share_credited = 0.2;     // one names the other's outlet, or both the same agency
constexpr double share_same_outlet = 0.6;  // an outlet's own serial phrases are not a copy
constexpr double share_any_date = 0.75;    // beyond the days below
constexpr int days_of_one_copy = 4;
constexpr std::size_t fewest_shared = 16;  // shingles; stock phrases alone reach that seldom
constexpr double number_part = 0.3;        // numbers must be shared at least this part as well as the words
constexpr std::size_t fewest_numbers = 6;

std::uint64_t mixed(std::uint64_t x) {  // splitmix64's finaliser
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::uint64_t hash(std::string_view word) {  // FNV-1a, the same on every machine
    std::uint64_t h = 0xcbf29ce484222325ULL;
    for (const char c : word)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mixed(h);
}

// Byte ranges between paired double quotation marks; a quotation left open ends with its paragraph.
std::vector<Span> quotations(std::string_view text) {
    std::vector<Span> spans;
    std::optional<std::uint32_t> open;
    const auto close = [&](std::size_t at) {
        if (open) spans.push_back({*open, static_cast<std::uint32_t>(at)});
        open.reset();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i, 3);
        const bool mark = rest[0] == '"';  // straight: opens and closes by turns
        const bool closing = rest[0] == '\n' || rest == "\u201d" || (mark && open);
        const bool opening = !open && (mark || rest == "\u201c");
        if (opening) open = static_cast<std::uint32_t>(i);
        if (closing) close(i);
    }
    close(text.size());
    return spans;
}

struct Shared {
    double share = 0;  // of the shorter text
    std::size_t count = 0;
    std::size_t shorter = 0;
    bool narrative = false;  // shared outside quotations as well
    bool numbers = false;    // shared as far as the rest
};

Shared shared(const Sketch& a, const Sketch& b) {
    struct Count {
        std::size_t a = 0, b = 0, both = 0;
        double share() const {
            const std::size_t shorter = std::min(a, b);
            return shorter == 0 ? 0 : static_cast<double>(both) / static_cast<double>(shorter);
        }
    } all, plain, number;
    const auto each = [&](std::uint64_t shingle, std::size_t Count::*field) {
        ++(all.*field);
        if ((shingle & in_quotation) == 0) ++(plain.*field);
        if ((shingle & with_number) != 0) ++(number.*field);
    };
    std::size_t i = 0;
    std::size_t j = 0;
    constexpr std::uint64_t identity =
        ~in_quotation;  // the same words, quoted here and told there, are shared
    while (i < a.shingles.size() || j < b.shingles.size()) {
        const bool left = i < a.shingles.size();
        const bool right = j < b.shingles.size();
        const std::uint64_t x = left ? a.shingles[i] & identity : 0;
        const std::uint64_t y = right ? b.shingles[j] & identity : 0;
        const bool same = left && right && x == y;
        if (same) {
            ++all.both;
            if (((a.shingles[i] | b.shingles[j]) & in_quotation) == 0) ++plain.both;
            if ((a.shingles[i] & with_number) != 0) ++number.both;
        }
        const bool step_left = same || (left && (!right || x < y));
        const bool step_right = same || !step_left;
        if (step_left) each(a.shingles[i++], &Count::a);
        if (step_right) each(b.shingles[j++], &Count::b);
    }
    Shared result;
    result.share = all.share();
    result.count = all.both;
    result.shorter = std::min(all.a, all.b);
    const bool short_narrative = std::min(plain.a, plain.b) < 2 * fewest_shared;
    result.narrative = short_narrative || plain.share() >= 0.8 * share_credited;
    result.numbers =
        std::min(number.a, number.b) < fewest_numbers || number.share() >= number_part * all.share();
    return result;
}

// The credit that ties two articles: one names the other's outlet, or both the same agency.
std::string tying_credit(const Sketch& a, const Sketch& b) {
    const auto names = [](const Sketch& from, const std::string& outlet) -> std::string {
        for (const std::string& credit : from.credits) {
            if (!outlet.empty() && outlet_key(credit) == outlet) return credit;
        }
        return {};
    };
    if (auto credit = names(a, outlet_key(b.outlet)); !credit.empty()) return credit;
    if (auto credit = names(b, outlet_key(a.outlet)); !credit.empty()) return credit;
    for (const std::string& credit : a.credits) {
        if (auto same = names(b, outlet_key(credit)); !same.empty()) return same;
    }
    return {};
}

bool same_copy(const Sketch& a, const Sketch& b) {
    const Shared s = shared(a, b);
    const bool whole = s.share >= share_any_date;
    if (s.count < fewest_shared && !(whole && s.count >= fewest_shared / 2)) return false;
    if (!s.narrative || !(whole || s.numbers)) return false;
    const bool dated = a.date && b.date;
    if (dated && std::abs(days_between(*a.date, *b.date)) > days_of_one_copy && !whole) return false;
    const std::string outlet = outlet_key(a.outlet);
    if (!outlet.empty() && outlet == outlet_key(b.outlet)) return s.share >= share_same_outlet;
    const double alone = share_alone + short_text_share / static_cast<double>(s.shorter);
    return s.share >= (tying_credit(a, b).empty() ? alone : share_credited);
}

// Share of a group's members (the first and the latest) that `newcomer` is the same copy as.
double agreement(const Sketch& newcomer, const std::vector<const Sketch*>& group) {
    std::size_t asked = 1;
    std::size_t same = same_copy(newcomer, *group.front());
    for (std::size_t back = 1; back < std::min(group.size(), group_reach); ++back) {
        ++asked;
        same += same_copy(newcomer, *group[group.size() - back]);
    }
    return static_cast<double>(same) / static_cast<double>(asked);
}

// Earliest first, undated last, then by id.
bool earlier(const Sketch& a, const Sketch& b) {
    const Date never{std::chrono::year::max() / 12 / 31};
    const Date x = a.date.value_or(never);
    const Date y = b.date.value_or(never);
    return x != y ? x < y : a.id < b.id;
}

// The member whose outlet most of the others credit; without one, the earliest.
std::size_t original(std::span<const Sketch* const> members) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::string outlet = outlet_key(members[i]->outlet);
        if (outlet.empty()) continue;
        std::size_t credited = 0;
        for (const Sketch* other : members) {
            if (outlet_key(other->outlet) == outlet) continue;
            credited += std::any_of(other->credits.begin(), other->credits.end(),
                                    [&](const std::string& c) { return outlet_key(c) == outlet; });
        }
        if (credited > most) {  // members are in order of date: the first of equals stays
            most = credited;
            best = i;
        }
    }
    return best;
}

}  // namespace

Sketch sketch(const Article& article) {
    Sketch result{article.id, article.outlet, article.date, {}, {}};
    Credits found = credits(article.text);
    result.credits = std::move(found.agencies);

    const auto words = plain_words(article.text, {0, static_cast<std::uint32_t>(article.text.size())});
    const auto quoted = quotations(article.text);
    std::sort(found.notices.begin(), found.notices.end());
    std::array<std::uint64_t, shingle_words> window{};
    std::uint64_t numbers = 0;  // the last words that are numbers, a bit each
    std::uint64_t quotes = 0;
    std::size_t filled = 0;
    auto notice = found.notices.begin();
    auto quotation = quoted.begin();
    for (const PlainWord& word : std::span(words).first(std::min(words.size(), longest_text))) {
        while (notice != found.notices.end() && notice->end <= word.span.begin)
            ++notice;
        while (quotation != quoted.end() && quotation->end <= word.span.begin)
            ++quotation;
        if (notice != found.notices.end() && notice->begin <= word.span.begin) {
            filled = 0;
            continue;
        }
        std::rotate(window.begin(), window.begin() + 1, window.end());
        window.back() = hash(word.folded);
        numbers = numbers << 1 | (word.number ? 1U : 0U);
        quotes = quotes << 1 | (quotation != quoted.end() && quotation->begin <= word.span.begin ? 1U : 0U);
        if (++filled < shingle_words) continue;
        std::uint64_t h = 0;
        for (const std::uint64_t part : window)
            h = mixed(h * 3 + part);
        constexpr std::uint64_t last = (1U << shingle_words) - 1;
        h &= ~(with_number | in_quotation);
        if ((numbers & last) != 0) h |= with_number;
        if ((quotes & last) == last) h |= in_quotation;
        result.shingles.push_back(h);
    }
    std::sort(result.shingles.begin(), result.shingles.end());
    const auto same_words = [](std::uint64_t a, std::uint64_t b) {
        return (a & ~in_quotation) == (b & ~in_quotation);
    };
    result.shingles.erase(std::unique(result.shingles.begin(), result.shingles.end(), same_words),
                          result.shingles.end());
    result.shingles.shrink_to_fit();
    return result;
}

double shared_part(std::string_view passage, const Sketch& whole) {
    Article part;
    part.text = std::string(passage);
    Sketch ours = sketch(part);
    if (ours.shingles.empty()) return 0;
    std::size_t both = 0;
    for (const std::uint64_t shingle : ours.shingles) {
        const std::uint64_t plain = shingle & ~in_quotation;
        const auto at = std::lower_bound(whole.shingles.begin(), whole.shingles.end(), plain);
        both += at != whole.shingles.end() && (*at & ~in_quotation) == plain;
    }
    return static_cast<double>(both) / static_cast<double>(ours.shingles.size());
}

// One-permutation min-hash: the smallest hash of each of `band_count` parts of the hash space. Light rewrites
// overlap by a Jaccard of 0.15 and more, so a single shared minimum proposes a pair.
std::vector<std::uint64_t> bands(const Sketch& sketch) {
    std::array<std::uint64_t, band_count> smallest;
    smallest.fill(std::numeric_limits<std::uint64_t>::max());
    for (const std::uint64_t shingle : sketch.shingles) {
        const std::uint64_t h = mixed(shingle & ~in_quotation);
        auto& slot = smallest[h % band_count];
        slot = std::min(slot, h);
    }
    std::vector<std::uint64_t> result;
    for (const std::uint64_t h : smallest) {
        if (h != std::numeric_limits<std::uint64_t>::max()) result.push_back(h);
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<CopyGroup> copies(const std::vector<Sketch>& sketches) {
    std::vector<const Sketch*> order;
    order.reserve(sketches.size());
    for (const Sketch& s : sketches)
        order.push_back(&s);
    std::sort(order.begin(), order.end(), [](const Sketch* a, const Sketch* b) { return earlier(*a, *b); });

    // In order of date, each joins the group of which it is the same copy as half the members or more: a
    // chain of serial notices, each like the next, does not become one copy.
    std::vector<std::vector<const Sketch*>> groups;
    std::vector<std::size_t> group_of(order.size());
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;  // band value, places in `order`
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::set<std::size_t> proposed;
        for (const std::uint64_t band : bands(*order[i])) {
            auto& bucket = buckets[band];
            for (std::size_t back = 1; back <= std::min(bucket.size(), bucket_reach); ++back) {
                proposed.insert(group_of[bucket[bucket.size() - back]]);
            }
            bucket.push_back(i);
        }
        std::optional<std::size_t> best;
        double most = 0;
        for (const std::size_t group : proposed) {
            const double agreeing = agreement(*order[i], groups[group]);
            if (agreeing >= 0.5 && agreeing > most) {
                best = group;
                most = agreeing;
            }
        }
        if (!best) {
            best = groups.size();
            groups.emplace_back();
        }
        group_of[i] = *best;
        groups[*best].push_back(order[i]);
    }

    std::vector<CopyGroup> result;
    for (auto& group : groups) {
        if (group.size() < 2) continue;
        const auto first = group.begin() + static_cast<std::ptrdiff_t>(original(group));
        std::rotate(group.begin(), first, first + 1);
        CopyGroup out;
        for (const Sketch* member : group) {
            out.articles.push_back(member->id);
            if (member == group.front()) continue;
            out.evidence.push_back({member->id, group.front()->id, shared(*member, *group.front()).share,
                                    tying_credit(*member, *group.front())});
        }
        result.push_back(std::move(out));
    }
    std::sort(result.begin(), result.end(),
              [](const CopyGroup& a, const CopyGroup& b) { return a.articles.front() < b.articles.front(); });
    return result;
}

}  // namespace whosaid::corroboration
