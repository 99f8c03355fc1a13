// Who a piece of information goes back to, and how many independent origins there are. This is the one place
// where independence is decided; what counts follows the order of the rules:
//   1. copies share the origin of the first for the words they share;
//   2. an identified person, body or document is the origin, whichever outlets carry it; a spokesperson's
//      origin is the body spoken for, and who leads a body is not independent of what it says itself;
//   3. another outlet, where the article takes the claim from it;
//   4. unnamed people are an origin of the outlet that spoke to them, one a group of people, and are marked;
//   5. the outlet's own words go back to the outlet; an unknown outlet stands for its article alone.
// A desk's own file adds to them: names that it gives one source are one origin, and outlets of one publisher
// are one outlet in rules 3 to 5.
#pragma once

#include "core/article.hpp"
#include "core/claim.hpp"
#include "core/corroboration/desk.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace whosaid::corroboration {

struct Origin {
    std::string name;  // for people to read
    bool anonymous = false;
    SourceKind kind = SourceKind::media;
    std::vector<std::string> words;  // lower case, what names are compared by
    std::vector<std::string>
        leads;             // of a person: the words of the body that they lead, by their description
    bool governs = false;  // who leads is a member of a government
    std::string outlet;    // whose people spoke to it, or whose copy it is: a key, never empty
    std::optional<std::size_t> known;  // the desk's source that it is
    char reliability = unrated;        // by the desk
    std::string article;               // id of the article that had it first
};

// `voice` is one of the passage's claims, or nullptr for the outlet's own words. `first`: the article whose
// copy this passage is; the article itself where it is no copy.
[[nodiscard]] Origin origin(const Claim* voice, const Article& first, const Desk& desk = {});

[[nodiscard]] bool same_origin(const Origin& a, const Origin& b);

// The number of each origin's class, in order of first appearance, from 0: equal numbers are one origin.
// Being the same is carried over ("the ministry" = "Energy Ministry" = its spokeswoman).
[[nodiscard]] std::vector<std::uint32_t> independent(const std::vector<Origin>& origins);

}  // namespace whosaid::corroboration
