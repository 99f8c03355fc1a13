#include "core/text/segment.hpp"

namespace whosaid::text {

std::vector<Span> paragraphs(std::string_view) {
    return {};
}
std::vector<Span> sentences(std::string_view, Span) {
    return {};
}
std::vector<Span> tokens(std::string_view, Span) {
    return {};
}

}  // namespace whosaid::text
