#include "core/language/names.hpp"

namespace whosaid::language {

void find_names(std::string_view, Document&) {}

}  // namespace whosaid::language
