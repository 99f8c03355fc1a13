#include "cli/report/lanes.hpp"

#include "cli/report/groups.hpp"
#include "cli/report/wording.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace whosaid::cli {
namespace {

using Day = std::tuple<bool, Date>;  // undated last

Day day_of(const Moment& moment) {
    return {!moment.date, moment.date.value_or(Date{})};
}

void add(Lane& lane, Stance stance, const Evidence& evidence) {
    const auto same = std::find_if(lane.moments.begin(), lane.moments.end(), [&](const Moment& moment) {
        return moment.date == evidence.date && moment.stance == stance &&
               moment.certainty == evidence.certainty;
    });
    Moment& moment = same != lane.moments.end()
                         ? *same
                         : lane.moments.emplace_back(Moment{evidence.date, stance, evidence.certainty, {}});
    const bool known = std::any_of(moment.passages.begin(), moment.passages.end(),
                                   [&](const Evidence* other) { return other->article == evidence.article; });
    if (!known) moment.passages.push_back(&evidence);
}

}  // namespace

std::vector<Lane> lanes_of(const Verification& verification) {
    std::vector<Lane> lanes;
    // An unknown origin stands for its article alone, as in by_origin().
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> lane_of;
    for (const Stance stance : {Stance::supports, Stance::contradicts}) {
        for (const OriginGroup& group : by_origin(verification, stance)) {
            const Evidence& first = *group.passages.front().evidence;
            const std::string_view apart = first.origin.empty() ? std::string_view(first.article) : "";
            const auto [found, is_new] = lane_of.try_emplace({first.origin, apart}, lanes.size());
            if (is_new) lanes.push_back({origin_name(group), false, {}});
            Lane& lane = lanes[found->second];
            lane.anonymous = lane.anonymous || group.anonymous;
            for (const Passage& passage : group.passages) {
                add(lane, stance, *passage.evidence);
                for (const Evidence* copy : passage.copies)
                    add(lane, stance, *copy);
            }
        }
    }
    for (Lane& lane : lanes) {
        std::stable_sort(lane.moments.begin(), lane.moments.end(),
                         [](const Moment& a, const Moment& b) { return day_of(a) < day_of(b); });
    }
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) {
        return day_of(a.moments.front()) < day_of(b.moments.front());
    });
    return lanes;
}

}  // namespace whosaid::cli
