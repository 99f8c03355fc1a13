#include "core/types.hpp"

#include <fmt/format.h>

namespace whosaid {

std::string to_string(const Error& error) {
    std::string out = error.file;
    if (!out.empty() && error.line > 0) out += fmt::format(":{}", error.line);
    if (!out.empty()) out += ": ";
    out += error.message;
    if (!error.hint.empty()) out += "; " + error.hint;
    return out;
}

int exit_status(ErrorCode code) {
    switch (code) {
        case ErrorCode::failed:
            return 1;
        case ErrorCode::usage:
            return 2;
        case ErrorCode::bad_input:
            return 3;
        case ErrorCode::no_index:
            return 4;
        case ErrorCode::index_locked:
            return 5;
    }
    return 1;
}

}  // namespace whosaid
