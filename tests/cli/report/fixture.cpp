#include "fixture.hpp"

#include "core/date.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace whosaid::cli::fixture {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

const std::string text =
    "Ferry to Ostra Island \"could sail again by Friday\"\n"
    "\n"
    "PORT VALE: Harbour master Ines Okafor confirmed on Tuesday that 24 passengers were taken off the ferry "
    "Meridian. \"We counted every one of them,\" she said. \"Nobody is missing.\"\n"
    "\n"
    "Two officials briefed on the rescue, who asked not to be named because the inquiry is open, said the "
    "captain had told them the engine would likely need replacing. The ferry could sail again by Friday, the "
    "operator Straitlink hinted \xF0\x9F\x9A\xA2.\n"
    "\n"
    "The coastguard denied that a distress call went unanswered. A passenger, "
    "\xD7\xA0\xD7\x95\xD7\xA2\xD7\x94 "
    "\xD7\x9C\xD7\x95\xD7\x99, asked whether anyone had checked the lifeboats <b>at all</b> & why.\n"
    "\n"
    "The Meridian was built in 1987.\n";

Span at(std::string_view words, std::string_view after = "") {
    const std::size_t from = after.empty() ? 0 : text.find(after);
    const std::size_t begin = text.find(words, from);
    EXPECT_NE(begin, std::string::npos) << words;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

Source source(std::string name, SourceKind kind, std::string description = "") {
    Source out;
    out.name = std::move(name);
    out.kind = kind;
    out.description = std::move(description);
    return out;
}

Claim claim(std::initializer_list<Span> content, Source by, Certainty certainty) {
    Claim out;
    out.content = content;
    out.source = std::move(by);
    out.certainty = certainty;
    out.cue_class = CueClass::speech;
    out.confidence = 0.875;
    return out;
}

std::vector<Claim> claims() {
    std::vector<Claim> out;
    const Source okafor = source("Ines Okafor", SourceKind::person, "Harbour master");

    out.push_back(
        claim({at("24 passengers were taken off the ferry Meridian")}, okafor, Certainty::confirmed));
    out.back().source.span = at("Harbour master Ines Okafor");
    out.back().cue = {at("confirmed")};
    out.back().quantities = {{at("24 passengers"), 24, std::nullopt, "passenger", Comparison::exactly}};
    out.back().entities = {{at("Meridian"), "Meridian", EntityType::other}};

    out.push_back(claim({at("\"We counted every one of them,\""), at("\"Nobody is missing.\"")}, okafor,
                        Certainty::asserted));
    out.back().source.span = at("she said");
    out.back().source.span->end -= 5;
    out.back().cue = {at("said", "she ")};
    out.back().form = Form::direct;

    Source officials = source("two officials briefed on the rescue", SourceKind::anonymous);
    officials.anonymity =
        Anonymity{AnonymousClass::government, 2, "", "briefed on the rescue", "because the inquiry is open"};
    officials.span = at("Two officials briefed on the rescue");
    out.push_back(claim({at("the captain had told them the engine would likely need replacing")}, officials,
                        Certainty::asserted));
    out.back().cue = {at("said", "inquiry is open")};

    out.push_back(claim({at("the engine would likely need replacing")},
                        source("the captain", SourceKind::person, "captain of the Meridian"),
                        Certainty::probable));
    out.back().source.span = at("the captain");
    out.back().cue = {at("had told")};
    out.back().recipient = Recipient{at("them", "had told"), "two officials briefed on the rescue"};
    out.back().nested_in = 2;

    // Overlaps the claim before it across its end: what a parser may leave us with.
    out.push_back(claim({Span{at("need replacing").begin, at("by Friday", "replacing").end}},
                        source("Straitlink", SourceKind::organisation, "operator"), Certainty::possible));
    out.back().source.span = at("Straitlink");
    out.back().cue = {at("hinted")};
    out.back().times = {{at("by Friday", "replacing"), "2026-03-06"}};

    out.push_back(claim({at("a distress call went unanswered")},
                        source("Coastguard", SourceKind::organisation), Certainty::asserted));
    out.back().source.span = at("The coastguard");
    out.back().cue = {at("denied")};
    out.back().polarity = Polarity::denied;

    out.push_back(claim({at("whether anyone had checked the lifeboats <b>at all</b> & why")},
                        source("\xD7\xA0\xD7\x95\xD7\xA2\xD7\x94 \xD7\x9C\xD7\x95\xD7\x99",
                               SourceKind::person, "passenger <script>alert(1)</script>"),
                        Certainty::uncommitted));
    out.back().source.span = at("\xD7\xA0\xD7\x95\xD7\xA2\xD7\x94 \xD7\x9C\xD7\x95\xD7\x99");
    out.back().cue = {at("asked", "\xD7\x9C\xD7\x95\xD7\x99")};

    out.push_back(claim({at("The Meridian was built in 1987")}, source("The Vale Mercury", SourceKind::media),
                        Certainty::asserted));
    out.back().times = {{at("1987"), "1987"}};
    return out;
}

Evidence evidence(std::string article, std::string outlet, std::optional<Date> date, Stance stance, Source by,
                  Certainty certainty, std::string passage) {
    Evidence out;
    out.article = std::move(article);
    out.outlet = std::move(outlet);
    out.url = out.outlet.empty() ? "" : "https://news.example/" + out.article + "?a=1&b=2";
    out.title = "On " + out.article;
    out.date = date;
    out.text = std::move(passage);
    out.span = {0, static_cast<std::uint32_t>(out.text.size())};
    out.stance = stance;
    out.score = 0.9;
    out.origin = by.name;
    out.anonymous_origin = by.kind == SourceKind::anonymous;
    out.source = std::move(by);
    out.certainty = certainty;
    return out;
}

const Date march_3 = year{2026} / month{3} / day{3};
const Date march_4 = year{2026} / month{3} / day{4};

}  // namespace

