#include "cli/help.hpp"

#include <array>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

constexpr auto helps = std::to_array<CommandHelp>({
    {"index", "Read articles, extract who said what in them, and add or replace them in an index.",
     R"(Articles are JSON Lines (id, outlet, date, title, url, author, text), NewsML-G2, NITF, ninjs or
plain text, also compressed (.gz): of .json and .xml the fields and elements decide which. What
the index holds unchanged is skipped; a bad input is reported and the rest goes on (status 3).
Ctrl-C commits what is whole; the same command then carries on.

Examples:
  whosaid index archive/                          # every .jsonl, .json, .xml and .txt in it
  whosaid index --index news.index 2026-*.jsonl
  jq -c '.items[]' feed.json | whosaid index -
)"},
    {"read", "Show the articles as the readers understand them: what index would take.",
     R"(Results are JSON Lines, which index and claims read again; --format json gives one document.

Examples:
  whosaid read archive/ | head -3
  whosaid read story.txt item.nitf.xml
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

Forms, with what each is for:
  text, html      people; html is one file that needs nothing else
  json            programs: the contract of whosaid schema
  csv             spreadsheets: a row a claim; a cell that begins with = + - or @ gets an ' before it
  newsml-g2       NewsML-G2 2.35: the claims as partMeta, the same in words as inline NITF
  nitf            NITF 3.6; --xmlns gives its root the namespace, which some readers do not expect
  ninjs           ninjs in the 1.x layout, the claims in extra.claims; ninjs-3.1 is the strict form
  claimreview     schema.org JSON-LD, also called jsonld: a Claim each; a ClaimReview only for the
                  claims in --reviewed FILE, which people have judged; a line of it:
                  {"claim": "c3", "rating": "Mostly true", "reviewer": "North Desk",
                   "url": "https://desk.example/17", "date": "2026-03-10", "article": "id, for export"}
  web-annotation  W3C Web Annotations: where in the article each claim and its source stand

Examples:
  whosaid report draft.txt
  whosaid report draft.txt --to html -o draft.html
  whosaid report kwaresh-dam/a1 --to newsml-g2 -o report.xml --force
  whosaid report kwaresh-dam/a1 --to claimreview --reviewed checks.jsonl
  whosaid report draft.txt --to nitf --vocabulary https://cv.desk.example/claims/
)"},
    {"export", "Report on the articles of an index, one file an article or one package.",
     R"(All articles, those that --query finds, or those named with --id; forms are those of whosaid report.
-o DIR writes a file each, named by the article's id; what else such a name may hold is written as %XX.
--package FILE writes one: a newsMessage (newsml-g2), JSON Lines (json, ninjs, ninjs-3.1, claimreview,
web-annotation) or one table (csv). A file is there whole or not at all, and an existing one is kept unless
--force is given. An article that fails is reported and the rest goes on (status 3). Files in newsml-g2, nitf,
ninjs and ninjs-3.1 carry the article's own text too, and whosaid reads them as that article.

With --since STATE each article goes out once as it is, and again when its text or its particulars change, not
when only the evidence for its claims does. The state is written after the files; give --force with it where an
article may change while its last file still waits.
Ctrl-C ends with what is whole; the same command then carries on.

Examples:
  whosaid export -o reports/
  whosaid export --query 'outlet:"Harbour Wire" date:2026-03' --to nitf -o hotfolder/ --since sent.json
  whosaid export --id kwaresh-dam/a1 --id kwaresh-dam/a2 --to csv --package claims.csv
  whosaid export --to newsml-g2 --package all.xml --quick --force
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
