// whosaid-eval MODE ARGUMENTS...: figures of the program's parts on annotated data.
#include "tests/eval/modes.hpp"

#include <array>
#include <cstdio>
#include <exception>
#include <string_view>

namespace {

struct Mode {
    std::string_view name;
    int (*run)(const whosaid::eval::Arguments&);
    std::string_view usage;
};

constexpr auto modes = std::to_array<Mode>({
    {"newsroom", whosaid::eval::newsroom,
     "DIR [--attribution|--corroboration] [--quick|--readings=FILE] [--errors N] [LIMIT]...   "
     "annotated stories"},
    {"pairs", whosaid::eval::pairs, "FILE... [--quick] [--errors N] [LIMIT]...   claims against passages"},
    {"times", whosaid::eval::times, "DIR [--errors N] [LIMIT]...   dates in TimeML files"},
    {"tokens", whosaid::eval::tokens, "CONLLU... [--errors N] [LIMIT]...   words and sentences in raw text"},
    {"parse", whosaid::eval::parse,
     "CONLLU... [--linear] [--network=FILE] [--model=FILE] [--errors N] [LIMIT]...   tags and "
     "trees on treebanks"},
    {"names", whosaid::eval::names,
     "IOB|DIR... [--linear] [--network=FILE] [--model=FILE] [--errors N] [LIMIT]...   names in "
     "columns, sources in "
     "annotated stories"},
    {"coreference", whosaid::eval::coreference,
     "CONLL|DIR... [--errors N] [LIMIT]...   pronouns in chains of mentions"},
    {"certainty", whosaid::eval::certainty,
     "FILE... [--cross-validate]   factuality of predicates, scores to standard output"},
    {"learn-factuality", whosaid::eval::learn_factuality,
     "FILE...   weights of factuality, to standard output"},
    {"encoder-inputs", whosaid::eval::encoder_inputs,
     "STORIES... PAIRS...   what the encoder learns from, as JSON Lines"},
    {"learn-stance", whosaid::eval::learn_stance,
     "STORIES... PAIRS... [--readings=FILE]   weights of the comparison, to standard output"},
});

}  // namespace

int main(int argc, char** argv) {
    const std::string_view name = argc > 1 ? argv[1] : "";
    for (const Mode& mode : modes) {
        if (mode.name != name) continue;
        try {
            return mode.run(whosaid::eval::Arguments(argv + 2, argv + argc));
        } catch (const std::exception& e) {  // unreadable gold data
            std::fprintf(stderr, "%s\n", e.what());
            return 1;
        }
    }
    for (const Mode& mode : modes) {
        std::fprintf(stderr, "whosaid-eval %.*s %.*s\n", static_cast<int>(mode.name.size()), mode.name.data(),
                     static_cast<int>(mode.usage.size()), mode.usage.data());
    }
    std::fputs("LIMIT: --floor NAME=VALUE or --ceiling NAME=VALUE, of a figure by its name\n", stderr);
    return 2;
}
