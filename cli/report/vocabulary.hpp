// The one vocabulary of our own that every newsroom form uses: schemes (certainty, verdict, source kind ...)
// and their codes, which are the names of core/terms.hpp, as URIs under a base that a desk may choose.
#pragma once

#include "core/types.hpp"

#include <string>
#include <string_view>

namespace whosaid::cli {

class Vocabulary {
  public:
    Vocabulary() = default;  // under urn:x-whosaid: (experimental; names, not addresses)
    // Under `base`, an http, https or urn address. Error usage: it is none.
    [[nodiscard]] static Result<Vocabulary> under(std::string_view base);

    [[nodiscard]] const std::string& base() const { return base_; }
    // "urn:x-whosaid:certainty:", "https://cv.example/certainty/": what a code of the scheme is added to.
    [[nodiscard]] std::string scheme(std::string_view name) const;
    // "urn:x-whosaid:certainty:confirmed"; what no URI may hold in `code` is percent-encoded.
    [[nodiscard]] std::string term(std::string_view scheme_name, std::string_view code) const;

  private:
    std::string base_ = "urn:x-whosaid:";
};

// RFC 3986: all but unreserved characters as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view words);
// Letters and digits in lower case, all else as single hyphens, of about `longest` bytes: a code that stays
// the same between versions. "unnamed" where nothing is left.
[[nodiscard]] std::string slug(std::string_view words, std::size_t longest);

}  // namespace whosaid::cli
