// The report as JSON of our own contract, "schema": "whosaid/1".
#include "cli/json.hpp"
#include "cli/report/report.hpp"

#include <utility>

namespace whosaid::cli {

std::string json_report(const Report& report, const TextOf& text_of, bool one_line) {
    Json out = document();
    out["article"] = to_json(report.article);
    out["article"].erase("schema");
    out["claims"] = claims_json(report.article, report.claims)["claims"];
    out["verifications"] = Json::array();
    for (const Verification& verification : report.verifications) {
        Json each = to_json(verification, text_of);
        each.erase("schema");
        out["verifications"].push_back(std::move(each));
    }
    out["run"] = {{"program", report.run.program},   {"index_schema", report.run.schema},
                  {"revision", report.run.revision}, {"articles", report.run.articles},
                  {"made_at", report.run.made_at},   {"options", report.run.options},
                  {"lexicon", report.run.lexicon},   {"model", report.run.model}};
    return json_text(out, one_line);
}

}  // namespace whosaid::cli
