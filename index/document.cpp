#include "index/document.hpp"

#include "core/terms.hpp"
#include "index/codec.hpp"
#include "index/date_cover.hpp"
#include "index/words.hpp"

#include <charconv>
#include <set>

#include <fmt/format.h>

namespace whosaid::index {
namespace {

// Xapian's terms hold 245 bytes, a zero byte counting twice.
constexpr std::size_t longest_key = 200;
constexpr std::size_t key_beginning = 180;
constexpr Xapian::termpos gap = 100;  // between title and text, so that no phrase spans them

std::string term_of(std::string_view prefix, std::string_view value) {
    std::string out(prefix);
    out += value;
    return out;
}

// The text under a list of spans, piece by piece.
std::string words_of(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span each : spans) {
        if (!out.empty()) out += ' ';
        out += each.of(text);
    }
    return out;
}

void add_value(std::set<std::string>& terms, const Field& field, std::string_view value,
               const Xapian::Stem& stem) {
    const std::string whole = folded(value);
    if (whole.empty()) return;
    terms.insert(term_of(field.prefix, whole));
    if (field.values != Values::words && field.values != Values::stems) return;
    std::string word;
    for (Words words(whole); words.next(word);) {
        terms.insert(term_of(field.prefix, field.values == Values::stems ? stem(word) : word));
    }
}

// The boolean terms of what a claim says of itself.
void add_claim_terms(std::set<std::string>& terms, const Article& article, const Claim& claim,
                     const Xapian::Stem& stem) {
    add_value(terms, field("source"), claim.source.name, stem);
    add_value(terms, field("cue"), words_of(article.text, claim.cue), stem);
    terms.insert(term_of(field("certainty").prefix, term(claim.certainty)));
    terms.insert(term_of(field("kind").prefix, term(claim.source.kind)));
    terms.insert(term_of(field("polarity").prefix, term(claim.polarity)));
    for (const Entity& each : claim.entities)
        add_value(terms, field("entity"), each.name, stem);
}

void add_article_terms(std::set<std::string>& terms, const Article& article, const Xapian::Stem& stem) {
    add_value(terms, field("outlet"), article.outlet, stem);
    if (article.date) {
        for (const std::string& each : date_terms(*article.date))
            terms.insert(each);
    }
}

void add_date(Xapian::Document& document, const Article& article) {
    if (!article.date) return;
    const auto year = static_cast<std::uint64_t>(static_cast<int>(article.date->year()));
    const std::uint64_t packed = year << 9 | static_cast<unsigned>(article.date->month()) << 5 |
                                 static_cast<unsigned>(article.date->day());
    document.add_value(static_cast<Xapian::valueno>(Slot::date), big_endian(packed, 3));
}

void add_all(Xapian::Document& document, const std::set<std::string>& terms) {
    for (const std::string& each : terms)
        document.add_boolean_term(each);
}

}  // namespace

bool shortened(std::string_view key) {
    return key.size() == longest_key;
}

std::string article_key(std::string_view id) {
    if (id.size() < longest_key && id.find('\0') == std::string_view::npos) return std::string(id);
    std::string key;
    for (const char c : id.substr(0, key_beginning))
        key += c == '\0' ? ' ' : c;
    key += fmt::format("{:016x}", hash(id));
    key.resize(longest_key, '~');
    return key;
}

std::string claim_key(std::string_view article_key, std::size_t number) {
    return fmt::format("{}#{}", article_key, number);
}

std::string article_term(std::string_view key) {
    return term_of("Q", key);
}
std::string claim_term(std::string_view key) {
    return term_of("Q", key);
}
std::string article_of_claim_term(std::string_view key) {
    return term_of("A", key);
}
std::string generation_term(std::uint64_t generation) {
    return term_of("XG", fmt::format("{:x}", generation));
}
std::string band_term(std::uint64_t band) {
    return term_of("XB", fmt::format("{:016x}", band));
}

std::string fingerprint(const Article& article) {
    std::uint64_t sum = hash(WHOSAID_VERSION, schema_version);
    for (const std::string& each :
         {article.id, article.outlet, article.url, article.date ? to_string(*article.date) : std::string(),
          article.title, article.author, article.text}) {
        sum = hash(each, hash(big_endian(each.size(), 8), sum));
    }
    return big_endian(sum, 8);
}

std::vector<Xapian::Document> claim_documents(const Article& article, const std::vector<Claim>& claims) {
    const Xapian::Stem stem("english");
    const std::string key = article_key(article.id);
    const std::string collapse = big_endian(hash(key), 8);
    std::set<std::string> shared;
    add_article_terms(shared, article, stem);
    shared.insert(article_of_claim_term(key));

    std::vector<Xapian::Document> documents;
    documents.reserve(claims.size());
    std::string word;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        Xapian::Document document;
        for (const Span each : claims[i].content) {
            for (Words words(each.of(article.text)); words.next(word);) {
                if (!words.stop_word()) document.add_term(stem(word));
            }
        }
        std::set<std::string> terms = shared;
        terms.insert(claim_term(claim_key(key, i)));
        add_claim_terms(terms, article, claims[i], stem);
        add_all(document, terms);
        add_date(document, article);
        document.add_value(static_cast<Xapian::valueno>(Slot::article), collapse);
        document.set_data(std::to_string(i));
        documents.push_back(std::move(document));
    }
    return documents;
}

std::optional<std::uint32_t> claim_number(const std::string& data) {
    std::uint32_t number = 0;
    const char* const end = data.data() + data.size();
    const auto [stop, wrong] = std::from_chars(data.data(), end, number);
    if (wrong != std::errc() || stop != end) return std::nullopt;
    return number;
}

Prepared::Prepared() = default;
Prepared::Prepared(Prepared&&) noexcept = default;
Prepared& Prepared::operator=(Prepared&&) noexcept = default;
Prepared::~Prepared() = default;

Prepared prepare(const Article& article, const std::vector<Claim>& claims,
                 const corroboration::Sketch& sketch) {
    const Xapian::Stem stem("english");
    Prepared prepared;
    prepared.documents = std::make_unique<Prepared::Documents>();
    Prepared::Documents& out = *prepared.documents;
    out.key = article_key(article.id);
    out.outlet = article.outlet;
    out.bytes = article.text.size() + article.title.size();
    out.fingerprint = fingerprint(article);

    Xapian::termpos position = 0;
    std::string word;
    for (Words words(article.title); words.next(word);) {
        const std::string stemmed = stem(word);
        out.article.add_posting(stemmed, ++position);
        out.article.add_posting(term_of(field("title").prefix, stemmed), position);
    }
    position += gap;
    for (Words words(article.text); words.next(word);)
        out.article.add_posting(stem(word), ++position);

    std::set<std::string> terms;
    add_article_terms(terms, article, stem);
    for (const Claim& each : claims)
        add_claim_terms(terms, article, each, stem);
    for (const std::uint64_t each : corroboration::bands(sketch))
        terms.insert(band_term(each));
    terms.insert(article_term(out.key));
    add_all(out.article, terms);
    add_date(out.article, article);
    out.article.add_value(static_cast<Xapian::valueno>(Slot::fingerprint), out.fingerprint);
    out.article.set_data(encoded(article, claims));
    out.claims = claim_documents(article, claims);
    return prepared;
}

}  // namespace whosaid::index
