#include "core/attribution/extract.hpp"

namespace whosaid::attribution {

std::vector<Claim> extract(const Article&, const language::Document&) {
    return {};
}

}  // namespace whosaid::attribution
