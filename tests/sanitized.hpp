// Sanitizers make everything several times slower: the same tests then run on less.
#pragma once

namespace whosaid::tests {

#ifdef WHOSAID_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace whosaid::tests
