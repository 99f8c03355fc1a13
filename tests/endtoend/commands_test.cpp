// Every command on small inputs: what it prints keeps to the JSON Schema that `whosaid schema` prints.
#include "core/text/utf8.hpp"
#include "tests/endtoend/fixture.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace whosaid::endtoend {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

const std::string agency_copy =
    "ORSA: The ferry between Orsa and Lindholm will sail again on 9 March, harbour master Lena Brandt said "
    "on "
    "Monday. \"The hull has been repaired and inspected,\" Brandt told reporters at the quay in Orsa. \"We "
    "are "
    "ready.\"\n\nThe ferry was taken out of service on 20 February after it struck a rock off Lindholm. "
    "Nobody was "
    "hurt in the accident, which happened in thick fog shortly before dawn.\n\nTwo officials, who asked not "
    "to be named "
    "because the inquiry goes on, said the captain might have been asleep. The shipping line Nordfjell "
    "denied that the "
    "crew was to blame.\n";

// A story of four articles: a wire's, a copy of it, one with a source of its own, and one that contradicts.
std::string story() {
    return line("wire", "Harbour Wire", "2026-03-02", "Orsa ferry to sail again", agency_copy) +
           line("copy", "Lakeside Courier", "2026-03-03", "Ferry back next week",
                agency_copy + "\n(Harbour Wire)\n") +
           line("own", "Inland Post", "2026-03-03", "Ferry returns",
                "The Orsa ferry will sail again on 9 March, transport minister Paul Okoye confirmed in Orsa "
                "on Tuesday. "
                "Caf\xC3\xA9s on the quay \xE2\x80\x93 shut since the accident \xE2\x80\x93 hope for guests, "
                "he said.\n") +
           line("doubt", "The Lindholm Star", "2026-03-04", "Ferry delayed",
                "The Orsa ferry will not sail again on 9 March, engineer Mia Tran said on Wednesday. \"It "
                "will be April,\" "
                "Tran said.\n");
}

class Commands : public EndToEnd {
  protected:
    void SetUp() override {
        static_cast<void>(write("story.jsonl", story()));
        const Json summary = document({"index", "story.jsonl", "--format", "json"});
        ASSERT_EQ(summary["articles"], 4);
        ASSERT_EQ(summary["unreadable"], 0);
    }
    static std::vector<std::string> values(const std::vector<Json>& documents, const std::string& name) {
        std::vector<std::string> out;
        out.reserve(documents.size());
        for (const Json& each : documents)
            out.push_back(each.at(name));
        return out;
    }
};

// The piece of `text` that a span in code points points at.
std::string piece(const std::string& text, const Json& span) {
    const text::CodePoints points(text);
    const std::uint32_t begin = points.byte(span.at(0));
    return text.substr(begin, points.byte(span.at(1)) - begin);
}

// Each span of the claims points at the words that the claim names.
void expect_spans_to_fit(const Json& claims, const std::string& text) {
    for (const Json& claim : claims) {
        std::string content;
        for (const Json& span : claim["content"])
            content += (content.empty() ? "" : " ") + piece(text, span);
        EXPECT_EQ(claim["text"], content);
        for (const Json& entity : claim["entities"])
            EXPECT_NE(piece(text, entity["span"]), "");
    }
}

TEST_F(Commands, ReadPrintsWhatItReads) {
    const std::vector<Json> articles = lines({"read", "story.jsonl"});
    EXPECT_THAT(values(articles, "id"), ElementsAre("wire", "copy", "own", "doubt"));
    EXPECT_EQ(articles[0]["text"], agency_copy);
    EXPECT_EQ(document({"read", "story.jsonl", "--format", "json"})["articles"].size(), 4U);
    // What it prints is read again, the same.
    const std::string once = output({"read", "story.jsonl"});
    EXPECT_EQ(output({"read", "-"}, once), once);
    EXPECT_EQ(lines({"read", "-"}, "Rain fell.").at(0)["id"], "stdin");
}

