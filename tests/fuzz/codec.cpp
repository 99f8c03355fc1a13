// Stored articles on any bytes: nothing, or a sound article that encodes to what decodes to the same.
#include "index/codec.hpp"

#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace whosaid;

// The payload as the data of a document, its version and checksum right.
std::string wrapped(std::string_view payload) {
    static const std::string model = index::encoded({}, {});
    const std::uint64_t sum = index::hash(payload);
    std::string out = model.substr(0, 1);
    out += index::big_endian((sum ^ (sum >> 32)) & 0xFFFFFFFFU, 4);
    return out += payload;
}

void try_decoding(std::string_view data) {
    const auto stored = index::decoded(data);
    if (!stored) return;
    const std::size_t size = stored->article.text.size();
    for (const Claim& claim : stored->claims) {
        fuzz::each_span(claim, [&](Span each) {
            fuzz::require(each.begin <= each.end && each.end <= size, "spans lie in the text");
        });
        fuzz::require(!claim.nested_in || *claim.nested_in < stored->claims.size(),
                      "a claim stands in one of the list");
    }
    const std::string again = index::encoded(stored->article, stored->claims);
    const auto twice = index::decoded(again);
    fuzz::require(twice.has_value(), "what was encoded can be decoded");
    fuzz::require(index::encoded(twice->article, twice->claims) == again, "and comes back the same");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = fuzz::bytes(data, size);
    try_decoding(input);
    try_decoding(wrapped(input));
    return 0;
}
