#include "cli/help.hpp"

#include <array>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr auto helps = std::to_array<CommandHelp>({
    {"index", "Read articles, extract who said what in them, and add or replace them in an index.",
     R"(Articles are JSON Lines (id, outlet, date, title, url, author, text) or plain text, also
compressed (.gz). What the index holds unchanged is skipped; a bad input is reported and the
rest goes on (status 3).
Ctrl-C commits what is whole; the same command then carries on.

Examples:
  whosaid index archive/                          # every .jsonl, .json and .txt in it
  whosaid index --index news.index 2026-*.jsonl
  jq -c '.items[]' feed.json | whosaid index -
)"},
    {"read", "Show the articles as the readers understand them: what index would take.",
     R"(Results are JSON Lines, which index and claims read again; --format json gives one document.

Examples:
  whosaid read archive/ | head -3
  whosaid read story.txt
  whosaid read feed.jsonl > /dev/null             # only check the inputs
)"},
    {"claims",
     "Show the claims of articles: who said it, in what words, and how sure they showed themselves.",
     R"(No index is needed. Spans in JSON count Unicode code points of the article's text.

Examples:
  whosaid claims story.txt
  whosaid claims archive/ --format jsonl > claims.jsonl
  whosaid claims --view article story.txt         # the text with its claims marked
  whosaid claims --explain story.txt              # by which cue, frame and rule
  echo 'The plant will close in May, two officials said.' | whosaid claims -
)"},
    {"lexicon", "Show the words that attribute, and what they commit a source to.",
     R"(One entry a line: verb or noun, the word, then its class, how far it commits its source, and for
verbs the frames it stands in. Keep the lines to change in a file and give it to claims, index,
verify, report or compare as --lexicon FILE; "none" takes a word out:
  verb reckon: thought probable clause quote
  verb like: none

Examples:
  whosaid lexicon > desk.cues
  whosaid lexicon | grep possible
  whosaid claims --lexicon desk.cues story.txt
)"},
    {"search", "Find articles, or claims, in an index.",
     R"(Fields: source: outlet: cue: certainty: kind: polarity: entity: title: date:
  certainty  confirmed, asserted, probable, possible, uncommitted
  kind       person, organisation, anonymous, document, media
  polarity   affirmed, denied
  date       a day, month, quarter or year, or a range: date:2026-01..2026-02

Examples:
  whosaid search '"interest rates" AND outlet:"Harbour Wire"'
  whosaid search --claims 'source:azar certainty:possible' --by date
  whosaid search 'dam NEAR breach date:2026-01..2026-02' --format jsonl
)"},
    {"verify", "Tell who else reports a claim, who contradicts it, and how many of them are independent.",
     R"(Verdicts, by independent origins:
  corroborated   two or more report it, none contradicts it
  single-source  one reports it, none contradicts it
  disputed       some report it, some contradict it
  contradicted   none reports it, some contradict it
  unsupported    the index holds nothing for or against it

A text that is no claim is noted: a question, an order, a name alone, several claims in one (each is then judged by
itself as well), another language than English, what is yet to come, an opinion. An index whose articles end before
--as-of or begin after it covers the claim in part only: finding nothing there is not "unsupported".

A desk's own file, --desk FILE, tells in TOML what it knows of its sources: names that are one source's, how
reliable it has been (Admiralty, A to F; the best among those who report the claim is the grade's letter), and
which outlets belong to one publisher and so are no two origins where they speak in their own voice:
  [[source]]
  name = "Energy Ministry"
  aliases = ["Ministry of Power and Energy"]
  reliability = "B"
  [[publisher]]
  name = "Harbour Media"
  outlets = ["Harbour Wire", "Lakeside Daily"]

The likeliest passages are read by a small neural network; with --quick, claim and passage are compared item by
item alone: some tenths of a second faster, and less reliable.

Examples:
  whosaid verify 'Modi will visit Israel in February' --as-of 2026-02-01
  whosaid verify --explain 'The central bank cut rates by 50 basis points'
  whosaid verify --claims claims.jsonl --format jsonl > verified.jsonl
  whosaid verify --desk desk.toml 'The plant will close in May'
)"},
    {"timeline",
     "Show how certainty, date and side of a claim moved over time, and where a carrier hardened it.",
     R"(The passages that verify finds, in order of publication, each with how sure its source is, and with its moves:
  first report    the first by this origin that takes a side
  hardened        surer than the same origin's or the same copy's earlier passage; softened: less sure
  reversed        the origin has changed sides: a correction, a withdrawal
  date changed    the same origin tells another day, month or year
Where it is surely the carrier that is surer than its source, it says so: a copy that makes "will" of "may", an
outlet that states in its own voice what its source calls possible. On one day nobody can tell which of two
articles was first: only copies are compared then.

Examples:
  whosaid timeline 'Modi will visit Israel in February'
  whosaid timeline 'The plant will close in May' --as-of 2026-02-01 --format json
)"},
    {"report", "Verify every claim of an article or an unpublished draft against the index.",
     R"(The article itself never counts as evidence. An existing file is kept unless --force is given.

Examples:
  whosaid report draft.txt
  whosaid report draft.txt --to html -o draft.html
  whosaid report kwaresh-dam/a1 --to newsml-g2 -o report.xml --force
)"},
    {"copies", "Show the groups of articles that carry the same copy, with the first and the evidence.",
     R"(With --explain the evidence is laid open: the credit line as it is written, the longest passages that both
articles have word for word, and the sentences that the copy adds and leaves out.

Examples:
  whosaid copies
  whosaid copies --explain | less
  whosaid copies --index a.index --index b.index --format jsonl
)"},
    {"compare", "Hold a claim against a passage: does it support, contradict or only discuss it?",
     R"(No index is needed.

Examples:
  whosaid compare 'Ten people died' 'Officials put the dead at twelve.'
  whosaid compare 'The talks begin on 3 March' 'Talks start Tuesday.' --as-of 2026-03-02
  whosaid compare --pairs pairs.jsonl --format jsonl
)"},
    {"info", "Show what an index holds.",
     R"(Examples:
  whosaid info
  whosaid info --index news.index --format json
)"},
    {"schema", "Print the JSON Schema of every JSON document that whosaid writes.",
     R"(Examples:
  whosaid schema > whosaid-1.schema.json
)"},
});

}  // namespace

std::span<const CommandHelp> command_helps() {
    return helps;
}

std::string overview() {
    std::string out =
        "whosaid: who said what, how sure they were, and who else reports it\n\n"
        "Usage: whosaid COMMAND [OPTIONS] ...\n\nCommands:\n";
    for (const CommandHelp& help : helps)
        out += fmt::format("  {:<9} {}\n", help.name, help.purpose);
    out +=
        "\nwhosaid COMMAND --help explains each with examples; whosaid --version tells the version.\n\n"
        "A first try:\n"
        "  whosaid index archive/\n"
        "  whosaid search --claims 'certainty:possible'\n"
        "  whosaid verify 'The dam at Kwaresh has failed'\n\n"
        "The index is --index DIR, else $WHOSAID_INDEX, else ./whosaid.index. Results go to standard\n"
        "output, messages to standard error. NO_COLOR turns colours off.\n\n"
        "Status: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read;\n"
        "4 index missing, unreadable or of another schema; 5 index locked by another writer\n";
    return out;
}

std::string version() {
    return "whosaid " WHOSAID_VERSION "\n";
}

}  // namespace whosaid::cli
