#include "core/corroboration/copies.hpp"

#include "cli/command/command.hpp"
#include "cli/json_lines.hpp"
#include "cli/report/display.hpp"
#include "cli/report/page.hpp"
#include "cli/report/wording.hpp"
#include "cli/verify.hpp"
#include "core/corroboration/overlap.hpp"

#include <unordered_map>

#include <fmt/format.h>

namespace whosaid::cli {
namespace {

using corroboration::CopyEvidence;
using corroboration::CopyGroup;
using corroboration::Overlap;
using corroboration::Sketch;

// A copy beside the article it is taken from, and the credit in one of them.
struct Explained {
    const Article* copy = nullptr;
    const Article* first = nullptr;
    Overlap overlap;
    const Article* credited_in = nullptr;  // none: no credit
    Span credit;
};

Explained explained(const Article& copy, const Article& first, const std::string& credit) {
    Explained out{&copy, &first, corroboration::overlap(copy, first), nullptr, {}};
    for (const Article* article : {&copy, &first}) {
        const std::optional<Span> line = corroboration::credit_line(*article, credit);
        if (!line) continue;
        out.credited_in = article;
        out.credit = *line;
        break;
    }
    return out;
}

Json evidence_json(const CopyEvidence& evidence) {
    return {{"article", evidence.article},
            {"first", evidence.first},
            {"shared", evidence.shared},
            {"credit", evidence.credit.empty() ? Json(nullptr) : Json(evidence.credit)}};
}

void add_explanation(Json& out, const Explained& explained) {
    const std::string& copy = explained.copy->text;
    const std::string& first = explained.first->text;
    const text::CodePoints copy_points(copy);
    const text::CodePoints first_points(first);
    out["credit_line"] = nullptr;
    if (explained.credited_in != nullptr) {
        const bool in_copy = explained.credited_in == explained.copy;
        out["credit_line"] =
            piece_json(explained.credit, in_copy ? copy : first, in_copy ? copy_points : first_points);
        out["credit_line"]["article"] = explained.credited_in->id;
    }
    out["passages"] = Json::array();
    for (const corroboration::SharedPassage& passage : explained.overlap.longest) {
        Json each = piece_json(passage.copy, copy, copy_points);
        each["first_span"] = piece_json(passage.first, first, first_points)["span"];
        each["words"] = passage.words;
        out["passages"].push_back(std::move(each));
    }
    out["adds"] = Json::array();
    for (const Span sentence : explained.overlap.added)
        out["adds"].push_back(piece_json(sentence, copy, copy_points));
    out["leaves_out"] = Json::array();
    for (const Span sentence : explained.overlap.left_out)
        out["leaves_out"].push_back(piece_json(sentence, first, first_points));
}

using ById = std::unordered_map<std::string, const Sketch*>;

std::string article_line(const std::string& id, const ById& by_id, const Console& console) {
    const auto found = by_id.find(id);
    if (found == by_id.end()) return printable(id);
    const Sketch& sketch = *found->second;
    return fmt::format("{} ({}, {})", styled(printable(id), "1", console.colour()),
                       sketch.outlet.empty() ? "unknown outlet" : printable(sketch.outlet),
                       date_or_undated(sketch.date));
}

std::string evidence_text(const CopyEvidence& evidence, const ById& by_id, const Console& console) {
    constexpr double percent = 100;
    std::string out =
        fmt::format("  {}: shares {:.0f}% with {}", article_line(evidence.article, by_id, console),
                    evidence.shared * percent, printable(evidence.first));
    if (!evidence.credit.empty()) out += fmt::format("; credits {}", printable(evidence.credit));
    return out + "\n";
}

std::string explanation_text(const Explained& explained, const TextStyle& style) {
    constexpr std::size_t longest = 400;  // columns of a passage
    constexpr std::size_t margin = 17;
    Page page(style);
    const auto show = [&](std::string_view label, const std::string& text, std::string_view note, Look look) {
        Words words(fmt::format("\"{}\"", shortened(printable(text), longest)), look);
        if (!note.empty()) words.add(fmt::format(" {}", note), Look::dim);
        page.paragraph(fmt::format("    {:<{}}", label, margin - 4), margin, words);
    };
    if (explained.credited_in != nullptr)
        show("credit", std::string(explained.credit.of(explained.credited_in->text)),
             explained.credited_in == explained.copy ? "" : fmt::format("in {}", explained.first->id),
             Look::plain);
    for (const corroboration::SharedPassage& passage : explained.overlap.longest)
        show("both have", std::string(passage.copy.of(explained.copy->text)),
             fmt::format("{} words", passage.words), Look::plain);
    for (const Span sentence : explained.overlap.added)
        show("+ adds", std::string(sentence.of(explained.copy->text)), "", Look::good);
    for (const Span sentence : explained.overlap.left_out)
        show("- leaves out", std::string(sentence.of(explained.first->text)), "", Look::bad);
    return page.take();
}

Result<Article> article_of(const index::Reader& reader, const std::string& id) {
    Result<std::optional<index::StoredArticle>> stored = reader.find(id);
    if (!stored) return tl::unexpected(stored.error());
    if (!*stored)
        return tl::unexpected(Error{ErrorCode::failed, fmt::format("the article \"{}\" has just gone", id),
                                    "another process writes the index; ask again", "", 0});
    return std::move((*stored)->article);
}

// A group as JSON or as text. Of its articles two at a time are held.
class GroupWriter {
  public:
    GroupWriter(const Context& context, const ById& by_id) : context_(context), by_id_(by_id) {}

