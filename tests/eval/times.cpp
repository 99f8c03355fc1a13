// Time expressions against the TIMEX3 annotation of TimeML files (timeml.org), dates alone: clock times,
// durations, sets and values without a calendar period (PRESENT_REF, 1998-XX) take no part, nor does what is
// found on top of them.
#include "core/language/analyse.hpp"
#include "tests/eval/modes.hpp"
#include "tests/eval/scores.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::eval {
namespace {

namespace fs = std::filesystem;

struct GoldTime {
    Span span;
    std::string value;
    bool scored = false;
};

struct TimedText {
    std::string name;
    std::string text;
    std::optional<Date> date;
    std::vector<GoldTime> times;
};

std::string attribute(std::string_view tag, std::string_view name) {
    const std::string start = std::string(name) + "=\"";
    const std::size_t at = tag.find(start);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + start.size();
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

std::string_view element(std::string_view whole, std::string_view name) {
    const std::size_t begin = whole.find("<" + std::string(name) + ">");
    const std::size_t end = whole.find("</" + std::string(name) + ">");
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    return whole.substr(begin + name.size() + 2, end - begin - name.size() - 2);
}

// The text between the tags, lines of one paragraph joined, and where the TIMEX3 elements stand in it.
TimedText read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    std::ostringstream buffer;
    buffer << in.rdbuf();
    const std::string whole = buffer.str();
    TimedText result;
    result.name = path.stem();
    result.date = parse_date(attribute(element(whole, "DCT"), "value").substr(0, 10));
    const std::string_view body = element(whole, "TEXT");
    const auto position = [&] { return static_cast<std::uint32_t>(result.text.size()); };
    for (std::size_t i = 0; i < body.size();) {
        if (body[i] == '<') {
            const std::size_t end = body.find('>', i) + 1;
            const std::string_view tag = body.substr(i, end - i);
            if (tag.starts_with("<TIMEX3")) {
                const std::string value = attribute(tag, "value");
                const bool scored = attribute(tag, "type") == "DATE" && days_of(value);
                result.times.push_back({{position(), position()}, value, scored});
            } else if (tag == "</TIMEX3>") {
                result.times.back().span.end = position();
            }
            i = end;
        } else if (body[i] == '&') {
            const std::size_t end = body.find(';', i) + 1;
            const std::string_view entity = body.substr(i, end - i);
            result.text += entity == "&amp;" ? "&" : entity == "&lt;" ? "<" : entity == "&gt;" ? ">" : "\"";
            i = end;
        } else {
            const bool wrapped = body[i] == '\n' && i > 0 && body[i - 1] != '\n' && i + 1 < body.size() &&
                                 body[i + 1] != '\n' && body[i + 1] != ' ' && body[i + 1] != '\t';
            result.text += wrapped ? ' ' : body[i];
            ++i;
        }
    }
    return result;
}

// The annotation gives "since 1998" the year alone, and "from 1982 to 1992" both years apart.
bool means(std::string_view found, std::string_view gold) {
    const auto slash = found.find('/');
    return found == gold || (slash != std::string_view::npos &&
                             (found.substr(0, slash) == gold || found.substr(slash + 1) == gold));
}

std::string around(const TimedText& text, Span span) {
    const std::size_t begin = span.begin > 60 ? span.begin - 60 : 0;
    std::string line = text.text.substr(begin, span.begin - begin) + "[" + std::string(span.of(text.text)) +
                       "]" + text.text.substr(span.end, 40);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

}  // namespace

int times(const Arguments& arguments) {
    const Options given = options(arguments);
    if (given.paths.size() != 1) {
        std::fprintf(stderr, "times: one folder of TimeML files\n");
        return 2;
    }
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(given.paths.front())) {
        if (entry.path().extension() == ".tml") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::size_t gold = 0, predicted = 0, overlapping = 0, right = 0;
    std::size_t errors = given.errors;
    const auto report = [&](const TimedText& text, Span span, const std::string& was,
                            const std::string& got) {
        if (errors == 0) return;
        --errors;
        std::printf("%s (%s) gold %s got %s: %s\n", text.name.c_str(),
                    text.date ? to_string(*text.date).c_str() : "?", was.c_str(), got.c_str(),
                    around(text, span).c_str());
    };
    for (const fs::path& path : paths) {
        const TimedText text = read(path);
        const auto found = language::analyse(text.text, text.date).times;
        std::vector<bool> met(found.size());
        for (const GoldTime& time : text.times) {
            gold += time.scored;
            bool hit = false;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (!found[i].span.overlaps(time.span)) continue;
                if (time.scored && !hit) {
                    hit = true;
                    ++predicted;
                    ++overlapping;
                    if (means(found[i].value, time.value)) {
                        ++right;
                    } else {
                        report(text, time.span, time.value, found[i].value);
                    }
                }
                met[i] = true;
            }
            if (time.scored && !hit) report(text, time.span, time.value, "none");
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (met[i]) continue;
            ++predicted;
            report(text, found[i].span, "none", found[i].value);
        }
    }
    std::printf("# dates in %zu texts\n", paths.size());
    Figures figures;
    figures.show("dates found", prf(overlapping, predicted, gold));
    figures.show("dates with their value", prf(right, predicted, gold));
    return figures.judge(given);
}

}  // namespace whosaid::eval