Verification disputed() {
    Verification out;
    out.id = "c1";
    out.text = "24 passengers were taken off the ferry Meridian";
    out.as_of = year{2026} / month{3} / day{10};
    out.verdict = Verdict::disputed;
    out.origins_for = 2;
    out.origins_against = 1;
    out.named_origins = 1;
    out.anonymous_origins = 1;
    out.highest_certainty = Certainty::confirmed;
    out.grade = "F3";
    out.coverage = "shard 2 of 3 (tcp://archive:7001) did not answer";

    const Source okafor = source("Ines Okafor", SourceKind::person, "Harbour master of Port Vale");
    const std::string wire =
        "Harbour master Ines Okafor said 24 passengers had been brought ashore from the Meridian by half "
        "past "
        "nine, all of them well, and that the last of the lifeboats had been recovered.";
    out.evidence.push_back(
        evidence("wire-1", "Harbour Wire", march_3, Stance::supports, okafor, Certainty::probable, wire));
    out.evidence.back().reasons = {
        {Slot::number, "24", "24", std::nullopt, std::nullopt, true},
        {Slot::actor, "passengers", "passengers", std::nullopt, std::nullopt, true}};
    out.evidence.push_back(
        evidence("nbt-7", "NBT World Service", march_4, Stance::supports, okafor, Certainty::probable, wire));
    out.evidence.back().copy_of = "wire-1";
    out.evidence.push_back(evidence("volta-2", "Volta Business Report", std::nullopt, Stance::supports,
                                    okafor, Certainty::confirmed, wire));
    out.evidence.back().copy_of = "wire-1";

    Source rescuers = source("rescuers at the scene", SourceKind::anonymous);
    rescuers.anonymity = Anonymity{AnonymousClass::other, 0, "", "at the scene", ""};
    out.evidence.push_back(evidence("blog-9", "", std::nullopt, Stance::supports, rescuers,
                                    Certainty::asserted,
                                    "\x1b[31mRescuers\x1b[0m told us all 24 were safe \xE2\x80\xAE evil"));
    out.evidence.back().reasons = {{Slot::number, "24", "24", std::nullopt, std::nullopt, true}};

    out.evidence.push_back(evidence("isle-3", "The Isle Gazette", march_4, Stance::contradicts,
                                    source("Straitlink", SourceKind::organisation, "the ferry's operator"),
                                    Certainty::asserted,
                                    "Nineteen people were on board, Straitlink said; \"every ticket is "
                                    "accounted for\"."));
    out.evidence.back().url = "javascript:alert(1)";
    out.evidence.back().title = "</title><script>alert(1)</script>\" onmouseover=\"alert(2)";
    out.evidence.back().reasons = {{Slot::number, "24", "Nineteen", std::nullopt, std::nullopt, false},
                                   {Slot::actor, "Meridian", "Meridian", std::nullopt, std::nullopt, true}};

    const Source mercury = source("The Vale Mercury", SourceKind::media);
    out.evidence.push_back(evidence("vm-2", "The Vale Mercury", march_4, Stance::discusses, mercury,
                                    Certainty::asserted, "The Meridian has carried islanders for decades."));
    out.evidence.push_back(evidence("vm-3", "The Vale Mercury", march_4, Stance::discusses, mercury,
                                    Certainty::asserted, "A new ferry has been promised since 2019."));
    out.evidence.push_back(evidence("isle-4", "The Isle Gazette", march_4, Stance::discusses,
                                    source("The Isle Gazette", SourceKind::media), Certainty::asserted,
                                    "\xE6\xB8\xA1\xE8\xBC\xAA\xE3\x81\xAF\xE9\x87\x91\xE6\x9B\x9C\xE6\x97\xA5"
                                    "\xE3\x81\xBE\xE3\x81\xA7\xE9\x81\x8B\xE4\xBC\x91\xE3\x80\x82"));
    return out;
}

