#include "core/language/analyse.hpp"

#include "core/language/annotate.hpp"
#include "core/language/names.hpp"
#include "core/language/times.hpp"
#include "core/text/segment.hpp"

namespace whosaid::language {

Document parse(std::string_view text, Parser parser) {
    Document document;
    document.paragraphs = text::paragraphs(text);
    for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
        for (const Span span : text::sentences(text, document.paragraphs[i])) {
            Sentence sentence{span, i, {}};
            const auto tokens = text::tokens(text, span);
            sentence.words.reserve(tokens.size());
            for (const Span token : tokens) {
                Word word;
                word.span = token;
                sentence.words.push_back(std::move(word));
            }
            document.sentences.push_back(std::move(sentence));
        }
    }
    annotate(text, model(), parser == Parser::neural ? &network() : nullptr, document);
    return document;
}

Document analyse(std::string_view text, std::optional<Date> date, Parser parser) {
    Document document = parse(text, parser);
    find_names(text, document);
    link_entities(text, document);
    find_times(text, date, document);
    find_quantities(text, document);
    return document;
}

}  // namespace whosaid::language
