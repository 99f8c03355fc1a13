#include "core/language/analyse.hpp"

#include "core/language/names.hpp"
#include "core/language/times.hpp"

namespace whosaid::language {

Document parse(std::string_view) {
    return {};
}

Document analyse(std::string_view text, std::optional<Date> date) {
    Document document = parse(text);
    find_names(text, document);
    link_entities(text, document);
    find_times(text, date, document);
    find_quantities(text, document);
    return document;
}

}  // namespace whosaid::language
