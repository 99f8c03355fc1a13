#include "index/databases.hpp"
#include "index/document.hpp"
#include "index/failure.hpp"
#include "index/manifest.hpp"
#include "index/words.hpp"

#include <system_error>
#include <unordered_set>

#include <fmt/format.h>

namespace whosaid::index {
namespace {

namespace fs = std::filesystem;

// A folder may become an index where it is new, empty, or one whose making was cut short.
Result<void> check_free(const fs::path& folder) {
    std::error_code code;
    for (const fs::directory_entry& each : fs::directory_iterator(folder, code)) {
        const std::string name = each.path().filename().string();
        if (name == "articles" || name == "claims" || name == "manifest.tmp") continue;
        return tl::unexpected(Error{ErrorCode::no_index, "this folder is not an index and holds other files",
                                    "name a new or an empty folder", folder.string(), 0});
    }
    if (code) {
        return tl::unexpected(
            Error{ErrorCode::no_index, "cannot open the index: " + code.message(), "", folder.string(), 0});
    }
    return {};
}

// Whether the folder holds an index already; makes it where it does not exist.
Result<bool> made(const fs::path& folder) {
    std::error_code code;
    const fs::file_status status = fs::status(folder, code);
    if (status.type() == fs::file_type::not_found) {
        if (fs::create_directories(folder, code) || !code) return false;
        return tl::unexpected(Error{ErrorCode::no_index, "cannot make the index: " + code.message(),
                                    "see that the folder above may be written", folder.string(), 0});
    }
    if (fs::is_directory(status) && !fs::exists(folder / "manifest", code) && !code) {
        if (auto open = check_free(folder); !open) return tl::unexpected(open.error());
        return false;
    }
    if (auto manifest = read_manifest(folder); !manifest) return tl::unexpected(manifest.error());
    return true;
}

}  // namespace

struct Writer::State {
    fs::path folder;
    Xapian::WritableDatabase articles;
    Xapian::WritableDatabase claims;
    std::uint64_t generation = 0;  // of the batch in hand
    std::size_t batch_bytes = usual_batch_bytes;
    std::size_t pending = 0;  // articles put since the last commit
    std::size_t pending_bytes = 0;
    std::unordered_set<std::string> outlets;  // folded names already in the metadata
    std::optional<Error> broken;              // after a failed write nothing more is written

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        try {
            abandon();
        } catch (
            const Xapian::Error&) {  // NOLINT(bugprone-empty-catch): the databases are closed all the same
        }
    }

    // Transactions keep Xapian from committing by itself between our generations.
    void begin() {
        articles.begin_transaction();
        claims.begin_transaction();
    }
    void abandon() {
        articles.close();
        claims.close();
    }

    void repair();
    void commit();
    void put(Prepared::Documents& documents);
};

// Claims one generation behind are made again from the articles.
void Writer::State::repair() {
    const std::uint64_t behind = index::generation(claims);
    generation = index::generation(articles);
    if (behind + 1 == generation) {
        auto stored = written_by(articles, generation, folder.string());
        if (!stored) throw Xapian::DatabaseCorruptError(stored.error().message);
        claims.begin_transaction();
        for (const StoredArticle& each : *stored) {
            claims.delete_document(article_of_claim_term(article_key(each.article.id)));
            for (const Xapian::Document& claim : claim_documents(each.article, each.claims)) {
                claims.add_document(claim);
            }
        }
        claims.set_metadata(generation_key, std::to_string(generation));
        claims.commit_transaction();
    } else if (behind != generation) {
        throw Xapian::DatabaseCorruptError("articles and claims do not belong together");
    }
    ++generation;
}

void Writer::State::commit() {
    if (pending == 0) return;
    articles.set_metadata(generation_key, std::to_string(generation));
    claims.set_metadata(generation_key, std::to_string(generation));
    articles.commit_transaction();
    claims.commit_transaction();
    ++generation;
    pending = 0;
    pending_bytes = 0;
    begin();
}

void Writer::State::put(Prepared::Documents& documents) {
    documents.article.add_boolean_term(generation_term(generation));
    const std::string outlet = folded(documents.outlet);
    if (!outlet.empty() && outlets.insert(outlet).second) {
        const std::string key = outlet_key + outlet;
        if (articles.get_metadata(key).empty()) articles.set_metadata(key, documents.outlet);
    }
    const std::string old_claims = article_of_claim_term(documents.key);
    if (claims.term_exists(old_claims)) claims.delete_document(old_claims);
    articles.replace_document(article_term(documents.key), documents.article);
    for (const Xapian::Document& each : documents.claims)
        claims.add_document(each);
    ++pending;
    pending_bytes += documents.bytes;
    if (pending_bytes >= batch_bytes) commit();
}

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::open(const fs::path& folder, std::size_t batch_bytes) {
    return guarded(folder.string(), [&]() -> Result<Writer> {
        const Result<bool> exists = made(folder);
        if (!exists) return tl::unexpected(exists.error());
        auto state = std::make_unique<State>();
        state->folder = folder;
        state->batch_bytes = batch_bytes;
        const int mode = *exists ? Xapian::DB_OPEN : Xapian::DB_CREATE_OR_OPEN;
        state->articles = Xapian::WritableDatabase(articles_folder(folder).string(), mode);
        state->claims = Xapian::WritableDatabase(claims_folder(folder).string(), mode);
        state->repair();
        const Manifest manifest = current_manifest();
        const auto standing = read_manifest(folder);
        if (!standing || standing->generator != manifest.generator) {
            if (auto written = write_manifest(folder, manifest); !written) {
                return tl::unexpected(written.error());
            }
        }
        state->begin();
        return Writer(std::move(state));
    });
}

Result<bool> Writer::unchanged(const Article& article) const {
    if (state_->broken) return tl::unexpected(*state_->broken);
    return guarded(state_->folder.string(), [&]() -> Result<bool> {
        const std::string term = article_term(article_key(article.id));
        const auto found = state_->articles.postlist_begin(term);
        if (found == state_->articles.postlist_end(term)) return false;
        const Xapian::Document document = state_->articles.get_document(*found, Xapian::DOC_ASSUME_VALID);
        return document.get_value(static_cast<Xapian::valueno>(Slot::fingerprint)) == fingerprint(article);
    });
}

Result<void> Writer::put(Prepared prepared) {
    if (state_->broken) return tl::unexpected(*state_->broken);
    auto done = guarded(state_->folder.string(), [&]() -> Result<void> {
        state_->put(*prepared.documents);
        return {};
    });
    if (!done) state_->broken = done.error();
    return done;
}

Result<void> Writer::commit() {
    if (state_->broken) return tl::unexpected(*state_->broken);
    auto done = guarded(state_->folder.string(), [&]() -> Result<void> {
        state_->commit();
        return {};
    });
    if (!done) state_->broken = done.error();
    return done;
}

}  // namespace whosaid::index
