#include "corpus/particulars.hpp"

#include <algorithm>

namespace whosaid::corpus {

void set_particular(Article& article, std::string_view name, const std::string& value) {
    constexpr std::string_view prefix = "article";
    if (!name.starts_with(prefix)) return;
    name.remove_prefix(prefix.size());
    if (name.empty()) article.id = value;
    if (name.empty() || (name.front() != '-' && name.front() != '_')) return;
    name.remove_prefix(1);
    if (name == "outlet") article.outlet = value;
    if (name == "date") article.date = parse_date(value);
    if (name == "title") article.title = value;
    if (name == "url") article.url = value;
    if (name == "author") article.author = value;
}

std::string first_filled(std::initializer_list<std::string> candidates) {
    const auto* found = std::ranges::find_if_not(candidates, &std::string::empty);
    return found == candidates.end() ? std::string() : *found;
}

bool is_withdrawn(std::string_view status) {
    const std::string_view code = code_of(status);
    return code == "canceled" || code == "cancelled" || code == "withheld";
}

std::string_view code_of(std::string_view qcode) {
    return qcode.substr(qcode.find(':') + 1);  // npos + 1 is 0
}

std::string author_of(std::string_view byline) {
    for (const std::string_view by : {"By ", "BY ", "by "}) {
        if (byline.starts_with(by)) byline.remove_prefix(by.size());
    }
    constexpr std::string_view marks = " ,;";
    const std::size_t end = byline.find_last_not_of(marks);
    return std::string(byline.substr(0, end + 1));  // npos + 1 is 0
}

std::string address_of(std::string_view id) {
    return id.starts_with("https://") || id.starts_with("http://") ? std::string(id) : std::string();
}

}  // namespace whosaid::corpus
