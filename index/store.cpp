#include "index/store.hpp"

namespace whosaid::index {

struct Prepared::Documents {};
Prepared::Prepared() = default;
Prepared::Prepared(Prepared&&) noexcept = default;
Prepared& Prepared::operator=(Prepared&&) noexcept = default;
Prepared::~Prepared() = default;

}  // namespace whosaid::index