TEST_F(Commands, IndexSkipsWhatHasNotChangedAndReplacesWhatHas) {
    Json summary = document({"index", "story.jsonl", "--format", "json"});
    EXPECT_EQ(summary["articles"], 0);
    EXPECT_EQ(summary["unchanged"], 4);
    static_cast<void>(write("new.jsonl", line("own", "Inland Post", "2026-03-03", "Ferry returns",
                                              "The bus returns, Paul Okoye said.")));
    summary = document({"index", "new.jsonl", "--format", "json"});
    EXPECT_EQ(summary["articles"], 1);
    EXPECT_EQ(document({"info", "--format", "json"})["articles"], 4);
    EXPECT_THAT(values(lines({"search", "bus", "--format", "jsonl"}), "article"), ElementsAre("own"));
    EXPECT_THAT(lines({"search", "guests", "--format", "jsonl"}), IsEmpty());
}

TEST_F(Commands, ClaimsHaveSpansInCodePointsOfTheText) {
    const std::vector<Json> articles = lines({"read", "story.jsonl"});
    const std::vector<Json> claims = lines({"claims", "story.jsonl", "--format", "jsonl"});
    ASSERT_EQ(claims.size(), 4U);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        EXPECT_FALSE(claims[i]["claims"].empty()) << claims[i]["id"];
        expect_spans_to_fit(claims[i]["claims"], articles[i]["text"]);
    }
    EXPECT_EQ(document({"claims", "story.jsonl", "--format", "json"})["articles"].size(), 4U);
    EXPECT_THAT(output({"claims", "story.jsonl"}),
                AllOf(HasSubstr("Orsa ferry to sail again"), HasSubstr("Lena Brandt")));
}

TEST_F(Commands, SearchFindsArticlesAndClaims) {
    EXPECT_THAT(values(lines({"search", "captain", "--format", "jsonl"}), "article"),
                UnorderedElementsAre("wire", "copy"));
    EXPECT_THAT(
        values(lines({"search", "\"sail again\" outlet:\"Inland Post\"", "--format", "jsonl"}), "article"),
        ElementsAre("own"));
    EXPECT_THAT(
        values(lines({"search", "ferry", "--by", "date", "--limit", "1", "--format", "jsonl"}), "article"),
        ElementsAre("doubt"));
    const Json page = document({"search", "ferry", "--format", "json", "--explain"});
    EXPECT_EQ(page["hits"].size(), 4U);
    const std::vector<Json> claims = lines({"search", "--claims", "source:brandt", "--format", "jsonl"});
    EXPECT_THAT(values(claims, "article"), Contains("wire"));
    for (const Json& hit : claims)
        EXPECT_THAT(hit["claim"]["source"]["name"].get<std::string>(), HasSubstr("Brandt"));
    EXPECT_THAT(output({"search", "captain"}), HasSubstr("1 to 2 of about 2 articles"));
    EXPECT_EQ(run({"search", "date:someday"}).status, 2);
}

TEST_F(Commands, VerifyTellsTheVerdictAndItsEvidence) {
    const Json verified = document({"verify", "The Orsa ferry will sail again on 9 March.", "--as-of",
                                    "2026-03-05", "--format", "json"});
    EXPECT_FALSE(verified["evidence"].empty());
    std::map<std::string, std::string> texts;
    for (const Json& article : lines({"read", "story.jsonl"}))
        texts[article["id"]] = article["text"];
    for (const Json& evidence : verified["evidence"])
        EXPECT_EQ(piece(texts[evidence["article"]], evidence["span"]), evidence["text"]);
    const Json before = document({"verify", "The Orsa ferry will sail again on 9 March.", "--as-of",
                                  "2026-03-01", "--format", "json"});
    EXPECT_EQ(before["verdict"], "unsupported");
    EXPECT_THAT(before["evidence"], IsEmpty());
    EXPECT_EQ(
        document({"verify", "Parliament passed the budget of Lindholm.", "--format", "json"})["verdict"],
        "unsupported");
    static_cast<void>(write("claims.jsonl",
                            "{\"id\": \"x\", \"text\": \"The ferry struck a rock.\", \"as_of\": "
                            "\"2026-03-05\"}\n{\"text\": \"It rained.\"}\n"));
    EXPECT_THAT(values(lines({"verify", "--claims", "claims.jsonl", "--format", "jsonl"}), "id"),
                ElementsAre("x", "2"));
    EXPECT_EQ(
        document({"verify", "--claims", "claims.jsonl", "--format", "json", "--explain"})["verifications"]
            .size(),
        2U);
    EXPECT_THAT(output({"verify", "It rained in Paris."}), HasSubstr("UNSUPPORTED"));
}

