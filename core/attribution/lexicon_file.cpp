#include "core/attribution/lexicon_file.hpp"

#include "core/terms.hpp"
#include "core/text/characters.hpp"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace whosaid::attribution {
namespace {

using Named = std::pair<std::string_view, Frame>;
constexpr auto frame_names = std::to_array<Named>({{"clause", clause},
                                                   {"quote", quote},
                                                   {"object", object},
                                                   {"infinitive", infinitive},
                                                   {"recipient", recipient},
                                                   {"denies", denies},
                                                   {"complement", complement},
                                                   {"about", about},
                                                   {"asks", asks},
                                                   {"finds", finds}});

std::string_view trimmed(std::string_view s) {
    constexpr std::string_view blank = " \t\r";
    const auto first = s.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(blank) - first + 1);
}

std::string_view next_word(std::string_view& rest) {
    rest = trimmed(rest);
    const auto end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

// What is wrong with the line; empty where it is an entry.
std::string read_entry(std::string_view line, Entry& entry) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return "an entry needs a colon behind its word";
    std::string_view head = line.substr(0, colon);
    const std::string_view word_class = next_word(head);
    if (word_class != "verb" && word_class != "noun")
        return fmt::format("\"{}\" is neither verb nor noun", word_class);
    entry.noun = word_class == "noun";
    entry.lemma = text::lower(trimmed(head));
    if (entry.lemma.empty()) return "the word is missing before the colon";
    std::string_view rest = line.substr(colon + 1);
    const std::string_view first = next_word(rest);
    if (first == "none") {
        entry.cue.reset();
        return trimmed(rest).empty() ? "" : "nothing may follow \"none\"";
    }
    const auto cue_class = from_term<CueClass>(first);
    if (!cue_class) return fmt::format("\"{}\" is none of speech, writing, thought, intention, none", first);
    const std::string_view second = next_word(rest);
    const auto commitment = from_term<Certainty>(second);
    if (!commitment)
        return fmt::format("\"{}\" is none of confirmed, asserted, probable, possible, uncommitted", second);
    Cue cue{"", *cue_class, *commitment, 0};
    for (std::string_view name = next_word(rest); !name.empty(); name = next_word(rest)) {
        const auto* frame = std::find_if(frame_names.begin(), frame_names.end(),
                                         [&](const Named& n) { return n.first == name; });
        if (frame == frame_names.end()) return fmt::format("there is no frame \"{}\"", name);
        cue.frames = static_cast<std::uint16_t>(cue.frames | frame->second);
    }
    if (!entry.noun && cue.frames == 0) return "a verb needs a frame, or it is never found";
    entry.cue = cue;
    return {};
}

}  // namespace

Result<std::vector<Entry>> read_lexicon(std::string_view text, const std::string& file) {
    std::vector<Entry> entries;
    std::uint64_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) continue;
        Entry entry;
        if (std::string wrong = read_entry(line, entry); !wrong.empty())
            return tl::unexpected(
                Error{ErrorCode::usage, std::move(wrong),
                      "write entries as \"verb hint at: speech possible about\"; whosaid lexicon "
                      "shows those built in",
                      file, number});
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::string lexicon_text() {
    std::string out;
    for (const Entry& entry : entries_in_use()) {
        out += fmt::format("{} {}: {} {}", entry.noun ? "noun" : "verb", entry.lemma,
                           term(entry.cue->cue_class), term(entry.cue->commitment));
        for (const auto& [name, frame] : frame_names) {
            if (entry.cue->takes(frame)) out += fmt::format(" {}", name);
        }
        out += '\n';
    }
    return out;
}

}  // namespace whosaid::attribution
