#include "cli/claims_text.hpp"
#include "cli/command/command.hpp"
#include "cli/inputs.hpp"
#include "cli/json_lines.hpp"
#include "cli/parallel.hpp"
#include "core/analysis.hpp"

namespace whosaid::cli {
namespace {

// The claims of articles one after the other, as text or as `Item`s of JSON.
template <class Item>
void each_article(Context& context, Inputs& inputs, const std::function<Item(Article&)>& work,
                  const std::function<void(Item&)>& emit) {
    in_order<Article, Item>([&] { return inputs.next(); }, work,
                            [&](Item& item) {
                                emit(item);
                                return !context.console.closed();
                            },
                            context.options.threads);
}

}  // namespace

Result<Outcome> run_claims(Context& context) {
    Console& console = context.console;
    Inputs inputs(context.options.paths, console);
    if (context.options.format == Format::text) {
        bool first = true;
        each_article<std::string>(
            context, inputs,
            [&](Article& article) {
                const TextStyle style{console.colour(), console.width()};
                const std::vector<Claim> claims = analyse(article).claims;
                switch (context.options.view) {
                    case ClaimsView::article:
                        return marked_article(article, claims, style);
                    case ClaimsView::table:
                        return claims_table(article, claims, style);
                    case ClaimsView::list:
                        break;
                }
                return claims_text(article, claims, style, context.options.explain_claims);
            },
            [&](std::string& text) {
                if (!first) console.print("\n");
                first = false;
                console.print(text);
            });
    } else {
        DocumentList list(console, context.options.format, "articles");
        each_article<Json>(
            context, inputs,
            [&](Article& article) {
                // The analysis is gone before the JSON is made: of a long article both are large.
                const std::vector<Claim> claims = analyse(article).claims;
                return claims_json(article, claims, context.options.explain_claims);
            },
            [&](Json& json) { list.add(std::move(json)); });
        list.finish();
    }
    return inputs.failures() == 0 ? Outcome::done : Outcome::inputs_failed;
}

}  // namespace whosaid::cli