TEST_F(Commands, VerifyNotesWhatIsNoClaim) {
    const auto notes = [&](const std::string& claim) {
        const Json answer =
            document({"verify", claim, "--quick", "--as-of", "2026-03-04", "--format", "json"});
        std::vector<std::string> out;
        for (const Json& each : answer["notes"])
            out.push_back(each["note"]);
        return out;
    };
    EXPECT_THAT(notes("The Orsa ferry struck a rock off Lindholm."), IsEmpty());
    EXPECT_THAT(notes("Did the Orsa ferry strike a rock?"), ElementsAre("question"));
    EXPECT_THAT(notes("Lena Brandt"), ElementsAre("no-statement"));
    EXPECT_THAT(notes("Le bac d'Orsa reprend la mer lundi, selon la capitainerie."),
                ElementsAre("foreign-language"));
    EXPECT_THAT(output({"verify", "Did the Orsa ferry strike a rock?", "--quick"}),
                HasSubstr("it is a question: write it as a statement"));
    EXPECT_EQ(document({"timeline", "Lena Brandt", "--quick", "--format", "json"})["notes"][0]["note"],
              "no-statement");
}

TEST_F(Commands, VerifyJudgesEachOfSeveralClaims) {
    const std::string claim =
        "The ferry struck a rock off Lindholm, and Nordfjell denied that the crew was to blame.";
    const Json whole = document({"verify", claim, "--format", "json"});
    EXPECT_EQ(whole["notes"][0]["note"], "several-claims");
    ASSERT_EQ(whole["parts"].size(), 2U);
    EXPECT_EQ(whole["parts"][0]["text"], "The ferry struck a rock off Lindholm");
    EXPECT_EQ(whole["parts"][1]["text"], "Nordfjell denied that the crew was to blame.");
    EXPECT_FALSE(whole["parts"][0].contains("schema"));
    static_cast<void>(write("two.jsonl", Json{{"id", "x"}, {"text", claim}}.dump() + "\n"));
    EXPECT_EQ(lines({"verify", "--claims", "two.jsonl", "--format", "jsonl"})[0]["parts"][1]["id"], "x/2");
    EXPECT_THAT(output({"verify", claim}), AllOf(HasSubstr("Claim 1\n"), HasSubstr("Claim 2\n")));
    EXPECT_FALSE(document({"verify", "The ferry struck a rock.", "--format", "json"}).contains("parts"));
}

TEST_F(Commands, AClaimWithoutWordsIsAnErrorThatTellsWhatToDo) {
    for (const Arguments& arguments :
         std::vector<Arguments>{{"verify", "..."}, {"verify", "  "}, {"timeline", "?!"}, {"timeline", ""}}) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2);
        EXPECT_THAT(outcome.err, HasSubstr("the claim holds no words; write it as one sentence"));
        EXPECT_THAT(outcome.out, IsEmpty());
    }
    static_cast<void>(write("claims.jsonl", "{\"text\": \"?!\"}\n{\"text\": \"It rained.\"}\n"));
    const Outcome some = run({"verify", "--claims", "claims.jsonl", "--format", "jsonl"});
    EXPECT_EQ(some.status, 3);
    EXPECT_THAT(some.err, HasSubstr("claims.jsonl:1: the claim holds no words"));
    EXPECT_EQ(Json::parse(some.out)["text"], "It rained.");
}

