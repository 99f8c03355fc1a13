// Exceptions of Xapian and of the standard library as Errors: nothing is thrown past the index.
#pragma once

#include "core/types.hpp"

#include <exception>
#include <string>
#include <utility>

#include <xapian.h>

namespace whosaid::index {

// The hint that goes with an index that cannot be read any more.
[[nodiscard]] std::string rebuild_hint(const std::string& folder);

// `folder`: the index concerned.
[[nodiscard]] Error failure(const Xapian::Error& error, const std::string& folder);
[[nodiscard]] Error failure(const std::exception& error, const std::string& folder);

// The Result of `work`, or what it threw as an Error.
template <class Work>
auto guarded(const std::string& folder, Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        return tl::unexpected(failure(error, folder));
    } catch (const std::exception& error) {
        return tl::unexpected(failure(error, folder));
    }
}

}  // namespace whosaid::index
