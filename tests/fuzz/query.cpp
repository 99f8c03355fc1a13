// The query language on any bytes: a query that Xapian can match, or an error with a hint; never an
// exception.
#include "index/query.hpp"

#include "tests/fuzz/fuzz.hpp"

namespace {

// Two articles, so that matching has something to look at.
Xapian::WritableDatabase articles() {
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    for (const char* word : {"dam", "river"}) {
        Xapian::Document document;
        document.add_posting(word, 1);
        document.add_posting("burst", 2);
        document.add_boolean_term("XKpossible");
        document.add_boolean_term("D20260128");
        database.add_document(document);
    }
    return database;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using whosaid::fuzz::require;
    static const Xapian::WritableDatabase database = articles();
    whosaid::index::QueryContext context;
    context.dates = {whosaid::parse_date("2025-01-01"), whosaid::parse_date("2026-12-31")};
    const auto query =
        whosaid::index::parse_query(whosaid::text::repaired(whosaid::fuzz::bytes(data, size)), context);
    if (!query) {
        require(query.error().code == whosaid::ErrorCode::usage && !query.error().hint.empty(),
                "a wrong query is told how to write it");
        return 0;
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(*query);
    require(enquire.get_mset(0, 10).size() <= 2, "only what there is matches");
    return 0;
}
