#include "cli/report/vocabulary.hpp"

#include "cli/report/links.hpp"
#include "core/text/characters.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

// RFC 8141, as far as a prefix goes: urn:NAMESPACE: and what follows.
bool is_urn(std::string_view base) {
    if (!text::lower(base.substr(0, 4)).starts_with("urn:")) return false;
    const std::string_view rest = base.substr(4);
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    return colon > 0 && std::all_of(rest.begin(), rest.end(),
                                    [](char c) { return is_unreserved(c) || c == ':' || c == '/'; });
}

}  // namespace

Result<Vocabulary> Vocabulary::under(std::string_view base) {
    const bool urn = is_urn(base);
    if (!urn && safe_href(base) != base) {
        return tl::unexpected(Error{ErrorCode::usage,
                                    fmt::format("\"{}\" is no address for a vocabulary", base),
                                    "give one as https://cv.example.org/claims/ or urn:x-example:", "", 0});
    }
    Vocabulary out;
    out.base_ = base;
    if (!base.ends_with(':') && !base.ends_with('/') && !base.ends_with('#')) out.base_ += urn ? ':' : '/';
    return out;
}

std::string Vocabulary::scheme(std::string_view name) const {
    return fmt::format("{}{}{}", base_, name, base_.ends_with(':') ? ':' : '/');
}

std::string Vocabulary::term(std::string_view scheme_name, std::string_view code) const {
    return scheme(scheme_name) + percent_encoded(code);
}

std::string percent_encoded(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

std::string slug(std::string_view words, std::size_t longest) {
    std::string out;
    for (std::size_t at = 0; at < words.size() && out.size() < longest;) {
        const text::Character character = text::character_at(words, at);
        const std::string_view bytes = words.substr(at, character.size);
        at += character.size;
        const bool keeps = (text::is_letter(character.value) || text::is_digit(character.value)) &&
                           character.value != 0xFFFD;
        if (keeps) {
            out += text::lower(bytes);
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    if (out.ends_with('-')) out.pop_back();
    return out.empty() ? "unnamed" : out;
}

}  // namespace whosaid::cli
