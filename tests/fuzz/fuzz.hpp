// What the fuzzers share: input as text, and promises that end the run where they are broken.
#pragma once

#include "core/claim.hpp"
#include "core/text/utf8.hpp"
#include "core/types.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::fuzz {

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

// A span of `text` that begins and ends between characters.
inline void require_span(Span span, std::string_view text) {
    const auto inside = [&](std::uint32_t at) {
        return at == text.size() ||
               (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    };
    require(span.begin <= span.end && inside(span.begin) && inside(span.end), "spans lie in their text");
}

inline void require_spans(const std::vector<Span>& spans, std::string_view text) {
    std::uint32_t reached = 0;
    for (const Span each : spans) {
        require_span(each, text);
        require(reached <= each.begin, "spans are in order");
        reached = each.end;
    }
}

template <class Visit>
void each_span(const Claim& claim, Visit visit) {
    for (const Span each : claim.content)
        visit(each);
    for (const Span each : claim.cue)
        visit(each);
    if (claim.source.span) visit(*claim.source.span);
    if (claim.recipient) visit(claim.recipient->span);
    for (const TimeExpression& each : claim.times)
        visit(each.span);
    for (const Quantity& each : claim.quantities)
        visit(each.span);
    for (const Entity& each : claim.entities)
        visit(each.span);
}

}  // namespace whosaid::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
