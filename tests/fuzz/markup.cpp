// Any bytes as XML and as HTML: what comes of them is well-formed, or too deep or too large.
#include "corpus/markup.hpp"

#include "corpus/mend.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <pugixml.hpp>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using whosaid::corpus::MarkupKind;
    std::string markup(whosaid::fuzz::bytes(data, size));
    static_cast<void>(whosaid::corpus::mend(markup));
    for (const MarkupKind kind : {MarkupKind::xml, MarkupKind::html}) {
        whosaid::corpus::Repairs repairs;
        const auto xml = whosaid::corpus::well_formed(markup, kind, repairs);
        if (!xml) {
            whosaid::fuzz::require(!xml.error().message.empty(), "an error says what is wrong");
            continue;
        }
        whosaid::fuzz::require(!whosaid::text::first_invalid(*xml), "markup stays valid UTF-8");
        pugi::xml_document document;
        const auto parsed =
            document.load_buffer(xml->data(), xml->size(), pugi::parse_default, pugi::encoding_utf8);
        whosaid::fuzz::require(parsed || parsed.status == pugi::status_no_document_element,
                               "what is mended is well-formed");
        whosaid::corpus::Repairs none;
        whosaid::fuzz::require(!parsed || *whosaid::corpus::well_formed(*xml, MarkupKind::xml, none) == *xml,
                               "and has nothing left to mend");
    }
    return 0;
}