TEST_F(Commands, AnIndexThatEndsBeforeOrBeginsAfterTheDayDoesNotCoverIt) {
    const auto coverage = [&](const std::string& day) {
        return document({"verify", "Parliament passed the budget.", "--as-of", day, "--quick", "--format",
                         "json"})["coverage"];
    };
    EXPECT_EQ(coverage("2026-03-04"), "complete");
    EXPECT_EQ(coverage("2026-03-05"), "index ends on 2026-03-04, before as_of");
    EXPECT_EQ(coverage("2026-03-01"), "index begins on 2026-03-02, after as_of");
    EXPECT_THAT(output({"verify", "Parliament passed the budget.", "--as-of", "2026-03-05", "--quick"}),
                AllOf(HasSubstr("NOT COVERED"), Not(HasSubstr("UNSUPPORTED"))));
    EXPECT_THAT(output({"verify", "Parliament passed the budget.", "--quick"}), HasSubstr("UNSUPPORTED"));
    static_cast<void>(write("draft.txt", "Parliament passed the budget, Mia Tran said.\n"));
    for (const char* form : {"text", "html"}) {
        EXPECT_THAT(output({"report", "draft.txt", "--as-of", "2026-03-05", "--to", form}),
                    AllOf(HasSubstr("1 not covered"), Not(HasSubstr("1 unsupported"))))
            << form;
    }
}

TEST_F(Commands, TheDesksOwnFileRatesSourcesAndJoinsOrigins) {
    const std::string claim = "The Orsa ferry will sail again on 9 March.";
    const Json plain = document({"verify", claim, "--format", "json"});
    EXPECT_EQ(plain["grade"].get<std::string>().substr(0, 1), "F");
    static_cast<void>(
        write("desk.toml",
              "[[source]]\nname = \"Lena Brandt\"\naliases = [\"Paul Okoye\"]\nreliability = \"B\"\n"));
    const Json rated = document({"verify", claim, "--desk", "desk.toml", "--format", "json"});
    EXPECT_EQ(rated["grade"].get<std::string>().substr(0, 1), "B");
    EXPECT_EQ(rated["origins_for"].get<int>(), plain["origins_for"].get<int>() - 1);
    EXPECT_EQ(rated["evidence"][0]["reliability"], "B");
    EXPECT_THAT(output({"verify", claim, "--desk", "desk.toml"}), HasSubstr("B: usually reliable source"));
    EXPECT_THAT(output({"timeline", claim, "--desk", "desk.toml"}), HasSubstr("B: usually reliable source"));
    EXPECT_EQ(document({"report", "own", "--desk", "desk.toml", "--to", "json"})["run"]["options"].back(),
              "--desk desk.toml");
    static_cast<void>(write("desk.toml", "[[source]]\nnmae = \"Lena Brandt\"\n"));
    const Outcome wrong = run({"verify", claim, "--desk", "desk.toml"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("desk.toml:2: a source has no key \"nmae\"; did you mean \"name\"?"));
    EXPECT_EQ(run({"verify", claim, "--desk", "none.toml"}).status, 2);
}

TEST_F(Commands, TimelineIsInOrderOfPublication) {
    const Json timeline =
        document({"timeline", "The Orsa ferry will sail again on 9 March.", "--format", "json"})["timeline"];
    ASSERT_GE(timeline.size(), 2U);
    for (std::size_t i = 1; i < timeline.size(); ++i)
        EXPECT_LE(timeline[i - 1]["date"], timeline[i]["date"]);
    EXPECT_EQ(timeline[0]["moves"][0]["move"], "first-report");
    EXPECT_EQ(lines({"timeline", "The Orsa ferry will sail again on 9 March.", "--format", "jsonl"}).size(),
              1U);
    EXPECT_THAT(document({"timeline", "The Orsa ferry will sail again on 9 March.", "--as-of", "2026-03-01",
                          "--format", "json"})["timeline"],
                IsEmpty());
    EXPECT_THAT(output({"timeline", "It rained in Paris."}), HasSubstr("Nothing found"));
}

TEST_F(Commands, TimelineShowsWhereACarrierHardensWhatItsSourceSaid) {
    const auto told = [](const char* how) {
        return std::string("The harbour of Orsa ") + how + " open again in May, Lena Brandt said." +
               agency_copy.substr(agency_copy.find("\n\n"));
    };
    static_cast<void>(
        write("harbour.jsonl",
              line("first", "Harbour Wire", "2026-03-02", "", told("is likely to")) +
                  line("second", "Inland Post", "2026-03-02", "", told("will") + "\n(Harbour Wire)\n")));
    ASSERT_EQ(run({"index", "harbour.jsonl"}).status, 0);
    const Json timeline = document({"timeline", "The harbour of Orsa will open again in May.", "--quick",
                                    "--format", "json"})["timeline"];
    ASSERT_EQ(timeline.size(), 2U);
    const Json hardened{{"move", "hardened"},
                        {"from", "probable"},
                        {"to", "asserted"},
                        {"since", "first"},
                        {"carrier", true}};
    EXPECT_EQ(timeline[1]["article"], "second");
    EXPECT_THAT(timeline[1]["moves"], Contains(hardened));
    EXPECT_THAT(output({"timeline", "The harbour of Orsa will open again in May.", "--quick"}),
                HasSubstr("^ hardened from probable to asserted since first, by the carrier"));
}

TEST_F(Commands, ReportHasFourForms) {
    static_cast<void>(write(
        "draft.txt", "The Orsa ferry will sail again on 9 March, Paul Okoye said. It may rain, he added.\n"));
    const Json json = document({"report", "draft.txt", "--to", "json"});
    EXPECT_FALSE(json["claims"].empty());
    EXPECT_EQ(json["claims"].size(), json["verifications"].size());
    EXPECT_EQ(json["run"]["made_at"], "2026-03-01T00:00:00Z");
    EXPECT_THAT(output({"report", "draft.txt"}), HasSubstr("ferry"));
    EXPECT_THAT(output({"report", "draft.txt", "--to", "html"}),
                AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("</html>")));
    EXPECT_THAT(output({"report", "draft.txt", "--to", "newsml-g2"}),
                AllOf(StartsWith("<?xml"), HasSubstr("</newsItem>")));
    // An article of the index is no evidence for itself.
    const Json own = document({"report", "own", "--to", "json"});
    ASSERT_FALSE(own["verifications"].empty());
    for (const Json& each : own["verifications"]) {
        for (const Json& evidence : each["evidence"])
            EXPECT_NE(evidence["article"], "own");
    }
}