    Result<void> write(const CopyGroup& group, DocumentList* list) {
        const bool explain = context_.options.explain_copies;
        Json json = document();
        json["group"] = group.articles;
        json["evidence"] = Json::array();
        if (list == nullptr)
            context_.console.line(article_line(group.articles.front(), by_id_, context_.console));
        Result<Article> first;
        if (explain) first = article_of(*context_.reader, group.articles.front());
        if (!first) return tl::unexpected(first.error());
        for (const CopyEvidence& each : group.evidence) {
            Result<Article> copy;
            if (explain) copy = article_of(*context_.reader, each.article);
            if (!copy) return tl::unexpected(copy.error());
            std::optional<Explained> shown;
            if (explain) shown = explained(*copy, *first, each.credit);
            if (list != nullptr) {
                json["evidence"].push_back(evidence_json(each));
                if (shown) add_explanation(json["evidence"].back(), *shown);
                continue;
            }
            context_.console.print(evidence_text(each, by_id_, context_.console));
            if (shown)
                context_.console.print(
                    explanation_text(*shown, {context_.console.colour(), context_.console.width()}));
        }
        if (list != nullptr) {
            list->add(std::move(json));
        } else {
            context_.console.print("\n");
        }
        return {};
    }

  private:
    const Context& context_;
    const ById& by_id_;
};

}  // namespace

Result<Outcome> run_copies(Context& context) {
    Console& console = context.console;
    if (const auto info = info_of_filled(*context.reader, context.options.index); !info)
        return tl::unexpected(info.error());
    const Result<std::vector<Sketch>> sketches = context.reader->sketches();
    if (!sketches) return tl::unexpected(sketches.error());
    const std::vector<CopyGroup> groups = corroboration::copies(*sketches);
    ById by_id;
    for (const Sketch& sketch : *sketches)
        by_id.emplace(sketch.id, &sketch);
    std::optional<DocumentList> list;
    if (context.options.format != Format::text) list.emplace(console, context.options.format, "groups");
    GroupWriter writer(context, by_id);
    for (const CopyGroup& group : groups) {
        if (const Result<void> written = writer.write(group, list ? &*list : nullptr); !written)
            return tl::unexpected(written.error());
        if (console.closed()) break;
    }
    if (list) {
        list->finish();
    } else {
        console.line(fmt::format("{} of copies among {}", counted(groups.size(), "group"),
                                 counted(sketches->size(), "article")));
    }
    return Outcome::done;
}

}  // namespace whosaid::cli