Report report() {
    Report out;
    out.article.id = "vale-mercury/meridian";
    out.article.outlet = "The Vale Mercury";
    out.article.url = "https://mercury.example/meridian?id=7&full=1";
    out.article.date = march_3;
    out.article.title = "Ferry to Ostra Island \"could sail again by Friday\"";
    out.article.author = "Tam\xC3\xA1s \xC5\xA0koda <tamas@mercury.example>";
    out.article.text = text;
    out.claims = claims();

    for (std::size_t i = 0; i < out.claims.size(); ++i) {
        Verification verification;
        verification.id = "c" + std::to_string(i + 1);
        verification.text = out.claims[i].content.front().of(text);
        verification.as_of = year{2026} / month{3} / day{10};
        out.verifications.push_back(std::move(verification));
    }
    out.verifications[0] = disputed();

    Verification& counted = out.verifications[1];
    counted.verdict = Verdict::corroborated;
    counted.origins_for = counted.named_origins = 2;
    counted.highest_certainty = Certainty::confirmed;
    counted.grade = "B1";
    counted.evidence = {evidence("wire-1", "Harbour Wire", march_3, Stance::supports,
                                 source("Port Vale police", SourceKind::organisation), Certainty::confirmed,
                                 "Police said everybody on the Meridian had been accounted for."),
                        evidence("union-1", "The Isle Gazette", march_4, Stance::supports,
                                 source("Seafarers' log", SourceKind::document), Certainty::asserted,
                                 "The log gives no name as missing.")};

    Verification& engine = out.verifications[3];
    engine.verdict = Verdict::single_source;
    engine.origins_for = engine.anonymous_origins = 1;
    engine.highest_certainty = Certainty::asserted;
    engine.evidence = {evidence("wire-2", "Harbour Wire", march_4, Stance::supports,
                                source("a crew member", SourceKind::anonymous), Certainty::asserted,
                                "A crew member said the engine was beyond repair.")};

    Verification& friday = out.verifications[4];
    friday.verdict = Verdict::contradicted;
    friday.origins_against = 1;
    friday.grade = "C5";
    friday.evidence = {evidence("isle-4", "The Isle Gazette", march_4, Stance::contradicts,
                                source("Straitlink", SourceKind::organisation), Certainty::confirmed,
                                "Straitlink confirmed that there would be no sailing before April.")};
    friday.evidence.back().reasons = {
        {Slot::date, "by Friday", "before April", std::nullopt, std::nullopt, false}};

    out.run = {
        "whosaid 0.1.0",           "whosaid-index 1",          42,           112, "2026-03-10T09:30:00Z",
        {"--as-of", "2026-03-10"}, "fnv1a64:0123456789abcdef", "sha256:00ff"};
    return out;
}