TEST_F(Commands, ReportsToAFileThatIsKeptUnlessForced) {
    ASSERT_EQ(run({"report", "own", "-o", "report.txt"}).status, 0);
    const Outcome again = run({"report", "own", "-o", "report.txt"});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("report.txt: "));
    EXPECT_EQ(run({"report", "own", "-o", "report.txt", "--force"}).status, 0);
    std::ifstream file(path("report.txt"));
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), output({"report", "own"}));
}

TEST_F(Commands, CopiesAreGroupedWithTheFirstAtTheHead) {
    const std::vector<Json> groups = lines({"copies", "--format", "jsonl"});
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0]["group"], Json({"wire", "copy"}));
    EXPECT_EQ(document({"copies", "--format", "json"})["groups"].size(), 1U);
    EXPECT_THAT(output({"copies"}), AllOf(HasSubstr("wire"), HasSubstr("copy")));
}

TEST_F(Commands, CopiesExplainedLayTheEvidenceOpen) {
    static_cast<void>(
        write("cut.jsonl", line("cut", "North Desk", "2026-03-03", "Ferry back",
                                agency_copy.substr(0, agency_copy.find("\n\nTwo officials")) +
                                    "\n\nCaf\xC3\xA9 owners in Orsa hope for guests.\n\n(Harbour Wire)\n")));
    ASSERT_EQ(run({"index", "cut.jsonl"}).status, 0);
    std::map<std::string, std::string> texts;
    for (const char* file : {"story.jsonl", "cut.jsonl"}) {
        for (const Json& article : lines({"read", file}))
            texts[article["id"]] = article["text"];
    }
    const std::vector<Json> groups = lines({"copies", "--explain", "--format", "jsonl"});
    ASSERT_EQ(groups.size(), 1U);
    ASSERT_EQ(groups[0]["evidence"].size(), 2U);
    for (const Json& each : groups[0]["evidence"]) {
        const std::string& text = texts[each["article"]];
        EXPECT_EQ(each["credit_line"]["text"], "(Harbour Wire)");
        EXPECT_EQ(piece(texts[each["credit_line"]["article"]], each["credit_line"]["span"]),
                  "(Harbour Wire)");
        EXPECT_FALSE(each["passages"].empty());
        for (const Json& passage : each["passages"]) {
            EXPECT_EQ(piece(text, passage["span"]), passage["text"]);
            EXPECT_EQ(piece(texts["wire"], passage["first_span"]), passage["text"]);
        }
        for (const Json& sentence : each["adds"])
            EXPECT_EQ(piece(text, sentence["span"]), sentence["text"]);
        for (const Json& sentence : each["leaves_out"])
            EXPECT_EQ(piece(texts["wire"], sentence["span"]), sentence["text"]);
        EXPECT_EQ(each["adds"].size(), each["article"] == "cut" ? 1U : 0U);
        EXPECT_EQ(each["leaves_out"].size(), each["article"] == "cut" ? 2U : 0U);
    }
    EXPECT_THAT(output({"copies", "--explain"}),
                AllOf(HasSubstr("both have"), HasSubstr("\"Caf\xC3\xA9 owners in Orsa hope for guests.\"")));
}

