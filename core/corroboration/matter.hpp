// Whether articles may tell of one matter.
#pragma once

#include "core/corroboration/analysed.hpp"

namespace whosaid::corroboration {

// Whether `other` names a person or a body that `article` names (outlets aside), or two of its places. An
// article that names nobody may be about anything. A claim taken out of an article ("the denial") often says
// too little by itself; what its article names tells where evidence for it can stand.
[[nodiscard]] bool may_share_matter(const Analysed& article, const Analysed& other);

}  // namespace whosaid::corroboration
