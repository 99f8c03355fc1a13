#include "tests/eval/gold_pairs.hpp"

#include "core/terms.hpp"
#include "tests/eval/json_rows.hpp"

namespace whosaid::eval {

std::vector<GoldPair> gold_pairs(const std::vector<std::string>& paths) {
    std::vector<GoldPair> pairs;
    each_json_row(paths, [&](const nlohmann::json& row) {
        GoldPair pair;
        pair.id = row.at("id");
        pair.claim.text = row.at("claim");
        pair.passage.text = row.at("evidence");
        if (row.contains("as_of")) pair.claim.date = parse_date(row["as_of"].get<std::string>());
        pair.passage.date = pair.claim.date;
        pair.stance = from_term<Stance>(row.at("label").get<std::string>()).value();
        pair.slot = row.value("slot", std::string());
        pairs.push_back(std::move(pair));
    });
    return pairs;
}

}  // namespace whosaid::eval
