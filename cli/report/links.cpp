#include "cli/report/links.hpp"

#include "core/text/characters.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_host(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool good_authority(std::string_view authority) {
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    const std::string_view host = authority.substr(0, colon);
    const std::string_view port = authority.substr(std::min(colon + 1, authority.size()));
    return !host.empty() && std::all_of(host.begin(), host.end(), is_host) && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), is_ascii_digit);
}

}  // namespace

std::optional<std::string> safe_href(std::string_view url) {
    const std::string scheme = text::lower(url.substr(0, 8));
    const std::size_t start = scheme.starts_with("https://") ? 8 : scheme.starts_with("http://") ? 7 : 0;
    if (start == 0) return std::nullopt;
    const std::size_t end = std::min(url.find_first_of("/?#", start), url.size());
    if (!good_authority(url.substr(start, end - start))) return std::nullopt;

    std::string out(url.substr(0, end));
    bool in_fragment = false;
    for (std::size_t i = end; i < url.size(); ++i) {
        const char c = url[i];
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') return std::nullopt;
        const bool lone_percent =
            c == '%' && !(i + 2 < url.size() && is_hex(url[i + 1]) && is_hex(url[i + 2]));
        const bool second_hash = c == '#' && in_fragment;
        if (c == '#') in_fragment = true;
        if (lone_percent || second_hash ||
            std::string_view("\"<>\\^`{|}[]").find(c) != std::string_view::npos) {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace whosaid::cli