Report crowded() {
    Report out = report();
    Verification& verification = out.verifications[0];
    verification = {};
    verification.verdict = Verdict::disputed;
    const std::string_view names[] = {
        "Ines Okafor",
        "Ministry for the Sea, the Islands, the Harbours, the Lighthouses and All Who Live by Them",
        "\xD7\xA0\xD7\x95\xD7\xA2\xD7\x94 \xD7\x9C\xD7\x95\xD7\x99",
        "\xE6\xB8\xA1\xE8\xBC\xAA\xE9\x87\x91\xE6\x9B\x9C\xE6\x97\xA5\xE9\x81\x8B\xE4\xBC\x91",
        "Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherungsverein",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "\xF0\x9F\x9A\xA2 Ferry Fans \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
        "two officials, to The Isle Gazette"};
    constexpr std::size_t origins = 16;
    constexpr int passages = 14;
    for (std::size_t i = 0; i < origins; ++i) {
        std::string name(names[i % std::size(names)]);
        if (i >= std::size(names)) name += " " + std::to_string(i);
        const Source by = source(name, i % 8 == 7 ? SourceKind::anonymous : SourceKind::organisation);
        for (int j = 0; j < passages - static_cast<int>(i % 3) * 5; ++j) {
            std::optional<Date> date = plus_days(march_3, (j < 5 ? j : j * 31) - static_cast<int>(i));
            if (j % 7 == 6) date.reset();
            const bool against = i > 10 || (i % 4 == 0 && j > 8);
            verification.evidence.push_back(
                evidence("a" + std::to_string(i) + "-" + std::to_string(j),
                         j % 5 == 4 ? std::string(names[1]) : "Outlet " + std::to_string(j), date,
                         against ? Stance::contradicts : Stance::supports, by,
                         static_cast<Certainty>((i + static_cast<std::size_t>(j) / 2) % 5),
                         "Nineteen people were on board, some say."));
            if (j % 3 == 1) verification.evidence.back().copy_of = "a" + std::to_string(i) + "-0";
        }
    }
    std::stable_sort(verification.evidence.begin(), verification.evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return a.stance < b.stance; });
    verification.origins_for = verification.named_origins = 11;
    verification.origins_against = 8;
    return out;
}

Report hostile() {
    Report out = report();
    const std::string words = "=1+1 ]]>&<\"',;</p>\x01\x02\x1B" + std::string(1, '\0') +
                              "\xEF\xBF\xBE \r\n\t\xFF \xE2\x80\xAE\xD7\xA0 \xF0\x9F\x9A\xA2 x";
    out.article.id = out.article.title = out.article.outlet = out.article.author = words;
    out.article.url = "http://exa mple/";
    out.article.text.replace(out.article.text.find("PORT VALE"), 4, "\x01\x02\x1B\b");
    out.run.made_at = "now";
    out.run.program = words;
    out.run.options = {words};
    for (Claim& each : out.claims) {
        each.source.name = each.source.description = words;
        each.recipient = Recipient{{0, 4}, words};
        each.confidence = 7;
        each.times = {{{0, 4}, words}};
        each.source.anonymity = Anonymity{AnonymousClass::legal, 3, words, words, words};
    }
    for (Verification& verification : out.verifications) {
        verification.coverage = verification.grade = words;
        for (Evidence& each : verification.evidence) {
            each.article = each.title = each.outlet = each.text = each.origin = words;
            each.url = "https://a.example/%zz[\\]{}^`|\"<>";
        }
    }
    out.reviews = {{0, words, words, "https://a.example/\"<>", std::nullopt}};
    return out;
}

std::vector<std::pair<std::string, Report>> odd_reports() {
    std::vector<std::pair<std::string, Report>> out{
        {"usual", report()}, {"hostile", hostile()}, {"empty", Report()}};

    Report bare = report();
    bare.article.date.reset();
    bare.article.outlet = bare.article.title = bare.article.url = bare.article.author = "";
    for (Claim& each : bare.claims) {
        each.source = Source();
        each.recipient.reset();
        each.cue.clear();
    }
    bare.run = {};
    out.emplace_back("bare", std::move(bare));

    Report unverified = report();
    unverified.verifications.clear();
    out.emplace_back("unverified", std::move(unverified));

    constexpr std::size_t many = 2000;
    Report long_one = report();
    for (std::size_t i = long_one.claims.size(); i < many; ++i) {
        long_one.claims.push_back(long_one.claims[i % 8]);
        long_one.claims.back().nested_in.reset();
        long_one.verifications.push_back(long_one.verifications[i % 8]);
    }
    out.emplace_back("long", std::move(long_one));
    out.emplace_back("crowded", crowded());
    return out;
}

}  // namespace whosaid::cli::fixture
