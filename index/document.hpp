// Articles and claims as Xapian documents: what index/schema.hpp says, in one place.
#pragma once

#include "index/schema.hpp"
#include "index/store.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace whosaid::index {

struct Prepared::Documents {
    std::string key;          // of the article
    std::string outlet;       // as written
    std::size_t bytes = 0;    // of text, for the commit rhythm
    std::string fingerprint;  // as in Slot::fingerprint
    Xapian::Document article;
    std::vector<Xapian::Document> claims;
};

// The article's key among terms: its id, or the beginning of a long one with its hash.
[[nodiscard]] std::string article_key(std::string_view id);
[[nodiscard]] std::string claim_key(std::string_view article_key, std::size_t number);
// A key that is not the id itself: the id is read from the article's data.
[[nodiscard]] bool shortened(std::string_view key);

[[nodiscard]] std::string article_term(std::string_view key);           // Q, in articles/
[[nodiscard]] std::string claim_term(std::string_view key);             // Q, in claims/
[[nodiscard]] std::string article_of_claim_term(std::string_view key);  // A, in claims/
[[nodiscard]] std::string generation_term(std::uint64_t generation);    // XG
[[nodiscard]] std::string band_term(std::uint64_t band);                // XB

// What an article and the program that analysed it come down to.
[[nodiscard]] std::string fingerprint(const Article& article);

// One document a claim, in the claims' order.
[[nodiscard]] std::vector<Xapian::Document> claim_documents(const Article& article,
                                                            const std::vector<Claim>& claims);

// A claim's number from its document's data; nullopt: damaged.
[[nodiscard]] std::optional<std::uint32_t> claim_number(const std::string& data);

}  // namespace whosaid::index