TEST_F(Commands, CompareTellsTheStance) {
    const Json compared =
        document({"compare", "Ten people died in the fire in Orsa.",
                  "Twelve people died in the fire in Orsa, police said.", "--format", "json"});
    EXPECT_EQ(compared["stance"], "contradicts");
    EXPECT_FALSE(compared["reasons"].empty());
    static_cast<void>(
        write("pairs.jsonl", "{\"id\": \"p\", \"claim\": \"It rained.\", \"evidence\": \"It rained.\"}\n"));
    EXPECT_THAT(values(lines({"compare", "--pairs", "pairs.jsonl", "--format", "jsonl"}), "id"),
                ElementsAre("p"));
    EXPECT_EQ(document({"compare", "--pairs", "pairs.jsonl", "--format", "json"})["comparisons"].size(), 1U);
}

TEST_F(Commands, InfoCountsWhatTheIndexHolds) {
    const Json info = document({"info", "--format", "json"});
    EXPECT_EQ(info["articles"], 4);
    EXPECT_EQ(info["claims"].get<std::size_t>(), all_claims(folder(), "date:2026").size());
    EXPECT_EQ(info["first_date"], "2026-03-02");
    EXPECT_EQ(info["last_date"], "2026-03-04");
    EXPECT_EQ(info["outlets"].size(), 4U);
    EXPECT_THAT(output({"info"}), HasSubstr("articles  4\n"));
}

TEST_F(Commands, SeveralIndexesAreReadAsOne) {
    static_cast<void>(
        write("other.jsonl", line("other", "North Desk", "2026-03-05", "Rain", "Rain fell on the ferry.")));
    ASSERT_EQ(run({"index", "other.jsonl", "--index", "second"}).status, 0);
    EXPECT_EQ(document({"info", "--index", "index", "--index", "second", "--format", "json"})["articles"], 5);
    EXPECT_EQ(lines({"search", "ferry", "--index", "index", "--index", "second", "--format", "jsonl"}).size(),
              5U);
}

TEST_F(Commands, WrongUsageIsStatusTwoWithHelpAtHand) {
    for (const Arguments& arguments : std::vector<Arguments>{{"idnex", "story.jsonl"},
                                                             {"index"},
                                                             {"verify"},
                                                             {"timeline"},
                                                             {"report", "own", "--to", "pdf"},
                                                             {"search", "ferry", "--limit", "0"},
                                                             {"verify", "x", "--as-of", "soon"}}) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2) << arguments[0];
        EXPECT_THAT(outcome.err, HasSubstr("--help")) << arguments[0];
        EXPECT_THAT(outcome.out, IsEmpty()) << arguments[0];
    }
    EXPECT_THAT(output({"--help"}), HasSubstr("whosaid COMMAND"));
    EXPECT_THAT(output({"index", "--help"}), HasSubstr("Examples:"));
}

}  // namespace
}  // namespace whosaid::endtoend
